"""What two claims about one fact (or one event told of another number) are to each other.

The order of the questions is that of what a reader would notice first: copied words, a denial, a
drifted quotation, the figures, the number of actors, the dates; who meet in all of it agree.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.unread import unread
from factcheck.compare.facts.gates import meant_not_told
from factcheck.compare.facts.opposed import denied_alike, exclusive, tells
from factcheck.compare.relating.circumstances import (
    by_author,
    by_clocks,
    by_dates,
    by_once,
    by_place,
    by_terms,
)
from factcheck.compare.relating.copied import by_copy
from factcheck.compare.relating.numbers import by_count, by_details, by_figures, counts
from factcheck.compare.relating.quoted import by_drift, by_quotes, by_speaker
from factcheck.compare.relating.representatives import pairs_of, representatives
from factcheck.compare.relating.siblings import Siblings
from factcheck.compare.relating.told import by_answer, by_knowledge, by_polarity, by_state, by_telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.relating.found import Found
    from factcheck.compare.relating.ground import Ground

LEAST_KIN = 0.12
"""Two claims of two groups of one event that are further apart than this are not set against each other."""


class Relator:
    """Relates pairs of claims that stand on one ``ground``."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._siblings = Siblings(ground.profiles, ground.origins)

    def within(self, group: Sequence[int], pairs: Iterable[tuple[int, int]] | None = None) -> Iterator[Found]:
        """The relations among the claims of one fact; ``pairs`` of them where they are chosen already."""
        for i, j in pairs_of(group, self.ground.profiles, self.ground.origins) if pairs is None else pairs:
            tied = self.ground.judge.tied(i, j)
            if not tied and (self._siblings.nearer(i, j) or self._siblings.nearer(j, i)):
                continue
            found = self._relate(i, j, group)
            if found is not None and self.speaks(found):
                yield self._warned(found) if tied else found

    def through_a_third(self, group: Sequence[int], found: Sequence[Found]) -> Iterator[Found]:
        """Two figures of ``group`` of which a third is an update, or which both are of it, are one thing's.

        However few words the two have in common: "to 27" and "to 34" are two tolls, for both rose to 37.
        """
        met: defaultdict[int, dict[int, str]] = defaultdict(dict)
        for f in found:
            if f.relation.kind == "updates" and not f.weak:
                met[f.i][f.j], met[f.j][f.i] = f.values
        known = {frozenset((f.i, f.j)) for f in found}
        for i, j in combinations([n for n in group if n in met], 2):
            thirds = met[i].keys() & met[j].keys()
            if frozenset((i, j)) in known or not any(met[n][i] == met[n][j] for n in thirds):
                continue
            if not (self._siblings.nearer(i, j) or self._siblings.nearer(j, i)):
                told = by_figures(self.ground, i, j, group, least=0.0)
                if told is not None and self.speaks(told):
                    yield told

    def answers(self) -> Iterator[Found]:
        """What was not known beside what answers it: two facts, of which a reader of either wants to hear."""
        for i, j in sorted(self.ground.settled):
            found = by_answer(self.ground, i, j)
            if found is not None:
                yield found

    def between(self, a: Sequence[int], b: Sequence[int]) -> Iterator[Found]:
        """The relations of two groups that tell one event with different numbers of actors."""
        few, fewer = self._standing_for(a), self._standing_for(b)
        pairs = {(min(i, j), max(i, j)) for i in a for j in fewer}
        pairs |= {(min(i, j), max(i, j)) for i in few for j in b}
        profiles = self.ground.profiles
        for i, j in sorted(pairs):
            told = counts(self.ground, profiles[i], profiles[j])
            if told is None or told[0] != "different" or self.ground.kin(i, j) < LEAST_KIN:
                continue
            found = by_count(self.ground, i, j, only_apart=True)
            if found is not None and self.speaks(found):
                yield found

    def _warned(self, found: Found) -> Found:
        """What a person has tied may be two things: the reason says so where the two tell two classes."""
        a, b = (self.ground.profiles[n].main for n in (found.i, found.j))
        if not a or not b or a & b:
            return found
        why = wording.two_classes(sorted(a), sorted(b), found.relation.why)
        return replace(found, relation=replace(found.relation, why=why))

    def _standing_for(self, group: Sequence[int]) -> list[int]:
        return representatives(group, self.ground.profiles, self.ground.origins)

    def speaks(self, found: Found) -> bool:
        """Whether it is shown: in one article only a contradiction of its own is, in a digest nothing."""
        a, b = self.ground.profiles[found.i], self.ground.profiles[found.j]
        if a.article != b.article:
            return True
        if a.digest or found.relation.kind != "conflicts":
            return False
        first, second = self.ground.origins[found.i], self.ground.origins[found.j]
        if found.relation.on == "quantity" and first and second and first != second:
            return True
        return not (a.earlier or b.earlier)

    # --- the questions in their order -------------------------------------------------------

    def _relate(self, i: int, j: int, group: Sequence[int]) -> Found | None:
        found = self._first_told(i, j, group)
        a, b = self.ground.profiles[i], self.ground.profiles[j]
        if found is not None and found.relation.kind == "agrees" and found.relation.on == "polarity":
            found = by_knowledge(self.ground, i, j) or found
        if found is not None and _only_one_to_come(found, a, b):
            why = wording.forecast(self.ground.pair(i, j, *found.values, "beside"))
            return self.ground.found(i, j, "differs", found.relation.on, why, found.values)
        if found is not None and found.relation.kind == "agrees" and a.denied != b.denied:
            # "Nobody has claimed the reward of 250,000" is not backed by who offered it.
            return found if denied_alike(tells(a), tells(b)) or self.ground.judge.tied(i, j) else None
        if (
            found is None
            or found.relation.kind not in ("agrees", "copies")
            or found.relation.on == "quantity"
        ):
            return found
        if (a.states and b.states and exclusive(tells(a), tells(b))) or (
            found.relation.kind == "agrees" and meant_not_told(a, b)
        ):
            return None
        same = unread(a.claim) == unread(b.claim)
        return found if same else None

    def _first_told(self, i: int, j: int, group: Sequence[int]) -> Found | None:
        at = self.ground
        return (
            by_answer(at, i, j)
            or by_speaker(at, i, j)
            or by_state(at, i, j)
            or by_copy(at, i, j)
            or by_polarity(at, i, j)
            or by_author(at, i, j)
            or by_place(at, i, j)
            or by_once(at, i, j)
            or by_terms(at, i, j)
            or by_drift(at, i, j)
            or by_figures(at, i, j, group)
            or by_quotes(at, i, j)
            or by_dates(at, i, j, only_apart=True)
            or by_clocks(at, i, j, only_apart=True)
            or by_details(at, i, j)
            or by_count(at, i, j)
            or by_clocks(at, i, j)
            or by_dates(at, i, j)
            or by_telling(at, i, j)
        )


def _only_one_to_come(found: Found, a: Profile, b: Profile) -> bool:
    """ "Will visit the town on Friday" does not bear out that somebody came on Friday."""
    agrees = found.relation.kind == "agrees" and found.relation.on in ("date", "count")
    return agrees and a.ahead != b.ahead
