"""What people brought in is compared once the text stands on the screen, and the screen then says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.review.memory import MemoryLog
from factcheck.tui.ports import Ports
from factcheck.tui.work import TICK
from tests.desks import make_desk
from tests.factories import story
from tests.tui.comparisons import SlowComparison, relabelled, toll_apart
from tests.tui.conftest import make_app, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Iterator


async def test_a_tie_of_an_earlier_day_is_compared_behind_the_first_screen() -> None:
    log = MemoryLog()
    earlier = make_desk(log)
    first, *_, last = earlier.facts.claims
    earlier.goto(first)
    earlier.tie(last, same=True)
    app = make_app(log=log, ports=Ports(title="ferry", compare=relabelled))
    assert app.desk.standing.due is not None
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "1 said" in screen_text(app))
        assert app.desk.standing.due is None


async def test_what_is_compared_in_no_time_is_shown_at_once() -> None:
    app = make_app(ports=Ports(title="ferry", compare=relabelled))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"rust", "enter", "t", "escape")
        assert "1 said" in screen_text(app)
        await pilot.press("z")
        assert "1 said" not in screen_text(app)


async def test_what_a_comparison_changed_for_other_claims_is_said_behind_the_act() -> None:
    app = make_app(ports=Ports(title="ferry", compare=toll_apart))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"silent", "enter", "v")
        await until(pilot, lambda: "now stand apart from A2" in app.review.said)
        assert "2 suggestions changed: B2b C3a" in app.review.said
        assert "is a claim now, marked by hand" in app.review.said
        await pilot.press("escape", "j", "s")
        assert "compared again" not in app.review.said, "it is said once"
        await pilot.press("Y")
        assert "now stand apart from A2" in app.review.said


@pytest.fixture
def slow() -> Iterator[SlowComparison]:
    slow = SlowComparison()
    yield slow
    slow.gate.set()


async def test_one_goes_on_while_a_tie_is_compared(slow: SlowComparison) -> None:
    app = make_app(ports=Ports(title="ferry", compare=slow))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"rust", "enter", "t", "escape")
        await until(pilot, lambda: "comparing again [####......], Esc gives up" in screen_text(app))
        before = app.desk.claim
        await pilot.press("j", "s")
        assert app.desk.claim != before
        assert app.desk.progress().judged == 1
        slow.gate.set()
        await until(pilot, lambda: "1 said" in screen_text(app))
        assert "Esc gives up" not in screen_text(app)


async def test_words_marked_are_a_claim_at_once_and_compared_behind(slow: SlowComparison) -> None:
    app = make_app(ports=Ports(title="ferry", compare=slow))
    async with app.run_test(size=(120, 40)) as pilot:
        claims = len(app.desk.facts.claims)
        await pilot.press("/", *"silent", "enter", "v")
        assert "is a claim now, marked by hand" in app.review.said
        assert len(app.desk.facts.claims) == claims + 1
        await until(pilot, lambda: "comparing again" in screen_text(app))
        await pilot.press("a")
        assert "not compared" in app.review.said
        slow.gate.set()
        await until(pilot, lambda: app.desk.standing.due is None)
        assert slow.compared == [claims + 1]


async def test_comparing_is_given_up_and_what_was_joined_stands(slow: SlowComparison) -> None:
    app = make_app(ports=Ports(title="ferry", compare=slow))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"rust", "enter", "t", "escape")
        await until(pilot, lambda: "comparing again [####......], Esc gives up" in screen_text(app))
        assert not app.desk.hits, "the first Esc ends the search"
        await pilot.press("escape")
        await until(pilot, lambda: "given up: what you said is kept" in app.review.said)
        assert "Esc gives up" not in screen_text(app)
        assert len(app.desk.state.in_force("tie")) == 1
        await pilot.press("j")
        assert "1 said" not in screen_text(app)


async def test_on_another_screen_the_bar_talks_over_no_answer_and_goes_when_it_is_done(
    slow: SlowComparison,
) -> None:
    app = make_app(ports=Ports(title="ferry", compare=slow))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"rust", "enter", "t", "escape", "m")
        await until(pilot, lambda: "comparing again [####......], Esc gives up" in screen_text(app))
        await pilot.press("s")
        await pilot.pause(2 * TICK)
        assert app.top is not None
        assert app.top.said.startswith("supported set on")
        await pilot.press("j")
        await until(pilot, lambda: "comparing again [####......], Esc gives up" in screen_text(app))
        slow.gate.set()
        await until(pilot, lambda: "comparing again" not in screen_text(app))


async def test_whoever_leaves_while_it_is_compared_waits_for_nothing(slow: SlowComparison) -> None:
    app = make_app(ports=Ports(title="ferry", compare=slow))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"rust", "enter", "t", "escape")
        await until(pilot, lambda: "[####......]" in screen_text(app))
        await pilot.press("q")
    assert slow.ended.wait(5), "the thread ends at its next step"


async def test_a_matrix_that_missed_a_comparison_draws_anew_before_it_acts() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        # As where another window stands in front while the comparison comes in: other facts, nothing drawn.
        now = story()
        groups = tuple(replace(g, id=f"{g.id} anew") for g in now.comparison.groups)
        anew = replace(now, comparison=replace(now.comparison, groups=groups))
        app.desk.take(anew, app.desk.state)
        for column in range(30, 110, 20):
            await pilot.click(offset=(column, 6))
        assert app.is_running
        await pilot.press("g", "s")
        assert app.desk.progress().judged == 1
