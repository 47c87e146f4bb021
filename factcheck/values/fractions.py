"""Parts of a counted whole: in "twelve of the 40 miners died" twelve died, and they are miners."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Quantity
    from factcheck.values.lexicon import Found

_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|these|those|our)\s+)?\Z")
_TO = re.compile(r"\s+to\s+\Z")
"""Rose from 12 to 15: of what the first figure counts."""
_NEAR = 2


def parts_of_wholes(text: str, figures: Sequence[Quantity], predicates: Sequence[Found]) -> list[Quantity]:
    """The figures of a sentence, a part with its whole's noun, the whole without what befell the part."""
    made = list(figures)
    named = {found.start for found in predicates}
    for at, (part, whole) in enumerate(pairwise(figures)):
        if not _OF.match(text[part.end : whole.start]) or whole.unit in (None, "percent", "age"):
            continue
        told = any(start in named for start in range(whole.end, whole.end + _NEAR + 1))
        if part.unit is None:
            made[at] = replace(made[at], unit=whole.unit, of=part.of or whole.of)
        elif part.unit == "percent" and part.of is None:
            made[at] = replace(made[at], of=whole.of)
        if not told:
            made[at + 1] = replace(made[at + 1], of=None)
    return made


def moved(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """In "rose from 12 to 15" the fifteen are what the twelve were."""
    made = list(figures)
    for at, (before, after) in enumerate(pairwise(figures)):
        led = text[max(0, before.start - 6) : before.start].split()[-1:] == ["from"]
        if led and after.unit is None and _TO.match(text[before.end : after.start]):
            made[at + 1] = replace(after, unit=before.unit, of=after.of or before.of)
    return made
