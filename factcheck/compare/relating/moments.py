"""Up to when a figure was counted: "by Tuesday evening", "said at 6 a.m. on Friday", the day of the article.

A date that only says when something happened ("on Friday 26 people were killed") is no such moment, but that
of a state is ("1,200 were at work on Thursday"). Where the text says nothing, it is the day of the article,
else of its dateline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from factcheck.compare.aspects.clocks import time_in
from factcheck.model import DateValue
from factcheck.values.calendar import MONTHS

if TYPE_CHECKING:
    from factcheck.model import Article, Claim

_SAYS = (
    r"(?:said|says|put|puts|reported|reports|announced|counted|gave|gives|told|confirmed|stated|spoke|warned)"
)
_UP_TO = re.compile(
    r"\b(?:by|as\s+of|until|up\s+to)\s+(?:(?:late|early|noon|midday|the\s+(?:morning|evening|end)\s+of|[\d.:]+\s?[ap]\.?m\.?)\s+)?"
    r"(?:on\s+)?\Z",
    re.I,
)
_WERE_ON = re.compile(
    r"\b(?:is|are|was|were|remain(?:s|ed)?|stood)\s+(?:still\s+|also\s+)?(?:(?:at|in|without|on)\s+\w+|\w+ing)\s+"
    r"(?:(?:in|at|near)\s+(?:the\s+)?[\w-]+\s+)?(?:on\s+)?\Z",
    re.I,
)
"""How many are at work, in hospital or without power is told of the day; how many were killed is not."""
_SAID_ON = re.compile(rf"\b{_SAYS}\b[^.;,]{{0,30}}\Z", re.I)
_ON_IT_SAID = re.compile(
    rf"(?:\s+(?:morning|noon|midday|afternoon|evening|night))?,?\s+[^.;,\d]{{0,40}}?\b{_SAYS}\b", re.I
)
OPENS = 40
"""How far into a sentence (in code points) a date stands that opens it, behind a dateline's town too."""
_PARTS = {"morning": 9.0, "noon": 12.0, "midday": 12.0, "afternoon": 15.0, "evening": 19.0, "night": 22.0}
_PART = re.compile(r"\s+(morning|noon|midday|afternoon|evening|night)\b", re.I)
_PART_BEFORE = re.compile(
    r"\b(noon|midday|(?:morning|afternoon|evening|night)(?=\s+of))\s+(?:of\s+|on\s+)?\Z", re.I
)
_HOUR = re.compile(rf"\b(?:by|as\s+of|until|{_SAYS}\s+at|{_SAYS}\s+by)\s+(?=[\d])", re.I)
NEAR = 24
_MONTH = rf"(?i:{'|'.join(MONTHS)})"
_DATELINE = re.compile(
    r"\A\W*[A-Z][^.!?\n]{1,60}?[,(–—-]\s*"
    rf"(?:(?P<month>{_MONTH})\.?\s+(?P<day>[0-3]?\d)|(?P<day2>[0-3]?\d)\s+(?P<month2>{_MONTH}))\b"
)
ANY_YEAR = 2000
"""Stands for a year that is not told."""


@dataclass(frozen=True, slots=True)
class Moment:
    """``day`` counts days (of ``ANY_YEAR`` where ``dated`` is False), ``weekday`` is 0 for Monday."""

    day: int | None = None
    weekday: int | None = None
    hour: float | None = None
    dated: bool = True


def moment(article: Article, claim: Claim, *, falls: bool) -> Moment:
    """Up to when the figures of ``claim`` were counted.

    ``falls`` says that they are of those who are missing: of them any date tells the day.
    """
    text, (start, end) = article.text, claim.sentence
    dates = (v for v in (*claim.values, *claim.context) if isinstance(v, DateValue))
    for value in dates:
        before, behind = text[start : value.start], text[value.end : end]
        said = _SAID_ON.search(before) or (len(before) <= OPENS and _ON_IT_SAID.match(behind))
        if falls or said or _UP_TO.search(before) or _WERE_ON.search(before):
            told = _of_date(value, _hour_beside(before, behind))
            if told is not None:
                return told
    hour = None
    for word in _HOUR.finditer(text, start, end):
        hour = time_in(text[word.end() : word.end() + NEAR])
    return _of_article(article, hour)


def hours_between(a: Moment, b: Moment) -> float | None:
    """How many hours ``b`` is after ``a``; None where that is not known."""
    if a.day is not None and b.day is not None and a.dated == b.dated:
        days = b.day - a.day
    elif a.weekday is not None and b.weekday is not None:
        days = (b.weekday - a.weekday + 3) % 7 - 3
    else:
        return None
    known = a.hour is not None and b.hour is not None
    return days * 24.0 + (b.hour - a.hour if known else 0.0)  # type: ignore[operator]


def part_of_day(text: str) -> float | None:
    """The hour that stands for the part of the day a text names first: 9.0 for "on Tuesday morning"."""
    found = _PART.search(text)
    return _PARTS[found[1].casefold()] if found else None


def _of_date(value: DateValue, hour: float | None) -> Moment | None:
    if value.earliest and value.earliest == value.latest:
        return _of_day(value.earliest, hour)
    if value.month_day:
        return _of_day(f"{ANY_YEAR}-{value.month_day}", hour, dated=False)
    return Moment(weekday=value.weekday, hour=hour) if value.weekday is not None else None


def _of_day(iso: str, hour: float | None, *, dated: bool = True) -> Moment | None:
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return None
    return Moment(day.toordinal(), day.weekday() if dated else None, hour, dated)


def _of_article(article: Article, hour: float | None) -> Moment:
    if article.published:
        if hour is None and len(article.published) > len("2000-01-01"):
            hour = _printed(article.published)
        return _of_day(article.published, hour) or Moment(hour=hour)
    line = _DATELINE.match(article.text[:120])
    if line is None:
        return Moment(hour=hour)
    month, number = line["month"] or line["month2"], line["day"] or line["day2"]
    iso = f"{ANY_YEAR}-{MONTHS[month.casefold()]:02}-{int(number):02}"
    return _of_day(iso, hour, dated=False) or Moment(hour=hour)


def _printed(published: str) -> float | None:
    try:
        at = datetime.fromisoformat(published)
    except ValueError:
        return None
    return at.hour + at.minute / 60


def _hour_beside(before: str, behind: str) -> float | None:
    part = _PART.match(behind) or _PART_BEFORE.search(before)
    if part:
        return _PARTS[part[1].casefold()]
    at = time_in(before[-NEAR:])
    return time_in(behind[:NEAR]) if at is None else at
