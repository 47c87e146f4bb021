"""Times of day that two clauses give: "at 6.12 a.m." against "at 05:47".

A time is read only where its words say that it is one: a.m. or p.m., o'clock, a colon, four digits
with a zone, noon and midnight. A whole hour is a round figure and stands for a quarter of an hour
around it; "about" and "shortly before" widen it. Times of two zones are not laid side by side, as
nothing says how far apart the clocks stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from factcheck.compare.aspects.dates import compare_dates
from factcheck.compare.hints import hinted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.reading.profiles import Profile

DAY = 24 * 60
NOON = 12 * 60
EXACT, WHOLE_HOUR, ABOUT, SHORTLY = 2, 15, 30, 30
"""Minutes: what a time to the minute, a round one, a hedged one and "shortly after" may be off."""

_TIME = re.compile(
    r"(?<![\d.,:/-])(?:"
    r"(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<colon_hour>[01]?\d|2[0-3]):(?P<colon_minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"|(?P<four>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC|hours|hrs|local)\b)"
    r"|(?P<clock>1[0-2]|[1-9])\s+o['’]clock(?:\s+in\s+the\s+(?P<part>morning|afternoon|evening))?"
    r"|(?P<named>midday|noon|midnight)\b(?=\s|[,.;)]|\Z)"
    r")",
    re.I,
)
_WITH_HALF = re.compile(r"\d\s?[ap]\.?\s?m\b", re.I)
_TIME_WORDS = (":", "clock", "noon", "midday", "midnight", "gmt", "utc", "hours", "hrs", "local")
"""Where :data:`_TIME` matches, the one matches or a text has one of the other."""
_ZONE = re.compile(r"\s?\(?(GMT|UTC|EST|EDT|PST|PDT|CET|CEST|BST|MSK|EET)\b")
_HEDGE = re.compile(
    r"\b(?P<about>about|around|approximately|roughly|some\s+time\s+around)\s+\Z"
    r"|\b(?P<after>(?:shortly|just|soon|minutes)\s+after)\s+\Z|\b(?P<before>(?:shortly|just)\s+before)\s+\Z",
    re.I,
)
_ENDS = re.compile(r"\b(?:until|till|(?:end(?:ed|s)?|clos(?:ed?|es)|finish(?:ed|es)?|over)\s+at)\s+\Z", re.I)
_NOT_WHEN = re.compile(r"\b(?:until|till|by|from|since|before|after|between|to|and)\s+\Z", re.I)
"""What begins or ends at a time does not happen at it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as minutes since midnight, ``earliest`` to ``latest``, in its zone where one is named.

    ``either`` where morning or afternoon is not told ("at 6 o'clock").
    """

    text: str
    earliest: int
    latest: int
    zone: str | None = None
    either: bool = False
    ends: bool = False
    """What is told ends at the time ("until 6 p.m.", "closed at 6 p.m.")."""


@lru_cache(maxsize=20_000)
def clocks(text: str) -> tuple[Clock, ...]:
    """The times of day at which something happens in a clause."""
    found = []
    for match in _TIME.finditer(text) if _may_tell(text) else ():
        before = text[max(0, match.start() - 30) : match.start()]
        hedge = _HEDGE.search(before)
        ends = bool(_ENDS.search(before))
        if hedge is None and not ends and _NOT_WHEN.search(before):
            continue
        at, either = _minutes(match)
        low, high = _around(at, hedge, whole=at % 30 == 0)
        zone = _ZONE.match(text, match.end())
        shown = f"{hedge.group().strip()} {_shown(match)}" if hedge else _shown(match)
        found.append(Clock(shown, low, high, zone.group(1) if zone else None, either, ends))
    return tuple(found)


def _may_tell(text: str) -> bool:
    return hinted(text.casefold(), _TIME_WORDS) or _WITH_HALF.search(text) is not None


def _shown(match: re.Match[str]) -> str:
    """The time as printed; at the end of a clause the last stop of "2 a.m." is also that of its sentence."""
    text = match.group().strip()
    return f"{text}." if text[-2:].lower() == ".m" else text


def time_in(text: str) -> float | None:
    """The first time of day in a few words, as hours since midnight, whatever stands before it."""
    match = _TIME.search(text) if _may_tell(text) else None
    return None if match is None else _minutes(match)[0] / 60


def _minutes(match: re.Match[str]) -> tuple[int, bool]:
    if match["named"]:
        return (0 if match["named"].lower() == "midnight" else NOON), False
    if match["four"]:
        return int(match["four"][:2]) * 60 + int(match["four"][2:]), False
    if match["colon_hour"]:
        return int(match["colon_hour"]) * 60 + int(match["colon_minute"]), False
    if match["clock"]:
        hour, part = int(match["clock"]) % 12, (match["part"] or "").lower()
        return hour * 60 + (NOON if part in ("afternoon", "evening") else 0), not part
    hour = int(match["hour"])
    if hour <= 12:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return hour * 60 + int(match["minute"] or 0), False


def _around(at: int, hedge: re.Match[str] | None, *, whole: bool) -> tuple[int, int]:
    if hedge is None:
        give = WHOLE_HOUR if whole else EXACT
        return at - give, at + give
    if hedge["about"]:
        return at - ABOUT, at + ABOUT
    return (at - EXACT, at + SHORTLY) if hedge["after"] else (at - SHORTLY, at + EXACT)


def compare_clocks(
    a: Sequence[Clock], b: Sequence[Clock]
) -> tuple[Literal["agrees", "conflicts"], Clock, Clock] | None:
    """Whether two clauses with times give one in common; None where no two can be held side by side."""
    pairs = [(x, y) for x in a for y in b if x.zone == y.zone and x.ends == y.ends]
    if not pairs:
        return None
    for left, right in pairs:
        if _meet(left, right):
            return "agrees", left, right
    if len(a) > 1 and len(b) > 1 and len(pairs) < len(a) * len(b):
        pairs = [pair for pair in pairs if pair[0].zone is None] or pairs
    return "conflicts", *pairs[0]


def _meet(a: Clock, b: Clock) -> bool:
    shifts = {0, DAY, -DAY} | ({NOON, -NOON} if a.either or b.either else set())
    return any(a.earliest <= b.latest + by and b.earliest + by <= a.latest for by in shifts)


def same_time(a: Profile, b: Profile) -> tuple[Literal["agrees", "conflicts"], Clock, Clock] | None:
    """:func:`compare_clocks` for two clauses that tell one event, on days that can be one."""
    told = compare_clocks(a.clocks, b.clocks)
    if told is None:
        return None
    days = [found[0] for d in a.dates for e in b.dates if (found := compare_dates(d, e))]
    return told if "conflicts" not in days else None
