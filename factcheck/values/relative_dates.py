"""Dates told from the day of writing: yesterday, last week, three days ago, the past few months."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.values import calendar as cal
from factcheck.values.calendar import Days
from factcheck.values.numberwords import SMALL

if TYPE_CHECKING:
    from datetime import date

_COUNTS = {word: number for word, number in SMALL.items() if number} | {
    "twenty": 20,
    "a": 1,
    "an": 1,
    "few": 3,
    "several": 3,
    "couple": 2,
}
_N = r"(?P<{0}>\d{{1,3}}|a\sfew|a\scouple\sof|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + ")"
_PERIOD = r"(?P<{0}>day|week|fortnight|month|year|decade)s?"

RELATIVE = re.compile(
    r"(?<!\w)(?:"
    r"(?P<simple>(?:the\s)?day\s(?:before\syesterday|after\stomorrow)|yesterday|today|tonight|tomorrow"
    r"|last\snight|this\s(?:morning|afternoon|evening))"
    r"|(?P<half>half\sa\syear)\s(?:ago|earlier)"
    r"|(?P<ended>(?:at|over|during)\sthe\sweekend)"
    rf"|{_N.format('ago_n')}\s{_PERIOD.format('ago')}\s(?:ago|earlier)"
    rf"|(?:the\s)?(?:past|last|previous)\s(?:{_N.format('span_n')}\s)?(?P<span>hour|day|week|month|year|decade)s"
    r"|(?P<lean>earlier|later|early|late)\s(?:in\s)?(?:this|the)\s(?P<now>week|month|year)"
    r"|(?P<which>last|this|next|past|previous|coming)\s(?P<unit>week|weekend|month|year)"
    r"|(?P<turn>last|this|next)\s(?P<season>spring|summer|autumn|winter)"
    r")(?!\w)",
    re.IGNORECASE,
)
"""The shapes; a month or weekday behind "last" is read elsewhere."""

_LENGTHS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3_650}


def relative(match: re.Match[str], said: date | None) -> tuple[Days | None, str]:
    """The interval (None without the article's date) and the grain; grain "" for no date at all."""
    if match["simple"]:
        return _simple(match["simple"].lower(), said), "day"
    if match["half"]:
        return _ago(6, "month", said), "month"
    if match["ended"]:
        return _weekend(said), "weekend"
    if match["ago"]:
        return _ago(_count(match["ago_n"]), match["ago"].lower(), said), match["ago"].lower()
    if match["span"]:
        return _span(_count(match["span_n"]), match["span"].lower(), said), "days"
    if match["lean"]:
        late = match["lean"].lower() in ("later", "late")
        return _this(match["now"].lower(), late, said), match["now"].lower()
    if match["season"]:
        return _last_season(match["season"].lower(), match["turn"].lower(), said), "season"
    return _which(match["which"].lower(), match["unit"].lower(), said), match["unit"].lower()


def _count(text: str | None) -> int:
    words = (text or "few").lower().split()
    if words[0].isdigit():
        return int(words[0])
    return _COUNTS[words[1] if len(words) > 1 else words[0]]


def _simple(word: str, said: date | None) -> Days | None:
    if said is None:
        return None
    far = -2 if "before" in word else 2 if "after" in word.split() else 0
    by = far or {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(" ".join(word.split()), 0)
    there = cal.shift(said, by)
    return Days(there, there)


def _ago(count: int, unit: str, said: date | None) -> Days | None:
    if said is None:
        return None
    if unit == "month":
        return cal.shift_months(said, -count)
    if unit in ("year", "decade"):
        return cal.year(said.year - count * (10 if unit == "decade" else 1))
    middle = cal.shift(said, -count * _LENGTHS[unit])
    give = 3 if unit in ("week", "fortnight") else 0
    return Days(cal.shift(middle, -give), cal.shift(middle, give))


def _weekend(said: date | None) -> Days | None:
    """The weekend that is over, or under way."""
    if said is None:
        return None
    last = said if said.weekday() == _SATURDAY else cal.shift(said, -((said.weekday() + 1) % 7))
    first = last if said.weekday() == _SATURDAY else cal.shift(last, -1)
    return Days(first, cal.shift(first, 1))


_SATURDAY = 5


def _span(count: int, unit: str, said: date | None) -> Days | None:
    if unit == "hour":
        count, unit = -(-count // 24), "day"
    return Days(cal.shift(said, -count * _LENGTHS[unit]), said) if said else None


def _whole(unit: str, said: date) -> Days:
    if unit in ("week", "weekend"):
        return cal.week(said)
    found = cal.month(said.year, said.month) if unit == "month" else cal.year(said.year)
    return found or Days(said, said)


def _this(unit: str, late: bool, said: date | None) -> Days | None:
    if said is None:
        return None
    whole = _whole(unit, said)
    return Days(said, whole.last) if late else Days(whole.first, said)


def _which(which: str, unit: str, said: date | None) -> Days | None:
    if said is None:
        return None
    if which == "this":
        whole = _whole(unit, said)
        return Days(cal.shift(whole.last, -1), whole.last) if unit == "weekend" else Days(whole.first, said)
    by = 1 if which in ("next", "coming") else -1
    if unit == "month":
        return cal.shift_months(said, by)
    if unit == "year":
        return cal.year(said.year + by)
    there = cal.week(cal.shift(said, 7 * by))
    return Days(cal.shift(there.last, -1), there.last) if unit == "weekend" else there


def _last_season(name: str, turn: str, said: date | None) -> Days | None:
    if said is None:
        return None
    this = cal.season(said.year, name)
    if this is None:
        return None
    if turn == "last" and this.last >= said:
        return cal.season(said.year - 1, name)
    if turn == "next" and this.first <= said:
        return cal.season(said.year + 1, name)
    return this
