"""An article set for the screen: its text with claim signs let in, wrapped into rows.

Signs stand in the running text ("(! 40 hurt)") but are no part of it: a galley knows for each of
its positions which offset of the article it shows. Room for a sign never changes with its state, so
a verdict repaints a claim and wraps nothing again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from factcheck.tui.layout.spans import Span, Spans
from factcheck.tui.layout.wrap import wrap
from factcheck.wording.words import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Article, Claim, Paragraph

OPEN = "(__"
CLOSE = ")"


class Inset(NamedTuple):
    """Cells let into the text: where in the galley, which offset of the article they stand before."""

    position: int
    offset: int
    length: int
    claim: str
    opens: bool


class Row(NamedTuple):
    """One row: a half-open range of the galley. ``first`` starts a paragraph; an empty range is a gap."""

    start: int
    end: int
    paragraph: int
    first: bool


class Galley:
    """The text of one article with its insets, independent of any width."""

    def __init__(self, article: Article, paragraphs: Sequence[Paragraph], claims: Iterable[Claim]) -> None:
        self.article = article
        self.paragraphs = tuple(paragraphs)
        claims = tuple(claims)
        self.claims = Spans(Span(claim.start, claim.end, claim.id) for claim in claims)
        self.text, self.insets = _set(article.text, claims)
        self._kept: tuple[tuple[int, bool], list[Row]] | None = None
        self._positions = [inset.position for inset in self.insets]
        self._offsets = [inset.offset for inset in self.insets]
        lengths = 0
        self._shifts = [0]
        for inset in self.insets:
            lengths += inset.length
            self._shifts.append(lengths)

    def position(self, offset: int) -> int:
        """Where in the galley the character at an offset of the article stands."""
        return offset + self._shifts[bisect_right(self._offsets, offset)]

    def before(self, offset: int) -> int:
        """The position before the insets at an offset: where a claim's opening sign stands."""
        return offset + self._shifts[bisect_left(self._offsets, offset)]

    def offset(self, position: int) -> int:
        """The offset of the article shown at a position; an inset shows the one it stands before."""
        index = bisect_right(self._positions, position) - 1
        if index < 0:
            return position
        inset = self.insets[index]
        if position < inset.position + inset.length:
            return inset.offset
        return position - self._shifts[index + 1]

    @property
    def first_readable(self) -> int:
        """The offset of the first paragraph that is no furniture; 0 where there is none."""
        return next((paragraph.start for paragraph in self.paragraphs if paragraph.number), 0)

    def insets_in(self, start: int, end: int) -> Sequence[Inset]:
        """The insets that start in a range of the galley, or reach into it."""
        first = bisect_right(self._positions, start) - 1
        if first < 0 or self.insets[first].position + self.insets[first].length <= start:
            first += 1
        return self.insets[first : bisect_left(self._positions, end)]

    def rows(self, width: int, *, gaps: bool) -> list[Row]:
        """The rows at a width in cells; ``gaps`` leaves an empty row between paragraphs to read.

        The rows of the last width are kept: a pane that shows this article again wraps nothing.
        """
        if self._kept is None or self._kept[0] != (width, gaps):
            self._kept = (width, gaps), self._wrap(width, gaps=gaps)
        return self._kept[1]

    def _wrap(self, width: int, *, gaps: bool) -> list[Row]:
        rows: list[Row] = []
        before = 1
        for index, paragraph in enumerate(self.paragraphs):
            text = self.article.text
            end = paragraph.end
            while end > paragraph.start and text[end - 1].isspace():
                end -= 1
            if end == paragraph.start:
                continue
            # Furniture stands close together: it is there to be seen, not to be read.
            if rows and gaps and (before or paragraph.number):
                rows.append(Row(self.before(paragraph.start), self.before(paragraph.start), index, False))
            before = paragraph.number
            start = self.before(paragraph.start)
            # A claim that ends where the paragraph ends closes on this row, not on the next.
            stop = self.position(end - 1) + 1
            while (at := bisect_left(self._positions, stop)) < len(self.insets):
                inset = self.insets[at]
                if inset.position != stop or inset.opens:
                    break
                stop += inset.length
            for number, (left, right) in enumerate(wrap(self.text, start, stop, width)):
                rows.append(Row(left, right, index, number == 0))
        return rows


def _set(text: str, claims: Sequence[Claim]) -> tuple[str, list[Inset]]:
    text = "\n".join(safe(line) for line in text.split("\n"))
    marks = [(claim.end, 0, -claim.start, claim.id) for claim in claims]
    marks += [(claim.start, 1, -claim.end, claim.id) for claim in claims]
    parts: list[str] = []
    insets: list[Inset] = []
    done = shift = 0
    for offset, opens, _, claim in sorted(marks):
        parts.append(text[done:offset])
        done = offset
        sign = OPEN if opens else CLOSE
        parts.append(sign)
        insets.append(Inset(offset + shift, offset, len(sign), claim, bool(opens)))
        shift += len(sign)
    parts.append(text[done:])
    return "".join(parts), insets


def row_of(rows: Sequence[Row], position: int) -> int:
    """The index of the row on which a position stands, or of the last row before it."""
    return max(bisect_right(rows, position, key=lambda row: row.start) - 1, 0)
