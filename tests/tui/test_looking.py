"""Looking about on the review screen: the search, the pinned pane, folded furniture."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Analysis, Comparison, Furniture
from factcheck.review.desk import Desk
from factcheck.review.filters import Filter
from factcheck.review.memory import MemoryLog
from factcheck.tui.layout.line import plain
from factcheck.tui.silences import Silences
from tests.factories import make_article, make_claim
from tests.tui.conftest import answer, make_app, screen_text, until

if TYPE_CHECKING:
    from factcheck.compare.silence import Silence
    from factcheck.review.facts import Fact
    from factcheck.tui.app import FactcheckApp


async def test_hits_come_up_as_one_types_and_escape_returns() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        before = app.desk.claim
        await pilot.press("slash", *"rus")
        await until(pilot, lambda: "found" in screen_text(app) and "1 in texts" in screen_text(app))
        assert "Rust in the hull" not in plain(app.review.top.lines[1]), "the fact in hand stays"
        assert "C Daily Lantern" in plain(app.review.top.lines[2])
        await pilot.press(*"zz")
        await until(pilot, lambda: "nothing for “ruszz”" in screen_text(app))
        await pilot.press("escape")
        assert "who says what" in screen_text(app)
        assert app.desk.claim == before
        assert not app.desk.hits


async def test_below_the_search_stands_what_may_be_typed_and_up_and_down_bring_whole_searches() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"rust", "enter", "escape", "slash")
        assert "all of these words" in screen_text(app)
        assert app.review.prompt is not None
        line = app.review.prompt.input
        await pilot.press("up")
        assert line.value == "rust"
        await pilot.press("down", "down")
        assert line.value == ""


async def test_a_silent_article_is_being_looked_through_until_it_is_known_what_comes_near(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, look = Event(), Silences.look_into

    def slow(self: Silences, fact: Fact) -> tuple[Silence, ...]:
        assert gate.wait(10)
        return look(self, fact)

    monkeypatch.setattr(Silences, "look_into", slow)
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("J")
        assert "silent: looking for what comes near it…" in screen_text(app)
        assert "no mention of this fact found" not in screen_text(app)
        gate.set()
        await until(pilot, lambda: "silent: looked for" in screen_text(app))


async def test_a_hit_in_the_list_is_gone_to_by_a_click() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"the", "enter")
        assert len(app.desk.hits) > 3
        there = app.desk.hit
        await pilot.click(app.review.voices, offset=(20, 3))
        await until(pilot, lambda: app.desk.hit != there)
        assert answer(app).startswith(f"hit {app.desk.hit + 1} of ")


async def test_furniture_is_folded_to_a_line_that_says_what_it_is() -> None:
    article = make_article("a1", "Sign up for our newsletter\nMenu\nThe dam broke on Monday.\n", "Wire")
    article = replace(article, furniture=(Furniture(0, 26, "newsletter"), Furniture(27, 31, "menu")))
    claim = make_claim(article, "The dam broke on Monday.")
    app = make_app(desk=Desk(Analysis((article,), (claim,), Comparison()), MemoryLog(), "r1"))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Sign up for our newsletter" in screen_text(app)
        await pilot.press("-")
        assert "… 2 lines folded: newsletter, menu" in screen_text(app)
        assert "Sign up" not in screen_text(app)
        assert "The dam broke on Monday." in screen_text(app)
        await pilot.press("-")
        assert "Sign up for our newsletter" in screen_text(app)


async def test_a_pinned_pane_says_so_and_keeps_its_article() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("L")
        shown = app.review.views[0].article
        assert "pinned" in plain(app.review.top.lines[2])
        await pilot.press("J", "J", "J")
        assert app.review.views[0].article == shown
        await pilot.press("L")
        assert "pinned" not in plain(app.review.top.lines[2])


# --- the row pointed at ---------------------------------------------------------------------


async def test_the_line_below_has_the_whole_sentence_behind_the_row_pointed_at_until_something_is_said() -> (
    None
):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        why = "At least 40 (Coastguard) against 62 (Kelm hospital)"
        assert answer(app) == f"B2b: {why}"
        await pilot.press("d")
        assert answer(app).startswith("left open set on")
        await pilot.press("z", "escape")
        assert answer(app) == f"B2b: {why}"


async def test_a_cell_that_shows_a_value_has_its_speaker_below_the_matrix() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        speaker = app.desk.voices[0].said_by
        await pilot.press("m")
        assert f"{speaker}: “At least 40 passengers" in screen_text(app)


async def test_another_search_is_listed_from_its_first_hit_wherever_the_last_one_was_scrolled_to() -> None:
    app = make_app()
    async with app.run_test(size=(60, 16)) as pilot:
        await pilot.press("/", *"the", "enter", "N", "N")
        assert "1-3 of" not in screen_text(app)
        await pilot.press("/", *"ferry", "enter")
        await until(pilot, lambda: "hit 2 of 6 for “ferry”" in answer(app))
        assert "1-3 of 6" in screen_text(app)


def _joined(app: FactcheckApp) -> str:
    """The screen's words with its rows joined, as they read behind each other."""
    return " ".join(screen_text(app).split())


async def test_y_shows_the_reason_the_evidence_and_the_note_in_full_until_the_next_key() -> None:
    app = make_app()
    note = "ask which of the two hospitals counted whom, on which day, and who of them was told it by whom"
    assert app.desk.claim is not None
    app.desk.write_note(app.desk.claim.id, note)
    async with app.run_test(size=(60, 16)) as pilot:
        claim = app.desk.claim
        assert claim is not None
        why = app.desk.facts.suggestions[claim.id].why
        assert note not in _joined(app)
        await pilot.press("Y")
        assert note in _joined(app)
        assert why in _joined(app)
        await pilot.press("Y")
        assert note not in _joined(app)
        await pilot.press("Y", "j", "k")
        assert app.desk.claim is claim
        assert note not in _joined(app)


async def test_y_says_so_where_the_card_says_all_already() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("Y")
        assert answer(app) == "that is all there is"
        await pilot.press("Y")
        assert answer(app) != "that is all there is"
    low = make_app()
    async with low.run_test(size=(60, 16)) as pilot:
        await pilot.press("Y")
        assert answer(low) != "that is all there is", "here it takes the rows of the table"


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (120, 40)])
async def test_the_reviewer_stays_in_the_title_and_the_verdict_keys_in_the_footer(
    size: tuple[int, int],
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.desk.show_only(Filter("suggested conflicting"))
        app.review.redraw()
        await pilot.pause()
        lines = screen_text(app).splitlines()
        assert "r1" in lines[0]
        assert "hidden" in lines[0]
        assert any(" s " in line and "accept" in line for line in lines[-2:])
