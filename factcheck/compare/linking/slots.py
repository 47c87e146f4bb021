"""A claim as the linking of very many sees it: a few keys, its words, and what it counts."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.facts.similarity import STOPWORDS, fold, folded, printed
from factcheck.model import Entity, Quantity
from factcheck.values.proper import is_figure, only_identifies
from factcheck.wording.scales import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
        counter = count(1)
        self._words = _Words(counter)
        self._classes, self._units, self._names = (_Numbers(counter) for _ in range(3))
        self._families: dict[str | None, str] = {}

    def slots(self, claim: Claim) -> Slots:
        """What the claim is linked by."""
        words = frozenset(map(self._words.__getitem__, printed(claim.text))) - _NO_FACT
        names = []
        units = set()
        for value in claim.values:
            if isinstance(value, Entity):
                names.append(value.name)
            elif isinstance(value, Quantity):
                units.add(self._family(value.unit))
        if not names:
            names = sorted(folded(claim.text), key=lambda word: (-len(word), word))[:STAND_IN]
        keys = {
            self._classes[told] << _CLASS | self._units[unit] << _UNIT | self._names[name]
            for told in claim.predicates or ("",)
            for unit in units or ("",)
            for name in names
        }
        return Slots(sorted(keys), words)

    def _family(self, unit: str | None) -> str:
        found = self._families.get(unit)
        if found is None:
            found = self._families[unit] = dimension(unit)[0] or "number"
        return found


class _Numbers(dict[str, int]):
    """Gives each word that is asked for the next number, once."""

    def __init__(self, counter: Iterator[int]) -> None:
        self._counter = counter

    def __missing__(self, word: str) -> int:
        found = self[word] = next(self._counter)
        return found


class _Words(dict[str, int]):
    """By a printed word the number of its root; 0 for a word that carries no fact, and for a figure."""

    def __init__(self, counter: Iterator[int]) -> None:
        self._roots = _Numbers(counter)

    def __missing__(self, raw: str) -> int:
        word = fold(raw)
        bare = not word or word in STOPWORDS or word[0].isdigit()
        found = self[raw] = 0 if bare else self._roots[word[:ROOT]]
        return found


_NO_FACT = frozenset({0})


def figure_of(claim: Claim, text: str) -> Quantity | None:
    """The number that the claim is about: its first that says how many, and not who or what is meant."""
    numbers = (v for v in claim.values if isinstance(v, Quantity) and is_figure(v))
    return next((q for q in numbers if not only_identifies(text, q)), None)
