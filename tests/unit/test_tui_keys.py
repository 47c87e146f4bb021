"""One registry of actions: keys, layouts by key position, remapping, footer and help."""

from __future__ import annotations

import pytest

from factcheck.tui.actions import ACTIONS, BY_ID, HINTS
from factcheck.tui.keys import Keymap, shown
from factcheck.tui.layout.guide import guide
from factcheck.tui.layout.hints import hints
from factcheck.tui.layout.line import length, plain


def read(keymap: Keymap, typed: str) -> str | None:
    found = keymap.read(typed, typed if len(typed) == 1 else None)
    return found[0] if found else None


def test_ids_are_unique_and_no_default_key_is_taken_twice() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert Keymap().problems == []


def test_every_hint_names_an_action() -> None:
    for rows in HINTS.values():
        for row in rows:
            for hint in row:
                assert all(action in BY_ID for action in hint.actions)


@pytest.mark.parametrize(
    ("typed", "latin"),
    [("о", "j"), ("л", "k"), ("ы", "s"), ("і", "s"), ("с", "c"), ("Ы", "S"), ("я", "z"), ("Я", "Z"),
     ("ю", "."), ("х", "["), ("ї", "]"), ("Ж", ":"), ("σ", "s"), ("ψ", "c"), ("Σ", "S"), ("ξ", "j"),
     ("θ", "u"), ("ζ", "z")],
)  # fmt: skip
def test_letters_of_other_scripts_count_by_key_position(typed: str, latin: str) -> None:
    assert read(Keymap(), typed) == read(Keymap(), latin)


def test_signs_that_moved_count_by_position_only_after_a_letter_of_that_script() -> None:
    keymap = Keymap()
    assert read(keymap, ".") == "verdict.repeat"
    read(keymap, "о")
    assert read(keymap, ".") == "search.open"
    assert read(keymap, ",") == "screen.help"
    read(keymap, "j")
    assert read(keymap, ".") == "verdict.repeat"
    assert read(keymap, ";") is None
    read(keymap, "σ")
    assert read(keymap, ";") == "app.back"


@pytest.mark.parametrize(
    ("said", "key"),
    [("F5", "f5"), ("Ctrl+F", "ctrl+f"), ("Space", "space"), ("Esc", "escape"), ("PgDn", "pagedown"),
     ("W", "W"), ("Return", "enter"), ("Shift+Tab", "shift+tab"), (" x ", "x")],
)  # fmt: skip
def test_keys_are_read_as_people_write_them(said: str, key: str) -> None:
    assert Keymap({"verdict.repeat": said}).keys("verdict.repeat") == (key,)


def test_named_keys_and_the_number_that_was_pressed() -> None:
    keymap = Keymap()
    assert keymap.read("space", " ") == ("page.down", "space")
    assert keymap.read("ctrl+d", "\x04") == ("half.down", "ctrl+d")
    assert keymap.read("4", "4") == ("article.show", "4")
    assert keymap.read("question_mark", "?") == ("screen.help", "?")
    assert keymap.read("f9", None) is None


def test_a_remapped_action_answers_to_its_new_keys_only() -> None:
    keymap = Keymap({"verdict.supported": "f5,Q"})
    assert read(keymap, "Q") == read(keymap, "f5") == "verdict.supported"
    assert read(keymap, "s") is None
    assert keymap.first("verdict.supported") == "F5"
    assert keymap.problems == []


def test_a_clash_and_an_unknown_action_are_reported() -> None:
    keymap = Keymap({"verdict.supported": "c", "verdict.superb": "q"})
    assert read(keymap, "c") == "verdict.supported"
    assert any("verdict.superb" in problem for problem in keymap.problems)
    assert any("“conflicting” lost it" in problem for problem in keymap.problems)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("context", [*HINTS])
def test_hints_fit_and_keep_the_way_out(context: str, width: int) -> None:
    lines = hints(context, Keymap(), width, 2)
    assert 1 <= len(lines) <= 2
    assert all(length(line) <= width for line in lines)
    assert plain(lines[-1]).rstrip().endswith(("help", "back"))


def test_the_footer_follows_the_keymap() -> None:
    line = plain(hints("review", Keymap({"verdict.supported": "f5"}), 140, 2)[0])
    assert line.startswith(" F5 supported  c conflicting")


def test_the_help_lists_every_action_that_has_a_key() -> None:
    said = "\n".join(plain(line) for line in guide(Keymap(), 120))
    assert all(action.help in said for action in ACTIONS)
    assert "1-9" in said
    notices = "\n".join(plain(line) for line in guide(Keymap({"x.y": "q"}), 120, ("a [/red] notice",)))
    assert "a [/red] notice" in notices


def test_keys_are_shown_as_people_write_them() -> None:
    assert [shown(key) for key in ("ctrl+d", "space", "f1", "s", "S", "shift+tab")] == [
        "Ctrl+D", "Space", "F1", "s", "S", "Shift+Tab",
    ]  # fmt: skip
