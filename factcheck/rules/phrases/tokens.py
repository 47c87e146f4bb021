"""Words as keys, and what a pattern needs of the words of a sentence.

A pattern whose words are not in a sentence cannot match there, nor can one whose words stand in another
order or too far apart, and one that begins with certain words can only begin where they stand. All of
it is exact for phrases: their edges and blanks are edges of words. Distances are counted in stretches,
runs of signs without white space: "U.S.-led talks" are two.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.rules.phrases.stretches import NEVER_NAMED
from factcheck.rules.phrases.words import SIMPLEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Keys = frozenset[str]
DIGIT = "\0digit"
UPPER = "\0upper"
START = "\0start"
"""Keys of any word that begins with a digit, of any with a capital that can begin a name, and of the
sentence's beginning."""
MOST_WORDS = 3
"""A key is a word or sign, or up to so many that follow one another, with blanks between."""
_TOKEN = r"\w+|[^\w\s]"
_ascii_tokens = re.compile(_TOKEN).finditer
_FOLDED = str.maketrans({**SIMPLEST, "—": "-", "…": ".", "«": '"', "»": '"', "\u00a0": " ", "\u202f": " "})
"""One for one; it makes most English text plain ASCII, which is read three times as fast."""


Span = tuple[int, int | None]
"""The least and the most stretches from one place to another; None: there is no most."""


class Link(NamedTuple):
    """A part of a phrase that must be there.

    It begins with one of ``first``, ``after`` stretches behind the beginning of the link before (of the
    match, for the first link), holds one of each of ``holds`` no more than ``reach`` stretches later, and
    the expression ``probe`` finds something where it begins.
    """

    first: Keys
    holds: tuple[Keys, ...]
    reach: int | None
    after: Span
    probe: str | None = None


class Sketch(NamedTuple):
    """What the words of a text tell of a pattern or of a part of one.

    ``first``: keys one of which every match begins with, None where anything may be; ``needs``: sets of
    keys, of each of which every match holds one; ``span``: from its first stretch to its last; ``ways``:
    about how many ways a match may be tried in; ``reach``: how many stretches from its beginning all of
    ``needs`` are met, where that is less than its span; ``probe``: an expression that finds something
    wherever it begins; ``chain``: what must stand in a whole phrase, in order; ``lead``: keys that may
    stand before that.
    """

    first: Keys | None = None
    needs: tuple[Keys, ...] = ()
    span: Span = (0, None)
    ways: int = 1
    reach: int | None = None
    probe: str | None = None
    chain: tuple[Link, ...] = ()
    lead: Keys = frozenset()


ANYTHING = Sketch()


@cache
def _tokens() -> Any:
    import regex

    return regex.compile(_TOKEN).finditer


def tokens_of(stretch: str) -> list[tuple[int, tuple[str, ...]]]:
    """The words and signs of a stretch: where each begins and its keys, the word itself first."""
    return [(match.start(), _keys(match[0])) for match in _read(stretch)]


def _keys(word: str) -> tuple[str, ...]:
    """Of one word: case is folded, as signs are."""
    key = word.casefold()
    if word[0].isupper():
        return (key,) if word in NEVER_NAMED else (key, UPPER)
    if word[0].isdigit() or (not word[0].isascii() and word[0].isnumeric()):
        return (key, DIGIT)
    return (key,)


def key_of(text: str) -> str:
    """The key of fixed text, of the words that it begins with; empty where it has none."""
    if text.isalnum() and text.isascii():
        return text.casefold()
    return " ".join(match[0].casefold() for match in islice(_read(text), MOST_WORDS))


def _read(text: str) -> Iterator[Any]:
    """The words and signs of a text; for ASCII both modules say the same."""
    if not text.isascii():
        text = text.translate(_FOLDED)
    found: Iterator[Any] = (_ascii_tokens if text.isascii() else _tokens())(text)
    return found


@lru_cache(8_192)
def sketch_of_text(text: str) -> Sketch:
    """Of fixed text: what it begins with."""
    return sketch_of_terms((text,))


def sketch_of_terms(terms: Iterable[str]) -> Sketch:
    """Of a word list: what each term begins with."""
    first: set[str] = set()
    sizes: set[int] = set()
    for term in terms:
        key = key_of(term)
        if not key:
            return ANYTHING
        first.add(key)
        sizes.add(len(term.split()) - 1)
    keys = frozenset(first)
    return Sketch(keys, (keys,), (min(sizes), max(sizes)), min(len(first), 2)) if first else ANYTHING


def either(sketches: Iterable[Sketch]) -> Sketch:
    """What is true of all of them: one of them is there."""
    first: set[str] | None = set()
    need: set[str] | None = set()
    spans: list[Span] = []
    ways = 0
    for one in sketches:
        first = None if first is None or one.first is None else first | one.first
        need = None if need is None or not one.needs else need | min(one.needs, key=len)
        spans.append(one.span)
        ways = max(ways, one.ways)
    highs = [high for _, high in spans if high is not None]
    span = (min(low for low, _ in spans), max(highs) if len(highs) == len(spans) else None)
    return Sketch(
        None if first is None else frozenset(first), () if need is None else (frozenset(need),), span, ways
    )


def farther(*spans: Span) -> Span:
    """The spans one behind the other."""
    least, most = 0, 0
    bounded = True
    for low, high in spans:
        least += low
        if high is None:
            bounded = False
        else:
            most += high
    return least, most if bounded else None
