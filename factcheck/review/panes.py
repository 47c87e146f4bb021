"""Which article stands in which pane, and at which of its mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.records import dataclass
from factcheck.review.sight import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.review.facts import Facts
    from factcheck.review.voices import Voice


@dataclass(frozen=True, slots=True)
class Panes:
    """What there is to show: ``here`` the claim in hand, ``there`` what is pointed at beside it.

    ``alone`` is what a single pane shows; ``voices`` are the mentions of the fact in hand.
    """

    facts: Facts
    voices: Sequence[Voice]
    here: View
    there: View
    alone: View

    def shown(self, count: int, pinned: tuple[int, str] | None = None) -> tuple[View, ...]:
        """A view for each of ``count`` panes; ``pinned``: a pane, and the article that stays in it."""
        if pinned is None:
            return self._following(count)
        place, article = min(pinned[0], count - 1), pinned[1]
        # One pane beside the pinned one shows the claim in hand until another mention is asked for.
        wanted = (*self._following(max(count - 1, 1)), *self._following(count))
        kept = next((view for view in wanted if view.article == article), None) or self._mention_in(article)
        free: list[View] = []
        for view in wanted:
            if view.article not in (article, *(each.article for each in free)):
                free.append(view)
        while len(free) < count - 1:
            free.append(self._another((article, *(view.article for view in free))))
        shown = free[: count - 1]
        shown.insert(place, kept)
        return tuple(shown)

    def _following(self, count: int) -> tuple[View, ...]:
        """The claim in hand, the mention pointed at, then further articles."""
        if count == 1:
            return (self.alone,)
        here, there = self.here, self.there
        if there.hit is not None and there.article == here.article:
            here, there = there, self._another((here.article,))
        elif there == here:
            there = self._another((here.article,))
        shown = [here, there]
        while len(shown) < count:
            shown.append(self._another(tuple(view.article for view in shown)))
        return tuple(shown)

    def _mention_in(self, article: str) -> View:
        """The article at its mention of the fact in hand, or wherever it stands."""
        return next((view for view in self._mentions() if view.article == article), View(article))

    def _another(self, taken: Sequence[str]) -> View:
        """A view of an article not yet on screen: one that mentions the fact before one that does not."""
        articles = list(self.facts.order)
        rest = [View(article) for article in articles if article not in taken]
        found = next((view for view in self._mentions() if view.article not in taken), None)
        return found or (rest[0] if rest else View(articles[-1]))

    def _mentions(self) -> list[View]:
        return [View(self.facts.claims[each.claim].article, each.claim) for each in self.voices if each.claim]
