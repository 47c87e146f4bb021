"""A desk at the ferry story for the tests of what stands where on the screen."""

from __future__ import annotations

from factcheck.review.desk import Desk
from factcheck.review.memory import MemoryLog
from tests.factories import split_lines, story


def make_desk(verdicts: int = 0) -> Desk:
    desk = Desk(story(), MemoryLog(), "r1", split=split_lines)
    for _ in range(verdicts):
        desk.judge("supported")
    return desk
