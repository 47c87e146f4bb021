"""How old a person is, where a clause says it by the way: "Holm, 44, a judge", "46-year-old Anna Holm".

A text that speaks of one suspect, and of no second one, says with "the suspect" who it is as with a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare.aspects.people import same_person
from factcheck.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Value

_BEFORE = re.compile(r"(?:,\s+|\s+is\s+|,\s+who\s+is\s+|,?\s+aged\s+|,\s+an?\s+|\s+\()\Z")
"""What stands between a name and the age behind it."""
_BEHIND = re.compile(r"(?:-year-old)?\s+(?:[a-z][\w’'-]*\s+){0,2}\Z")
"""What stands between an age and the name behind it: a trade at most."""
REACH = 40
_ROLE = re.compile(
    r"\b(?:the\s+)(?P<role>(?:(?:alleged|suspected|sole|only)\s+)?(?:suspect|gunman|attacker|assailant|shooter|killer|murderer"
    r"|arsonist|robber|burglar|hijacker|kidnapper|driver|pilot|captain|victim|hostage|defendant|accused|winner|skipper))\b",
    re.I,
)
_SECOND = (
    r"\b{0}s\b|\bgunmen\b|\b(?:another|other|second|third|two|both|younger|older|each|every|one\s+of\s+the)"
    r"\s+(?:\w+\s+)?{0}"
)
"""Words for more than one of a role, which is put in."""


def aged(text: str, values: Sequence[Value], figures: Sequence[Figure]) -> tuple[tuple[str, float], ...]:
    """The persons whose age a clause gives, and the ages, in the order of the text."""
    found = []
    persons = [(v.name, v.start, v.end) for v in values if isinstance(v, Entity) and v.kind == "person"]
    for figure in figures:
        if figure.interval.dimension != "age" or figure.sum:
            continue
        for name, start, end in (*persons, *_alone(text, figure)):
            before = figure.start - REACH <= end <= figure.start
            behind = figure.end <= start <= figure.end + REACH
            if (before and _BEFORE.match(text, end, figure.start)) or (
                behind and _BEHIND.match(text, figure.end, start)
            ):
                found.append((name, figure.interval.headline))
                break
    return tuple(found)


def _alone(text: str, figure: Figure) -> Iterator[tuple[str, int, int]]:
    """Who is meant by what he is ("the suspect") right before an age, where the text has no second one."""
    for found in _ROLE.finditer(text, max(0, figure.start - REACH), figure.start):
        role = found["role"].casefold().split()[-1]
        if not re.search(_SECOND.format(role), text, re.I):
            yield f"the {role}", found.start("role"), found.end()


def two_ages(a: Profile, b: Profile) -> bool:
    """Whether the two give one person two ages."""
    return any(age != other and same_person(name, who) for name, age in a.aged for who, other in b.aged)
