"""Counts over all claims and all facts, made anew only after an act: a move costs none of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from factcheck.records import dataclass
from factcheck.review.facts import SUGGESTED_AT
from factcheck.review.sight import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import VerdictName
    from factcheck.review.cursor import Cursor
    from factcheck.review.facts import Fact

_WEIGHT: Sequence[VerdictName] = ("conflicting", "supported", "left-open", "unsourced", "not-a-claim")


def weightiest(verdicts: Iterable[VerdictName]) -> VerdictName:
    """The one that a fact is shown under whose mentions were not all judged alike."""
    return min(verdicts, key=_WEIGHT.index)


@dataclass(frozen=True, slots=True)
class Tally:
    """The facts that are shown: how many, how many of each verdict, how many well supported."""

    facts: int
    verdicts: Mapping[VerdictName | None, int]
    """The reviewer's where all mentions have one, else what is suggested."""
    several: int
    """Supported, and told by more than one origin."""


class Tallies:
    """The counts of one reviewer's desk, kept until somebody acts or other claims are found."""

    def __init__(self) -> None:
        self._verdicts: tuple[object, Counter[VerdictName]] = (None, Counter())
        self._tally: tuple[object, Sequence[Fact], Tally] = (None, (), Tally(0, {}, 0))

    def progress(self, desk: Cursor) -> Progress:
        now = desk.moment
        if self._verdicts[0] != now:
            there = desk.facts.claims
            marks = desk.state.marks(desk.reviewer).items()
            self._verdicts = now, Counter(m.verdict for claim, m in marks if m.verdict and claim in there)
        counts = self._verdicts[1]
        seen, total = counts.total(), len(desk.facts.claims)
        return Progress(
            judged=seen - counts["left-open"],
            open=counts["left-open"],
            left=total - seen,
            supported=counts["supported"],
            conflicting=counts["conflicting"],
            unsourced=counts["unsourced"],
            shown=len(desk.queue),
            total=total,
        )

    def facts(self, desk: Cursor) -> Tally:
        now, facts = desk.moment, desk.queue.facts
        if self._tally[0] != now or self._tally[1] is not facts:
            judged = _judged(desk)
            verdicts = [judged.get(fact.id, SUGGESTED_AT[fact.rank]) for fact in facts]
            several = sum(
                verdict == "supported" and len(fact.origins) > 1
                for fact, verdict in zip(facts, verdicts, strict=True)
            )
            self._tally = now, facts, Tally(len(facts), Counter(verdicts), several)
        return self._tally[2]


def _judged(desk: Cursor) -> dict[str, VerdictName]:
    """The facts of which this reviewer has judged every mention, each with its verdict."""
    given: dict[str, list[VerdictName]] = defaultdict(list)
    for claim, mark in desk.state.marks(desk.reviewer).items():
        if mark.verdict and claim in desk.facts.fact_of:
            given[desk.facts.fact_of[claim].id].append(mark.verdict)
    by_id = desk.facts.by_id
    return {fact: weightiest(all_) for fact, all_ in given.items() if len(all_) == len(by_id[fact].claims)}
