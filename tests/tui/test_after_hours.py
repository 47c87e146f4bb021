"""What a tired reviewer does at the end of a shift: searches again, leaves, takes back, signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from factcheck.tui.layout.guide import guide
from factcheck.tui.layout.line import plain
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
            assert "no hit for “zebra”" in screen_text(app)
            await pilot.press("escape")
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


async def test_a_verdict_that_rests_on_nothing_says_so() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "s")
        assert "without evidence" in answer(app)
        await pilot.press("g", "c")
        assert "without evidence" not in answer(app)


# --- taking back ----------------------------------------------------------------------------


async def test_z_says_what_was_really_taken_back_and_what_stands_now() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("A")  # all of the fact, on to the next one
        await pilot.press("z", "c", "k", "E", *"https://example.org/log", "enter", "z")
        assert answer(app) == "taken back: change of evidence on A2; it is conflicting, sources disagree"
        await pilot.press("w", "z")
        assert answer(app) == "taken back: kind “reports disagree” on A2; it is conflicting, sources disagree"
        await pilot.press("backspace", "z")
        assert answer(app) == "taken back: clearing of the verdict on A2; it is conflicting, sources disagree"
        await pilot.press("s", "k", "z")
        assert answer(app).startswith("taken back: supported on A2; it is conflicting")
        await pilot.press("z")
        assert answer(app) == "taken back: conflicting on A2"


async def test_what_was_tied_or_parted_is_named_when_it_is_taken_back() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("T")
        assert "are not the same fact" in answer(app)
        await pilot.press("z")
        assert answer(app) == "taken back: B2b and A2 are not the same fact"


# --- the whole fact -------------------------------------------------------------------------


async def test_a_capital_accepts_every_open_claim_of_the_fact_as_one_act() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        fact = app.desk.fact
        assert fact is not None
        await pilot.press("c", "A")
        assert answer(app).startswith("accepted on B2a B2b")
        assert {bool(app.desk.mark(claim)) for claim in fact.claims} == {True}
        assert app.desk.fact != fact
        await pilot.press("z")
        assert answer(app).startswith("taken back: conflicting on B2a B2b C2 C3a D2")
        assert [app.desk.mark(claim) is not None for claim in fact.claims].count(True) == 1


# --- what has changed since -----------------------------------------------------------------


async def test_verdicts_that_differ_from_what_is_suggested_now_can_be_listed() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("u", "f")
        assert re.search("1  verdict differs from suggestion", screen_text(app))


async def test_a_kind_is_called_in_the_filter_what_verdicts_call_it() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "f", "G")
        assert "sources disagree" in screen_text(app)


async def test_evidence_that_tells_another_fact_is_said_beside_the_verdict() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("u", "k")
        app.desk.choose(1)
        await pilot.press("e", "T")
        assert "B2a and A2 are not the same fact; the verdict on A2 still rests on the other" in answer(app)
        assert "evidence of another fact: B2a" in screen_text(app)
        await pilot.press("f")
        assert re.search("1  evidence of another fact", screen_text(app))


# --- what is not guessed --------------------------------------------------------------------


async def test_a_note_says_how_it_gets_on_the_list_to_ask_and_the_footer_what_ends_it() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await until(pilot, lambda: "a draft, and back" in screen_text(app))
        assert "begun with ? it stands on the list “to ask”" in screen_text(app)
        assert "Enter save" in screen_text(app)
        assert "accept" not in screen_text(app)
        await pilot.press(*"? who", "enter")
        await until(pilot, lambda: "accept" in screen_text(app))
        await pilot.press("f")
        assert re.search("1  to ask", screen_text(app))


@pytest.mark.parametrize("words", ["to ask", "candidate"])
async def test_the_palette_finds_a_key_by_what_its_help_says(words: str) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press(*(key if key != " " else "space" for key in words))
        wanted = "note (i)" if words == "to ask" else "no claim (x)"
        await until(pilot, lambda: wanted in screen_text(app))


@pytest.mark.parametrize("width", [80, 120, 200])
async def test_every_group_of_the_help_stands_once(width: int) -> None:
    app = make_app()
    async with app.run_test(size=(width, 24)):
        heads = [plain(line) for line in guide(app.keymap, width) if plain(line).startswith("──")]
        assert len(heads) == len(set(heads))
        assert any("set aside" in plain(line) for line in guide(app.keymap, width))


@pytest.mark.parametrize("width", [80, 120, 200])
async def test_the_report_screen_says_how_to_sign_and_a_search_how_to_judge(width: int) -> None:
    app = make_app()
    async with app.run_test(size=(width, 30)) as pilot:
        await pilot.press("p")
        assert "F sign off" in screen_text(app)
        await pilot.press("q")
        await search(pilot, app, "rust")
        assert "Enter to its claim" in screen_text(app)
        await pilot.press("s")
        assert "a hit is shown, and A2 is in hand" in " ".join(screen_text(app).split())
        assert app.desk.progress().judged == 0
        await pilot.press("enter", "s")
        assert app.desk.progress().judged == 1


# --- what is cut ----------------------------------------------------------------------------


async def test_a_narrow_matrix_points_to_the_articles_beside_it() -> None:
    app = make_app()
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("m")
        assert "›" in screen_text(app)
        assert "‹" not in screen_text(app)
        await pilot.press("l", "l", "l")
        assert "‹" in screen_text(app)
        assert "see below" in screen_text(app)
