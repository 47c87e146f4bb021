"""Moved text, history, versions, the second review and the sign-off, by keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.problems import BadInput, Problem
from factcheck.review.desk import Desk
from factcheck.review.drafts import blinded
from factcheck.review.filters import ALL, ORPHAN
from factcheck.review.memory import MemoryLog
from factcheck.store import Store
from factcheck.tui.layout.line import plain
from factcheck.tui.ports import Ports, Task
from factcheck.tui.screens.filters import FilterScreen
from factcheck.tui.screens.history import HistoryScreen
from factcheck.tui.screens.moved import MovedScreen
from factcheck.tui.screens.versions import VersionsScreen
from tests.factories import split_lines, story
from tests.moved_world import TOLL, judged_before, later_desk
from tests.tui.conftest import answer, make_app, says, screen_text, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from factcheck.tui.app import FactcheckApp

SIZES = [(80, 24), (120, 40), (200, 50)]


def moved_app() -> FactcheckApp:
    log = MemoryLog()
    judged_before(log)
    return make_app(desk=later_desk(log))


def disputed(log: MemoryLog, reviewer: str = "r1") -> FactcheckApp:
    """Anna and ben differ on the first claim; the app is another reviewer's."""
    for name in ("anna", "ben"):
        desk = Desk(story(), log, name, split=split_lines)
        desk.judge("conflicting" if name == "anna" else "unsourced")
    return make_app(desk=Desk(story(), log, reviewer, split=split_lines))


# --- the claims themselves change -----------------------------------------------------------


async def test_a_claim_trimmed_by_key_is_drawn_so_and_the_matrix_knows_it() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("<")
        assert answer(app).startswith("trimmed: A2")
        assert "(! At least 40 passengers were) hurt" in screen_text(app)
        assert "suggested  by hand" in screen_text(app)
        await pilot.press(">")
        assert "(! At least 40 passengers were hurt) when" in screen_text(app)
        await pilot.press("<", "m")
        await pilot.press("enter")
        assert app.desk.claim is not None
        assert app.desk.claim.text == "At least 40 passengers were"


async def test_a_search_hit_becomes_a_claim_and_can_be_tied() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"ran aground", "enter", "v")
        assert "is a claim now" in answer(app)
        assert app.desk.claim is not None
        assert app.desk.claim.how == "hand"
        assert "(  ran aground)" in screen_text(app)
        await pilot.press("escape", "z", "g", "l", "T")
        assert "are not the same fact" in answer(app)
        await pilot.press("v")
        assert "select words with the mouse" in answer(app)


async def select_the_ship(app: FactcheckApp, pilot: Pilot[None]) -> None:
    """Draw the mouse over the first words of the third paragraph."""
    pane = app.review.panes[0]
    start = app.desk.articles[0].text.index("The ship")
    spot = next(
        (x, y)
        for y in range(pane.size.height)
        for x in range(pane.size.width)
        if pane.offset_at(x, y) == start
    )
    await pilot.mouse_down(pane, offset=spot)
    await pilot.hover(pane, offset=(spot[0] + 8, spot[1]))
    await pilot.mouse_up(pane, offset=(spot[0] + 8, spot[1]))
    await until(pilot, lambda: pane.selected_range() is not None)


async def test_words_selected_with_the_mouse_become_evidence() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await select_the_ship(app, pilot)
        await pilot.press("E")
        assert app.review.prompt is not None
        assert app.review.prompt.input.value.startswith("A3: The ship")
        await pilot.press("enter")
        assert "will rest on it" in answer(app)


async def test_words_selected_with_the_mouse_become_a_claim() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await select_the_ship(app, pilot)
        await pilot.press("v")
        assert app.desk.claim is not None
        assert app.desk.claim.how == "hand"
        assert app.desk.claim.text.startswith("The ship")


async def test_what_anothers_hand_marks_appears_within_a_second(tmp_path: Path) -> None:
    with Store.open(tmp_path / "factcheck.db", create=True) as here, Store.open(here.path) as there:
        app = make_app(desk=Desk(story(), here, "anna", split=split_lines))
        async with app.run_test(size=(120, 40)) as pilot:
            claim = app.desk.claim
            ben = Desk(story(), there, "ben", split=split_lines)
            ben.judge("unsourced")
            await until(pilot, lambda: "ben: ? unsourced" in screen_text(app))
            text = ben.articles[0].text
            at = text.index("aground near")
            ben.mark_span(ben.articles[0].id, at, at + len("aground near"))
            await until(pilot, lambda: "(  aground near)" in screen_text(app))
            assert app.desk.claim == claim


async def test_evidence_from_outside_is_typed_and_shown_on_the_card() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("E", *"https://k.example/[/red]", "enter")
        assert answer(app).startswith("the next verdict on A2 will rest on it")
        assert "https://k.example/[/red]" in plain(app.review.card.lines[2])
        await pilot.press("E", *"C3: nowhere", "enter")
        assert "do not stand in C3" in screen_text(app)
        await pilot.press("escape", "s")
        assert app.desk.progress().supported == 1


# --- moved text -----------------------------------------------------------------------------


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


# --- versions -------------------------------------------------------------------------------


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
        await pilot.press("n", "N", "l", "j", "space", "b", "V")
        assert app.screen is app.review


async def test_a_session_without_older_versions_says_how_they_come_about() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("V", "n", "l", "j", "G")
        assert isinstance(app.screen, VersionsScreen)
        assert "factcheck add" in screen_text(app)


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
