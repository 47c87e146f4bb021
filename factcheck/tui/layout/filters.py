"""The filters as lines: what each would show, the one chosen marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.filters import ORPHAN, kind_words
from factcheck.review.remarks import shown
from factcheck.tui.layout.line import BLANK, Line, fit, rule
from factcheck.tui.layout.window import window
from factcheck.wording.words import count, flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.review.desk import Desk
    from factcheck.review.filters import Choice, Sort

HEADS: dict[Sort, str] = {
    "kind": "by the kind of your verdict",
    "rule": "by rule",
    "article": "by article",
    "reviewer": "judged by",
}


def filters(
    desk: Desk, found: Sequence[Choice], chosen: int, top: int, width: int, height: int
) -> tuple[list[Line], int]:
    """At most ``height`` lines and the new top of the list."""
    lines: list[Line] = []
    row = before = 0
    for index, choice in enumerate(found):
        sort = choice.filter.sort
        if sort != "plain" and (not index or found[index - 1].filter.sort != sort):
            lines += [BLANK, ((f"   {HEADS[sort]}", "title"),)]
        if index == chosen:
            # The head of a section comes into sight with its first line.
            row, before = len(lines), len(lines) - (2 if lines and lines[-1][0][1] == "title" else 0)
        lines.append(_row(desk, choice, width, chosen=index == chosen))
    room = max(height - 1, 1)
    top = window(window(top, before, room, len(lines)), row, room, len(lines))
    total = count(len(desk.facts.claims), "claim")
    return [rule((("show only", "title"),), width, ((total, "dim"),)), *lines[top : top + room]], top


def _row(desk: Desk, choice: Choice, width: int, *, chosen: bool) -> Line:
    filter_ = choice.filter
    on = "*" if filter_ == desk.filter else " "
    text = f" {'>' if chosen else ' '} {on} {choice.claims:>6}  {_name(desk, choice)}"
    return ((fit(text, width), "text+chosen" if chosen else "text"),)


def _name(desk: Desk, choice: Choice) -> str:
    name = choice.filter.name
    if choice.filter == ORPHAN:
        return f"{name} (judged or noted, its words are gone: Enter lists them)"
    if choice.filter.sort == "article":
        from factcheck.tui.layout.header import source_of

        return f"{desk.places.letter(name)} {source_of(desk.articles[desk.facts.order[name]])}"
    if choice.filter.sort == "kind":
        return kind_words(name)
    return shown(name) if choice.filter.sort == "reviewer" else flat(name)
