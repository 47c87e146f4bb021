"""A claim as the linking of very many sees it: a few keys, its words, and what it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.facts.similarity import STOPWORDS, folded
from factcheck.model import Entity, Quantity
from factcheck.values.proper import is_figure, only_identifies
from factcheck.values.scales import dimension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim

STAND_IN = 4
"""How many of a claim's longest words stand for the names of one that names nobody."""
ROOT = 7
"""How many letters of a word are its root here: no stemmer is run on every word of a million texts."""
_CLASS, _UNIT = 40, 24
"""By how many bits the numbers of a key's class and unit are shifted; the name is below them."""


class Slots(NamedTuple):
    """``keys`` are what the claim is filed under, ``words`` the numbers of its content words."""

    keys: Sequence[int]
    words: frozenset[int]


class Reading:
    """Turns claims into slots; every distinct class, unit, name and word gets a number once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: dict[str, int | None] = {}
        self._units: dict[str | None, str] = {}

    def slots(self, claim: Claim) -> Slots:
        """What the claim is linked by."""
        number = self._numbers
        spoken = folded(claim.text)
        words = frozenset([n for word in spoken if (n := self._word(word)) is not None])
        names = [v.name for v in claim.values if isinstance(v, Entity)]
        if not names:
            names = sorted(spoken, key=lambda word: (-len(word), word))[:STAND_IN]
        units = {self._unit(v.unit) for v in claim.values if isinstance(v, Quantity)} or {""}
        classes = claim.predicates or ("",)
        keys = {
            (number.setdefault(f"class {told}", len(number)) << _CLASS)
            | (number.setdefault(f"unit {unit}", len(number)) << _UNIT)
            | number.setdefault(name, len(number))
            for told in classes
            for unit in units
            for name in names
        }
        return Slots(sorted(keys), words)

    def _word(self, word: str) -> int | None:
        """The number of a word's root; None for a word that carries no fact, and for a figure."""
        found = self._words.get(word, -1)
        if found == -1:
            bare = word in STOPWORDS or word[0].isdigit()
            found = None if bare else self._numbers.setdefault(f"word {word[:ROOT]}", len(self._numbers))
            self._words[word] = found
        return found

    def _unit(self, unit: str | None) -> str:
        found = self._units.get(unit)
        if found is None:
            found = self._units[unit] = dimension(unit)[0] or "number"
        return found


def figure_of(claim: Claim, text: str) -> Quantity | None:
    """The number that the claim is about: its first that says how many, and not who or what is meant."""
    numbers = (v for v in claim.values if isinstance(v, Quantity) and is_figure(v))
    return next((q for q in numbers if not only_identifies(text, q)), None)
