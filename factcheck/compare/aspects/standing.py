"""Whether two figures count the same, and whether they can be laid side by side at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from factcheck.compare.aspects.figures import NARROW
from factcheck.compare.aspects.people import same_people
from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.aspects.reach import never_meet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Figure

Standing = Literal["same", "alike", "part", "unknown", "other"]
"""How what two figures count stands: the same; of the same people, though nothing says that the same
happened to them; one a part of the other; not known; different."""

RANK = {"same": 0, "alike": 1, "unknown": 2, "part": 3, "other": 4}
ANY_GOODS = frozenset(
    {None, "unit", "item", "piece", "animal", "device", "work", "artwork", "package", "copy"}
)
"""Nouns that any goods may be called by; None where no noun is read."""
_SORT = re.compile(r"[-_](.+)")


def standing(a: Figure, b: Figure) -> Standing:
    """How what two figures count stands to each other: whom, then what happened to them."""
    if (a.interval.unit != b.interval.unit and "" != _sort(a) != _sort(b) != "") or _two_goods(a, b):
        return "other"
    if a.of and b.of and a.of.isdisjoint(b.of):
        one_sort = a.role is not None and a.role == b.role
        # Two verbs may tell one deed done to things that are counted; two sums or lengths are two things.
        counts = {a.interval.dimension, b.interval.dimension}.isdisjoint(MEASURES)
        return "unknown" if (one_sort or counts) and not (a.harm or b.harm) else "other"
    if (a.rivals or b.rivals) and bool(a.actors) != bool(b.actors):
        return "part"
    if not a.of or not b.of:
        if is_part(a) != is_part(b) and (a.noun != b.noun or a.noun is None):
            return "part"
        known = a.actors and b.actors and not a.harm and not b.harm
        return "alike" if known and _of_one_unit(a, b) else "unknown"
    if is_part(a) or is_part(b):
        if a.noun is not None and a.noun == b.noun:
            return "same"
        return "other" if is_part(a) and is_part(b) else "part"
    if a.of == b.of:
        return "same"
    # The dead and hurt beside the dead and missing: two wholes that only share a part.
    return "part" if a.of < b.of or b.of < a.of else "other"


def _two_goods(a: Figure, b: Figure) -> bool:
    """40 goats and 90 hens: what is counted by the piece is a thing of its own, unless its name fits any."""
    nouns = {a.noun, b.noun}
    pieces = a.interval.unit == b.interval.unit == "product" and len(nouns) == 2
    return pieces and nouns.isdisjoint(ANY_GOODS) and a.interval.headline != b.interval.headline


def rank(a: Figure, b: Figure) -> int:
    """The standing of two figures as a number; the lower, the surer they count the same."""
    return RANK[standing(a, b)]


def _of_one_unit(a: Figure, b: Figure) -> bool:
    return a.interval.dimension is not None and a.interval.dimension == b.interval.dimension


def is_part(figure: Figure) -> bool:
    return figure.part or figure.noun in NARROW


def same_sort(a: Figure, b: Figure) -> bool:
    """One kind of a unit on both sides: soldiers and troops, not soldiers and people."""
    return bool(_sort(a)) and _sort(a) == _sort(b)


def _sort(figure: Figure) -> str:
    """The kind of unit where the lexicon tells kinds apart: "military" of "person_military"."""
    return _kind_of(figure.interval.unit or "")


@lru_cache(maxsize=1_000)
def _kind_of(unit: str) -> str:
    """That somebody is a prisoner is a state, which a soldier may be in: no kind."""
    found = "".join(_SORT.findall(unit))
    return "" if found == "prisoner" else found


def comparable(a: Figure, b: Figure) -> bool:
    """The generic gate: one dimension, one people where both are named, and no increment with a total.

    Two sums are not laid side by side: their parts are.
    """
    if a.more != b.more or (a.sum and b.sum) or never_meet(a.reach, b.reach):
        return False
    left, right = a.interval.dimension, b.interval.dimension
    if left != right:
        if "percent" in (left, right):
            return False  # a share says so itself, and a bare number is none
        named = a.noun is not None and a.noun == b.noun and not {left, right} & MEASURES
        if not named and not (None in (left, right) and a.of & b.of):
            return False
    return not a.actors or not b.actors or same_people(a.actors, b.actors)


def meeting(a: Sequence[Figure], b: Sequence[Figure]) -> list[tuple[Figure, Figure, Standing]]:
    """The pairs that can be laid side by side, each with how what the two count stands."""
    return [(f, g, standing(f, g)) for f in a for g in b if comparable(f, g)]
