"""What a screen shows and acts on when somebody else acts, or all is compared again, meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.ports import app_for
from factcheck.review.carrying import confirm, waiting
from factcheck.review.desk import Desk
from factcheck.review.filters import Filter
from factcheck.review.memory import MemoryLog
from factcheck.tui.ports import Ports, Task
from factcheck.tui.screens.filters import FilterScreen
from factcheck.tui.screens.history import HistoryScreen
from factcheck.tui.screens.matrix import MatrixScreen
from factcheck.tui.screens.moved import MovedScreen
from factcheck.tui.screens.second import SecondScreen
from tests.factories import split_lines, story
from tests.moved_world import judged_before, later_desk
from tests.sessions import OWN, RULES, STORM, session_of
from tests.tui.conftest import make_app, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.model import VerdictName
    from factcheck.tui.app import FactcheckApp


class SharedLog(MemoryLog):
    """A log that other windows write to as well."""

    def changed(self) -> bool:
        return True


@pytest.fixture
def log() -> SharedLog:
    return SharedLog()


def desk_of(log: MemoryLog, reviewer: str = "r1") -> Desk:
    """A desk in another window."""
    return Desk(story(), log, reviewer, split=split_lines)


def judge(log: MemoryLog, claim: str, **verdicts: VerdictName) -> None:
    """What each of these reviewers says of a claim."""
    for reviewer, verdict in verdicts.items():
        desk = desk_of(log, reviewer)
        desk.goto(claim)
        desk.judge(verdict)


def line_with(app: FactcheckApp, words: str) -> str:
    return next((line for line in screen_text(app).splitlines() if words in line), "")


async def test_the_filters_are_counted_anew_and_the_one_pointed_at_stays_so(log: SharedLog) -> None:
    app = make_app(log=log)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f", "j", "j")
        screen = app.screen
        assert isinstance(screen, FilterScreen)
        chosen = screen.found[screen.chosen].filter
        desk_of(log).judge("conflicting")
        # "conflicting" is a filter of its own from now on, above the one that is pointed at.
        await until(pilot, lambda: "1  conflicting" in screen_text(app))
        assert line_with(app, ">").split()[-1] == chosen.name.split()[-1]
        await pilot.press("enter")
        assert app.desk.filter == chosen


async def test_a_dispute_that_comes_in_above_does_not_slide_under_the_cursor(log: SharedLog) -> None:
    first, second, *_ = desk_of(log).queue.claims
    judge(log, second, anna="supported", ben="unsourced")
    app = make_app(desk=desk_of(log))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("D")
        screen = app.screen
        assert isinstance(screen, SecondScreen)
        judge(log, first, anna="conflicting", ben="unsourced", zoe="supported")
        await until(pilot, lambda: "2 differ" in screen_text(app))
        assert screen.found.disputes[0].claim == first
        await pilot.press("s")
        assert set(app.desk.adjudicated) == {second}


async def test_what_another_window_places_does_not_bring_the_next_proposal_under_the_cursor() -> None:
    log = SharedLog()
    judged_before(log)
    app, other = make_app(desk=later_desk(log)), later_desk(log)
    first, second = waiting(other)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("M", "j")
        assert isinstance(app.screen, MovedScreen)
        confirm(other, first)
        await until(pilot, lambda: "1 of 1" in screen_text(app))
        await pilot.press("x")
        refused = [event.claim for event in app.desk.state.in_force("refuse")]
        assert refused == [second.claim]


async def test_in_the_history_the_cursor_stays_on_its_act_and_on_the_newest_goes_along(
    log: SharedLog,
) -> None:
    desk_of(log).judge("conflicting")
    desk_of(log).judge("unsourced")
    app = make_app(log=log)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("H")
        screen = app.screen
        assert isinstance(screen, HistoryScreen)
        assert screen.chosen == 1
        desk_of(log).judge("supported")
        await until(pilot, lambda: "3 acts" in screen_text(app))
        assert screen.chosen == 2
        await pilot.press("k")
        desk_of(log, "ben").judge("supported")
        await until(pilot, lambda: "4 acts" in screen_text(app))
        assert screen.chosen == 1


async def test_what_stands_behind_the_palette_is_drawn_anew(log: SharedLog) -> None:
    app = make_app(log=log)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", ":")
        matrix = app.screen_stack[-2]
        assert isinstance(matrix, MatrixScreen)
        before = matrix.body.lines
        other = desk_of(log)
        other.accept_fact()
        await until(pilot, lambda: app.desk.progress().judged == other.progress().judged)
        await until(pilot, lambda: matrix.body.lines != before)


async def test_on_the_matrix_the_cursor_stays_on_its_fact_when_fewer_are_shown() -> None:
    app = make_app()
    desk = app.desk
    desk.advance = False
    third, fourth = (fact.claims[0] for fact in desk.queue.facts[2:4])
    for claim in (fourth, third):
        desk.goto(claim)
        desk.judge("supported")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        matrix = app.screen
        assert isinstance(matrix, MatrixScreen)
        await pilot.press("f", "j", "j", "enter")
        assert desk.filter == Filter("supported")
        assert len(desk.queue.facts) == 2
        await pilot.press("c")
        judged = {claim for claim, mark in desk.state.marks("r1").items() if mark.verdict == "conflicting"}
        assert judged == {third}


async def test_a_sign_off_is_asked_for_again_where_the_numbers_are_others_by_then(log: SharedLog) -> None:
    signed: list[str] = []

    def said(name: str) -> str:
        signed.append(name)
        return "signed off"

    def sign(name: str) -> Task[Callable[[], str]]:
        return lambda _tell: lambda: said(name)

    app = make_app(log=log, ports=Ports(sign=sign))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s", "p", "F")
        assert "12 claims judged by nobody" in (app.top.said if app.top else "")
        desk_of(log, "ben").accept_fact()
        await until(pilot, lambda: len(app.desk.state.reviewers()) == 2)
        await pilot.press("F")
        assert not signed
        assert "12 claims judged by nobody" not in (app.top.said if app.top else "")
        await pilot.press("F")
        await until(pilot, lambda: signed == [""])


async def test_whether_a_sign_off_holds_is_asked_again_when_other_claims_are_found() -> None:
    asked: list[int] = []

    def standing() -> str:
        asked.append(app.desk.generation)
        return "changed since" if len(asked) > 1 else "signed off: anna"

    app = make_app(ports=Ports(standing=standing))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        assert "signed off: anna" in screen_text(app)
        app.desk.take(story(), app.desk.state)
        app.draw_anew()
        await until(pilot, lambda: "changed since" in screen_text(app))


async def test_a_report_that_is_looked_at_says_when_it_is_out_of_date(log: SharedLog) -> None:
    ports = Ports(report=lambda _form, _only: lambda _tell: f"{app.desk.progress().judged} judged")
    app = make_app(log=log, ports=ports)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "space")
        await until(pilot, lambda: "0 judged" in screen_text(app))
        assert "as it would read" in screen_text(app)
        desk_of(log).judge("supported")
        await until(pilot, lambda: "out of date, Esc Space make it anew" in screen_text(app))
        await pilot.press("escape", "space")
        await until(pilot, lambda: "1 judged" in screen_text(app))
        assert "as it would read" in screen_text(app)


@pytest.mark.parametrize("keys", [("I", *"the mayor"), ("E", *"https://k.example/1")])
async def test_what_was_typed_for_a_claim_that_is_gone_is_not_lost(keys: tuple[str, ...]) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        gone = app.desk.claim
        assert gone is not None
        now = story()
        left = tuple(claim for claim in now.claims if claim.id != gone.id)
        app.desk.take(replace(now, claims=left), app.desk.state)
        app.draw_anew()
        await pilot.press("enter")
        assert "not in this session any more" in app.review.said
        assert app.review.prompt is not None
        assert app.review.prompt.input.value.endswith("".join(keys[1:]))
        assert not app.desk.state.history


async def test_a_rule_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    with session_of(tmp_path, {"post": STORM}, RULES) as session:
        app = app_for(session, "anna")
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("r")
            await until(pilot, lambda: "2 of 2 rules on" in screen_text(app))
            (session.folder.path / OWN).write_bytes(RULES.encode("utf-16"))
            await pilot.press("e", "enter")
            assert "cannot be read" in screen_text(app)


async def test_what_somebody_else_has_written_to_a_rule_file_is_not_written_over_unasked(
    tmp_path: Path,
) -> None:
    with session_of(tmp_path, {"post": STORM}, RULES) as session:
        app, file = app_for(session, "anna"), session.folder.path / OWN
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("r")
            await until(pilot, lambda: "2 of 2 rules on" in screen_text(app))
            await pilot.press("e", "#")
            theirs = RULES.replace("Roofs", "Roofs torn off")
            file.write_text(theirs)
            await pilot.press("ctrl+s")
            assert "somebody else has changed this file" in screen_text(app)
            assert file.read_text() == theirs
            await pilot.press("ctrl+s")
            assert file.read_text() == f"#{RULES}"


async def test_a_hit_in_the_note_on_a_claim_that_is_gone_is_listed_no_longer() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i", *"rust?", "enter", "/", *"rust", "enter", "n")
        noted = app.desk.claim
        assert noted is not None
        assert [hit.where for hit in app.desk.hits].count("note") == 1
        now = story()
        left = tuple(claim for claim in now.claims if claim.id != noted.id)
        app.desk.take(replace(now, claims=left), app.desk.state)
        app.draw_anew()
        await pilot.press("n")
        assert "hit 1 of 1" in app.review.said
        assert "note: rust?" not in screen_text(app)
