"""Desks at the story of the ferry, and what stands at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.desk import Desk
from factcheck.review.matrix import MatrixRow, rows_of
from factcheck.review.memory import MemoryLog
from tests.factories import split_lines, story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Event
    from factcheck.review.events import Log


class CountingLog(MemoryLog):
    """A log in memory that counts its writes."""

    def __init__(self) -> None:
        super().__init__()
        self.appends = 0

    def append(self, events: Sequence[Event]) -> tuple[Event, ...]:
        self.appends += 1
        return super().append(events)


def make_desk(
    log: Log | None = None,
    reviewer: str = "r1",
    *,
    start: str | None = None,
    read_only: bool | None = None,
    verdicts: int = 0,
) -> Desk:
    """A desk from which the first ``verdicts`` claims have been judged supported."""
    log = log or MemoryLog()
    desk = Desk(story(), log, reviewer, start_claim=start, read_only=read_only, split=split_lines)
    for _ in range(verdicts):
        desk.judge("supported")
    return desk


def cite(desk: Desk) -> str:
    """Where the claim in hand stands: ``A5``."""
    assert desk.claim is not None
    return desk.places.cite(desk.claim)


def matrix_rows(desk: Desk) -> list[MatrixRow]:
    """The whole matrix, of which the screen makes what is in sight."""
    return [row for fact in desk.queue.facts for row in rows_of(desk, fact)]
