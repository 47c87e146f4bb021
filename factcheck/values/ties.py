"""What a session's texts say of who belongs to whom: a spokesman and his body, a minister and his state.

Only plain wordings count: "X, who heads the Y"; "X, a spokesman for Y"; "Y leader X"; "Y's foreign
minister, X"; "Z, the capital of Y". A person of the lexicon speaks for himself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.values.bodies import HEADS, Bodies
from factcheck.values.described import note_bodies
from factcheck.values.holders import Holders, note_holders
from factcheck.values.memory import Memory
from factcheck.values.names import entities
from factcheck.values.namewords import TITLES
from factcheck.values.posts import note_post
from factcheck.values.referents import met_in
from factcheck.values.view import Phrase, View
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Entity
    from factcheck.values.lexicon import TermIndex
    from factcheck.values.namebook import NameBook
    from factcheck.values.tokens import Line

_OFFICES = TITLES | words("counterpart 's")
_LAWMAKERS = words("parliament lawmakers mps deputies")
_REACH = 6


@dataclass(slots=True)
class Ties:
    bodies: Bodies = field(default_factory=Bodies)
    speaks: dict[str, str] = field(default_factory=dict)
    """The body that a person speaks for, by the person's name."""
    clients: dict[str, str] = field(default_factory=dict)
    """The person for whom a lawyer speaks, by the lawyer's name."""
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
                note_post(view, name, aliases, ties, memory)
                _side(view, name, ties)
            elif name.kind == "place":
                _capital(view, name, ties)
        memory.meet(met_in(view, memory, ties))
    for view in views:
        for name in view.names_in(Phrase(0, len(view.tokens))):
            if name.kind == "person":
                _seat(view, name, ties)
    return ties


def _side(view: View, name: Entity, ties: Ties) -> None:
    place = _state_of(view, view.line.at(name.start), view.line.at(name.end))
    if place is not None:
        ties.sides.setdefault(name.name, place)


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
