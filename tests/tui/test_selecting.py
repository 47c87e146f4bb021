"""Words drawn over with the mouse: what is selected, how far, and how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import answer, make_app, screen_text, until

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.widget import Widget

    from factcheck.tui.app import FactcheckApp

SIZE = (120, 40)
SENTENCE = "At least 40 passengers were hurt when the ferry Aurora ran aground near Kelm on Tuesday"


def cell(app: FactcheckApp, words: str, pane: int = 0) -> tuple[int, int]:
    """Column and row, in a pane, of the first of some words."""
    shown = app.review.panes[pane]
    start = app.desk.articles[app.desk.facts.order[app.review.views[pane].article]].text.index(words)
    return next(
        (x, y) for y in range(shown.size.height) for x in range(shown.size.width)
        if shown.offset_at(x, y) == start
    )  # fmt: skip


async def draw(pilot: Pilot[None], pane: Widget, start: tuple[int, int], to: tuple[Widget, int, int]) -> None:
    """Press in a pane, move to a cell of a widget, let go there."""
    await pilot.mouse_down(pane, offset=start)
    await pilot.hover(to[0], offset=to[1:])
    await pilot.mouse_up(to[0], offset=to[1:])


@pytest.mark.parametrize("where", ["the gap below", "the other pane", "behind the row"])
async def test_words_are_selected_as_far_as_the_pointer_and_in_one_article(where: str) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        here, beside = app.review.panes[:2]
        x, y = cell(app, "coastguard")
        ends = {
            "the gap below": (here, x, y + 1),
            "the other pane": (beside, 30, y),
            "behind the row": (here, here.size.width - 2, y),
        }
        await draw(pilot, here, (x, y), ends[where])
        assert app.screen.get_selected_text() == "coastguard said."


async def test_a_pointer_that_leaves_the_texts_selects_no_more_than_is_in_sight() -> None:
    app = make_app()
    async with app.run_test(size=(60, 18)) as pilot:
        pane = app.review.panes[0]
        await draw(pilot, pane, cell(app, "At least"), (app.review.voices, 40, 3))
        selected, text = app.screen.get_selected_text() or "", app.desk.articles[0].text
        assert selected.startswith("At least 40")
        last = pane.nearest(pane.size.width, pane.size.height - 1)
        assert text.index(selected) + len(selected) <= last + 1 < len(text.rstrip())


async def test_what_was_selected_of_one_article_is_not_taken_of_the_next() -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        pane, article = app.review.panes[0], app.review.views[0].article
        x, y = cell(app, "passengers")
        await draw(pilot, pane, (x, y), (pane, x + 9, y))
        assert app.screen.get_selected_text() == "passengers"
        while app.review.views[0].article == article:
            await pilot.press("j")
        assert not app.screen.get_selected_text()
        before = app.desk.facts.claims.keys()
        await pilot.press("v")
        assert "select words" in answer(app)
        assert app.desk.facts.claims.keys() == before


async def test_what_is_selected_stays_to_be_seen_while_its_article_is_shown() -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        pane = app.review.panes[0]
        x, y = cell(app, "passengers")

        def reversed_words() -> str:
            return "".join(part.text for part in pane.render_line(y) if part.style and part.style.reverse)

        await draw(pilot, pane, (x, y), (pane, x + 9, y))
        await until(pilot, lambda: reversed_words() == "passengers")
        await pilot.press("l")
        assert reversed_words() == "passengers"


async def test_two_clicks_select_the_word_and_three_the_paragraph() -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        pane = app.review.panes[0]
        spot = cell(app, "passengers")
        await pilot.click(pane, offset=spot, times=2)
        assert app.screen.get_selected_text() == "passengers"
        await pilot.click(pane, offset=spot, times=3)
        assert (app.screen.get_selected_text() or "").startswith(SENTENCE)
        await pilot.press("ctrl+c")
        assert app.clipboard == app.screen.get_selected_text()
        assert f"copied {len(app.clipboard)} characters" in screen_text(app)


async def test_two_clicks_on_a_claim_of_the_other_article_select_its_word() -> None:
    """The first of them takes the claim in hand, and its article comes to stand in another pane."""
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(app.review.panes[1], offset=cell(app, "injured", 1), times=2)
        assert app.desk.claim is not None
        assert app.desk.claim.text == "Some 40 people were injured"
        assert app.screen.get_selected_text() == "injured"


async def test_a_blank_row_drawn_over_is_no_evidence_and_no_claim() -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        pane = app.review.panes[0]
        x, y = cell(app, "Ferry Aurora runs")
        await draw(pilot, pane, (x, y + 1), (pane, x + 9, y + 1))
        await pilot.press("E")
        assert app.review.prompt is not None
        assert app.review.prompt.input.value == ""
        await pilot.press("escape", "v")
        assert "select words" in answer(app)
