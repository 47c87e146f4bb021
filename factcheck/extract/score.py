"""Check-worthiness: how much a claim deserves a check, 0 to 1.

The weights of its rules combine as ``1 - prod(1 - weight)``. Four features push the rest towards 1,
three pull the score down; each is a factor on what is left, so that no score leaves 0..1.
"""

from __future__ import annotations

import re
from math import prod
from typing import TYPE_CHECKING

from factcheck.model import Attribution, DateValue, Entity, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import RuleInfo, Value

NAMED, FIGURE, DATED, SAID = 0.15, 0.2, 0.05, 0.1
"""Shares of the way to 1 that a named actor, a figure, a date and an attribution take a score."""
CAPTION, OPINION, QUESTION = 0.4, 0.6, 0.3
"""What is left of the score of a caption, of words of opinion without a figure, of a question."""

_OPINION = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our|hope|hopes|feel|feels|felt|wonderful|terrible|beautiful|tragic|shocking|proud|sad"
    r"|happy|should|must|believe|think|disgrace|heartbroken|devastated|unacceptable)\b"
)


def score_of(
    text: str,
    rules: Sequence[RuleInfo],
    values: Sequence[Value],
    attribution: Attribution | None,
    *,
    caption: bool = False,
) -> float:
    """The score of one claim, rounded to three places."""
    score = 1 - prod(1 - rule.weight for rule in rules)
    figure = any(isinstance(v, Quantity) and v.bound != "vague" for v in values)
    for holds, share in (
        (any(isinstance(v, Entity) for v in values), NAMED),
        (figure, FIGURE),
        (any(isinstance(v, DateValue) for v in values), DATED),
        (attribution is not None and not attribution.vague, SAID),
    ):
        if holds:
            score += (1 - score) * share
    if caption:
        score *= CAPTION
    if not figure and _OPINION.search(text):
        score *= OPINION
    if text.rstrip("”\"’' ").endswith("?"):
        score *= QUESTION
    return round(score, 3)
