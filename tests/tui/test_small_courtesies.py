"""What a tired reviewer must not have to guess: where keys work, what e would do, words that are whole."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.ports import app_for
from factcheck.review.memory import MemoryLog
from factcheck.tui.keys import Keymap
from factcheck.tui.layout.card import card
from factcheck.tui.layout.guide import guide
from factcheck.tui.layout.line import cells, plain
from factcheck.tui.layout.lower import lower
from factcheck.tui.layout.plan import plan
from factcheck.tui.layout.voices import table, title
from tests.desks import matrix_rows
from tests.factories import story
from tests.sessions import STORM, session_of
from tests.tui.conftest import answer, make_app, reports, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.review.desk import Desk
    from factcheck.tui.layout.line import Line

SIZES = [(80, 24), (120, 40)]
LONG = "Coastguard says forty " * 11 + "and that is the last word"


def talkative() -> Desk:
    """A desk on whose first claim there is a long reason."""
    analysis = story()
    suggestions = tuple(replace(each, why=LONG) for each in analysis.comparison.suggestions)
    comparison = replace(analysis.comparison, suggestions=suggestions)
    return make_app(replace(analysis, comparison=comparison)).desk


def words(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(plain(line) for line in lines).split())


# --- what e would do ------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_row_pointed_at_has_a_sign_and_e_asks_before_it_unlinks(size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        assert re.search(r"^»! B2b", screen_text(app), re.MULTILINE)
        assert "e unlinks B2b" in screen_text(app)
        await pilot.press("e")
        assert answer(app).startswith("B2b is evidence already: e again takes it out")
        assert "e unlinks B2b" in screen_text(app)
        await pilot.press("e")
        assert answer(app).startswith("B2b no longer linked")
        assert "e links B2b" in screen_text(app)


def test_just_one_row_has_the_sign_and_the_title_names_it() -> None:
    desk = make_app().desk
    desk.choose_next(1)
    marked = [plain(row) for row in table(desk, 120) if plain(row).startswith("»")]
    assert len(marked) == 1
    assert marked[0].split()[1] == desk.voices[desk.row].where
    desk.choose(0)
    assert "links" not in plain(title(desk, 120, 0, 9))


# --- words that are whole -------------------------------------------------------------------


def test_a_long_reason_takes_rows_that_the_table_leaves_free() -> None:
    desk, shared = talkative(), plan(80, 40, 4)
    assert "the last word" not in words(card(desk, 80, shared.card))
    parts = lower(desk, [(("title", "title"),)], "", shared)
    assert "the last word" in words([*parts[0], *parts[1]])


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
@pytest.mark.parametrize("rows", [0, 2, 99])
def test_the_parts_keep_their_sizes_whatever_is_said(size: tuple[int, int], rows: int) -> None:
    desk, shared = talkative(), plan(*size, 4)
    used = [((f"row {number}", "text"),) for number in range(min(rows, shared.table))]
    for said in ("", "short", "a long answer " * 30):
        parts = lower(desk, used, said, shared)
        assert tuple(map(len, parts)) == (shared.table, shared.card, shared.answer)
        assert parts[0][: len(used)] == used
        assert all(cells(plain(line)) <= size[0] for part in parts for line in part)


def test_a_long_answer_is_wrapped_over_what_is_free_and_cut_only_where_nothing_is() -> None:
    desk, shared = make_app().desk, plan(80, 24, 4)
    said = "supported set on A2 B2 B4 C3, the same value from the same origin; z takes it back and returns"
    free = lower(desk, [(("title", "title"),)], said, shared)
    assert words([*free[0], *free[1], *free[2]]).endswith(said)
    full = lower(talkative(), [((f"row {n}", "text"),) for n in range(shared.table)], said, shared)
    assert plain(full[2][-1]).endswith("…")


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_answer_gives_its_rows_back(size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        # A fact of few mentions: the table has rows to lend.
        await pilot.press("J", "J")
        await until(pilot, lambda: "looking for what comes near" not in screen_text(app))
        before = screen_text(app)
        app.review.say("all of this is told to the very end " * 4 + "and here it is")
        await pilot.pause()
        assert "and here it is" in screen_text(app)
        app.review.say("")
        await pilot.pause()
        assert screen_text(app) == before


def test_where_nothing_is_suggested_no_sign_or_capitals_stand_for_a_verdict() -> None:
    analysis = story()
    suggestions = tuple(
        replace(each, verdict=None, kind="single source", why="only A tells it")
        for each in analysis.comparison.suggestions
    )
    desk = make_app(replace(analysis, comparison=replace(analysis.comparison, suggestions=suggestions))).desk
    said = plain(card(desk, 80, 4)[1])
    assert said == "   no suggestion (a: left open), single source: only A tells it"


async def test_the_card_says_what_accepting_does_where_no_verdict_is_suggested() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        forecast = next(c for c in app.desk.facts.in_text if c.text.startswith("Up to 100"))
        app.desk.goto(forecast.id)
        app.review.redraw()
        await pilot.pause()
        assert "no suggestion (a: left open), forecast" in screen_text(app)
        await pilot.press("a")
        mark = app.desk.mark(forecast.id)
        assert mark is not None
        assert mark.verdict == "left-open"


def test_the_same_is_said_of_a_claim_and_of_a_fact_that_are_judged_when_all_are() -> None:
    desk = make_app().desk
    for claim in desk.facts.in_text:
        desk.goto(claim.id)
        last = desk.accept()
    assert last.endswith("; all claims are judged, p opens the report")
    assert desk.accept_fact() == "this fact is judged already; all claims are judged, p opens the report"
    desk.clear()
    desk.goto(next(c.id for c in desk.facts.in_text if "rust" in c.text))
    assert desk.accept_fact() == "this fact is judged already"


# --- where keys work ------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_keys_of_another_screen_say_which(size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        for key, opens in (("R", "D"), ("F", "p"), ("B", "H")):
            await pilot.press(key)
            assert answer(app).endswith(f"{opens} opens it")
            assert app.screen is app.review


def test_the_help_explains_the_signs_of_the_matrix_and_cuts_nothing() -> None:
    for width in (60, 80, 120):
        lines = [plain(line) for line in guide(Keymap(), width)]
        assert max(map(cells, lines)) <= width
        told = " ".join(" ".join(lines).split())
        assert "!] judged by you: every mention" in told
        assert "!/ judged by you, not every mention alike" in told
        assert "in the tabs: its article" in told


def test_a_fact_judged_in_more_than_one_way_says_so_in_the_matrix() -> None:
    desk = make_app().desk
    desk.advance = False
    fact = desk.fact
    assert fact is not None
    for claim in fact.claims:
        desk.goto(claim)
        desk.judge("supported" if claim != fact.claims[0] else "not-a-claim")
    row = next(row for row in matrix_rows(desk) if row.fact == fact.id)
    assert (row.verdict, row.judged, row.mixed) == ("supported", True, True)
    desk.clear()
    row = next(row for row in matrix_rows(desk) if row.fact == fact.id)
    assert (row.judged, row.mixed) == (False, False)


@pytest.mark.parametrize("size", SIZES)
async def test_the_history_marks_the_lines_that_can_be_undone_to(size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("s", "c", "u", "z", "Z", "H")
        marked = [row[:4] == "  B " for row in screen_text(app).splitlines()[1:6]]
        # Two verdicts before the newest one in force; undo and redo themselves never.
        assert marked == [True, True, False, False, False]
        await pilot.press("G", "B")
        assert "only says what redo did" in screen_text(app)
        assert app.desk.progress().judged == 3


# --- reports --------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_writes_its_report_at_once_and_says_where_and_when(
    size: tuple[int, int], tmp_path: Path
) -> None:
    asked: list[str] = []
    app = make_app(log=MemoryLog(), ports=reports(asked, tmp_path))
    async with app.run_test(size=size) as pilot:
        await pilot.press("p")
        assert "1 to 4 writes at once" in screen_text(app)
        await pilot.press("3")
        await until(pilot, lambda: "written" in "".join(screen_text(app).split()))
        assert asked == ["csv"]
        told = "".join(screen_text(app).split())
        assert re.search(r"writtenat\d\d:\d\d:\d\d:", told)
        assert "report.csv" in told
        await pilot.press("9")
        assert asked == ["csv"]
        assert "4 formats" in screen_text(app)


async def test_only_the_claims_of_one_article_are_shown_after_f_and_the_list_is_left_by_its_key() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        assert "show only" in screen_text(app)
        await pilot.press("G", "enter")
        assert "shown: article" in screen_text(app)
        assert {app.desk.facts.claims[claim].article for claim in app.desk.queue.claims} == {"a4"}
        await pilot.press("m", "f", "g", "enter")
        assert "matrix" in screen_text(app)
        assert app.desk.progress().shown == app.desk.progress().total


async def test_a_known_speaker_is_offered_while_one_types_and_an_empty_line_names_nobody() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("I")
        prompt = app.review.prompt
        assert prompt is not None
        assert prompt.input.selected_text == prompt.input.value != ""
        await pilot.press("k", "e", "l")
        await until(pilot, lambda: "Kelm hospital" in screen_text(app))
        await pilot.press("tab", "enter")
        assert app.desk.voices[0].said_by == "Kelm hospital (by hand)"
        await pilot.press("I", "backspace", "enter")
        assert app.desk.voices[0].said_by == "nobody named"
        await pilot.press("I", "x", "escape")
        assert app.desk.voices[0].said_by == "nobody named"


# --- whose verdicts these are ---------------------------------------------------------------


async def test_the_copy_of_a_sample_says_that_it_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))
    anew = "factcheck demo harbour-fire --fresh"
    with session_of(tmp_path, {"post": STORM}) as workspace:
        first = app_for(workspace, "anna", anew=anew)
        assert not any("opened again" in each for each in first.ports.notices), "nothing was done in it"
        first.desk.judge("supported")
        (event,) = workspace.store.events()
        app = app_for(workspace, "anna", anew=anew)
        claims = len(app.desk.facts.claims)
        line = f"opened again: your copy of {event.at[:10]}, judged 1 of {claims}; `{anew}` makes a new one"
        async with app.run_test(size=(140, 40)):
            assert app.review.said.startswith(line)
        assert not any("opened again" in each for each in app_for(workspace, "anna").ports.notices)
