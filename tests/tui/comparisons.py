"""Comparisons that stand for the real one in tests of the app: quick, or held where they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.tui.slow import Slow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Analysis
    from factcheck.pipeline import Progress
    from factcheck.review.regroup import Word
    from factcheck.review.speakers import Speaker


def relabelled(
    analysis: Analysis,
    said: Sequence[Word],
    speakers: Sequence[Speaker] = (),
    tell: Progress | None = None,
) -> Analysis:
    """Stands for the comparison: it says of every fact how many words on pairs it was given."""
    groups = tuple(replace(g, label=f"{len(said)} said") for g in analysis.comparison.groups)
    return replace(analysis, comparison=replace(analysis.comparison, groups=groups))


class SlowComparison(Slow):
    """The same, of what people said or marked by hand; ``compared`` says how many claims each had."""

    def __init__(self) -> None:
        super().__init__()
        self.compared: list[int] = []

    def __call__(
        self,
        analysis: Analysis,
        said: Sequence[Word],
        speakers: Sequence[Speaker] = (),
        tell: Progress | None = None,
    ) -> Analysis:
        if tell is not None and (said or any(claim.how == "hand" for claim in analysis.claims)):
            self.stand(tell, "comparing again")
            self.compared.append(len(analysis.claims))
        return relabelled(analysis, said)


def toll_apart(
    analysis: Analysis,
    said: Sequence[Word],
    speakers: Sequence[Speaker] = (),
    tell: Progress | None = None,
) -> Analysis:
    """Stands for the comparison: a claim marked by hand, or a word on a pair, parts the ferry's toll.

    The two claims that the hospital makes leave the coastguard's four, and are supported then.
    """
    if not said and all(claim.how == "rule" for claim in analysis.claims):
        return analysis
    toll, *others = analysis.comparison.groups
    guard, hospital = toll.claims[:4], toll.claims[4:]
    apart = replace(toll, claims=guard), replace(toll, id="hospital", claims=hospital)
    told = tuple(
        replace(one, verdict="supported") if one.claim in hospital else one
        for one in analysis.comparison.suggestions
    )
    return replace(
        analysis, comparison=replace(analysis.comparison, groups=(*apart, *others), suggestions=told)
    )
