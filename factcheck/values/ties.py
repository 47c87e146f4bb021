"""What a session's texts say of who belongs to whom: a spokesman and his body, a minister and his state.

Only plain wordings count: "X, who heads the Y"; "X, a spokesman for Y"; "Y leader X"; "Y's foreign
minister, X"; "Z, the capital of Y". A person of the lexicon speaks for himself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.values.bodies import HEADS, Bodies
from factcheck.values.bodynames import body_name
from factcheck.values.companies import trade
from factcheck.values.cues import BODIES
from factcheck.values.holders import Holders, note_holders
from factcheck.values.memory import Memory
from factcheck.values.names import entities
from factcheck.values.namewords import TITLES
from factcheck.values.owned import OWN_VOICE, VOICES, role_of
from factcheck.values.phrases import phrase_after
from factcheck.values.referents import OWNERS, met_in, owner
from factcheck.values.view import CLAUSE_WORDS, DETERMINERS, IN_PHRASE, Phrase, View
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Entity
    from factcheck.values.lexicon import TermIndex
    from factcheck.values.namebook import NameBook
    from factcheck.values.tokens import Line

_ROLES = words(
    "spokesman spokeswoman spokesperson head chief director commander leader chairman chairwoman chair"
    " executive coordinator manager president secretary"
)
"""Those who speak for the body that they are named with."""
_LEADS = words("heads leads runs chairs commands directs headed led")
_OFFICES = TITLES | words("counterpart 's")
_LAWMAKERS = words("parliament lawmakers mps deputies")
_REACH = 6


@dataclass(slots=True)
class Ties:
    bodies: Bodies = field(default_factory=Bodies)
    speaks: dict[str, str] = field(default_factory=dict)
    """The body that a person speaks for, by the person's name."""
    sides: dict[str, str] = field(default_factory=dict)
    """The state or town of a person or body, by name."""
    holders: Holders = field(default_factory=Holders)
    capitals: dict[str, str] = field(default_factory=dict)
    """The state that a capital stands for, where the session says so."""

    def state(self, place: str) -> str:
        return self.capitals.get(place, place)

    def body(self, name: str) -> str:
        """The fuller name of a body that the session knows by one only."""
        words = name.split()
        longer = self.bodies.named(name) if len(words) > 1 else None
        if longer is not None:
            return longer
        if not words or words[-1].lower() not in HEADS or name != name.lower():
            return name
        return self.bodies.only(words) or name


def gather(lines: Iterable[Line], aliases: TermIndex, book: NameBook) -> Ties:
    """The ties that sentences state, all names of the session being in the book."""
    ties = Ties()
    views = [
        View.of(line, entities(line, aliases.find(line), book), (), ()) for line in lines if not line.heading
    ]
    for view in views:
        note_bodies(view, aliases, ties.bodies, ties.sides)
        note_holders(view, view.names_in(Phrase(0, len(view.tokens))), ties.holders)
    memory = Memory()
    for before, view in zip([None, *views], views, strict=False):
        if before is None or before.line.text is not view.line.text:
            memory = Memory()
        note_bodies(view, aliases, memory.bodies)
        for name in view.names_in(Phrase(0, len(view.tokens))):
            if name.kind == "person" and aliases.exact(name.name) is None:
                _person(view, name, aliases, ties, memory)
            elif name.kind == "place":
                _capital(view, name, ties)
        memory.meet(met_in(view, memory, ties))
    for view in views:
        for name in view.names_in(Phrase(0, len(view.tokens))):
            if name.kind == "person":
                _seat(view, name, ties)
    return ties


def note_bodies(view: View, aliases: TermIndex, bodies: Bodies, sides: dict[str, str] | None = None) -> None:
    """Enter the bodies that a sentence names with more than their noun."""
    for name in view.names_in(Phrase(0, len(view.tokens))):
        if name.kind == "organisation":
            bodies.add(name.name, _called(view, view.line.at(name.start)))
    for index in range(len(view.tokens)):
        if view.low(index) not in HEADS or (view.names[index] and view.names[index].kind != "place"):  # type: ignore[union-attr]
            continue
        behind = view.names[index + 1] if index + 1 < len(view.tokens) else None
        phrase = _described(view, index)
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


def _described(view: View, index: int) -> Phrase | None:
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


def _person(view: View, name: Entity, aliases: TermIndex, ties: Ties, memory: Memory) -> None:
    first, last = view.line.at(name.start), view.line.at(name.end)
    body = (
        _body_behind(view, last, aliases)
        or _body_before(view, first, aliases)
        or _body_owning(view, first, memory, ties)
    )
    body = ties.body(body) if body else None
    if body is not None and _speaks_for(view, body, first):
        ties.speaks.setdefault(name.name, body)
    place = _state_of(view, first, last)
    if place is not None:
        ties.sides.setdefault(name.name, place)


def _speaks_for(view: View, body: str, first: int) -> bool:
    """No politician, and for a body that has a name; but a spokesman of the police speaks for the police."""
    noun, role = body.split()[-1].lower(), view.low(first - 1 - (view.low(first - 1) == ","))
    if noun in OWN_VOICE or (role == "leader" and not _noun_of_body(body)):
        return False
    return " " in body or body != body.lower() or role in VOICES


def _noun_of_body(body: str) -> bool:
    return body.split()[-1].lower() in HEADS


def _body_owning(view: View, first: int, memory: Memory, ties: Ties) -> str | None:
    """Its chief executive, NAME: the body that the text speaks of there."""
    last = first - (view.low(first - 1) == ",")
    for index in range(last - 1, max(0, last - _REACH) - 1, -1):
        if view.low(index) in OWNERS:
            told = role_of(view, Phrase(index, last)) is not None
            return owner(view, index, memory, ties) if told else None
    return None


def _seat(view: View, name: Entity, ties: Ties) -> None:
    """A minister of STATE told parliament in TOWN: the town stands for the state."""
    place = ties.sides.get(name.name)
    last = view.line.at(name.end)
    told = next((at for at in range(last, min(last + 3, len(view.tokens))) if view.low(at) == "told"), None)
    if place is None or told is None or view.low(told + 1) not in _LAWMAKERS or view.low(told + 2) != "in":
        return
    town = view.names[told + 3] if told + 3 < len(view.tokens) else None
    if town is not None and town.kind == "place" and town.name != place:
        ties.capitals.setdefault(town.name, place)


def _body_behind(view: View, last: int, aliases: TermIndex) -> str | None:
    """NAME, who heads the BODY; NAME, a spokesman for the BODY; NAME, chief executive of BODY."""
    if view.low(last) != ",":
        return None
    if view.low(last + 1) == "who":
        if view.low(last + 2) in _LEADS:
            return _body_at(view, last + 3, aliases)
        return None
    for index in range(last + 1, min(last + _REACH, len(view.tokens))):
        if view.low(index) in _ROLES and view.low(index + 1) in ("of", "for"):
            body = _body_at(view, index + 2, aliases)
            politician = body is not None and view.low(index) == "leader" and not _noun_of_body(body)
            return None if politician else body
        if view.tokens[index].kind != "word" or view.finite(index):
            return None
    return None


def _body_at(view: View, first: int, aliases: TermIndex) -> str | None:
    if view.low(first) in DETERMINERS:
        first += 1
    phrase = phrase_after(view, first) if first < len(view.tokens) else None
    return _as_body(view, phrase, aliases) if phrase else None


def _body_before(view: View, first: int, aliases: TermIndex) -> str | None:
    """BODY leader NAME; BODY's chief executive, NAME; head of the BODY, NAME."""
    index = first - (view.low(first - 1) == ",")
    role = False
    while index > 0 and view.low(index - 1) in TITLES | _ROLES and first - index < _REACH:
        role = role or view.low(index - 1) in _ROLES
        index -= 1
    if not role:
        return None
    index -= view.low(index - 1) in ("'s", "'")
    if index <= 0:
        return None
    owner = view.names[index - 1]
    if owner is not None:
        return owner.name if owner.kind == "organisation" else None
    if view.low(index - 1) not in HEADS:
        return None
    return body_name(view, _described(view, index - 1) or Phrase(index - 1, index), aliases)


def _as_body(view: View, phrase: Phrase, aliases: TermIndex) -> str | None:
    names = view.names_in(phrase)
    if names and names[0].kind == "organisation":
        return names[0].name
    nouns = [index for index in range(phrase.first, phrase.last) if view.low(index) in HEADS]
    return body_name(view, Phrase(phrase.first, nouns[-1] + 1), aliases) if nouns else None


def _state_of(view: View, first: int, last: int) -> str | None:
    """STATE's foreign minister, NAME; STATE president NAME; President NAME of STATE."""
    index = first - (view.low(first - 1) == ",")
    begin = index
    while index > 0 and view.low(index - 1) in _OFFICES and begin - index < _REACH:
        index -= 1
    if 0 < index < begin:
        place = view.names[index - 1]
        if place is not None and place.kind == "place":
            return place.name
    if index < begin and view.low(last) == "of" and last + 1 < len(view.tokens):
        place = view.names[last + 1]
        if place is not None and place.kind == "place":
            return place.name
    return None


def _capital(view: View, name: Entity, ties: Ties) -> None:
    """TOWN, the capital of STATE; STATE's capital, TOWN; the STATE capital TOWN."""
    first, last = view.line.at(name.start), view.line.at(name.end)
    if view.low(last) == "," and view.low(last + 1) == "the" and view.low(last + 2) == "capital":
        state = view.names[last + 4] if view.low(last + 3) == "of" and last + 4 < len(view.tokens) else None
    else:
        at = first - 1 - (view.low(first - 1) == ",")
        at -= view.low(at) == "capital"
        if at < 0 or view.low(at + 1) != "capital":
            return
        state = view.names[at - 1] if view.low(at) == "'s" and at else view.names[at]
    if state is not None and state.kind == "place" and state.name != name.name:
        ties.capitals.setdefault(name.name, state.name)
