"""The bodies that a sentence names or describes: "the logistics company X", "the army of Orvania"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.bodies import HEADS, Bodies
from factcheck.values.bodynames import body_name
from factcheck.values.companies import trade
from factcheck.values.cues import BODIES
from factcheck.values.view import CLAUSE_WORDS, DETERMINERS, IN_PHRASE, Phrase, View
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from factcheck.values.lexicon import TermIndex

_REACH = 6


def note_bodies(view: View, aliases: TermIndex, bodies: Bodies, sides: dict[str, str] | None = None) -> None:
    """Enter the bodies that a sentence names with more than their noun."""
    for name in view.names_in(Phrase(0, len(view.tokens))):
        if name.kind == "organisation":
            bodies.add(name.name, _called(view, view.line.at(name.start)))
    for index in range(len(view.tokens)):
        if view.low(index) not in HEADS or (view.names[index] and view.names[index].kind != "place"):  # type: ignore[union-attr]
            continue
        behind = view.names[index + 1] if index + 1 < len(view.tokens) else None
        phrase = described(view, index)
        if phrase is None or (behind is not None and behind.kind == "organisation"):
            continue
        name_of = body_name(view, phrase, aliases)
        bodies.add(name_of)
        place = next((one.name for one in view.names_in(phrase) if one.kind == "place"), None)
        if place and sides is not None:
            sides.setdefault(name_of, place)


def _called(view: View, first: int) -> str:
    """What the text calls the name at ``first``: "the logistics company X", "its insurer, X"; else ""."""
    last = first - (view.low(first - 1) == ",")
    noun = view.low(last - 1)
    if noun not in BODIES and not trade(noun):
        return ""
    begin = last - 1
    while begin > 0 and last - begin < _REACH and view.tokens[begin - 1].text.islower():
        low = view.low(begin - 1)
        if low in DETERMINERS | CLAUSE_WORDS | IN_PHRASE or view.finite(begin - 1):
            break
        begin -= 1
    if last < first and view.low(begin - 1) not in DETERMINERS | {"'s"}:
        return ""
    return " ".join(view.low(at) for at in range(begin, last))


def described(view: View, index: int) -> Phrase | None:
    """The phrase around a body's noun, None where nothing is said but the noun."""
    first, last = index, index + 1
    while first > 0 and index - first < _REACH:
        low, token = view.low(first - 1), view.tokens[first - 1]
        if (
            view.names[first - 1] is not None
            or low in ("'s", "'")
            or (
                token.kind == "word"
                and low not in DETERMINERS | CLAUSE_WORDS | IN_PHRASE
                and not view.finite(first - 1)
                and not low.endswith(("ing", "ly"))
                and low not in _NOT_BEFORE
                and (token.text.islower() or first == 1)
            )
        ):
            first -= 1
        else:
            break
    while first < index and view.low(first) in ("'s", "'"):
        first += 1
    if view.low(last) in ("of", "in") and last + 1 < len(view.tokens):
        place = view.names[last + 1]
        if place is not None and place.kind == "place" and first + 1 < last:
            return Phrase(first, view.line.at(place.end))
    return Phrase(first, last) if first < index else None


_NOT_BEFORE = words(
    "and or on into over under about against between during after before as both all each other another same"
    " new old such one two three more most last next first second whole entire is was be has had"
)
