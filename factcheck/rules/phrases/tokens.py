"""The words of a sentence as keys, and what a pattern needs of them.

A pattern whose words are not in a sentence cannot match there, and one that begins with certain words
can only begin where they stand. Both are exact for phrases: their edges and blanks are edges of words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.rules.phrases.words import SIMPLEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Keys = frozenset[str]
DIGIT = "\0digit"
UPPER = "\0upper"
START = "\0start"
"""Keys of any word that begins with a digit or a capital, and of the sentence's beginning."""
_TOKEN = r"\w+|[^\w\s]"
_ascii_tokens = re.compile(_TOKEN).finditer
_FOLDED = str.maketrans({**SIMPLEST, "—": "-", "…": ".", "«": '"', "»": '"', "\u00a0": " ", "\u202f": " "})
"""One for one; it makes most English text plain ASCII, which is read three times as fast."""


class Sketch(NamedTuple):
    """``first``: keys one of which every match begins with, None where anything may be; ``needs``: sets
    of keys, of each of which every match holds one."""

    first: Keys | None = None
    needs: tuple[Keys, ...] = ()


ANYTHING = Sketch()


@cache
def _tokens() -> Any:
    import regex

    return regex.compile(_TOKEN).finditer


def index(sentence: str) -> dict[str, list[int]]:
    """Where each key stands in the sentence, in order; words are case-folded and signs folded."""
    found: dict[str, list[int]] = {START: [0]}
    for match in _read(sentence):
        word = match[0]
        start = match.start()
        key = word.casefold()
        found.setdefault(key, []).append(start)
        if word[0].isupper():
            found.setdefault(UPPER, []).append(start)
        elif (not word[0].isascii() and word[0].isnumeric()) or word[0].isdigit():
            found.setdefault(DIGIT, []).append(start)
    return found


def keys_of(text: str) -> list[str]:
    """The keys of fixed text, in order."""
    return [match[0].casefold() for match in _read(text)]


def _read(text: str) -> Iterator[Any]:
    """The words and signs of a text; for ASCII both modules say the same."""
    if not text.isascii():
        text = text.translate(_FOLDED)
    found: Iterator[Any] = (_ascii_tokens if text.isascii() else _tokens())(text)
    return found


def sketch_of_terms(terms: Iterable[str]) -> Sketch:
    """Of a word list: the first word and the longest word of each term."""
    first: set[str] = set()
    needs: set[str] = set()
    for term in terms:
        keys = keys_of(term)
        if not keys:
            return ANYTHING
        first.add(keys[0])
        needs.add(max(keys, key=len))
    return Sketch(frozenset(first), (frozenset(needs),))


def either(sketches: Iterable[Sketch]) -> Sketch:
    """What is true of all of them: one of them is there."""
    first: set[str] | None = set()
    need: set[str] | None = set()
    for one in sketches:
        first = None if first is None or one.first is None else first | one.first
        need = None if need is None or not one.needs else need | min(one.needs, key=len)
    return Sketch(None if first is None else frozenset(first), () if need is None else (frozenset(need),))
