"""Dates of a sentence as intervals of days with a grain, past unless the sentence says otherwise.

Everything is relative to the article's own date; where that is unknown, a weekday stays a weekday
and a day of a month stays without its year. A preposition is no part of a date: "since October" is
the month of October.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import DateValue
from factcheck.values import calendar as cal
from factcheck.values.calendar_dates import READERS, Read
from factcheck.values.dateshapes import DIGIT_DATE, SHAPES, TRIGGERS, YEAR_SHAPE
from factcheck.values.relative_dates import RELATIVE, relative
from factcheck.values.tongues import english_line, placed

if TYPE_CHECKING:
    from factcheck.values.tokens import Line

_LASTS = re.compile(
    r"\b(?:will|would|to|could|can|may|might|shall|should|must|did|does|do|not|only)\s(?=\Z)", re.I
)
"""Before "last three months" the verb: how long, not when."""
_PARTS = frozenset({"early", "mid", "late", "last", "next", "this"})


def dates(line: Line, published: str | None = None) -> list[DateValue]:
    """The dates of a sentence, in order, none inside another."""
    if line.lang != "en":
        english, whose = english_line(line)
        return placed(line, whose, dates(english, published))
    if not _worth_reading(line):
        return []
    said = cal.published_day(published)
    end = min(line.end, line.start + 5_000)
    found: list[tuple[int, int, Read]] = []
    for name, shape in SHAPES:
        reader = READERS[name]
        for match in shape.finditer(line.text, line.start, end):
            read = reader(match, said, line)
            if read is not None:
                found.append((_begin(name, match), match.end(), read))
    for match in RELATIVE.finditer(line.text, line.start, end):
        days, grain = relative(match, said)
        if grain and not _LASTS.search(line.text[max(line.start, match.start() - 24) : match.start()]):
            found.append((match.start(), match.end(), Read(days, grain)))
    return [_value(line.text, *row) for row in _longest(found)]


def _begin(name: str, match: re.Match[str]) -> int:
    """Where the date itself begins: behind a preposition, before an "early" or "mid-"."""
    if name == "month" and match["placed"] and match["placed"].strip(" -").lower() not in _PARTS:
        return match.end("placed")
    return match.start() + len(match.group()) - len(match.group().lstrip())


def _worth_reading(line: Line) -> bool:
    if any(token.low.rstrip(".") in TRIGGERS for token in line.tokens):
        return True
    end = min(line.end, line.start + 5_000)
    return bool(
        YEAR_SHAPE.search(line.text, line.start, end) or DIGIT_DATE.search(line.text, line.start, end)
    )


def _longest(found: list[tuple[int, int, Read]]) -> list[tuple[int, int, Read]]:
    """Of overlapping readings the longest, then the first."""
    kept: list[tuple[int, int, Read]] = []
    if not found:
        return kept
    base = min(row[0] for row in found)
    taken = bytearray(max(row[1] for row in found) - base)
    for row in sorted(found, key=lambda row: (row[0] - row[1], row[0])):
        if not any(taken[row[0] - base : row[1] - base]):
            taken[row[0] - base : row[1] - base] = b"x" * (row[1] - row[0])
            kept.append(row)
    return sorted(kept, key=lambda row: row[0])


def _value(text: str, start: int, end: int, read: Read) -> DateValue:
    days = read.days
    first, last = (days.first.isoformat(), days.last.isoformat()) if days else (None, None)
    return DateValue(start, end, text[start:end], first, last, read.grain, read.weekday, read.month_day)
