"""Let the app draw the pictures that README shows, from a copy of the sample session: ``make picture``."""

from __future__ import annotations

import asyncio
import html
import os
import re
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from factcheck.tui.app import FactcheckApp

DOCS = Path(__file__).parent
WAIT = 20.0
"""Seconds after which a picture is drawn as it is."""
PICTURES = {"review.svg": ("c",)}
"""The pictures, and the keys that are pressed before each is drawn."""
SAMPLE = DOCS.parent / "sample_sessions" / "harbour-fire"


async def draw(copy: Path, target: Path, *keys: str, size: tuple[int, int] = (120, 40)) -> None:
    from factcheck.cli.app import app_for
    from factcheck.workspace import open_workspace

    with open_workspace(copy) as workspace:
        app = app_for(workspace, "anna")
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            await settled(app, pilot)
            target.write_text(without_fonts(app.export_screenshot(title="factcheck")), encoding="utf-8")


async def settled(app: FactcheckApp, pilot: Pilot[None]) -> None:
    """Wait until the app has looked into the silent articles: what they say instead stands in the picture."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        await pilot.pause(0.05)
        fact = app.desk.fact
        if fact is None or fact.articles == len(app.desk.articles) or app.review.checker.silences.known(fact):
            break
    await pilot.pause(0.1)


def words(svg: str) -> list[str]:
    """What a picture says, line by line from left to right, whatever its coordinates, ids and fonts."""
    said = sorted(
        (float(y), float(x), html.unescape(text))
        for x, y, text in re.findall(r'<text[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>', svg)
    )
    return " ".join(text for _, _, text in said).split()


def without_fonts(svg: str) -> str:
    """A picture that asks nobody for a font: the reader's own monospace serves."""
    return re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)


def draw_all(folder: Path, target: Path) -> None:
    """Every picture into ``target``, each from a fresh copy of the sample in ``folder``."""
    for name, keys in PICTURES.items():
        copy = folder / name / SAMPLE.name
        shutil.copytree(SAMPLE, copy)
        asyncio.run(draw(copy, target / name, *keys))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACTCHECK_STATE_DIR"] = folder
        draw_all(Path(folder), DOCS)


if __name__ == "__main__":
    main()
