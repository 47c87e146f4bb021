"""History, the second review and the sign-off, by keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.problems import BadInput, Problem
from factcheck.review.desk import Desk
from factcheck.review.drafts import blinded
from factcheck.review.memory import MemoryLog
from factcheck.tui.layout.line import plain
from factcheck.tui.ports import Ports, Task
from factcheck.tui.screens.history import HistoryScreen
from tests.desks import make_desk
from tests.factories import split_lines, story
from tests.moved_world import TOLL
from tests.tui.conftest import SIZES, make_app, moved_app, says, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.tui.app import FactcheckApp


def disputed(log: MemoryLog, reviewer: str = "r1") -> FactcheckApp:
    """Anna and ben differ on the first claim; the app is another reviewer's."""
    for name in ("anna", "ben"):
        desk = make_desk(log, name)
        desk.judge("conflicting" if name == "anna" else "unsourced")
    return make_app(desk=make_desk(log, reviewer))


# --- history --------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_history_goes_to_claims_and_takes_acts_back(size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        claim = app.desk.claim
        await pilot.press("s", "c", "u", "H")
        screen = app.screen
        assert isinstance(screen, HistoryScreen)
        assert screen.chosen == 2
        assert "UTC" in screen_text(app).splitlines()[0]
        await pilot.press("g", "B")
        assert "2 acts taken back" in screen_text(app)
        assert screen_text(app).count("undone: ") == 2
        assert app.desk.progress().judged == 1
        await pilot.press("Z", "Z")
        assert app.desk.progress().judged == 3
        assert "undone: " not in screen_text(app)
        await pilot.press("G", "enter")
        assert "no single claim" in screen_text(app)
        await pilot.press("g", "enter")
        assert app.screen is app.review
        assert app.desk.claim == claim


async def test_the_history_names_what_is_gone_by_its_words() -> None:
    app = moved_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("z", "z", "H")
        text = screen_text(app)
        assert "undo of unsourced, nobody named on “the worst accident on this…”" in text
        gone = [mark.claim for mark in app.desk.state.all_marks()]
        assert not any(claim[:8] in text for claim in gone)


async def test_a_history_without_acts_and_one_of_a_blind_reviewer() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("H", "j", "enter", "B", "z")
        assert "nothing was done" in screen_text(app)
    log = MemoryLog()
    log.append([blinded("r1")])
    app = disputed(log)
    async with app.run_test(size=(120, 40)) as pilot:
        assert "blind" in plain(app.review.top.lines[0])
        await pilot.press("H")
        assert "you work blind" in screen_text(app)
        assert "anna" not in screen_text(app)
        assert "ben" not in screen_text(app)


# --- the second review ----------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_disputes_are_adjudicated_withdrawn_and_gone_to(size: tuple[int, int]) -> None:
    log = MemoryLog()
    app = disputed(log)
    async with app.run_test(size=size) as pilot:
        await pilot.press("D")
        said = screen_text(app)
        assert "1 claim judged by two or more: 0 agreed, 1 differ, 0 adjudicated, 1 left" in said
        assert "! conflicting, sources disagree" in said
        assert "? unsourced" in said
        assert all(len(line) <= size[0] for line in said.splitlines())
        await pilot.press("u")
        assert "session: [?] unsourced, by r1" in screen_text(app)
        await pilot.press("w")
        assert "nobody named" in screen_text(app)
        await pilot.press("backspace")
        assert "session: not adjudicated" in screen_text(app)
        await pilot.press("c", "enter")
        assert app.screen is app.review
        assert "adjudicated by r1: ! conflicting, sources disagree" in screen_text(app)
        assert app.desk.progress().judged == 0, "adjudicating is no verdict of one's own"


async def test_a_blind_reviewer_reveals_only_when_asked_twice() -> None:
    log = MemoryLog()
    log.append([blinded("r1", suggestions=True)])
    app = disputed(log)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "blind, no suggestions" in plain(app.review.top.lines[0])
        assert "suggestions are hidden" in screen_text(app)
        assert "anna" not in screen_text(app)
        await pilot.press("D", "R", "j", "R")
        assert "press R again" in screen_text(app)
        assert app.desk.blind == "suggestions"
        await pilot.press("s")
        assert log.events()[-1].type != "adjudicate"
        await pilot.press("R", "R")
        assert app.desk.blind is None
        assert "1 differ" in screen_text(app)
        await pilot.press("q")
        assert "blind" not in plain(app.review.top.lines[0])
        assert "anna: ! conflicting" in screen_text(app)
        assert "CONFLICTING, sources disagree" in screen_text(app)


# --- sign-off -------------------------------------------------------------------------------


async def test_signing_with_open_claims_asks_twice_and_says_how_many_are_open() -> None:
    signed: list[str] = []

    def sign(_name: str) -> Task[Callable[[], str]]:
        def keep() -> str:
            signed.append("r1")
            return "signed off"

        return lambda _tell: keep

    ports = Ports(sign=sign, standing=lambda: "signed by r1 [/red]" if signed else "DRAFT")
    app = make_app(ports=ports)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "F")
        assert "you have judged nothing here" in screen_text(app)
        assert signed == []
        await pilot.press("q", "s", "d", "p")
        assert "DRAFT" in screen_text(app)
        await pilot.press("F", "j", "F")
        said = " ".join(screen_text(app).split())
        assert said.count("1 of 13 claims judged, 1 left open, 11 without a verdict") == 2
        assert "11 claims judged by nobody: F again" in said
        assert signed == []
        await pilot.press("F")
        await until(pilot, lambda: "signed by r1 [/red]" in screen_text(app))
        assert signed == ["r1"]
        assert "DRAFT" not in screen_text(app)


async def test_signing_says_on_how_many_claims_reviewers_still_differ() -> None:
    analysis, log = story(), MemoryLog()
    other = Desk(analysis, log, "ana", split=split_lines)
    claim = other.claim
    assert claim is not None
    other.judge("supported")
    app = make_app(
        analysis, log, Ports(sign=lambda _: lambda _tell: lambda: "signed off", standing=lambda: "DRAFT")
    )
    app.desk.goto(claim.id)
    app.desk.judge("conflicting")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p", "F")
        said = " ".join(screen_text(app).split())
        assert "on 1 claim reviewers differ and nobody has adjudicated (D): F again" in said


async def test_a_sign_off_that_is_refused_or_not_possible_says_why() -> None:
    def refused(*_: object) -> Any:
        raise BadInput(Problem("factcheck.db", "not signed", "read-only", "copy it"))

    for ports, said in (
        (Ports(sign=refused), "read-only"),
        (Ports(sign=lambda _: refused), "read-only"),
        (Ports(sign=lambda _: lambda _tell: refused), "read-only"),
        (Ports(standing=refused), "read-only"),
        (Ports(standing=lambda: refused), "read-only"),
        (Ports(), "use factcheck sign"),
    ):
        app = make_app(ports=ports)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("s", "p", "F", "F")
            await until(pilot, partial(says, app, said))


async def test_a_reviewer_without_a_name_is_asked_for_one_when_they_sign() -> None:
    signed: list[str] = []

    def sign(name: str) -> Task[Callable[[], str]]:
        def keep() -> str:
            signed.append(name)
            return f"signed off: {name or 'unnamed'}"

        return lambda _tell: keep

    app = make_app(ports=Ports(sign=sign, nameless=lambda: not signed))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "p", "F", "F")
        assert "your name" in screen_text(app)
        await pilot.press("enter")
        assert "not signed" in screen_text(app)
        # The line is open still.
        await pilot.press(*"~Ana", "enter")
        await until(pilot, lambda: "signed off: Ana" in screen_text(app))
        assert signed == ["Ana"]
        await pilot.press("F", "F")
        await until(pilot, lambda: "signed off: unnamed" in screen_text(app))


@pytest.mark.parametrize("late", [False, True])
async def test_a_name_that_is_refused_stays_in_the_line_and_why_stands_above_it(late: bool) -> None:
    """Refused at once, or once the report was made."""
    signed: list[str] = []

    def sign(name: str) -> Task[Callable[[], str]]:
        def refuse() -> str:
            if name == "ben":
                raise BadInput(Problem("story", "is not signed", "ben is another reviewer here"))
            signed.append(name)
            return "signed off"

        if not late:
            refuse()
        return lambda _tell: refuse

    app = make_app(ports=Ports(sign=sign, nameless=lambda: True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "p", "F", "F", *"ben", "enter")
        await until(pilot, lambda: "another reviewer here" in screen_text(app))
        await until(pilot, lambda: "your name: ben" in screen_text(app))
        await pilot.press("j", "a", "enter")
        await until(pilot, lambda: signed[-1:] == ["benja"])
        await until(pilot, lambda: "your name" not in screen_text(app))


async def test_the_filter_for_stale_claims_is_offered_after_a_confirmed_move() -> None:
    app = moved_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M", "enter", "q")
        await pilot.press("f")
        assert "stale" in screen_text(app)
        assert TOLL not in {claim.text for claim in app.desk.analysis.claims}
