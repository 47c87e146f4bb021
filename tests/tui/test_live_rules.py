"""A rule file saved elsewhere while the app runs: its claims come into the panes, then what they mean."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.ports import app_for
from factcheck.rescanning import Rescan
from tests.sessions import OWN, RULES, STORM, session_of
from tests.tui.conftest import answer, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.pipeline import Progress
    from factcheck.rules import RuleSet
    from factcheck.scanning import Scanned
    from factcheck.workspace import Workspace

ROOFS = RULES[: RULES.index("  - id: own.barges")]
BARGES = ROOFS.replace("{number:n} roofs", "{number:n} barges")
COUNTED = ROOFS.replace("{number:n} roofs", "nobody counted")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Workspace]:
    with session_of(tmp_path, {"post": STORM}, ROOFS) as workspace:
        yield workspace


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Claims that were found again are compared once it is set."""
    gate, compare = Event(), Rescan.compare

    def slow(self: Rescan, found: Scanned, tell: Progress) -> Scanned:
        assert gate.wait(10)
        return compare(self, found, tell)

    monkeypatch.setattr(Rescan, "compare", slow)
    yield gate
    gate.set()


async def test_who_does_something_while_claims_are_compared_keeps_the_answer_to_it(
    session: Workspace, gate: Event
) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=(120, 40)) as pilot:
        (session.folder.path / OWN).write_text(BARGES)
        await until(pilot, lambda: answer(app).endswith("comparing…"))
        await pilot.press("s")
        judged = app.review.said
        assert judged.startswith("supported set on")
        gate.set()
        await until(pilot, lambda: _suggested(session) == {claim.id for claim in session.analysis.claims})
        await pilot.pause()
        assert app.review.said == judged


async def test_who_does_something_while_rules_are_read_keeps_the_answer_in_front_of_what_came_of_it(
    session: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, find = Event(), Rescan.find

    def slow(self: Rescan, before: RuleSet) -> Scanned:
        assert gate.wait(10)
        return find(self, before)

    monkeypatch.setattr(Rescan, "find", slow)
    app = app_for(session, "anna")
    async with app.run_test(size=(120, 40)) as pilot:
        (session.folder.path / OWN).write_text(BARGES)
        await until(pilot, lambda: "reading the rules again" in answer(app))
        await pilot.press("s")
        judged = app.review.said
        assert judged.startswith("supported set on")
        gate.set()
        await until(pilot, lambda: app.review.said.startswith(f"{judged}; rules read again: "))


async def test_highlights_come_before_the_comparison_and_a_later_save_overtakes_it(
    session: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[Scanned] = []
    gate = Event()
    compare = Rescan.compare

    def slow(self: Rescan, found: Scanned, tell: Progress) -> Scanned:
        gate.wait(5)
        compared.append(compare(self, found, tell))
        return compared[-1]

    monkeypatch.setattr(Rescan, "compare", slow)
    app = app_for(session, "anna")
    own = session.folder.path / OWN
    async with app.run_test(size=(120, 40)) as pilot:
        assert "Forty roofs" in _marked(screen_text(app))
        own.write_text(BARGES)
        await until(pilot, lambda: "nine barges sank in the harbour" in _marked(screen_text(app)))
        assert answer(app) == "rules read again: 1 claim added, 1 claim lost; comparing…"
        own.write_text(COUNTED)
        await until(pilot, lambda: "Nobody counted the boats" in _marked(screen_text(app)))
        await pilot.press("s")
        assert app.desk.progress().judged == 1
        gate.set()
        await until(pilot, lambda: _suggested(session) == {claim.id for claim in session.analysis.claims})
        assert app.desk.progress().judged == 1
    (only,) = compared
    assert only.analysis.claims[-1].text.startswith("Nobody counted")


def _suggested(workspace: Workspace) -> set[str]:
    return {one.claim for one in workspace.analysis.comparison.suggestions}


def _marked(text: str) -> str:
    """The words of the screen that stand in the brackets of a claim."""
    return " ".join(part.partition(")")[0] for part in text.split("(")[1:])
