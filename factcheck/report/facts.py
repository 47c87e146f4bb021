"""Facts: the groups of the comparison with what was decided; a claim in no group is a fact of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.report.rows import Fact, Side
from factcheck.report.words import STATES, State, state_words
from factcheck.wording.words import flat, short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Analysis, VerdictKind
    from factcheck.pipeline import Progress
    from factcheck.report.mentions import MentionMaker
    from factcheck.report.rows import Mention, SuggestionRow

LABEL = 60
_ORDER: dict[State, int] = {
    "conflicting": 0,
    "unresolved": 1,
    "supported": 2,
    "unsourced": 3,
    "left-open": 4,
    "open": 5,
    "not-a-claim": 6,
}
MIXED = "mentions judged differently"


class FactMaker:
    def __init__(self, analysis: Analysis, mentions: MentionMaker, tell: Progress | None = None) -> None:
        self._analysis = analysis
        self._mentions = mentions
        self._tell = tell
        self._done = 0

    def facts(self) -> tuple[Fact, ...]:
        """Judged disputes first, then suggested ones, supported, unsourced, open; numbered from 1."""
        found = [*self._grouped(), *self._alone()]
        found.sort(
            key=lambda fact: (
                _ORDER[fact.leaning],
                fact.state == "open",
                -len(fact.origins),
                -fact.articles,
                -fact.score,
            )
        )
        return tuple(replace(fact, number=number) for number, fact in enumerate(found, 1))

    def _grouped(self) -> list[Fact]:
        claims = {claim.id for claim in self._analysis.claims}
        found = []
        for group in self._analysis.comparison.groups:
            inside = sorted((c for c in group.claims if c in claims), key=self._mentions.place)
            if inside:
                origins = tuple(map(flat, group.origins))
                found.append(
                    self._fact(
                        group.id, flat(group.label), inside, group.articles, group.independent, origins
                    )
                )
        return found

    def _alone(self) -> list[Fact]:
        grouped = {claim for group in self._analysis.comparison.groups for claim in group.claims}
        found = []
        for claim in self._analysis.claims:
            if claim.id not in grouped:
                named = claim.attribution is not None and not claim.attribution.vague
                origins = (flat(claim.attribution.origin),) if claim.attribution and named else ()
                found.append(self._fact(f"claim-{claim.id}", "", [claim.id], 1, 1, origins))
        return found

    def _fact(
        self,
        name: str,
        label: str,
        claims: Sequence[str],
        articles: int,
        independent: int,
        origins: tuple[str, ...],
    ) -> Fact:
        if self._tell is not None:
            self._tell("putting the report together", self._done, len(self._analysis.claims))
        self._done += len(claims)
        on = self._mentions.topic(claims)
        among = frozenset(claims)
        mentions = tuple(self._mentions.make(claim, on, among) for claim in claims)
        state = fact_state(mentions)
        kind = _kind(mentions, state)
        suggestion = _gravest_suggestion(mentions)
        leaning = suggestion.state if state == "open" and suggestion else state
        return Fact(
            id=name,
            number=0,
            label=label or short(mentions[0].quote, LABEL),
            articles=articles,
            independent=independent,
            origins=origins,
            state=state,
            kind=kind,
            words=_words(mentions, state, kind),
            suggestion=suggestion,
            mentions=mentions,
            sides=self._sides(mentions) if leaning == "conflicting" else (),
            judged=sum(mention.state not in ("open", "left-open") for mention in mentions),
            score=max(mention.score for mention in mentions),
        )

    def _sides(self, mentions: Sequence[Mention]) -> tuple[Side, ...]:
        sides = by_origin(mentions)
        if len(sides) < 2:
            return ()
        return tuple(replace(side, mentions=self._signed(side.mentions)) for side in sides)

    def _signed(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        among = frozenset(mention.claim for mention in mentions)
        if len(among) < 2:
            return tuple(replace(m, relation="%" if m.copied_from else "=") for m in mentions)
        return tuple(replace(m, relation=self._mentions.sign(m.claim, among)) for m in mentions)


def by_origin(mentions: Sequence[Mention]) -> tuple[Side, ...]:
    """The mentions by who says it first, in the order of the texts."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.origin, []).append(mention)
    return tuple(Side(origin, tuple(said)) for origin, said in found.items())


def fact_state(mentions: Sequence[Mention]) -> State:
    """Conflicting where any mention is; the verdict that all judged ones have; else unresolved.

    A fact of which one mention is supported and another unsourced does not stand. One that is left open
    beside judged ones says nothing against them: the fact is judged in part. ``open`` where nobody has
    judged any, "no claim" only where all are none.
    """
    states = {mention.state for mention in mentions}
    if states == {"not-a-claim"}:
        return "not-a-claim"
    said = states - {"open", "not-a-claim"}
    if "conflicting" in said:
        return "conflicting"
    verdicts = said - {"left-open"} or said
    if len(verdicts) > 1:
        return "unresolved"
    return verdicts.pop() if verdicts else "open"


def _words(mentions: Sequence[Mention], state: State, kind: VerdictKind | None) -> str:
    """The state in words; where no mention's reviewers differ, it is the mentions that do."""
    if state == "unresolved" and all(mention.state != "unresolved" for mention in mentions):
        return MIXED
    return state_words(state, kind)


def _kind(mentions: Sequence[Mention], state: State) -> VerdictKind | None:
    kinds = Counter(
        verdict.kind
        for mention in mentions
        for verdict in ((mention.adjudicated,) if mention.adjudicated else mention.verdicts)
        if verdict.verdict == state and verdict.kind
    )
    return kinds.most_common(1)[0][0] if kinds else None


def _gravest_suggestion(mentions: Sequence[Mention]) -> SuggestionRow | None:
    found = [mention.suggestion for mention in mentions if mention.suggestion]
    return min(found, key=lambda suggestion: STATES.index(suggestion.state), default=None)
