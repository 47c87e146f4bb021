"""Let the app draw the pictures that README shows, from a copy of the sample session: ``make picture``."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from pathlib import Path

DOCS = Path(__file__).parent
SAMPLE = DOCS.parent / "sample_sessions" / "harbour-fire"


async def draw(copy: Path, target: Path, *keys: str, size: tuple[int, int] = (120, 40)) -> None:
    from factcheck.cli.app import app_for
    from factcheck.workspace import open_workspace

    with open_workspace(copy) as workspace:
        app = app_for(workspace, "anna")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause(0.3)
            target.write_text(without_fonts(app.export_screenshot(title="factcheck")), encoding="utf-8")


def without_fonts(svg: str) -> str:
    """A picture that asks nobody for a font: the reader's own monospace serves."""
    return re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACTCHECK_STATE_DIR"] = folder
        copy = Path(folder) / SAMPLE.name
        shutil.copytree(SAMPLE, copy)
        asyncio.run(draw(copy, DOCS / "review.svg", "c"))


if __name__ == "__main__":
    main()
