"""Where a comma or an "and" joins several who say one thing: "police and the fire service said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.cues import BODIES, REPORT_NOUNS
from factcheck.values.view import CLAUSE_WORDS, DETERMINERS, IN_PHRASE

if TYPE_CHECKING:
    from factcheck.values.view import View

_OWN_WORDS = 5
"""How many words the name of a body has at most where "and" joins two bodies."""


def begins_list(view: View, comma: int) -> bool:
    """The name before a comma is no place of the clause before: not "to Kursk, US and UK officials said"."""
    first = comma - 1
    if not view.capital(first):
        return False
    while first > 0 and view.names[first] is not None and view.names[first - 1] is view.names[first]:
        first -= 1
    # "Estimates from US, UK and Dutch sources": there the preposition belongs to what they gave.
    return view.low(first - 1) not in IN_PHRASE or view.low(first - 2) in REPORT_NOUNS


def lists_bodies(view: View, comma: int, end: int) -> bool:
    """The comma of "police, the fire brigade and the hospital said": a body before it, two behind."""
    if view.low(comma - 1) not in BODIES or not _opens_clause(view, comma - 1):
        return False
    return any(joined(view, at) for at in range(comma + 2, min(end, comma + _OWN_WORDS + 2)))


def joined(view: View, index: int) -> bool:
    """Whether an "and" joins two names, nations or bodies and no clauses."""
    if index <= 0 or view.low(index) != "and":
        return False
    if view.capital(index - 1):
        return view.capital(index + 1) or view.low(index + 1) == "the"
    return (
        view.low(index - 1) in BODIES and _opens_clause(view, index - 1) and _a_body_behind(view, index + 1)
    )


def _opens_clause(view: View, noun: int) -> bool:
    """Nothing but a body's own words stands between the beginning of the clause and its noun."""
    first = noun
    while first > 0 and noun - first < _OWN_WORDS and view.tokens[first - 1].kind == "word":
        low = view.low(first - 1)
        if low in CLAUSE_WORDS or low in IN_PHRASE or view.finite(first - 1):
            return False
        first -= 1
        if low in DETERMINERS:
            break
    return view.low(first - 1) in ("", ",", ";", "—", "–", "”", '"')


def _a_body_behind(view: View, first: int) -> bool:
    if view.low(first) in DETERMINERS:
        first += 1
    for index in range(first, min(first + _OWN_WORDS, len(view.tokens))):
        if view.low(index) in BODIES or (view.names[index] is not None and view.finite(index + 1)):
            return True
        if view.tokens[index].kind != "word" or view.finite(index):
            return False
    return False
