"""The app's figures, each with its target: first text on screen, next claim, resize.

Run: python -m benchmarks.app [runs]
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.big_session import analysis_of, make_article, texts
from benchmarks.first_paint import against_hello

ARTICLES, WORDS, CLAIMS = 5, 10_000, 500
STEP, RESIZE = 10, 400
"""Targets: milliseconds of CPU."""


def make_session(folder: Path) -> Path:
    """A session folder whose analysis is stored, so that opening it scans nothing."""
    from factcheck.filling import fill_session
    from factcheck.resources import shipped
    from factcheck.scanning import analysis_key
    from factcheck.store import Store

    files = []
    for number, text in enumerate(texts(ARTICLES, WORDS)):
        files.append(folder / f"article-{number}.txt")
        files[-1].write_text(text, encoding="utf-8")
    # A pack of its own, so that the stored analysis fits whatever is done to the shipped ones meanwhile.
    session, _, problems = fill_session(folder / "session", [str(file) for file in files], use=["own.yaml"])
    if problems:
        raise SystemExit(str(problems[0]))
    shutil.copy(shipped("rules") / "core.yaml", session.path / "own.yaml")
    articles, _ = session.read_articles()
    with Store.open(session.database, create=True) as store:
        store.save_analysis(analysis_key(session), analysis_of(articles, CLAIMS))
    return folder / "session"


def first_paint(runs: int) -> None:
    """Long texts; the target is that of ``first_paint``, whose session is of a usual size."""
    print(f"text, highlights and suggestions, {ARTICLES} x {WORDS:,} words:")
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        against_hello(make_session(home), (b"who says what", b"a made-up reason"), home, runs)


async def moving() -> bool:
    """CPU time for a claim in linked panes and for a resize; True when over a target."""
    from factcheck.review.desk import Desk
    from factcheck.review.memory import MemoryLog
    from factcheck.tui.app import FactcheckApp

    articles = [make_article(index, text) for index, text in enumerate(texts(ARTICLES, WORDS))]
    desk = Desk(analysis_of(articles, CLAIMS), MemoryLog(), "r1")
    app = FactcheckApp(desk)
    async with app.run_test(size=(200, 50)) as pilot:
        idle = await _cpu(pilot, "f9", 40)
        step = await _cpu(pilot, "j", 40) - idle
        print(f"next claim, three linked panes: {step:.1f} ms CPU (target < {STEP} ms)")
        for key, what, presses in (
            ("J", "next fact", 40),
            ("s", "verdict, moving on", 40),
            ("m", "matrix", 6),
        ):
            print(f"{what}: {await _cpu(pilot, key, presses) - idle:.1f} ms CPU")
        begun = time.process_time()
        for width in (140, 200, 100, 200):
            await pilot.resize_terminal(width, 50)
            await pilot.pause()
        resize = (time.process_time() - begun) / 4 * 1_000
        print(f"resize: {resize:.0f} ms CPU (target < {RESIZE} ms)")
    return step >= STEP or resize >= RESIZE


async def _cpu(pilot: object, key: str, presses: int) -> float:
    """Median CPU milliseconds for one key, painted."""
    from textual.pilot import Pilot

    assert isinstance(pilot, Pilot)
    costs = []
    for _ in range(presses):
        begun = time.process_time()
        await pilot.press(key)
        costs.append((time.process_time() - begun) * 1_000)
    return statistics.median(costs)


def main() -> bool:
    """True when a target was missed."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 7
    slow = asyncio.run(moving())
    first_paint(runs)
    return slow


if __name__ == "__main__":
    sys.exit(main())
