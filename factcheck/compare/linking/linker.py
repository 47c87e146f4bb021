"""One pass over claims in any order: exact copies first, then slot keys, then words, then union-find.

Under each key stand the facts that were filed there last, each with the words of its last few claims:
a key that ten thousand claims share holds as many entries as one that ten share, and a hot fact costs
a claim a few comparisons and not one with every other.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from factcheck.compare.linking.slots import Slots

FACTS = 24
"""How many facts a key holds; one more pushes out the one that was met longest ago."""
LAST = 4
"""How many claims of a fact stand for it under a key."""
LEAST, SHARE = 3, 0.34
"""How many words two claims must share, and what part of the shorter one's."""


class Linker:
    """Links claims as they come; keeps the words only of those that stand for facts."""

    def __init__(self, on_edge: Callable[[int, int], None] | None = None) -> None:
        """``on_edge`` is told every verified pair, the earlier claim first; copies are such pairs."""
        self.parent = array("l")
        self.judged = 0
        """How many pairs of claims were held against each other."""
        self._copies: dict[int, int] = {}
        self._filed: dict[int, list[_Fact]] = {}
        self._on_edge = on_edge

    def copy_of(self, words: Hashable) -> int | None:
        """Takes the next claim as a copy where its very words were met; its number, else None."""
        first = self._copies.get(hash(words))
        if first is None:
            self._copies[hash(words)] = len(self.parent)
            return None
        number = len(self.parent)
        self.parent.append(self.find(first))
        if self._on_edge is not None:
            self._on_edge(first, number)
        return number

    def add(self, slots: Slots) -> int:
        """Takes the next claim and joins it to the facts that it tells; its number."""
        number = len(self.parent)
        self.parent.append(number)
        for key in slots.keys:
            row = self._filed.get(key)
            if row is None:
                self._filed[key] = [_Fact(number, slots.words)]
                continue
            self._file(row, number, slots.words)
        return number

    def _file(self, row: list[_Fact], number: int, words: frozenset[int]) -> None:
        find, parent = self.find, self.parent
        own = find(number)
        home = None
        for fact in reversed(row):
            told = parent[fact.member]
            if told == own or find(told) == own:
                home = home or fact
            elif self._told_alike(fact, words):
                self._join(fact.member, number)
                own = find(number)
                home = home or fact
        if home is None:
            home = _Fact(number, words)
            row.append(home)
            if len(row) > FACTS:
                del row[0]
            return
        home.met(number, words)
        if row[-1] is not home:
            row.remove(home)
            row.append(home)

    def _told_alike(self, fact: _Fact, words: frozenset[int]) -> bool:
        for other in fact.told:
            self.judged += 1
            shared = len(words & other)
            if shared >= LEAST and shared >= SHARE * min(len(words), len(other)):
                return True
        return False

    def _join(self, i: int, j: int) -> None:
        a, b = self.find(i), self.find(j)
        self.parent[max(a, b)] = min(a, b)
        if self._on_edge is not None:
            self._on_edge(i, j)

    def find(self, n: int) -> int:
        """The first claim of the fact that claim ``n`` tells."""
        parent = self.parent
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    def groups(self) -> Sequence[int]:
        """For each claim the number of the first claim of its fact."""
        return array("l", map(self.find, range(len(self.parent))))


class _Fact:
    """A fact under one key: one of its claims, and the words of the last few that were filed there."""

    __slots__ = ("member", "told")

    def __init__(self, member: int, words: frozenset[int]) -> None:
        self.member = member
        self.told = [words]

    def met(self, member: int, words: frozenset[int]) -> None:
        self.member = member
        self.told.insert(0, words)
        del self.told[LAST:]
