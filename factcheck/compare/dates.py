"""Do two dates name the same day? Compared as intervals of days; a weekday stays a weekday."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from factcheck.model import DateValue

DateVerdict = Literal["agrees", "conflicts"]
DateReason = Literal["same", "within", "weekday", "same day of the year", "apart"]


def compare_dates(a: DateValue, b: DateValue) -> tuple[DateVerdict, DateReason] | None:
    """Agree, conflict, or None where the two cannot be laid side by side.

    "Thursday" and "26 December" without a year can both hold, so nothing is said of them.
    """
    if a.earliest and a.latest and b.earliest and b.latest:
        return _intervals(a, b)
    if a.month_day and b.month_day:
        return ("agrees", "same day of the year") if a.month_day == b.month_day else ("conflicts", "apart")
    for known, other in ((a, b), (b, a)):
        if other.month_day and known.earliest and known.earliest == known.latest:
            same = known.earliest[-5:] == other.month_day
            return ("agrees", "same day of the year") if same else ("conflicts", "apart")
        if other.weekday is not None and other.earliest is None and _one_day(known) is not None:
            if _one_day(known) == other.weekday:
                return "agrees", "weekday"
            return None if other.month_day else ("conflicts", "apart")
    if a.weekday is not None and a.weekday == b.weekday and a.earliest is None and b.earliest is None:
        return "agrees", "weekday"
    return None


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


def later(a: str | None, b: str | None) -> bool:
    """Whether ISO date ``a`` is a later day than ``b``; False where either is not known."""
    return bool(a and b and a[:10] > b[:10])
