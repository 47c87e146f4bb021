"""A passage in which words are marked: what the other version lacks, and what the claim says.

Marks are signs, so that they hold without colour: ``[-gone-]``, ``{+new+}``, ``>>claim<<``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.tui.layout.line import BLANK, Line, Piece, cells, crop, cut, length
from factcheck.tui.layout.wrap import wrap_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.review.carrying import Word

Side = Literal["old", "new"]
_SIGNS = {"old": ("[-", "-]"), "new": ("{+", "+}")}
_TONES = {"old": "conflicting", "new": "supported"}
GAP = " │ "


def passage(words: Sequence[Word], side: Side, width: int) -> list[Line]:
    """The words wrapped into lines of at most ``width`` cells."""
    lines: list[Line] = []
    row: list[Piece] = []
    used = 0
    for text, tone in _pieces(words, side):
        for part in wrap_words(text, max(width, 1)):
            size = cells(part)
            if row and used + 1 + size > width:
                lines.append(tuple(row))
                row, used = [], 0
            row += [(" ", "text")] * bool(row)
            row.append((part, tone))
            used = length(row)
    return [*lines, tuple(row)] if row else lines


def _pieces(words: Sequence[Word], side: Side) -> list[Piece]:
    """One piece a word, with the signs that open and close before and after it."""
    opening, closing = _SIGNS[side]
    found: list[Piece] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else None
        after = words[index + 1] if index + 1 < len(words) else None
        starts = word.claim and not (before and before.claim)
        ends = word.claim and not (after and after.claim)
        # A run of changed words is closed where the claim begins or ends: signs never cross.
        goes_on = before is not None and before.changed and before.claim == word.claim
        stays = after is not None and after.changed and after.claim == word.claim
        text = (
            f"{'>>' if starts else ''}{opening if word.changed and not goes_on else ''}{word.text}"
            f"{closing if word.changed and not stays else ''}{'<<' if ends else ''}"
        )
        tone = _TONES[side] if word.changed else "text"
        found.append((text, f"{tone}+bold" if word.claim else tone))
    return found


def beside(left: Sequence[Line], right: Sequence[Line], width: int) -> list[Line]:
    """Two columns of lines with a line between them."""
    share = column(width)
    rows = max(len(left), len(right))
    found: list[Line] = []
    for index in range(rows):
        one = crop(left[index], share) if index < len(left) else BLANK
        other = crop(right[index], share) if index < len(right) else BLANK
        found.append((*one, (" " * (share - length(one)), "text"), (GAP, "rule"), *other))
    return found


def column(width: int) -> int:
    """The width of one of two columns."""
    return (width - len(GAP)) // 2


def indented(lines: Sequence[Line], by: int = 1) -> list[Line]:
    return [((" " * by, "text"), *line) for line in lines]


def told(text: str, width: int, tone: str = "text", most: int = 0) -> list[Line]:
    """Plain words wrapped, at most so many lines of them where ``most`` is given."""
    rows = wrap_words(text, max(width - 1, 1))
    if most and len(rows) > most:
        rows = [*rows[: most - 1], cut(f"{rows[most - 1]} {rows[most]}", width - 1)]
    return [((f" {row}", tone),) for row in rows]
