"""Two clauses with figures: what they count, and of whom, decides more than their words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.aspects.counts import MANY
from factcheck.compare.aspects.ledgers import other_ledger
from factcheck.compare.aspects.measured import same_measured, same_spot, same_words
from factcheck.compare.aspects.people import roots, same_people
from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.aspects.standing import same_sort
from factcheck.compare.facts.gates import two_shocks
from factcheck.compare.facts.telling import measured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.aspects.standing import Standing
    from factcheck.compare.facts.scopes import Scopes
    from factcheck.compare.facts.telling import Telling
    from factcheck.compare.reading.profiles import Profile

SAME_COUNTED = 0.36
"""What two figures of one dimension that count the same of the same actors have before their texts speak."""
ELSEWHERE = 0.3
"""The same where their sentences name other people or places around them."""
ALIKE, ONE_SORT = 0.3, 0.36
"""The same where nothing says that the same happened to those counted; the latter for soldiers and troops."""
ONE_MEASURED = 0.45
"""Two measures of one dimension, told of one thing with the same words."""
NOT_TODAY = 0.35
"""What is left of a score where the two tell of two days, two shocks or two ledgers."""
FAR_APART = 30
"""Figures further apart than so many times count another thing (a war, a battle) unless their texts agree."""
OTHER_SCALE = 0.12


NOBODY: frozenset[str] = frozenset()
Met = tuple["Figure", "Figure", "Standing"]
"""Two figures of two clauses that can be laid side by side, and how what they count stands."""


def by_the_way(a: Profile, b: Profile, met: Sequence[Met]) -> bool:
    """The figures measure two things, and are not what is told ("signed after nine hours of talks").

    ``met`` are their pairs that can be laid side by side.
    """
    if met:
        return False
    dimensions = [{f.interval.dimension for f in p.figures} for p in (a, b)]
    told = any(f.of & p.main for p in (a, b) for f in p.figures)
    return not told and dimensions[0].isdisjoint(dimensions[1])


def by_figures(
    a: Profile, b: Profile, met: Sequence[Met], score: float, telling: Telling, scopes: Scopes
) -> float:
    """The score of two clauses with figures, given that of their words."""
    pairs = [pair for pair in met if pair[2] == "same" or not (pair[0].sum or pair[1].sum)]
    if not pairs:
        return score * 0.5
    if a.then != b.then or two_shocks(a, b) or (_of_money(a) and _of_money(b) and other_ledger(a, b)):
        return score * NOT_TODAY
    if not names_meet(a, b):
        return score * 0.5
    if any(f.harm and g.harm for f, g, _ in pairs) and scopes.two_stories(a, b):
        return score * 0.5
    same = [pair for pair in pairs if pair[2] == "same"]
    if same and all(measured(f) for f, _, _ in same) and telling.measures_another(a, b):
        return score * 0.85
    rivals = any(f.rivals or g.rivals for f, g, _ in pairs)
    one = _counted_of_one(a, b, pairs)
    if same and (one or not rivals):
        like = any(_magnitude(f, g, FAR_APART) for f, g, _ in same)
        near = SAME_COUNTED if one else ELSEWHERE
        return max(score, (near if like else OTHER_SCALE) + 0.6 * score)
    alike = [(f, g) for f, g, stands in pairs if stands == "alike" and _magnitude(f, g, 10)]
    if alike:
        return max(score, (ONE_SORT if any(same_sort(f, g) for f, g in alike) else ALIKE) + 0.6 * score)
    return _by_words(a, b, score, pairs, telling)


def _by_words(a: Profile, b: Profile, score: float, pairs: Sequence[Met], telling: Telling) -> float:
    if same_spot(a, b):
        return max(score, ONE_MEASURED)
    stands = {pair[2] for pair in pairs}
    if "same" in stands or "part" in stands:
        return score * (0.5 if any(f.rivals or g.rivals for f, g, _ in pairs) else 0.85)
    if "unknown" not in stands:
        return score * 0.55
    told = same_measured(a, b)
    if told is not None:
        return max(score, ONE_MEASURED) if told else score * 0.5
    if same_words(a, b):
        return max(score, ONE_MEASURED)
    unknown = [(f, g) for f, g, stands in pairs if stands == "unknown"]
    if any(_magnitude(f, g, FAR_APART) and telling.counts_alike(a, b, f, g) for f, g in unknown):
        return max(score, SAME_COUNTED + 0.6 * score)
    actors = _counted_of_one(a, b, pairs)
    near = any(_magnitude(f, g, 2) and (not measured(f) or telling.alike(a, b)) for f, g, _ in pairs)
    return score + 0.1 if near and actors else score * 0.8


def _counted_of_one(a: Profile, b: Profile, pairs: Sequence[Met]) -> bool:
    return _actors_meet(a.around, b.around) or any(f.actors and g.actors for f, g, _ in pairs)


def _of_money(profile: Profile) -> bool:
    return any(f.interval.dimension == "money" for f in profile.figures)


def names_meet(a: Profile, b: Profile) -> bool:
    """Some name in common, or one names nobody; whose people are counted is judged by the figures."""
    counted = [_counted_people(p) for p in (a, b)]
    if counted[0] and counted[1]:
        return _actors_meet(a.names - counted[0], b.names - counted[1])
    return _actors_meet(a.names, b.names)


def _counted_people(profile: Profile) -> frozenset[str]:
    actors = [f.actors for f in profile.figures if f.actors]
    if not actors:
        return NOBODY
    return actors[0] if len(actors) == 1 else frozenset[str]().union(*actors)


def _actors_meet(a: frozenset[str], b: frozenset[str]) -> bool:
    """Some name in common, or within another ("Vesk", "Vesk Province"), or one of the two names nobody."""
    if not a or not b or same_people(a, b):
        return True
    left, right = _spoken(a), _spoken(b)
    return any(x <= y or y <= x for x in left for y in right)


@lru_cache(maxsize=20_000)
def _spoken(names: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The roots of the words of each name."""
    return tuple([frozenset(name.split()) for name in roots(names)])


def _magnitude(f: Figure, g: Figure, times: float) -> bool:
    one, other = abs(f.interval.headline), abs(g.interval.headline)
    return one <= times * other if one > other else other <= times * one


def one_against_figure(counted: Profile, other: Profile) -> bool:
    """A figure of many beside a single one of those it counts: another matter, whatever the words.

    "The plant will close" is no single job beside "at the cost of 520 jobs".
    """
    many = {
        f.interval.dimension
        for f in counted.figures
        if f.interval.headline > MANY and f.interval.dimension not in MEASURES
    }
    told = {head: c for head, c in other.counts.items() if head in other.counted}
    if any(c.low > 1 for c in other.counts.values()) or not any(f"u:{unit}" in other.slots for unit in many):
        return False
    return any(
        c.high == 1 and c.words.casefold().startswith(("a ", "an ", "one ", "the ")) for c in told.values()
    )
