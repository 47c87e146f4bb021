"""The library: what was open before, samples, and a new session asked for question by question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.cli.app import fill, remembered
from factcheck.cli.library import LocalShelf, overrides
from factcheck.session import Far, SessionFolder, remember_session
from factcheck.tui.library import Chosen, Library

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "config"))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "post.txt").write_text(
        "Source: The Post\nDate: 2025-03-05\n\nStorm\n\nNine barges sank in Halden, the port said.\n"
    )
    (tmp_path / "notes" / "wire [1].txt").write_text(
        "Barges lost\n\nTwelve barges sank in Halden on Monday.\n"
    )
    return tmp_path


def text(app: App[Chosen]) -> str:
    height = app.size.height
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips()[:height])


async def test_a_session_is_listed_with_how_far_it_is_and_enter_opens_it(files: Path) -> None:
    folder = made(files)
    remember_session(folder, "Storm [/red]", None, Far("~anna", 3, 2, 7))
    app = Library(LocalShelf())
    async with app.run_test(size=(100, 24)) as pilot:
        assert "Storm [/red]   2" in text(app)
        assert "anna: 3 of 12 claims judged, 2 left open, 7 without a verdict" in text(app)
        assert "Sample: " in text(app)
        await pilot.press("enter")
    assert app.return_value == Chosen("open", str(folder.resolve()))


def made(files: Path) -> Path:
    folder = files / "story"
    fill(folder, [str(files / "notes")], ())
    return folder


async def test_a_new_session_asks_once_for_the_source_and_date_that_an_article_lacks(files: Path) -> None:
    app = Library(LocalShelf())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *str(files / "no"), "tab")
        assert app.asking.value == f"{files / 'notes'}/"
        assert "Enter takes it   Esc back to the list" in text(app)
        assert "n new session" not in text(app), "n is typed here"
        await pilot.press("enter", "enter")
        assert "wire [1].txt" in text(app)
        assert "Who published it" in text(app)
        await pilot.press(*"Tide Wire", "enter", *"soon", "enter")
        assert "is no date" in text(app)
        await pilot.press(*["backspace"] * 4, *"6 March 2025", "enter")
        assert "2025-03-06" in text(app)
        assert "Your name" in text(app)
        await pilot.press(*"Ana Kos", "enter")
        assert "Tide Wire, 2025-03-06" in text(app)
        assert "The folder of the new session" in text(app)
        await pilot.press("ctrl+u", *str(files / "story"), "enter")
    chosen = app.return_value
    assert chosen is not None
    assert chosen.name == str(files / "story")
    assert chosen.reviewer == "Ana Kos"
    fill(files / "story", chosen.paths, (), overrides(chosen.said))
    told = {entry.source: entry.published for entry in SessionFolder.open(files / "story").config.articles}
    assert told == {"The Post": "2025-03-05", "Tide Wire": "2025-03-06"}


async def test_what_is_not_there_is_said_and_esc_goes_back_to_the_list(files: Path) -> None:
    app = Library(LocalShelf())
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("n", "enter")
        assert "no article yet" in text(app)
        await pilot.press(*"nowhere/*.txt", "enter")
        assert "nothing is there" in text(app)
        await pilot.press("escape")
        assert "New session from article files" in text(app)
        await pilot.press("escape")
    assert app.return_value is None


async def test_esc_and_up_go_back_to_the_question_before_and_its_answer_is_mended(files: Path) -> None:
    app = Library(LocalShelf())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *str(files / "notes"), "enter", "enter", *"Tyde Wire", "enter", *"2025-03-06")
        await pilot.press("enter", "escape", "up")
        assert app.asking.value == "Tyde Wire"
        await pilot.press(*["backspace"] * 8, *"ide Wire", "enter")
        assert app.asking.value == "2025-03-06"
        await pilot.press("enter", "enter", "escape", "escape", "escape", "escape")
        assert "Tab completes" in text(app)
        await pilot.press("enter", "enter", "enter", "enter", "ctrl+u", *str(files / "story"), "enter")
    chosen = app.return_value
    assert chosen is not None
    assert list(chosen.said.values()) == [{"source": "Tide Wire", "published": "2025-03-06"}]


async def test_a_date_that_is_typed_once_too_often_names_no_folder(files: Path) -> None:
    app = Library(LocalShelf())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("n", *str(files / "notes"), "enter", "enter", "enter", "enter", "enter")
        assert "The folder of the new session" in text(app)
        await pilot.press("ctrl+u", *"2025-03-06", "enter")
        assert "“2025-03-06” is a date" in text(app)
        assert app.is_running
        await pilot.press("enter")
    assert app.return_value is not None
    assert app.return_value.name == "2025-03-06"


async def test_the_list_of_sessions_explains_its_keys_and_q_goes_back_to_it(files: Path) -> None:
    app = Library(LocalShelf())
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("?")
        assert "a sample opens as a copy of your own" in text(app)
        await pilot.press("q")
        assert app.is_running
        assert "New session from article files" in text(app)
        await pilot.press("q")
    assert app.return_value is None


def test_a_name_that_was_given_is_offered_the_next_time(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(files / "config"))
    assert LocalShelf().reviewer == ""
    assert remembered("Ana Kos") == []
    assert LocalShelf().reviewer == "Ana Kos"
