"""A relation as it was found: between which claims, about which values, and how large the dispute is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.quantities import Outcome
    from factcheck.model import Relation

SEVERITY = ("conflicts", "updates", "differs", "agrees", "copies")


@dataclass(frozen=True, slots=True)
class Found:
    """A relation and the two values it is about, as printed; what suggestions are worded from."""

    i: int
    j: int
    relation: Relation
    values: tuple[str, str]
    weight: float
    """How large the dispute is, 0..1; 0 for an agreement."""
    newer: int | None = None
    """Of an update, the claim that brings the other up to date."""
    between: bool = True
    """Whether the two origins are the two sides; not where the articles differ on who said it."""
    weak: bool = False
    """That both are of one fact rests on a best match."""
    equal: bool = False
    """Of an agreement: that it is one value, and not two that fit each other."""


def one_each(found: Sequence[Found]) -> list[Found]:
    """At most one relation for a pair of claims and what it is on; of a pair the gravest first."""
    best: dict[tuple[int, int, str], Found] = {}
    for f in sorted(found, key=lambda f: (SEVERITY.index(f.relation.kind), -f.weight, f.i, f.j)):
        first, second = sorted((f.i, f.j))
        best.setdefault((first, second, f.relation.on), f)
    return [f for _, f in sorted(best.items(), key=lambda item: item[0][:2])]


def size(outcome: Outcome) -> float:
    """How large a dispute over figures is: a third off is half a dispute, ten times off a whole one."""
    return min(1.0, 0.35 + 0.65 * outcome.gap)
