"""Two figures of two claims: whether they count the same, and what the interval table says of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from factcheck.compare.figures import NARROW
from factcheck.compare.quantities import Outcome, compare_intervals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.figures import Figure

Standing = Literal["same", "part", "unknown", "other"]
"""How what two figures count stands: the same, one a part of the other, not known, different."""

_SORT = re.compile(r"[-_](.+)")


def standing(a: Figure, b: Figure) -> Standing:
    """How what two figures count stands to each other: whom, then what happened to them."""
    if _sort(a) and _sort(b) and _sort(a) != _sort(b):
        return "other"
    if not a.of or not b.of:
        return "unknown"
    if not a.of & b.of:
        return "other"
    if _is_part(a) or _is_part(b):
        if a.noun == b.noun:
            return "same"
        return "other" if _is_part(a) and _is_part(b) else "part"
    return "part" if a.of < b.of or b.of < a.of else "same"


def _is_part(figure: Figure) -> bool:
    return figure.part or figure.noun in NARROW


def _sort(figure: Figure) -> str:
    """The kind of unit where the lexicon tells kinds apart: "military" of "person_military"."""
    return "".join(_SORT.findall(figure.interval.unit or ""))


def comparable(a: Figure, b: Figure) -> bool:
    """The generic gate: one dimension, and the counted actors overlap where both are named."""
    left, right = a.interval.dimension, b.interval.dimension
    if left != right and not (None in (left, right) and a.of & b.of):
        return False
    return not a.actors or not b.actors or bool(a.actors & b.actors)


def compare_figures(a: Figure, b: Figure) -> Outcome | None:
    """The interval table for two comparable figures.

    A part is no contradiction of the whole unless it is the larger of the two.
    """
    if not comparable(a, b):
        return None
    stands = standing(a, b)
    if stands == "other":
        return None
    dimension = a.interval.dimension or b.interval.dimension
    left, right = replace(a.interval, dimension=dimension), replace(b.interval, dimension=dimension)
    outcome = compare_intervals(left, right)
    if stands != "part" or outcome is None:
        return outcome
    part, whole = (a, b) if a.of < b.of or (a.of == b.of and _is_part(a)) else (b, a)
    larger = part.interval.headline > whole.interval.headline
    return outcome if larger and outcome.kind == "conflicts" else Outcome("differs", "part", outcome.gap)


def best_comparison(a: Sequence[Figure], b: Sequence[Figure]) -> tuple[Figure, Figure, Outcome] | None:
    """The pair of figures of two claims that best meet: what they count first, then how near they are.

    A sum that fits makes its parts agree with a whole elsewhere; so agreement wins among equals.
    """
    rank = {"same": 0, "unknown": 1, "part": 2, "other": 3}
    order = {"agrees": 0, "differs": 1, "conflicts": 2}
    pairs = []
    for left in a:
        for right in b:
            outcome = compare_figures(left, right)
            if outcome is not None:
                key = (rank[standing(left, right)], order[outcome.kind], outcome.gap)
                pairs.append((key, left, right, outcome))
    if not pairs:
        return None
    _, left, right, outcome = min(pairs, key=lambda pair: pair[0])
    return left, right, outcome
