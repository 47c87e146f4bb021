"""Where claims stand: article letters, cites such as ``A5``, and passages of an article around its claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from string import ascii_uppercase
from typing import TYPE_CHECKING

from factcheck.model import Article, Paragraph
from factcheck.report.rows import Passage

if TYPE_CHECKING:
    from factcheck.model import Claim

Splitter = Callable[[Article], tuple[Paragraph, ...]]
LONG = 1500
"""Code points: of a longer paragraph, only the sentences that hold claims are shown."""


def letter(index: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = ascii_uppercase[rest] + name
    return name


def split_by_default(article: Article) -> tuple[Paragraph, ...]:
    from factcheck.segment import paragraphs

    return paragraphs(article)


class Places:
    """Letters and paragraph numbers of the articles."""

    def __init__(self, articles: Sequence[Article], split: Splitter) -> None:
        self.articles = {article.id: article for article in articles}
        self._letters = {article.id: letter(index) for index, article in enumerate(articles)}
        self._paragraphs = {article.id: split(article) for article in articles}
        self._starts = {key: [p.start for p in found] for key, found in self._paragraphs.items()}

    def letter(self, article: str) -> str:
        return self._letters[article]

    def paragraph(self, article: str, offset: int) -> Paragraph | None:
        """The readable paragraph that holds ``offset``, or the last one before it."""
        found = self._paragraphs[article]
        for index in range(bisect_right(self._starts[article], offset) - 1, -1, -1):
            if found[index].number:
                return found[index]
        return None

    def cite(self, article: str, offset: int) -> str:
        """``A5``: article letter and paragraph number."""
        paragraph = self.paragraph(article, offset)
        return f"{self._letters[article]}{paragraph.number if paragraph else ''}"

    def passages(self, article: str, claims: Sequence[Claim]) -> tuple[Passage, ...]:
        """The paragraphs (or, of long ones, the sentences) that hold ``claims``, in order."""
        spans: dict[tuple[int, int], list[Claim]] = {}
        numbers: dict[tuple[int, int], int] = {}
        for claim in sorted(claims, key=lambda c: c.start):
            span, number = self._around(claim)
            numbers[span] = number
            spans.setdefault(span, []).append(claim)
        text = self.articles[article].text
        made = []
        shown = 0
        for span, found in spans.items():
            start, end = min(span[0], found[0].start), max(span[1], found[-1].end)
            skipped = bool(text[shown:start].strip())
            made.append(Passage(numbers[span], _parts(text, start, end, found), skipped))
            shown = end
        if made and text[shown:].strip():
            made[-1] = replace(made[-1], cut_after=True)
        return tuple(made)

    def _around(self, claim: Claim) -> tuple[tuple[int, int], int]:
        paragraph = self.paragraph(claim.article, claim.start)
        if paragraph is None or not paragraph.start <= claim.start < claim.end <= paragraph.end:
            return claim.sentence, paragraph.number if paragraph else 0
        if paragraph.end - paragraph.start > LONG:
            return claim.sentence, paragraph.number
        return (paragraph.start, paragraph.end), paragraph.number


def _parts(text: str, start: int, end: int, claims: Sequence[Claim]) -> tuple[tuple[str, str | None], ...]:
    """The text from ``start`` to ``end`` in pieces, each with the claim that it is, or None."""
    parts: list[tuple[str, str | None]] = []
    at = start
    for claim in claims:
        if claim.start < at:
            continue
        parts += [(text[at : claim.start], None), (text[claim.start : claim.end], claim.id)]
        at = claim.end
    parts.append((text[at:end], None))
    return tuple(part for part in parts if part[0])
