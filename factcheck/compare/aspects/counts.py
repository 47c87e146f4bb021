"""One, two or several of them: how many actors an event is told with.

No tagger and no lexicon: a determiner opens a noun phrase ("a Ruritanian soldier", "several
captured soldiers"), and the words in it that agree in number with the determiner may be its head.
Two texts are compared only on heads that both have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from factcheck.compare.facts.similarity import STOPWORDS, stem

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
_ONE = frozenset({"a", "an", "one", "single", "lone", "this", "another", "each", "first"})
_THE = frozenset({"the", "that", "his", "her", "its", "their"})
_SEVERAL = frozenset({"several", "some", "many", "multiple", "numerous", "few", "various"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
            "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_PLURALS = {"people": "person", "men": "man", "women": "woman", "children": "child", "policemen": "policeman",
            "policewomen": "policewoman", "servicemen": "serviceman", "civilians": "civilian"}  # fmt: skip
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s")
_PHRASE = 6
"""The longest noun phrase looked at, in words."""
MANY = 20
"""What "several" can mean at most; larger figures are compared as figures, not as counts."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as a closed interval, and the words that say so. ``high`` None is open."""

    low: int
    high: int | None
    words: str
    open: bool = False
    """Only the plural says that they are more than one ("the soldiers")."""
    definite: bool = False
    """Told with "the": they were spoken of before, and nothing is said of how many."""


@lru_cache(maxsize=20_000)
def counts(text: str, lang: str = "en") -> dict[str, Count]:
    """For each possible head noun (its stem) how many of it the text speaks of; the first mention wins."""
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    found: dict[str, Count] = {}
    for index, (token, start, _) in enumerate(tokens):
        low_high = _determiner(token.casefold())
        if low_high is None or (token.isdigit() and _of_all(tokens, index)):
            continue
        for head, plural, end in _heads(tokens, index + 1):
            count = _count(low_high, plural, text[start:end], token.casefold() in _THE)
            if count is not None:
                found.setdefault(stem(singular(head), lang), count)
    return found


def _of_all(tokens: list[tuple[str, int, int]], index: int) -> bool:
    """In "34 of the 75 seats" the 75 are not what is told of."""
    return [token.casefold() for token, _, _ in tokens[max(0, index - 2) : index]] == ["of", "the"]


def singular(word: str) -> str:
    """The singular of an irregular plural; any other word is left to the stemmer."""
    return _PLURALS.get(word, word)


def _determiner(token: str) -> tuple[int, int | None] | None:
    if token in _ONE:
        return 1, 1
    if token in _THE:
        return 1, None
    if token in _SEVERAL:
        return 3, MANY
    if token in _NUMBERS:
        return _NUMBERS[token], _NUMBERS[token]
    if token.isdigit() and len(token) < 3 and int(token) > 0:
        return int(token), int(token)
    return None


def _heads(tokens: list[tuple[str, int, int]], index: int) -> list[tuple[str, bool, int]]:
    """The content words of the phrase that opens at ``index``: folded, whether plural, where they end.

    A name ("Danish") is a head only where the phrase ends with it.
    """
    heads: list[tuple[str, bool, int, bool]] = []
    for token, _, end in tokens[index : index + _PHRASE]:
        word = token.casefold()
        if not word[0].isalnum() or _determiner(word) is not None:
            if word in _ONE or word in {"-"}:
                continue
            break
        if word in STOPWORDS:
            break
        if heads and heads[-1][3]:
            heads.pop()
        plural = word in _PLURALS or (word.endswith("s") and not word.endswith(_NOT_PLURAL))
        heads.append((word, plural, end, token[0].isupper()))
    return [(word, plural, end) for word, plural, end, _ in heads]


def _count(interval: tuple[int, int | None], plural: bool, said: str, definite: bool) -> Count | None:
    low, high = interval
    if definite:
        return Count(2, None, said, True, True) if plural else Count(1, 1, said, False, True)
    if plural != (low > 1):
        return None
    return Count(low, high, said)


CountVerdict = Literal["same", "different"]


def compare_counts(
    a: Mapping[str, Count], b: Mapping[str, Count], heads: frozenset[str] = frozenset()
) -> tuple[CountVerdict, Count, Count] | None:
    """Whether two texts speak of as many; None where they share no counted head.

    ``heads`` are the nouns that are known to be counted things: where there are any, only they are
    compared, and without them a like number of some shared word is not said to mean anything.
    """
    met = [head for head in a if head in b]
    shared = [head for head in met if not heads or head in heads]
    if heads and all(a[head].definite and b[head].definite for head in shared):
        # "On the car deck": what both know already says nothing of how many the others are.
        for head in met:
            if not (a[head].definite or b[head].definite) and counts_apart(a[head], b[head]):
                return "different", a[head], b[head]
    if not shared:
        return None
    for head in shared:
        if counts_apart(a[head], b[head]):
            return "different", a[head], b[head]
    return ("same", a[shared[0]], b[shared[0]]) if heads else None


def counts_apart(a: Count, b: Count) -> bool:
    """Whether no number fits both."""
    high_a = MANY if a.high is None else a.high
    high_b = MANY if b.high is None else b.high
    return a.low > high_b or b.low > high_a
