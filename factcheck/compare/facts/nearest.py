"""The claim of an article that comes nearest to a fact which the article does not mention.

Claims are near by what they share, stems and classes of the lexicon weighed by idf (cosine); with a
model of meanings also by words that are near in meaning. A figure that both give, in whatever unit ("five
miles", "8 kilometres"), is shared as well. An index over all of it keeps this far below every pair of claims.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.aspects.figure_pairs import TELLING
from factcheck.compare.aspects.quantities import MEASURES as MEASURED
from factcheck.compare.aspects.quantities import interval
from factcheck.compare.facts.likeness import Likeness
from factcheck.compare.facts.meanings import added
from factcheck.compare.facts.similarity import Weights, stem, stems, unit_vector, words
from factcheck.compare.statements.wordkin import COMMON
from factcheck.model import DateValue, Entity, Quantity
from factcheck.values.units import MEASURES
from factcheck.wording.printed import figure as printed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.compare.facts.meanings import Meanings, WordPair
    from factcheck.model import Article, Claim, Value

MEMBERS = 12
"""Claims of one fact that are looked from, the first ones: a hot fact has thousands that say the same."""


COMMON_IN = 0.15
"""A word that stands in a larger share of a session's claims is what the whole story is about."""
FEW = 10
"""A word of no more claims than these is never too common."""
LEAST_SHARED, LEAST_LETTERS = 2, 3
DIGITS = 2
"""Of two figures so many digits must be the same: nine miles are 14 kilometres."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A claim, how near it comes (0..1), and the words of it that are near in meaning to the fact's.

    ``shared`` are the words of it, as printed, that it has in common with the fact and that matter.
    """

    claim: Claim
    score: float
    pairs: tuple[WordPair, ...] = ()
    shared: tuple[str, ...] = ()


class Nearest:
    """Holds the claims of all articles ready to be searched, and ``passages`` that are none."""

    def __init__(
        self,
        claims: Sequence[Claim],
        articles: Sequence[Article],
        meanings: Meanings | None = None,
        passages: Sequence[Claim] = (),
    ) -> None:
        told, claims = len(claims), (*claims, *passages)
        self._lang = lang = {article.id: article.lang for article in articles}
        bags = [_bag(claim, lang.get(claim.article, "en")) for claim in claims]
        self._claims = claims
        self.weights = Weights(bags)
        self._vectors = [unit_vector({f: self.weights[f] for f in bag}) for bag in bags]
        self._place = {claim.id: at for at, claim in enumerate(claims)}
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for at, vector in enumerate(self._vectors):
            for feature in vector:
                self._having[feature].append(at)
        limit = max(FEW, COMMON_IN * told)
        # Told by claim: what claims there are says what the story is about, not how much is said in none.
        self._common = {
            feature for feature, having in self._having.items() if bisect_left(having, told) > limit
        }
        self._meanings = meanings
        self._words = Likeness([claim.text for claim in claims], meanings=meanings) if meanings else None
        self._telling: defaultdict[str, list[int]] = defaultdict(list)
        for at, claim in enumerate(claims):
            for word in self._words.told(claim.text) if self._words else ():
                self._telling[word].append(at)

    def misses(
        self, members: Collection[str], articles: Collection[str], least: float, *, telling: bool = False
    ) -> Mapping[str, Miss]:
        """By article, of those asked for, its claim nearest to the claims ``members``, above ``least``.

        ``telling``: only a claim that shares something that matters with the member it is nearest to: two
        words or names that are not all over the session, or a word and what is done with it.
        """
        best: dict[str, Miss] = {}
        about = self._about([self._place[name] for name in members if name in self._place][:MEMBERS])
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
                    shared, things = self._shared(about & self._vectors[member].keys(), at)
                    if not telling or things + len(near) >= LEAST_SHARED:
                        best[claim.article] = Miss(claim, score, near, shared)
        return best

    def _about(self, members: Sequence[int]) -> set[str]:
        """What a fact is about: what two of its claims have; of one or two claims all that they have."""
        told = Counter(feature for member in members for feature in self._vectors[member])
        return {feature for feature, times in told.items() if times > 1 or len(members) < 3}

    def _shared(self, about: Collection[str], at: int) -> tuple[tuple[str, ...], int]:
        """What a claim has in common with a fact: its words as printed, and how many things that matter.

        A name of several words is one thing; a date, a number and an idle word are none; what is done
        (a class of the lexicon) is one more. Words that stand all over the session matter beside others.
        """
        both = self._vectors[at].keys() & about
        claim, lang = self._claims[at], self._lang.get(self._claims[at].article, "en")
        spans = [(v.start, v.end) for v in claim.values if isinstance(v, (DateValue, Quantity))]
        names = [v for v in claim.values if isinstance(v, Entity)]
        found: dict[str, str] = {}
        rare, figures = False, 0
        for value in claim.values:
            figure = _figure(value)
            if figure in both and figure not in self._common:
                # The same figure is no accident: it is enough by itself, if it is no share of anything.
                rare, figures = True, figures or LEAST_SHARED * (not figure.startswith("q:percent"))
                found[figure] = printed(value, claim)
        for word, start, end in words(claim.text):
            base, place = stem(word, lang), claim.start + start
            idle = base in COMMON or word in MEASURES or len(word) < LEAST_LETTERS or word[0].isdigit()
            if base not in both or idle or any(left <= place < right for left, right in spans):
                continue
            rare = rare or base not in self._common
            name = next((v.text for v in names if v.start <= place < v.end), None)
            found.setdefault(name or base, name or claim.text[start:end])
        deed = rare and any(f.startswith("p:") and f not in self._common for f in both)
        return tuple(found.values()), max(figures, (len(found) + deed) * rare)

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
    figures = (found for value in claim.values if (found := _figure(value)))
    return [*stems(claim.text, lang), *(f"p:{name}" for name in claim.predicates), *figures]


def _figure(value: Value) -> str:
    """A feature for a measure, or for a number that is no accident: its first digits in one unit."""
    told = interval(value) if isinstance(value, Quantity) else None
    if told is None or not (told.dimension in MEASURED or (told.headline >= TELLING and not told.round)):
        return ""
    return f"q:{told.unit if told.dimension == 'money' else told.dimension}:{told.headline:.{DIGITS}g}"
