"""A sentence cut into words, numbers and signs: what all the readers of values walk over."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

TokenKind = Literal["word", "number", "sign"]

MAX_SCAN = 5_000
"""Code points of one sentence that are read; what stands behind is left alone."""

_FOLDS = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ＇`´", "'"),
        **dict.fromkeys("‐‑‒", "-"),
        **dict.fromkeys("\xa0\u2007\u2009\u202f\t\n\r\x0b\x0c", " "),
    }
)

_FOLDED = re.compile(r"[`\t\n\r\x0b\x0c]")
"""The ASCII signs among those that are folded; a text with none of them is as quickly read as it stands."""

_TOKEN = re.compile(
    r"(?P<word>(?:[^\W\d_]\.){2,8}"  # U.S., a.m.
    r"|[^\W\d_]+(?:['’](?!s(?![^\W_]))[^\W\d_]+)*)"  # O'Brien, but Korea + 's
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,8}(?![\d])(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!,?\d)(?:\.\d+)?"  # 12,34,567
    r"|\d{1,3}(?: 000){1,3}(?![\d,])"  # any other three figures behind a plain blank may be a number more
    r"|\d+(?:\.\d+)?\s?[x×]\s?10(?:\^\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?!\w)"
    r"|\d{1,6}(?: [1-7]/[2-8](?![\d/])|[½¼¾⅓⅔⅛⅜⅝⅞])"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,8}(?!\d)"
    r"|\d+(?:\.\d+)?)"
    r"|(?P<sign>['’]s(?![^\W_])|[^\s])"
)


class Token(NamedTuple):
    """``low`` is the text in lower case with straight apostrophes; offsets are the article's."""

    start: int
    end: int
    text: str
    low: str
    kind: TokenKind


def fold(text: str) -> str:
    """Lower case, straight apostrophes and plain blanks, code point for code point."""
    folded = straight(text)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in folded)


def straight(text: str) -> str:
    """Apostrophes, hyphens and blanks in their plain form, code point for code point."""
    return text if text.isascii() and not _FOLDED.search(text) else text.translate(_FOLDS)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, at most :data:`MAX_SCAN` code points of it."""
    stop = min(len(text) if end is None else end, start + MAX_SCAN)
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text, start, stop):
        part = found.group()
        low = part.lower()
        if not low.isascii():
            low = straight(low)
        tokens.append(Token(found.start(), found.end(), part, low, found.lastgroup))  # type: ignore[arg-type]
    return tokens


CUT_SHORT = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_]\Z")
"""Letters with stops between them that lack the last one: "5 p.m", "the U.S"."""


@dataclass(frozen=True)
class Line:
    """One sentence as the readers see it."""

    text: str
    """The whole article's text: offsets count in it."""
    start: int
    end: int
    heading: bool = False
    cut: bool = False
    """The sentence breaks off, and perhaps in the middle of a number."""
    lang: str = "en"
    """The language that its words are read in: "en" or one that tongues.py knows."""

    @cached_property
    def tokens(self) -> list[Token]:
        found = tokenise(self.text, self.start, self.end)
        if self.lang == "en":
            return found
        from factcheck.values.tongues import glossed  # it builds on tokens

        return glossed(found)

    @cached_property
    def folded(self) -> str:
        """The sentence folded; add ``start`` to its offsets."""
        return fold(self.text[self.start : min(self.end, self.start + MAX_SCAN)])

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def at(self, offset: int) -> int:
        """The index of the first token that starts at or after ``offset``."""
        return bisect_left(self._starts, offset)

    def slice(self, first: int, last: int) -> str:
        """The text from token ``first`` to before token ``last``."""
        if first >= last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


def glued(left: Token, right: Token) -> bool:
    """Nothing stands between the two."""
    return left.end == right.start


def low_at(tokens: Sequence[Token], at: int) -> str:
    """The small letters of a token; empty where there is none."""
    return tokens[at].low if 0 <= at < len(tokens) else ""
