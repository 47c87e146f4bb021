"""Where in a sentence a phrase can begin, by the order and the distance of the words that it needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from factcheck.rules.phrases.tokens import Keys, Sketch

_STRETCH = re.compile(r"\S+")

_FEW = 8
"""Keys that are looked up one by one; of more, those that the sentence has are found first."""
_NOWHERE: list[int] = []

Spot = tuple[int, int]
"""A word: the number of its stretch, and where it begins in it; before the first sign for START."""
Shifts = tuple[int, ...] | None
"""By how much a set of places is moved, and joined with itself, again and again; None: without end."""


class Step(NamedTuple):
    """A link of a chain, ready to run."""

    first: Keys
    holds: tuple[tuple[Keys, Shifts], ...]
    low: int
    shifts: Shifts
    probe: str | None


class Plan(NamedTuple):
    """How the places of one pattern are found. ``steps`` run from the last to the first."""

    steps: tuple[Step, ...]
    first: Keys | None
    lead: Keys


def plan_of(sketch: Sketch, same: dict[Keys, Keys]) -> Plan:
    """``same`` brings together sets of keys that are alike: one is told from another faster."""

    def one(keys: Keys) -> Keys:
        return same.setdefault(keys, keys)

    steps = [
        Step(
            one(link.first),
            tuple((one(keys), _shifts(0, link.reach)) for keys in link.holds),
            link.after[0],
            _shifts(*link.after),
            link.probe,
        )
        for link in reversed(sketch.chain)
    ]
    first = None if sketch.first is None else one(sketch.first)
    return Plan(tuple(steps), first, one(sketch.lead))


def _shifts(low: int, high: int | None) -> Shifts:
    if high is None:
        return None
    found: list[int] = []
    left = high - low
    while left > 0:
        found.append(min(1 << len(found), left))
        left -= found[-1]
    return tuple(found)


def _back(places: int, low: int, shifts: Shifts) -> int:
    """The stretches that stand before one of the places, as far as is allowed."""
    if shifts is None:
        return ((1 << places.bit_length()) - 1) >> low
    places >>= low
    for shift in shifts:
        places |= places >> shift
    return places


class Words:
    """The words of one sentence, as far as any pattern asks for them.

    A set of stretches is a number: bit i stands for stretch i of the sentence.
    """

    __slots__ = ("_expressions", "_masks", "_offsets", "_probed", "_sentence", "_spots")

    def __init__(self, sentence: str, spots: dict[str, list[Spot]], expressions: dict[str, Any]) -> None:
        self._sentence = sentence
        self._spots = spots
        self._expressions = expressions
        self._masks: dict[Keys, int] = {}
        self._probed: dict[str, tuple[int, list[Spot]]] = {}
        self._offsets: list[int] = []

    def places(self, plan: Plan) -> list[int] | None:
        """Where a match may begin, in order; None: anywhere."""
        begins = -1
        for step in plan.steps:
            here = self._masks.get(step.first)
            if here is None:
                here = self._of(step.first)
            for keys, shifts in step.holds:
                here &= _back(self._of(keys), 0, shifts)
            if step.probe is not None and here & begins:
                here = self._probe(step, here)[0]
            begins &= here
            if not begins:
                return _NOWHERE
            begins = _back(begins, step.low, step.shifts)
        if plan.first is None:
            return None
        head = plan.steps[-1]
        if head.probe is None:
            spots = self._near(plan.first, begins)
        else:
            spots = [spot for spot in self._probed[head.probe][1] if begins >> spot[0] & 1]
            if plan.lead:
                spots += self._near(plan.lead, begins)
        return self._at(spots)

    def _probe(self, step: Step, here: int) -> tuple[int, list[Spot]]:
        """Where the expression of a step finds something: the stretches, and the words in them."""
        assert step.probe is not None
        known = self._probed.get(step.probe)
        if known is None:
            expression = self._expressions.get(step.probe)
            if expression is None:
                import regex

                expression = self._expressions[step.probe] = regex.compile(step.probe).match
            mask, found = 0, []
            for spot in self._near(step.first, here):
                if expression(self._sentence, self._offset(spot)) is not None:
                    found.append(spot)
                    mask |= 1 << spot[0]
            known = self._probed[step.probe] = (mask, found)
        return known

    def _of(self, keys: Keys) -> int:
        """The stretches with a word of ``keys``."""
        found = self._masks.get(keys)
        if found is None:
            spots = self._spots
            found = 0
            for key in keys if len(keys) < _FEW else keys.intersection(spots):
                for number, _ in spots.get(key, ()):
                    found |= 1 << number
            self._masks[keys] = found
        return found

    def _near(self, keys: Keys, stretches: int) -> list[Spot]:
        """The words of ``keys`` in those stretches."""
        spots = self._spots
        return [spot for key in keys.intersection(spots) for spot in spots[key] if stretches >> spot[0] & 1]

    def _at(self, spots: list[Spot]) -> list[int]:
        if len(spots) == 1:
            return [self._offset(spots[0])]
        return sorted({self._offset(spot) for spot in spots})

    def _offset(self, spot: Spot) -> int:
        if not self._offsets:
            self._offsets.extend(match.start() for match in _STRETCH.finditer(self._sentence))
        return self._offsets[spot[0]] + spot[1] if spot[1] >= 0 else 0
