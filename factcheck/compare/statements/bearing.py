"""How far a text bears on a statement: which of the statement's words it tells, and where.

Rare words count for more than common ones, names and numbers for most. The weights stand in the program
and not in the texts at hand, so that an answer never hangs on what else is asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, normalize

from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.compare.statements.wordkin import COMMON, akin
from factcheck.values.demonyms import stems as place_stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_WORDS = 4_000
"""Words of a text that are looked at."""
MOST_PLACES = 60
"""Places of one word in a text that are looked at, the first ones."""
NAME, NUMBER, PLAIN, FAINT = 1.6, 1.2, 1.0, 0.4
"""Weights of a name, a number, a word and a word that stands in any text."""
LIKE, ROOT = 0.9, 0.7
"""What a word of the same meaning, and one of the same root, counts beside the word itself."""
WINDOW = 2
"""Sentences in a row that are taken together."""
TOPIC_HERE = 0.3
"""What a word of the topic counts in the choice of the stretch, beside the words of what is told."""
AROUND = 0.6
"""What a word counts that the text has, but not in the stretch that fits best."""
_ROOT = 5
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|s)\Z")
_COUNTED = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_DIGITS = {word: str(value) for value, word in enumerate(_COUNTED.split(), 2)} | {
    word: str(value * 10) for value, word in enumerate(_TENS.split(), 2)
}
_MONTHS_AND_DAYS = """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
"""
_CALENDAR = frozenset(_MONTHS_AND_DAYS.split())
SUPERLATIVE = re.compile(r"(?:\w{3,}[dglnprtk]est|\w{2,}iest|first|last|only|sole|solely)\Z")
_LIFESPAN = re.compile(r"\((?:[^()\d]{0,40}\d{1,2})?[^()\d]{0,12}\d{4}\s*[-–—−]{1,2}\s*[^()]{0,30}\d{4}\)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s*|[\"“‘'(\[-]\s*|``\s*)\Z")


class Word(NamedTuple):
    """A word of a text that carries content."""

    stem: str
    low: str
    start: int
    end: int
    name: bool
    """Written with a capital where none is asked for."""
    number: bool
    weight: float
    sentence: int


@dataclass(frozen=True)
class Text:
    """The content words of a text, ``sentences`` being the ends of its sentences in code points."""

    text: str
    lang: str
    sentences: tuple[int, ...]
    words: tuple[Word, ...]

    @cached_property
    def by_stem(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            if len(found[word.stem]) < MOST_PLACES:
                found[word.stem].append(at)
        return dict(found)

    @cached_property
    def by_root(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            root = word.stem[:_ROOT]
            if len(word.stem) >= _ROOT and not word.number and len(found[root]) < MOST_PLACES:
                found[word.stem[:_ROOT]].append(at)
        return dict(found)

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        return tuple(self.by_stem)


def read_words(text: str, sentences: Sequence[int], lang: str = "en") -> Text:
    """The words of a text; ``sentences`` are the offsets at which its sentences end."""
    found = []
    every = words(text)[:MOST_WORDS]
    plain = {low for low, start, _ in every if text[start].islower()}
    for low, start, end in every:
        if low in STOPWORDS and not (text[start:end].isupper() and end - start > 1):
            continue
        base = _base(low, lang)
        number = base[:1].isdigit()
        name = not number and low not in _CALENDAR and _capital(text, low, start, plain)
        weight = _weight(low, base, name=name, number=number)
        found.append(Word(base, low, start, end, name, number, weight, bisect_right(sentences, start)))
    found += [
        Word(stem(told), told, at, at, False, False, PLAIN, bisect_right(sentences, at))
        for told, at in _lifespans(text)
    ]
    return Text(text, lang, tuple(sentences), tuple(found))


def _weight(low: str, base: str, *, name: bool, number: bool) -> float:
    if number:
        return NUMBER
    if name or SUPERLATIVE.match(low):
        return NAME
    return FAINT if base in COMMON else PLAIN


@lru_cache(maxsize=100_000)
def _base(low: str, lang: str) -> str:
    """The stem without accents; numbers in digits: "three" and "3", "22nd" and "22"."""
    if low in _DIGITS:
        return _DIGITS[low]
    ordinal = _ORDINAL.match(low)
    if ordinal:
        return ordinal.group(1)
    if not low.isascii():
        low = "".join(sign for sign in normalize("NFKD", low) if not combining(sign))
    return stem(low, lang)


def _lifespans(text: str) -> list[tuple[str, int]]:
    """Birth and death where only dates in brackets behind a name tell of them."""
    return [(told, found.start()) for found in _LIFESPAN.finditer(text) for told in ("born", "died")]


def _capital(text: str, low: str, start: int, plain: set[str]) -> bool:
    return text[start].isupper() and _own_capital(text, low, start, plain)


def _own_capital(text: str, low: str, start: int, plain: set[str]) -> bool:
    """A capital at the start of a sentence is nobody's own where the text has the word without it."""
    if not _SENTENCE_START.search(text[max(0, start - 4) : start]):
        return True
    return low not in plain


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a text tells of a statement, word for word of the statement's content words."""

    found: tuple[float, ...]
    """By word of the statement: 1 told, less for another word of the same meaning or root, 0 not told."""
    places: tuple[int | None, ...]
    """By word of the statement: the word of the text that tells it."""
    sentences: tuple[int, int]
    """First and last sentence of the stretch that fits best."""
    share: float
    """How much of the statement is told, 0..1: the mean of ``topic`` and ``told``."""
    topic: float | None
    """By weight, of the words with which the statement says whom or what it is about; None without any."""
    told: float
    """The same for all other words."""
    by_sentence: Mapping[int, float]
    """The same for all other words, by sentence of the text that tells any of them."""


def bearing(statement: Text, text: Text, topic: frozenset[int]) -> Bearing:
    """How far ``text`` bears on ``statement``, by its best stretch of :data:`WINDOW` sentences.

    ``topic`` are the places of the words that say what the statement is about. What stands outside
    the best stretch counts :data:`AROUND`, the topic's words in full: texts go on with pronouns.
    """
    matches = [_matches(word, text) for word in statement.words]
    first = _best_stretch(statement, text, matches, topic)
    found, places = [], []
    for at, hits in enumerate(matches):
        best, where = 0.0, None
        for place, credit in hits:
            inside = first <= text.words[place].sentence < first + WINDOW
            worth = credit if inside or at in topic else credit * AROUND
            if worth > best:
                best, where = worth, place
        found.append(best)
        places.append(where)
    told = [n for n in range(len(found)) if n not in topic]
    about = _share(statement, found, sorted(topic)) if topic else None
    rest = _share(statement, found, told) if told else 1.0
    return Bearing(
        tuple(found),
        tuple(places),
        (first, first + WINDOW - 1),
        rest if about is None else about if not told else (about + rest) / 2,
        about,
        rest,
        _by_sentence(statement, text, matches, told),
    )


def _by_sentence(
    statement: Text, text: Text, matches: Sequence[Sequence[tuple[int, float]]], told: Sequence[int]
) -> dict[int, float]:
    whole = sum(statement.words[n].weight for n in told)
    shares: defaultdict[int, float] = defaultdict(float)
    for n in told:
        best: dict[int, float] = {}
        for place, credit in matches[n]:
            there = text.words[place].sentence
            best[there] = max(best.get(there, 0.0), credit)
        for there, credit in best.items():
            shares[there] += credit * statement.words[n].weight / whole
    return dict(shares)


def _share(statement: Text, found: Sequence[float], which: Sequence[int]) -> float:
    whole = sum(statement.words[n].weight for n in which)
    return sum(statement.words[n].weight * found[n] for n in which) / whole if whole else 0.0


def _best_stretch(
    statement: Text, text: Text, matches: Sequence[Sequence[tuple[int, float]]], topic: frozenset[int]
) -> int:
    scores: defaultdict[int, float] = defaultdict(float)
    for at, (word, hits) in enumerate(zip(statement.words, matches, strict=True)):
        best: dict[int, float] = {}
        for place, credit in hits:
            there = text.words[place].sentence
            if at in topic:
                credit *= TOPIC_HERE
            # The sentence itself, and the stretch that begins one before it.
            for first in range(max(0, there - WINDOW + 1), there + 1):
                own = credit if first == there else credit * 0.98
                best[first] = max(best.get(first, 0.0), own)
        for first, credit in best.items():
            scores[first] += credit * word.weight
    return max(scores, key=lambda first: (scores[first], -first), default=0)


def _matches(word: Word, text: Text) -> list[tuple[int, float]]:
    """Where the text tells the word, and how surely."""
    exact = [(at, 1.0) for at in text.by_stem.get(word.stem, ())]
    if exact or word.number:
        return exact
    found: list[tuple[int, float]] = []
    for other in _alike(word.stem, word.low, word.name, text):
        found.extend((at, LIKE) for at in text.by_stem[other])
    if not found and len(word.stem) >= _ROOT:
        for at in text.by_root.get(word.stem[:_ROOT], ()):
            if _one_root(word.stem, text.words[at].stem):
                found.append((at, ROOT))
    return found


def _alike(base: str, low: str, name: bool, text: Text) -> list[str]:
    found = [other for other in _kin_of(base) if other in text.by_stem]
    if name:
        found += [other for other in text.vocabulary if other not in found and _one_place(low, base, other)]
    return found


@lru_cache(maxsize=20_000)
def _kin_of(base: str) -> tuple[str, ...]:
    from factcheck.compare.statements.wordkin import KIN

    return tuple(other for other in KIN if other != base and akin(base, other)) if base in KIN else ()


@lru_cache(maxsize=100_000)
def _one_place(low: str, base: str, other: str) -> bool:
    """A place and the word made from it: Libya, Libyan."""
    if low[:3] != other[:3]:
        return False
    return other in place_stems(low) or low in place_stems(other) or base in place_stems(other)


def _one_root(a: str, b: str) -> bool:
    """Two stems whose first two thirds are one: "depend", "dependence"."""
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    return shared >= _ROOT and shared * 3 >= max(len(a), len(b)) * 2
