"""Who wrote it: bylines with a name, an office or neither ("By staff and agencies").

A sentence or a headline about an editor has a verb; the lines here have none, so each is known by its shape
as a whole.
"""

from __future__ import annotations

import re

from factcheck.ingest.datelines import FULL_DATE
from factcheck.ingest.shape import ends_sentence

LONGEST = 140
"""Code points."""
_NAME = r"[A-Z][\w.’'-]{0,30}"
_OPENING = re.compile(r"(?i:by|from|written by|reported by|story by|words by|author:)\s")
_NAMED = re.compile(
    r"(?:By|BY|Written by|Reported by|Story by|Words by)\s"
    r"(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    rf"October|November|December|The|THE)\b){_NAME}"
    rf"(?:(?:,\s|\s\|\s|\s[—–-]\s|\s(?:and\s|&\s|de\s|van\s|von\s|der\s|bin\s|al\s|in\s)?){_NAME}){{1,7}}"
)
_OFFICE = (
    r"(?:(?:correspondent|editor|reporter|writer|columnist|contributor|analyst|photographer|journalist)s?"
    r"|newsroom|desk)"
)
_PEOPLE = rf"{_NAME}(?:\s{_NAME}){{1,3}}(?:\sin\s{_NAME})?"
_SIDE = rf"(?:\s(?:in|at|for|of)\s(?:the\s)?{_NAME}(?:\s{_NAME}){{0,3}})?"
_HELD = re.compile(
    # "Jo Bloggs, climate and energy reporter": a name, a sign, an office written small.
    rf"(?:By\s)?{_PEOPLE}(?:(?:,\s|\sand\s|\s&\s){_PEOPLE}){{0,4}}\s?[,|/·•–—]\s?(?:[\w&’'-]+\s){{0,4}}{_OFFICE}{_SIDE}"
)
_STAFF = (
    rf"(?:(?:our|the|own|special|news|wire|foreign|local|{_NAME})\s){{0,2}}(?i:staff|agenc(?:y|ies)|wires|{_OFFICE})"
    rf"(?:\s(?:{_OFFICE}|reports))?"
)
_WITH = (
    r"(?:,?\s(?:and|with|&)\s(?:(?:additional|news|wire|agency)\s){0,2}"
    rf"(?:staff|agencies|wires|material|reporting|files)(?:\s(?:from|by)\s{_NAME}(?:\s{_NAME}){{0,3}})?)"
)
_UNNAMED = re.compile(
    # "By our staff and agencies", "Gull reporters, with material from Northline".
    rf"(?i:by|from)\s(?:{_PEOPLE}\sand\s)?{_STAFF}{_SIDE}{_WITH}?|{_STAFF}{_SIDE}{_WITH}"
    r"|(?:[Oo]ur\s)?[Ss]taff\s(?:writer|reporter|correspondent)s?"
)
_DATED = re.compile(rf"[\s,|·•—–-]{{1,4}}{FULL_DATE}.{{0,20}}$", re.IGNORECASE)


def is_byline(line: str) -> bool:
    """The whole line says who wrote the article, perhaps with a date behind it."""
    if len(line) > LONGEST:
        return False
    line = _DATED.sub("", line)
    if ends_sentence(line):
        return False
    return any(shape.fullmatch(line) for shape in (_NAMED, _HELD, _UNNAMED))


def opens_as_byline(line: str) -> bool:
    """Begins as a byline does and a headline does not, so that it may be the first line of a text."""
    return _OPENING.match(line) is not None
