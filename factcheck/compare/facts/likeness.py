"""How likely two sentences tell one fact, from their words alone: a number that ranks, and decides nothing.

Five signs, each 0..1: how much of all the words the two share (idf-weighted Jaccard on stems); how much
of the shorter one; how much is shared in all, however much else is told; how much of that is no name
(two people share the names of a story and do not do the same); and a class of the lexicon that both
tell. Numbers of which none is shared take a tenth off. The weights were set by hand on one half of
4,500 pairs of news sentences and measured on the other (``benchmarks/alignment.py``).

With a model of meanings a sixth sign adds to the sum: the words of the one text that are near in meaning
to words of the other (:mod:`factcheck.compare.facts.meanings`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.facts.meanings import WordPair, added, paired
from factcheck.compare.facts.similarity import STOPWORDS, Weights, stem, words
from factcheck.values.lexicon import TermIndex
from factcheck.values.tokens import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from factcheck.compare.facts.meanings import Meanings
    from factcheck.model import LexiconEntry

WEIGHTS = (1.0, 0.4, 1.6, 0.7, 0.6)
"""What each sign weighs: share of all, of the shorter, shared, shared beside names, class."""
HALF_SHARED, HALF_TOLD, HALF_CLASS = 1.75, 5.0, 0.16
"""Where a sum of shared weights counts half, in weights of the rarest word that two texts share."""
NO_NUMBER_SHARED = 0.9
NAME = 0.15
"""A word is a name where it stands with a small letter at most so often for each time with a capital."""
LONGEST = 5_000
"""Code points of a text that are read."""
KEPT = 50_000
"""How many texts are kept ready."""


@dataclass(frozen=True, slots=True)
class _Text:
    stems: frozenset[str]
    told: Mapping[str, str]
    """The stems that are neither names nor numbers, each with the word as the text has it."""
    numbers: frozenset[str]
    classes: frozenset[str]


class Likeness:
    """Scores pairs of texts; learns from ``texts`` which words are rare and which are names."""

    def __init__(
        self,
        texts: Iterable[str],
        lexicon: Sequence[LexiconEntry] = (),
        *,
        lang: str = "en",
        meanings: Meanings | None = None,
    ) -> None:
        self._lang = lang
        self._meanings = meanings
        self._predicates = TermIndex([entry for entry in lexicon if entry.role == "predicate"])
        collected = tuple(dict.fromkeys(text[:LONGEST] for text in texts))
        self._names = _names(collected)
        self._known: dict[str, _Text] = {}
        read = [self._text(text) for text in collected]
        self._stems = Weights(text.stems for text in read)
        self._classes = Weights(text.classes for text in read)

    def same_fact(self, text_a: str, text_b: str) -> float:
        """How likely the two tell one fact, 0..1, in either order; 0 where no word and no class is shared."""
        plain = self._by_words(self._text(text_a[:LONGEST]), self._text(text_b[:LONGEST]))
        return min(1.0, plain + added(self.word_pairs(text_a, text_b))) if plain else 0.0

    def told(self, text: str) -> tuple[str, ...]:
        """The words of a text, folded, that are neither names nor numbers nor function words."""
        return tuple(self._text(text[:LONGEST]).told.values())

    def word_pairs(
        self, text_a: str, text_b: str, near: Mapping[str, Mapping[str, float]] | None = None
    ) -> tuple[WordPair, ...]:
        """The words of the two that are near in meaning, the nearest first; none without a model.

        ``near`` is what the model says of the words of ``text_a``, where it was asked before.
        """
        if self._meanings is None:
            return ()
        a, b = self._text(text_a[:LONGEST]), self._text(text_b[:LONGEST])
        ours, theirs = self._alone(a, b), self._alone(b, a)
        known = self._meanings.near(ours, theirs.keys()) if near is None else near
        return paired(known, ours.keys(), theirs.keys(), ours | theirs)

    def _alone(self, a: _Text, b: _Text) -> dict[str, float]:
        """The words that only ``a`` tells, each with its rarity 0..1."""
        rarest = self._stems.rarest_pair
        return {
            word: min(1.0, self._stems[base] / rarest) for base, word in a.told.items() if base not in b.stems
        }

    def _by_words(self, a: _Text, b: _Text) -> float:
        if not a.stems & b.stems and not a.classes & b.classes:
            return 0.0
        score = sum(weight * sign for weight, sign in zip(WEIGHTS, self._signs(a, b), strict=True))
        apart = a.numbers and b.numbers and not a.numbers & b.numbers
        return min(1.0, score / sum(WEIGHTS) * (NO_NUMBER_SHARED if apart else 1.0))

    def signs(self, text_a: str, text_b: str) -> tuple[float, ...]:
        """The five signs, each 0..1, in the order of the weights."""
        return self._signs(self._text(text_a[:LONGEST]), self._text(text_b[:LONGEST]))

    def _signs(self, a: _Text, b: _Text) -> tuple[float, ...]:
        common = a.stems & b.stems
        shared = self._sum(common)
        own = (self._sum(a.stems), self._sum(b.stems))
        rarest = self._stems.rarest_pair
        told = self._sum(a.told.keys() & b.told.keys()) / rarest
        classes = self._sum(a.classes & b.classes, self._classes) / self._classes.rarest_pair
        return (
            shared / (sum(own) - shared) if shared else 0.0,
            shared / min(own) if shared else 0.0,
            shared / (shared + HALF_SHARED * rarest),
            told / (told + HALF_TOLD),
            classes / (classes + HALF_CLASS),
        )

    def _sum(self, features: AbstractSet[str], weights: Weights | None = None) -> float:
        of = self._stems if weights is None else weights
        return sum(of[feature] for feature in sorted(features))

    def _text(self, text: str) -> _Text:
        found = self._known.get(text)
        if found is None:
            content = [(word, stem(word, self._lang)) for word, _, _ in words(text) if word not in STOPWORDS]
            numbers = frozenset(base for word, base in content if word[0].isdigit())
            told = {
                base: word
                for word, base in reversed(content)
                if word not in self._names and base not in numbers
            }
            hits = self._predicates.find(Line(text, 0, len(text)))
            found = _Text(
                frozenset(base for _, base in content),
                told,
                numbers,
                frozenset(hit.entry.name for hit in hits),
            )
            if len(self._known) < KEPT:
                self._known[text] = found
        return found


def _names(texts: Iterable[str]) -> frozenset[str]:
    """The words that the texts write with a capital, and hardly ever without."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in texts:
        for word, start, _ in words(text):
            (large if text[start].isupper() else small)[word] += 1
    return _only_large(small, large)


def _only_large(small: Mapping[str, int], large: Mapping[str, int]) -> frozenset[str]:
    return frozenset(
        word for word, count in large.items() if not word[0].isdigit() and small.get(word, 0) <= NAME * count
    )
