"""The order in which facts and claims come up, and which of them are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from factcheck.model import Claim, Mark

if TYPE_CHECKING:
    from factcheck.review.facts import Fact, Facts

Order = Literal["disputed first", "text order"]
Filter = Literal[
    "all", "not judged", "conflicting", "supported", "unsourced", "left open", "not a claim",
    "with a note", "suggested conflicting", "suggested supported", "suggested unsourced",
    "stale", "kept, no rule", "by hand", "others differ",
]  # fmt: skip
ORDERS: tuple[Order, ...] = get_args(Order)
FILTERS: tuple[Filter, ...] = get_args(Filter)
_VERDICT_OF = {"left open": "left-open", "not a claim": "not-a-claim"}

_HOW = {"kept, no rule": "kept", "by hand": "hand"}

Marks = Callable[[str], Mark | None]
Others = Callable[[str], Sequence[Mark]]
"""What other reviewers decided of a claim."""


def nobody(_claim: str) -> Sequence[Mark]:
    """There are no other reviewers."""
    return ()


def judged(mark: Mark | None) -> bool:
    return mark is not None and mark.verdict is not None


def passes(filter_: Filter, claim: Claim, mark: Mark | None, facts: Facts, others: Others = nobody) -> bool:
    """Whether a filter lets a claim through."""
    if filter_ == "all":
        return True
    if filter_ == "not judged":
        return not judged(mark)
    if filter_ == "with a note":
        return mark is not None and bool(mark.note)
    if filter_ == "stale":
        return mark is not None and mark.stale
    if filter_ in _HOW:
        return claim.how == _HOW[filter_]
    if filter_ == "others differ":
        return len({each.verdict for each in (mark, *others(claim.id)) if each and each.verdict}) > 1
    if filter_.startswith("suggested "):
        suggestion = facts.suggestions.get(claim.id)
        return suggestion is not None and suggestion.verdict == filter_.removeprefix("suggested ")
    return mark is not None and mark.verdict == _VERDICT_OF.get(filter_, filter_)


def ordered(facts: Sequence[Fact], order: Order) -> list[Fact]:
    """Disputes first, then by how many articles tell the fact; or as the texts run."""
    if order == "text order":
        return sorted(facts, key=lambda fact: fact.first)
    return sorted(facts, key=lambda fact: (fact.rank, -fact.articles, -len(fact.claims), fact.first))


class Queue:
    """What is shown, in order: facts, and the claims of each that the filter lets through."""

    def __init__(
        self, facts: Facts, marks: Marks, order: Order, filter_: Filter, others: Others = nobody
    ) -> None:
        self.facts: list[Fact] = []
        self.claims: list[str] = []
        self._place: dict[str, int] = {}
        self._starts: dict[str, int] = {}
        for fact in ordered(facts.facts, order):
            shown = [c for c in fact.claims if passes(filter_, facts.claims[c], marks(c), facts, others)]
            if shown:
                self.facts.append(fact)
                self._starts[fact.id] = len(self.claims)
                self.claims.extend(shown)
        self._place = {claim: index for index, claim in enumerate(self.claims)}
        self._fact_place = {fact.id: index for index, fact in enumerate(self.facts)}

    def __len__(self) -> int:
        return len(self.claims)

    def __contains__(self, claim: str) -> bool:
        return claim in self._place

    def fact_index(self, fact: Fact) -> int | None:
        return self._fact_place.get(fact.id)

    def step(self, claim: str, by: int) -> str | None:
        """The claim ``by`` places on, or None past an end; from a claim that is not shown, the first."""
        place = self._place.get(claim)
        if place is None:
            return self.claims[0] if self.claims else None
        place += by
        return self.claims[place] if 0 <= place < len(self.claims) else None

    def step_fact(self, fact: Fact, by: int) -> str | None:
        """The first shown claim of the fact ``by`` places on, or None past an end."""
        place = self._fact_place.get(fact.id)
        if place is None:
            return self.claims[0] if self.claims else None
        place += by
        return self.first_of(self.facts[place]) if 0 <= place < len(self.facts) else None

    def first_of(self, fact: Fact) -> str | None:
        start = self._starts.get(fact.id)
        return None if start is None else self.claims[start]

    def next_open(self, claim: str, fact: Fact, is_judged: Callable[[str], bool]) -> str | None:
        """The next shown claim without a verdict: in the same fact, else after it, else before."""
        place = self._place.get(claim, -1)
        after, before = self.claims[place + 1 :], self.claims[: max(place, 0)]
        own = set(fact.claims)
        candidates = (*(c for c in after if c in own), *(c for c in before if c in own), *after, *before)
        return next((other for other in candidates if not is_judged(other)), None)
