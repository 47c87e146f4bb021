"""One deed that is told of two places: the patients were flown to Korvel, or to Ansk.

Only what ends in one place is asked: who or what was taken somewhere, or where a person was caught. That
people died in two towns is no contradiction.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.aspects.dates import compare_dates
from factcheck.compare.aspects.people import root
from factcheck.model import Entity

if TYPE_CHECKING:
    from factcheck.compare.facts.telling import Telling
    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Claim

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


class Taken(NamedTuple):
    """Where somebody was taken or caught: the place's name, its root, and the words of the clause for it."""

    name: str
    root: str
    shown: str
    caught: bool
    """Caught there, and not taken there from elsewhere."""


def two_places(a: Profile, b: Profile, telling: Telling) -> tuple[str, str] | None:
    """The two places of one deed, as the clauses name them; None where nothing says that it is one deed."""
    left, right = a.taken, b.taken
    if left is None or right is None or a.denied or b.denied or a.ahead != b.ahead:
        return None
    if left.root == right.root or set(left.root.split()) & set(right.root.split()):
        return None
    shared = telling.shared(a, b)
    people = (a.names - {left.name}) & (b.names - {right.name})
    if left.caught and not people:
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
    return None if apart else (left.shown, right.shown)


def taken(claim: Claim) -> Taken | None:
    """The one place behind the verb of a clause that says where somebody was taken or caught."""
    text = claim.text
    moved, caught = _TAKEN.search(text), _CAUGHT.search(text)
    verb = moved or caught
    if verb is None:
        return None
    found = []
    for value in claim.values:
        if isinstance(value, Entity) and value.kind == "place":
            at = value.start - claim.start
            if verb.end() <= at < len(text) and _INTO.search(text[verb.end() : at]):
                found.append(value)
    if len(found) != 1:
        return None
    return Taken(found[0].name, root(found[0].name), found[0].text, caught is not None and moved is None)
