"""Two versions of an article as lines, sentence against sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.layout.header import source_of
from factcheck.tui.layout.line import BLANK, Line, cut, rule
from factcheck.tui.layout.passage import beside, column, indented, passage, told
from factcheck.tui.layout.plan import TWO_PANES
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article
    from factcheck.review.diff import RowKind
    from factcheck.review.revisions import Change, Pair

SIGNS: dict[RowKind, tuple[str, str]] = {
    "same": (" ", "dim"),
    "changed": ("~", "unsourced"),
    "added": ("+", "supported"),
    "removed": ("-", "conflicting"),
    "moved": (">", "left-open"),
}
LEGEND = "~ changed  + added  - removed  > moved"
MARGIN = 8
"""Cells before the text: a sign and a cite."""


def heading(pair: Pair, article: Article, number: int, many: int, counted: str, width: int) -> list[Line]:
    """What is compared, and how much of it differs."""
    which: Line = ((f"{number} of {many}", "dim"),)
    then, now = (day or "an unknown day" for day in (pair.old_seen, pair.new_seen))
    return [
        rule(
            (("versions  ", "title"), (f"{pair.letter} {cut(source_of(article), 40)}", "text+bold")),
            width,
            which,
        ),
        *told(f"{flat(counted)}: as read on {then} and on {now}", width, most=2),
        ((cut(f" {LEGEND}  [-gone-] {{+new+}}", width), "dim"),),
    ]


def body(changes: Sequence[Change], width: int) -> tuple[list[Line], list[int]]:
    """All lines, and on which of them each change begins."""
    lines: list[Line] = []
    starts: list[int] = []
    for change in changes:
        if change.kind != "same":
            starts.append(len(lines))
        lines += _sentence(change, width)
    return lines, starts


def _sentence(change: Change, width: int) -> list[Line]:
    sign, tone = SIGNS[change.kind]
    room = width - MARGIN
    if width >= TWO_PANES:
        share = column(room)
        both = beside(passage(change.old, "old", share), passage(change.new, "new", share), room)
    elif change.kind in ("same", "moved"):
        both = passage(change.new, "new", room)
    else:
        both = [*passage(change.old, "old", room), *passage(change.new, "new", room)]
    if change.kind == "same":
        both = [tuple((text, "dim" if each == "text" else each) for text, each in line) for line in both]
    first: Line = ((f" {sign} ", f"{tone}+bold"), (f"{change.cite:<{MARGIN - 3}}", tone))
    rest = indented(both[1:], MARGIN)
    return [(*first, *(both[0] if both else BLANK)), *rest]
