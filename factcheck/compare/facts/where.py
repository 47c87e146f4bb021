"""One deed that is told of two places: the patients were flown to Korvel, or to Ansk.

Only what ends in one place is asked: who or what was taken somewhere, or where a person was caught. That
people died in two towns is no contradiction.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.aspects.dates import compare_dates
from factcheck.compare.aspects.people import root
from factcheck.model import Entity

if TYPE_CHECKING:
    from factcheck.compare.facts.telling import Telling
    from factcheck.compare.reading.profiles import Profile

_TAKEN = re.compile(
    r"\b(?:flown|taken|towed|moved|transferred|brought|carried|driven|airlifted|shipped|escorted|diverted|rushed"
    r"|handed\s+over|extradited|returned|deported)\b",
    re.I,
)
_CAUGHT = re.compile(
    r"\b(?:born|captured|arrested|detained|caught|seized|buried|last\s+seen|landed|moored)\b", re.I
)
_INTO = re.compile(
    r"\b(?:to|in|at|into|near|towards?)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}?(?:(?:in|of|at)\s+)?(?:the\s+)?\Z",
    re.I,
)
COVERED = 0.6
"""What share of the shorter telling both have."""
LEAST = 2


def two_places(a: Profile, b: Profile, telling: Telling) -> tuple[str, str] | None:
    """The two places of one deed, as the clauses name them; None where nothing says that it is one deed."""
    if a.denied or b.denied or a.ahead != b.ahead:
        return None
    left, right = _place(a), _place(b)
    if left is None or right is None:
        return None
    one, other = root(left.name), root(right.name)
    if one == other or set(one.split()) & set(other.split()):
        return None
    shared = telling.shared(a, b)
    people = (a.names - {left.name}) & (b.names - {right.name})
    if _CAUGHT.search(a.text) and not _TAKEN.search(a.text) and not people:
        return None
    if len(shared) < LEAST and not (shared and people):
        return None
    if telling.covered(telling.of(a), telling.of(b)) < COVERED:
        return None
    apart = any(
        d.weekday != e.weekday or d.weekday is None
        for d in a.dates
        for e in b.dates
        if (told := compare_dates(d, e)) and told[0] == "conflicts"
    )
    return None if apart else (left.text, right.text)


@lru_cache(maxsize=20_000)
def _verb(text: str) -> re.Match[str] | None:
    return _TAKEN.search(text) or _CAUGHT.search(text)


def _place(profile: Profile) -> Entity | None:
    """The one place behind the verb of a clause that says where somebody was taken or caught."""
    verb = _verb(profile.text)
    if verb is None:
        return None
    found = []
    for value in profile.claim.values:
        if isinstance(value, Entity) and value.kind == "place":
            at = value.start - profile.start
            if verb.end() <= at < len(profile.text) and _INTO.search(profile.text[verb.end() : at]):
                found.append(value)
    return found[0] if len(found) == 1 else None
