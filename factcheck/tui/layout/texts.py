"""The articles as the panes show them: set once for their claims, and what is marked in them now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.layout.galley import Galley
from factcheck.tui.layout.paint import Brush
from factcheck.tui.layout.spans import Span, Spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.review.desk import Desk
    from factcheck.review.facts import Facts
    from factcheck.review.sight import View

NO_HITS = Spans(())


class Texts:
    """The articles of one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._set: dict[str, Galley] = {}
        self._coming: dict[str, Galley] = {}
        self._hits: tuple[object, dict[str, Spans]] = ((), {})

    def galley(self, article: str) -> Galley:
        """An article set with the claims of now."""
        facts = self._desk.facts
        claims = facts.by_article[article]
        for galleys in (self._set, self._coming):
            galley = galleys.get(article)
            if galley is not None and galley.shown == claims:
                break
        else:
            galley = self._galley_of(article, facts)
        self._set[article] = galley
        return galley

    def set_ahead(self, facts: Facts, sizes: Iterable[tuple[str, int]], *, gaps: bool) -> None:
        """Set articles with claims that are to come, each at its width; in another thread."""
        coming = {}
        for article, width in sizes:
            there = self._set.get(article)
            if there is None or there.shown != facts.by_article[article]:
                galley = coming[article] = self._galley_of(article, facts)
                galley.rows(width, gaps=gaps)
        self._coming = coming

    def brush(self, view: View, *, folded: bool) -> Brush:
        """What is marked in a view."""
        desk, hit = self._desk, view.hit
        chosen = desk.voices[desk.row].claim if desk.row < len(desk.voices) else None
        return Brush(
            look=desk.look,
            current=desk.claim.id if desk.claim else None,
            pointed=frozenset(filter(None, (chosen, view.claim))),
            hits=self._hits_in(view.article),
            hit=(hit.start, hit.end) if hit else None,
            folded=folded,
        )

    def _galley_of(self, article: str, facts: Facts) -> Galley:
        paragraphs = self._desk.places.paragraphs(article)
        return Galley(facts.articles[facts.order[article]], paragraphs, facts.by_article[article])

    def _hits_in(self, article: str) -> Spans:
        if self._hits[0] is not self._desk.hits:
            found: dict[str, list[Span]] = {}
            for hit in self._desk.hits:
                found.setdefault(hit.article, []).append(Span(hit.start, hit.end, ""))
            self._hits = (self._desk.hits, {name: Spans(spans) for name, spans in found.items()})
        return self._hits[1].get(article, NO_HITS)
