"""Where a reviewer stands: the fact and claim in hand, the mention beside it, the filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.facts import Fact, Facts
from factcheck.review.filters import ALL, Filter, Filters, Marked
from factcheck.review.panes import Panes
from factcheck.review.queue import ORDERS, Order, Queue, in_place, ordered
from factcheck.review.sight import Look, Progress, View
from factcheck.review.tallies import Tallies
from factcheck.review.voices import Voice, voices
from factcheck.wording.places import Places, Splitter, split_by_default
from factcheck.wording.words import SIGNS, UNSEEN, count, suggested_name

if TYPE_CHECKING:
    from factcheck.model import Analysis, Article, Claim, Mark
    from factcheck.review.search import Finder
    from factcheck.review.state import State


FEW = 4
"""A filter that lets through less than one claim in so many is quicker asked for its facts first."""


class Cursor:
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
        self.analysis = analysis
        self.state = state
        self.reviewer = reviewer
        self.places = Places(analysis.articles, split)
        self.order: Order = "disputed first"
        self.filter = ALL
        self._claim: str | None = start_claim
        self._row = 0
        self._view: View | None = None
        self.pinned: tuple[int, str] | None = None
        """A pane, and the article that stays in it."""
        self._beside = False
        self._asked_for = False
        self._voices: tuple[Voice, ...] | None = None
        self._came: dict[Order, dict[str, int]] = {}
        """Where each claim's fact came in an order when that was chosen."""
        self._settled: tuple[int, dict[str, Mark]] = (-1, {})
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
        pointed = rows[self._row].claim if self._row < len(rows) else None
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

    # --- what is in hand ------------------------------------------------------------------

    @property
    def articles(self) -> tuple[Article, ...]:
        return self.facts.articles

    @property
    def claim(self) -> Claim | None:
        """The claim in hand; None only where the session has no claims."""
        return self.facts.claims[self._claim] if self._claim is not None else None

    @property
    def fact(self) -> Fact | None:
        return self.facts.fact_of[self._claim] if self._claim is not None else None

    @property
    def fact_number(self) -> int:
        """The place of the fact among those shown, from 1; 0 where the filter hides it."""
        index = self.queue.fact_index(self.fact) if self.fact else None
        return 0 if index is None else index + 1

    def mark(self, claim: str) -> Mark | None:
        return self.state.mark(self.reviewer, claim)

    def others(self, claim: str) -> tuple[Mark, ...]:
        """What the other reviewers have decided of a claim, as far as it may be seen."""
        return tuple(mark for mark in self.state.marks_of(claim) if mark.reviewer != self.reviewer)

    @property
    def adjudicated(self) -> dict[str, Mark]:
        """The session's verdicts by claim; gathered once after each act."""
        if self._settled[0] != len(self.state.history):
            self._settled = len(self.state.history), self.state.adjudicated()
        return self._settled[1]

    def look(self, claim: str) -> Look:
        mark = self.mark(claim)
        if mark is not None and mark.verdict is not None:
            return Look(SIGNS[mark.verdict], mark.verdict, True)
        suggested = suggested_name(self.facts.suggestions.get(claim))
        return Look(SIGNS[suggested] if suggested else UNSEEN, suggested, False)

    def progress(self) -> Progress:
        return self.tallies.progress(self)

    # --- moving by claim and fact ---------------------------------------------------------

    def goto(self, claim: str) -> str:
        """Take a claim in hand, shown by the filter or not."""
        if claim not in self.facts.claims:
            return "that claim is not in this session any more"
        self._claim = claim
        self._view, self._beside, self._asked_for = None, False, False
        self._voices = None
        self._row = self._telling_row()
        return ""

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

    # --- who says what --------------------------------------------------------------------

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The rows of the table for the claim in hand."""
        claim, fact = self.claim, self.fact
        if claim is None or fact is None:
            return ()
        if self._voices is None:
            self._voices = voices(claim, fact, self.facts, self.places)
        return self._voices

    @property
    def row(self) -> int:
        """The row that is pointed at."""
        return self._row

    def choose(self, row: int) -> str:
        """Point at a row; the pane beside goes there."""
        rows = self.voices
        if not 0 <= row < len(rows) or rows[row].claim is None:
            return "silent: no mention of this fact was found there"
        self._row, self._view, self._beside, self._asked_for = row, None, row > 0, True
        return ""

    def choose_next(self, by: int) -> str:
        """Point at the next or previous mention, round and round."""
        mentions = [index for index, voice in enumerate(self.voices) if voice.claim is not None]
        if len(mentions) < 2:
            return "no other mention of this fact"
        at = mentions.index(self._row) if self._row in mentions else 0
        refused = self.choose(mentions[(at + by) % len(mentions)])
        chosen = self.voices[self._row]
        return refused or (f"{chosen.where}: {chosen.why}" if chosen.why else "")

    def enter(self) -> str:
        """Take the mention pointed at, or the claim at the search hit in sight, in hand."""
        if self._view is not None and self._view.hit is not None:
            hit = self._view.hit
            at = [c for c in self.facts.by_article[hit.article] if c.start < hit.end and c.end > hit.start]
            return self.goto(at[0].id) if at else "no claim stands at this hit"
        rows = self.voices
        chosen = rows[self._row].claim if self._row < len(rows) else None
        if chosen is None or chosen == self._claim:
            return "no other mention is pointed at: h and l point at one, / searches for one"
        return self.goto(chosen)

    def show_article(self, number: int) -> str:
        """Show an article by its number from 1, at its mention of this fact where it has one."""
        if not 1 <= number <= len(self.articles):
            return (
                f"there {'is' if len(self.articles) == 1 else 'are'} {count(len(self.articles), 'article')}"
            )
        article = self.articles[number - 1]
        for index, voice in enumerate(self.voices):
            if voice.claim and self.facts.claims[voice.claim].article == article.id:
                return self.choose(index)
        self._view = View(article.id)
        return f"{self.places.letter(article.id)} does not mention this fact" if self.fact else ""

    def pin(self, pane: int, panes: int) -> str:
        """Keep the article of a pane there whatever fact is in hand, or let the pane follow again."""
        article = self.views(panes)[pane].article
        letter = self.places.letter(article)
        if self.pinned == (pane, article):
            self.pinned = None
            return f"{letter} is not pinned any more: the pane follows the fact"
        self.pinned = (pane, article)
        return f"{letter} stays in this pane, at its mention of each fact; the same key lets it go"

    def views(self, panes: int) -> tuple[View, ...]:
        """What stands in each pane: the pinned article in its own, in the others what follows the fact.

        A single pane shows the claim in hand until another mention is asked for.
        """
        here = View(self.claim.article, self.claim.id) if self.claim else View(self.articles[0].id)
        rows = self.voices
        there = here
        if self._row < len(rows) and (chosen := rows[self._row].claim) is not None:
            there = View(self.facts.claims[chosen].article, chosen)
        there = self._view or there
        alone = there if self._view or self._beside else here
        return Panes(self.facts, rows, here, there, alone).shown(panes, self.pinned)

    def _telling_row(self) -> int:
        """The mention worth looking at first: a conflict in another article, else any in another article."""
        here = self.claim
        others = [
            (voice.sign != "!", index)
            for index, voice in enumerate(self.voices)
            if here and voice.claim and self.facts.claims[voice.claim].article != here.article
        ]
        return min(others)[1] if others else 0

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
        return Queue(facts, passing)

    def _marked(self) -> Marked:
        everybody = {name: self.state.marks(name) for name in self.state.reviewers()}
        return Marked(self.state.marks(self.reviewer), everybody, len(self.state.history))

    def _settle(self, wanted: str | None) -> None:
        """Stand on the wanted claim, or on the first of the queue where it is gone."""
        target = wanted if wanted in self.facts.claims else self._first
        self._claim = None
        if target is not None:
            self.goto(target)
