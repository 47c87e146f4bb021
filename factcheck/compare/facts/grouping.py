"""From clauses to facts: which pairs are judged, and what they make; a large session class by class."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factcheck.compare.facts.aligned import Alignment
from factcheck.compare.facts.alike import LARGE, classes
from factcheck.compare.facts.candidates import candidates
from factcheck.compare.facts.groups import facts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from factcheck.compare.facts.groups import Judgement
    from factcheck.compare.facts.kinship import Judge
    from factcheck.compare.reading.profiles import Profile


T = TypeVar("T")
EACH = 500
"""Pairs after which it is told how many are judged: some hundredths of a second."""


def group(
    profiles: Sequence[Profile],
    kin: Judgement,
    known: Collection[tuple[int, int]] = (),
    tell: Callable[[int, int], None] = lambda _done, _steps: None,
) -> tuple[list[tuple[int, int]], list[list[int]]]:
    """The pairs that were judged, and the clauses by fact; ``known`` are pairs that are judged in any case.

    In a large session the first of each class of clauses that tell the same is judged for them all. ``tell``
    hears how many of the pairs are judged.
    """
    if len(profiles) < LARGE:
        pairs = list(candidates(profiles, known))
        return pairs, facts(len(profiles), _watched(pairs, tell), kin)
    told = classes(profiles, {n for pair in known for n in pair})
    first = [members[0] for members in told]
    at = {n: place for place, n in enumerate(first)}
    pairs = list(candidates([profiles[n] for n in first], known))
    watched = _watched([(at[i], at[j]) for i, j in pairs], tell)
    joined = facts(len(first), watched, lambda i, j: kin(first[i], first[j]))
    grouped = [sorted(n for place in members for n in told[place]) for members in joined]
    return pairs, sorted(grouped, key=lambda members: members[0])


def _watched(items: Sequence[T], tell: Callable[[int, int], None]) -> Iterator[T]:
    """The items one by one; now and then whoever waits hears how far it is."""
    for done, item in enumerate(items):
        if not done % EACH:
            tell(done, len(items))
        yield item


def with_best_matches(
    profiles: Sequence[Profile],
    judge: Judge,
    pairs: Sequence[tuple[int, int]],
    grouped: list[list[int]],
) -> list[list[int]]:
    """The facts once more, with the clauses of two articles that are each other's best match among ``pairs``.

    In a large session many articles tell a fact, and one of them in words that are known.
    """
    if len(profiles) >= LARGE:
        return grouped
    found = Alignment(profiles, judge).pairs(pairs, grouped)
    if not found:
        return grouped
    judge.suppose(found)
    return facts(len(profiles), pairs, judge.kin)
