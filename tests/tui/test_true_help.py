"""The help is true: of the screen that it is asked on, of every action, and of what keys lost."""

from __future__ import annotations

import pytest

from factcheck.tui.actions import ACTIONS, HINTS
from factcheck.tui.keys import Keymap
from factcheck.tui.layout.guide import guide
from factcheck.tui.layout.line import cells, plain
from tests.tui.conftest import make_app, says, screen_text, until

SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("key", "does"),
    [("H", "B                undo to here"), ("p", "o                open it"), ("m", "hjkl")],
)
async def test_the_keys_of_the_screen_come_first_where_they_mean_something_else(
    key: str, does: str, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press(key, "?")
        told = screen_text(app)
        assert "on this screen" in told
        assert does in told
        await pilot.press("q", "q", "?")
        assert "on this screen" not in screen_text(app)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_help_names_every_action_as_settings_do_even_one_that_has_lost_its_key(width: int) -> None:
    lines = [plain(line) for line in guide(Keymap({"verdict.supported": "c"}), width)]
    assert all(cells(line) <= width for line in lines)
    words = {word for line in lines for word in line.split()}
    assert {action.id for action in ACTIONS} <= words
    (lost,) = [line for line in lines if "verdict.conflicting" in line]
    at = lines.index(lost)
    assert "no key" in lost or "no key" in lines[at - 1]


def test_every_screen_of_keys_names_its_help() -> None:
    lines_to_type_into = {"prompt", "note", "help"}
    for context in HINTS.keys() - lines_to_type_into:
        named = {action for row in HINTS[context] for hint in row for action in hint.actions}
        assert "screen.help" in named, context


async def test_the_palette_calls_a_key_by_what_it_does_on_the_screen_below() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p", "colon")
        await until(pilot, lambda: app.screen.id == "--command-palette")
        await pilot.press(*"open it")
        await until(pilot, lambda: says(app, "open it (o)"))
