"""Long figures that were printed and not read: a number of 400 digits, a date in the year 99999.

No value stands for them, so nothing else can say that they differ; and two claims do not tell the same
while such a figure stands in one of them and not in the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Claim

LEAST_DIGITS = 5
"""Shorter ones are names as often as figures ("Hall 7", "a Boeing 737")."""
_FIGURE = re.compile(r"(\byear\s)?\d(?:[.,:/-]?\d)*")


def unread(claim: Claim) -> frozenset[str]:
    """The figures of a claim that no value covers, each as its digits."""
    found = set()
    for match in _FIGURE.finditer(claim.text):
        digits = re.sub(r"\D", "", match.group())
        start, end = claim.start + match.start(), claim.start + match.end()
        if (match[1] or len(digits) >= LEAST_DIGITS) and not any(
            value.start < end and start < value.end for value in claim.values
        ):
            found.add(digits)
    return frozenset(found)
