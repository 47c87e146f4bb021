"""The order in which facts and claims come up."""

from __future__ import annotations

from itertools import chain, takewhile
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from factcheck.review.facts import Fact

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


def in_place(facts: Sequence[Fact], places: Mapping[str, int], in_hand: str | None) -> list[Fact]:
    """Facts where their claims stood before people joined or parted any; ``places`` is by claim.

    The one in hand stands where the claim in hand did, so that what comes next is what came next. What was
    not there before comes behind the one that it follows in ``facts``.
    """
    keys: dict[str, tuple[int, bool]] = {}
    last = -1
    for fact in facts:
        mine = in_hand in fact.claims
        at = [claim for claim in fact.claims if claim == in_hand and claim in places] or fact.claims
        last = min((places[claim] for claim in at if claim in places), default=last)
        keys[fact.id] = last, not mine
    return sorted(facts, key=lambda fact: keys[fact.id])


class Queue:
    """What is shown, in order: facts, and the claims of each that the filter lets through.

    ``facts`` stand in the order wanted; ``passing`` are the claims that are shown, None means all. ``every``
    are all facts in that order, where some that show nothing are left out of ``facts``.
    """

    def __init__(
        self,
        facts: Sequence[Fact],
        passing: Collection[str] | None = None,
        every: Sequence[Fact] | None = None,
    ) -> None:
        self._every = facts if every is None else every
        self.facts: list[Fact] = []
        self.claims: list[str] = []
        self._starts: dict[str, int] = {}
        for fact in facts:
            shown = fact.claims if passing is None else [c for c in fact.claims if c in passing]
            if shown:
                self.facts.append(fact)
                self._starts[fact.id] = len(self.claims)
                self.claims.extend(shown)
        self._place = dict(zip(self.claims, range(len(self.claims)), strict=True))
        self._fact_place = {fact.id: index for index, fact in enumerate(self.facts)}

    def __len__(self) -> int:
        return len(self.claims)

    def __contains__(self, claim: str) -> bool:
        return claim in self._place

    def fact_index(self, fact: Fact) -> int | None:
        return self._fact_place.get(fact.id)

    def step(self, claim: str, by: int) -> str | None:
        """The claim ``by`` places on, or None past an end; also from where one that is not shown would be."""
        place = self._place.get(claim)
        place = self._following(claim) + by - (by > 0) if place is None else place + by
        return self.claims[place] if 0 <= place < len(self.claims) else None

    def step_fact(self, fact: Fact, by: int) -> str | None:
        """The first shown claim of the fact ``by`` places on, or None past an end; the same of facts."""
        place = self._fact_place.get(fact.id)
        if place is None:
            before = takewhile(lambda each: each.id != fact.id, self._every)
            place = sum(each.id in self._fact_place for each in before) - (by > 0)
        place += by
        return self.first_of(self.facts[place]) if 0 <= place < len(self.facts) else None

    def _following(self, claim: str) -> int:
        """The place of the first shown claim behind one that is not shown."""
        shown = 0
        for fact in self._every:
            for each in fact.claims:
                if each == claim:
                    return shown
                shown += each in self._place
        return 0

    def first_of(self, fact: Fact) -> str | None:
        start = self._starts.get(fact.id)
        return None if start is None else self.claims[start]

    def next_open(self, claim: str, fact: Fact, is_judged: Callable[[str], bool]) -> str | None:
        """The next shown claim without a verdict: in the same fact, else after it, else before."""
        place = self._place.get(claim)
        after = self._following(claim) if place is None else place + 1
        own = sorted(
            (self._place[c] for c in fact.claims if c in self._place), key=lambda at: (at < after, at)
        )
        rest = chain(range(after, len(self.claims)), range(after))
        candidates = (self.claims[at] for at in chain(own, rest) if at != place)
        return next((other for other in candidates if not is_judged(other)), None)
