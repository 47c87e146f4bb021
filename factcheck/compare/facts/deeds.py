"""Whether two clauses tell one deed of the same things: not one adjective, or one verb with other objects.

"Tried to conceal losses" and "tries to conceal its involvement" have a verb in common and nothing that it is
done to; "significant losses" and "a significant step" an adjective. Nothing of that bears anything out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare.aspects.clocks import compare_clocks
from factcheck.compare.aspects.dates import compare_dates
from factcheck.compare.facts.similarity import stem
from factcheck.compare.facts.telling import COVERED

_LIGHT = frozenset(
    stem(word) for word in ("try", "trying", "attempt", "begin", "start", "continue", "seek", "want")
)
"""Verbs beside which another one says what is done."""
_NUMBER = re.compile(r"\b\d[\d.,]*\d\b")

if TYPE_CHECKING:
    from factcheck.compare.facts.telling import Telling
    from factcheck.compare.reading.profiles import Profile


def one_deed_told(a: Profile, b: Profile, telling: Telling) -> bool:
    """Whether both report one class of deed of something that both name, or share most of what they tell."""
    things = telling.said(a, b) - a.done - b.done - _LIGHT
    deed = (a.main & b.main) - a.aside - b.aside
    if one_value(a, b):
        return bool(things or (deed and a.names & b.names))
    if not things:
        return False
    return bool(deed) or (len(things) > 1 and telling.covered(telling.of(a), telling.of(b)) >= COVERED)


def one_value(a: Profile, b: Profile) -> bool:
    """Whether a date, a time of day, an age or another number is the same in both."""
    told = compare_clocks(a.clocks, b.clocks)
    if told is not None and told[0] == "agrees":
        return True
    if any((found := compare_dates(d, e)) and found[0] == "agrees" for d in a.dates for e in b.dates):
        return True
    return bool(set(_NUMBER.findall(a.text)) & set(_NUMBER.findall(b.text)))
