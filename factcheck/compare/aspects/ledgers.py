"""Whether two figures of a business can be one: profit of which sort, and of which stretch of time.

Net profit and operating profit are two figures, and so are those of a quarter and of a year.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.hints import hinted
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from factcheck.compare.reading.profiles import Profile

_SORT = re.compile(
    r"\b(?P<sort>net|operating|gross|pre-?tax|after-?tax|taxable)\s+(?:[\w-]+\s+)?"
    r"(?:profits?|income|loss(?:es)?|earnings|margins?|results?|debts?|assets)\b",
    re.I,
)
_SHORT = re.compile(
    r"\b(?:(?:first|second|third|fourth|last|latest|spring|summer|autumn|winter)[\s-](?:quarter|half)|quarterly"
    r"|half-year|q[1-4]|(?:in|over|during|for|of|the|first|last|past)\s+(?:three|six|nine)\s+months)\b",
    re.I,
)
_PAYER = re.compile(
    r"\bcosts?\s+(?:the\s+|an?\s+|its\s+|their\s+)?(?P<who>[a-z]+)\s+(?:(?:about|around|some|nearly|over)\s+)?[\d€£$]"
    r"|\b(?P<buyer>[a-z]+)\s+(?:(?:has|have|had)\s+)?(?:ordered|bought|purchased)\b",
    re.I,
)
"""Who pays, by the verb: one that something costs so much, or who buys it."""
_PAYS = ("cost", "ordered", "bought", "purchased")
_HEDGES = words("about around some nearly almost over only just up")
_YEAR = re.compile(
    r"\b(?:(?:this|last|next|full|whole|financial|fiscal)[\s-]year|(?:in|for|of)\s+(?:20|19)\d\d|annual(?:ly)?"
    r"|for\s+the\s+(?:whole\s+)?year)\b",
    re.I,
)


def other_ledger(a: Profile, b: Profile) -> bool:
    """Two sorts of profit or debt, or the figures of a quarter and of a year; False where one is silent."""
    texts = [f"{p.corrects} {p.text}" for p in (a, b)]
    sorts = [{m["sort"].casefold().replace("-", "") for m in _SORT.finditer(told)} for told in texts]
    if sorts[0] and sorts[1] and sorts[0].isdisjoint(sorts[1]):
        return True
    spans = [stretch(told) for told in texts]
    return bool(spans[0] and spans[1] and spans[0] != spans[1])


def other_payer(a: Profile, b: Profile) -> bool:
    """What two pay: "costs adults 35 crowns", "costs the state 22 crowns"; False where one is silent."""
    left = _payers(a.text)
    return bool(left) and bool(right := _payers(b.text)) and left.isdisjoint(right)


@lru_cache(maxsize=20_000)
def _payers(text: str) -> frozenset[str]:
    found = _PAYER.finditer(text) if hinted(text.casefold(), _PAYS) else ()
    return frozenset((m["who"] or m["buyer"]).casefold() for m in found) - _HEDGES


@lru_cache(maxsize=20_000)
def stretch(text: str) -> str | None:
    """Whether the words speak of a quarter or half ("short") or of a whole year; None where of neither."""
    if _SHORT.search(text):
        return "short"
    return "year" if _YEAR.search(text) else None
