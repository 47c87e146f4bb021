"""The claim of an article that comes nearest to a fact which the article does not mention.

Claims are near by what they share, stems and classes of the lexicon weighed by idf (cosine); with a
model of meanings also by words that are near in meaning. An index over both keeps this far below every
pair of claims.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.facts.likeness import Likeness
from factcheck.compare.facts.meanings import added
from factcheck.compare.facts.similarity import Weights, stems, unit_vector

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.compare.facts.meanings import Meanings, WordPair
    from factcheck.model import Article, Claim

MEMBERS = 12
"""Claims of one fact that are looked from, the first ones: a hot fact has thousands that say the same."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A claim, how near it comes (0..1), and the words of it that are near in meaning to the fact's."""

    claim: Claim
    score: float
    pairs: tuple[WordPair, ...] = ()


class Nearest:
    """Holds the claims of all articles ready to be searched."""

    def __init__(
        self, claims: Sequence[Claim], articles: Sequence[Article], meanings: Meanings | None = None
    ) -> None:
        lang = {article.id: article.lang for article in articles}
        bags = [_bag(claim, lang.get(claim.article, "en")) for claim in claims]
        self._claims = claims
        self.weights = Weights(bags)
        self._vectors = [unit_vector({f: self.weights[f] for f in bag}) for bag in bags]
        self._place = {claim.id: at for at, claim in enumerate(claims)}
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for at, vector in enumerate(self._vectors):
            for feature in vector:
                self._having[feature].append(at)
        self._meanings = meanings
        self._words = Likeness([claim.text for claim in claims], meanings=meanings) if meanings else None
        self._telling: defaultdict[str, list[int]] = defaultdict(list)
        for at, claim in enumerate(claims):
            for word in self._words.told(claim.text) if self._words else ():
                self._telling[word].append(at)

    def misses(self, members: Collection[str], articles: Collection[str], least: float) -> Mapping[str, Miss]:
        """By article, of those asked for, its claim nearest to the claims ``members``, above ``least``."""
        best: dict[str, Miss] = {}
        for member in [self._place[name] for name in members if name in self._place][:MEMBERS]:
            pairs = self._by_meaning(member)
            scores = self._by_words(member)
            for at in sorted(scores.keys() | pairs.keys()):
                claim = self._claims[at]
                if claim.article not in articles or claim.id in members:
                    continue
                near = pairs.get(at, ())
                score = min(1.0, scores.get(at, 0.0) + added(near))
                known = best.get(claim.article)
                if score > (least if known is None else known.score):
                    best[claim.article] = Miss(claim, score, near)
        return best

    def _by_words(self, member: int) -> dict[int, float]:
        """The cosine with every claim that shares anything."""
        found: defaultdict[int, float] = defaultdict(float)
        for feature, weight in self._vectors[member].items():
            for at in self._having[feature]:
                found[at] += weight * self._vectors[at][feature]
        return found

    def _by_meaning(self, member: int) -> dict[int, tuple[WordPair, ...]]:
        """Of every claim that has such words: those near in meaning to the member's."""
        if self._meanings is None or self._words is None:
            return {}
        text = self._claims[member].text
        near = self._meanings.near(self._words.told(text), self._telling.keys())
        reached = {at for others in near.values() for word in others for at in self._telling[word]}
        found = {at: self._words.word_pairs(text, self._claims[at].text, near) for at in reached}
        return {at: pairs for at, pairs in found.items() if pairs}


def _bag(claim: Claim, lang: str) -> list[str]:
    return [*stems(claim.text, lang), *(f"p:{name}" for name in claim.predicates)]
