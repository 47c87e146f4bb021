"""Comparisons that stand for the real one in tests of the app: quick, or held where they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.tui.conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Event

    from factcheck.model import Analysis
    from factcheck.pipeline import Progress
    from factcheck.review.regroup import Word
    from factcheck.review.speakers import Speaker
    from factcheck.review.standing import Comparer


def relabelled(
    analysis: Analysis,
    said: Sequence[Word],
    speakers: Sequence[Speaker] = (),
    tell: Progress | None = None,
) -> Analysis:
    """Stands for the comparison: it says of every fact how many words on pairs it was given."""
    groups = tuple(replace(g, label=f"{len(said)} said") for g in analysis.comparison.groups)
    return replace(analysis, comparison=replace(analysis.comparison, groups=groups))


def waiting(event: Event) -> Comparer:
    """The same, which stands at 40 of 100 until the event is set."""

    def compare(
        analysis: Analysis,
        said: Sequence[Word],
        speakers: Sequence[Speaker] = (),
        tell: Progress | None = None,
    ) -> Analysis:
        if said and tell is not None:
            tell("comparing again", 40, 100)
            event.wait(WAIT)
        return relabelled(analysis, said)

    return compare
