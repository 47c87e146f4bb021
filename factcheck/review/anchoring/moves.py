"""The claims of older texts, looked for in the articles that these texts became."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import claim_id
from factcheck.review.anchoring.alignment import Alignment
from factcheck.review.anchoring.anchors import find, holds, make_anchor
from factcheck.review.anchoring.placement import Proposal
from factcheck.review.anchoring.proposals import Proposer
from factcheck.review.anchoring.readings import Reading, reading_of, reading_of_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Anchor, Article, Version
    from factcheck.review.anchoring.placement import Made


def take_all(
    moving: Mapping[str, Mapping[str, Anchor]],
    successors: Mapping[str, tuple[Version, Article]],
    made: Made,
) -> None:
    """Find a place in ``made`` for every claim of texts that are compared no more, by their hashes.

    ``successors`` give each of these texts, where it is kept, and the article that it became.
    """
    readings: dict[str, Reading] = {}
    for text_sha256, claims in moving.items():
        if text_sha256 not in successors:
            made.orphans.update(claims)
            continue
        version, article = successors[text_sha256]
        if article.text_sha256 not in readings:
            readings[article.text_sha256] = reading_of(article)
        texts = Alignment(reading_of_text(version.text), readings[article.text_sha256])
        move = _Move(version, article, texts)
        for claim, anchor in claims.items():
            move.take(claim, anchor, made)


class _Move:
    """From one older text to the article that it became."""

    def __init__(self, version: Version, article: Article, texts: Alignment) -> None:
        self._version, self._article, self._texts = version, article, texts
        self._proposer = Proposer(texts)

    def take(self, claim: str, anchor: Anchor, made: Made) -> None:
        span = self._texts.old.read(anchor.start, anchor.end) if holds(anchor, self._version.text) else None
        if span is None:
            made.orphans.add(claim)
            return
        found = find(self._texts, *span)
        if found is not None:
            now = self._anchor(found.start, found.end)
            made.anchors[claim] = now
            made.alias[claim] = claim_id(now.text_sha256, now.start, now.end)
            if found.stale:
                made.stale.add(claim)
            return
        proposed = self._proposer.propose(*span)
        if proposed is None:
            made.orphans.add(claim)
            return
        best, second = proposed
        now = self._anchor(best.start, best.end)
        made.proposals[claim] = Proposal(claim, anchor, now, self._article.id, best.score, second)

    def _anchor(self, start: int, end: int) -> Anchor:
        return make_anchor(self._article, *self._texts.new.original(start, end))
