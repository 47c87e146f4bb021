"""Intervals of days: months, years, weeks, and the years that a text does not write."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ]
    )
    for name in names.split()
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "may day": (5, 1),
    "independence day": (7, 4),
}
_FIRST_YEAR, _LAST_YEAR = 1000, 2999


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, inclusive at both ends."""

    first: date
    last: date


def published_day(published: str | None) -> date | None:
    """The day of an ISO date or datetime; None where there is none or it is unreadable."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def day(year: int, month: int, number: int) -> Days | None:
    """One day; None if there is no such day."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        there = date(year, month, number)
    except ValueError:
        return None
    return Days(there, there)


def month(year: int, number: int) -> Days | None:
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= number <= 12):
        return None
    return Days(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def year(number: int) -> Days | None:
    if not _FIRST_YEAR <= number <= _LAST_YEAR:
        return None
    return Days(date(number, 1, 1), date(number, 12, 31))


def years(first: int, last: int) -> Days | None:
    start, end = year(first), year(last)
    return Days(start.first, end.last) if start and end and first <= last else None


def season(which: int, name: str) -> Days | None:
    start = month(which, SEASONS[name])
    if start is None:
        return None
    end = month(which + (SEASONS[name] == 12), SEASONS[name] % 12 + 2)
    return Days(start.first, end.last) if end else None


def week(of: date) -> Days:
    """Monday to Sunday around a day."""
    monday = shift(of, -of.weekday())
    return Days(monday, shift(monday, 6))


def shift(of: date, by: int) -> date:
    """A day later or earlier, held within the calendar."""
    by = max(-400_000, min(400_000, by))
    try:
        return of + timedelta(days=by)
    except OverflowError:
        return date.min if by < 0 else date.max


def shift_months(of: date, by: int) -> Days | None:
    """The month that lies ``by`` months away."""
    there = of.year * 12 + of.month - 1 + max(-12_000, min(12_000, by))
    return month(there // 12, there % 12 + 1)


def part_of(whole: Days, which: str) -> Days:
    """Early, mid or late: the thirds of a month or year."""
    length = (whole.last - whole.first).days + 1
    third = length // 3
    if which == "early":
        return Days(whole.first, shift(whole.first, third - 1))
    if which == "late":
        return Days(shift(whole.last, 1 - third), whole.last)
    return Days(shift(whole.first, third - 1), shift(whole.last, -third))


def meant_year(candidate: date, said: date, ahead: bool) -> int:
    """The year of a day written without one: the most recent past one, or the next if ``ahead``."""
    if ahead:
        return said.year if (candidate.month, candidate.day) >= (said.month, said.day) else said.year + 1
    return said.year if (candidate.month, candidate.day) <= (said.month, said.day) else said.year - 1
