"""What a tired reviewer does at the end of a shift: searches again, leaves, judges two claims of one paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.tui.conftest import answer, make_app, screen_text, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from factcheck.tui.app import FactcheckApp


async def search(pilot: Pilot[None], app: FactcheckApp, words: str) -> None:
    await pilot.press("slash")
    await until(pilot, lambda: isinstance(app.focused, Input))
    await pilot.press(*words, "enter")


# --- searching again ------------------------------------------------------------------------


async def test_each_search_begins_with_an_empty_line_and_up_brings_the_last_one_back() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "rust")
        await search(pilot, app, "hull")
        assert app.desk.query == "hull"
        await pilot.press("slash", "up", "up", "enter")
        assert app.desk.query == "rust"
        await pilot.press("slash", "up", "down", *"book", "enter")
        assert app.desk.query == "book"


async def test_after_a_search_without_a_hit_nothing_is_pointed_at() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l")
        standing = app.desk.claim
        for key in ("t", "enter"):
            await search(pilot, app, "zebra")
            assert answer(app) == "no hit for “zebra”"
            assert not re.search("»[=~!%]", screen_text(app))
            await pilot.press(key)
            assert "h" in answer(app)
            assert "/" in answer(app)
            assert app.desk.claim == standing
        assert not app.desk.state.history


# --- leaving --------------------------------------------------------------------------------


async def test_q_in_the_help_goes_back_to_the_screen_it_was_asked_from() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        for key, name in (("m", "MatrixScreen"), ("H", "HistoryScreen"), ("p", "ReportScreen")):
            await pilot.press(key, "?", "q")
            assert type(app.screen).__name__ == name
            await pilot.press("q")
            assert app.screen is app.review


async def test_q_ends_the_search_then_the_filter_and_then_leaves() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f", "j", "enter")
        shown = len(app.desk.queue)
        await search(pilot, app, "rust")
        await pilot.press("q")
        assert not app.desk.hits
        assert len(app.desk.queue) == shown
        await pilot.press("q")
        assert len(app.desk.queue) == len(app.desk.facts.claims)
        assert app.is_running
        await pilot.press("q")
        assert not app.is_running


async def test_q_asks_once_more_where_a_note_is_half_written() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        assert "q leave" in screen_text(app)
        await pilot.press("i", *"who?", "escape", "q")
        assert "the note on A2" in answer(app)
        await pilot.press("j", "q")
        assert app.is_running
        await pilot.press("q")
        assert not app.is_running


# --- two claims of one paragraph ------------------------------------------------------------


async def test_two_claims_of_one_paragraph_have_names_of_their_own_wherever_one_is_named() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        said = screen_text(app)
        assert "B2a" in said
        assert "B2b" in said
        assert "evidence: B2b C3a" in said
        await pilot.press("j", "j", "T")
        assert "B2" in answer(app)
        await pilot.press("E", *"C3b: treated 62 people", "enter")
        assert "B2b will rest on it: C3 “treated 62 people”" in answer(app)


# --- evidence -------------------------------------------------------------------------------


async def test_the_first_e_links_at_once_and_only_asks_before_it_takes_evidence_out() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e")
        assert "B2b is evidence already" in answer(app)
        await pilot.press("e")
        assert answer(app).startswith("B2b no longer linked")
        await pilot.press("j", "k", "e")
        assert answer(app).startswith("B2b linked")
