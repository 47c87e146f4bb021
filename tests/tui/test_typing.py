"""Lines that people type: pasted text, answers that are refused, notes that are begun."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from textual import events

from factcheck.cli.ports import app_for
from factcheck.tui.ports import Ports
from factcheck.tui.screens.report import ReportScreen
from factcheck.workspace import open_workspace
from tests.sessions import STORM, session_of
from tests.tui.conftest import answer, make_app, screen_text, until

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.tui.app import FactcheckApp

SIZES = [(60, 16), (80, 24), (120, 40)]


def paste(app: FactcheckApp, text: str) -> None:
    app.post_message(events.Paste(text))


async def test_of_what_is_pasted_into_a_note_nothing_is_lost() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        claim = app.desk.claim
        app.post_message(events.Key("i", "i"))
        paste(app, "כמה נהרגו\tbarges 🚢\r\n\n  ask the port\x1b[31m\nthen the \u2028mayor \n")
        app.post_message(events.Key("exclamation_mark", "!"))
        await until(pilot, lambda: "4 lines pasted as one with “/” between them" in screen_text(app))
        await pilot.press("enter")
        assert claim is not None
        mark = app.desk.mark(claim.id)
        assert mark is not None
        assert mark.note == "כמה נהרגו barges 🚢 / ask the port�[31m / then the / mayor!"


async def test_what_is_pasted_where_no_line_is_open_is_never_read_as_keys() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        paste(app, "su\nx")
        await until(pilot, lambda: "nothing is open here to paste into" in answer(app))
        assert app.desk.state.history == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("key", "typed", "refused"),
    [
        ("E", "C3: nowhere", "do not stand in C3"),
        ("I", "x" * 201, "a name has at most 200"),
        ("/", "zebra", "no hit for “zebra”"),
    ],
)
async def test_what_is_refused_stays_in_its_line_to_be_mended(
    size: tuple[int, int], key: str, typed: str, refused: str
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press(key)
        paste(app, typed)
        await pilot.press("enter")
        await until(pilot, lambda: refused in screen_text(app))
        prompt = app.review.prompt
        assert prompt is not None
        assert prompt.input.value.endswith(typed)
        await pilot.press("s", "u")
        assert prompt.input.value.endswith(f"{typed}su")
        await pilot.press("escape")
        assert refused not in screen_text(app)
        assert app.desk.state.history == []


async def test_a_refusal_is_seen_where_the_text_stands_alone() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "E", *"C3: nowhere", "enter")
        await until(pilot, lambda: "do not stand in C3" in screen_text(app))


async def test_a_folder_for_reports_that_is_not_there_is_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    app = make_app(ports=Ports(title="ferry"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "i", *str(tmp_path / "no" / "where"), "enter")
        await until(pilot, lambda: "there is no folder" in screen_text(app))
        report = app.screen
        assert isinstance(report, ReportScreen)
        assert report.prompt is not None
        await pilot.press(*["backspace"] * len("/where"), "enter")
        await until(pilot, lambda: report.prompt is None)
        assert f"To: {tmp_path / 'no'}"[:60] in screen_text(app)


async def test_the_line_of_a_note_tells_which_claim_it_is_about() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "i")
        claim = app.desk.claim
        assert claim is not None
        cite, first = app.desk.places.cite(claim), claim.text.split()[0]
        assert f"note on {cite} “{first}" in screen_text(app)


async def test_a_note_that_was_being_typed_when_the_power_went_is_there_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))

    def kept() -> str:
        return "".join(file.read_text() for file in (tmp_path / "state" / "drafts").glob("*.json"))

    with session_of(tmp_path, {"post": STORM}) as session:
        app = app_for(session, "anna")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("i", *"ask the port")
            await until(pilot, lambda: "ask the port" in kept())
            # What lies on the disk now is all that is left after a power cut.
            shutil.copytree(tmp_path / "state", tmp_path / "left")
            monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "left"))
            with open_workspace(session.folder.path) as again:
                other = app_for(again, "anna")
                assert other.desk.note() == "ask the port"
                assert any("kept as a draft: the note on A" in said for said in other.ports.notices)
                assert not app_for(again, "ben").desk.note()
            await pilot.press("enter")
            await until(pilot, lambda: not kept())
        monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))
        with open_workspace(session.folder.path) as again:
            assert app_for(again, "anna").desk.unfinished() == ""


async def test_two_windows_of_one_reviewer_write_over_none_of_each_others_half_written_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(tmp_path / "state"))
    with session_of(tmp_path, {"post": STORM}) as session:
        app = app_for(session, "anna")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("i", *"ask the port", "escape")
            other = app_for(session, "anna")
            assert other.desk.unfinished() == "", "it is being written in the first window"
            async with other.run_test(size=(80, 24)) as typing:
                await typing.press("j", "i", *"call them", "escape", "q", "q")
            await pilot.press("q", "q")
        again = app_for(session, "anna")
        assert set(again.desk.note_drafts.values()) == {"ask the port", "call them"}
