"""How old a person is, where a clause says it by the way: "Holm, 44, a judge", "46-year-old Anna Holm"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare.aspects.people import same_person
from factcheck.model import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Value

_BEFORE = re.compile(r"(?:,\s+|\s+is\s+|,\s+who\s+is\s+|,?\s+aged\s+|,\s+an?\s+|\s+\()\Z")
"""What stands between a name and the age behind it."""
_BEHIND = re.compile(r"(?:-year-old)?\s+(?:[a-z][\w’'-]*\s+){0,2}\Z")
"""What stands between an age and the name behind it: a trade at most."""
REACH = 40


def aged(text: str, values: Sequence[Value], figures: Sequence[Figure]) -> tuple[tuple[str, float], ...]:
    """The persons whose age a clause gives, and the ages, in the order of the text."""
    found = []
    persons = [v for v in values if isinstance(v, Entity) and v.kind == "person"]
    for figure in figures:
        if figure.interval.dimension != "age" or figure.sum:
            continue
        for person in persons:
            before = figure.start - REACH <= person.end <= figure.start
            behind = figure.end <= person.start <= figure.end + REACH
            if (before and _BEFORE.match(text, person.end, figure.start)) or (
                behind and _BEHIND.match(text, figure.end, person.start)
            ):
                found.append((person.name, figure.interval.headline))
                break
    return tuple(found)


def two_ages(a: Profile, b: Profile) -> bool:
    """Whether the two give one person two ages."""
    return any(age != other and same_person(name, who) for name, age in a.aged for who, other in b.aged)
