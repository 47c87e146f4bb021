"""How a text falls into lines and furniture: the pieces that paragraphs are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.ingest.shape import lines, trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Furniture


def pieces(text: str, furniture: Sequence[Furniture]) -> Iterator[tuple[int, int, str | None]]:
    """(start, end, why) in order, covering all but white space; ``why`` is None for readable text.

    A piece lies inside one line; furniture that spans lines gives one piece for each.
    """
    waiting = sorted(furniture, key=lambda part: part.start)
    at = 0
    for start, end in lines(text):
        cursor = start
        while at < len(waiting) and waiting[at].end <= start:
            at += 1
        for part in _within(waiting, at, end):
            if cursor < part.start:
                yield from _piece(text, cursor, part.start, None)
            yield from _piece(text, max(cursor, part.start), min(end, part.end), part.why)
            cursor = max(cursor, part.end)
        if cursor < end:
            yield from _piece(text, cursor, end, None)


def _within(waiting: Sequence[Furniture], at: int, end: int) -> Iterator[Furniture]:
    while at < len(waiting) and waiting[at].start < end:
        yield waiting[at]
        at += 1


def _piece(text: str, start: int, end: int, why: str | None) -> Iterator[tuple[int, int, str | None]]:
    start, end = trim(text, start, end)
    if start < end:
        yield start, end, why
