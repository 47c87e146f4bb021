"""A painted line: pieces of text, each with a tone. Tones are names; ``tui.theme`` knows the colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, get_character_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Piece = tuple[str, str]
"""(text, tone). A tone is one name, or names joined by "+": "conflicting+bold"."""
Line = tuple[Piece, ...]

BLANK: Line = ()

# Anything outside the alphabets and signs that are known to be one cell wide.
_ODD = re.compile(
    "[^\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u257f]"
)


def is_odd(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a range may hold characters that are not one cell wide."""
    return _ODD.search(text, start, len(text) if end is None else end) is not None


def cells(text: str) -> int:
    """How many terminal cells a text takes."""
    return cell_len(text) if is_odd(text) else len(text)


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """The text in the parts that a terminal draws as one, each with its cells: a family of four is one sign.

    What takes no cell of its own, and what joins the sign before it, belongs to that.
    """
    begin, size = 0, 0
    for end in range(1, len(text) + 1):
        grown = cell_len(text[begin:end])
        if end - begin > 1 and grown > size and get_character_cell_size(text[end - 1]):
            yield text[begin : end - 1], size
            begin, grown = end - 1, cell_len(text[end - 1])
        size = grown
    if text:
        yield text[begin:], size


def cut(text: str, width: int) -> str:
    """The text in at most ``width`` cells, an ellipsis at its end where something was left out."""
    if width <= 0:
        return ""
    if cells(text) <= width:
        return text
    if not is_odd(text):
        return text[: width - 1].rstrip() + "…"
    taken = used = 0
    for character in text:
        used += get_character_cell_size(character)
        if used > width - 1:
            break
        taken += 1
    return text[:taken].rstrip() + "…"


def cut_at_word(text: str, width: int) -> str:
    """The same, cut between two words where that leaves half of the room or more."""
    found = cut(text, width)
    if found == text:
        return found
    blank = text.rfind(" ", 0, len(found))
    return found if cells(text[: max(blank, 0)]) * 2 < width else text[:blank].rstrip(" ,;:–-") + "…"


def fitting(forms: Iterable[str], width: int) -> str:
    """The first of the forms of a text, the fullest first, that fits; the last is cut at a word."""
    text = ""
    for text in forms:
        if cells(text) <= width:
            return text
    return cut_at_word(text, width)


def fit(text: str, width: int) -> str:
    """The text in exactly ``width`` cells: cut, or filled with blanks."""
    text = cut(text, width)
    return text + " " * (width - cells(text))


def fitted(forms: Iterable[str], width: int) -> str:
    """The form that fits, in exactly so many cells."""
    return fit(fitting(forms, width), width)


def length(line: Iterable[Piece]) -> int:
    return sum(cells(text) for text, _ in line)


def plain(line: Iterable[Piece]) -> str:
    """The words of a line without their tones."""
    return "".join(text for text, _ in line)


def ends(left: Line, right: Line, width: int, tone: str = "text", filler: str = " ") -> Line:
    """Two parts at the two ends of a line; the right one gives way first, then the left is cut."""
    space = width - length(left) - length(right)
    if space >= 1:
        return (*left, (filler * space, tone), *right)
    return crop(left, width)


def crop(line: Line, width: int) -> Line:
    """At most ``width`` cells of a line."""
    pieces: list[Piece] = []
    for text, tone in line:
        size = cells(text)
        if size > width:
            pieces.append((cut(text, width), tone))
            return tuple(pieces)
        pieces.append((text, tone))
        width -= size
    return tuple(pieces)


def rule(title: Line, width: int, right: Line = (), tone: str = "rule") -> Line:
    """A ruled line with a title in it: ``── title ───────── right ──``."""
    left: Line = (("── ", tone), *title, (" ", tone)) if title else (("──", tone),)
    tail: Line = ((" ", tone), *right, (" ──", tone)) if right else (("──", tone),)
    return ends(left, tail, width, tone, "─")
