"""The sides of a dispute as a reason prints them: who says it, each value, and the articles that give it.

A claim is not related to every other: what "the figure of the ministry" was compared with may be one of
three articles that print it. So a side is filled up with what agrees, of the same origin, with those that
were compared, unless it agrees with the claim itself. Other origins that agree with the claim stand beside
it and not against it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare import reasons, wording
from factcheck.compare.facts.contrary import denier, worded_as_denial
from factcheck.compare.relating.carried import NUMBER, prints

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.reasons import Party
    from factcheck.compare.sides import Side

SIDES = 6
"""How many sides of a dispute a reason names."""
WAYS = 4
"""How many values of one side."""


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
        self._agreeing = {
            own: [s for s in row if s.found.relation.kind in ("agrees", "copies")]
            for own, row in sides.items()
        }
        self._cell = cell
        self._clusters = clusters
        self._known: dict[Hashable, Party] = {}
        self._digests = frozenset([p.article for p in profiles if p.digest])

    def where(self, articles: Iterable[int]) -> str:
        """The letters of some articles; a reader sees which of them only digest others."""
        return wording.letters(articles, self._digests)

    def text(self, index: int, agrees: Sequence[Side], against: Sequence[Side]) -> str:
        """Who stands where: the side of the claim ``index`` and who agrees, then each other origin's."""
        own = self._origins[index]
        on = {s.found.relation.on for s in against}
        beside = {index, *(s.other for s in agrees)}
        left_out = {index, *(s.other for s in against)}
        mine = [self._of_claim(index, against[0].own_value)]
        likewise: defaultdict[str | None, list[_Telling]] = defaultdict(list)
        for side in agrees:
            if self._origins[side.other] == own:
                mine.append(self._telling(side, on))
                mine += (self._telling(s, on) for s in self._likewise(side, left_out))
            else:
                likewise[self._origins[side.other]].append(self._telling(side, on))
        apart: defaultdict[str | None, list[_Telling]] = defaultdict(list)
        for side in against:
            told = apart[self._origins[side.other]]
            told.append(_Telling(side.other_value, side.articles, side.other))
            told += (self._telling(s, on) for s in self._likewise(side, beside))
        # "a sailor" and "the sailor" are one way of telling it; 3,000 and "nearly 3,000" are two.
        one_way = on == {"count"}
        first = self._party(own, mine, one_way=one_way, own=True)
        value = _Telling(against[0].own_value, frozenset(), index)
        allies = [self._party(who, [value, *told], one_way=one_way) for who, told in likewise.items()]
        others = [self._party(who, told, one_way=one_way) for who, told in apart.items()]
        return reasons.parties(first, [ally for ally in allies if ally[1]], others, most=SIDES)

    def denial(self, index: int, agrees: Sequence[Side], against: Sequence[Side]) -> str:
        """Who says that it is so and who says that it is not, each with all articles in which they do."""
        own, other = self._profiles[index], self._profiles[against[0].other]
        mine = {index, *(s.other for s in agrees if s.found.relation.on in ("polarity", "quote"))}
        theirs = {s.other for s in against}
        for side in against:
            theirs.update(s.other for s in self._likewise(side, {index}))
            mine.update(self._contradicted(side.other, own))
        denied, asserted = (own, other) if denier(own, other) is own else (other, own)
        so, not_so = (theirs, mine) if denied is own else (mine, theirs)
        return reasons.denial(
            self._voices(so - not_so),
            asserted.text,
            self._voices(not_so - so),
            denied.text,
            negated=worded_as_denial(denied),
        )

    def _contradicted(self, other: int, own: Profile) -> Iterator[int]:
        """Who is contradicted by ``other`` as ``own`` is, and so says the same."""
        for side in self._sides.get(self._cell(other), ()):
            there = self._profiles[side.own if side.other == other else side.other]
            disputed = (side.found.relation.kind, side.found.relation.on) == ("conflicts", "polarity")
            if disputed and there.denied == own.denied and there.main & own.main:
                yield there.index

    def _voices(self, claims: Iterable[int]) -> list[tuple[str | None, str]]:
        """The origins of some claims in the order of their articles, each with these; nobody stands last."""
        told: dict[str | None, list[int]] = {}
        for index in sorted(claims):
            told.setdefault(self._origins[index], []).append(self._profiles[index].article)
        voices = sorted(told.items(), key=lambda voice: voice[0] is None)
        return [(who, self.where(articles)) for who, articles in voices]

    def later(self, index: int, agrees: Sequence[Side], newer: Sequence[Side]) -> str:
        """The figure of the claim and who prints it, the first that brings it up to date, and the others."""
        first = newer[0]
        own = self._origins[index]
        mine = [self._of_claim(index, first.own_value)]
        mine += [self._telling(s, {"quantity"}) for s in agrees if self._origins[s.other] == own]
        then = self.values([s for s in newer if s.other_value == first.other_value])
        shown = {value.casefold() for value, _ in then}
        others = self.values([s for s in newer if wording.plain(s.other_value).casefold() not in shown])
        before = self._party(own, mine, one_way=False, own=True)[1]
        return reasons.later((own, before), (self._origins[first.other], then), others)

    def values(self, sides: Sequence[Side]) -> Sequence[tuple[str, str]]:
        """The values that other claims give, each with the letters of its articles."""
        if not sides:
            return []
        one_way = {s.found.relation.on for s in sides} == {"count"}
        told = [_Telling(s.other_value, s.articles, s.other) for s in sides]
        return self._party(None, told, one_way=one_way)[1]

    def _of_claim(self, index: int, value: str) -> _Telling:
        return _Telling(value, frozenset([self._profiles[index].article]), index)

    def _telling(self, side: Side, on: Collection[str]) -> _Telling:
        """What a side tells of the matter in dispute; copied words carry the value they copy."""
        told = side.found.relation.on in on or side.found.relation.kind == "copies"
        return _Telling(side.other_value if told else "", side.articles, side.other)

    def _likewise(self, side: Side, left_out: Collection[int]) -> Iterator[Side]:
        """What agrees with a side, of the same origin; ``left_out`` are those who stand elsewhere."""
        origin = self._origins[side.other]
        for one in self._agreeing.get(self._cell(side.other), ()):
            other = one.other if one.own == side.other else one.own
            if self._origins[other] == origin and other not in left_out:
                yield one if one.other == other else one._replace(own=side.other, other=other)

    def _party(
        self, origin: str | None, told: Sequence[_Telling], *, one_way: bool, own: bool = False
    ) -> Party:
        """One side: its values with their articles, and which of these speak with another's voice."""
        key = origin, tuple(told), one_way, own
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            found = self._known[key] = self._worded(origin, told, one_way=one_way, own=own)
        return found

    def _worded(self, origin: str | None, told: Sequence[_Telling], *, one_way: bool, own: bool) -> Party:
        ways: dict[str, tuple[str, set[int]]] = {}
        given = [one.value for one in told if one.value]
        # Of one way of telling it the commonest words stand for all.
        first = Counter(given).most_common(1)[0][0] if one_way and given else next(iter(given), "")
        for value, articles, clause in told:
            shown = wording.plain(first if one_way else value or self._printed(first, clause))
            if shown and articles:
                ways.setdefault(shown.casefold(), (shown, set()))[1].update(articles)
        # The claim's own value leads its side; the others stand in the order of their articles.
        lead, rest = [*ways.values()][:own], [*ways.values()][own:]
        rows = _told_apart([*lead, *sorted(rest, key=lambda way: min(way[1]))])
        told_in = {article for _, articles in rows for article in articles}
        shown_rows = [(value, self.where(articles)) for value, articles in rows[:WAYS]]
        if len(rows) > WAYS:
            others = {article for _, articles in rows[WAYS:] for article in articles}
            shown_rows.append((reasons.more_values(len(rows) - WAYS), self.where(others)))
        return origin, shown_rows, self._one_voice(told[0].clause, told_in)

    def _printed(self, value: str, clause: int) -> str:
        """The value, where a clause that agrees on something else prints it too; else ""."""
        return value if prints(self._profiles[clause].claim.text, value) else ""

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
        numbers = NUMBER.findall(value)
        alike = [told for known, told in kept if numbers and NUMBER.findall(known) == numbers]
        if not alike or not articles <= set().union(*alike):
            kept.append((value, articles))
    return kept
