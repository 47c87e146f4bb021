"""What a careful reader says of the figures of two short reports, and what the comparison says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.unit.test_compare_careful import relations_told

Reading = Literal["agree", "conflict", "update", "part", "unrelated"]
"""``part``: one is a part, a rate or another stretch of the other; neither contradicts nor bears out."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, what a careful reader says of their figures, and the days of the reports."""

    a: str
    b: str
    reading: Reading
    days: tuple[str | None, str | None] = (None, None)


_READINGS: tuple[tuple[str, Reading], ...] = (
    ("conflicts", "conflict"),
    ("updates", "update"),
    ("agrees", "agree"),
    ("copies", "agree"),
    ("differs", "part"),
)


def read(pair: Pair) -> Reading | None:
    """What the comparison says of the figures of a pair: its gravest relation on a quantity or a date."""
    told = relations_told(pair.a, pair.b, pair.days)
    for kind, reading in _READINGS:
        if f"{kind} on quantity" in told or (reading == "agree" and any(t.startswith(kind) for t in told)):
            return reading
    return None


def right(pair: Pair) -> set[Reading | None]:
    """What may be said of a pair: where nothing is in conflict or borne out, all that says neither."""
    return {"part", "unrelated", None} if pair.reading in ("part", "unrelated") else {pair.reading}
