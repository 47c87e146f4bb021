"""What a forecast is set beside: the report that is nearest to it, in its own article before any other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.figure_pairs import best_comparison, nearness, shown_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.sides import Side


class Forecasts:
    """Finds the report beside a forecast among the claims of its fact."""

    def __init__(
        self, profiles: Sequence[Profile], origins: Sequence[str | None], group_of: Sequence[int]
    ) -> None:
        self._profiles = profiles
        self._origins = origins
        self._group_of = group_of
        self._told: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        """By fact and article, what is told there as having happened, with a figure."""
        for p in profiles:
            if p.figures and not (p.ahead or p.denied or p.withdrawn):
                self._told[group_of[p.index], p.article].append(p.index)

    def beside(self, index: int, differs: Sequence[Side]) -> tuple[str, tuple[int, ...]]:
        """The reason for a forecast that differs from some claims, and the claim of its own article in it."""
        own, first = self._profiles[index], differs[0].found
        if first.relation.on != "quantity" or wording.FORECAST not in first.relation.why:
            return first.relation.why, ()
        told = {s.other: s for s in differs if s.found.relation.on == "quantity"}
        here = [] if first.weak else self._told.get((self._group_of[index], own.article), [])
        near = min((*here, *told), key=lambda n: self._far(index, n))
        best = best_comparison(own.figures, self._profiles[near].figures)
        if near in told or best is None:
            return (told[near].found if near in told else first).relation.why, ()
        mine, theirs = shown_beside(best[0], best[1])
        sides = (theirs, self._origins[near]), (mine, self._origins[index])
        return wording.forecast(wording.pair(*sides, "beside")), (near,)

    def _far(self, index: int, other: int) -> tuple[bool, bool, bool, tuple[int, float]]:
        """How far a report is from a forecast: of another thing, article or origin, and then the figures."""
        own, there = self._profiles[index], self._profiles[other]
        best = best_comparison(own.figures, there.figures)
        apart = own.article != there.article, self._origins[index] != self._origins[other]
        return best is None, *apart, (nearness(best[2]) if best else (0, 0.0))
