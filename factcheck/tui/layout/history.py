"""The history as lines: one act a line, the one chosen in full below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.review.remarks import shown
from factcheck.tui.layout.line import BLANK, Line, cells, cut, fit, rule
from factcheck.tui.layout.passage import told
from factcheck.tui.layout.window import window
from factcheck.wording.words import count, flat, short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.review.desk import Desk
    from factcheck.review.history import HistoryRow

DETAIL = 6
"""Lines below the list, the rule included."""
UNDONE = "undone"
_NAME = re.compile(r"\b[0-9a-f]{16}\b")
QUOTED = 30
"""Signs of the words of a claim that stands nowhere now and so has no cite."""
LONGEST = 20_000
"""Code points of one text that are looked at for showing."""


def history(
    desk: Desk,
    rows: Sequence[HistoryRow],
    chosen: int,
    top: int,
    width: int,
    height: int,
    key: str = "B",
) -> tuple[list[Line], int]:
    """The lines and the new top of the list; ``key`` undoes to a line, and marks those where it can."""
    title = f"{count(len(rows), 'act')}, UTC, newest last" + (
        ", your own: you work blind" if desk.blind else ""
    )
    back, sign = desk.ways_back(), key if len(key) == 1 else "-"
    if back:
        title += f"; {key} undoes to a line marked {sign}"
    lines: list[Line] = [rule((("history", "title"),), width, ((title, "dim"),))]
    if not rows:
        return [*lines, BLANK, *told("nothing was done in this session yet", width)], 0
    detail = DETAIL if height >= 2 * DETAIL else 0
    room = max(height - 1 - detail, 1)
    top = window(top, chosen, room, len(rows))
    name = min(max(cells(shown(row.reviewer)) for row in rows[top : top + room]), 14)
    seen = enumerate(rows[top : top + room], start=top)
    lines += [
        _row(desk, rows, row, name, width, sign if row.event in back else " ", chosen=index == chosen)
        for index, row in seen
    ]
    lines += [BLANK] * (1 + room - len(lines))
    return [*lines, *(_detail(desk, rows, rows[chosen], width) if detail else [])], top


def _row(
    desk: Desk, rows: Sequence[HistoryRow], row: HistoryRow, name: int, width: int, back: str, *, chosen: bool
) -> Line:
    """``>B 2026-03-04 10:21:07  ben  A5  conflicting, sources disagree  “quote”``; undone says so."""
    mark = ">" if chosen else " "
    when = flat(row.at)[:19].replace("T", " ")
    quote = f"  “{flat(row.quote[:200])}”" if row.quote else ""
    what = readable(desk, rows, row.what, row.reviewer)
    said = f"{UNDONE}: {what}" if row.undone else what
    text = f" {mark}{back} {when}  {fit(shown(row.reviewer), name)}  {fit(cite(desk, row), 5)} {said}{quote}"
    tone = "dim" if row.undone else "text"
    return ((fit(text, width), f"{tone}+chosen" if chosen else tone),)


def _detail(desk: Desk, rows: Sequence[HistoryRow], row: HistoryRow, width: int) -> list[Line]:
    lines: list[Line] = [rule(((f"{cite(desk, row)} {shown(row.reviewer)}".strip(), "title"),), width)]
    was = f" (before: {readable(desk, rows, row.was, row.reviewer)})" if row.was else ""
    undone = f"{UNDONE}: " if row.undone else ""
    lines += told(f"{undone}{readable(desk, rows, row.what, row.reviewer)}{was}", width, most=2)
    if row.note:
        lines += told(f"note: {flat(row.note[:LONGEST])}", width, most=2)
    if row.quote:
        lines += [((cut(f" “{flat(row.quote[:LONGEST])}”", width), "dim"),)]
    return [*lines, *([BLANK] * (DETAIL - len(lines)))][:DETAIL]


def cite(desk: Desk, row: HistoryRow) -> str:
    """``A5``, or "-" where what it is about is no claim of today."""
    if not row.claim:
        return ""
    claim = desk.facts.claims.get(desk.state.place(row.reviewer, row.claim))
    return desk.places.cite(claim) if claim else "-"


def readable(desk: Desk, rows: Sequence[HistoryRow], text: str, reviewer: str) -> str:
    """Words of what a reviewer did with the ids of claims in them as cites, else as quotes."""

    def told_so(found: re.Match[str]) -> str:
        claim = desk.facts.claims.get(desk.state.place(reviewer, found[0]))
        if claim is not None:
            return desk.places.cite(claim)
        quote = next((row.quote for row in rows if row.claim == found[0] and row.quote), "")
        return f"“{short(quote, QUOTED)}”" if quote else "a claim that is gone"

    return _NAME.sub(told_so, flat(text[:LONGEST]))
