"""Do two dates name the same day? Compared as intervals of days; a weekday stays a weekday."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import DateValue

_THAT_YEAR = re.compile(r"\s+(?:of\s+)?(?:that|the\s+same)\s+year\b", re.I)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
NEAR_YEAR = 400
"""How far before "May of that year" (in code points) the year may stand."""
_NOT_THEN = re.compile(
    r"\b(?:since|until|till|by|before|after|from|until\s+the\s+end\s+of)\s+(?:\w+\s+)?\Z", re.I
)
_PERSISTS = re.compile(r"\b(?:still|remain(?:s|ed)?)\b", re.I)
_OF = re.compile(r"\bof\s\Z")
_ASIDE = re.compile(r",\s+(?:which|who|whose)\s[^,]*\Z")
"""Words that only say more of somebody: "the museum, which was founded in 1871", is not told of that year."""
_WHEN = re.compile(r"\b((?:1[5-9]|20)\d\d),?\s+(?:when|in\s+which)\s+(?:\w+\s+){0,2}\Z", re.I)
OTHER_EVENT = 330
"""Dates further apart than so many days are of two events that are told alike."""
DateVerdict = Literal["agrees", "conflicts"]
DateReason = Literal["same", "within", "weekday", "same day of the year", "apart"]


def compare_dates(a: DateValue, b: DateValue) -> tuple[DateVerdict, DateReason] | None:
    """Agree, conflict, or None where the two cannot be laid side by side.

    "Thursday" and "26 December" without a year can both hold, so nothing is said of them.
    """
    if a.earliest and a.latest and b.earliest and b.latest:
        return _intervals(a, b)
    if a.month_day and b.month_day:
        if a.month_day == b.month_day:
            return "agrees", "same day of the year"
        # "May" and "4 May", both of no year.
        within = a.month_day.startswith(b.month_day) or b.month_day.startswith(a.month_day)
        return ("agrees", "within") if within else ("conflicts", "apart")
    for known, other in ((a, b), (b, a)):
        if other.month_day and known.earliest and known.earliest == known.latest:
            same = known.earliest[5:].startswith(other.month_day)
            return ("agrees", "same day of the year") if same else ("conflicts", "apart")
        if other.weekday is not None and other.earliest is None and _one_day(known) is not None:
            if _one_day(known) == other.weekday:
                return "agrees", "weekday"
            return None if other.month_day else ("conflicts", "apart")
    if a.weekday is None or b.weekday is None or a.earliest is not None or b.earliest is not None:
        return None
    # Of whatever weeks they are: a Friday is no Saturday.
    return ("agrees", "weekday") if a.weekday == b.weekday else ("conflicts", "apart")


def _intervals(a: DateValue, b: DateValue) -> tuple[DateVerdict, DateReason]:
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        return "agrees", "same"
    overlap = str(a.earliest) <= str(b.latest) and str(b.earliest) <= str(a.latest)
    return ("agrees", "within") if overlap else ("conflicts", "apart")


def _one_day(value: DateValue) -> int | None:
    """The weekday of a date that is one known day."""
    if value.earliest is None or value.earliest != value.latest:
        return None
    try:
        return date.fromisoformat(value.earliest[:10]).weekday()
    except ValueError:
        return None


def names_it(text: str, value: DateValue) -> bool:
    """ "The accord of 2011" says which accord is meant, and dates nothing that is told of it."""
    return value.grain == "year" and bool(_OF.search(text[max(0, value.start - 4) : value.start]))


def of_that_year(text: str, value: DateValue) -> DateValue:
    """ "May of that year" is May of the year that was named last before it."""
    if not value.earliest or not value.latest or not _THAT_YEAR.match(text, value.end):
        return value
    years = _YEAR.findall(text, max(0, value.start - NEAR_YEAR), value.start)
    if not years or "02-29" in (value.earliest[5:], value.latest[5:]):
        return value
    return replace(value, earliest=years[-1] + value.earliest[4:], latest=years[-1] + value.latest[4:])


def when(text: str, start: int, dates: Sequence[DateValue], sentence: int) -> tuple[str, str] | None:
    """The days an event is dated to: its own ``dates``, or "in 1974, when ...".

    ``start`` is where the claim starts and ``sentence`` its sentence. "Since 1974" dates nothing.
    """
    for value in dates:
        aside = _ASIDE.search(text[start : value.start])
        if value.earliest and value.latest and not aside and not is_term(text, value):
            return value.earliest, value.latest
    found = _WHEN.search(text[max(sentence, start - 24) : start])
    return (f"{found.group(1)}-01-01", f"{found.group(1)}-12-31") if found else None


def persists(text: str) -> bool:
    """What was *still* so on a day had begun before it, and may have ended after it."""
    return _PERSISTS.search(text) is not None


def is_term(text: str, value: DateValue) -> bool:
    """Whether something lasts to the date or from it ("until Wednesday"), and does not happen on it."""
    return _NOT_THEN.search(text[max(0, value.start - 24) : value.start]) is not None


def other_times(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    """Whether two dated events are most of a year apart: told alike, they are two."""
    if a is None or b is None:
        return False
    first, second = sorted((a, b))
    return (days(first[1], second[0]) or 0) >= OTHER_EVENT


def days_apart(a: DateValue, b: DateValue) -> int | None:
    """How many days lie between two known dates, 0 where they touch; None where one is not known."""
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return None
    first, second = sorted(((a.earliest, a.latest), (b.earliest, b.latest)))
    return max(0, days(first[1], second[0]) or 0)


@lru_cache(maxsize=10_000)
def days(a: str | None, b: str | None) -> int | None:
    """How many days ISO date ``b`` is after ``a``; None where either is not known."""
    try:
        return (date.fromisoformat((b or "")[:10]) - date.fromisoformat((a or "")[:10])).days
    except ValueError:
        return None
