"""The phrase language: ``[{approx}] {number:quantity} <0-3> {people:unit} (killed|wounded)``.

``parse`` makes a tree of it; nothing here knows vocabularies or regular expressions.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.rules.ruleset import PatternError

MAX_GAP = 20
MAX_DEPTH = 8
_PLAIN = re.compile(r"[^{}\[\]<>()|\\\s]*")
_BLANKS = re.compile(r"\s*")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


class Text(NamedTuple):
    """Fixed text without blanks."""

    text: str
    at: int


class Blank(NamedTuple):
    at: int


class Ref(NamedTuple):
    """``{names[0]+names[1]:slot}``."""

    names: tuple[str, ...]
    slot: str | None
    at: int


class Maybe(NamedTuple):
    body: Phrase
    at: int


class Choice(NamedTuple):
    options: tuple[Phrase, ...]
    at: int


class Gap(NamedTuple):
    """Between ``low`` and ``high`` words of any kind."""

    low: int
    high: int
    at: int


Item = Text | Blank | Ref | Maybe | Choice | Gap


class Phrase(NamedTuple):
    items: tuple[Item, ...]


@lru_cache(16)
def parse(phrase: str) -> Phrase:
    """The tree of a phrase; the last ones are kept. Raises PatternError."""
    reader = _Reader(phrase)
    tree = reader.sequence("", 0)
    if reader.at < len(phrase):
        char = phrase[reader.at]
        raise PatternError(reader.at, f"'{char}' closes nothing", "it belongs to the phrase language",
                           f"write \\{char} for a plain {char}")  # fmt: skip
    if not tree.items:
        raise PatternError(0, "the pattern is empty", "it can never match", "write a phrase")
    return tree


class _Reader:
    def __init__(self, phrase: str) -> None:
        self.phrase = phrase
        self.at = 0

    def sequence(self, until: str, depth: int) -> Phrase:
        """Items up to one of the signs ``until`` (not taken) or the end; a closing sign that is not
        awaited is left for the caller to report."""
        if depth > MAX_DEPTH:
            raise PatternError(
                self.at, "brackets are nested too deeply", f"at most {MAX_DEPTH} levels are read"
            )
        items: list[Item] = []
        while self.at < len(self.phrase):
            char = self.phrase[self.at]
            if char == " ":
                items.append(self._blank())
                continue
            if char in until or char in "]})>":
                break
            if char == "|":
                raise PatternError(
                    self.at,
                    "'|' stands outside round brackets",
                    "it parts the choices of (a|b)",
                    "put round brackets about the choices, or write \\| for a plain |",
                )
            items.append(self._item(char, depth))
        return Phrase(tuple(items))

    def _item(self, char: str, depth: int) -> Item:
        if char == "{":
            return self._ref()
        if char == "<":
            return self._gap()
        if char == "[":
            return self._maybe(depth)
        if char == "(":
            return self._choice(depth)
        return self._blank() if char.isspace() else self._text()

    def _blank(self) -> Blank:
        start = self.at
        self.at = start + 1
        if self.phrase[self.at : self.at + 1].isspace():
            self.at = _end(_BLANKS, self.phrase, start)
        return Blank(start)

    def _text(self) -> Text:
        start = self.at
        plain = _PLAIN.match(self.phrase, start)
        if plain is not None and plain[0] and self.phrase[plain.end() : plain.end() + 1] != "\\":
            self.at = plain.end()
            return Text(plain[0], start)
        said: list[str] = []
        while self.at < len(self.phrase):
            char = self.phrase[self.at]
            if char == "\\":
                said.append(self._escaped())
                continue
            end = _end(_PLAIN, self.phrase, self.at)
            if end == self.at:
                break
            said.append(self.phrase[self.at : end])
            self.at = end
        return Text("".join(said), start)

    def _escaped(self) -> str:
        after = self.phrase[self.at + 1 : self.at + 2]
        if not after:
            raise PatternError(self.at, "a backslash ends the pattern", "it makes the sign after it plain",
                               "write \\\\ for a plain backslash")  # fmt: skip
        if after.isalnum():
            raise PatternError(self.at, f"'\\{after}' is no sign of the phrase language",
                               "a backslash only makes a sign plain; a phrase holds no regular expression",
                               "write {regex: '...'} for a regular expression")  # fmt: skip
        self.at += 2
        return after

    def _ref(self) -> Ref:
        start = self.at
        end = self.phrase.find("}", start)
        if end < 0:
            raise PatternError(start, "'{' is not closed", "it begins the name of a vocabulary",
                               "close it with }, or write \\{ for a plain {")  # fmt: skip
        body = self.phrase[start + 1 : end]
        named, colon, slot = body.partition(":")
        names = tuple(name.strip() for name in named.split("+"))
        for name in names:
            if not is_name(name):
                raise PatternError(start, f"'{body[:40]}' is no name of a vocabulary",
                                   "names are small letters, digits and _, and begin with a letter",
                                   "write {vocabulary} or {vocabulary:slot}")  # fmt: skip
        slot = slot.strip()
        if colon and not is_name(slot):
            raise PatternError(start, f"'{slot[:40]}' is no name of a slot",
                               "names are small letters, digits and _, and begin with a letter",
                               "write {vocabulary:slot}")  # fmt: skip
        self.at = end + 1
        return Ref(names, slot if colon else None, start)

    def _gap(self) -> Gap:
        start = self.at
        end = self.phrase.find(">", start)
        low, dash, high = self.phrase[start + 1 : max(end, start)].partition("-")
        if end < 0 or not dash or not _count(low) or not _count(high):
            raise PatternError(start, "a gap is written <0-4>", "it says how many words may stand between",
                               "write <LEAST-MOST>, or \\< for a plain <")  # fmt: skip
        gap = Gap(int(low), int(high), start)
        if gap.high > MAX_GAP or gap.low > gap.high:
            raise PatternError(
                start,
                f"the gap <{low}-{high}> cannot be used",
                f"the first number is the smaller one, and at most {MAX_GAP} words may stand between",
                "write a smaller gap",
            )
        self.at = end + 1
        return gap

    def _maybe(self, depth: int) -> Maybe:
        start = self.at
        self.at += 1
        body = self.sequence("]", depth + 1)
        self._close(start, "[", "]")
        if not _solid(body):
            raise PatternError(start, "[ ] holds nothing", "it marks words that may be missing", "delete it")
        return Maybe(body, start)

    def _choice(self, depth: int) -> Choice:
        start = self.at
        options: list[Phrase] = []
        while True:
            self.at += 1
            option = self.sequence("|)", depth + 1)
            if not _solid(option):
                raise PatternError(
                    start,
                    "one of the choices in ( ) is empty",
                    "it would match nothing at all",
                    "write [a|b] as [(a|b)] for words that may be missing",
                )
            options.append(option)
            if self.phrase[self.at : self.at + 1] != "|":
                break
        self._close(start, "(", ")")
        return Choice(tuple(options), start)

    def _close(self, start: int, opening: str, closing: str) -> None:
        if self.phrase[self.at : self.at + 1] != closing:
            raise PatternError(
                start,
                f"'{opening}' is not closed",
                "it belongs to the phrase language",
                f"close it with {closing}, or write \\{opening} for a plain {opening}",
            )
        self.at += 1


def _solid(sequence: Phrase) -> bool:
    return any(not isinstance(item, Blank) for item in sequence.items)


def _count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 3


def is_name(text: str) -> bool:
    """Whether the text can name a vocabulary or a slot: ``[a-z][a-z0-9_]*``, at most 40 characters."""
    return _NAME.fullmatch(text) is not None


def _end(kind: re.Pattern[str], text: str, start: int) -> int:
    """Where the stretch of these signs ends that begins at ``start``."""
    found = kind.match(text, start)
    return start if found is None else found.end()
