"""What the program proposes for each claim, with its reason; a person decides.

Conflicting outranks supported, and both sides are always counted. Agreement counts only from
independent articles: not from the claim's own copy cluster, not from a digest.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare import reasons, wording
from factcheck.compare.backing import Backing
from factcheck.compare.disputes import Disputes
from factcheck.compare.forecasts import Forecasts
from factcheck.compare.parties import Parties
from factcheck.compare.recanted import Recanted
from factcheck.compare.sequences import nearest
from factcheck.compare.sides import Side, fewer, voices
from factcheck.model import SuggestedVerdict, Suggestion, VerdictKind
from factcheck.values.together import together

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.relating.cells import Cells
    from factcheck.compare.relating.found import Found
    from factcheck.compare.voices.independence import Copied


class Suggester:
    """Builds one suggestion a claim from the relations found."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        origins: Sequence[str | None],
        relations: Sequence[Found],
        clusters: Sequence[Mapping[int, int]],
        group_of: Sequence[int],
        copied: Copied,
        cells: Cells | None = None,
        tied: Callable[[int, int], bool] | None = None,
    ) -> None:
        """``cells`` of a large session: what is found of one clause of a cell is said of all of them.

        ``tied`` says whether two clauses are of one fact because a person said so.
        """
        self._tied = tied
        self._profiles = profiles
        self._origins = origins
        self._clusters = clusters
        self._group_of = group_of
        self._sides: defaultdict[int, list[Side]] = defaultdict(list)
        self._cells = cells
        self._told_in: dict[int, frozenset[int]] = {}
        for found in relations:
            first, second = found.values
            self._sides[self._cell(found.i)].append(self._side(found.i, found.j, found, first, second))
            if cells is None or cells.cell[found.i] != cells.cell[found.j]:
                self._sides[self._cell(found.j)].append(self._side(found.j, found.i, found, second, first))
        if cells is not None:
            self._sides = defaultdict(list, {own: fewer(sides) for own, sides in self._sides.items()})
        self._parties = Parties(profiles, origins, self._sides, self._cell, self._voices_of_fact)
        self._disputes = Disputes(profiles, origins, self._sides_of, self._voices_of_fact, self._parties)
        self._forecasts = Forecasts(profiles, origins, group_of)
        self._recanted = Recanted(profiles, origins, self._parties.where)
        self._backing = Backing(profiles, origins, self._voices_of_fact, self._parties, group_of, copied)

    def _cell(self, clause: int) -> int:
        return clause if self._cells is None else self._cells.cell[clause]

    def _sides_of(self, clause: int) -> Sequence[Side]:
        return self._sides.get(self._cell(clause), ())

    def _voices_of_fact(self, clause: int) -> Mapping[int, int]:
        return self._clusters[self._group_of[clause]]

    def _side(self, own: int, other: int, found: Found, own_value: str, other_value: str) -> Side:
        cell = self._cell(other)
        articles = self._told_in.get(cell)
        if articles is None:
            there = [other] if self._cells is None else self._cells.members[cell]
            articles = self._told_in[cell] = frozenset([self._article(n) for n in there])
        named = self._origins[other]
        return Side(own, other, found, own_value, other_value, articles, frozenset([named] if named else []))

    def suggestions(self) -> tuple[Suggestion, ...]:
        """One for each claim, in their order."""
        return tuple([self.suggestion(index) for index in range(len(self._profiles))])

    def suggestion(self, index: int) -> Suggestion:
        """What is proposed for the claim ``index``."""
        sides = [self._own(index, side) for side in self._sides_of(index)]
        profile = self._profiles[index]
        agrees = self._together([s for s in sides if s.found.relation.kind in ("agrees", "copies")])
        dated = [s for s in agrees if self._only_dated(s)]
        agrees = [s for s in agrees if s not in dated]
        against = [s for s in sides if s.found.relation.kind == "conflicts"]
        updates = [s for s in sides if s.found.relation.kind == "updates"]
        newer = [s for s in updates if self._is_newer(s)]
        if profile.claim.cut:
            return self._plain(index, None, "cut off", reasons.CUT_OFF, (), ())
        if profile.withdrawn:
            return self._plain(index, None, "single source", reasons.WITHDRAWN, agrees, against)
        differs = [s for s in sides if s.found.relation.kind == "differs"]
        later_than = self._later_than([s for s in updates if s not in newer])
        found = (
            self._conflicting(index, agrees, against, newer)
            if against
            else self._later_figure(index, agrees, newer)
            if newer
            else self._supported(index, agrees)
        )
        since = [s for s in differs if s.found.relation.why.startswith(wording.SINCE)]
        if found is None:
            found = self._alone(index, agrees, differs, later_than + self._only_what_is_dated(index, dated))
        else:
            by_word = self._by_word(index, (*agrees, *against, *newer))
            found = replace(found, why=found.why + later_than + by_word)
        if wording.SINCE not in found.why:
            found = self._with_answer(found, since)
        return self._recanted.told(index, [s.other for s in sides], found)

    def _only_dated(self, side: Side) -> bool:
        """Whether all that the other claim bears out is something that this one takes for known and dates."""
        relation, other = side.found.relation, self._profiles[side.other]
        rest = self._profiles[side.own].undated
        if rest is None or relation.kind != "agrees" or relation.on not in ("date", "polarity"):
            return False
        return not rest.classes & other.main and 2 * len(rest.stems & other.own) <= len(rest.stems)

    def _only_what_is_dated(self, index: int, dated: Sequence[Side]) -> str:
        where = self._parties.where(frozenset[int]().union(*(s.articles for s in dated)))
        return reasons.only_dated(self._profiles[index].dates[0].text, where) if dated else ""

    def _by_word(self, index: int, sides: Sequence[Side]) -> str:
        """That the claim stands beside another because a person said so, and not the program."""
        tied = self._tied
        if tied is None:
            return ""
        return reasons.by_word({self._article(s.other) for s in sides if tied(index, s.other)})

    def _later_than(self, older: Sequence[Side]) -> str:
        """Which figures the claim brings up to date: that is told from both ends."""
        if not older:
            return ""
        return reasons.later_than(self._parties.values(older), weak=all(s.found.weak for s in older))

    def _with_answer(self, found: Suggestion, since: Sequence[Side]) -> Suggestion:
        """The suggestion, and who has told on a later day what was not known on that of the claim."""
        if not since:
            return found
        evidence = (*found.evidence, *(self._profiles[s.other].claim.id for s in since))
        why = f"{found.why}; {since[0].found.relation.why}"
        return replace(found, why=why, evidence=tuple(dict.fromkeys(evidence)))

    def _together(self, agrees: Sequence[Side]) -> list[Side]:
        """Without a claim that agrees in its words alone and contradicts one that agrees better.

        "62,000 units" of one body are not backed by the 85,000 that another body gives beside them.
        """
        weak = [s for s in agrees if s.found.relation.on == "polarity"]
        if len(agrees) < 2 or not weak:
            return list(agrees)
        score = {self._cell(s.other): s.found.relation.score for s in agrees}

        def outdone(side: Side) -> bool:
            against = (
                self._cell(other.other if other.other != side.other else other.own)
                for other in self._sides_of(side.other)
                if other.found.relation.kind == "conflicts"
            )
            return any(score.get(cell, 0.0) > side.found.relation.score for cell in against)

        left_out = {id(s) for s in weak if outdone(s)}
        return [s for s in agrees if id(s) not in left_out]

    def _is_newer(self, side: Side) -> bool:
        """Whether the other side brings this one up to date."""
        newer = side.found.newer
        return newer is not None and self._cell(newer) == self._cell(side.other)

    def _own(self, index: int, side: Side) -> Side:
        """A side of the claim's cell as the claim's own."""
        if side.own == index:
            return side
        other = side.own if side.other == index else side.other
        return Side(index, other, *side[2:])

    # --- conflicting ------------------------------------------------------------------------

    def _conflicting(
        self, index: int, agrees: Sequence[Side], against: Sequence[Side], newer: Sequence[Side]
    ) -> Suggestion:
        ranked = sorted(against, key=lambda s: (-s.found.weight, s.other))
        kind, why = self._disputes.of(index, agrees, ranked, newer)
        weight = max(s.found.weight for s in against)
        voices = len({self._origins[s.other] or f"article {self._article(s.other)}" for s in against})
        score = min(1.0, weight * 0.8 + min(voices, 4) * 0.05)
        return self._plain(index, "conflicting", kind, why, agrees, ranked, score)

    def _later_figure(self, index: int, agrees: Sequence[Side], newer: Sequence[Side]) -> Suggestion:
        why = self._disputes.later(index, agrees, newer)
        weight = max(s.found.weight for s in newer)
        return self._plain(index, "conflicting", "later figure", why, agrees, newer, weight)

    # --- supported, open, unsourced ---------------------------------------------------------

    def _supported(self, index: int, agrees: Sequence[Side]) -> Suggestion | None:
        found = self._backing.found(index, agrees)
        if found is None:
            return None
        kind, why, behind = found
        score = {"origins": 0.12, "one origin": 0.15}.get(kind, 0.18)
        return self._plain(index, "supported", kind, self._as_told(index, why), behind, (), score)

    def _alone(
        self, index: int, agrees: Sequence[Side], differs: Sequence[Side], later_than: str
    ) -> Suggestion:
        """What differs without a contradiction is told and no more: it is no evidence against the claim."""
        profile = self._profiles[index]
        digests = {self._article(s.other) for s in agrees if self._profiles[s.other].digest}
        told = frozenset[int]().union(*(s.articles for s in agrees if not self._profiles[s.other].digest))
        repeated = reasons.repeated(told - {self._article(index)}, digests)
        to_come = profile.claim.modality == "forecast" and (profile.ahead or profile.plan is False)
        if to_come or (profile.ahead and differs):
            why, near = (
                self._forecasts.beside(index, differs) if differs else (reasons.only_ahead(repeated), ())
            )
            found = self._plain(index, None, "forecast", why, agrees, (), 0.1)
            return replace(found, evidence=(*(self._profiles[n].claim.id for n in near), *found.evidence))
        origin, otherwise = self._origins[index], later_than + self._otherwise(index, differs)
        if origin is not None:
            told_by = together(origin, [self._origins[s.other] for s in agrees])
            why = self._as_told(index, reasons.single_source(origin, repeated, told_by)) + otherwise
            return self._plain(index, None, "single source", why, agrees, (), 0.1)
        attribution = profile.claim.attribution
        weight = 0.25 + 0.1 * profile.claim.score
        if attribution is not None:
            why = self._as_told(index, reasons.vague(attribution.text, repeated)) + otherwise
            return self._plain(index, "unsourced", "vague", why, (), (), weight)
        why = self._as_told(index, reasons.nobody(repeated)) + otherwise
        return self._plain(index, "unsourced", "nobody", why, (), (), weight)

    def _otherwise(self, index: int, differs: Sequence[Side]) -> str:
        """What stands beside a claim without contradicting it: values, or what came before and after."""
        told = [
            s
            for s in differs
            if s.found.relation.on not in ("polarity", "count")
            and not self._profiles[s.other].ahead
            and wording.SEQUENCE not in s.found.relation.why
        ]
        if told:
            return reasons.beside(self._parties.values(told))
        shown = nearest(self._profiles[index], differs, self._profiles) or next(iter(differs), None)
        return f"; {shown.found.relation.why}" if shown else ""

    def _as_told(self, index: int, why: str) -> str:
        """The reason, and that the claim tells no fact where it only says what may be or is to come."""
        profile = self._profiles[index]
        if not profile.ahead:
            return why
        return reasons.not_as_fact(why, forecast=profile.claim.modality == "forecast")

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
            len(frozenset[int]().union(*(s.articles for s in agrees)) - {self._article(index)}),
            voices(agrees),
            len(frozenset[int]().union(*(s.articles for s in differs))),
            voices(differs),
            self._origins[index],
        )

    def _article(self, index: int) -> int:
        return self._profiles[index].article
