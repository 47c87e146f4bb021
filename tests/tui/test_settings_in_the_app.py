"""Keys and theme of a person's settings, as they meet them in the app."""

from __future__ import annotations

from factcheck.problems import BadInput, Problem
from factcheck.tui.ports import Ports
from factcheck.tui.theme import HIGH_CONTRAST, LIGHT
from tests.tui.conftest import answer, make_app, says, screen_text, until


async def test_a_key_of_the_settings_judges_and_help_and_footer_name_it() -> None:
    app = make_app(ports=Ports(title="ferry", keymap={"verdict.supported": "F5"}))
    async with app.run_test(size=(120, 40)) as pilot:
        assert "F5" in screen_text(app)
        await pilot.press("f5")
        assert "supported" in answer(app)
        await pilot.press("z", "s")
        assert answer(app).startswith("taken back")


async def test_what_is_wrong_with_the_keys_is_said_when_the_app_opens() -> None:
    app = make_app(ports=Ports(title="ferry", keymap={"verdict.supportd": "F5", "verdict.repeat": "c"}))
    async with app.run_test(size=(200, 50)):
        said = screen_text(app)
        assert "there is no action “verdict.supportd”" in said


async def test_a_theme_of_the_settings_is_on() -> None:
    app = make_app(ports=Ports(title="ferry", theme="high-contrast"))
    async with app.run_test(size=(80, 24)):
        assert app.theme == HIGH_CONTRAST.name


async def test_a_theme_chosen_in_the_app_is_kept_and_one_that_cannot_be_is_said() -> None:
    kept: list[str] = []

    def keep(name: str) -> None:
        if kept:
            raise BadInput(Problem("settings.yaml", "cannot be written", "the disk is full"))
        kept.append(name)

    app = make_app(ports=Ports(title="ferry", keep_theme=keep))
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = HIGH_CONTRAST.name
        await pilot.pause()
        assert kept == ["high-contrast"]
        assert "settings.yaml keeps it" in answer(app)
        app.theme = LIGHT.name
        await pilot.pause()
        assert "the disk is full" in answer(app)


async def test_a_theme_is_found_and_chosen_by_keyboard() -> None:
    kept: list[str] = []
    app = make_app(ports=Ports(title="ferry", keep_theme=kept.append))
    async with app.run_test(size=(120, 40)) as pilot:
        before = len(app.desk.state.history)
        await pilot.press("colon")
        await until(pilot, lambda: app.screen.id == "--command-palette")
        await pilot.press(*"theme")
        await until(pilot, lambda: says(app, "Theme"))
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: says(app, "Search for themes"))
        await pilot.press(*"factcheck-light")
        await until(pilot, lambda: screen_text(app).count("factcheck-light") > 1)
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: app.theme == LIGHT.name)
        assert kept == ["light"]
        assert len(app.desk.state.history) == before
