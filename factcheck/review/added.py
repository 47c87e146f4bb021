"""The claims that people brought in: marked by hand, trimmed, extended, or kept though no rule gives them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Claim
from factcheck.review.drafts import id_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Analysis, Anchor, Article, ClaimHow
    from factcheck.review.state import State


class Sentences:
    """The sentences of a session's articles, split when one is first asked for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.text_sha256: article for article in articles}
        self._spans: dict[str, list[tuple[int, int]]] = {}

    def article(self, anchor: Anchor) -> Article | None:
        """The article that the anchor stands in now."""
        return self._articles.get(anchor.text_sha256)

    def around(self, anchor: Anchor) -> tuple[int, int]:
        """The sentence in which the anchored span begins, widened to hold all of it."""
        spans = self._split(anchor.text_sha256)
        index = bisect_right(spans, (anchor.start, len(self._articles[anchor.text_sha256].text))) - 1
        start, end = spans[index] if index >= 0 else (anchor.start, anchor.end)
        if start <= anchor.start < end:
            return start, max(end, anchor.end)
        return anchor.start, anchor.end

    def _split(self, text: str) -> list[tuple[int, int]]:
        from factcheck.segment import segment

        if text not in self._spans:
            self._spans[text] = [(each.start, each.end) for each in segment(self._articles[text])]
        return self._spans[text]


def with_people(
    analysis: Analysis, state: State, anchors: Mapping[str, Anchor], sentences: Sentences
) -> Analysis:
    """The analysis with everybody's claims in it, in the order of the texts.

    ``anchors`` say where each judged id stands now.
    """
    spans = state.in_force("span")
    renamed: dict[str, str] = {}
    for event in spans:
        # The state follows the change itself: what was changed is the claim as it stood before.
        old, new = event.claim or "", state.place(event.reviewer, event.target or "")
        old = id_of(anchors[old]) if old in anchors else old
        if old != new:
            renamed[old] = new
    marked = [state.place(event.reviewer, event.claim or "") for event in state.in_force("claim")]
    judged = {mark.claim for mark in state.all_marks()} | state.adjudicated().keys()
    judged |= {state.place(event.reviewer, event.claim or "") for event in state.in_force("speaker")}
    found = {claim.id: claim for claim in analysis.claims}
    if found.keys() >= {*renamed.values(), *marked, *judged} and not renamed:
        return analysis
    added = dict(found)
    by_place = {id_of(anchor): anchor for anchor in anchors.values()}
    for old, new in renamed.items():
        _add(added, new, by_place, sentences, "hand", found.get(old))
    for claim in marked:
        _add(added, claim, by_place, sentences, "hand")
    for claim in sorted(judged):
        _add(added, claim, by_place, sentences, "kept")
    for old, new in renamed.items():
        if old not in judged and new in added:
            added.pop(old, None)
    order = {article.id: index for index, article in enumerate(analysis.articles)}
    claims = sorted(added.values(), key=lambda claim: (order[claim.article], claim.start, claim.end))
    gone = {old: new for old, new in renamed.items() if old not in added and new in added}
    return _renamed(replace(analysis, claims=tuple(claims)), gone)


def _add(
    claims: dict[str, Claim],
    claim: str,
    anchors: Mapping[str, Anchor],
    sentences: Sentences,
    how: ClaimHow,
    like: Claim | None = None,
) -> None:
    """Add the claim of this id where its text stands in the session; one that is there stays as it is."""
    anchor = anchors.get(claim)
    article = sentences.article(anchor) if anchor else None
    if claim in claims or anchor is None or article is None:
        return
    start, end = anchor.start, anchor.end
    bare = Claim(
        id=claim,
        article=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        sentence=sentences.around(anchor),
        rules=(),
        score=0.0,
        how=how,
    )
    claims[claim] = bare if like is None else _like(bare, like)


def _like(bare: Claim, like: Claim) -> Claim:
    """A trimmed or extended claim is read as the one it was made from, as far as its words still stand."""
    values = (*like.values, *like.context)
    return replace(
        bare,
        rules=like.rules,
        score=like.score,
        values=tuple(v for v in values if bare.start <= v.start and v.end <= bare.end),
        attribution=like.attribution,
        kinds=like.kinds,
        predicates=like.predicates,
        modality=like.modality,
    )


def _renamed(analysis: Analysis, names: Mapping[str, str]) -> Analysis:
    """The comparison with claims that go by another id now."""
    if not names:
        return analysis

    def now(claim: str) -> str:
        return names.get(claim, claim)

    found = analysis.comparison
    comparison = replace(
        found,
        groups=tuple(replace(g, claims=tuple(map(now, g.claims))) for g in found.groups),
        relations=tuple(replace(r, a=now(r.a), b=now(r.b)) for r in found.relations),
        suggestions=tuple(
            replace(s, claim=now(s.claim), evidence=tuple(map(now, s.evidence))) for s in found.suggestions
        ),
    )
    return replace(analysis, comparison=comparison)
