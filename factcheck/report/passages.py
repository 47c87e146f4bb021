"""Passages of an article around its claims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.report.rows import Passage
from factcheck.wording.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article, Claim
    from factcheck.wording.places import Places

LONG = 1500
"""Code points: of a longer paragraph, only the sentences that hold claims are shown."""


def passages(places: Places, article: str, claims: Sequence[Claim]) -> tuple[Passage, ...]:
    """The paragraphs (or, of long ones, the sentences) that hold ``claims``, in order."""
    spans: dict[tuple[int, int], list[Claim]] = {}
    numbers: dict[tuple[int, int], int] = {}
    for claim in sorted(claims, key=lambda c: c.start):
        span, number = _around(places, claim)
        numbers[span] = number
        spans.setdefault(span, []).append(claim)
    whole = places.articles[article]
    text = whole.text
    made = []
    shown = 0
    for span, found in spans.items():
        start, end = min(span[0], found[0].start), max(span[1], found[-1].end)
        skipped = bool(text[shown:start].strip())
        made.append(Passage(numbers[span], _parts(whole, start, end, found), skipped))
        shown = end
    if made and text[shown:].strip():
        made[-1] = replace(made[-1], cut_after=True)
    return tuple(made)


def _around(places: Places, claim: Claim) -> tuple[tuple[int, int], int]:
    paragraph = places.paragraph(claim.article, claim.start)
    if paragraph is None or not paragraph.start <= claim.start < claim.end <= paragraph.end:
        return claim.sentence, paragraph.number if paragraph else 0
    if paragraph.end - paragraph.start > LONG:
        return claim.sentence, paragraph.number
    return (paragraph.start, paragraph.end), paragraph.number


def _parts(
    article: Article, start: int, end: int, claims: Sequence[Claim]
) -> tuple[tuple[str, str | None], ...]:
    """The text from ``start`` to ``end`` in pieces, each with the claim that it is, or None."""
    text = article.text
    parts: list[tuple[str, str | None]] = []
    at = start
    for claim in claims:
        if claim.start < at:
            continue
        parts += [(text[at : claim.start], None), (quoted(article, claim.start, claim.end), claim.id)]
        at = claim.end
    parts.append((text[at:end], None))
    return tuple(part for part in parts if part[0])
