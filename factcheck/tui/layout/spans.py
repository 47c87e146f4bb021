"""An interval index: which spans touch a range. Overlap and nesting are normal."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.model import Claim


class Span(NamedTuple):
    """A half-open range with the id of what stands there."""

    start: int
    end: int
    id: str


_START, _END = itemgetter(0), itemgetter(1)


def spans_of(claims: Iterable[Claim]) -> Iterable[Span]:
    """The spans of claims, without a step of Python for each: an article may have ten thousand."""
    return map(_span, map(attrgetter("start", "end", "id"), claims))


_span = cast("Callable[[tuple[int, int, str]], Span]", partial(tuple.__new__, Span))


class Spans:
    """Spans sorted by start with a running maximum of their ends: two bisections find a range's spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        # Sorted twice, for either key alone is read without a step of Python.
        self.spans = sorted(spans, key=_END, reverse=True)
        self.spans.sort(key=_START)
        self._starts = list(map(_START, self.spans))
        self._reach = list(accumulate(map(_END, self.spans), max))

    def touching(self, start: int, end: int) -> list[Span]:
        """The spans that share at least one position with ``[start, end)``, by start."""
        stop = bisect_left(self._starts, end)
        first = bisect_right(self._reach, start, 0, stop)
        return [span for span in self.spans[first:stop] if span.end > start]

    def at(self, position: int) -> list[Span]:
        """The spans that hold one position, the innermost last."""
        return self.touching(position, position + 1)
