"""The review screen driven by keys and mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from factcheck.problems import BadInput, Problem
from factcheck.review.desk import Desk
from factcheck.review.memory import MemoryLog
from factcheck.tui.app import FactcheckApp
from factcheck.tui.layout.line import plain
from factcheck.tui.ports import Ports
from tests.desks import make_desk
from tests.factories import empty, make_article, split_lines, story
from tests.tui.conftest import answer, make_app, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article, Event, Paragraph


@pytest.mark.parametrize(("size", "panes"), [((80, 24), 1), ((120, 40), 2), ((200, 50), 3)])
async def test_text_and_highlights_are_there_at_every_size(size: tuple[int, int], panes: int) -> None:
    app = make_app()
    async with app.run_test(size=size):
        said = screen_text(app)
        assert "(! At least 40 passengers were hurt)" in said
        assert "who says what" in said
        assert "CONFLICTING, sources disagree" in said
        assert sum(pane.display for pane in app.review.panes) == panes
        assert len(said.splitlines()) == size[1]


async def test_judging_by_key_answers_and_moves_on_and_z_returns() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c")
        assert answer(app).startswith("conflicting set on A2")
        await pilot.press("k")
        assert "[! At least 40 passengers were hurt]" in screen_text(app)
        assert "judged 1" in screen_text(app)
        await pilot.press("z")
        assert answer(app) == "taken back: conflicting on A2"
        assert "(! At least 40 passengers were hurt)" in screen_text(app)


async def test_a_whole_review_by_keys_on_a_cyrillic_layout() -> None:
    log = MemoryLog()
    app = make_app(log=log)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ы", "с", "г", "ч", "в", "ф")
        progress = app.desk.progress()
        assert (progress.supported, progress.conflicting, progress.unsourced, progress.open) == (1, 2, 1, 1)
        assert len(log.events()) == 6
        await pilot.press("о", "Л", "щ", "ь")
        assert type(app.screen).__name__ == "MatrixScreen"
        await pilot.press("й")
        assert app.screen is app.review


async def test_the_other_pane_follows_the_mention_pointed_at() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        assert "B Northern Wire" in plain(app.review.top.lines[2])
        await pilot.press("l")
        assert "C Daily Lantern" in plain(app.review.top.lines[2])
        await pilot.press("4")
        assert "D Roundup" in plain(app.review.top.lines[2])
        await pilot.press("enter")
        assert plain(app.review.top.lines[2]).startswith("── D Roundup")


async def test_tab_gives_a_single_pane_the_full_height_and_back() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.review.panes[0].size.height
        await pilot.press("tab")
        await pilot.pause()
        assert app.review.panes[0].size.height > before
        assert "who says what" not in screen_text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert app.review.panes[0].size.height == before


async def test_paging_scrolls_the_text_and_leaves_the_claim() -> None:
    analysis = story()
    long = replace(analysis.articles[0], text=analysis.articles[0].text + "More of the same.\n" * 80)
    app = make_app(replace(analysis, articles=(long, *analysis.articles[1:])))
    async with app.run_test(size=(120, 40)) as pilot:
        claim = app.desk.claim
        pane = app.review.panes[0]
        top = pane.scroll_offset.y
        await pilot.press("space")
        await until(pilot, lambda: pane.scroll_offset.y > top + 8)
        assert app.desk.claim == claim
        await until(pilot, lambda: "p1-" not in plain(app.review.top.lines[2])[:60])
        await pilot.press("b")
        await until(pilot, lambda: pane.scroll_offset.y <= top)


async def test_a_note_is_typed_kept_as_a_draft_and_saved() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("a", "s", "k", "escape")
        assert "draft" in answer(app)
        assert "note, not saved: ask" in screen_text(app)
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press("!", "enter")
        assert answer(app) == "note on A2 saved; z takes it back"
        assert app.desk.note() == "ask!"
        assert app.desk.progress().judged == 0


async def test_search_shows_hits_walks_them_and_ends() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.focused, Input))
        await pilot.press(*"rust", "enter")
        assert answer(app).startswith("hit 1 of 1 for “rust” in C4")
        assert "C Daily Lantern" in plain(app.review.top.lines[2])
        assert "n/N hit" in screen_text(app)
        await pilot.press("enter")
        assert app.desk.fact is not None
        assert app.desk.fact.label == "Rust in the hull"
        await pilot.press("escape")
        assert "n/N hit" not in screen_text(app)


async def test_a_click_on_a_claim_takes_it_in_hand_and_one_on_a_row_points_at_it() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(app.review.panes[1], offset=(12, 2))
        assert app.desk.claim is not None
        assert app.desk.claim.text == "Some 40 people were injured"
        await pilot.click(app.review.voices, offset=(20, 5))
        assert app.desk.row == 3
        await pilot.click(app.review.voices, offset=(20, 5), times=2)
        assert app.desk.claim.text == "treated 62 people"


async def test_dragging_selects_the_words_of_the_article_without_signs() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        pane = app.review.panes[0]
        await pilot.mouse_down(pane, offset=(5, 2))
        await pilot.hover(pane, offset=(20, 2))
        await pilot.hover(pane, offset=(20, 3))
        await pilot.mouse_up(pane, offset=(20, 3))
        selected = app.screen.get_selected_text()
        assert selected is not None
        assert selected.startswith("At least 40 passengers were hurt when the ferry")
        assert selected in app.desk.articles[0].text
        claim = app.desk.claim
        await pilot.press("ctrl+c")
        assert app.clipboard == selected
        assert app.desk.claim == claim
        await pilot.press("escape")
        assert app.screen.get_selected_text() is None


async def test_copying_without_a_selection_says_how_to_leave() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+c")
        assert "q leaves" in answer(app)
        await pilot.press("y")
        assert app.clipboard.endswith("(the coastguard, in Harbour Courier, 2026-03-04; A2)")
        await pilot.press("ctrl+s")
        assert answer(app).startswith("all is saved")


async def test_quitting_reports_the_claim_in_hand() -> None:
    left: list[str | None] = []
    app = make_app(ports=Ports(title="ferry", on_quit=left.append))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j")
        claim = app.desk.claim
        await pilot.press("q")
    assert claim is not None
    assert left == [claim.id]


async def test_an_error_of_the_log_is_the_answer_not_a_crash() -> None:
    class FullDisk(MemoryLog):
        def append(self, events: Sequence[Event]) -> tuple[Event, ...]:
            raise BadInput(Problem("session/factcheck.db", "not written", "the disk is full", "make room"))

    app = make_app(log=FullDisk())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        assert answer(app) == "error: session/factcheck.db: not written; the disk is full; make room"


async def test_a_read_only_session_says_so() -> None:
    app = FactcheckApp(make_desk(read_only=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        assert answer(app).startswith("read-only: ")


async def test_too_small_a_window_says_so_and_recovers() -> None:
    app = make_app()
    async with app.run_test(size=(50, 14)) as pilot:
        assert "too small" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "who says what" in screen_text(app))
        await pilot.resize_terminal(200, 50)
        await until(pilot, lambda: sum(pane.display for pane in app.review.panes) == 3)


async def test_a_session_without_claims_is_a_sensible_screen() -> None:
    app = make_app(empty())
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Nothing happened." in screen_text(app)
        assert "No claim was found" in screen_text(app)
        for key in ("j", "s", "S", "l", "enter", "f", "o", "i", "y", "z", "e", "w", ".", "m", "q", "G", "2"):
            await pilot.press(key)
        assert answer(app)


async def test_markup_and_escapes_in_everything_people_write_do_no_harm() -> None:
    nasty = "[/red] [b] \x1b[31m \u202e[@click=app.quit]x[/]"
    analysis = story()
    articles = tuple(replace(article, title=nasty, source=nasty) for article in analysis.articles)
    groups = tuple(replace(group, label=nasty) for group in analysis.comparison.groups)
    suggestions = tuple(replace(suggestion, why=nasty) for suggestion in analysis.comparison.suggestions)
    comparison = replace(analysis.comparison, groups=groups, suggestions=suggestions)
    ports = Ports(title=nasty, notices=(nasty, nasty))
    app = make_app(replace(analysis, articles=articles, comparison=comparison), ports=ports)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        assert app.desk.claim is not None
        app.desk.write_note(app.desk.claim.id, nasty)
        for key in ("j", "k", "s", "z", "m", "j", "q", "p", "q", "?", "q", "colon"):
            await pilot.press(key)
        await pilot.press("escape")
        said = screen_text(app)
        assert "[/red]" in said
        assert "\x1b" not in said
        assert "\u202e" not in said


async def test_what_another_window_writes_appears() -> None:
    class Shared(MemoryLog):
        def changed(self) -> bool:
            return True

    log = Shared()
    app = make_app(log=log)
    other = make_desk(log)
    async with app.run_test(size=(120, 40)) as pilot:
        other.judge("unsourced")
        app.look_for_others()
        await pilot.pause()
        assert "[? At least 40" in screen_text(app)


async def test_notices_are_shown_at_the_start_and_kept_in_the_help() -> None:
    app = make_app(ports=Ports(notices=("note: B has no date", "note: C has no date")))
    async with app.run_test(size=(120, 40)) as pilot:
        assert answer(app) == "note: B has no date (1 more: ? lists them)"
        await pilot.press("?")
        assert "note: C has no date" in screen_text(app)


async def test_a_long_notice_is_cut_in_the_answer_and_whole_in_the_help() -> None:
    long = "error: rules/own.yaml:3:1: " + "this rule was set aside " * 8 + "and so on to its end"
    app = make_app(ports=Ports(notices=(long, "another")))
    async with app.run_test(size=(100, 40)) as pilot:
        assert answer(app).endswith("… (1 more: ? lists them)")
        await pilot.press("?")
        assert "and so on to its end" in screen_text(app)


async def test_what_silent_articles_say_instead_is_shown_after_a_pause() -> None:
    app = make_app()
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("J")
        assert "C D silent: looking for" in screen_text(app)
        await until(pilot, lambda: "C D silent: looked for" in screen_text(app))
        assert "nearest: " in screen_text(app)
        await pilot.press("m", "l", "l")
        assert "C silent: looked for" in screen_text(app)


def headed(article: Article) -> tuple[Paragraph, ...]:
    """The lines of an article as paragraphs, the first two as header lines."""
    lines = enumerate(split_lines(article))
    return tuple(
        replace(line, number=at - 1) if at > 1 else replace(line, number=0, why="header line")
        for at, line in lines
    )


async def test_an_article_opens_at_the_first_paragraph_to_read() -> None:
    text = "Source: Kelm Post\nDate: 3 May\n" + "\n".join(f"Line {n} of it." for n in range(1, 60))
    app = FactcheckApp(Desk(replace(empty(), articles=(make_article("a1", text, "Kelm Post"),)),
                            MemoryLog(), "r1", split=headed))  # fmt: skip
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.review.panes[0].paragraphs.startswith("p1-")
        assert "Source: Kelm" not in screen_text(app)
        await pilot.press("b")
        await until(pilot, lambda: "Source: Kelm" in screen_text(app))
        rows = screen_text(app).split("\n")
        source = next(at for at, row in enumerate(rows) if "Source: Kelm" in row)
        assert "Date: 3 May" in rows[source + 1]
        assert rows[source + 2].strip() == ""
        assert "Line 1 of it." in rows[source + 3]


async def test_without_colour_the_screen_still_tells_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("u", "k")
        said = screen_text(app)
        assert "[? At least 40 passengers were hurt]" in said
        assert "(! Some 40 people were injured)" in said
