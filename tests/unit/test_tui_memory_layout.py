"""The lines of the card, the header and the screens of memory at any size, with texts that mean harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.review.carrying import Word
from factcheck.review.drafts import blinded
from factcheck.review.history import rows
from factcheck.review.memory import MemoryLog
from factcheck.review.revisions import compared, pairs
from factcheck.review.rounds.adjudicating import differences
from factcheck.tui.layout.card import card
from factcheck.tui.layout.header import header
from factcheck.tui.layout.history import history
from factcheck.tui.layout.line import length, plain
from factcheck.tui.layout.moved import moved
from factcheck.tui.layout.passage import passage
from factcheck.tui.layout.second import second
from factcheck.tui.layout.versions import body
from tests.desks import make_desk
from tests.moved_world import judged_before, later_desk

if TYPE_CHECKING:
    from factcheck.review.desk import Desk

HOSTILE = "\x1b[31m[/red] \u202e 船が座礁した " + "x" * 300
WIDTHS = [60, 80, 100, 120, 200]


def busy_desk(reviewer: str = "r1") -> Desk:
    """Three reviewers with names and notes of the worst sort, before and after the text has changed."""
    log = MemoryLog()
    judged_before(log)
    for name in ("ben\x1b[2J", "anna"):
        desk = later_desk(log, name)
        claim = desk.queue.claims[0]
        desk.judge("unsourced" if name == "anna" else "conflicting")
        desk.write_note(claim, HOSTILE)
        desk.undo()
        desk.redo()
    return later_desk(log, reviewer)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen_and_nothing_steers_the_terminal(width: int) -> None:
    desk = busy_desk()
    acts = rows(desk.state.history)
    (pair,) = pairs(desk)
    lines = [
        *card(desk, width, 5),
        *(line for chosen in range(3) for line in moved(desk, chosen, width, 20)),
        *history(desk, acts, len(acts) - 1, 0, width, 20)[0],
        *second(desk, differences(desk), 0, 0, width, 20)[0],
        *body(compared(pair)[0], width)[0],
    ]
    assert [plain(line) for line in lines if length(line) > width] == []
    assert not any("\x1b" in plain(line) or "\u202e" in plain(line) for line in lines)


@pytest.mark.parametrize("height", [3, 4, 5, 6])
def test_the_card_finds_room_for_the_others_the_reason_and_the_own_note(height: int) -> None:
    desk = busy_desk()
    claim = desk.claim
    assert claim is not None
    desk.keep_draft(claim.id, "my own")
    lines = card(desk, 120, height)
    said = [plain(line) for line in lines]
    assert len(lines) == height
    assert "CONFLICTING" in said[1]
    assert any("anna: ? unsourced" in line and "ben" in line for line in said) == (height < 6)
    assert any("note, not saved: my own" in line for line in said) == (height > 3)
    assert any("agrees: " in line for line in said) == (height > 4)


@pytest.mark.parametrize("width", [30, 60, 72, 80, 100, 120, 200])
def test_the_header_says_at_every_width_that_one_works_blind(width: int) -> None:
    log = MemoryLog()
    log.append([blinded("r1", suggestions=True)])
    desk = make_desk(log)
    line = header(desk, "a session with a name that goes on and on", width)
    assert length(line) <= width
    assert ("blind, no suggestions" in plain(line)) == (width >= 60)


@pytest.mark.parametrize("width", [80, 120, 200])
def test_work_under_way_leaves_the_counts_in_the_header(width: int) -> None:
    desk = make_desk()
    line = plain(header(desk, "harbour fire", width, "comparing again [####......], Esc gives up"))
    assert "judged 0  open 0  unseen 13" in line
    assert "[####......]" in line
    assert ("Esc gives up" in line) == (width > 80)


def test_the_words_of_a_passage_are_marked_without_crossing_signs() -> None:
    words = [
        Word("The", False, False),
        Word("old", True, False),
        Word("ship", True, True),
        Word("sank", False, True),
        Word("fast", True, False),
        Word("today", True, False),
    ]
    assert [plain(line) for line in passage(words, "old", 80)] == [
        "The [-old-] >>[-ship-] sank<< [-fast today-]"
    ]
    assert plain(passage(words, "new", 80)[0]).endswith("{+fast today+}")
    narrow = passage(words, "old", 11)
    assert all(length(line) <= 11 for line in narrow)
    assert " ".join(plain(line) for line in narrow).split() == plain(passage(words, "old", 80)[0]).split()
    assert passage([], "old", 10) == []
