"""The matrix as lines: a column for the fact, one for each article, counts and kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.review.same import origin_of
from factcheck.tui.layout.header import source_of
from factcheck.tui.layout.line import Line, Piece, cut, fit, fitting, length
from factcheck.wording.printed import claimant_words
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from factcheck.model import Claim, VerdictName
    from factcheck.review.cursor import Cursor
    from factcheck.review.matrix import Cell, MatrixRow
    from factcheck.review.tallies import Tally

CELL_TONES = {
    "!": "conflicting",
    "~": "text",
    "=": "text",
    "%": "dim",
    ".": "dim",
    "?": "unsourced",
    "o": "left-open",
}
MIN_CELL = 11
WIDEST_LABEL = 40
SHORT_KINDS = {
    "background": "backgr.", "one origin": "1 origin", "single source": "single", "later figure": "later",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """Widths in cells; ``first`` and ``shown`` say which articles fit beside the facts."""

    label: int
    cell: int
    first: int
    shown: int
    kind: int


def shape(width: int, articles: int, column: int) -> Shape:
    """Share the width; where not all articles fit, the column in hand is among those shown."""
    kind = 9 if width >= 100 else 0
    label = min(max(24, width // 5), WIDEST_LABEL) if width >= 100 else 18
    room = width - label - 2 - 5 - (kind + 1 if kind else 0)
    shown = max(1, min(articles, room // (MIN_CELL + 1)))
    cell = min(room // shown - 1, 30)
    label += room - shown * (cell + 1) if shown == articles else 0
    first = max(0, min(column - shown // 2, articles - shown))
    return Shape(min(label, WIDEST_LABEL), cell, first, shown, kind)


def titles(desk: Cursor, sizes: Shape, column: int) -> Line:
    pieces: list[Piece] = [("  " + fit("fact", sizes.label), "dim")]
    for index in range(sizes.first, sizes.first + sizes.shown):
        article = desk.articles[index]
        name = f"{desk.places.letter(article.id)} {source_of(article)}"
        # Articles beside the screen are counted: h and l bring them in.
        before = f"‹{index}+ " if index == sizes.first and index else ""
        after = len(desk.articles) - 1 - index if index + 1 == sizes.first + sizes.shown else 0
        beyond = f" +{after}›" if after else ""
        told = before + fit(name, sizes.cell - len(before + beyond)) + beyond
        pieces += [("│", "rule"), (told, "title+bold" if index == column else "text+bold")]
    pieces += [("│", "rule"), (" a/o", "dim")]
    if sizes.kind:
        pieces += [(" ", "text"), (fit("kind", sizes.kind), "dim")]
    return tuple(pieces)


def row_line(row: MatrixRow, sizes: Shape, column: int | None) -> Line:
    """One row; ``column`` is the cell in hand, None where the cursor is on another row."""
    base = row.verdict or "text"
    label = ("  " if row.depth else "") + row.label
    sign = f"{row.sign}{'/' if row.mixed else ']' if row.judged else ' '}"
    pieces: list[Piece] = [
        (sign, f"{base}+bold"),
        (fit(label, sizes.label), "dim" if row.depth else "text" + ("+chosen" if column is not None else "")),
    ]
    for index in range(sizes.first, sizes.first + sizes.shown):
        first, chosen = index == sizes.first, index == column
        # The cell in hand has a sign too: without colours its ground is hardly another.
        edge: Piece = (">", "text+bold") if chosen else ("│", "rule")
        pieces += [edge, *_cell(row, index, sizes.cell, first=first, chosen=chosen)]
    origins = f"{row.articles}/{row.origins}"
    pieces += [("│", "rule"), (f"{origins:>4}", "text" if row.depth == 0 else "dim")]
    if sizes.kind:
        pieces += [(" ", "text"), (fit(SHORT_KINDS.get(row.kind, row.kind), sizes.kind), "dim")]
    return tuple(pieces)


def _cell(row: MatrixRow, index: int, width: int, *, first: bool, chosen: bool) -> list[Piece]:
    cell: Cell = row.cells[index]
    tone = CELL_TONES.get(cell.sign, "text")
    if row.depth == 0 and not any(each.claims for each in row.cells):
        text = "see below" if first else ""
    else:
        more = f" +{cell.more}" if cell.more else ""
        sign = f"{cell.sign}{']' if cell.judged else ' '}"
        text = f"{sign}{fitting(cell.forms, width - 2 - len(more))}{more}".rstrip()
    return [(fit(text, width), f"{tone}+chosen+bold" if chosen else tone)]


def in_cell(desk: Cursor, claim: Claim, mentions: int, width: int) -> Line:
    """The claim that keys act on in a cell: ``A5 (!) one of 3 here; the mayor: “quote”``."""
    look = desk.look(claim.id)
    head: Line = (
        (f" {desk.places.cite(claim)} ", "text+bold"),
        (f"[{look.sign}]" if look.judged else f"({look.sign})", look.verdict or "dim"),
        (f" one of {mentions} here;" if mentions > 1 else "", "dim"),
    )
    said = f" {claimant_words(claim, origin_of(claim, desk.facts))}: “{flat(claim.text)}”"
    return (*head, (cut(said, width - length(head)), "text"))


def tally(found: Tally) -> Line:
    """``+10 !6 ?5 o6   supported by more than one origin: 2``."""
    pieces: list[Piece] = []
    for sign, name in _SIGNS:
        pieces += [(f"{sign}{found.verdicts.get(name, 0)}", name), (" ", "text")]
    pieces.append((f"  supported by more than one origin: {found.several}", "dim"))
    return tuple(pieces)


_SIGNS: tuple[tuple[str, VerdictName], ...] = (
    ("+", "supported"),
    ("!", "conflicting"),
    ("?", "unsourced"),
    ("o", "left-open"),
)
