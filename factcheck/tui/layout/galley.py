"""An article set for the screen: its text with claim signs let in, wrapped into rows.

Signs stand in the running text ("(! 40 hurt)") but are no part of it: a galley knows for each of
its positions which offset of the article it shows. Room for a sign never changes with its state, so
a verdict repaints a claim and wraps nothing again.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate, chain, repeat
from operator import add, attrgetter, itemgetter, neg
from typing import TYPE_CHECKING, NamedTuple

from factcheck.tui.layout.spans import Spans, spans_of
from factcheck.tui.layout.wrap import wrap
from factcheck.wording.words import count, is_plain, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Article, Claim, Paragraph

OPEN = "(__"
CLOSE = ")"
_WORD = re.compile(r"\w+(?:[-.,:'’]\w+)*")


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


class Rows:
    """Many rows, each a few bytes: a text of 200,000 words has some thirty thousand."""

    def __init__(self, ranges: Sequence[tuple[int, int]] = (), paragraphs: Iterable[int] = ()) -> None:
        self._starts = array("q", map(itemgetter(0), ranges))
        self._ends = array("q", map(itemgetter(1), ranges))
        self._paragraphs = array("q", paragraphs)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Row:
        start, end, paragraph = self._starts[index], self._ends[index], self._paragraphs[index]
        # The row before may be the gap that stands before the paragraph.
        first = start < end and (
            index == 0
            or self._paragraphs[index - 1] != paragraph
            or self._starts[index - 1] == self._ends[index - 1]
        )
        return Row(start, end, paragraph, first)

    def __iter__(self) -> Iterator[Row]:
        return (self[index] for index in range(len(self)))

    def among(self, start: int, stop: int) -> list[Row]:
        """The rows of a range of them, as far as there are any."""
        return [self[index] for index in range(max(start, 0), min(stop, len(self)))]

    def at(self, position: int) -> int:
        """The index of the row on which a position stands, or of the last row before it."""
        return max(bisect_right(self._starts, position) - 1, 0)


class Galley:
    """The text of one article with its insets, independent of any width."""

    def __init__(self, article: Article, paragraphs: Sequence[Paragraph], claims: Iterable[Claim]) -> None:
        self.article = article
        self.paragraphs = tuple(paragraphs)
        self.shown = claims = tuple(claims)
        self.claims = Spans(spans_of(claims))
        self._kept: tuple[tuple[int, bool, bool], Rows] | None = None
        self._let_in(claims)

    def _let_in(self, claims: Sequence[Claim]) -> None:
        """Set the text with all insets, without a step of Python for each: there may be ten thousand."""
        starts, ends, ids = (list(map(attrgetter(name), claims)) for name in ("start", "end", "id"))
        closing = zip(ends, repeat(0), map(neg, starts), ids, strict=False)
        opening = zip(starts, repeat(1), map(neg, ends), ids, strict=False)
        marks = sorted(chain(closing, opening))
        offsets = [mark[0] for mark in marks]
        signs = [OPEN if mark[1] else CLOSE for mark in marks]
        # By inset: where in the galley, before which offset, what has been let in before it, whose.
        self._offsets: array[int] = array("q", offsets)
        self._shifts: array[int] = array("q", accumulate(map(len, signs), initial=0))
        self._positions: array[int] = array("q", map(add, offsets, self._shifts))
        self._of = [mark[3] for mark in marks]
        text = _safe_lines(self.article.text)
        pieces = map(text.__getitem__, map(slice, [0, *offsets], offsets))
        rest = text[offsets[-1] :] if offsets else text
        self.text = "".join([*chain.from_iterable(zip(pieces, signs, strict=True)), rest])

    def _end_of(self, index: int) -> int:
        """Where in the galley an inset ends."""
        return self._positions[index] + self._shifts[index + 1] - self._shifts[index]

    def _inset(self, index: int) -> Inset:
        length = self._shifts[index + 1] - self._shifts[index]
        opens = length == len(OPEN)
        return Inset(self._positions[index], self._offsets[index], length, self._of[index], opens)

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
        if position < self._end_of(index):
            return self._offsets[index]
        return position - self._shifts[index + 1]

    def paragraph_at(self, offset: int) -> tuple[int, int]:
        """The offsets of the paragraph that holds one, without the blanks at its end."""
        at = bisect_right(self.paragraphs, offset, key=attrgetter("start")) - 1
        if at < 0:
            return offset, offset
        start, end = self.paragraphs[at].start, self.paragraphs[at].end
        return start, start + len(self.article.text[start:end].rstrip())

    def word_at(self, offset: int) -> tuple[int, int]:
        """The offsets of the word that holds one, a figure with its signs whole; else of that sign alone."""
        start, end = self.paragraph_at(offset)
        words = _WORD.finditer(self.article.text, start, end)
        found = next((word for word in words if word.start() <= offset < word.end()), None)
        return found.span() if found else (offset, offset + 1)

    @property
    def first_readable(self) -> int:
        """The offset of the first paragraph that is no furniture; 0 where there is none."""
        return next((paragraph.start for paragraph in self.paragraphs if paragraph.number), 0)

    def insets_in(self, start: int, end: int) -> Sequence[Inset]:
        """The insets that start in a range of the galley, or reach into it."""
        first = bisect_right(self._positions, start) - 1
        if first < 0 or self._end_of(first) <= start:
            first += 1
        return [self._inset(index) for index in range(first, bisect_left(self._positions, end))]

    def rows(self, width: int, *, gaps: bool, folded: bool = False) -> Rows:
        """The rows at a width in cells; ``gaps`` leaves an empty row between paragraphs to read.

        ``folded`` gives furniture that stands together one empty row, of its first paragraph. The rows of
        the last width are kept: a pane that shows this article again wraps nothing.
        """
        how = (width, gaps, folded)
        if self._kept is None or self._kept[0] != how:
            self._kept = how, self._wrap(width, gaps=gaps, folded=folded)
        return self._kept[1]

    def folded_at(self, index: int) -> str:
        """What is folded away at a paragraph of furniture: how many lines, and what they are."""
        reasons: dict[str, None] = {}
        number = 0
        while index + number < len(self.paragraphs) and not self.paragraphs[index + number].number:
            reasons[self.paragraphs[index + number].why or ""] = None
            number += 1
        return f"{count(number, 'line')} folded: {', '.join(filter(None, reasons))}"

    def _wrap(self, width: int, *, gaps: bool, folded: bool) -> Rows:
        ranges: list[tuple[int, int]] = []
        of: list[int] = []
        before = 1
        text = self.article.text
        for index, paragraph in enumerate(self.paragraphs):
            end = paragraph.end
            while end > paragraph.start and text[end - 1].isspace():
                end -= 1
            if end == paragraph.start:
                continue
            # Furniture stands close together: it is there to be seen, not to be read.
            start = self.before(paragraph.start)
            if folded and not paragraph.number:
                if before:
                    ranges.append((start, start))
                    of.append(index)
                before = 0
                continue
            if ranges and gaps and (before or paragraph.number):
                ranges.append((start, start))
            before = paragraph.number
            # A claim that ends where the paragraph ends closes on this row, not on the next.
            stop = self.position(end - 1) + 1
            while (at := bisect_left(self._positions, stop)) < len(self._positions):
                if self._positions[at] != stop or self._inset(at).opens:
                    break
                stop += len(CLOSE)
            ranges += wrap(self.text, start, stop, width)
            of += [index] * (len(ranges) - len(of))
        return Rows(ranges, of)


def _safe_lines(text: str) -> str:
    """Safe text in which the ends of lines stay."""
    return text if is_plain(text.replace("\n", " ")) else "\n".join(map(safe, text.split("\n")))
