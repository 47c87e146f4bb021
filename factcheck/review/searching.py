"""Going through texts, values and notes by words: the hits, which of them is in sight, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.cursor import Cursor
from factcheck.review.refusal import Refusal
from factcheck.review.sight import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.model import Analysis
    from factcheck.review.facts import Facts
    from factcheck.review.search import Finder, Hit, Index
    from factcheck.review.state import State


class Searching(Cursor):
    """Moving about by what is searched for; answers as the cursor does."""

    new_index: Callable[[Iterable[str]], Index] | None = None
    """Makes a full-text index of texts; without one a search goes through all of them."""

    query = ""
    hits: tuple[Hit, ...] = ()
    _hit = 0

    @property
    def finder(self) -> Finder:
        """What searches the claims and texts of now."""
        if self._finder is None:
            from factcheck.review.search import Finder

            self._finder = Finder(self.facts, self.new_index)
        return self._finder

    def take(
        self, analysis: Analysis, state: State, facts: Facts | None = None, *, anew: bool = False
    ) -> None:
        """Go on with another analysis; a hit in a value or on a claim that it lacks is none any more."""
        super().take(analysis, state, facts, anew=anew)
        if all(hit.where == "text" for hit in self.hits):
            return
        before, there = self.hits[self._hit], set(self._places())
        self.hits = tuple(h for h in self.hits if h.where == "text" or (h.article, h.start, h.end) in there)
        if before in self.hits:
            self._hit = self.hits.index(before)
        else:
            self._hit, self._view = 0, None

    def _places(self) -> Iterator[tuple[str, int, int]]:
        """Where claims stand, and their values."""
        for claim in self.facts.in_text:
            for each in (claim, *claim.values, *((claim.attribution,) if claim.attribution else ())):
                yield claim.article, each.start, each.end

    def find(self, query: str) -> str:
        """Search texts, values and notes, and show the first hit from here on."""
        self.query = query
        self.hits = self.finder.find(query, self._notes())
        if not self.hits:
            # Whoever looked for words that stand nowhere means no mention that was pointed at before.
            self._row, self._view, self._beside, self._asked_for = 0, None, False, False
            return Refusal(f"no hit for “{query}”") if query.strip() else ""
        from factcheck.review.search import first_from

        claim = self.claim
        here = (claim.article, claim.start) if claim else (self.articles[0].id, 0)
        self._hit = first_from(self.hits, self.facts.order, *here)
        return self._show_hit()

    @property
    def hit(self) -> int:
        """The place of the hit in sight among the hits."""
        return self._hit

    def show_hit(self, number: int) -> str:
        """Go to a hit by its place among the hits."""
        self._hit = number
        return self._show_hit()

    def _notes(self) -> Iterator[tuple[str, str]]:
        """The notes that may be seen, one's own first, with their claims."""
        for name in sorted(self.state.reviewers(), key=lambda name: name != self.reviewer):
            for claim, mark in self.state.marks(name).items():
                if mark.note:
                    yield claim, mark.note

    def step_hit(self, by: int) -> str:
        if not self.hits:
            return "nothing is searched for; / searches"
        self._hit = (self._hit + by) % len(self.hits)
        return self._show_hit()

    @property
    def out_of_sight(self) -> str:
        """Why a verdict has to wait: a search hit is shown, and the claim in hand stands elsewhere."""
        hit, claim = self.hit_shown, self.claim
        if hit is None or claim is None:
            return ""
        if hit.article == claim.article and claim.start < hit.end and hit.start < claim.end:
            return ""
        cite = self.places.cite(claim)
        return f"a hit is shown, and {cite} is in hand: Enter takes the hit's claim, Esc goes back to {cite}"

    def end_search(self) -> None:
        self.query, self.hits, self._hit = "", (), 0
        self._view = None

    def _show_hit(self) -> str:
        hit = self.hits[self._hit]
        self._view = View(hit.article, None, hit)
        place = self.places.cite_at(hit.article, hit.start)
        which = f"hit {self._hit + 1} of {len(self.hits)} for “{self.query}”"
        if hit.where == "note":
            which += f" in the note on {place}"
        else:
            which += f" in {place}" + (f", read as {hit.read}" if hit.where == "value" else "")
        goes = "Enter its claim" if self.claims_at(hit) else "v makes it a claim"
        return f"{which}; n N go on, {goes}, Esc ends"
