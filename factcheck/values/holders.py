"""Who holds which office: "Mayor X", "the energy minister, X", "X, the governor of P"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.values.namewords import OFFICES, TITLES
from factcheck.values.view import CLAUSE_WORDS, DETERMINERS
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Entity
    from factcheck.values.view import View

HELD = (OFFICES | words("mayor chief director secretary prosecutor king queen pope chair head")) - words(
    "spokesman spokeswoman spokesperson lawmaker senator colonel lieutenant captain"
)
"""Offices of which a place or a body has one, so that "the mayor" is somebody."""
_REACH = 5


@dataclass(slots=True)
class Holders:
    """Offices with those who hold them, in the order they were met."""

    rows: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    """By the noun of the office: each holder with all words of the office."""

    def add(self, office: Sequence[str], person: str) -> None:
        row = self.rows.setdefault(office[-1], {})
        known = row.pop(person, frozenset())
        row[person] = known | frozenset(office)

    def last(self, office: Sequence[str]) -> str | None:
        """Who was met last with all these words of an office: "the minister" is the energy minister."""
        fitting = self._fitting(office)
        return fitting[-1] if fitting else None

    def only(self, office: Sequence[str], among: Iterable[str] | None = None) -> str | None:
        """The one who holds it, ``among`` some people; None where there are several."""
        few = None if among is None else set(among)
        fitting = [name for name in self._fitting(office) if few is None or name in few]
        return fitting[0] if len(fitting) == 1 else None

    def _fitting(self, office: Sequence[str]) -> list[str]:
        wanted = frozenset(office)
        return [name for name, held in self.rows.get(office[-1], {}).items() if wanted <= held]


def note_holders(view: View, names: Iterable[Entity], holders: Holders) -> None:
    """Enter the offices that a sentence gives to the people it names."""
    for name in names:
        if name.kind == "person":
            first, last = view.line.at(name.start), view.line.at(name.end)
            office = _before(view, first) or _behind(view, last)
            if office and office[-1] in HELD:
                holders.add(office, name.name)


def _before(view: View, first: int) -> list[str]:
    end = first - (view.low(first - 1) == ",")
    begin = end
    while begin > 0 and end - begin < _REACH and _title(view, begin - 1):
        begin -= 1
    field = view.low(begin - 1)
    if begin < end and view.low(end - 1) in HELD and _field(view, begin - 1):
        return [field, *(view.low(at) for at in range(begin, end))]
    return [view.low(at) for at in range(begin, end)]


def _field(view: View, index: int) -> bool:
    """The health of "health minister"."""
    if index < 0 or view.names[index] is not None or view.tokens[index].kind != "word":
        return False
    return (
        view.low(index) not in DETERMINERS | CLAUSE_WORDS
        and view.low(index) != "'s"
        and not view.finite(index)
    )


def _title(view: View, index: int) -> bool:
    return view.low(index) in TITLES and view.names[index] is None


def _behind(view: View, last: int) -> list[str]:
    """NAME, the mayor of P; NAME, finance minister."""
    if view.low(last) != ",":
        return []
    begin = last + 1
    begin += view.low(begin) in DETERMINERS
    found: list[str] = []
    for at in range(begin, min(len(view.tokens), begin + _REACH)):
        low = view.low(at)
        if view.names[at] is not None or low == "'s":
            found = []
        elif low in TITLES:
            found.append(low)
        elif found or low in CLAUSE_WORDS or view.tokens[at].kind != "word":
            break
    return found if found and found[-1] in HELD else []
