"""Check-worthiness: how much a claim deserves a check, 0 to 1.

The weights of its rules combine as ``1 - prod(1 - weight)``. Four features push the rest towards 1,
three pull the score down; each is a factor on what is left, so that no score leaves 0..1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING

from factcheck.model import Attribution, DateValue, Entity, Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import RuleInfo, Value


@dataclass(frozen=True, slots=True)
class Worth:
    """What the features of a claim do to its score; each 0 to 1, set by hand, adjustable in session.yaml.

    A named actor, a figure, a date and an attribution take a score their share of the way to 1. Of the
    score of a caption, of words of opinion without a figure and of a question so much is left.
    """

    named: float = 0.15
    figure: float = 0.2
    dated: float = 0.05
    said: float = 0.1
    caption: float = 0.4
    opinion: float = 0.6
    question: float = 0.3

    @classmethod
    def of(cls, said: Mapping[str, float]) -> Worth:
        """The values as shipped, with those of a session in their place; ``said`` holds names of fields."""
        return replace(cls(), **said)


USUAL = Worth()

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
    worth: Worth = USUAL,
) -> float:
    """The score of one claim, rounded to three places."""
    score = 1 - prod(1 - rule.weight for rule in rules)
    figure = any(isinstance(v, Quantity) and v.bound != "vague" for v in values)
    for holds, share in (
        (any(isinstance(v, Entity) for v in values), worth.named),
        (figure, worth.figure),
        (any(isinstance(v, DateValue) for v in values), worth.dated),
        (attribution is not None and not attribution.vague, worth.said),
    ):
        if holds:
            score += (1 - score) * share
    if caption:
        score *= worth.caption
    if not figure and _OPINION.search(text):
        score *= worth.opinion
    if text.rstrip("”\"’' ").endswith("?"):
        score *= worth.question
    return round(score, 3)
