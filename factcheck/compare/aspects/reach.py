"""How far a figure reaches, by the words around it: a rate or a total, a part or all, a change or a level.

"300 patients a day" is no figure of a month, "450 at one factory" none of all factories, "rose by 2 metres"
no level, and "built for 400" says what there is room for, not how many came. What is allowed is
no measurement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from factcheck.compare.hints import hinted

Move = Literal["by", "to", "from"]
Part = Literal["part", "region", "all", "everywhere"]

_HEDGES = r"(?:(?:about|around|some|nearly|almost|over|only|just|roughly|more|less|than|at|least)\s+){0,3}"
_SPAN = r"(hour|day|night|week|month|quarter|season|year)"
_PER = re.compile(
    r"(?:\s+(?!(?:for|in|within|of|over|after|during|on|at|once|twice|than|and|or|but)\b)[\w'’-]+){0,4}?"
    rf"\s+(?:a|per|each|every)\s+{_SPAN}\b(?!\s+(?:after|before|later|earlier|ago|since|in|on|when|long|old)\b)",
    re.I,
)
_EVERY = re.compile(rf"\b(?:each|every)\s+{_SPAN}\b[^.;:]{{0,40}}\Z", re.I)
_SPANS = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year",
}  # fmt: skip
_ADVERB = re.compile(rf"(?:\s+[\w'’-]+){{0,2}}?\s+({'|'.join(_SPANS)})\b", re.I)
_ADJECTIVE = re.compile(rf"\b({'|'.join(_SPANS)})\s+(?:[a-z]+\s+){{0,2}}(?:of\s+)?{_HEDGES}\Z", re.I)
_A_HEAD = re.compile(
    rf"(?:\s+[\w'’-]+){{0,3}}?\s+(?:per\s+(?!cent\b|annum\b|{_SPAN}\b)[a-z]+|apiece|each(?!\s+(?:other|time)\b)"
    r"|(?:for|to)\s+(?:each|every)\s+(?!other\b)[a-z]+)\b",
    re.I,
)
_TO_EACH = re.compile(
    rf"\b(?:each|every)\s+(?!other\b|{_SPAN}\b|of\s+(?:the|its|their|those)\s+\Z)"
    r"(?:of\s+(?:the|its|their|those)\s+(?:[\d,]+\s+)?)?[a-z]+\s+(?:[\w'’-]+\s+){0,5}\Z",
    re.I,
)
"""Before a figure: "*each of the 40 families will receive* 5,000 euros"."""
_GOES = (
    r"(?:rose|risen|ris(?:es?|ing)|fell|fallen|fall(?:s|ing)?|gr(?:ew|own)|grow(?:s|ing)?|climb(?:ed|s|ing)?"
    r"|jump(?:ed|s|ing)?|surg(?:ed|es|ing)|soar(?:ed|s|ing)?|slip(?:ped|s)?|slid|declin(?:ed|es|ing)"
    r"|drop(?:ped|s|ping)?|plung(?:ed|es|ing)|tumbl(?:ed|es|ing)|(?:in|de)creas(?:ed?|es|ing)|shrank|shrunk|dipped)"
)
_MOVED = (
    rf"(?:{_GOES}|rais(?:ed?|es|ing)|cut(?:s|ting)?|reduc(?:ed?|es|ing)|lower(?:ed|s|ing)?|boost(?:ed|s|ing)?"
    r"|trim(?:med|s)?|slash(?:ed|es|ing)?|widen(?:ed|s)?|narrow(?:ed|s)?|lift(?:ed|s)?|revis(?:ed?|es|ing)"
    r"|correct(?:ed|s)?|expand(?:ed|s)?|up|down|higher|lower)"
)
_BY = re.compile(rf"\b{_MOVED}\b[^.;:\d]{{0,60}}\bby\s+{_HEDGES}\Z|\b(?:up|down)\s+{_HEDGES}\Z", re.I)
_TO = re.compile(rf"\b{_MOVED}\b(?:[^.;:]|\.\d){{0,60}}\bto\s+{_HEDGES}\Z", re.I)
_FROM = re.compile(rf"\b{_MOVED}\b[^.;:\d]{{0,60}}\bfrom\s+{_HEDGES}\Z", re.I)
_STRAIGHT = re.compile(rf"\b{_GOES}\s+{_HEDGES}\Z", re.I)
"""Before a measure, which moves by it: "rose 7.5 percent"."""
_OPENS = re.compile(r"\bfrom\s+\Z", re.I)
_GOES_ON = re.compile(r"(?:\s+[\w'’-]+){0,2}?\s+to\s+(?:[\w'’-]+\s+)?[€£$]?\d", re.I)
_ALONE = re.compile(
    r"(?:\s+[\w'’-]+){0,9}?\s+(?:alone\b(?!\s+(?:in|at\s+home|on\s+the)\b)"
    r"|(?:at|in)\s+(?:one|a\s+single)\s+(?!of\b|day\b|year\b|week\b|month\b)[a-z]+)",
    re.I,
)
_IN_ONE = re.compile(
    r"\balone,?\s+(?:[\w'’-]+\s+){0,8}\Z|\A\W*(?:at|in)\s+(?:one|a\s+single)\s+(?!of\b)[a-z]+\b[^.;:]{0,60}\Z",
    re.I,
)
_NEW = re.compile(
    r"\s+new\s+[a-z]+\b(?=[^.;:]{0,40}\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|hours)\b)",
    re.I,
)
"""So many came on one day: "210 *new infections on Tuesday*"."""
_REGION = re.compile(
    r"\b(?:in|across)\s+the\s+(?:north|south|east|west|(?:north|south)-?(?:east|west))(?:ern\s+[a-z]+)?\b(?!\s+of\b)"
    r"|\bin\s+the\s+(?!(?:first|second|third|fourth|last|next|same|final|previous|current|past)\b)[a-z]+\s+"
    r"(?:quarter|district|neighbou?rhood|suburb)\b",
    re.I,
)
"""A part of the country or of the town: "in the north", "in the lower quarter"."""
_ALL = re.compile(
    r"\b(?:in\s+(?:all|total)|altogether|all\s+told|overall|combined|in\s+(?:its|their)\s+entirety|a\s+total\s+of"
    r"|so\s+far|to\s+date|since\s+(?:the|its|their|last|early|late|mid))\b",
    re.I,
)
_EVERYWHERE = re.compile(
    r"\b(?:nation|country|state|region|province|city|company|group|world)-?wide\b|\b(?:nation|glob)ally\b"
    r"|\b(?:across|throughout|in)\s+(?:the|its)\s+(?:whole|entire)\s+[a-z]+\b"
    r"|\b(?:across|throughout)\s+(?:the|its)\s+(?:country|nation|region|province|state|continent|group|company)\b",
    re.I,
)
_ROOM = re.compile(
    r"\b(?:built|designed|made|meant|room|space|seats?|licen[sc]ed|certified|approved|intended|equipped)\s+"
    rf"(?:for|to\s+(?:carry|hold|take|house|seat|accommodate|treat|have))\s+(?:up\s+to\s+)?{_HEDGES}\Z"
    rf"|\bcapacity\s+(?:of|for|is|was)\s+{_HEDGES}\Z"
    rf"|\b(?:can|could)\s+(?:hold|seat|accommodate|house)\s+{_HEDGES}\Z",
    re.I,
)
_RULE = re.compile(
    r"\b(?:limit|threshold|quorum|(?:legal|permitted|permissible|allowed|authori[sz]ed)\s+maximum)\b"
    rf"(?:\s+(?!\d)[\w'’-]+){{0,6}}?\s+(?:is|was|of|at|to)\s+{_HEDGES}\Z"
    rf"|\blimited\s+to\s+{_HEDGES}\Z"
    r"|\b(?:laws?|rules?|regulations?|permit|licen[sc]e|standards?|directive|guidelines?|norms?|code)\s+"
    r"(?:only\s+)?(?:allows?|permits?|sets?|prescribes?)\b[^.;:\d]{0,40}\Z"
    rf"|\b(?:is|are|was|were)\s+(?:only\s+)?(?:allowed|permitted|entitled)\s+(?:to\s+)?(?:[a-z]+\s+){{0,3}}?"
    rf"(?:up\s+to\s+)?{_HEDGES}\Z",
    re.I,
)
"""Before what is allowed: "the speed limit there is 30", "the law allows 30"."""
_ALLOWED = re.compile(
    r"(?:\s+(?!\d)[\w/'’-]+){0,3}?\s+(?:is|are|was|were)\s+(?:(?:all\s+that\s+is\s+)?(?:allowed|permitted)"
    r"|(?:the|its)\s+(?:legal\s+|speed\s+)?(?:limit|threshold))\b(?!\s+(?:to|in|into|out|back|home|through|past))",
    re.I,
)
"""Behind a measure: "where 30 km/h is allowed"."""
_TIMES = ("hour", "day", "daily", "night", "week", "month", "quarter", "season", "year", "annual")
_HEADS = ("per", "apiece", "each", "every")
_BYS, _TOS, _FROMS = ("by", "up", "down"), ("to",), ("from",)
_ONE_PART, _NEWS = ("alone", "one", "single"), ("new",)
_REGIONS = ("north", "south", "east", "west", "quarter", "district", "neighbo", "suburb")
_WIDELY = ("wide", "ally", "whole", "entire", "across", "throughout")
_IN_ALL = ("all", "total", "altogether", "combined", "entirety", "far", "date", "since")
_ROOMS = (
    "built", "designed", "made", "meant", "room", "space", "seat", "licen", "certified", "approved",
    "intended", "equipped", "capacity", "can", "could",
)  # fmt: skip
_RULES = ("limit", "threshold", "quorum", "maximum", "allow", "permit", "entitled", "sets", "prescribes")
"""Of these a text has one at least where the patterns of that name match."""
_STOP = re.compile(r"[;:()]|\.\s|,(?!\d)")
_HOURS = {
    "hour": 1.0, "day": 24.0, "night": 24.0, "week": 168.0, "month": 730.5, "quarter": 2191.5,
    "season": 2191.5, "year": 8766.0,
}  # fmt: skip
SEVERAL = 4
"""How many times a rate a total is at the least: so many weeks has a month."""
WIDE = 90
"""How far (in code points) before and behind a figure the words are read."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What the words around a figure say of it; the default says nothing."""

    rate: str | None = None
    """A stretch of time ("day", "year") on which so much falls."""
    each: bool = False
    """So much falls on each of several heads."""
    move: Move | None = None
    """Something moved by so much, to it, or from it."""
    part: Part | None = None
    """Of one part alone, of a region; or in all, in the whole country or company."""
    room: bool = False
    """So many there is room for, or are allowed."""


NOTHING_SAID = Reach()


def reach(text: str, start: int, end: int, sentence: tuple[int, int], *, measured: bool) -> Reach:
    """How far the figure at ``text[start:end]`` reaches, by the words of its sentence.

    ``measured`` says that its unit is one of measurement.
    """
    before = text[max(sentence[0], start - WIDE) : start]
    behind = text[end : min(sentence[1], end + WIDE)]
    near = _STOP.split(before)[-1]
    clause = _STOP.split(behind)[0]
    said, low = before.casefold(), f"{near} {clause}".casefold()
    rate = _rate(near, clause) if hinted(low, _TIMES) else None
    each = hinted(low, _HEADS) and bool(_A_HEAD.match(clause) or _TO_EACH.search(near))
    move = _move(near, said, behind, measured=measured)
    part = _part(near, clause, before, said, low)
    room = (hinted(said, _ROOMS) and bool(_ROOM.search(before))) or (
        hinted(f"{said} {low}", _RULES)
        and bool(_RULE.search(before) or (measured and _ALLOWED.match(clause)))
    )
    if rate is None and move is None and part is None and not each and not room:
        return NOTHING_SAID
    return Reach(rate, each, move, part, room)


def _rate(near: str, clause: str) -> str | None:
    told = _PER.match(clause) or _EVERY.search(near)
    if told:
        return told[1].casefold()
    told = _ADVERB.match(clause) or _ADJECTIVE.search(near)
    return _SPANS[told[1].casefold()] if told else None


def _move(near: str, said: str, behind: str, *, measured: bool) -> Move | None:
    """``said`` is what stands before the figure in lower case, ``near`` its end."""
    if hinted(said, _FROMS) and (_FROM.search(near) or (_OPENS.search(near) and _GOES_ON.match(behind))):
        return "from"
    if (hinted(said, _BYS) and _BY.search(near)) or (measured and _STRAIGHT.search(near)):
        return "by"
    return "to" if hinted(said, _TOS) and _TO.search(near) else None


def _part(near: str, clause: str, before: str, said: str, low: str) -> Part | None:
    """``said`` and ``low`` are ``before``, and ``near`` with ``clause``, in lower case."""
    if hinted(low, _ONE_PART) and (_ALONE.match(clause) or _IN_ONE.search(near)):
        return "part"
    if hinted(low, _NEWS) and _NEW.match(clause):
        return "part"
    around = f"{near} {clause}"
    if hinted(low, _WIDELY) and _EVERYWHERE.search(around):
        return "everywhere"
    if (hinted(low, _IN_ALL) and _ALL.search(around)) or (hinted(said, _IN_ALL) and _ALL.search(before)):
        return "all"
    return "region" if hinted(low, _REGIONS) and _REGION.search(around) else None


def never_meet(a: Reach, b: Reach) -> bool:
    """A change beside a level, what was beside what is, what there is room for or what is allowed beside what
    there is.
    """
    if a.room != b.room:
        return True
    moves = {a.move, b.move}
    return moves == {"by", "to"} or ("from" in moves and len(moves) > 1)


def other_rate(small: Reach, large: Reach, times: float) -> bool:
    """So much a day or a head beside a far larger figure for all, ``times`` as large.

    A rate is often left unsaid, and a year nearly always ("earns two million"): a figure of about the same
    size is of the same rate.
    """
    if times < SEVERAL or (small.rate and large.rate):
        return False
    return (small.each and not large.each) or (small.rate or "year") != "year"


def converted(a: Reach, b: Reach, first: float, second: float) -> float | None:
    """How many times larger one of two rates is, laid on one stretch of time ("a month", "a year").

    ``first`` and ``second`` are their figures; None where they are not of two stretches.
    """
    if not a.rate or not b.rate or a.rate == b.rate or not first or not second:
        return None
    ratio = abs(first / _HOURS[a.rate] / (second / _HOURS[b.rate]))
    return max(ratio, 1 / ratio)


def part_of_all(a: Reach, b: Reach) -> int | None:
    """Which of the two (0 or 1) says that it is of one part where the other does not; None for neither."""
    if (a.part == "part") != (b.part == "part"):
        return 0 if a.part == "part" else 1
    wide = ("all", "everywhere")
    if a.part == "region" and b.part in wide:
        return 0
    return 1 if b.part == "region" and a.part in wide else None
