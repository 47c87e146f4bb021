"""The clauses of a claim that can be compared one by one.

"Four soldiers were shot dead and 11 wounded" tells two facts, and each may meet another fact of
another article. A claim is cut only between two clauses that both tell something, and only where a
figure stands in one of them: anything finer tears apart what belongs together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Quantity, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Predicate
    from factcheck.model import Claim

Span = tuple[int, int]

_BORDER = re.compile(
    r",?\s+(?:and|but|while|whereas|after)\s+|\s+when\s+|,\s+(?:which|who|where|when)\s+|;\s+"
    r"|\s+that\s+(?=\w+(?:ed|eft|ook|ost)\b)",
    re.I,
)
_AFTER = re.compile(r"\W*after\b", re.I)
"""Opens a clause of its own only where one has a verb: "after talks of nine hours" is when, not what."""
LEAST_WORDS = 2
MOST = 6
"""Into how many clauses a claim is cut at most: a list of figures is not a story."""


def clauses(text: str, claim: Claim, figures: Sequence[Span], predicates: Sequence[Predicate]) -> list[Span]:
    """The clauses of a claim as spans of the article; one span, the whole claim, where it is not cut.

    ``figures`` are the places of the numbers proper, ``predicates`` those of the lexicon's classes.
    """
    if not figures:
        return [(claim.start, claim.end)]
    whole = [(v.start, v.end) for v in claim.values if isinstance(v, (Quantity, Quote))]
    whole += [(start, end) for start, end, _ in predicates]
    found: list[Span] = []
    start = claim.start
    for border in _BORDER.finditer(text, claim.start, claim.end):
        left, right = (start, border.start()), (border.end(), claim.end)
        within = any(s < border.end() and border.start() < e for s, e in whole)
        if within or len(found) >= MOST - 1:
            continue
        if _AFTER.match(border.group()) and not _counts_and_tells(right, figures, predicates):
            continue
        if border.group().strip() == "when" and not _counts_and_tells(left, figures, predicates):
            continue
        if _tells(text, left, figures, predicates) and _tells(text, right, figures, predicates):
            found.append(left)
            start = border.end()
    last = (start, claim.end)
    if found and not any(_inside(span, last) for span in figures):
        # A clause without a figure stands alone only beside one with a figure.
        counted = any(_inside(span, found[-1]) for span in figures)
        if not counted:
            last = (found.pop()[0], claim.end)
    return [*found, last]


def _tells(text: str, span: Span, figures: Sequence[Span], predicates: Sequence[Predicate]) -> bool:
    told = [*figures, *((start, end) for start, end, _ in predicates)]
    words = len(text[span[0] : span[1]].split())
    return words >= LEAST_WORDS and any(_inside(place, span) for place in told)


def _counts_and_tells(span: Span, figures: Sequence[Span], predicates: Sequence[Predicate]) -> bool:
    counts = any(_inside(place, span) for place in figures)
    return counts and any(_inside((start, end), span) for start, end, _ in predicates)


def _inside(place: Span, span: Span) -> bool:
    return span[0] <= place[0] and place[1] <= span[1]
