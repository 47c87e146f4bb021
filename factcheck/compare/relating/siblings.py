"""Two figures that one source gives in one sentence are two facts.

"60 tonnes of oil leaked from the ship, which had 380 tonnes on board": a figure of another article
for what leaked is held against the first alone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.compare.aspects.figure_pairs import best_comparison, nearness
from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.aspects.standing import rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.reading.profiles import Profile


class Siblings:
    """Knows which clauses stand in one sentence, and which of them answers to another's figure."""

    def __init__(self, profiles: Sequence[Profile], origins: Sequence[str | None]) -> None:
        self._profiles = profiles
        self._origins = origins
        self._beside: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for profile in profiles:
            self._beside[profile.article, profile.sentence].append(profile.index)

    def nearer(self, i: int, j: int) -> bool:
        """Whether a clause beside ``j``, of its source, answers to the figure of ``i`` better."""
        own, other = self._profiles[i], self._profiles[j]
        beside = self._beside[other.article, other.sentence]
        if len(beside) == 1:
            return False
        met = best_comparison(own.figures, other.figures)
        if met is None or met[2].kind != "conflicts":
            return False
        measured = met[0].interval.dimension in MEASURES
        for index in beside:
            if index == j or self._origins[index] != self._origins[j]:
                continue
            found = best_comparison(own.figures, self._profiles[index].figures)
            if found is None:
                continue
            if rank(*found[:2]) < rank(*met[:2]):
                return True
            if measured and rank(*found[:2]) == rank(*met[:2]) and nearness(found[2]) < nearness(met[2]):
                return True
        return False
