"""Sums that the figures of one sentence leave to the reader: "12 dead and 30 injured" has a third figure."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare.aspects.classes import name_of
from factcheck.compare.aspects.figures import ADDED, Figure
from factcheck.compare.aspects.people import same_people

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile

BACK = 1
"""How many sentences before "another 140" the count stands that it goes beyond."""


def sums_of(
    text: str, found: Sequence[Figure], parts: Mapping[str, frozenset[str]]
) -> tuple[tuple[Figure, ...], frozenset[int]]:
    """The sums that the figures of one sentence leave to the reader, and where their parts start.

    Neighbours are added up when they count two parts of a whole that the lexicon names (the dead and
    the hurt, not the dead and the deployed), or the same of two sorts (22 children and six teachers)
    or of two peoples.
    Only the latter are parts by their place, the former by what they count; and as a third sort may
    follow, the sum of two sorts is itself a part that can agree with a whole and not contradict it.
    """
    sums: list[Figure] = []
    starts: set[int] = set()
    ordered = sorted(found, key=lambda figure: figure.start)
    for left, right in itertools.pairwise(ordered):
        of = left.of | right.of
        harms = (
            left.of and right.of and not left.of & right.of and any(of <= atoms for atoms in parts.values())
        )
        sorts = left.of == right.of and left.noun and right.noun and left.noun != right.noun
        peoples = left.of == right.of and _two_peoples(left, right)
        units = {left.interval.dimension, right.interval.dimension} - {None}
        if not (harms or sorts or peoples) or len(units) > 1 or not ADDED.match(text[left.end : right.start]):
            continue
        if left.part or right.part:
            continue
        total = _sum(left, right, of, name_of(of, parts), next(iter(units), None))
        sums.append(replace(total, part=True) if sorts or peoples else total)
        if sorts and not peoples:
            starts |= {left.start, right.start}
    return tuple(sums), frozenset(starts)


def beyond_others(profiles: Sequence[Profile]) -> list[Profile]:
    """The profiles with what comes on top of another count no longer taken for an increment of its own.

    "The toll had risen to 23. Another 140 people were injured": the 140 are all who were.
    """
    counted: defaultdict[int, list[tuple[int, Figure]]] = defaultdict(list)
    for profile in profiles:
        if any(f.harm for f in profile.figures):
            counted[profile.article] += [
                (profile.sentence, f) for f in profile.figures if f.harm and not f.sum
            ]

    def alone(profile: Profile, figure: Figure) -> bool:
        near = [
            other
            for sentence, other in counted[profile.article]
            if 0 <= profile.sentence - sentence <= BACK and other.start < figure.start
        ]
        return bool(near) and all(other.of.isdisjoint(figure.of) for other in near)

    return [
        replace(p, figures=tuple(replace(f, more=False) if f.more and alone(p, f) else f for f in p.figures))
        if any(f.more and f.harm for f in p.figures)
        else p
        for p in profiles
    ]


def _sum(left: Figure, right: Figure, of: frozenset[str], told: str | None, dimension: str | None) -> Figure:
    a, b = left.interval, right.interval
    whole = replace(
        a,
        headline=a.headline + b.headline,
        low=a.low + b.low,
        high=a.high + b.high,
        bound=a.bound if a.bound == b.bound else ("range" if "exact" in (a.bound, b.bound) else "about"),
        hedged=a.hedged or b.hedged,
        dimension=dimension,
        unit=a.unit if a.unit == b.unit else dimension,
    )
    text = f"{left.text} and {right.text}"
    actors = frozenset[str]() if _two_peoples(left, right) else left.actors | right.actors
    words = f"{left.shown} and {right.shown}"
    return Figure(left.start, right.end, text, whole, of, told, actors, sum=True, words=words)


def _two_peoples(left: Figure, right: Figure) -> bool:
    """The dead of two armies: together they are nobody's, and each may be held against its own."""
    return bool(left.actors and right.actors) and not same_people(left.actors, right.actors)
