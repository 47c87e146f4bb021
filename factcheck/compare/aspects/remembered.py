"""What the figures of two claims are to each other, found once for all claims that tell the same figures.

Of a hot fact hundreds of claims give a dozen values: what two values are to each other does not depend on
where in their articles they stand.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.aspects.quantities import Outcome

    Best = tuple[Figure, Figure, Outcome]
    """Two figures of two claims, and what the table says of them."""

KEPT = 100_000


class Remembered:
    """Answers ``find`` again from what it has found before."""

    def __init__(self, find: Callable[[Sequence[Figure], Sequence[Figure]], Best | None]) -> None:
        self._find = find
        self._numbered: dict[int, tuple[Sequence[Figure], int]] = {}
        """By identity; the figures are held so that no other can take their place."""
        self._numbers: dict[Hashable, int] = {}
        self._next = count()
        """No number is given twice, whatever is forgotten: another thread may hold one."""
        self._found: dict[tuple[int, int], tuple[int, int, Outcome] | None] = {}

    def best(self, a: Sequence[Figure], b: Sequence[Figure]) -> Best | None:
        """The figures of ``a`` and of ``b`` that ``find`` gives, and its outcome."""
        key = self._number(a), self._number(b)
        known = self._found.get(key)
        if known is not None:
            return a[known[0]], b[known[1]], known[2]
        if key in self._found:
            return None
        best = self._find(a, b)
        if len(self._found) >= KEPT:
            self._found.clear()
        self._found[key] = None if best is None else (_place(a, best[0]), _place(b, best[1]), best[2])
        return best

    def forget(self) -> None:
        """Let go of all that was found, and of the figures it was found for."""
        self._numbered.clear()
        self._numbers.clear()
        self._found.clear()

    def _number(self, figures: Sequence[Figure]) -> int:
        """One number for all that tell the same, wherever they stand in their articles."""
        known = self._numbered.get(id(figures))
        if known is None:
            told = tuple([_compared(f, f.start - figures[0].start) for f in figures])
            if len(self._numbered) >= KEPT:
                self._numbered.clear()
                self._numbers.clear()
            number = self._numbers.setdefault(told, next(self._next))
            known = self._numbered[id(figures)] = (figures, number)
        return known[1]


def _compared(f: Figure, after: int) -> Hashable:
    """All of a figure that is compared; ``after`` is how far behind the first of its claim it stands."""
    return after, f.interval, f.of, f.actors, f.noun, f.part, f.sum, f.harm, f.more, f.rivals, f.reach, f.role


def _place(figures: Sequence[Figure], one: Figure) -> int:
    return next(n for n, figure in enumerate(figures) if figure is one)
