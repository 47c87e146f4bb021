"""Long figures that were printed and not read: a number of 400 digits, a date in the year 99999.

No value stands for them, so nothing else can say that they differ; and two claims do not tell the same
while such a figure stands in one of them and not in the other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Claim

LEAST_DIGITS = 5
"""Shorter ones are names as often as figures ("Hall 7", "a Boeing 737")."""
_FIGURE = re.compile(r"(\byear\s)?\d(?:[.,:/-]?\d)*")


def unread(claim: Claim) -> frozenset[str]:
    """The figures of a claim that no value covers, each as its digits."""
    return frozenset(
        digits
        for start, end, digits in _long(claim.text)
        if not any(v.start < claim.start + end and claim.start + start < v.end for v in claim.values)
    )


@lru_cache(maxsize=20_000)
def _long(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where in a text a long figure stands, and its digits."""
    told = [(m, re.sub(r"\D", "", m.group())) for m in _FIGURE.finditer(text)]
    return tuple([(*m.span(), digits) for m, digits in told if m[1] or len(digits) >= LEAST_DIGITS])
