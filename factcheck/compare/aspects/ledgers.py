"""Whether two figures of a business can be one: profit of which sort, and of which stretch of time.

Net profit and operating profit are two figures, and so are those of a quarter and of a year.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.compare.reading.profiles import Profile

_SORT = re.compile(
    r"\b(?P<sort>net|operating|gross|pre-?tax|after-?tax|taxable)\s+(?:[\w-]+\s+)?"
    r"(?:profits?|income|loss(?:es)?|earnings|margins?|results?|debts?|assets)\b",
    re.I,
)
_SHORT = re.compile(
    r"\b(?:(?:first|second|third|fourth|last|latest|spring|summer|autumn|winter)[\s-](?:quarter|half)|quarterly"
    r"|half-year|q[1-4]|(?:three|six|nine)\s+months)\b",
    re.I,
)
_YEAR = re.compile(
    r"\b(?:(?:this|last|next|full|whole|financial|fiscal)[\s-]year|(?:in|for|of)\s+(?:20|19)\d\d|annual(?:ly)?"
    r"|for\s+the\s+(?:whole\s+)?year)\b",
    re.I,
)


def other_ledger(a: Profile, b: Profile) -> bool:
    """Two sorts of profit or debt, or the figures of a quarter and of a year; False where one is silent."""
    sorts = [{m["sort"].casefold().replace("-", "") for m in _SORT.finditer(p.text)} for p in (a, b)]
    if sorts[0] and sorts[1] and sorts[0].isdisjoint(sorts[1]):
        return True
    spans = [stretch(p.text) for p in (a, b)]
    return bool(spans[0] and spans[1] and spans[0] != spans[1])


@lru_cache(maxsize=20_000)
def stretch(text: str) -> str | None:
    """Whether the words speak of a quarter or half ("short") or of a whole year; None where of neither."""
    if _SHORT.search(text):
        return "short"
    return "year" if _YEAR.search(text) else None
