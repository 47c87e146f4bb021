"""The sides of a claim: its relations as seen from it, with the articles and origins that stand there."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.voices.origins import by_frequency
from factcheck.compare.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.compare.relating.found import Found

_DIGITS = re.compile(r"\d[\d,.]*")
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


def party(
    origin: str | None, told: Sequence[tuple[str, Iterable[int]]], most: int
) -> tuple[str, str | None, list[int]]:
    """One side of a dispute: its first values, ``most`` of them, who gives them, and in which articles.

    Other numbers that stand there too are said to: nobody is to take "six, nine" for all that were given.
    """
    values = list({value.casefold(): value for value in map(plain, (v for v, _ in told if v))}.values())
    shown = {_number(value) for value in values[:most]}
    rest = {_number(value) for value in values[most:]} - shown
    more = f" and {len(rest)} more" if most > 1 and rest else ""
    return ", ".join(values[:most]) + more, origin, [article for _, articles in told for article in articles]


def _number(value: str) -> tuple[str, ...]:
    """What tells two values apart: their digits, or their words where they have none."""
    return tuple(_DIGITS.findall(value)) or tuple(value.split())


def voices(sides: Sequence[Side]) -> int:
    """How many origins stand on these sides."""
    return len(by_frequency(sorted(frozenset[str]().union(*(s.origins for s in sides)))))
