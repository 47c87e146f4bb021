"""What each shape of a written date stands for: 12 March, March 2024, Friday, the second half of 2025."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.values import calendar as cal
from factcheck.values.calendar import Days
from factcheck.values.units import STOPS
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.values.tokens import Line

_NAMED_DAYS = words("black good bloody holy maundy super ash cyber palm easter")
_PAPERS = words("times telegraph mirror express mail post herald star world star-times night age")
_SHY_MONTHS = words("may march april june august mar jan")
_YEAR_CUES = words(
    "in since by of from during until till before after early late mid the to and for through"
    " 's around between summer winter spring autumn fall or that pre-"
)
_AHEAD = re.compile(
    r"\b(?:opens|reopens|starts|begins|ends|expires|resumes|will|shall|due|scheduled|set\sto|plans?\sto"
    r"|planned\sfor|expected|upcoming|ahead\sof)\s[^,;:]*\Z"
    r"|\b(?:next|until|till|by)\s(?:(?:the|at|early|late|mid|end|of|on|noon|midday|midnight|morning|evening)\s)*\Z"
)
"""Says that a date is to come; "until" and "by" only right before it: strikes *by* the army are past."""
_COUNTED = re.compile(r"\bha(?:d|s|ve)\s(?!to\b)(?:(?!\bto\s[a-z])[^.;])*\Z")
_HAD = re.compile(r"\A[^.;,]*\bhad\b")
""" "Had confirmed 52 cases by Monday", "by Monday 52 had died": up to a day that is over."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a shape stands for. ``days`` is None where the article's date would be needed."""

    days: Days | None
    grain: str
    weekday: int | None = None
    month_day: str | None = None


def _ahead(match: re.Match[str], line: Line) -> bool:
    """Whether the words before a date say that it is still to come."""
    before = line.text[max(line.start, match.start() - 60) : match.start()].lower()
    found = _AHEAD.search(before)
    if found is None or not found.group().startswith("by"):
        return found is not None
    behind = line.text[match.end() : min(line.end, match.end() + 60)].lower()
    return not (_COUNTED.search(before, 0, found.start()) or _HAD.search(behind))


def _month_number(name: str) -> int:
    return cal.MONTHS[name.lower().rstrip(".")]


def _iso(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    days = cal.day(int(match["y"]), int(match["m"]), int(match["d"]))
    return Read(days, "day") if days else None


def _slash(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    a, b, y = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] == "." or a > 12:
        days = cal.day(y, b, a)
    elif b > 12:
        days = cal.day(y, a, b)
    else:
        return Read(None, "day") if cal.day(y, a, b) or cal.day(y, b, a) else None
    return Read(days, "day") if days else None


def _day_of_month(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    number = _month_number(match["month"])
    first = _ordinal(match["day"])
    last = _ordinal(match["last"]) if match["last"] else first
    if not 1 <= first <= last <= 31 or cal.day(2000, number, last) is None:
        return None
    named = f"{number:02d}-{first:02d}"
    if match["year"]:
        which = int(match["year"])
    elif said is None:
        return Read(None, "day", month_day=named)
    else:
        leap = date(2000, number, first)
        which = cal.meant_year(leap, said, _ahead(match, line))
    start, end = cal.day(which, number, first), cal.day(which, number, last)
    if start is None or end is None:
        return Read(None, "day", month_day=named)
    return Read(Days(start.first, end.last), "day" if first == last else "days")


def _ordinal(text: str) -> int:
    return int("".join(sign for sign in text if sign.isdigit()))


def _month_of_year(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    days = cal.month(int(match["year"]), _month_number(match["month"]))
    return Read(_part(days, match["part"]), "month") if days else None


def _part(days: Days, part: str | None) -> Days:
    return cal.part_of(days, part.rstrip("- \n\t").lower()) if part else days


def _month(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    placed = (match["placed"] or "").strip(" -\n\t").lower()
    name = match["month"].lower().rstrip(".")
    behind = line.text[match.end() : match.end() + 2].lstrip()
    if not placed and (name in _SHY_MONTHS or len(name) < 4 or behind[:1].isupper()):
        return None
    if placed in ("and", "to", "of") and behind[:1].isupper() and name in _SHY_MONTHS:
        return None
    number = _month_number(name)
    if said is None:
        return Read(None, "month", month_day=f"{number:02d}")
    ahead = placed == "next" or _ahead(match, line)
    which = said.year
    if ahead and number < said.month:
        which += 1
    elif not ahead and number > said.month:
        which -= 1
    if placed == "last" and number == said.month:
        which -= 1
    days = cal.month(which, number)
    return (
        Read(_part(days, placed if placed in ("early", "mid", "late") else None), "month") if days else None
    )


def _weekday(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    before = line.text[max(line.start, match.start() - 12) : match.start()].lower().split()
    behind = line.text[match.end() : match.end() + 14].split()
    if before and before[-1] in _NAMED_DAYS and not match["which"]:
        return None
    if behind and behind[0][:1].isupper() and behind[0].lower().rstrip(".,;:'’") in _PAPERS:
        return None
    number = cal.WEEKDAYS[match["weekday"].lower().rstrip(".")]
    if said is None:
        return Read(None, "day", weekday=number)
    which = (match["which"] or "").lower()
    back = (said.weekday() - number) % 7
    if which == "next" or (which != "last" and _ahead(match, line)):
        there = cal.shift(said, 7 - back)
    else:
        there = cal.shift(said, -(back or 7) if which == "last" else -back)
    return Read(Days(there, there), "day", weekday=number)


def _holiday(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    number, first = cal.HOLIDAYS[match.group().lower().replace("’", "'")]
    if said is None:
        return Read(None, "day", month_day=f"{number:02d}-{first:02d}")
    which = cal.meant_year(date(2000, number, first), said, _ahead(match, line))
    return Read(cal.day(which, number, first), "day")


def _decade(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    first = int(match["y"])
    days = cal.years(first, first + 9)
    return Read(_part(days, match["part"]), "decade") if days else None


def _short_decade(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    """The '80s: of the last century."""
    first = 1900 + int(match["y"])
    days = cal.years(first, first + 9)
    return Read(days, "decade") if days else None


def _part_of_year(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    """The second half of 2025, Q3 2025."""
    sign = match["sign"]
    parts = 2 if (sign or match["part"]).startswith(("H", "half")) else 4
    number = int(sign[1]) if sign else _NTH.get(match["which"], parts)
    if number > parts:
        return None
    first = cal.month(int(match["y"]), (number - 1) * 12 // parts + 1)
    last = cal.month(int(match["y"]), number * 12 // parts)
    return Read(Days(first.first, last.last), "half" if parts == 2 else "quarter") if first and last else None


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _month_turned(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    """December last year."""
    number = _month_number(match["month"])
    if said is None:
        return Read(None, "month", month_day=f"{number:02d}")
    days = cal.month(said.year + {"last": -1, "next": 1}.get(match["turn"], 0), number)
    return Read(days, "month") if days else None


def _century(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    number = int(match["n"])
    return Read(cal.years(100 * number - 99, 100 * number), "century")


def _year_span(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    first = int(match["y"])
    last = int(match["z"]) if len(match["z"]) == 4 else first // 100 * 100 + int(match["z"])
    days = cal.years(first, last) if first >= 1500 and last <= 2100 else None
    return Read(days, "years") if days else None


def _season(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    return Read(cal.season(int(match["y"]), match["season"].lower()), "season")


def _counts_things(line: Line, behind: int) -> bool:
    """ "In 1786 for a countess" is a year, "in 1700 homes" is none: a noun stands behind it."""
    at = line.at(behind)
    return at < len(line.tokens) and line.tokens[at].kind == "word" and line.tokens[at].low not in STOPS


def _year(match: re.Match[str], said: date | None, line: Line) -> Read | None:
    number = int(match["y"])
    if not 1500 <= number <= 2100:
        return None
    at = line.at(match.start())
    before = line.tokens[at - 1].low if at else ""
    if number < 1800 and (before not in ("in", "since") or _counts_things(line, match.end())):
        return None
    behind = line.text[match.end() : match.end() + 2]
    if not match["part"] and before not in _YEAR_CUES and behind[:1] not in (")", ",", ";", ".", ""):
        return None
    days = cal.year(number)
    return Read(_part(days, match["part"]), "year") if days else None


READERS: dict[str, Callable[[re.Match[str], date | None, Line], Read | None]] = {
    "iso": _iso,
    "slash": _slash,
    "month-day": _day_of_month,
    "day-month": _day_of_month,
    "month-year": _month_of_year,
    "month-turned": _month_turned,
    "month": _month,
    "weekday": _weekday,
    "holiday": _holiday,
    "decade": _decade,
    "short-decade": _short_decade,
    "part": _part_of_year,
    "century": _century,
    "years": _year_span,
    "season": _season,
    "year": _year,
}
