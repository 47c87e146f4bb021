"""What a text that has changed leaves to a reviewer: moved claims, orphans, and the versions side by side."""

from __future__ import annotations

import pytest

from factcheck.review.filters import ALL, ORPHAN
from factcheck.tui.screens.filters import FilterScreen
from factcheck.tui.screens.moved import MovedScreen
from factcheck.tui.screens.versions import VersionsScreen
from tests.tui.conftest import SIZES, answer, make_app, moved_app, screen_text


@pytest.mark.parametrize("size", SIZES)
async def test_moved_text_is_confirmed_and_refused_one_at_a_time(size: tuple[int, int]) -> None:
    app = moved_app()
    async with app.run_test(size=size) as pilot:
        assert "2 verdicts wait for you, the text has changed: M" in answer(app)
        await pilot.press("M")
        said = screen_text(app)
        assert "[-40-]" in said
        assert "{+44+}" in said
        assert "1 of 2" in said
        assert "who counted? [/red]" in said
        assert all(len(line) <= size[0] for line in said.splitlines())
        await pilot.press("j", "k", "enter")
        assert "carried over to A2" in screen_text(app)
        await pilot.press("x")
        assert "refused" in screen_text(app)
        assert "nothing is proposed for it" in screen_text(app)
        await pilot.press("enter")
        assert "judge what stands there" in screen_text(app)
        await pilot.press("z", "z")
        assert "1 of 2" in screen_text(app)
        await pilot.press("enter", "q")
        assert app.screen is app.review
        app.desk.goto(next(m.claim for m in app.desk.state.marks("r1").values() if m.stale))
        app.review.redraw()
        await pilot.pause()
        assert "stale: judged on an earlier version" in screen_text(app)


async def test_the_versions_asked_for_at_a_moved_verdict_are_of_its_article_and_lead_back_to_it() -> None:
    app = moved_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.desk.goto(next(each.id for each in app.desk.facts.in_text if each.article == "a3"))
        await pilot.press("M", "j")
        moved = app.screen
        assert isinstance(moved, MovedScreen)
        assert moved.chosen == 1
        await pilot.press("V")
        assert isinstance(app.screen, VersionsScreen)
        assert "versions  A" in screen_text(app)
        await pilot.press("q")
        assert app.screen_stack[-1] is moved
        assert "2 of 2" in screen_text(app)
        await pilot.press("V", "V", "q")
        assert app.screen_stack == [app.review]


async def test_orphans_are_counted_among_the_filters_and_listed_with_their_words() -> None:
    app = moved_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("M", "x", "m", "f")
        assert isinstance(app.screen, FilterScreen)
        assert "2  orphan (judged or noted" in screen_text(app)
        choices = [each.filter for each in app.screen.found]
        await pilot.press(*["j"] * choices.index(ORPHAN), "enter")
        assert isinstance(app.screen, MovedScreen)
        said = screen_text(app)
        assert "> [!] “At least 40 passengers were hurt”" in said
        assert "[?] “the worst accident on this route in twenty years” - who counted?" in said
        assert "it stands there now" not in said, "nothing is proposed that could be confirmed"
        await pilot.press("k")
        assert "it stands there now" in screen_text(app)
        await pilot.press("q")
        assert app.screen_stack == [app.review]
        assert app.desk.filter == ALL, "the queue shows what it showed"
        await pilot.press("z", "f")
        assert "1  orphan (judged or noted" in screen_text(app)


async def test_no_filter_for_orphans_is_offered_where_there_are_none() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "f")
        assert "orphan" not in screen_text(app)


async def test_where_nothing_has_moved_the_screen_says_so() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.review.said == ""
        await pilot.press("M", "enter", "x", "j", "z")
        assert isinstance(app.screen, MovedScreen)
        assert "nothing waits" in screen_text(app)
        await pilot.press("M", "j")
        assert app.screen_stack == [app.review]


@pytest.mark.parametrize("size", SIZES)
async def test_versions_stand_side_by_side_where_there_is_room_and_n_jumps(size: tuple[int, int]) -> None:
    app = moved_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("V")
        said = screen_text(app)
        assert "2 of 5 sentences changed, 1 removed" in said
        assert any("[-40-]" in line and "{+44+}" in line for line in said.splitlines()) == (size[0] >= 100)
        assert all(len(line) <= size[0] for line in said.splitlines())
        await pilot.press("n", "n", "n")
        assert "change 3 of 3" in screen_text(app)
        assert "[-It was the worst" in screen_text(app)
        (marked,) = [line for line in screen_text(app).splitlines() if line.startswith(">")]
        assert "It was the worst" in marked
        await pilot.press("n", "N", "l", "j", "space", "b", "V")
        assert app.screen is app.review


async def test_a_session_without_older_versions_says_how_they_come_about() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("V", "n", "l", "j", "G")
        assert isinstance(app.screen, VersionsScreen)
        assert "factcheck add" in screen_text(app)
