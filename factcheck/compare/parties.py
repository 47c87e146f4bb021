"""The sides of a dispute as a reason prints them: who says it, each value, and the articles that give it.

A claim is not related to every other: what "the figure of the ministry" was compared with may be one of
three articles that print it. So a side is filled up with what agrees, of the same origin, with those that
were compared, unless the claim itself has another relation to it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare import reasons, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.sides import Side

SIDES = 6
"""How many sides of a dispute a reason names."""
WAYS = 4
"""How many values of one side."""
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")


_Party = tuple[str | None, list[tuple[str, list[int]]], list[int]]
"""One side: its origin, its values with their articles, and which of these speak with another's voice."""
KEPT = 20_000
"""How many sides are remembered: the claims of a cell have all but their own side in common."""


class _Telling(NamedTuple):
    """One value and the articles that give it; the value of those who agree on something else is ""."""

    value: str
    articles: frozenset[int]
    clause: int


class Parties:
    """Words the sides of disputes; ``sides`` holds what each clause (or its cell) is related to."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        origins: Sequence[str | None],
        sides: Mapping[int, Sequence[Side]],
        cell: Callable[[int], int],
        clusters: Callable[[int], Mapping[int, int]],
    ) -> None:
        """``clusters`` gives, for a clause, the voices of its fact by article."""
        self._profiles = profiles
        self._origins = origins
        self._sides = sides
        self._cell = cell
        self._clusters = clusters
        self._known: dict[Hashable, _Party] = {}

    def text(self, index: int, agrees: Sequence[Side], against: Sequence[Side]) -> str:
        """Who stands where: the side of the claim ``index`` first, then each other origin's."""
        own = self._origins[index]
        on = {s.found.relation.on for s in against}
        known = {s.other: s.found.relation.kind for s in self._sides.get(self._cell(index), ())}
        mine = [_Telling(against[0].own_value, frozenset([self._profiles[index].article]), index)]
        unnamed: list[_Telling] = []
        for side in agrees:
            if self._origins[side.other] == own:
                mine.append(self._telling(side, on))
                mine += self._likewise(side, on, {*known} - {s.other for s in agrees}, index)
            elif self._origins[side.other] is None:
                unnamed.append(self._telling(side, on))
        apart: defaultdict[str | None, list[_Telling]] = defaultdict(list)
        others = {*known} - {s.other for s in against}
        for side in against:
            told = apart[self._origins[side.other]]
            told.append(_Telling(side.other_value, side.articles, side.other))
            told += self._likewise(side, on, others, index)
        # "a sailor" and "the sailor" are one way of telling it; 3,000 and "nearly 3,000" are two.
        one_way = on == {"count"}
        parties = [
            self._party(origin, told, one_way=one_way, own=told is mine)
            for origin, told in ((own, mine), (None, unnamed), *apart.items())
            if told
        ]
        parties = [party for party in parties if party[1]]
        more = len(parties) - SIDES
        text = reasons.parties(parties[:SIDES])
        return f"{text} | and {more} more" if more > 0 else text

    def later(self, index: int, newer: Sequence[Side]) -> str:
        """The first figure that brings a claim up to date, and the others with their articles."""
        first, *rest = newer
        others = [
            _Telling(s.other_value, s.articles, s.other) for s in rest if s.other_value != first.other_value
        ]
        _, rows, _ = self._party(None, others, one_way=False, own=False) if others else (None, [], [])
        articles = {self._profiles[index].article, *first.articles}
        articles.update(*(s.articles for s in rest if s.other_value == first.other_value))
        return reasons.later(first.found.relation.why, articles, rows)

    def _telling(self, side: Side, on: Collection[str]) -> _Telling:
        """What a side tells of the matter in dispute; copied words carry the value they copy."""
        told = side.found.relation.on in on or side.found.relation.kind == "copies"
        return _Telling(side.other_value if told else "", side.articles, side.other)

    def _likewise(
        self, side: Side, on: Collection[str], left_out: Collection[int], index: int
    ) -> Iterator[_Telling]:
        """What agrees with a side, of the same origin, and was not compared with the claim itself."""
        origin = self._origins[side.other]
        for one in self._sides.get(self._cell(side.other), ()) if origin else ():
            other = one.other if one.own == side.other else one.own
            agrees = one.found.relation.kind in ("agrees", "copies")
            if agrees and self._origins[other] == origin and other != index and other not in left_out:
                yield self._telling(one, on)

    def _party(self, origin: str | None, told: Sequence[_Telling], *, one_way: bool, own: bool) -> _Party:
        """One side of a dispute, out of what is told there."""
        key = origin, tuple(told), one_way, own
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            found = self._known[key] = self._worded(origin, told, one_way=one_way, own=own)
        return found

    def _worded(self, origin: str | None, told: Sequence[_Telling], *, one_way: bool, own: bool) -> _Party:
        ways: dict[str, tuple[str, set[int]]] = {}
        first = next((one.value for one in told if one.value), "")
        for value, articles, clause in told:
            shown = wording.plain(first if one_way else value or self._printed(first, clause))
            if shown:
                ways.setdefault(shown.casefold(), (shown, set()))[1].update(articles)
        # The claim's own value leads its side; the others stand in the order of their articles.
        lead, rest = [*ways.values()][:own], [*ways.values()][own:]
        rows = _told_apart([*lead, *sorted(rest, key=lambda way: min(way[1]))])
        told_in = {article for _, articles in rows for article in articles}
        shown_rows = [(value, sorted(articles)) for value, articles in rows[:WAYS]]
        if len(rows) > WAYS:
            others = {article for _, articles in rows[WAYS:] for article in articles}
            shown_rows.append((reasons.more_values(len(rows) - WAYS), sorted(others)))
        return origin, shown_rows, self._one_voice(told[0].clause, told_in)

    def _printed(self, value: str, clause: int) -> str:
        """The value, where a clause that agrees on something else prints it too; else ""."""
        text = self._profiles[clause].claim.text.casefold()
        numbers = _NUMBER.findall(value)
        there = {*numbers} <= {*_NUMBER.findall(text)} if numbers else value.casefold() in text
        return value if there else ""

    def _one_voice(self, clause: int, articles: Iterable[int]) -> list[int]:
        """Those of the articles that share their voice with another of them."""
        here = set(articles)
        voice = {a: v for a, v in self._clusters(clause).items() if a in here}
        told = Counter(voice.values())
        return [a for a in voice if told[voice[a]] > 1]


def _told_apart(ways: Iterable[tuple[str, set[int]]]) -> list[tuple[str, set[int]]]:
    """Without another wording of one number of which every article is named already."""
    kept: list[tuple[str, set[int]]] = []
    for value, articles in ways:
        numbers = _NUMBER.findall(value)
        alike = [told for known, told in kept if numbers and _NUMBER.findall(known) == numbers]
        if not alike or not articles <= set().union(*alike):
            kept.append((value, articles))
    return kept
