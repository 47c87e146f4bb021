"""Wrapping text into rows that are ranges of it: nothing is copied, so offsets stay what they were."""

from __future__ import annotations

from rich.cells import get_character_cell_size

from factcheck.tui.layout.line import is_odd
from factcheck.wording.words import is_plain

Row = tuple[int, int]
"""A half-open range of the text that stands on one row."""


def wrap(text: str, start: int, end: int, width: int) -> list[Row]:
    """Rows of at most ``width`` cells for ``text[start:end]``, broken at blanks and at newlines.

    A blank at a break stands on neither row. Linear in the length of the range.
    """
    width = max(width, 1)
    rows: list[Row] = []
    while start < end:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        if is_plain(text[start:stop]) or not is_odd(text, start, stop):
            _wrap_plain(text, start, stop, width, rows)
        else:
            _wrap_odd(text, start, stop, width, rows)
        start = stop + 1
    return rows


def _wrap_plain(text: str, start: int, end: int, width: int, rows: list[Row]) -> None:
    while end - start > width:
        at = text.rfind(" ", start, start + width + 1)
        if at <= start:
            rows.append((start, start + width))
            start += width
        else:
            rows.append((start, at))
            start = at + 1
    rows.append((start, end))


def _wrap_odd(text: str, start: int, end: int, width: int, rows: list[Row]) -> None:
    """The same for text in which characters take no cell or two."""
    used = 0
    blank = -1
    at = row = start
    while at < end:
        size = get_character_cell_size(text[at])
        if used + size > width and at > row:
            if text[at] == " ":
                rows.append((row, at))
                row = at + 1
                at = row
            else:
                stop = blank if blank > row else at
                rows.append((row, stop))
                row = stop + 1 if blank > row else stop
                at = row
            used, blank = 0, -1
            continue
        if text[at] == " ":
            blank = at
        used += size
        at += 1
    rows.append((row, end))


def wrap_words(text: str, width: int) -> list[str]:
    """The rows themselves, for short texts such as a reason."""
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]
