"""From clauses to facts: which pairs are judged, and what they make; a large session class by class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.facts.aligned import Alignment
from factcheck.compare.facts.alike import LARGE, classes
from factcheck.compare.facts.candidates import candidates
from factcheck.compare.facts.groups import facts

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.compare.facts.groups import Judgement
    from factcheck.compare.facts.kinship import Judge
    from factcheck.compare.reading.profiles import Profile


def group(
    profiles: Sequence[Profile], kin: Judgement, known: Collection[tuple[int, int]] = ()
) -> tuple[list[tuple[int, int]], list[list[int]]]:
    """The pairs that were judged, and the clauses by fact; ``known`` are pairs that are judged in any case.

    In a large session the first of each class of clauses that tell the same is judged for them all.
    """
    if len(profiles) < LARGE:
        pairs = list(candidates(profiles, known))
        return pairs, facts(len(profiles), pairs, kin)
    told = classes(profiles, {n for pair in known for n in pair})
    first = [members[0] for members in told]
    at = {n: place for place, n in enumerate(first)}
    pairs = list(candidates([profiles[n] for n in first], known))
    joined = facts(len(first), [(at[i], at[j]) for i, j in pairs], lambda i, j: kin(first[i], first[j]))
    grouped = [sorted(n for place in members for n in told[place]) for members in joined]
    return pairs, sorted(grouped, key=lambda members: members[0])


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
