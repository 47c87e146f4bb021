"""The rules of a session in the app: listed with what they find, switched, edited, made from a claim."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from textual import events

from factcheck.cli.ports import app_for
from factcheck.tui.editor import run_editor
from factcheck.tui.screens.rule_editor import RuleEditor
from factcheck.tui.screens.rules import RulesScreen
from tests.sessions import OWN, RULES, STORM, session_of
from tests.tui.conftest import screen_text, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.workspace import Workspace

SIZE = (100, 30)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Workspace]:
    text = f"{STORM}\nSeven barges broke loose upriver.\n"
    with session_of(tmp_path, {"post": text}, RULES) as workspace:
        yield workspace


async def test_each_rule_is_listed_with_its_hits_and_enter_shows_its_claims(session: Workspace) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "2 of 2 rules on" in screen_text(app))
        text = screen_text(app)
        assert "rules/own.yaml: of this session, 2 rules, 3 hits here" in text
        assert "core: shipped, not used here" in text
        await pilot.press("j", "j")
        assert "{number:n} barges" in screen_text(app)
        await pilot.press("enter")
        assert app.screen is app.review
        assert [app.desk.facts.claims[claim].rules for claim in app.desk.queue.claims] == [
            ("own.barges",)
        ] * 2


async def test_a_rule_is_switched_off_and_its_claims_go_and_z_brings_them_back(session: Workspace) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "j", "j", "x")
        await until(pilot, lambda: "own.barges is off; z takes it back" in screen_text(app))
        await until(pilot, lambda: "1 of 2 rules on" in screen_text(app))
        assert len(app.desk.facts.claims) == 1
        await pilot.press("z")
        await until(pilot, lambda: len(app.desk.facts.claims) == 3)


async def test_a_judged_claim_stays_when_its_rule_is_switched_off(session: Workspace) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("G", "s", "r", "j", "j", "x")
        await until(pilot, lambda: "the verdict is kept" in " ".join(screen_text(app).split()))
        assert len(app.desk.facts.claims) == 2


async def test_errors_stand_in_the_margin_while_one_types_and_the_file_is_only_saved_when_asked(
    session: Workspace,
) -> None:
    app = app_for(session, "anna")
    path = session.folder.path / OWN
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "j", "j", "e")
        await until(pilot, lambda: isinstance(app.screen, RuleEditor))
        editor = app.screen
        assert isinstance(editor, RuleEditor)
        for _ in range(3):
            await pilot.press("down")
        await pilot.press("home", *["right"] * 16, "x")
        assert "{numxber:n}" in editor.area.text
        await until(pilot, lambda: bool(editor.problems))
        assert f" {editor.problems[0].line}:" in screen_text(app)
        assert any(line.startswith("!") for line in screen_text(app).splitlines())
        await pilot.press("escape")
        assert "not saved: Ctrl+S saves" in screen_text(app)
        assert path.read_text() == RULES
        assert "not saved, broken: 1 error" in screen_text(app)
        await pilot.press("ctrl+s")
        assert " saved, broken: 1 error" in screen_text(app)
        await until(pilot, lambda: "runs on as it was: own.barges" in screen_text(app))
        await pilot.press("escape")
        assert isinstance(app.screen, RulesScreen)
        await until(pilot, lambda: "! own.barges" in screen_text(app))
        await pilot.press("e")
        assert "broken: 1 error" in screen_text(app), "at once, before it is checked again"
        await pilot.press("escape", "q")
        assert "a rule is broken" in screen_text(app)


async def test_letters_and_keys_that_move_the_cursor_act_in_the_order_in_which_they_are_pressed(
    session: Workspace,
) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "j", "j")
        for key in ("e", "down", "down", "end", "X", "up", "home", "Y", "end", "enter", "Z"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        app.post_message(events.Paste("one\ntwo"))
        app.post_message(events.Key("backspace", None))
        await until(pilot, lambda: isinstance(app.screen, RuleEditor) and "one" in app.screen.area.text)
        editor = app.screen
        assert isinstance(editor, RuleEditor)
        await until(pilot, lambda: editor.area.text.count("tw") == 1)
        before, after = RULES.splitlines(), editor.area.text.splitlines()
        first = next(number for number, line in enumerate(before) if after[number] != line)
        assert after[first : first + 4] == ["    Ytitle: Barges", "Zone", "tw", "    kind: eventX"]
        assert [*after[:first], *after[first + 4 :]] == [*before[:first], *before[first + 2 :]]
        await pilot.press("f1")
        assert "── verdict" in screen_text(app)
        await pilot.press("q")
        assert app.screen is editor


async def test_a_shipped_pack_is_looked_at_and_not_edited(session: Workspace) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "G", "e")
        await until(pilot, lambda: isinstance(app.screen, RuleEditor))
        editor = app.screen
        assert isinstance(editor, RuleEditor)
        before = editor.area.text
        await pilot.press("x", "escape")
        assert editor.area.text == before
        await pilot.press("E")
        assert "a shipped pack is not edited" in screen_text(app)


async def test_a_pack_is_used_and_not_used_by_one_key(session: Workspace) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "J", "X")
        await until(pilot, lambda: "conflict is used" in screen_text(app))
        assert len(session.folder.config.use) == 2


async def test_a_file_left_out_by_mistake_comes_back_to_its_place_by_z_and_by_the_same_key(
    session: Workspace,
) -> None:
    session.folder.use_pack("crime", used=True)
    app = app_for(session, "anna")

    def use() -> list[str]:
        return list(session.folder.config.use)

    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "j", "j", "x", "k", "k", "X")
        assert "rules/own.yaml is not used any more" in screen_text(app)
        assert use() == ["crime"]
        await pilot.press("z")
        assert "taken back: rules/own.yaml not used any more" in screen_text(app)
        assert use() == [OWN, "crime"]
        assert session.folder.config.off == ("own.barges",)  # the switch before it stands
        await pilot.press("Z")
        assert use() == ["crime"]
        await pilot.press("X")
        assert use() == [OWN, "crime"]
        await pilot.press("H")
        assert "rules/own.yaml not used any more" in screen_text(app)


async def test_a_rule_made_from_a_claim_finds_its_like_and_keeps_the_claim_as_its_example(
    session: Workspace,
) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("G", "P")
        await until(pilot, lambda: app.review.prompt is not None)
        prompt = app.review.prompt
        assert prompt is not None
        assert prompt.input.value.startswith("{number} barges broke loose")
        await pilot.press(*["backspace"] * 40, *"{number} barges", "enter")
        await until(pilot, lambda: "rules read again" in app.review.said)
        assert "is in rules/own.yaml; r shows it; rules read again: " in app.review.said
        assert "own.rule_1" in {rule for claim in session.analysis.claims for rule in claim.rules}
        assert "Seven barges broke loose" in (session.folder.path / OWN).read_text()
        await pilot.press("z")
        await until(pilot, lambda: session.folder.config.off == ("own.rule_1",))


async def test_a_rule_made_from_words_that_nobody_can_check_says_that_it_makes_no_claim(
    tmp_path: Path,
) -> None:
    text = f"{STORM}\nThe mayor would neither confirm nor deny this.\n"
    with session_of(tmp_path, {"post": text}, RULES) as session:
        app = app_for(session, "anna")
        async with app.run_test(size=SIZE) as pilot:
            desk = app.desk
            article = desk.articles[0]
            at = article.text.index("The mayor")
            desk.mark_span(article.id, at, len(article.text.rstrip()) - 1)
            app.review.redraw()
            await pilot.press("P")
            await until(pilot, lambda: app.review.prompt is not None)
            await pilot.press("enter")
            await until(pilot, lambda: "no claim comes of it" in app.review.said)
            assert "with 1 hit here" in app.review.said


async def test_where_no_pattern_can_be_proposed_it_is_said_why(session: Workspace) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=SIZE) as pilot:
        desk = app.desk
        article = desk.articles[0]
        at = article.text.index(" the ")
        desk.mark_span(article.id, at, at + len(" the "))
        app.review.redraw()
        await pilot.press("P")
        await until(pilot, lambda: "no word stands in the claim" in screen_text(app))
        await pilot.press("enter")
        assert app.review.said == "no rule made: the pattern was empty"


async def test_a_pattern_that_misses_its_own_claim_makes_no_rule(session: Workspace) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("P")
        await until(pilot, lambda: app.review.prompt is not None)
        await pilot.press(*["backspace"] * 90, *"zebra", "enter")
        await until(pilot, lambda: "does not find the claim it was made from" in screen_text(app))
        assert (session.folder.path / OWN).read_text() == RULES


async def test_a_pattern_with_an_error_is_mended_in_the_line_in_which_it_was_typed(
    session: Workspace,
) -> None:
    app = app_for(session, "anna")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("G", "P")
        await until(pilot, lambda: app.review.prompt is not None)
        await pilot.press(*["backspace"] * 90, *"{nomber} barges", "enter")
        # What is typed on at once is the correction, never keys of the screen.
        await pilot.press(*["left"] * 12, "backspace", "u")
        await until(pilot, lambda: "“nomber”" in screen_text(app) or "'nomber'" in screen_text(app))
        prompt = app.review.prompt
        assert prompt is not None
        assert prompt.input.value == "{number} barges"
        assert app.desk.state.history == []
        await pilot.press("enter")
        await until(pilot, lambda: "is in rules/own.yaml" in app.review.said)


async def test_an_editor_that_is_not_there_is_said(
    session: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_for(session, "anna")
    monkeypatch.delenv("VISUAL", raising=False)
    async with app.run_test(size=SIZE):
        monkeypatch.delenv("EDITOR", raising=False)
        assert "no editor is named" in run_editor(app, "x.yaml", 1)
        monkeypatch.setenv("EDITOR", "'")
        assert "cannot be read" in run_editor(app, "x.yaml", 1)
        monkeypatch.setenv("EDITOR", sys.executable)
        assert "this terminal cannot be given away" in run_editor(app, "x.yaml", 1)
