"""Correcting who says a claim, wherever the claim is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.desk import Desk
from factcheck.review.memory import MemoryLog
from factcheck.tui.screens.matrix import MatrixScreen
from factcheck.wording.words import BY_HAND
from tests.factories import split_lines, story
from tests.tui.conftest import make_app, screen_text

if TYPE_CHECKING:
    from factcheck.tui.app import FactcheckApp


async def test_in_the_matrix_the_speaker_of_the_cell_is_corrected_and_the_cursor_stays_on_its_claim() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "j", "l")
        matrix = app.screen
        assert isinstance(matrix, MatrixScreen)
        (claim, *_), before = matrix.claims, app.desk.claim
        assert before is not None
        assert claim != before.id
        cite = app.desk.places.cite(app.desk.facts.claims[claim])
        await pilot.press("I")
        assert f"{cite} is said by" in screen_text(app)
        assert "Enter take it" in screen_text(app)
        await pilot.press("x", "escape")
        assert matrix.prompt is None
        assert not app.desk.state.in_force("speaker")
        await pilot.press("I", *"the harbour master", "enter")
        assert matrix.said == f"{cite} is said by the harbour master, by your word; z takes it back"
        assert claim in matrix.claims
        assert own_word(app, claim) == "the harbour master"
        await pilot.press("z")
        assert not app.desk.state.in_force("speaker")
        await pilot.press(*"hhhhhh", "G")
        while matrix.claims:
            await pilot.press("l")
        await pilot.press("I")
        assert matrix.prompt is None
        assert "silent" in matrix.said


async def test_in_the_second_review_the_speaker_of_the_claim_pointed_at_is_corrected() -> None:
    analysis, log = story(), MemoryLog()
    other = Desk(analysis, log, "ana", split=split_lines)
    claim = other.claim
    assert claim is not None
    other.judge("supported")
    app = make_app(analysis, log)
    app.desk.goto(claim.id)
    app.desk.judge("conflicting")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("D", "I")
        assert "is said by" in screen_text(app)
        await pilot.press(*"the harbour master", "enter")
        assert "is said by the harbour master" in screen_text(app)
        assert own_word(app, claim.id) == "the harbour master"
        await pilot.press("I", "escape", "escape")
        assert app.screen is app.review


async def test_a_hit_in_sight_keeps_the_speaker_of_another_claim_as_it_is() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"rust", "enter", "I")
        assert app.review.prompt is None
        assert "a hit is shown" in app.review.said


def own_word(app: FactcheckApp, claim: str) -> str:
    """Who says a claim by a reviewer's word."""
    said = app.desk.facts.claims[claim].attribution
    return said.text if said is not None and said.cue == BY_HAND else ""
