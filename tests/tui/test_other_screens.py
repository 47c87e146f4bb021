"""Matrix, report, help and palette."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from rich.style import Style
from textual.command import CommandList
from textual.events import Click

from factcheck.problems import BadInput, Problem
from factcheck.tui.ports import Ports, Task
from factcheck.tui.screens.matrix import MatrixScreen
from tests.tui.conftest import answer, make_app, reports, says, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pytest


async def test_the_matrix_opens_on_the_claim_in_hand_moves_and_goes_there() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        matrix = app.screen
        assert isinstance(matrix, MatrixScreen)
        assert (matrix.spot, matrix.column) == ((0, 1), 0)
        await pilot.press("j", "l")
        assert "“62 injured”" in screen_text(app)
        await pilot.press("enter")
        assert app.screen is app.review
        assert app.desk.claim is not None
        assert app.desk.claim.text == "62 injured"


async def test_the_matrix_judges_a_cell_and_stays_on_it() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", "C")
        matrix = app.screen
        assert isinstance(matrix, MatrixScreen)
        assert (matrix.spot, matrix.column) == ((0, 1), 0)
        assert app.desk.progress().conflicting == 4
        assert "z takes it back" in screen_text(app)
        await pilot.press("z", "l", "l", "l", "j", "s")
        assert "silent" in screen_text(app)
        assert app.desk.progress().judged == 0
        assert app.desk.advance is True


async def test_a_click_in_the_matrix_chooses_a_cell_and_two_go_there() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        matrix = app.screen
        assert isinstance(matrix, MatrixScreen)
        await pilot.click(matrix.body, offset=(70, 2))
        assert (matrix.spot, matrix.column) == ((0, 2), 2)
        await pilot.click(matrix.body, offset=(70, 2), times=2)
        await until(pilot, lambda: app.screen is app.review)
        assert app.desk.claim is not None
        assert app.desk.claim.text == "treated 62 people"


async def test_a_report_is_written_in_the_chosen_format_and_its_place_is_said(tmp_path: Path) -> None:
    asked: list[str] = []
    app = make_app(ports=reports(asked, tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p", "j", "enter")
        await until(pilot, lambda: says(app, "report.md"))
        assert asked == ["md"]
        await pilot.press("escape")
        assert app.screen is app.review


async def test_a_report_that_cannot_be_written_says_why() -> None:
    def full(text: str, form: str, place: Path | None) -> Path:
        raise OSError(28, "No space left on device", "report.html")

    def refused(text: str, form: str, place: Path | None) -> Path:
        raise BadInput(Problem("report.html", "not written", "it is a folder", "move it"))

    for write, said in ((full, "No space left"), (refused, "it is a folder"), (None, "factcheck export")):
        app = make_app(ports=Ports(report=lambda _form, _only: lambda _tell: "", write=write))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("p", "enter")
            await until(pilot, partial(says, app, said))


async def test_a_browser_has_the_terminal_to_itself_while_it_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that draws in the terminal, or says there why it does not start, would spoil the screen."""
    happened: list[str] = []

    @contextmanager
    def suspend() -> Iterator[None]:
        happened.append("given away")
        yield
        happened.append("taken back")

    def browse(_url: str) -> bool:
        happened.append("browser")
        return False

    monkeypatch.setattr("webbrowser.open", browse)
    app = make_app(ports=reports([], tmp_path))
    monkeypatch.setattr(app, "suspend", suspend)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "enter")
        await until(pilot, lambda: says(app, "written at"))
        await pilot.press("o")
        assert happened == ["given away", "browser", "taken back"]
        assert says(app, "nothing here opens it")


async def test_the_help_scrolls_and_closes() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("?")
        assert "Independent articles back this claim" in screen_text(app)
        await pilot.press("G")
        assert "has the same owner as C" in screen_text(app)
        await pilot.press("g", "?")
        assert app.screen is app.review


async def test_the_palette_finds_an_action_and_runs_it() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon")
        await until(pilot, lambda: app.screen is not app.review)
        await pilot.press(*"leave open")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.review and app.desk.progress().open == 1)
        assert answer(app).startswith("left open set on A2")


async def test_the_palette_in_a_window_without_room_for_it_turns_no_page_and_goes_on() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"open")
        listed = app.screen.query_one(CommandList)
        await until(pilot, lambda: listed.highlighted is not None)
        await pilot.resize_terminal(20, 2)
        await pilot.press("pageup", "pagedown", "escape")
        await until(pilot, lambda: app.screen is app.review)


async def test_a_click_on_a_line_of_the_palette_that_has_just_gone_chooses_nothing() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"open")
        listed = app.screen.query_one(CommandList)
        await until(pilot, lambda: listed.highlighted is not None)
        drawn = Style(meta={"option": listed.option_count - 1})
        x, y = listed.region.x + 4, listed.region.y + 1
        click = Click(listed, 4, 1, 0, 0, 1, False, False, False, screen_x=x, screen_y=y, style=drawn)
        listed.clear_options()
        listed.post_message(click)
        await pilot.pause()
        assert app.screen is not app.review
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.review)


async def test_a_key_that_means_nothing_on_a_screen_says_so_or_does_nothing() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", "i")
        assert "? lists the keys" in screen_text(app)
        await pilot.press("q", "f9")
        assert app.screen is app.review


async def test_the_report_is_looked_at_first_and_written_where_one_says_with_what_one_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, tuple[str, ...]]] = []
    asked: list[Path | None] = []

    def report(form: str, only: Sequence[str]) -> Task[str]:
        made.append((form, tuple(only)))
        text = [f"# Report of {' '.join(only) or 'all'} [/red]", *(f"line {n}" for n in range(60))]
        return lambda tell: "\n".join(text)

    def write(text: str, form: str, place: Path | None) -> Path:
        asked.append(place)
        return tmp_path / f"report.{form}"

    opened: list[str] = []

    def browse(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    app = make_app(ports=Ports(report=report, write=write))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("p", "space")
        await until(pilot, lambda: "# Report of all [/red]" in screen_text(app))
        await pilot.press("space", "space")
        assert "line 40" in screen_text(app)
        await pilot.press("f")
        await until(pilot, lambda: "Report of supported conflicting unsourced" in screen_text(app))
        await pilot.press("q", "o")
        assert "nothing is written yet" in screen_text(app)
        await pilot.press("i", *str(tmp_path), "enter", "enter")
        await until(pilot, lambda: says(app, "written at"))
        assert asked == [tmp_path]
        assert made[-1] == ("html", ("supported", "conflicting", "unsourced"))
        await pilot.press("o")
        assert opened == [(tmp_path / "report.html").as_uri()]
        await pilot.press("q")
        assert app.screen is app.review
