"""The words of a claim and of what stands around it, each with its weight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.model import Attribution
from factcheck.values.draft_acts import by_its_word

if TYPE_CHECKING:
    from factcheck.model import Article, Claim

CONTEXT = 0.2
"""What a word of the sentence outside the claim weighs beside one of the claim itself."""
ELSEWHERE = 0.08
"""The same where the word stands in another claim of the sentence."""


Stems = Sequence[tuple[str, int, int]]
"""The stems of a sentence in order, each with the place of its word in the article."""


def spoken(article: Article, start: int, end: int) -> Stems:
    """The stems of the sentence ``start`` to ``end``, without the words that carry no fact."""
    return [
        (stem(word, article.lang), start + begin, start + stop)
        for word, begin, stop in words(article.text[start:end])
        if word not in STOPWORDS
    ]


def stem_weights(sentence: Stems, claim: Claim, row: Sequence[Claim]) -> tuple[list[str], dict[str, float]]:
    """The stems of the claim in order, and the weight of each stem of its ``sentence``.

    ``row`` are the claims of the sentence. The claimant's words are no part of what is claimed.
    """
    own: list[str] = []
    weights: dict[str, float] = {}
    said_by = claimants(claim)
    for base, at, to in sentence:
        if said_by and any(s <= at and to <= e for s, e in said_by):
            continue
        weight = CONTEXT
        if claim.start <= at and to <= claim.end:
            own.append(base)
            weight = 1.0
        elif len(row) > 1 and any(c.start <= at and to <= c.end for c in row):
            weight = ELSEWHERE
        weights[base] = max(weight, weights.get(base, 0.0))
    return own, weights


def claimants(claim: Claim) -> list[tuple[int, int]]:
    """Where the words for who says it stand; who did it by its word is part of what is told."""
    found = [v for v in (*claim.values, *claim.context) if isinstance(v, Attribution)]
    if claim.attribution is not None:
        found.append(claim.attribution)
    return [(a.start, a.end) for a in found if not by_its_word(a)]
