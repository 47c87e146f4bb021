"""The app: it holds the desk, the keymap and the theme, and opens the screens."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SuspendNotSupported

from factcheck.problems import BadInput
from factcheck.review.carrying import notice
from factcheck.tui.actions import BY_ID, ELSEWHERE
from factcheck.tui.early import Early
from factcheck.tui.joining import Joining
from factcheck.tui.keeping import Keeping
from factcheck.tui.keys import Keymap
from factcheck.tui.layout.line import cells, cut
from factcheck.tui.live import Live
from factcheck.tui.openings import OPENINGS
from factcheck.tui.ports import Ports
from factcheck.tui.screens.base import ActionScreen
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.silences import Silences
from factcheck.tui.theme import THEMES, Tones
from factcheck.tui.work import Work
from factcheck.wording.words import count, flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import SystemCommand
    from textual.command import Provider
    from textual.screen import Screen

    from factcheck.review.desk import Desk

JUST = 3.0
"""Seconds for which the answer of an act goes before the line that tells what came of it."""
AT_ONCE = 0.5
"""Seconds after a screen was left in which the same key does not leave the app, too."""
LOOK_EVERY = 0.5
"""Seconds between looks at what other reviewers or windows have written."""


def _actions_provider() -> type[Provider]:
    from factcheck.tui.palette import ActionProvider

    return ActionProvider


class FactcheckApp(App[None]):
    """Compare articles claim by claim at a desk."""

    TITLE = "factcheck"
    # Textual reads no style sheet of a default screen itself.
    CSS_PATH = "screens/review.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_actions_provider}
    BINDINGS = []  # noqa: RUF012  # keys are read by the screens, through the keymap

    def __init__(self, desk: Desk, ports: Ports | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.ports = ports or Ports()
        self.keymap = Keymap(self.ports.keymap)
        self.silences = Silences(desk, self.ports.meanings)
        self._tones: Tones | None = None
        self._answered = "", 0.0
        self._back_at = -AT_ONCE
        self.early = Early()
        self.keeping = Keeping(self)
        self.work = Work(self)
        self.joining = Joining(self, self.ports.compare)
        self._begin_with(self.ports.theme)
        self.review = ReviewScreen(desk)
        self.live = Live(self, self.ports.reload) if self.ports.reload is not None else None

    def _begin_with(self, chosen: str) -> None:
        """The first theme: set without its watcher, which would read all style sheets a second time."""
        for theme in THEMES.values():
            self.register_theme(theme)
        theme = THEMES[chosen]
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)

    @property
    def tones(self) -> Tones:
        """The tones of the theme that is on."""
        if self._tones is None:
            self._tones = Tones(self.theme_variables)
        return self._tones

    def get_default_screen(self) -> Screen[None]:
        return self.review

    def on_mount(self) -> None:
        self.theme_changed_signal.subscribe(self, lambda theme: self._new_theme(theme.name))
        waits = notice(self.desk)
        pointed = (f"{waits}: {self.keymap.first('screen.moved')}",) if waits else ()
        notices = (*pointed, *self.ports.notices, *self.keymap.problems)
        if notices:
            self.review.say(_notice(notices, self.size.width - 2))
        self.set_interval(LOOK_EVERY, self.look_for_others)
        self.call_after_refresh(self._shown)
        if self.live is not None:
            self.live.start()

    def on_ready(self) -> None:
        """The first frame stands: from here on keys are meant for what is seen."""
        if dropped := self.early.stands():
            self.review.say("; ".join(filter(None, (dropped, self.review.said))))

    def _shown(self) -> None:
        """What can wait until the text stands on the screen."""
        if self.ports.shown is not None:
            self.ports.shown()
        self.joining.start()

    def look_for_others(self) -> None:
        """Show what another window or reviewer has written since, and have it compared."""
        self.joining.catch_up()
        try:
            news = self.desk.others_wrote() and self.desk.refresh()
        except BadInput as refused:
            self.answer(str(refused))
            return
        if news:
            self.draw_anew()
            self.joining.tell()

    def _new_theme(self, chosen: str) -> None:
        """Show the theme, and keep it where it is one that settings.yaml can name."""
        self._retint()
        name = next((name for name, theme in THEMES.items() if theme.name == chosen), None)
        if name is None or self.ports.keep_theme is None:
            return
        try:
            self.ports.keep_theme(name)
        except BadInput as refused:
            self.answer(str(refused))
        else:
            self.answer(f"theme: {name}; settings.yaml keeps it")

    def _retint(self) -> None:
        self._tones = None
        for screen in self.screen_stack:
            if isinstance(screen, ActionScreen):
                screen.redraw()
            screen.refresh(layout=True)

    # --- keys and actions of every screen ----------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """A key acts before the next one is read, on whatever is on top by then: none typed ahead is lost.

        What is pasted takes the same way, so that it stands between the keys before and behind it.
        """
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if not (self.early.drops(event) or self.work.holds(event)):
                await self.take(event)
        else:
            await super().on_event(event)

    @property
    def top(self) -> ActionScreen | None:
        """The screen on top where it is one of ours; None, too, while the app is being left."""
        top = self.screen_stack[-1] if self.screen_stack else None
        return top if isinstance(top, ActionScreen) else None

    def draw_anew(self) -> None:
        """Show the desk as it is now on the screen that one sees, also behind the palette."""
        seen = [screen for screen in self.screen_stack if isinstance(screen, ActionScreen)]
        if seen:
            seen[-1].redraw()

    async def take(self, typed: events.Key | events.Paste) -> None:
        """Act on a key, or on what is pasted."""
        if self.top is not None and self.top.unseen:
            # Nor does a line to type into get it; Ctrl+Q is Textual's own, and works everywhere.
            if not (isinstance(typed, events.Key) and await self._check_bindings(typed.key, priority=True)):
                self.top.take_unseen(typed)
        elif not (self.top is not None and await self.top.take(typed)):
            await super().on_event(typed)

    def perform(self, action: str) -> None:
        """Run an action that belongs to no screen; one that means nothing here says so."""
        own: dict[str, Callable[[], object]] = {
            "app.palette": self.action_command_palette,
            "app.saved": lambda: self.answer(self.desk.saved()),
            "app.suspend": self._suspend,
            "app.copy": self._copy,
            "app.close": lambda: None,
            "app.back": self.back,
        }
        if action in OPENINGS:
            OPENINGS[action](self)
        elif action in own:
            own[action]()
        else:
            self.answer(self._elsewhere(action))

    def _elsewhere(self, action: str) -> str:
        """What a key that means nothing here is for, where one screen alone has it."""
        screen = ELSEWHERE.get(action)
        if screen is None:
            return "that key does nothing on this screen; ? lists the keys"
        key, opens = self.keymap.first(action), self.keymap.first(screen)
        return f"{key}, {BY_ID[action].label}, works on the screen “{BY_ID[screen].label}”: {opens} opens it"

    def answered(self, line: str) -> None:
        """Remember the answer of an act, for what comes of the act by itself: what it joined is compared."""
        self._answered = line, monotonic()
        self.joining.tell(behind=True)
        self.joining.catch_up()

    @property
    def just_answered(self) -> str:
        """The answer of an act that has just been done; empty where the last one is longer ago."""
        line, at = self._answered
        return line if monotonic() - at < JUST else ""

    def answer(self, line: str) -> None:
        """Show a line on the screen that is on top."""
        if self.top is not None:
            self.top.say(line)

    def back(self) -> None:
        """Close the screen on top; from the review screen leave at once."""
        if self.screen is self.review:
            self.leave()
        else:
            self.pop_screen()
            self._back_at = monotonic()
            # What was said when the screen was left may not hold any more.
            self.review.say("")
            self.draw_anew()

    @property
    def just_back(self) -> bool:
        """Whether a screen was left a moment ago: a key pressed twice was meant for that screen."""
        return monotonic() - self._back_at < AT_ONCE

    def leave(self) -> None:
        self.keeping.now()
        if self.ports.on_quit is not None:
            self.ports.on_quit(self.desk.claim.id if self.desk.claim else None)
        self.exit()

    async def action_quit(self) -> None:
        self.leave()

    def open(self, screen: ActionScreen) -> None:
        """Show a screen on top of the review screen, in place of whatever is there."""
        while self.screen is not self.review:
            self.pop_screen()
        self.push_screen(screen)

    def _suspend(self) -> None:
        try:
            self.action_suspend_process()
        except SuspendNotSupported:
            self.answer("this terminal cannot suspend; q leaves, all is saved")

    def _copy(self) -> None:
        selected = self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
            self.answer(f"copied {count(len(selected), 'character')}")
        else:
            self.answer("nothing is selected; y copies the quote with its cite, q leaves")

    def action_command_palette(self) -> None:
        from factcheck.tui.palette import actions

        if self.top is not None:
            self.push_screen(actions())

    def search_themes(self) -> None:
        from factcheck.tui.palette import themes

        self.push_screen(themes())

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Of Textual's own commands only the choice of a theme: the others are in the registry."""
        for command in super().get_system_commands(screen):
            if command.title == "Theme":
                yield command


def _notice(notices: Sequence[str], width: int) -> str:
    """The first notice, cut where it is long; ? has all of them in full."""
    more = f"{len(notices) - 1} more: ? lists them" if len(notices) > 1 else "? has it in full"
    first = flat(notices[0])
    if len(notices) == 1 and cells(first) <= width:
        return first
    return f"{cut(first, width - cells(more) - 3)} ({more})"
