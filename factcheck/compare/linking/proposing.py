"""What is proposed for each of very many claims, from the values of its fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare import reasons, wording
from factcheck.compare.aspects.people import same_person
from factcheck.model import SuggestedVerdict, Suggestion, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.aspects.quantities import Outcome
    from factcheck.compare.linking.comparing import Value
    from factcheck.model import Article, Claim

_SCORES = {"origins": 0.12, "one origin": 0.15, "background": 0.18}
SIDES = 6
"""How many values a reason names."""


class Proposer:
    """Takes the values of one fact after the other; gives the suggestions in the order of the claims."""

    def __init__(
        self, articles: Sequence[Article], claims: Sequence[Claim], place: Mapping[str, int]
    ) -> None:
        self._digests = frozenset([n for n, article in enumerate(articles) if article.kind == "digest"])
        self._claims = claims
        self._place = place
        self._made: list[Suggestion | None] = [None] * len(claims)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """One for each claim that a fact was proposed for."""
        return tuple(made for made in self._made if made is not None)

    def propose(self, values: Sequence[Value], related: Sequence[tuple[int, int, Outcome | None]]) -> None:
        """Propose for every claim of a fact; ``related`` are pairs of its values, as the table says."""
        agree = [[value] for value in values]
        apart: list[list[Value]] = [[] for _ in values]
        for m, n, outcome in related:
            if outcome is not None and outcome.kind != "differs":
                sides = agree if outcome.kind == "agrees" else apart
                sides[m].append(values[n])
                sides[n].append(values[m])
        for n, value in enumerate(values):
            told = self._told(value, agree[n], apart[n])
            for number in value.claims:
                self._made[number] = self._one(number, told)

    def _told(self, value: Value, agree: Sequence[Value], apart: Sequence[Value]) -> _Told:
        """What is said of every claim of one value, put into words once."""
        origins = tuple(dict.fromkeys(o for v in agree for o in v.origins))
        kind: VerdictKind = "origins" if len(origins) > 1 else "one origin" if origins else "background"
        backing = frozenset[int]().union(*(v.articles for v in agree))
        example = f"“{wording.short(value.shown)}”"
        against = [self._side(other) for other in apart]
        sides = reasons.parties(self._side(value), (), against, most=SIDES) if apart else ""
        return _Told(
            backing,
            frozenset[int]().union(*(v.voices for v in agree)),
            frozenset[int]().union(*(v.articles for v in apart)),
            origins,
            tuple(dict.fromkeys(o for v in apart for o in v.origins)),
            kind,
            reasons.supported(kind, backing, origins, example) if len(backing) > 1 else "",
            sides,
            tuple(self._claims[n].id for v in (*apart[:SIDES], *agree[:SIDES]) for n in v.claims[:2]),
        )

    def _one(self, number: int, told: _Told) -> Suggestion:
        claim = self._claims[number]
        own = self._place[claim.article]
        said = claim.attribution
        origin = said.origin if said is not None and not said.vague else None
        verdict: SuggestedVerdict | None = None
        kind: VerdictKind
        score = 0.1
        against = len(told.against) - (own in told.against)
        if claim.cut:
            kind, why, score = "cut off", reasons.CUT_OFF, 0.0
        elif against:
            verdict, kind = "conflicting", _kind(origin, told.origins_against)
            why, score = reasons.disputed(kind, told.sides), 0.45
        elif len(told.voices) > 1:
            verdict, kind, why, score = "supported", told.kind, told.supported, _SCORES[told.kind]
        elif claim.modality == "forecast":
            kind, why = "forecast", reasons.only_ahead("")
        elif origin is not None:
            kind, why = "single source", reasons.single_source(origin, "")
        elif said is not None:
            verdict, kind, why, score = "unsourced", "vague", reasons.vague(said.text, ""), 0.3
        else:
            verdict, kind, why, score = "unsourced", "nobody", reasons.nobody(""), 0.3
        return Suggestion(
            claim.id,
            verdict,
            why,
            tuple([c for c in told.evidence if c != claim.id])
            if claim.id in told.evidence
            else told.evidence,
            score,
            kind,
            len(told.backing) - (own in told.backing),
            len(told.origins),
            against,
            len(told.origins_against),
            origin,
        )

    def _side(self, value: Value) -> reasons.Party:
        where = wording.letters(value.articles, self._digests)
        return next(iter(value.origins), None), [(wording.plain(value.shown), where)], ()


class _Told(NamedTuple):
    backing: frozenset[int]
    voices: frozenset[int]
    against: frozenset[int]
    """Articles that agree, the voices among them, and the articles that do not."""
    origins: Sequence[str]
    origins_against: Sequence[str]
    kind: VerdictKind
    supported: str
    sides: str
    evidence: tuple[str, ...]


def _kind(origin: str | None, against: Sequence[str]) -> VerdictKind:
    return "sources" if origin and any(not same_person(origin, other) for other in against) else "reports"
