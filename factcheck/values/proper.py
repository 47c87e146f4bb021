"""Numbers proper, and among them those that only say who or what is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Quantity

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|dozens?|scores|hundreds?|thousands?|millions?|billions?|trillions?|half|third"
    r"|quarter|twice|thrice)\b",
    re.I,
)
_COMPOUND = re.compile(r"-(?=[^\W\d])")
_TENS = re.compile(
    r"\b(?:twen|thir|for|four|fif|six|seven|eigh|nine)ty-(?=(?:one|two|three|four|five|six|seven|eight|nine)\b)",
    re.I,
)
"""The hyphen of "twenty-six" is the number's own."""
_THE = re.compile(r"\b(?:the|these|those|both)\s+(?:(?:remaining|other|first|last|next)\s+)?\Z", re.I)
_AGED = re.compile(r"\b(?:(?:wo)?man|boy|girl|aged)\s+(?:of\s+)?\Z", re.I)
_NAMED = re.compile(r"[^.!?\s]\s+[A-Z][\w-]+\s+\Z")
_TURNS = re.compile(
    r"\W*\Z|[,;:.()]|\s+(?:of|in|on|at|by|from|to|and|or|was|were|is|are|has|had|which|where)\b"
)
FEW = 12
"""Up to here "the four" are some who were spoken of before."""


def is_figure(quantity: Quantity) -> bool:
    """A number proper: "one", "the" and "several" are counts of actors, not figures."""
    if quantity.value is None and quantity.low is None and quantity.high is None:
        return False
    if _NUMBER.search(quantity.text) or quantity.unit == "percent":  # a fifth is a share, like any other
        return True
    foreign = not quantity.text.isascii() and (quantity.value or 0) > 1
    return foreign or quantity.text.split()[-1:] in (["a"], ["an"])  # "within a day": only measures are so


def only_identifies(text: str, quantity: Quantity) -> bool:
    """A number that says who or what is meant: "the two sides", "a three-month war", "Hall 7", an age."""
    if quantity.unit == "magnitude":
        return False
    if (
        quantity.unit == "age"
        or _COMPOUND.match(text, quantity.end)
        or ("-" in quantity.text and _COMPOUND.search(_TENS.sub("", quantity.text)))
    ):
        return True
    before = text[max(0, quantity.start - 24) : quantity.start]
    if _AGED.search(before):
        return True
    few = quantity.bound == "exact" and (quantity.value or 0) <= FEW
    if few and _THE.search(before):
        return True
    return quantity.text.isdigit() and bool(_NAMED.search(before)) and bool(_TURNS.match(text, quantity.end))
