"""The moved text as lines: one proposal, old beside new, and under it what stands nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.carrying import lost, passages, sureness, waiting
from factcheck.tui.layout.line import BLANK, Line, cut, rule
from factcheck.tui.layout.passage import beside, column, indented, passage, told
from factcheck.tui.layout.plan import TWO_PANES
from factcheck.tui.layout.window import window
from factcheck.wording.words import SIGNS, count, flat, in_marks, verdict_words

if TYPE_CHECKING:
    from factcheck.model import Mark
    from factcheck.review.anchoring.placement import Proposal
    from factcheck.review.carrying import Lost
    from factcheck.review.desk import Desk

LIST = 3
"""The share of the height that the list below takes at most: one part in so many."""


def moved(desk: Desk, chosen: int, width: int, height: int) -> list[Line]:
    """``chosen`` counts through the proposals and then what stands nowhere."""
    proposals, gone = waiting(desk), lost(desk)
    below = _gone(gone, chosen - len(proposals), width, max(height // LIST, 3)) if gone else []
    room = height - len(below)
    lines: list[Line]
    if chosen < len(proposals):
        lines = _proposal(desk, proposals[chosen], chosen, len(proposals), width, room)
    elif gone:
        lines = _nowhere(gone[min(chosen - len(proposals), len(gone) - 1)], len(proposals), width)
    else:
        lines = [_title(0, 0, width), BLANK, *told("nothing waits: every verdict stands where it was given, "
                                                   "or where you said", width)]  # fmt: skip
    return [*lines[:room], *([BLANK] * (room - len(lines))), *below]


def _title(number: int, many: int, width: int) -> Line:
    which: Line = ((f"{number} of {many}", "dim"),) if many else ()
    return rule((("moved text", "title"),), width, which)


def _proposal(desk: Desk, proposal: Proposal, chosen: int, many: int, width: int, room: int) -> list[Line]:
    mark = desk.mark(proposal.claim)
    cite = desk.places.cite_at(proposal.article, proposal.now.start)
    lines = [_title(chosen + 1, many, width), *_verdict(mark, width)]
    lines += [*told(f"does it stand at {cite} now? {sureness(proposal)}", width, most=2), BLANK]
    before, after = passages(desk, proposal)
    then, now = f"as it was judged ({_day(mark)})", f"as {cite} reads now"
    if width >= TWO_PANES:
        share = column(width - 1)
        left: list[Line] = [((then, "title"),), *passage(before, "old", share)]
        right: list[Line] = [((now, "title"),), *passage(after, "new", share)]
        lines += indented(beside(left, right, width - 1))
    else:
        each = max((room - len(lines) - 3) // 2, 1)
        lines += [((f" {then}", "title"),), *_some(indented(passage(before, "old", width - 2)), each)]
        lines += [((f" {now}", "title"),), *_some(indented(passage(after, "new", width - 2)), each)]
    key: Line = (("   [-gone-] {+new+} >>the claim<<", "dim"),)
    return [*lines, key] if len(lines) < room else lines


def _some(lines: list[Line], most: int) -> list[Line]:
    return lines if len(lines) <= most else [*lines[: most - 1], ((" …", "dim"),)]


def _day(mark: Mark | None) -> str:
    return mark.at[:10] if mark else "undated"


def _verdict(mark: Mark | None, width: int) -> list[Line]:
    """The verdict that hangs on it, and the note."""
    if mark is None:
        return []
    lines: list[Line] = []
    if mark.verdict is not None:
        words = f"[{SIGNS[mark.verdict]}] {verdict_words(mark.verdict, mark.kind)}"
        lines.append(((" your verdict: ", "dim"), (words, f"{mark.verdict}+bold")))
    if mark.note:
        lines.append(((cut(f" note: {flat(mark.note)}", width), "text"),))
    return lines


def _nowhere(found: Lost, proposals: int, width: int) -> list[Line]:
    """One that has no place, in full."""
    said = f"{count(proposals, 'proposal')} above" if proposals else "nothing is proposed for it"
    return [
        rule((("moved text", "title"),), width, ((said, "dim"),)),
        *_verdict(found.mark, width),
        *told(f"stands nowhere now; it stood in {found.place}:", width, "dim", most=2),
        *told(found.context, width, most=8),
    ]


def _gone(gone: tuple[Lost, ...], chosen: int, width: int, height: int) -> list[Line]:
    """The list under a rule: one line each."""
    title = f"{count(len(gone), 'verdict')} without a place, kept with notes and quotes"
    room = min(len(gone), height - 1)
    top = window(0, max(chosen, 0), room, len(gone))
    lines: list[Line] = [rule(((title, "title"),), width)]
    for index, each in enumerate(gone[top : top + room], start=top):
        sign = f"[{SIGNS[each.mark.verdict]}]" if each.mark.verdict else "   "
        note = f" - {flat(each.mark.note)}" if each.mark.note else ""
        here = index == chosen
        text = f"{sign} {in_marks(each.quote, 60)}{note}   {each.place}"
        tone = each.mark.verdict or "text"
        lines.append(((cut(f" {'>' if here else ' '} {text}", width), f"{tone}+chosen" if here else tone),))
    return lines
