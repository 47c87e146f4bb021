"""What the words around a figure add to it: whose people it counts, that it comes on top, an elided noun."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.values.cues import BE, HAVE, MODALS
from factcheck.values.tokens import low_at
from factcheck.values.units import AFFLICTED, STOPS
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Entity, Quantity
    from factcheck.values.lexicon import Found
    from factcheck.values.tokens import Line

HARM = words("die wound casualties missing rescue capture arrest evacuate infect")
"""Predicate classes whose figures count people where no noun stands: "killing 12"."""
_OWNED = words(
    "vehicle aircraft ship weapon formation missile munition drone death loss casualty injury fatality"
)
_MORE_BEHIND = words("more additional further extra")
_MORE_BEFORE = words("another additional further extra")
_POSSESSIVE = words("its their his her our")
_TOLLS = words("toll losses")
_LOSSES = words(
    "losses casualties dead deaths fatalities wounded injured toll troops soldiers forces prisoners strength"
)
_NO_OBJECT = STOPS - HAVE - _POSSESSIVE
_VERBS = BE | HAVE | MODALS
_HELD = _POSSESSIVE | AFFLICTED
_BARE = STOPS | AFFLICTED | {"others"}
_MOVES = words(
    "sent send sends sending massed massing amassed moved moving deployed deploying deploy withdraw withdrew"
    " withdrawn withdrawing lost stationed mobilised mobilized suffered sustained"
)
_BESIDE = words("with against alongside by to for in near from at of into on")
_COST = words("claimed claims claiming claim cost costs costing took takes taking")
_NEAR = 12
_SPAN = 6


@dataclass(frozen=True)
class Surroundings:
    """A sentence with its names and lexicon units, in which its figures are completed."""

    line: Line
    names: Sequence[Entity]
    units: Sequence[Found]
    predicates: Sequence[Found]

    def completed(self, numbers: Sequence[Quantity]) -> list[Quantity]:
        """The figures in the order of the text, with ``whose``, ``more`` and elided units filled in."""
        found: list[Quantity] = []
        for one in sorted(numbers, key=lambda one: (one.start, one.end)):
            before = found[-1] if found else None
            one = replace(one, more=self._more(one), unit=self._unit(one, before), of=self._of(one))
            found.append(replace(one, whose=self._whose(one, before)) if _owned(one.unit) else one)
        for index in range(len(found) - 1, 0, -1):
            left, right = found[index - 1], found[index]
            if self._listed(left, right):
                of = left.of or right.of
                found[index - 1] = replace(
                    left, unit=right.unit, of=of, whose=self._named(left) or left.whose
                )
                found[index] = replace(right, of=right.of or of)
        return found

    @cached_property
    def _named_tokens(self) -> dict[int, Entity]:
        at = self.line.at
        return {index: name for name in self.names for index in range(at(name.start), at(name.end))}

    @cached_property
    def _classes(self) -> dict[int, str]:
        """The unit class that begins at a token."""
        return {self.line.at(unit.start): unit.entry.name for unit in reversed(self.units)}

    @cached_property
    def _harms(self) -> frozenset[int]:
        """The last tokens of the words for what happens to people."""
        return frozenset(self.line.at(one.end) - 1 for one in self.predicates if one.entry.name in HARM)

    # --- small looks at the sentence ----------------------------------------------------------

    def _low(self, at: int) -> str:
        return low_at(self.line.tokens, at)

    def _first(self, one: Quantity) -> int:
        return self.line.at(one.start)

    def _behind(self, one: Quantity) -> int:
        return self.line.at(one.end)

    def _name_at(self, at: int) -> Entity | None:
        return self._named_tokens.get(at)

    def _bare(self, one: Quantity) -> bool:
        """No noun of its own stands behind the figure."""
        at = self._behind(one)
        tokens = self.line.tokens
        return at >= len(tokens) or tokens[at].kind == "sign" or self._low(at) in _BARE

    def _more(self, one: Quantity) -> bool:
        first, behind = self._first(one), self._behind(one)
        if self._low(first) == "another" or self._low(first - 1) in _MORE_BEFORE:
            return True
        return self._low(behind) in _MORE_BEHIND and self._low(behind + 1) != "than"

    # --- what is counted ----------------------------------------------------------------------

    def _unit(self, one: Quantity, before: Quantity | None) -> str | None:
        first, behind = self._first(one), self._behind(one)
        name = self._people_named(one)
        if name is not None:
            return "person"
        if self._bare(one) and one.unit in (None, "incident") and self._tolled(first):
            return "person"
        people = before.unit if before is not None and (before.unit or "").startswith("person") else None
        if one.unit == "person" and people and self._low(behind) in AFFLICTED | {"others"}:
            return people
        if one.unit is not None:
            return one.unit
        if self._low(behind) == "as":
            return self._class_at(behind + 1) or self._class_at(behind + 2)
        if self._bare(one) and self._harmed(first):
            return people or "person"
        return None

    def _of(self, one: Quantity) -> str | None:
        """What is counted, "claimed 17 lives" being deaths."""
        if self._low(self._behind(one)) == "lives":
            first = self._first(one)
            if any(self._low(at) in _COST for at in range(first - 3, first)):
                return "die"
        if one.of in (None, "rise", "fall") and self._bare(one) and self._tolled(self._first(one)):
            return "die"
        return one.of

    def _people_named(self, one: Quantity) -> Entity | None:
        """The Orvanians of "three Orvanians": a nation's people by its adjective."""
        for at in range(self._behind(one), self._behind(one) + 3):
            name = self._name_at(at)
            if name is not None:
                people = name.kind == "place" and name.text != name.name and name.text.endswith("s")
                return name if people else None
            if self._low(at) in STOPS or not self._low(at).isalpha():
                return None
        return None

    def _tolled(self, first: int) -> bool:
        """The death toll rose to 12; the number of injured at 30."""
        for at in range(first - 1, max(-1, first - _NEAR), -1):
            if self._low(at) in _TOLLS or (self._low(at) in AFFLICTED and self._low(at - 1) == "of"):
                return True
            if self.line.tokens[at].kind == "number" or self._low(at) in (";", ":"):
                return False
        return False

    def _harmed(self, first: int) -> bool:
        """A verb of harm stands right before the figure: "killing 12"."""
        return first - 1 in self._harms

    def _class_at(self, at: int) -> str | None:
        return self._classes.get(at)

    def _listed(self, left: Quantity, right: Quantity) -> bool:
        """Nine Orvanian and four Kelmark soldiers: one noun for both."""
        first, last = self._behind(left), self._first(right)
        if last - first > 4 or right.unit is None or self._low(last - 1) not in ("and", "or"):
            return False
        inner = [at for at in range(first, last - 1) if self._low(at) not in (",", "-")]
        if not inner:
            return left.unit is None and self._low(first) in ("and", "or") and not self._bare(right)
        return all(self._name_at(at) is not None for at in inner)

    # --- whose --------------------------------------------------------------------------------

    def _whose(self, one: Quantity, before: Quantity | None) -> str | None:
        named = self._named(one)
        first = self._first(one)
        if named is not None or any(at in self._classes for at in range(first, self._behind(one))):
            return named
        if self._low(first - 1) in _POSSESSIVE or self._owned_behind(one):
            return self._subject(first)
        if self._bare(one):
            counted = self._of_losses(first)
            if counted is not None:
                return counted
        moved = self._moved(first)
        if moved is not None:
            return moved
        counted_before = before is not None and before.value != 1.0
        if before is not None and counted_before and (self._bare(one) or self._apposed(before, first)):
            return before.whose
        return None

    def _named(self, one: Quantity) -> str | None:
        """The nation or body between the figure and its noun: 20 Orvanian soldiers."""
        for at in range(self._first(one), self._behind(one)):
            name = self._name_at(at)
            if name is not None and name.kind != "person":
                return name.name
        for at in self._span(one):
            name = self._name_at(at)
            if name is not None:
                return name.name if name.kind != "person" else None
        return None

    def _owned_behind(self, one: Quantity) -> bool:
        """Six of its soldiers; six deaths in its ranks."""
        behind = self._behind(one)
        near = [self._low(at) for at in range(behind, behind + 5)]
        if "its" not in near and "their" not in near:
            return False
        at = next(index for index, low in enumerate(near) if low in ("its", "their"))
        return (at == 1 and near[0] == "of") or (
            at > 1 and near[at - 1] in ("in", "among", "of") and near[at + 1 :][:1] == ["ranks"]
        )

    def _span(self, one: Quantity) -> range:
        behind = self._behind(one)
        last = behind
        while last < min(len(self.line.tokens), behind + _SPAN):
            low = self._low(last)
            owned = low in ("of", "its", "their", "the") and last - behind < 2
            stops = low in STOPS or low in _VERBS or not low.replace("'", "").isalpha()
            if stops and not owned and low not in _HELD:
                break
            last += 1
        return range(behind, last)

    def _of_losses(self, first: int) -> str | None:
        """X losses at N; the number of X troops at N; losses of X at N."""
        for at in range(first - 1, max(-1, first - _NEAR), -1):
            if self.line.tokens[at].kind == "number" or self._low(at) == ";":
                return None
            name = self._name_at(at)
            if name is None or name.kind == "person":
                continue
            near = [self._low(index) for index in range(at + 1, at + 4)]
            if near[0] == "'s":
                near = near[1:]
            behind = self._low(at - 1) in ("of", "among") and self._low(at - 2) in _LOSSES
            if behind or any(low in _LOSSES for low in near[:2]):
                return name.name
        return None

    def _moved(self, first: int) -> str | None:
        """X has sent 500 soldiers: its own."""
        for at in range(first - 1, max(-1, first - 5), -1):
            low = self._low(at)
            if low in _MOVES:
                return self._subject(at, reach=_NEAR)
            if low in _NO_OBJECT or self._name_at(at) is not None:
                return None
        return None

    def _subject(self, before: int, reach: int = 2 * _NEAR) -> str | None:
        """The nation or body named last before a token."""
        for at in range(before - 1, max(-1, before - reach), -1):
            name = self._name_at(at)
            if name is not None and name.kind != "person" and not self._aside(at, name):
                return name.name
            if self._low(at) in ("it", "they"):
                reach = 2 * _NEAR
        return None

    def _aside(self, at: int, name: Entity) -> bool:
        """Behind a preposition a name is no subject: "fought against Orvanian troops"."""
        first = self.line.at(name.start)
        return self._low(first - 1) in _BESIDE and self._low(at + 1) != "'s"

    def _apposed(self, before: Quantity, first: int) -> bool:
        """Two brigades, some 5,000 men."""
        behind = self._behind(before)
        return self._low(first - 1) == "," and first - behind <= 4


def _owned(unit: str | None) -> bool:
    return unit is not None and (unit.startswith("person") or unit in _OWNED)
