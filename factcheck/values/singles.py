"""A person counted by an article: "a soldier", "the captured soldier" are one.

Only for nouns in a lexicon unit class of people, so that "a report" never counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import LexiconEntry, Quantity
from factcheck.values.cues import BODIES
from factcheck.values.tokens import Line, glued
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from factcheck.values.lexicon import Found

_ARTICLES = frozenset({"a", "an", "the", "this", "that", "another", "one"})
_PEOPLE = words(
    "person people human humans man woman child civilian civilians soldier soldiers troops individual"
)
_PLURAL = words("people men women children troops personnel staff police forces dead military army")
_EVENTS = words("death loss injury fatality killing wounding casualty")
_BREAKS = words(
    "of in at for by from to on with and or but that which who is was are were has have had will as into than"
)
_REACH = 9


def counts_people(entry: LexiconEntry) -> bool:
    """Whether a unit class is one of people."""
    return entry.name in _PEOPLE or not _PEOPLE.isdisjoint(entry.terms)


def single_actors(line: Line, units: Sequence[Found]) -> list[Quantity]:
    """One quantity for each person whom an article and a singular noun name; value 1, exact."""
    tokens = line.tokens
    found: list[Quantity] = []
    taken = line.start
    starts = {unit.start for unit in units}
    for unit in units:
        if not counts_people(unit.entry) or not _singular(line, unit, starts):
            continue
        noun = line.at(unit.start)
        if noun >= len(tokens) or tokens[noun].start != unit.start:
            continue
        for index in range(noun - 1, max(-1, noun - _REACH), -1):
            token = tokens[index]
            age = token.kind == "number" and tokens[index + 1].text == "-" and glued(token, tokens[index + 1])
            if token.start < taken or token.low in _BREAKS or (token.kind == "number" and not age):
                break
            if token.kind == "sign" and token.text not in ("-", ",", "'"):
                if token.low == "'s" and index and _ARTICLES.isdisjoint((tokens[index - 1].low,)):
                    break
                break
            if token.low in _ARTICLES:
                start, end = token.start, unit.end
                text = line.text[start:end]
                name = unit.entry.name
                found.append(Quantity(start, end, text, 1.0, 1.0, 1.0, "exact", name))
                taken = end
                break
    return found


def _singular(line: Line, unit: Found, starts: AbstractSet[int]) -> bool:
    """The noun is one person and no part of a longer name: not "soldiers", "soldier-led", "soldier boys"."""
    tokens = line.tokens
    behind = line.at(unit.end)
    if behind < len(tokens) and tokens[behind].text == "-" and glued(tokens[behind - 1], tokens[behind]):
        return False
    if line.text[unit.start].isupper() and behind < len(tokens) and tokens[behind].text[0].isupper():
        return False
    last = line.text[unit.start : unit.end].lower().split()[-1]
    if last in _PLURAL or last in _EVENTS:
        return False
    if last.endswith("s") and not last.endswith("ss"):
        return False
    if behind < len(tokens) and tokens[behind].low in BODIES:
        return False
    return behind >= len(tokens) or tokens[behind].start not in starts
