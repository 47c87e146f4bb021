"""The sides of a claim: its relations as seen from it, with the articles and origins that stand there."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.values.together import distinct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.relating.found import Found

KEPT = 16
"""How many sides of each kind a reason of a large session is made from; the last stands for the rest."""


class Side(NamedTuple):
    """One claim's relation as seen from another: both claims, and both values."""

    own: int
    other: int
    found: Found
    own_value: str
    other_value: str
    articles: frozenset[int]
    """The articles that stand there: the other clause's, and in a large session those of its whole cell."""
    origins: frozenset[str]


def fewer(sides: Sequence[Side]) -> list[Side]:
    """The sides of a hot fact: of each kind the widest told, the last of them standing for the rest."""
    kinds: defaultdict[str, list[Side]] = defaultdict(list)
    for side in sides:
        kinds[side.found.relation.kind].append(side)
    found = []
    for row in kinds.values():
        row.sort(key=lambda s: -len(s.articles))
        rest = row[KEPT - 1 :]
        found += row[: KEPT - 1]
        if rest:
            articles = frozenset[int]().union(*(s.articles for s in rest))
            origins = frozenset[str]().union(*(s.origins for s in rest))
            found.append(rest[0]._replace(articles=articles, origins=origins))
    return found


def voices(sides: Sequence[Side]) -> int:
    """How many origins stand on these sides."""
    return _how_many(frozenset[str]().union(*[s.origins for s in sides]))


@lru_cache(maxsize=20_000)
def _how_many(origins: frozenset[str]) -> int:
    return len(distinct(sorted(origins)))
