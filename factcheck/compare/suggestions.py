"""What the program proposes for each claim, with its reason; a person decides.

Conflicting outranks supported, and both sides are always counted. Agreement counts only from
independent articles: not from the claim's own copy cluster, not from a digest.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.people import same_person
from factcheck.model import SuggestedVerdict, Suggestion, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.relating.found import Found

SIDES = 6
"""How many sides of a dispute a reason names."""


@dataclass(frozen=True, slots=True)
class Side:
    """One clause's relation as seen from another: both clauses, and both values."""

    own: int
    other: int
    found: Found
    own_value: str
    other_value: str


class Suggester:
    """Builds one suggestion a claim from the relations found."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        origins: Sequence[str | None],
        relations: Sequence[Found],
        clusters: Mapping[int, Mapping[int, int]],
        group_of: Sequence[int],
    ) -> None:
        self._profiles = profiles
        self._origins = origins
        self._clusters = clusters
        self._group_of = group_of
        self._sides: defaultdict[int, list[Side]] = defaultdict(list)
        self._clauses: defaultdict[int, list[int]] = defaultdict(list)
        for profile in profiles:
            self._clauses[profile.number].append(profile.index)
        for found in relations:
            self._sides[found.i].append(Side(found.i, found.j, found, *found.values))
            self._sides[found.j].append(Side(found.j, found.i, found, found.values[1], found.values[0]))

    def suggestion(self, number: int) -> Suggestion:
        """What is proposed for the claim ``number``, from the relations of all its clauses."""
        clauses = self._clauses[number]
        sides = [side for clause in clauses for side in self._sides[clause]]
        index = self._speaks_for(clauses, sides)
        profile = self._profiles[index]
        agrees = [s for s in sides if s.found.relation.kind in ("agrees", "copies")]
        against = [s for s in sides if s.found.relation.kind == "conflicts"]
        newer = [s for s in sides if s.found.relation.kind == "updates" and s.found.newer == s.other]
        if profile.claim.cut:
            return self._plain(index, None, "cut off", wording.CUT_OFF, agrees, against)
        if against:
            return self._conflicting(index, agrees, against)
        if newer:
            return self._later_figure(index, agrees, newer)
        differs = [s for s in sides if s.found.relation.kind == "differs"]
        return self._supported(index, agrees) or self._alone(index, agrees, differs)

    @staticmethod
    def _speaks_for(clauses: Sequence[int], sides: Sequence[Side]) -> int:
        """The clause the suggestion is worded from: the one with the gravest relation, else the first."""
        grave = [s for s in sides if s.found.relation.kind == "conflicts"]
        if grave:
            return max(grave, key=lambda s: (s.found.weight, -s.own)).own
        return next((s.own for s in sides if s.found.relation.kind == "agrees"), clauses[0])

    # --- conflicting ------------------------------------------------------------------------

    def _conflicting(self, index: int, agrees: Sequence[Side], against: Sequence[Side]) -> Suggestion:
        kind = self._kind_of_conflict(against)
        ranked = sorted(against, key=lambda s: (-s.found.weight, s.other))
        if kind == "quote":
            why = ranked[0].found.relation.why
            articles = [self._article(index), *(self._article(s.other) for s in against)]
            why = f"{why} ({wording.letters(articles)})"
        elif all(s.found.relation.on == "polarity" for s in against):
            why = wording.disputed(kind, ranked[0].found.relation.why)
        else:
            why = wording.disputed(kind, self._parties(index, agrees, ranked))
        weight = max(s.found.weight for s in against)
        voices = len({self._origins[s.other] or f"article {self._article(s.other)}" for s in against})
        score = min(1.0, weight * 0.8 + min(voices, 4) * 0.05)
        return self._plain(index, "conflicting", kind, why, agrees, ranked, score)

    def _kind_of_conflict(self, against: Sequence[Side]) -> VerdictKind:
        if all(s.found.relation.on == "quote" for s in against):
            return "quote"
        for side in against:
            mine, theirs = self._voices(side.own, side.other), self._voices(side.other, side.own)
            if any(not same_person(a, b) for a in mine for b in theirs):
                return "sources"
        return "reports"

    def _voices(self, index: int, other: int) -> set[str]:
        """Who stands behind a clause: its origin, or where nobody is named who says the same elsewhere."""
        own = self._origins[index]
        if own is not None:
            return {own}
        return {
            named
            for s in self._sides[index]
            if s.found.relation.kind in ("agrees", "copies") and s.other != other
            if (named := self._origins[s.other])
        }

    def _parties(self, index: int, agrees: Sequence[Side], against: Sequence[Side]) -> str:
        """Who stands where: this claim's side first, then each other value by origin."""
        own = self._origins[index]
        agrees, against = ([s for s in sides if s.own == index] for sides in (agrees, against))
        beside = [s for s in agrees if self._origins[s.other] in (own, None)]
        sides: dict[str | None, list[tuple[str, int]]] = {own: [(against[0].own_value, self._article(index))]}
        sides[own].extend((s.other_value, self._article(s.other)) for s in beside)
        apart: dict[str | None, list[tuple[str, int]]] = {}
        for side in against:
            said = (side.other_value, self._article(side.other))
            apart.setdefault(self._origins[side.other], []).append(said)
        # "a sailor" and "the sailor" are one way of telling it; 3,000 and "nearly 3,000" are two.
        most = 1 if all(side.found.relation.on == "count" for side in against) else 2
        parties = [
            self._party(origin, told, most) for told_by in (sides, apart) for origin, told in told_by.items()
        ]
        more = len(parties) - SIDES
        text = wording.parties(parties[:SIDES])
        return f"{text} | and {more} more" if more > 0 else text

    @staticmethod
    def _party(
        origin: str | None, told: Sequence[tuple[str, int]], most: int
    ) -> tuple[str, str | None, list[int]]:
        """One side: its first value (and a second where it is told in two ways) and its articles."""
        values = list(
            {value.casefold(): value for value in map(wording.plain, (v for v, _ in told))}.values()
        )
        return ", ".join(values[:most]), origin, [article for _, article in told]

    def _later_figure(self, index: int, agrees: Sequence[Side], newer: Sequence[Side]) -> Suggestion:
        why = newer[0].found.relation.why
        weight = max(s.found.weight for s in newer)
        return self._plain(index, "conflicting", "later figure", why, agrees, newer, weight)

    # --- supported, open, unsourced ---------------------------------------------------------

    def _supported(self, index: int, agrees: Sequence[Side]) -> Suggestion | None:
        if not agrees:
            return None
        apart = [
            s
            for s in agrees
            if s.found.relation.kind == "agrees"
            and not self._profiles[s.other].digest
            and not self._one_voice(s)
        ]
        if not apart:
            return None  # text that was only copied is no second source
        copied = [s for s in agrees if not self._profiles[s.other].digest]
        behind = [self._origins[number] for number in (index, *(s.other for s in apart))]
        named = list(dict.fromkeys(origin for origin in behind if origin))
        kind: VerdictKind = "origins" if len(named) > 1 else "one origin" if named else "background"
        best = max(apart, key=lambda s: s.found.relation.score)
        articles = [self._article(s.other) for s in apart]
        same_text = [self._article(s.other) for s in copied if self._article(s.other) not in articles]
        why = wording.supported(
            kind, articles, named, best.found.relation.why, same_text=same_text, nameless=None in behind
        )
        score = {"origins": 0.12, "one origin": 0.15}.get(kind, 0.18)
        return self._plain(index, "supported", kind, why, copied, (), score)

    def _one_voice(self, side: Side) -> bool:
        clusters = self._clusters.get(self._group_of[side.own], {})
        own = clusters.get(self._article(side.own))
        return own is not None and clusters.get(self._article(side.other)) == own

    def _alone(self, index: int, agrees: Sequence[Side], differs: Sequence[Side]) -> Suggestion:
        profile = self._profiles[index]
        if profile.ahead and (profile.claim.modality == "forecast" or differs):
            why = differs[0].found.relation.why if differs else wording.FORECAST
            return self._plain(index, None, "forecast", why, agrees, differs, 0.1)
        origin = self._origins[index]
        digests = [s for s in agrees if self._profiles[s.other].digest]
        copies = [self._article(s.other) for s in agrees if not self._profiles[s.other].digest]
        repeated = wording.repeated(copies, digest=bool(digests))
        if origin is not None:
            why = wording.single_source(origin, repeated)
            return self._plain(index, None, "single source", why, agrees, differs, 0.1)
        attribution = profile.claim.attribution
        weight = 0.25 + 0.1 * profile.claim.score
        if attribution is not None:
            why = wording.vague(attribution.text, repeated)
            return self._plain(index, "unsourced", "vague", why, (), differs, weight)
        return self._plain(index, "unsourced", "nobody", wording.nobody(repeated), (), differs, weight)

    def _plain(
        self,
        index: int,
        verdict: SuggestedVerdict | None,
        kind: VerdictKind,
        why: str,
        agrees: Sequence[Side],
        differs: Sequence[Side],
        score: float = 0.0,
    ) -> Suggestion:
        evidence = dict.fromkeys(self._profiles[s.other].claim.id for s in (*differs, *agrees))
        return Suggestion(
            self._profiles[index].claim.id,
            verdict,
            why,
            tuple(evidence),
            round(score, 3),
            kind,
            len({self._article(s.other) for s in agrees} - {self._article(index)}),
            len({o for s in agrees if (o := self._origins[s.other])}),
            len({self._article(s.other) for s in differs}),
            len({o for s in differs if (o := self._origins[s.other])}),
            self._origins[index],
        )

    def _article(self, index: int) -> int:
        return self._profiles[index].article
