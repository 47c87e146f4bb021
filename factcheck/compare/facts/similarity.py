"""How alike two texts are: idf-weighted stems, and rapidfuzz's token set on the same stems.

Words are compared by their stems, with hyphens closed up ("front-line" is "frontline"), months in
full and the words that carry no fact left out. Every score is in 0..1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log, sqrt
from threading import local

import snowballstemmer
from rapidfuzz import fuzz

from factcheck.compare.facts.irregular import IRREGULAR
from factcheck.values import ukrainian_stems

_WORD = re.compile(r"[^\W_]+(?:[-‐‑'’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINERS = re.compile(r"[-‐‑'’]")

_ISE = re.compile(r"(\w{3,})is(e[ds]?|ing|ation|ations)\Z")
_OUR = ("armour", "behaviour", "colour", "favour", "flavour", "harbour", "honour", "humour", "labour",
        "neighbour", "rumour", "splendour", "vapour")  # fmt: skip

_MONTHS = {
    "jan": "january",
    "feb": "february",
    "mar": "march",
    "apr": "april",
    "jun": "june",
    "jul": "july",
    "aug": "august",
    "sep": "september",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
}

_STOP = """
    a about above after again against all also although am among an and any are as at be because been
    before being below between both but by can could did do does doing down during each either few for
    from further had has have having he her here hers him his how i if in into is it its itself just
    last later may might more most much must my new next no nor not now of off on once one only onto or
    other our out over own per s same shall she should since so some still such than that the their
    theirs them then there these they this those though through thus to too under until up upon us very
    was we were what when where whether which while who whom whose why will with within without would
    yet you your said say says saying told tell tells stated states state according added adds reported
    reports report announced announcing statement
"""
STOPWORDS = frozenset(re.findall(r"\w+", _STOP))
"""Words that carry no fact: function words, and the commonest words of reporting."""


def words(text: str) -> list[tuple[str, int, int]]:
    """The words of ``text`` folded for comparison, each with its place in ``text``."""
    return [(word, *match.span()) for match in _WORD.finditer(text) if (word := fold(match[0]))]


def printed(text: str) -> list[str]:
    """The words of ``text`` as it has them."""
    return _WORD.findall(text)


def folded(text: str) -> list[str]:
    """The words of ``text`` as :func:`words` gives them, without their places."""
    return [word for word in map(fold, printed(text)) if word]


@lru_cache(maxsize=200_000)
def fold(raw: str) -> str:
    """One word as it is compared: lower case, hyphens closed up, no possessive, months in full."""
    word = _JOINERS.sub("", _POSSESSIVE.sub("", raw.casefold()))
    return _MONTHS.get(word) or _american(word)


def _american(word: str) -> str:
    """British spellings folded to American ones; harmless where both sides are folded alike."""
    if len(word) < 6:
        return word
    if word.startswith(_OUR):
        return word.replace("our", "or", 1)
    return (
        _ISE.sub(r"\1iz\2", word)
        .replace("defence", "defense")
        .replace("offence", "offense")
        .replace("jewellery", "jewelry")
    )


_ALGORITHMS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "ru": "russian",
}


class _Stemmers(local):
    """By language, one for each thread: a stemmer keeps the word that it is at."""

    def __init__(self) -> None:
        self._known: dict[str, snowballstemmer.Stemmer] = {}

    def of(self, lang: str) -> snowballstemmer.Stemmer:
        name = _ALGORITHMS.get(lang[:2].lower(), "english")
        if name not in self._known:
            self._known[name] = snowballstemmer.stemmer(name)
        return self._known[name]


_stemmers = _Stemmers()


@lru_cache(maxsize=200_000)
def stem(word: str, lang: str = "en") -> str:
    """The stem of one folded word; numbers are their own stem, irregular verbs go by their base form."""
    if word[:1].isdigit():
        return word
    if lang[:2].lower() == "uk":
        return ukrainian_stems.stem(word)
    if lang[:2].lower() == "en":
        word = IRREGULAR.get(word, word)
    return str(_stemmers.of(lang).stemWord(word[:64]))


def stems(text: str, lang: str = "en") -> list[str]:
    """The stems of the words of ``text`` that carry content, in their order."""
    return [stem(word, lang) for word, _, _ in words(text) if word not in STOPWORDS]


class Weights:
    """How much each feature tells: the rarer among the documents, the more (idf)."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        each = [frozenset(document) for document in documents]
        counts: Counter[str] = Counter()
        for document in each:  # one by one: to count them in one go would hold up all other threads
            counts.update(document)
        self._counts = counts
        self._total = len(each)
        self._weights = {feature: self._weight(count) for feature, count in counts.items()}

    def __getitem__(self, feature: str) -> float:
        known = self._weights.get(feature)
        return self._weight(0) if known is None else known

    def _weight(self, count: int) -> float:
        return log(1 + (self._total + 1) / (count + 0.5))

    @property
    def rarest_pair(self) -> float:
        """The weight of what two documents share and no other has: the most that sharing can tell."""
        return log(1 + (self._total + 1) / 2.5)

    def count(self, feature: str) -> int:
        """In how many documents the feature stands."""
        return self._counts[feature]

    def rare(self, feature: str) -> bool:
        """Specific enough to say what is spoken of: in fewer than a quarter of the documents."""
        return self._counts[feature] <= max(2, self._total // 4)


Vector = Mapping[str, float]


def unit_vector(weights: Mapping[str, float]) -> dict[str, float]:
    """The same direction with length one; an empty vector stays empty."""
    norm = sqrt(sum(value * value for value in weights.values()))
    return {name: value / norm for name, value in weights.items()} if norm else {}


def cosine(a: Vector, b: Vector) -> float:
    """The cosine of two unit vectors."""
    return sum([weight * b[name] for name, weight in a.items() if name in b])


def token_set(a: str, b: str) -> float:
    """rapidfuzz's token set ratio of two strings of stems, 0..1."""
    return fuzz.token_set_ratio(a, b) / 100


def ratio(a: str, b: str) -> float:
    """Edit similarity of two strings, 0..1."""
    return fuzz.ratio(a, b) / 100
