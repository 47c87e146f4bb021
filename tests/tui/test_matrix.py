"""The matrix says which cell is in hand, what was judged in it, and why before it is judged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.tui.screens.matrix import MatrixScreen
from tests.factories import story
from tests.tui.conftest import make_app, screen_text

if TYPE_CHECKING:
    from factcheck.model import Analysis
    from factcheck.tui.app import FactcheckApp

SIZES = [(80, 24), (120, 40), (200, 50)]


def row_in_hand(app: FactcheckApp) -> str:
    """The row whose cell is marked; one alone is."""
    (row,) = [line for line in screen_text(app).splitlines() if ">" in line]
    return row


def two_in_one_cell() -> Analysis:
    """The ferry story with two mentions of one fact in one article."""
    found = story()
    *before, first, second = found.comparison.groups
    both = replace(first, claims=(*first.claims, *second.claims))
    return replace(found, comparison=replace(found.comparison, groups=(*before, both)))


@pytest.mark.parametrize("size", SIZES)
async def test_the_cell_in_hand_and_what_is_judged_in_it_are_told_without_colour(
    size: tuple[int, int],
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("m")
        assert ">= " in row_in_hand(app)
        await pilot.press("c")
        assert ">=]" in row_in_hand(app)
        await pilot.press("z")
        assert ">= " in row_in_hand(app)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_suggested_stands_below_the_cell_at_every_width(size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("m")
        told = screen_text(app)
        assert "! CONFLICTING, sources disagree" in told
        for said in ("S C U same", "w kind", "o order", "? help"):
            assert said in told
        assert "!3" in told.splitlines()[0]


async def test_another_order_keeps_the_row_in_hand() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", "j", "j", "j", "l", "l")
        here = row_in_hand(app)
        for _ in range(4):
            await pilot.press("o")
            assert row_in_hand(app) == here


async def test_a_cell_of_several_mentions_is_judged_mention_by_mention() -> None:
    analysis = two_in_one_cell()
    first, second = analysis.comparison.groups[-1].claims
    app = make_app(analysis)
    async with app.run_test(size=(120, 40)) as pilot:
        app.desk.goto(first)
        await pilot.press("m")
        assert "one of 2 here" in screen_text(app)
        await pilot.press("u")
        matrix = app.screen
        assert isinstance(matrix, MatrixScreen)
        assert matrix.claims == (second, first)
        assert ">=]" not in row_in_hand(app)
        await pilot.press("u")
        assert app.desk.progress().unsourced == 2
        assert ">=]" in row_in_hand(app)


async def test_with_moving_on_switched_off_the_cell_stays_on_its_first_mention() -> None:
    analysis = two_in_one_cell()
    first, second = analysis.comparison.groups[-1].claims
    app = make_app(analysis)
    async with app.run_test(size=(120, 40)) as pilot:
        app.desk.goto(first)
        await pilot.press("O", "m", "u")
        matrix = app.screen
        assert isinstance(matrix, MatrixScreen)
        assert matrix.claims == (first, second)
