"""Persons, organisations and places: by the lexicon's aliases, then by capitals, titles and brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import DateValue, Entity, EntityKind
from factcheck.values.cues import CLAIMANTS
from factcheck.values.namewords import (
    IN_PLACES,
    OPENERS,
    PERSON_TITLES,
    PLACES,
    TITLES,
)
from factcheck.values.runs import Run, institution, opens, runs, shouted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from factcheck.values.lexicon import Found
    from factcheck.values.namebook import NameBook
    from factcheck.values.tokens import Line, Token


def learn(line: Line, aliases: Sequence[Found], book: NameBook, lows: AbstractSet[str]) -> None:
    """Enter the full names and acronyms of a sentence in the book."""
    tokens = line.tokens
    if shouted(line):
        return
    found = runs(line, _spans(aliases))
    for run in found:
        if not opens(tokens, run.first):
            book.seen.update(token.text for token in tokens[run.first : run.last] if token.kind == "word")
        elif run.last - run.first > 1:
            book.seen.update(token.text for token in tokens[run.first + 1 : run.last] if token.kind == "word")
    for run in found:
        named = _named(line, run, book, lows)
        if named is None:
            continue
        first, last, kind = named
        name = line.slice(first, last)
        if last - first > 1 or (kind == "person" and book.find(name) is None):
            book.add(name, kind)
        _bracketed(line, last, name, kind, book)
    for hit in aliases:
        _bracketed(line, line.at(hit.end), hit.entry.name, _kind_of(hit), book)


def _bracketed(line: Line, last: int, name: str, kind: EntityKind, book: NameBook) -> None:
    """National Intelligence Service (NIS)."""
    tokens = line.tokens
    if last + 2 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")":
        inner = tokens[last + 1]
        if inner.kind == "word" and inner.text.isupper() and 2 <= len(inner.text) <= 8:
            book.alias(inner.text, name, "organisation" if kind == "person" else kind)


def entities(
    line: Line,
    aliases: Sequence[Found],
    book: NameBook,
    lows: AbstractSet[str] = frozenset(),
    dates: Sequence[DateValue] = (),
) -> list[Entity]:
    """The names of a sentence in order. ``lows`` are the article's words in lower case."""
    found = [
        Entity(hit.start, hit.end, line.text[hit.start : hit.end], hit.entry.name, _kind_of(hit))
        for hit in aliases
    ]
    if not shouted(line):
        barred = _spans(aliases) + [(date.start, date.end) for date in dates]
        for run in runs(line, barred):
            named = _named(line, run, book, lows)
            if named is not None:
                found = _joined(line, found, named, book)
    return sorted(found, key=lambda entity: (entity.start, entity.end))


def _spans(aliases: Sequence[Found]) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in aliases]


def _joined(
    line: Line, found: list[Entity], named: tuple[int, int, EntityKind], book: NameBook
) -> list[Entity]:
    """The names with one more; an institution takes in the place it is of: Kursk Police, Voice of America."""
    tokens = line.tokens
    first, last, kind = named
    own = institution(tokens, first, last) or tokens[first].low in ("voice", "radio")
    behind = last
    if behind < len(tokens) and tokens[behind].low == "of":
        behind += 1 + (behind + 1 < len(tokens) and tokens[behind + 1].low == "the")
    kept: list[Entity] = []
    for name in found:
        begin, end = line.at(name.start), line.at(name.end)
        place = own and name.kind == "place"
        if place and end == first and tokens[end - 1].end == name.end and name.text[0].isupper():
            first = begin
        elif place and behind > last and begin == behind:
            last = end
        elif behind > last and begin == behind and last - first == 1:
            return found
        else:
            kept.append(name)
    return [*kept, _entity(line, (first, last, kind), book)]


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


def _named(
    line: Line, run: Run, book: NameBook, lows: AbstractSet[str]
) -> tuple[int, int, EntityKind] | None:
    """The name inside a run: titles and openers cut off; None if nothing is left."""
    tokens = line.tokens
    first, last = run
    opening = opens(tokens, first)
    if opening and tokens[first].low in OPENERS:
        first += 1
        opening = False
    if first >= last:
        return None
    official = institution(tokens, first, last)
    titled = False
    while first < last and not official and (tokens[first].low in TITLES or tokens[first].text == "."):
        titled = titled or tokens[first].low in PERSON_TITLES
        first += 1
        opening = False
    if first >= last:
        return None
    words = [token for token in tokens[first:last] if token.kind == "word"]
    single = len(words) == 1
    if single and opening and not _known(words[0], book, lows):
        return None
    if single and opening and words[0].low in CLAIMANTS:
        return None
    if single and (len(words[0].text) == 1 or _plural_letters(words[0].text)):
        return None
    before = tokens[run.first - 1].low if run.first and not opens(tokens, run.first) else ""
    kind = _guess(tokens, first, last, titled or (before in PERSON_TITLES), before, official, book)
    return first, last, kind


def _plural_letters(text: str) -> bool:
    """IDs, POWs: letters in capitals with the ending of a plural."""
    return len(text) > 2 and text.endswith("s") and text[:-1].isupper()


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
    official: bool,
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
    if official or (len(words) == 1 and words[0].text.isupper()):
        return "organisation"
    if before in IN_PLACES:
        return "place"
    if len(words) > 1:
        return "person"
    return "organisation"
