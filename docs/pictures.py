"""Let the app draw the pictures of README and the tour, from a copy of the sample: ``make picture``."""

from __future__ import annotations

import asyncio
import html
import os
import re
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot

    from factcheck.model import VerdictName
    from factcheck.tui.app import FactcheckApp

DOCS = Path(__file__).parent
WAIT = 20.0
"""Seconds after which a picture is drawn as it is."""
SAMPLE = DOCS.parent / "sample_sessions" / "harbour-fire"
NOON = 1_772_625_600_000_000_000
"""What the clock says when a verdict is set, so that a picture is the same tomorrow: 4 March 2026."""
JUDGED: dict[str, tuple[VerdictName, ...]] = {
    "ben": ("supported", "conflicting", "conflicting", "left-open"),
    "anna": ("supported", "supported"),
}
"""What two reviewers said of the first claims before the pictures that need them."""


class Picture(NamedTuple):
    """The keys that are pressed, the screen's columns and rows, whether two reviewers were there before."""

    keys: tuple[str, ...]
    size: tuple[int, int] = (120, 40)
    judged: bool = False


PICTURES = {
    "review.svg": Picture(("c",)),
    "review-narrow.svg": Picture(("c", "l", "e"), (80, 24)),
    "review-wide.svg": Picture(("c",), (200, 50)),
    "matrix.svg": Picture(("m",), (120, 36)),
    "filters.svg": Picture(("f",), (80, 24)),
    "history.svg": Picture(("H",), (100, 24), judged=True),
    "second.svg": Picture(("D",), (100, 30), judged=True),
    "rules.svg": Picture(("r", "o", *"jjjjjjj"), (100, 30)),
    "report.svg": Picture(("p",), (100, 30), judged=True),
    "help.svg": Picture(("?",), (100, 40)),
}
LIBRARY = "library.svg"


async def draw(copy: Path, target: Path, picture: Picture) -> None:
    from factcheck.cli.ports import app_for
    from factcheck.workspace import open_workspace

    with open_workspace(copy) as workspace:
        if picture.judged:
            for reviewer, verdicts in JUDGED.items():
                desk = workspace.desk(reviewer)
                for verdict in verdicts:
                    desk.judge(verdict)
        app = app_for(workspace, "anna")
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause()
            await settled(app, pilot)
            await pilot.press(*picture.keys)
            await settled(app, pilot)
            save(app, target)


async def draw_library(target: Path) -> None:
    from factcheck.cli.library import LocalShelf
    from factcheck.session import Far, Recent
    from factcheck.tui.library import Library

    shelf = LocalShelf()
    shelf.recent = [
        Recent(
            "stories/port-fire", "The fire in the port", "2026-03-04T12:00:00Z", far=Far("anna", 12, 6, 71)
        )
    ]
    app = Library(shelf)
    async with app.run_test(size=(80, 18)) as pilot:
        await pilot.pause()
        save(app, target)


def save(app: App[Any], target: Path) -> None:
    target.write_text(plain(app.export_screenshot(title="factcheck")), encoding="utf-8")


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


def plain(svg: str) -> str:
    """A picture that asks nobody for a font, the reader's own monospace serves, with no clip for each row."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    svg = re.sub(r'<clipPath id="[^"]*-line-\d+">.*?</clipPath>\s*', "", svg, flags=re.DOTALL)
    return re.sub(r' clip-path="url\(#[^"]*-line-\d+\)"', "", svg)


def draw_all(folder: Path, target: Path) -> None:
    """Every picture into ``target``, each from a copy of the sample in ``folder``, read once for all."""
    from factcheck.workspace import open_workspace

    read = folder / "read"
    shutil.copytree(SAMPLE, read, ignore=shutil.ignore_patterns("*.db*"))
    open_workspace(read).__exit__(None, None, None)
    with patch("factcheck.store.clock.time_ns", lambda: NOON):
        for name, picture in PICTURES.items():
            copy = folder / name / SAMPLE.name
            shutil.copytree(read, copy)
            asyncio.run(draw(copy, target / name, picture))
        asyncio.run(draw_library(target / LIBRARY))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACTCHECK_STATE_DIR"] = str(Path(folder) / "state")
        draw_all(Path(folder), DOCS)


if __name__ == "__main__":
    main()
