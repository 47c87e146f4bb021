"""The order in which facts and claims come up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from factcheck.review.filters import nobody, passes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.review.facts import Fact, Facts
    from factcheck.review.filters import Filter, Marks, Others

Order = Literal["disputed first", "text order", "most worth a check", "fewest origins"]
ORDERS: tuple[Order, ...] = get_args(Order)


def ordered(facts: Sequence[Fact], order: Order) -> list[Fact]:
    """Disputes first, then by how many articles tell the fact; or by one thing, then as the texts run."""
    if order == "text order":
        return sorted(facts, key=lambda fact: fact.first)
    if order == "most worth a check":
        return sorted(facts, key=lambda fact: (-fact.score, fact.first))
    if order == "fewest origins":
        return sorted(facts, key=lambda fact: (fact.independent, len(fact.origins), fact.first))
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
