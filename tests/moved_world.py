"""The ferry story a day later: the first article reads otherwise, and an earlier desk has judged it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.review.desk import Desk
from factcheck.review.diff import version_of
from factcheck.review.memory import MemoryLog
from tests.desks import make_desk
from tests.factories import COURIER, digest, make_claim, split_lines, story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Analysis, Event, Version


class StillLog(MemoryLog):
    """A log whose clock shows a minute more with each event, from the morning of 4 March."""

    def append(self, events: Sequence[Event]) -> tuple[Event, ...]:
        first = len(self.events())
        return super().append(
            [
                replace(event, clock=f"{number:018d}", at=f"2026-03-04T09:{number:02d}:00.000Z")
                for number, event in enumerate(events, start=first)
            ]
        )


LATER = (
    COURIER.replace(
        "At least 40 passengers were hurt when the ferry Aurora ran aground near Kelm on Tuesday",
        "At least 44 passengers were badly hurt when the ferry Aurora ran aground near Kelm on Tuesday night",
    )
    .replace("according to its owner, Blue Line", "according to the owner of the ship, Blue Line")
    .replace("It was the worst accident on this route in twenty years.\n", "")
)
TOLL = "At least 40 passengers were hurt"
SAILED = "left Port Anse at 6 a.m."
WORST = "the worst accident on this route in twenty years"


def later() -> tuple[Analysis, tuple[Version, ...]]:
    """The analysis of today and every text that was ever read."""
    before = story()
    old = before.articles[0]
    share = LATER.index("Share this story")
    new = replace(
        old,
        text=LATER,
        text_sha256=digest(LATER),
        sha256=digest("raw" + LATER),
        furniture=(replace(old.furniture[0], start=share, end=share + len("Share this story")),),
    )
    claims = (make_claim(new, SAILED), *(claim for claim in before.claims if claim.article != old.id))
    analysis = replace(before, articles=(new, *before.articles[1:]), claims=claims)
    versions = (version_of(old, "2026-03-04T08:00:00Z"), version_of(new, "2026-03-05T08:00:00Z"))
    return analysis, versions


def judged_before(log: MemoryLog, reviewer: str = "r1") -> None:
    """What the reviewer decided on the first version: one that moved, one that stayed, one that is gone."""
    desk = make_desk(log, reviewer)
    for words in (TOLL, SAILED, WORST):
        desk.goto(next(claim.id for claim in desk.analysis.claims if claim.text == words))
        desk.judge("conflicting" if words == TOLL else "unsourced")
    desk.goto(next(claim.id for claim in desk.analysis.claims if claim.text == WORST))
    assert desk.claim is not None
    desk.write_note(desk.claim.id, "who counted? [/red]")


def later_desk(log: MemoryLog | None = None, reviewer: str = "r1") -> Desk:
    analysis, versions = later()
    return Desk(analysis, log or MemoryLog(), reviewer, versions=versions, split=split_lines)
