"""Moving about: from claim to claim and fact to fact, in an order, through a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.facts import Fact, Facts
from factcheck.review.filters import ALL, Filter, Filters, Marked
from factcheck.review.in_hand import InHand
from factcheck.review.queue import ORDERS, Order, Queue, in_place, ordered
from factcheck.review.tallies import Tallies
from factcheck.wording.places import Places, Splitter, split_by_default
from factcheck.wording.words import count

if TYPE_CHECKING:
    from factcheck.model import Analysis, Claim
    from factcheck.review.search import Finder
    from factcheck.review.sight import Progress
    from factcheck.review.state import State


FEW = 4
"""A filter that lets through less than one claim in so many is quicker asked for its facts first."""


class Cursor(InHand):
    """Moving about in one analysis. Moves answer with a line for the reviewer, empty where all went well."""

    def __init__(
        self,
        analysis: Analysis,
        state: State,
        reviewer: str,
        *,
        start_claim: str | None = None,
        split: Splitter = split_by_default,
    ) -> None:
        super().__init__(analysis, state, reviewer, start_claim, Places(analysis.articles, split))
        self.order: Order = "disputed first"
        self.filter = ALL
        self._came: dict[Order, dict[str, int]] = {}
        """Where each claim's fact came in an order when that was chosen."""
        self.generation = 0
        """Grows whenever the claims themselves may be others than before."""
        self.tallies = Tallies()
        self._finder: Finder | None = None
        self._gather(analysis)
        self.queue = self._new_queue()
        self._settle(start_claim)

    def take(
        self, analysis: Analysis, state: State, facts: Facts | None = None, *, anew: bool = False
    ) -> None:
        """Go on with another analysis of the same articles, and stay where the reviewer stands.

        ``facts`` are those of the analysis, where they were made ahead. They come up where they did before,
        or ``anew`` in the order that is chosen.
        """
        if anew:
            self._came.clear()
        rows, before = self.voices, self.claim
        # A claim that stood alone was pointed at for want of another: where others joined it, one of them is.
        alone = sum(voice.claim is not None for voice in rows) < 2
        pointed = rows[self._row].claim if self._row < len(rows) and not alone else None
        view, beside, asked_for = self._view, self._beside, self._asked_for
        self.analysis, self.state = analysis, state
        self.generation += 1
        self._gather(analysis, facts)
        self._voices, self._settled = None, (-1, {})
        self.queue = self._new_queue()
        self._settle(self._claim if self._claim in self.facts.claims else self._nearest(before))
        if before is None or self._claim != before.id:
            return
        if view is not None and (view.claim is None or view.claim in self.facts.claims):
            self._view = view
        row = next((i for i, voice in enumerate(self.voices) if voice.claim and voice.claim == pointed), None)
        if row is not None:
            self._row, self._beside, self._asked_for = row, beside, asked_for

    def _nearest(self, gone: Claim | None) -> str | None:
        """The claim that stands nearest to one that is gone, in the same article."""
        there = self.facts.by_article.get(gone.article, ()) if gone else ()
        if gone is None or not there:
            return None
        return min(there, key=lambda claim: abs(claim.start - gone.start)).id

    @property
    def fact_number(self) -> int:
        """The place of the fact among those shown, from 1; 0 where the filter hides it."""
        index = self.queue.fact_index(self.fact) if self.fact else None
        return 0 if index is None else index + 1

    @property
    def moment(self) -> tuple[int, int]:
        """As long as it is the same, nobody has acted, and the claims and facts are those of before."""
        return self.generation, len(self.state.history)

    def progress(self) -> Progress:
        return self.tallies.progress(self)

    # --- moving by claim and fact ---------------------------------------------------------

    def step(self, by: int) -> str:
        """The next or previous claim shown."""
        if self._claim is None:
            return "no claims were found"
        found = self.queue.step(self._claim, by)
        if found is None:
            return self._at_the_end(by)
        return self.goto(found)

    def step_fact(self, by: int) -> str:
        fact = self.fact
        if fact is None:
            return "no claims were found"
        found = self.queue.step_fact(fact, by)
        return self._at_the_end(by) if found is None else self.goto(found)

    def end(self, by: int) -> str:
        """The first (-1) or last (1) claim shown."""
        if not self.queue.claims:
            return "no claims were found" if self._claim is None else "nothing is shown; f changes the filter"
        return self.goto(self.queue.claims[0 if by < 0 else -1])

    def _at_the_end(self, by: int) -> str:
        if not self.queue.claims:
            return f"nothing is {self.filter_name}; f changes the filter"
        return "this is the last; g goes to the first" if by > 0 else "this is the first; G goes to the last"

    # --- filter, order, search ------------------------------------------------------------

    @property
    def filter_name(self) -> str:
        return self.filter.label({article.id: self.places.letter(article.id) for article in self.articles})

    def show_only(self, filter_: Filter) -> str:
        """Show what the filter lets through; where it hides the claim in hand, stand on the first shown."""
        self.filter = filter_
        self.requeue()
        if self._claim is not None and self._claim not in self.queue:
            self.end(-1)
        return f"shown: {self.filter_name}, {len(self.queue)} of {count(len(self.facts.claims), 'claim')}"

    def cycle_order(self) -> str:
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._came.pop(self.order, None)
        self._orders.pop(self.order, None)
        self.requeue()
        return f"order: {self.order}"

    def requeue(self) -> None:
        """Apply order and filter again."""
        self.queue = self._new_queue()

    # --- own ------------------------------------------------------------------------------

    @property
    def _first(self) -> str | None:
        return self.queue.claims[0] if self.queue.claims else None

    def _gather(self, analysis: Analysis, facts: Facts | None = None) -> None:
        self.facts = facts or Facts(analysis.articles, analysis.claims, analysis.comparison)
        self.places.know(self.facts.by_article)
        self._filters = Filters(self.facts)
        self._finder = None
        self._orders: dict[Order, list[Fact]] = {}

    def _new_queue(self) -> Queue:
        if self.order not in self._orders:
            facts = ordered(self.facts.facts, self.order)
            found = {claim: n for n, fact in enumerate(facts) for claim in fact.claims}
            places = self._came.setdefault(self.order, found)
            self._orders[self.order] = in_place(facts, places, self._claim)
        facts, passing = self._orders[self.order], self._filters.passing(self.filter, self._marked())
        if passing is not None and FEW * len(passing) < len(self.facts.claims):
            shown = {self.facts.fact_of[claim].id for claim in passing}
            facts = [fact for fact in facts if fact.id in shown]
        return Queue(facts, passing, self._orders[self.order])

    def _marked(self) -> Marked:
        everybody = {name: self.state.marks(name) for name in self.state.reviewers()}
        return Marked(self.state.marks(self.reviewer), everybody, len(self.state.history))

    def _settle(self, wanted: str | None) -> None:
        """Stand on the wanted claim, or on the first of the queue where it is gone."""
        target = wanted if wanted in self.facts.claims else self._first
        self._claim = None
        if target is not None:
            self.goto(target)
