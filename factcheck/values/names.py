"""Persons, organisations and places: first by the lexicon's aliases, then by capitals, titles and brackets."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from factcheck.model import Entity, EntityKind
from factcheck.values.calendar import MONTHS, WEEKDAYS
from factcheck.values.lexicon import Found
from factcheck.values.namebook import NameBook
from factcheck.values.namewords import (
    COMPOUND_TAILS,
    IN_PLACES,
    INSTITUTIONS,
    LINKS,
    OPENERS,
    PARTICLES,
    PERSON_TITLES,
    PLACES,
    TITLES,
)
from factcheck.values.tokens import Line, Token, glued

_LONGEST = 9
_ABBREVIATED = frozenset("gen lt col maj capt sgt adm brig mr mrs ms dr sen rep gov prof st jr sr cmdr cpl pvt".split())
_OPENING = frozenset("“\"‘'«(:—–-[")


class Run(NamedTuple):
    """Tokens [first, last) that stand in capitals together."""

    first: int
    last: int


def learn(line: Line, aliases: Sequence[Found], book: NameBook, lows: AbstractSet[str]) -> None:
    """Enter the full names and acronyms of a sentence in the book."""
    tokens = line.tokens
    if _shouted(line):
        return
    for run in _runs(line, aliases):
        if not _opens(tokens, run.first):
            book.seen.update(token.text for token in tokens[run.first : run.last] if token.kind == "word")
        elif run.last - run.first > 1:
            book.seen.update(token.text for token in tokens[run.first + 1 : run.last] if token.kind == "word")
    for run in _runs(line, aliases):
        named = _named(line, run, book, lows)
        if named is None:
            continue
        first, last, kind = named
        name = line.slice(first, last)
        if last - first > 1 or kind == "person":
            book.add(name, kind)
        _bracketed(line, last, name, kind, book)
    for found in aliases:
        kind = _kind_of(found)
        _bracketed(line, line.at(found.end), found.entry.name, kind, book)


def _bracketed(line: Line, last: int, name: str, kind: EntityKind, book: NameBook) -> None:
    """National Intelligence Service (NIS)."""
    tokens = line.tokens
    if last + 2 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")":
        inner = tokens[last + 1]
        if inner.kind == "word" and inner.text.isupper() and 2 <= len(inner.text) <= 8:
            book.alias(inner.text, name, "organisation" if kind == "person" else kind)


def entities(
    line: Line, aliases: Sequence[Found], book: NameBook, lows: AbstractSet[str] = frozenset()
) -> list[Entity]:
    """The names of a sentence in order. ``lows`` are the article's words in lower case."""
    found = [
        Entity(hit.start, hit.end, line.text[hit.start : hit.end], hit.entry.name, _kind_of(hit)) for hit in aliases
    ]
    if not _shouted(line):
        for run in _runs(line, aliases):
            named = _named(line, run, book, lows)
            if named is not None:
                found.append(_entity(line, named, book))
    return sorted(found, key=lambda entity: (entity.start, entity.end))


def _entity(line: Line, named: tuple[int, int, EntityKind], book: NameBook) -> Entity:
    first, last, kind = named
    text = line.slice(first, last)
    known = book.find(text)
    start, end = line.tokens[first].start, line.tokens[last - 1].end
    if known is not None:
        return Entity(start, end, text, known.name, known.kind)
    return Entity(start, end, text, text, kind)


def _kind_of(found: Found) -> EntityKind:
    kind = found.entry.kind
    if kind in ("person", "organisation", "place"):
        return kind  # type: ignore[return-value]
    return "organisation"


def _shouted(line: Line) -> bool:
    """A heading, or a sentence all in capitals: there capitals say nothing."""
    words = [token for token in line.tokens[:60] if token.kind == "word" and len(token.text) > 3]
    if line.heading:
        return True
    return len(words) > 2 and sum(token.text[0].isupper() for token in words) > 0.8 * len(words)


def _capital(token: Token) -> bool:
    return (
        token.kind == "word"
        and token.text[0].isupper()
        and token.low not in WEEKDAYS
        and not (token.low in MONTHS and len(token.low) > 3)
        and token.text != "I"
    )


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token begins a sentence, or words that are quoted or behind a colon."""
    return index == 0 or tokens[index - 1].text in _OPENING or tokens[index - 1].text in "•*#.!?"


def _runs(line: Line, aliases: Sequence[Found]) -> list[Run]:
    """Runs of capitalised words outside the aliases."""
    tokens = line.tokens
    covered = {index for hit in aliases for index in range(line.at(hit.start), line.at(hit.end))}
    runs: list[Run] = []
    index = 0
    while index < len(tokens):
        if index in covered or not _capital(tokens[index]):
            index += 1
            continue
        last = _extend(tokens, index, covered)
        runs.append(Run(index, last))
        index = last
    return runs


def _extend(tokens: Sequence[Token], first: int, covered: AbstractSet[int]) -> int:
    last = first + 1
    while last < len(tokens) and last - first < _LONGEST and last not in covered:
        token = tokens[last]
        following = tokens[last + 1] if last + 1 < len(tokens) and last + 1 not in covered else None
        if _capital(token):
            last += 1
        elif following is None:
            break
        elif token.text == "." and glued(tokens[last - 1], token) and _capital(following):
            before = tokens[last - 1]
            if len(before.text) > 1 and before.low not in _ABBREVIATED:
                break
            last += 2
        elif token.text == "-" and glued(tokens[last - 1], token) and glued(token, following):
            if following.kind != "word" or following.low in COMPOUND_TAILS:
                break
            if not _capital(following) and last - first < 2:
                break
            last += 2
        elif token.low in PARTICLES and _capital(following):
            last += 2
        elif token.low in LINKS and _institution(tokens, first, last):
            if _capital(following):
                last += 2
            elif following.low == "the" and last + 2 < len(tokens) and _capital(tokens[last + 2]):
                last += 3
            else:
                break
        else:
            break
    return last


def _institution(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(token.low in INSTITUTIONS for token in tokens[first:last])


def _named(
    line: Line, run: Run, book: NameBook, lows: AbstractSet[str]
) -> tuple[int, int, EntityKind] | None:
    """The name inside a run: titles and openers cut off; None if nothing is left."""
    tokens = line.tokens
    first, last = run
    opening = _opens(tokens, first)
    if opening and tokens[first].low in OPENERS:
        first += 1
        opening = False
    if first >= last:
        return None
    institution = tokens[last - 1].low in INSTITUTIONS or _institution(tokens, first, last)
    titled = False
    while first < last and not institution and (tokens[first].low in TITLES or tokens[first].text == "."):
        titled = titled or tokens[first].low in PERSON_TITLES
        first += 1
        opening = False
    if first >= last:
        return None
    words = [token for token in tokens[first:last] if token.kind == "word"]
    single = len(words) == 1
    if single and opening and not _known(words[0], book, lows):
        return None
    if single and len(words[0].text) == 1:
        return None
    before = tokens[run.first - 1].low if run.first and not _opens(tokens, run.first) else ""
    kind = _guess(tokens, first, last, titled or (before in PERSON_TITLES), before, institution, book)
    return first, last, kind


def _known(token: Token, book: NameBook, lows: AbstractSet[str]) -> bool:
    """A lone word at the start of a sentence is a name if it keeps its capital elsewhere."""
    if token.text.isupper() and 2 <= len(token.text) <= 6:
        return True
    if book.find(token.text) is not None:
        return True
    return token.text in book.seen and token.low not in lows


def _guess(
    tokens: Sequence[Token],
    first: int,
    last: int,
    titled: bool,
    before: str,
    institution: bool,
    book: NameBook,
) -> EntityKind:
    known = book.find(" ".join(token.text for token in tokens[first:last] if token.kind == "word"))
    if known is not None:
        return known.kind
    words = [token for token in tokens[first:last] if token.kind == "word"]
    if titled:
        return "person"
    if words[-1].low in PLACES and len(words) > 1:
        return "place"
    if institution or (len(words) == 1 and words[0].text.isupper()):
        return "organisation"
    if before in IN_PLACES:
        return "place"
    if len(words) > 1:
        return "person"
    return "organisation"
