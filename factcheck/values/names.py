"""Persons, organisations and places: by the lexicon's aliases, then by capitals, titles and brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import DateValue, Entity, EntityKind
from factcheck.values.amounts import STARTERS
from factcheck.values.cues import CLAIMANTS
from factcheck.values.designations import NUMBERED
from factcheck.values.kinds import is_body, is_place
from factcheck.values.namebook import spelling
from factcheck.values.namewords import (
    COMPANY_TAILS,
    IN_PLACES,
    INSTITUTIONS,
    LINKS,
    MAP_WORDS,
    OFFICES,
    OPENERS,
    PERSON_TITLES,
    PLACES,
    TITLES,
)
from factcheck.values.runs import Run, institution, opens, runs, shouted
from factcheck.values.tokens import glued, low_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from factcheck.values.lexicon import Found
    from factcheck.values.namebook import NameBook
    from factcheck.values.tokens import Line, Token


_SIDES = frozenset({"west", "east", "north", "south", "left", "right"})
"""Banks of rivers; the other banks hold money."""


def learn(line: Line, aliases: Sequence[Found], book: NameBook, lows: AbstractSet[str]) -> None:
    """Enter the full names and acronyms of a sentence in the book."""
    tokens = line.tokens
    if shouted(line):
        return
    found = runs(line, _spans(aliases))
    for run in found:
        inner = run.first + opens(tokens, run.first)
        book.seen.update(token.text for token in tokens[inner : run.last] if token.kind == "word")
    for run in found:
        for first, last, kind in _parts(line, run, book, lows):
            name = line.slice(first, last)
            if " " not in name and kind != "person":
                if not opens(tokens, first) or low_at(tokens, last) == "'s":
                    book.lone(name, place=kind == "place")
            elif last - first > 1 or (kind == "person" and book.find(name) is None):
                book.add(name, kind, sure=kind == "organisation")
                if institution(tokens, first, last):
                    telling = (token for token in tokens[first:last] if token.low not in INSTITUTIONS | LINKS)
                    book.parts.update((spelling(token.text), token.text) for token in telling)
            _bracketed(line, last, name, kind, book)
    for hit in aliases:
        if hit.entry.kind == "place" and " " not in hit.entry.name:
            book.lone(hit.entry.name)
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
            for named in _parts(line, run, book, lows):
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
    if not own and behind == last:
        found.append(_entity(line, named, book))
        return found
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


def _parts(line: Line, run: Run, book: NameBook, lows: AbstractSet[str]) -> list[tuple[int, int, EntityKind]]:
    """The names inside a run: openers cut off, a nation before an office, two nations joined by a hyphen."""
    tokens = line.tokens
    first = run.first
    opening = opens(tokens, first)
    while opening and first < run.last and (tokens[first].low in OPENERS or tokens[first].low in STARTERS):
        first += 1
    opening = opening and first == run.first
    found: list[tuple[int, int, EntityKind]] = []
    for start, end in _cut(tokens, first, run.last, book):
        named = _named(tokens, start, end, opening and start == first, book, lows)
        if named is not None:
            found.append(named)
    return found


def _cut(tokens: Sequence[Token], first: int, last: int, book: NameBook) -> list[tuple[int, int]]:
    """Where an office or a hyphen parts a run into two names."""
    for index in range(first + 1, last - 1):
        if tokens[index].text == "-" and last - first == 3:
            both = [book.find(tokens[at].text) for at in (first, last - 1)]
            lone = all(spelling(tokens[at].text) in book.alone for at in (first, last - 1))
            if lone and not any(one is not None and one.kind == "person" for one in both):
                return [(first, index), (index + 1, last)]
        if tokens[index].low in OFFICES and tokens[index + 1].low not in TITLES:
            office = index
            while office > first and tokens[office - 1].low in TITLES:
                office -= 1
            if office > first and not institution(tokens, index + 1, last):
                return [(first, office), (index + 1, last)]
    return [(first, last)]


def _named(
    tokens: Sequence[Token], first: int, last: int, opening: bool, book: NameBook, lows: AbstractSet[str]
) -> tuple[int, int, EntityKind] | None:
    """A name with its titles cut off; None if nothing is left."""
    begin = first
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
    stately = single and opening and words[0].low not in lows and is_place(tokens, first, last)
    if single and opening and not (stately or _known(words[0], book, lows)):
        return None
    if single and opening and words[0].low in CLAIMANTS:
        return None
    if single and (len(words[0].text) == 1 or _plural_letters(words[0].text)):
        return None
    if single and words[0].low in NUMBERED and last < len(tokens) and tokens[last].kind == "number":
        return None
    before = tokens[begin - 1].low if begin and not opens(tokens, begin) else ""
    titled = titled or before in PERSON_TITLES
    return first, last, _guess(tokens, first, last, titled, official, book)


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
    tokens: Sequence[Token], first: int, last: int, titled: bool, official: bool, book: NameBook
) -> EntityKind:
    words = [token for token in tokens[first:last] if token.kind == "word"]
    several = any(not glued(tokens[index], tokens[index + 1]) for index in range(first, last - 1))
    known = book.find(" ".join(token.text for token in words))
    if known is not None and not several and book.in_house(words[0].text) and is_place(tokens, first, last):
        return "place"
    if known is not None and not (several and known.kind == "person" and is_body(tokens, first, last)):
        return known.kind
    if titled:
        return "person"
    landed = words[-1].low in PLACES and (words[-1].low != "bank" or words[0].low in _SIDES)
    if several and (landed or words[0].low in MAP_WORDS):
        return "place"
    tailed = several and words[-1].low in COMPANY_TAILS - {"brothers", "capital", "bank"}
    if official or tailed or (len(words) == 1 and words[0].text.isupper()):
        return "organisation"
    if not several and is_place(tokens, first, last):
        return "place"
    if several and first and (tokens[first - 1].low in IN_PLACES or _of_a_place(tokens, first)):
        return "place"
    if several and not is_body(tokens, first, last):
        return "person"
    return "organisation"


def _of_a_place(tokens: Sequence[Token], first: int) -> bool:
    """Behind "the town of"."""
    return first > 1 and tokens[first - 1].low == "of" and tokens[first - 2].low in PLACES
