"""Lengths that only say where a thing lies: "the dam, six kilometres above the town, has cracked"."""

from __future__ import annotations

import re

from factcheck.extract.words import VERB

_COMMA = re.compile(
    r",\s+(?:(?:just|only|about|some|around|nearly|roughly|less\s+than|more\s+than)\s+)*\Z", re.I
)
_FROM = re.compile(
    r"\s+(?:km|kilomet(?:er|re)s?|met(?:er|re)s?|m|miles?|feet|ft|yards?)(?:\s+(?:to\s+the|due))?\s+"
    r"(?:(?:north|south|east|west)[\w-]*|above|below|from|off|outside|inland|upstream|downstream|away|beyond|behind)"
    rf"\b[^,;.]{{0,60}},\s+(?:{VERB})",
    re.I,
)
"""How far from where, and behind the comma the verb of what is told."""
NEAR, REACH = 24, 120


def only_locates(text: str, start: int, end: int) -> bool:
    """Whether the number ``text[start:end]`` is how far off the subject lies, set in before its verb."""
    before = _COMMA.search(text, max(0, start - NEAR), start)
    return before is not None and _FROM.match(text, end, end + REACH) is not None
