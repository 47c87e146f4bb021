"""Where a reviewer stands: the claim and fact in hand, the mention pointed at, what each pane shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.panes import Panes
from factcheck.review.refusal import Refusal
from factcheck.review.sight import Look, View
from factcheck.review.voices import Voice, voices
from factcheck.wording.words import SIGNS, UNSEEN, count, suggested_name

if TYPE_CHECKING:
    from factcheck.model import Analysis, Article, Claim, Mark
    from factcheck.review.facts import Fact, Facts
    from factcheck.review.search import Hit
    from factcheck.review.state import State
    from factcheck.wording.places import Places

NO_CLAIM = "no claim stands at this hit: v makes one of its words"


class InHand:
    """Moves answer with a line for the reviewer, empty where all went well."""

    facts: Facts
    """Those of the analysis; whoever takes an analysis gathers them."""

    def __init__(
        self, analysis: Analysis, state: State, reviewer: str, start_claim: str | None, places: Places
    ) -> None:
        self.analysis = analysis
        self.state = state
        self.reviewer = reviewer
        self.places = places
        self._claim = start_claim
        self._row = 0
        self._view: View | None = None
        self.pinned: tuple[int, str] | None = None
        """A pane, and the article that stays in it."""
        self._beside = False
        self._asked_for = False
        self._voices: tuple[Voice, ...] | None = None
        self._settled: tuple[int, dict[str, Mark]] = (-1, {})

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

    def goto(self, claim: str) -> str:
        """Take a claim in hand, shown by the filter or not."""
        if claim not in self.facts.claims:
            return Refusal("that claim is not in this session any more")
        self._claim = claim
        self._view, self._beside, self._asked_for = None, False, False
        self._voices = None
        self._row = self._telling_row()
        return ""

    # --- who says what --------------------------------------------------------------------

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The rows of the table for the claim in hand."""
        claim, fact = self.claim, self.fact
        if claim is None or fact is None:
            return ()
        if self._voices is None:
            ahead = self.facts.rows.get(claim.id)
            self._voices = voices(claim, fact, self.facts, self.places) if ahead is None else ahead
        return self._voices

    def rows_ahead(self, facts: Facts) -> None:
        """Make the rows that the claim in hand has in facts to come; in another thread."""
        claim = self._claim
        if claim is not None and claim in facts.claims:
            places = self.places.knowing(facts.by_article)
            facts.rows[claim] = voices(facts.claims[claim], facts.fact_of[claim], facts, places)

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

    def choose_next(self, by: int, panes: int = 2) -> str:
        """Point at the next or previous mention, round and round.

        The row of the claim in hand is stepped over while its place is in sight in one of the ``panes``:
        nothing can be tied, parted or linked there. Where it is not, that row brings it back.
        """
        rows = self.voices
        mentions = [index for index, voice in enumerate(rows) if voice.claim is not None]
        if len(mentions) < 2:
            return "no other mention of this fact"
        at = mentions.index(self._row) if self._row in mentions else 0
        round_ = [mentions[(at + by * step) % len(mentions)] for step in range(1, len(mentions) + 1)]
        if any(view.claim == self._claim for view in self.views(panes)):
            round_ = [index for index in round_ if rows[index].claim != self._claim]
        refused = self.choose(round_[0])
        chosen = self.voices[self._row]
        return refused or (f"{chosen.where}: {chosen.why}" if chosen.why else "")

    def enter(self) -> str:
        """Take the mention pointed at, or the claim at the search hit in sight, in hand."""
        if (hit := self.hit_shown) is not None:
            at = self.claims_at(hit)
            return self.goto(at[0].id) if at else NO_CLAIM
        rows = self.voices
        chosen = rows[self._row].claim if self._row < len(rows) else None
        if chosen is None or chosen == self._claim:
            return "no other mention is pointed at: h and l point at one, / searches for one"
        return self.goto(chosen)

    @property
    def hit_shown(self) -> Hit | None:
        """The search hit in sight."""
        return self._view.hit if self._view is not None else None

    def claims_at(self, hit: Hit) -> list[Claim]:
        """The claims that a search hit stands in or touches, in the order of the text."""
        there = self.facts.by_article[hit.article]
        return [claim for claim in there if claim.start < hit.end and claim.end > hit.start]

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
