"""Keys that come faster than the screen: none is lost, and each goes where it would go if typed slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.command import CommandList, CommandPalette

from factcheck.tui.screens.matrix import MatrixScreen
from tests.tui.conftest import answer, make_app, reports, screen_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from factcheck.tui.app import FactcheckApp

NAMES = {" ": "space", "\r": "enter", "\b": "backspace", "\x1b": "escape", "/": "slash"}


def burst(app: FactcheckApp, typed: str) -> None:
    """All keys at once, before the app has handled the first."""
    for character in typed:
        name = NAMES.get(character, character)
        app.post_message(events.Key(name, character if character.isprintable() else None))


async def test_p_and_enter_in_one_burst_write_the_report(tmp_path: Path) -> None:
    written: list[str] = []
    app = make_app(ports=reports(written, tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "p\rj\rq")
        await until(pilot, lambda: written == ["html", "md"] and app.screen is app.review)


async def test_keys_pressed_before_the_text_was_there_judge_nothing_and_are_counted() -> None:
    app = make_app()
    # A terminal keeps what is typed while a program loads and hands it over at the start.
    app.call_later(burst, app, "S.CUXz")
    burst(app, "si note\r")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "pressed before the text was there were not taken" in screen_text(app))
        assert app.desk.state.history == []
        assert app.review.prompt is None
        await pilot.press("s")
        assert app.desk.progress().judged == 1


async def test_keys_after_m_move_in_the_matrix() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "mjl")
        await pilot.pause()
        matrix = app.screen
        assert isinstance(matrix, MatrixScreen)
        assert matrix.row is not None
        assert (matrix.row.label, matrix.column) == ("per Kelm hospital", 1)
        burst(app, "mmqmq")
        await until(pilot, lambda: app.screen is app.review and len(app.screen_stack) == 1)


async def test_q_pressed_twice_on_another_screen_leaves_that_screen_and_not_the_app() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "mqqs")
        await until(pilot, lambda: app.desk.progress().judged == 1)
        assert app.is_running
        assert app.screen is app.review
        await until(pilot, lambda: not app.just_back)
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running)


async def test_text_after_the_search_key_is_searched_and_the_keys_after_it_are_keys() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "/injurt\bed\rn")
        await until(pilot, lambda: "hit 2 of" in answer(app))
        assert app.desk.query == "injured"
        assert app.review.prompt is None


async def test_text_after_the_note_key_is_the_note() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        claim = app.desk.claim
        burst(app, "iask s\r")
        await until(pilot, lambda: app.desk.note() == "ask s")
        assert app.review.prompt is None
        assert app.desk.claim == claim
        burst(app, "i more\x1bj")
        await until(pilot, lambda: app.desk.claim != claim)
        assert claim is not None
        assert app.desk.note_drafts[claim.id] == "ask s more"


async def test_a_note_on_the_claim_just_judged_needs_no_way_back() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, ",")
        await until(pilot, lambda: "nothing has been judged" in answer(app))
        first = app.desk.claim
        assert first is not None
        burst(app, "c,whose figure?\r")
        await until(pilot, lambda: app.desk.note_on(first) == "whose figure?")
        assert answer(app) == "note on A2 saved; z takes it back"
        assert app.desk.claim != first
        assert not app.desk.note()


async def test_a_name_typed_after_the_key_for_who_says_it_takes_the_place_of_todays() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        burst(app, "IJon Faal\rj")
        await until(pilot, lambda: app.desk.state.in_force("speaker") != ())
        (said,) = app.desk.state.in_force("speaker")
        assert said.detail == "Jon Faal"
        await until(pilot, lambda: app.desk.claim is not None and app.desk.claim.id != said.claim)


async def palette(app: FactcheckApp, pilot: Pilot[None]) -> None:
    """Open it, with one action found."""
    await pilot.press("colon", *"leave open")
    await until(pilot, lambda: isinstance(app.screen, CommandPalette))
    listed = app.screen.query_one(CommandList)
    await until(pilot, lambda: listed.highlighted is not None and listed.option_count == 1)


async def test_enter_pressed_twice_in_the_palette_acts_once() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await palette(app, pilot)
        burst(app, "\r\r\r")
        await until(pilot, lambda: app.screen is app.review and app.desk.progress().open > 0)
        await pilot.pause()
        assert app.desk.progress().open == 1


@pytest.mark.parametrize("typed", ["\r\x1b\x1b", "\x1b\x1b"])
async def test_what_closes_the_palette_twice_closes_nothing_below_it(typed: str) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await palette(app, pilot)
        burst(app, typed)
        await until(pilot, lambda: app.screen is app.review)
        await pilot.pause()
        await pilot.press("s")
        assert app.desk.progress().judged == 1
