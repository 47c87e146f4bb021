"""An interval index: which spans touch a range. Overlap and nesting are normal."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Span(NamedTuple):
    """A half-open range with the id of what stands there."""

    start: int
    end: int
    id: str


class Spans:
    """Spans sorted by start with a running maximum of their ends: two bisections find a range's spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans, key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self.spans]
        self._reach = list(accumulate((span.end for span in self.spans), max))

    def touching(self, start: int, end: int) -> list[Span]:
        """The spans that share at least one position with ``[start, end)``, by start."""
        stop = bisect_left(self._starts, end)
        first = bisect_right(self._reach, start, 0, stop)
        return [span for span in self.spans[first:stop] if span.end > start]

    def at(self, position: int) -> list[Span]:
        """The spans that hold one position, the innermost last."""
        return self.touching(position, position + 1)
