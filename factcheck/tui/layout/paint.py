"""Painting one row of a galley: pieces of text with their tones and the offsets they show."""

from __future__ import annotations

import itertools
from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.records import dataclass
from factcheck.tui.layout.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.review.sight import Look
    from factcheck.tui.layout.galley import Galley, Inset, Row
    from factcheck.tui.layout.line import Piece

GUTTER = 5
"""Cells before the text: a marker, a paragraph number, a blank."""
PLAIN = "none"

Shown = tuple[str, str, int | None]
"""(text, tone, offset of its first character in the article; None for the gutter)."""


_REPEATED = "stands twice"
"""How the reason of a repeated paragraph begins."""


@dataclass(frozen=True, slots=True)
class Brush:
    """What a pane is to show besides the text: how claims look, the one in hand, hits, a selection."""

    look: Callable[[str], Look]
    current: str | None = None
    pointed: frozenset[str] = frozenset()
    """The mention that the table points at, and the one this pane was opened at."""
    hits: Spans = field(default_factory=lambda: Spans(()))
    hit: tuple[int, int] | None = None
    """The search hit in sight."""
    selection: tuple[int, int] | None = None
    folded: bool = False
    """An empty row of furniture tells what was folded away there."""


def paint(galley: Galley, row: Row, brush: Brush) -> list[Shown]:
    """The row with its gutter. Its text pieces are exactly the row's range of the galley."""
    pieces: list[Shown] = [(*_gutter(galley, row, brush), None)]
    if row.start == row.end:
        if brush.folded and not galley.paragraphs[row.paragraph].number:
            pieces.append((f"… {galley.folded_at(row.paragraph)}", "furniture", None))
        return pieces
    base = _base(galley, row)
    start, end = galley.offset(row.start), galley.offset(row.end - 1) + 1
    insets = galley.insets_in(row.start, row.end)
    cuts = _cuts(galley, row, insets, brush, start, end)
    for left, right in itertools.pairwise(cuts):
        inset = _inset_at(insets, left)
        offset = galley.offset(left)
        if inset is None:
            pieces.append((galley.text[left:right], _tone(galley, offset, base, brush), offset))
        else:
            pieces.extend(_sign(inset, left, right, brush))
    return pieces


def state_of(galley: Galley, row: Row, brush: Brush) -> tuple[object, ...]:
    """All that the painting of a row depends on besides its text: equal states paint alike."""
    if row.start == row.end:
        return ()
    spans = galley.claims.touching(galley.offset(row.start), galley.offset(row.end - 1) + 1)
    claims = [(brush.look(s.id), s.id == brush.current, s.id in brush.pointed) for s in spans]
    return *claims, brush.hit, brush.selection, brush.hits


def _cuts(galley: Galley, row: Row, insets: Sequence[Inset], brush: Brush, start: int, end: int) -> list[int]:
    """The positions at which the tone may change."""
    cuts = {row.start, row.end}
    for inset in insets:
        cuts.update((inset.position, inset.position + inset.length))
    edges: list[int] = []
    for span in brush.hits.touching(start, end):
        edges += (span.start, span.end)
    edges += brush.selection or ()
    edges += brush.hit or ()
    cuts.update(galley.position(edge) for edge in edges)
    return sorted(cut for cut in cuts if row.start <= cut <= row.end)


def _inset_at(insets: Sequence[Inset], position: int) -> Inset | None:
    return next((i for i in insets if i.position <= position < i.position + i.length), None)


def _sign(inset: Inset, left: int, right: int, brush: Brush) -> list[Shown]:
    """The brackets of a claim, one piece a cell: each cell shows the same offset of the article."""
    look = brush.look(inset.claim)
    opening, closing = "[]" if look.judged else "()"
    cells = f"{opening}{look.sign} " if inset.opens else closing
    tone = claim_tone(look, inset.claim, brush) + "+bold"
    begin = left - inset.position
    return [(cell, tone, inset.offset) for cell in cells[begin : begin + right - left]]


def _tone(galley: Galley, offset: int, base: str, brush: Brush) -> str:
    spans = galley.claims.at(offset)
    tone = claim_tone(brush.look(spans[-1].id), spans[-1].id, brush) if spans else base
    if brush.hits.at(offset):
        tone += "+found" if brush.hit and brush.hit[0] <= offset < brush.hit[1] else "+hit"
    if brush.selection and brush.selection[0] <= offset < brush.selection[1]:
        tone += "+selected"
    return tone


def claim_tone(look: Look, claim: str, brush: Brush) -> str:
    """Colour by verdict, more marked when judged; the claim in hand and the mention beside stand out."""
    tone = look.verdict or PLAIN
    if claim == brush.current:
        return f"{tone}+current"
    if claim in brush.pointed:
        return f"{tone}+pointed"
    return tone if look.judged else f"{tone}+suggested"


def _base(galley: Galley, row: Row) -> str:
    paragraph = galley.paragraphs[row.paragraph]
    if not paragraph.number:
        return "furniture"
    return "heading" if paragraph.kind == "heading" else "text"


def _gutter(galley: Galley, row: Row, brush: Brush) -> Piece:
    """``> 12 ``: the marker of the claim in hand or pointed at, the paragraph's number on its first row.

    What is no text of the article has a sign in place of the number: its colour alone would not tell.
    """
    number = galley.paragraphs[row.paragraph].number
    shown = f"{number or _aside(galley, row):>3}" if row.first else "   "
    starts = [inset.claim for inset in galley.insets_in(row.start, row.end) if inset.opens]
    marked = any(claim == brush.current or claim in brush.pointed for claim in starts)
    return f"{'>' if marked else ' '}{shown} ", "marker" if marked else "number"


def _aside(galley: Galley, row: Row) -> str:
    if row.start == row.end:
        return ""
    return "%" if (galley.paragraphs[row.paragraph].why or "").startswith(_REPEATED) else "-"


def numbers_in(galley: Galley, rows: Sequence[Row]) -> str:
    """The readable paragraphs among rows: ``p4-p6``."""
    paragraphs = [galley.paragraphs[row.paragraph].number for row in rows if row.end > row.start]
    numbers = [number for number in paragraphs if number]
    if not numbers:
        return ""
    return f"p{numbers[0]}" if numbers[0] == numbers[-1] else f"p{numbers[0]}-p{numbers[-1]}"
