"""The command palette: every action of the registry, found by its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.theme import ThemeProvider

from factcheck.tui.actions import ACTIONS, Action, labels_on
from factcheck.tui.screens.base import ActionScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.events import Click

    from factcheck.tui.app import FactcheckApp


IN_PLACE = "What its key does on this screen"


class ActionProvider(Provider):
    """Titles and helps are ``Content``, never markup."""

    async def discover(self) -> Hits:
        for action in ACTIONS:
            title, told = self._title(action), self._help(action)
            yield DiscoveryHit(Content(title), partial(self._run, action), help=told)

        for command in self._app.get_system_commands(self.screen):
            yield DiscoveryHit(Content(command.title), command.callback, help=command.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self._app.get_system_commands(self.screen):
            if (score := matcher.match(command.title)) > 0:
                yield Hit(score, Content(command.title), command.callback, help=command.help)
        for action in ACTIONS:
            title, told = self._title(action), self._help(action)
            # A word of the help finds it too, below what is called so.
            score = max(matcher.match(title), matcher.match(told) / 2)
            if score > 0:
                yield Hit(score, Content(title), partial(self._run, action), text=title, help=told)

    def _title(self, action: Action) -> str:
        keys = " ".join(filter(None, (self._app.keymap.first(action.id),)))
        label = self._here.get(action.id, action.label)
        return f"{label} ({keys})" if keys else label

    def _help(self, action: Action) -> str:
        return IN_PLACE if action.id in self._here else action.help

    @property
    def _here(self) -> Mapping[str, str]:
        """What actions mean on the screen from which one looks for them."""
        return labels_on(self.screen.hinted) if isinstance(self.screen, ActionScreen) else {}

    @property
    def _app(self) -> FactcheckApp:
        return cast("FactcheckApp", self.app)

    def _run(self, action: Action) -> None:
        screen = self._app.screen
        if isinstance(screen, ActionScreen):
            screen.perform(action.id, action.keys[0])


class Commands(CommandList):
    """Textual's own, for whom a click may come after the line it was on went away."""

    def _on_click(self, event: Click) -> None:  # type: ignore[override]
        line = event.style.meta.get("option")
        if line is not None and line >= self.option_count:
            event.prevent_default()


class Palette(CommandPalette):
    """Textual's own, that keys typed ahead do no harm to, nor a window without room for its list."""

    _chosen = False

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            yield Commands() if isinstance(widget, CommandList) else widget

    def _action_command_list(self, action: str) -> None:
        # A list without room has no lines, and no page to turn; and a second Enter chooses nothing more.
        if not self.query_one(CommandList).scrollable_content_region or self._chosen:
            return
        self._chosen = action == "select"
        super()._action_command_list(action)

    def dismiss(self, result: None = None) -> AwaitComplete:
        # What was typed ahead of its closing would close the screen below.
        if self.is_current:
            return super().dismiss(result)
        return AwaitComplete.nothing()  # type: ignore[no-untyped-call, no-any-return]


def actions() -> Palette:
    """All that the app can do."""
    return Palette(id="--command-palette")


def themes() -> Palette:
    """The themes to choose from."""
    return Palette(providers=[ThemeProvider], placeholder="Search for themes…")
