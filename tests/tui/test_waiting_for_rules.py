"""Rules that take long to read: a bar stands meanwhile, what is typed waits for them, Esc gives them up."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.ports import app_for
from factcheck.reloading import Reloading
from factcheck.tui.screens.matrix import MatrixScreen
from factcheck.tui.screens.rules import RulesScreen
from tests.sessions import OWN, RULES, STORM, session_of
from tests.tui.conftest import screen_text, until
from tests.tui.test_type_ahead import burst

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.workspace import Workspace


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Workspace]:
    with session_of(tmp_path, {"post": f"{STORM}\nSeven barges broke loose upriver.\n"}, RULES) as workspace:
        yield workspace


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The rules are read once it is set."""
    gate, prime = Event(), Reloading.prime

    def slow(self: Reloading) -> None:
        assert gate.wait(10)
        prime(self)

    monkeypatch.setattr(Reloading, "prime", slow)
    yield gate
    gate.set()


async def test_keys_after_r_act_on_the_rules_screen_once_it_is_there(session: Workspace, gate: Event) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=(100, 30)) as pilot:
        burst(app, "rjj")
        await until(pilot, lambda: "reading the rules, Esc gives up" in screen_text(app))
        burst(app, "x")
        await pilot.pause()
        assert app.desk.progress().judged == 0
        gate.set()
        await until(pilot, lambda: "own.barges is off" in screen_text(app))
        burst(app, "qm")
        await until(pilot, lambda: isinstance(app.screen, MatrixScreen))
        assert app.desk.progress().judged == 0


async def test_keys_after_p_are_typed_into_the_pattern_and_enter_makes_the_rule(
    session: Workspace, gate: Event
) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=(100, 30)) as pilot:
        burst(app, "GP" + "\b" * 60 + "{number} barges\r")
        await until(pilot, lambda: "reading the rules, Esc gives up" in screen_text(app))
        assert app.review.prompt is None
        gate.set()
        await until(pilot, lambda: "r shows it" in app.review.said)
        assert "{number} barges" in (session.folder.path / OWN).read_text()


async def test_esc_gives_up_and_nothing_that_was_typed_acts(session: Workspace, gate: Event) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=(100, 30)) as pilot:
        claim = app.desk.claim
        burst(app, "rjx")
        await until(pilot, lambda: "reading the rules, Esc gives up" in screen_text(app))
        burst(app, "\x1b")
        await until(pilot, lambda: app.review.said == "given up: reading the rules")
        burst(app, "s")
        await until(pilot, lambda: app.desk.progress().judged == 1)
        assert claim is not None
        assert app.desk.look(claim.id).verdict == "supported"
        gate.set()
        burst(app, "r")
        await until(pilot, lambda: isinstance(app.screen, RulesScreen))
