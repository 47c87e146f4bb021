"""The second review as lines: the claims on which reviewers differ, and what each says of the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.remarks import shown
from factcheck.review.rounds.adjudicating import cite
from factcheck.tui.layout.line import BLANK, Line, cut, fit, rule
from factcheck.tui.layout.passage import told
from factcheck.tui.layout.window import window
from factcheck.wording.words import SIGNS, flat, in_marks, verdict_words

if TYPE_CHECKING:
    from factcheck.model import Mark
    from factcheck.review.desk import Desk
    from factcheck.review.rounds.adjudicating import Differences
    from factcheck.review.rounds.adjudication import Dispute

BLIND = (
    "You work blind: what other reviewers decided and wrote is hidden from you everywhere, in this "
    "program and in every report, so that your verdicts are your own.",
    "R reveals it. That is recorded in the log with your name and the time, and it cannot be taken back: "
    "a verdict that you give afterwards is no longer an independent one.",
)
NARROW = 26
"""The least cells of a reviewer's column."""
TITLES = "       claim agree  verdicts"
MOST_LISTED = 2
"""The list takes at most one part in so many of the height."""


def blind(left: int, width: int) -> list[Line]:
    """What a blind reviewer is told instead."""
    open_ = f"{left} of your claims have no verdict yet." if left else "You have judged every claim."
    paragraphs = [[BLANK, *told(words, width)] for words in (*BLIND, open_)]
    return [rule((("second review", "title"),), width), *(line for lines in paragraphs for line in lines)]


def second(
    desk: Desk, found: Differences, chosen: int, top: int, width: int, height: int
) -> tuple[list[Line], int]:
    """The lines and the new top of the list."""
    lines: list[Line] = [
        rule((("second review", "title"),), width),
        ((cut(f" {found}", width), "text"),),
    ]
    if not found.disputes:
        said = "Where two reviewers judge the same claim differently, it is listed here."
        return [*lines, BLANK, *told(said, width)], 0
    lines.append(((cut(TITLES, width), "dim"),))
    room = max(min(len(found.disputes), height // MOST_LISTED - len(lines)), 1)
    top = window(top, chosen, room, len(found.disputes))
    for index, dispute in enumerate(found.disputes[top : top + room], start=top):
        lines.append(_row(desk, dispute, width, chosen=index == chosen))
    return [*lines, *_detail(desk, found.disputes[chosen], width)], top


def _row(desk: Desk, dispute: Dispute, width: int, *, chosen: bool) -> Line:
    """`` > [+] A5    50%    anna !  ben +   “quote”``, under ``TITLES``."""
    signs = "  ".join(
        f"{shown(mark.reviewer)} {SIGNS[mark.verdict]}" for mark in dispute.marks if mark.verdict
    )
    settled = dispute.adjudicated
    done = f"[{SIGNS[settled.verdict]}]" if settled and settled.verdict else "[ ]"
    agreed = "kinds" if dispute.same_verdict else f"{100 * dispute.share:.0f}%"
    text = f" {'>' if chosen else ' '} {done} {fit(_short(desk, dispute), 5)} {fit(agreed, 6)} {signs}"
    text += f"   {in_marks(dispute.text, 80)}"
    tone = "dim" if settled else "text"
    return ((fit(text, width), f"{tone}+chosen" if chosen else tone),)


def _short(desk: Desk, dispute: Dispute) -> str:
    return cite(desk, dispute) if dispute.claim in desk.facts.claims else "-"


def _detail(desk: Desk, dispute: Dispute, width: int) -> list[Line]:
    lines: list[Line] = [rule(((f"{cite(desk, dispute)}", "title"), (f"  {dispute.words}", "dim")), width)]
    lines += [*told(f"{in_marks(dispute.text, 400)}", width, most=3), BLANK]
    each = (width - 1) // max(len(dispute.marks), 1)
    lines += _columns(dispute, each) if each >= NARROW else _rows(dispute, width)
    lines.append(BLANK)
    settled = dispute.adjudicated
    if settled is None or settled.verdict is None:
        lines.append(((" session: not adjudicated", "dim"),))
    else:
        words = f"[{SIGNS[settled.verdict]}] {verdict_words(settled.verdict, settled.kind)}"
        by = f", by {shown(settled.reviewer)} on {settled.at[:10]}"
        lines.append(((" session: ", "dim"), (words, f"{settled.verdict}+bold"), (by, "dim")))
    return lines


def _columns(dispute: Dispute, each: int) -> list[Line]:
    """A column for each reviewer."""
    blocks = [_block(mark, each - 2) for mark in dispute.marks]
    rows = max(map(len, blocks))
    return [
        (
            (" ", "text"),
            *((fit(block[row][0] if row < len(block) else "", each - 2) + "  ",
               block[row][1] if row < len(block) else "text") for block in blocks),
        )
        for row in range(rows)
    ]  # fmt: skip


def _block(mark: Mark, width: int) -> list[tuple[str, str]]:
    note = told(f"“{flat(mark.note)}”", width, most=4) if mark.note else told("no note", width, "dim")
    return [
        (shown(mark.reviewer) + (" (stale)" if mark.stale else ""), "text+bold"),
        (_verdict(mark), f"{mark.verdict or 'text'}+bold"),
        *((line[0][0].removeprefix(" "), line[0][1]) for line in note),
    ]


def _rows(dispute: Dispute, width: int) -> list[Line]:
    """A line for each reviewer, where there are too many for columns."""
    name = min(max(len(shown(mark.reviewer)) for mark in dispute.marks), 16)
    return [
        (
            (f" {fit(shown(mark.reviewer), name)}  ", "text+bold"),
            (f"{_verdict(mark)}", mark.verdict or "text"),
            (
                cut(f" - {flat(mark.note)}" if mark.note else "", width - name - len(_verdict(mark)) - 3),
                "text",
            ),
        )
        for mark in dispute.marks
    ]


def _verdict(mark: Mark) -> str:
    return f"{SIGNS[mark.verdict]} {verdict_words(mark.verdict, mark.kind)}" if mark.verdict else ""
