"""The lower part of the review screen: table, card and answer, which lend each other rows.

What has more to say takes the rows that are free above it. The parts keep their sizes on the screen and
only what is painted in them moves, so that a step lays nothing out anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.layout.card import card, grown_card, used
from factcheck.tui.layout.line import BLANK, Line, cut, rule
from factcheck.tui.layout.wrap import wrap_words
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.review.desk import Desk
    from factcheck.tui.layout.plan import Plan

SPOKEN = 2
"""So many lines of the card the sentence behind a row may take for as long as it is asked for."""


MISSING = 2
"""So many rows of the table that are out of sight the card makes room for, where it has lines to spare."""


def room_for_rows(desk: Desk, rows: int, shared: Plan) -> int:
    """How many rows of the table are in sight: a last one or two need not hide behind an empty line."""
    missing = rows - shared.voices
    if not 0 < missing <= MISSING:
        return shared.voices
    spare = shared.card - used(card(desk, shared.width, shared.card))
    return shared.voices + (missing if missing <= spare else 0)


def lower(
    desk: Desk, table: Sequence[Line], answer: str, shared: Plan, *, whole: bool = False
) -> tuple[list[Line], list[Line], list[Line]]:
    """The lines of the three parts, each as many as its part has.

    ``table`` are the lines that the table needs, its title included. With ``whole`` the card says all that
    it has to say, over the rows of the table.
    """
    if whole:
        room = shared.table + shared.card
        more = len(foot(desk, answer, shared.width, 1 + SPOKEN)) - 1
        full = card(desk, shared.width, room - more)
        table = table[: room - more - used(full)]
        shown = full[: room - more - len(table)]
    else:
        shown = _beside(desk, table, shared)
    return _parts(desk, table, shown, answer, shared)


def says_all(desk: Desk, table: Sequence[Line], shared: Plan) -> bool:
    """Whether the card beside a table of these lines says all that it has to say already."""
    full, shown = card(desk, shared.width, shared.table + shared.card), _beside(desk, table, shared)
    return full[: used(full)] == shown[: used(shown)]


def _beside(desk: Desk, table: Sequence[Line], shared: Plan) -> list[Line]:
    """The card in its own lines, and in those that the table leaves."""
    room = shared.table + shared.card
    least = min(shared.card, room - len(table))
    return grown_card(desk, shared.width, least, room - least - len(table))


def _parts(
    desk: Desk, table: Sequence[Line], card: list[Line], answer: str, shared: Plan
) -> tuple[list[Line], list[Line], list[Line]]:
    unused = len(card) - used(card)
    free = shared.table + shared.card - len(table) - len(card)
    lent = min(SPOKEN, len(card) - 2) if answer and answer == flat(row_in_full(desk)) else 0
    said = foot(desk, answer, shared.width, 1 + max(unused + free, lent, 0))
    more = len(said) - 1
    # The card gives up what it does not use before it moves up, and its last lines to what was asked for.
    card = card[: len(card) - max(min(unused, more), more - free)]
    tail = [rule((), shared.width)] * (shared.answer - 1) + said
    gap = shared.table + shared.card - len(table) - len(card) - more
    body = [*table, *([BLANK] * gap), *card, *tail[:more]]
    return body[: shared.table], body[shared.table :], tail[more:]


def foot(desk: Desk, answer: str, width: int, most: int) -> list[Line]:
    """The answer; while there is none, the whole sentence behind the few words of the row pointed at."""
    return told(answer, width, most) if answer else told(row_in_full(desk), width, most, "dim")


def row_in_full(desk: Desk) -> str:
    """Why the mention pointed at stands as its row says; empty while hits stand in place of the table."""
    if desk.query:
        return ""
    pointed = desk.voices[desk.row] if desk.row < len(desk.voices) else None
    return f"{pointed.where}: {pointed.why}" if pointed is not None and pointed.why else ""


def told(answer: str, width: int, most: int, tone: str = "answer") -> list[Line]:
    """The answer wrapped into one to ``most`` lines, cut where that is not enough."""
    rows = wrap_words(flat(answer), width - 1) or [""]
    kept = rows[:most]
    if len(rows) > most:
        kept[-1] = cut(f"{kept[-1]} {rows[most]}", width - 1)
    return [((f" {row}", tone),) if row else BLANK for row in kept]
