"""What stands against a claim, in words: the sides of a dispute, and the later figure that overtakes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare import reasons, wording
from factcheck.compare.aspects.people import same_person
from factcheck.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.compare.parties import Parties
    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.sides import Side
    from factcheck.model import VerdictKind

_A_PERSON = re.compile(
    r"\b(?:sources?|people|persons?|insiders?|investigators?|witness(?:es)?|employees?|workers?|neighbou?rs?"
    r"|residents?|aides?|diplomats?|relatives?|colleagues?|friends?|members?)\b",
    re.I,
)
"""Somebody who is not named, but is somebody else than whoever is: a report ("media", "reports") is not."""


class Disputes:
    """Says what kind of dispute a claim stands in, and who stands where."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        origins: Sequence[str | None],
        sides: Callable[[int], Sequence[Side]],
        clusters: Callable[[int], Mapping[int, int]],
        parties: Parties,
    ) -> None:
        """``sides`` gives what a clause is related to, ``clusters`` the voices of its fact by article."""
        self._profiles = profiles
        self._origins = origins
        self._sides = sides
        self._clusters = clusters
        self._parties = parties
        self._withdrawn = [p for p in profiles if p.withdrawn]

    def of(
        self, index: int, agrees: Sequence[Side], against: Sequence[Side], newer: Sequence[Side]
    ) -> tuple[VerdictKind, str]:
        """The kind of the dispute and its reason; ``against`` has the gravest first."""
        kind = self._kind(against)
        why = self._who_stands_where(index, kind, agrees, against)
        why = wording.perhaps(why) if all(s.found.weak for s in against) else why
        why += reasons.also_later(self._parties.values(newer)) if newer else ""
        return kind, why + self._taken_back(index, against)

    def later(self, index: int, agrees: Sequence[Side], newer: Sequence[Side]) -> str:
        """The reason for a claim whose figure a later one overtakes."""
        why = self._parties.later(index, agrees, newer)
        return wording.perhaps(why) if all(s.found.weak for s in newer) else why

    def _who_stands_where(
        self, index: int, kind: VerdictKind, agrees: Sequence[Side], against: Sequence[Side]
    ) -> str:
        """The sides in words; of a quotation both wordings with all articles that print one of them."""
        speakers = all(s.found.relation.on == "actor" and not s.found.between for s in against)
        states = against[0].found.relation.why.startswith(wording.STATES)
        if kind != "quote" and not speakers and not states:
            if all(s.found.relation.on == "polarity" for s in against):
                return reasons.disputed(kind, self._parties.denial(index, agrees, against))
            return reasons.disputed(kind, self._parties.text(index, agrees, against))
        printed = [*against, *(s for s in agrees if s.found.relation.on == "quote")]
        articles = {self._profiles[index].article}.union(*(s.articles for s in printed))
        told = f"{against[0].found.relation.why} ({self._parties.where(articles)})"
        return reasons.disputed(kind, told) if states and kind != "quote" and not speakers else told

    def _taken_back(self, index: int, against: Sequence[Side]) -> str:
        """Which article of the dispute has itself withdrawn a figure that another one still prints."""
        told = [self._profiles[n] for n in (index, *(s.other for s in against))]
        here = self._clusters(index)
        for withdrawn in self._withdrawn:
            for figure in _quantities(withdrawn) if withdrawn.article in here else ():
                others = (q for p in told if p.article != withdrawn.article for q in _quantities(p))
                if any((q.value, q.unit) == (figure.value, figure.unit) for q in others):
                    return reasons.taken_back(withdrawn.article, figure.text)
        return ""

    def _kind(self, against: Sequence[Side]) -> VerdictKind:
        if all(s.found.relation.on == "quote" for s in against):
            return "quote"
        for side in against:
            mine, theirs = self._voices(side.own, side.other), self._voices(side.other, side.own)
            if side.found.between and any(not same_person(a, b) for a in mine for b in theirs):
                return "sources"
        return "reports"

    def _voices(self, index: int, other: int) -> set[str]:
        """Who stands behind a claim: its origin, or where nobody is named who says the same elsewhere."""
        own = self._origins[index]
        if own is not None:
            return {own}
        unnamed = self._profiles[index].claim.attribution
        if unnamed is not None and _A_PERSON.search(unnamed.text):
            return {unnamed.text.casefold()}
        return {
            named
            for s in self._sides(index)
            if s.found.relation.kind in ("agrees", "copies") and s.other != other
            if (named := self._origins[s.other])
        }


def _quantities(profile: Profile) -> list[Quantity]:
    return [value for value in profile.claim.values if isinstance(value, Quantity)]
