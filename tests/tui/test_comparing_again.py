"""What people brought in is compared once the text stands on the screen, and the screen then says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.review.desk import Desk
from factcheck.review.memory import MemoryLog
from factcheck.tui.ports import Ports
from tests.factories import split_lines, story
from tests.tui.conftest import make_app, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Analysis
    from factcheck.review.regroup import Word


def relabelled(analysis: Analysis, said: Sequence[Word]) -> Analysis:
    """Stands for the comparison: it says of every fact how many words on pairs it was given."""
    groups = tuple(replace(g, label=f"{len(said)} said") for g in analysis.comparison.groups)
    return replace(analysis, comparison=replace(analysis.comparison, groups=groups))


async def test_a_tie_of_an_earlier_day_is_compared_behind_the_first_screen() -> None:
    log = MemoryLog()
    earlier = Desk(story(), log, "r1", split=split_lines)
    first, *_, last = earlier.facts.claims
    earlier.goto(first)
    earlier.tie(last, same=True)
    app = make_app(log=log, ports=Ports(title="ferry", compare=relabelled))
    assert app.desk.standing.due is not None
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "1 said" in screen_text(app))
        assert app.desk.standing.due is None


async def test_a_tie_of_today_is_compared_at_once() -> None:
    app = make_app(ports=Ports(title="ferry", compare=relabelled))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"rust", "enter", "t", "escape")
        assert "1 said" in screen_text(app)
        await pilot.press("z")
        assert "1 said" not in screen_text(app)
