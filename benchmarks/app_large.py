"""The app on very large sessions: what a key costs among a hundred thousand claims and a million words.

Targets, in CPU milliseconds. A hundred thousand claims in twenty articles: scrolling and filtering the list
of claims and the matrix < 50, a search < 200. Five articles of 200,000 words with 10,000 claims each, the
linked panes full: next claim < 20, first paint < 300, resize < 400, and < 50 MB a million words.

Run: python -m benchmarks app_large
"""

from __future__ import annotations

import asyncio
import gc
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.app import _cpu
from benchmarks.big_session import analysis_of, make_article, texts
from factcheck.review.desk import Desk
from factcheck.review.events import Acts, claim_anchors
from factcheck.review.memory import MemoryLog
from factcheck.review.state import State
from factcheck.store.wordindex import WordIndex
from factcheck.tui.app import FactcheckApp

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from factcheck.model import Analysis

SIZE = (200, 50)
SCROLL, SEARCH, STEP, PAINT, RESIZE = 50, 200, 20, 300, 400
MEGABYTES = 50
JUDGED = 2_000
QUERIES = ("a", "ab", "abe", "gelu", "xyzzyx", "of the")


class Figures:
    """Prints each figure beside its target and remembers whether one was missed."""

    def __init__(self) -> None:
        self.missed = False

    def say(self, what: str, figure: float, target: float | None = None, unit: str = "ms CPU") -> None:
        bound = f" (target < {target:g})" if target is not None else ""
        over = target is not None and figure >= target
        self.missed |= over
        print(f"{what}: {figure:.1f} {unit}{bound}{'  MISSED' if over else ''}")


def session(articles: int, words: int, claims: int) -> Analysis:
    made = [make_article(index, text) for index, text in enumerate(texts(articles, words))]
    return analysis_of(made, claims)


def desk_of(analysis: Analysis, judged: int = 0) -> Desk:
    """A desk at which so many claims are judged and every tenth of them noted."""
    log = MemoryLog()
    acts = Acts(log, State(), "r1", claim_anchors(analysis))
    for number, claim in enumerate(analysis.claims[:judged]):
        acts.judge([claim.id], ("supported", "conflicting", "left-open")[number % 3])
        if not number % 10:
            acts.note(claim.id, f"? ask {number}")
    desk = Desk(analysis, log, "r1")
    desk.new_index = WordIndex
    # As the program does once a session is open: what was read stays, nobody need look through it again.
    gc.collect()
    gc.freeze()
    return desk


async def many_claims(figures: Figures) -> None:
    analysis = session(20, 40_000, 5_700)
    desk = desk_of(analysis, JUDGED)
    print(f"{len(analysis.claims):,} claims, {len(desk.facts.facts):,} facts, {JUDGED:,} judged")
    app = FactcheckApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        idle = await _cpu(pilot, "f9", 40)

        async def key(name: str, what: str, presses: int, target: float | None = None) -> None:
            figures.say(what, await _cpu(pilot, name, presses) - idle, target)

        await key("j", "next claim", 40, STEP)
        await key("s", "verdict, moving on", 20, SCROLL)
        await key("m", "matrix, opened", 1)
        for name, what in (
            ("j", "next row"),
            ("space", "page"),
            ("G", "end"),
            ("g", "start"),
            ("s", "judged"),
        ):
            await key(name, f"matrix, {what}", 10, SCROLL)
        await key("escape", "matrix, left", 1)
        await key("f", "filters, opened first", 1)
        await key("escape", "filters, left", 1)
        await key("f", "filters, opened again", 1, SCROLL)
        for name in ("j", "j", "enter"):
            await key(name, f"filters, {name}", 1, SCROLL)
        await searching(figures, pilot, desk)


async def searching(figures: Figures, pilot: Pilot[None], desk: Desk) -> None:
    begun = time.process_time()
    desk.finder.prepare()
    figures.say("index filled, once, in a thread", (time.process_time() - begun) * 1_000)
    for query in QUERIES:
        begun = time.process_time()
        desk.find(query)
        figures.say(
            f"search “{query}”, {len(desk.hits):,} hits", (time.process_time() - begun) * 1_000, SEARCH
        )
    desk.end_search()
    await pilot.press("/")
    for letter in "gelu":
        figures.say(f"search, “{letter}” typed", await _cpu(pilot, letter, 1), SEARCH)
    await pilot.press("escape")


async def long_texts(figures: Figures) -> None:
    analysis = session(5, 200_000, 10_000)
    gc.collect()
    before = _resident()
    desk = desk_of(analysis)
    app = FactcheckApp(desk)
    begun = time.process_time()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        figures.say("first paint", (time.process_time() - begun) * 1_000, PAINT)
        idle = await _cpu(pilot, "f9", 40)
        figures.say("next claim", await _cpu(pilot, "j", 60) - idle, STEP)
        begun = time.process_time()
        for width in (140, 200, 100, 200):
            await pilot.resize_terminal(width, SIZE[1])
            await pilot.pause()
        figures.say("resize", (time.process_time() - begun) / 4 * 1_000, RESIZE)
        for number in range(5):
            await pilot.press(str(number + 1))
        gc.collect()
        words = sum(len(article.text.split()) for article in analysis.articles)
        size = (_resident() - before) / 2**20 / (words / 1e6)
        figures.say("the desk and all articles seen", size, MEGABYTES, "MB a million words")


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def main() -> bool:
    """True when a target was missed."""
    figures = Figures()
    asyncio.run(long_texts(figures))
    asyncio.run(many_claims(figures))
    return figures.missed


if __name__ == "__main__":
    sys.exit(main())
