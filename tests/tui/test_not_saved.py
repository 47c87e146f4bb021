"""A database that takes no more while the app runs: each act says that it is not saved; the app goes on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.ports import app_for
from tests.sessions import RULES, STORM, session_of
from tests.tui.conftest import says, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.workspace import Workspace

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Workspace]:
    with session_of(tmp_path, {"post": f"{STORM}\nSeven barges broke loose upriver.\n"}, RULES) as workspace:
        yield workspace


@contextmanager
def read_only(workspace: Workspace) -> Iterator[None]:
    """As where the file has become read-only: SQLITE_READONLY."""
    workspace.store._connection.execute("PRAGMA query_only = ON")
    yield
    workspace.store._connection.execute("PRAGMA query_only = OFF")


@contextmanager
def full(workspace: Workspace) -> Iterator[None]:
    """As where the disk has no room for one more page: SQLITE_FULL."""
    ask = workspace.store._connection.execute
    (pages,) = ask("PRAGMA page_count").fetchone()
    ask(f"PRAGMA max_page_count = {pages}")
    yield
    ask("PRAGMA max_page_count = 1000000")


@pytest.mark.parametrize("size", SIZES)
async def test_a_verdict_that_the_database_refuses_is_said_and_is_none(
    session: Workspace, size: tuple[int, int]
) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=size) as pilot:
        before = app.desk.claim
        for typed in (("s",), ("S",), ("<",), ("I", "x", "enter")):
            with read_only(session):
                await pilot.press(*typed)
                await until(pilot, lambda: says(app, "not saved: it cannot be written; the file"))
            await pilot.press("escape")
            assert app.desk.claim == before
            assert app.desk.progress().judged == 0
        assert not session.store.events()
        await pilot.press("s")
        await until(pilot, lambda: app.desk.progress().judged == 1)
        assert len(session.store.events()) == 1
        with read_only(session):
            await pilot.press("z")
            await until(pilot, lambda: says(app, "not saved"))
        assert app.desk.progress().judged == 1


async def test_on_a_full_disk_a_verdict_is_said_to_be_lost_and_the_next_is_kept_once_there_is_room(
    session: Workspace,
) -> None:
    app = app_for(session, "anna")
    app.desk.advance = False
    async with app.run_test(size=(120, 40)) as pilot:
        kept = 0
        with full(session):
            for press in range(400):
                await pilot.press("su"[press % 2])
                if "not saved" in app.review.said:
                    break
                kept += 1
        assert "not saved: it could not be written; the disk is full" in app.review.said
        assert len(session.store.events()) == kept
        mark = app.desk.state.mark("anna", app.desk.claim.id) if app.desk.claim else None
        assert mark is not None
        assert mark.verdict == ("unsourced", "supported")[kept % 2], "the one before stands"
        await pilot.press("m", "x")
        assert app.desk.state.mark("anna", mark.claim) != mark
        assert len(session.store.events()) == kept + 1


async def test_a_note_that_the_database_refuses_is_kept_as_a_draft(session: Workspace) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=(120, 40)) as pilot:
        with read_only(session):
            await pilot.press("i", *"ask the port", "enter")
            await until(pilot, lambda: says(app, "not saved"))
        # The line stays as it was typed; left, it is a draft.
        assert app.review.prompt is not None
        assert app.review.prompt.input.value == "ask the port"
        await pilot.press("escape", "i")
        assert app.review.prompt is not None
        assert app.review.prompt.input.value == "ask the port"
        await pilot.press("enter")
        assert app.desk.note() == "ask the port"
        assert not app.desk.unfinished()


async def test_a_rule_is_not_switched_where_the_log_cannot_say_so(session: Workspace) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "2 of 2 rules on" in screen_text(app))
        await pilot.press("j")
        with read_only(session):
            await pilot.press("x")
            await until(pilot, lambda: says(app, "not saved"))
        assert session.folder.config.off == ()
        assert "own.barges" not in (session.folder.path / "session.yaml").read_text()
        assert not session.store.events()


async def test_a_sign_off_that_cannot_be_kept_is_none(session: Workspace) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s", "p", "F")
        with read_only(session):
            await pilot.press("F")
            await until(pilot, lambda: says(app, "not saved"))
        assert not session.signatures()
        await pilot.press("F", "F")
        await until(pilot, lambda: says(app, "signed off: anna"))
