"""A window that changes its size in the middle of something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.geometry import Size

from factcheck.cli.ports import app_for
from factcheck.tui.ports import Ports
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.rule_editor import RuleEditor
from factcheck.tui.widgets.text_pane import TextPane
from tests.sessions import RULES, STORM, session_of
from tests.tui.conftest import make_app, screen_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.tui.app import FactcheckApp


def line_of(app: FactcheckApp, words: str) -> int:
    """The number of the first line with these words; -1 where there is none."""
    lines = screen_text(app).splitlines()
    return next((number for number, line in enumerate(lines) if words in line), -1)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_line_to_type_into_moves_nothing_and_takes_the_place_of_the_answer(
    size: tuple[int, int],
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("j")
        before = line_of(app, "who says what")
        await pilot.press("i", *"why")
        await until(pilot, lambda: line_of(app, "Enter save") == line_of(app, "note on") + 1 > 0)
        assert line_of(app, "who says what") == before
        # The same where the window got its size while somebody typed.
        await pilot.resize_terminal(200, 50)
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: line_of(app, "who says what") == before)
        assert line_of(app, "Enter save") == line_of(app, "note on") + 1
        await pilot.press("escape")
        await until(pilot, lambda: "kept as a draft" in screen_text(app))
        assert line_of(app, "who says what") == before


async def test_what_may_be_typed_stands_below_the_line_and_leaves_it_its_width() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E", *"https://k.example/a/rather/long/address/of/a/page")
        text = screen_text(app)
        assert "evidence on A2: https://k.example/a/rather/long/address/of/a/page" in text
        assert "URL | archive link | day seen | “quote”, or A5: words" in text


async def test_whoever_reads_the_text_alone_gets_the_table_back_in_a_wide_window() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        assert "who says what" not in screen_text(app)
        await pilot.resize_terminal(120, 40)
        assert "who says what" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        assert "who says what" not in screen_text(app)
        await pilot.press("tab")
        assert "who says what" in screen_text(app)


async def test_a_report_that_is_looked_at_is_wrapped_to_the_window_it_stands_in() -> None:
    said = "twenty words " * 9
    app = make_app(ports=Ports(report=lambda _form, _only: lambda _tell: said))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p", "space")
        await until(pilot, lambda: "line 1 of 1 " in screen_text(app))
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "line 1 of 2 " in screen_text(app))
        assert screen_text(app).count("twenty") == 9


async def test_a_line_to_type_into_may_open_before_a_new_size_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        # The screen has its new size already; the event that has all drawn anew waits behind the key.
        with monkeypatch.context() as early:
            early.setattr(ReviewScreen, "size", Size(200, 50))
            await pilot.press("i")
            # A pane that moves now has its line of titles drawn.
            app.review.panes[0].post_message(TextPane.Moved())
            await pilot.pause()
            assert "note on" in screen_text(app)
            await pilot.press("escape")
        await pilot.resize_terminal(200, 50)
        await until(pilot, lambda: app.review.plan.panes == len(app.review.views) == 3)


async def test_in_too_small_a_window_no_key_acts_on_what_nobody_sees() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        claim = app.desk.claim
        await pilot.resize_terminal(50, 10)
        await until(pilot, lambda: "no other key acts" in " ".join(screen_text(app).split()))
        await pilot.press("s", "x", "C", ".", "j", "t", "m", "i", "x", "enter")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "who says what" in screen_text(app))
        assert app.screen is app.review
        assert (app.desk.claim, app.desk.state.history) == (claim, [])


async def test_a_line_that_a_small_window_hides_takes_no_text_and_is_there_again_afterwards() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", *"why")
        await pilot.resize_terminal(50, 10)
        await until(pilot, lambda: "too small" in screen_text(app))
        await pilot.press("s", "enter")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "who says what" in screen_text(app))
        await pilot.press("?", "enter")
        assert app.desk.note() == "why?"


async def test_in_too_small_a_window_q_says_what_is_half_done_and_leaves_when_pressed_again() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", *"why", "escape")
        await pilot.resize_terminal(50, 10)
        await until(pilot, lambda: "too small" in screen_text(app))
        await pilot.press("q")
        await until(pilot, lambda: "not saved yet: the note on" in " ".join(screen_text(app).split()))
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running)


SCREENS = ("m", "D", "H", "M", "V", "p", "f", "r", "r j e", "question_mark")


@pytest.mark.parametrize("keys", SCREENS)
async def test_no_screen_takes_a_key_where_it_cannot_be_seen(tmp_path: Path, keys: str) -> None:
    with session_of(tmp_path, {"post": STORM}, RULES) as session:
        app = app_for(session, "anna")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("s", *keys.split())
            await until(pilot, lambda: app.screen is not app.review and not app.work.awaited)
            await pilot.pause()
            screen, title = app.screen, screen_text(app).splitlines()[0]
            acts, yaml = session.store.events(), (session.folder.path / "session.yaml").read_bytes()
            await pilot.resize_terminal(50, 10)
            await until(pilot, lambda: "no other key acts" in " ".join(screen_text(app).split()))
            await pilot.press(*"suxcaXSzBRF", "j", "enter", "1", "i", *"note", "enter", "escape", "ctrl+s")
            await pilot.click(offset=(5, 4))
            await pilot.resize_terminal(80, 24)
            await until(pilot, lambda: screen_text(app).splitlines()[0] == title)
            assert app.screen is screen
            assert session.store.events() == acts
            assert (session.folder.path / "session.yaml").read_bytes() == yaml


async def test_what_is_pasted_where_nothing_is_seen_goes_into_no_hidden_line() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", *"why")
        await pilot.resize_terminal(50, 10)
        await until(pilot, lambda: "too small" in screen_text(app))
        app.post_message(events.Paste("from elsewhere"))
        await pilot.press("left", "delete", "ö")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "who says what" in screen_text(app))
        await pilot.press("?", "enter")
        assert app.desk.note() == "why?"


async def test_a_rule_half_typed_is_not_left_by_one_slip_in_too_small_a_window(
    tmp_path: Path,
) -> None:
    with session_of(tmp_path, {"post": STORM}, RULES) as session:
        app = app_for(session, "anna")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("r", "j", "e")
            await until(pilot, lambda: isinstance(app.screen, RuleEditor))
            await pilot.press("x")
            await pilot.resize_terminal(50, 10)
            await until(pilot, lambda: "too small" in screen_text(app))
            await pilot.press("q")
            await until(pilot, lambda: "q again drops" in " ".join(screen_text(app).split()))
            assert isinstance(app.screen, RuleEditor)
            await pilot.press("q")
            await until(pilot, lambda: not isinstance(app.screen, RuleEditor))
