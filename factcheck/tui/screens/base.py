"""What all screens share: keys are read through the keymap and run as actions of the registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.screen import Screen

from factcheck.problems import BadInput
from factcheck.review.refusal import Refusal
from factcheck.tui.closing import forget_painted
from factcheck.tui.layout.plan import too_small
from factcheck.tui.widgets.cover import Cover

if TYPE_CHECKING:
    from textual.geometry import Size

    from factcheck.review.desk import Desk
    from factcheck.tui.app import FactcheckApp
    from factcheck.tui.widgets.lines import Lines
    from factcheck.tui.widgets.prompt import Prompt

LEAVES = "app.back"
"""The action that works in every window."""
NO_LINE = "nothing is open here to paste into: i opens a note, / a search"
Command = Callable[[str], None]
"""Runs an action; gets the key that was pressed, which only numbered keys look at."""


class ActionScreen(Screen[None]):
    """A screen driven by the registry. Actions it does not know are the app's."""

    AUTO_FOCUS = None
    DEFAULT_CSS = """
    ActionScreen { layers: default cover; }
    """
    context = "review"
    """Names the hints of this screen in the registry, where they are always the same."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._answer = ""
        self._drawn: tuple[int, int] | None = None
        """The moment of the desk that is shown."""
        self._over: Cover | None = None
        """What lies over all else, while the window is too small for it."""
        self._table: Mapping[str, Command] | None = None
        self.prompt: Prompt | None = None
        """The input line, while one is open."""

    @property
    def checker(self) -> FactcheckApp:
        from factcheck.tui.app import FactcheckApp

        assert isinstance(self.app, FactcheckApp)
        return self.app

    @property
    def hinted(self) -> str:
        """The name of the hints that hold now."""
        return self.context

    @property
    def said(self) -> str:
        """What the line of answer says now."""
        return self._answer

    @property
    def has_open(self) -> bool:
        """Whether there is something on this screen that Esc closes first."""
        return self.prompt is not None

    def commands(self) -> Mapping[str, Command]:
        """The actions this screen knows."""
        raise NotImplementedError

    def on_unmount(self) -> None:
        forget_painted()

    def on_resize(self, event: events.Resize) -> None:
        self.resized(event.size)

    def on_lines_pressed(self, message: Lines.Pressed) -> None:
        """A click, unless what was clicked is not what stands there now."""
        if not self.unseen and not self.keep_up():
            self.pressed(message)

    def say(self, answer: str) -> None:
        """Show one line of answer."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw the desk as it is now."""
        raise NotImplementedError

    def resized(self, size: Size) -> None:
        """The window has got this size."""
        self.redraw()

    def pressed(self, message: Lines.Pressed) -> None:
        """A line was clicked."""

    # --- what is shown --------------------------------------------------------------------

    def redraw(self) -> None:
        """Show the desk as it is now; in too small a window nothing but that it is."""
        self._drawn = self.desk.moment
        if self.too_small:
            if self._over is None:
                self._over = Cover()
                self.mount(self._over)
            self._over.tell(self.app.size, self.checker.keymap.first("app.back"), self._answer)
            return
        if self._over is not None:
            cover, self._over = self._over, None
            cover.remove()
        self.draw()

    def keep_up(self) -> bool:
        """Show the desk as it is now, where that is another than what is shown; whether it was."""
        behind = self._drawn != self.desk.moment
        if behind:
            self.redraw()
        return behind

    @property
    def too_small(self) -> bool:
        return too_small(*self.app.size)

    @property
    def unseen(self) -> bool:
        """Whether nothing is seen of what keys and clicks would act on."""
        return self._over is not None or self.too_small

    def take_unseen(self, event: events.Key | events.Paste) -> None:
        """Of what is typed where nothing is seen only the key that leaves acts."""
        read = self.checker.keymap.read(event.key, event.character) if isinstance(event, events.Key) else None
        if read is not None and read[0] == LEAVES:
            self.perform(*read)

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Act on a key at once, whether this screen is painted yet or not; False where it means nothing.

        What is pasted goes into the line to type into, and nowhere else: it is never read as commands.
        """
        if isinstance(event, events.Paste):
            self.say(self.prompt.paste(event.text) if self.prompt else NO_LINE)
            return True
        if self.prompt is not None and event.key != "escape":
            return await self.prompt.take(event)
        read = self.checker.keymap.read(event.key, event.character)
        if read is not None:
            self.perform(*read)
        return read is not None

    def perform(self, action: str, key: str = "") -> None:
        """Run an action by its id. Where nothing is open, closing gives up the long work of the moment."""
        if self.unseen and action != LEAVES:
            return
        self.keep_up()
        if action == "app.close" and not self.has_open and self.checker.work.give_up():
            return
        if self._table is None:
            self._table = self.commands()
        command = self._table.get(action)
        try:
            if command is None:
                self.checker.perform(action)
            else:
                command(key)
        except BadInput as refused:
            self.say(str(refused))

    def ask(
        self,
        label: str,
        value: str,
        done: Callable[[str], None],
        left: Callable[[str], None],
        live: Callable[[str], None] | None = None,
        *,
        before: Sequence[str] = (),
        known: Sequence[str] = (),
        how: str = "",
        joint: str = " ",
    ) -> None:
        """Open the input line; Enter calls ``done``, Esc ``left``, each change ``live``.

        A second one waits for no first. ``before`` is what Up brings back, the latest last; ``known`` are
        answers that are offered while one types, over a value that is ready to be replaced; ``how`` says
        what may be typed, where there is room for it; ``joint`` stands between lines that are pasted.
        """
        from factcheck.tui.widgets.prompt import Prompt

        if self.prompt is None:
            self.prompt = Prompt(label, value, done, left, live, before, known, how, joint)
            self.opened(self.prompt)

    def end_asking(self) -> None:
        """Close the input line; what was typed is its asker's business."""
        if self.prompt is not None:
            prompt, self.prompt = self.prompt, None
            prompt.remove()
            self.closed()

    def opened(self, prompt: Prompt) -> None:
        """Put a new input line on the screen: at its foot, where nothing else is said."""
        self.mount(prompt)
        self.redraw()

    def closed(self) -> None:
        """The input line is gone."""
        self.redraw()

    def act(self, act: Callable[[], str]) -> Command:
        """A command that does something at the desk and shows its answer."""

        def command(_key: str) -> None:
            self._answered(told(act))

        return command

    def act_behind(
        self,
        stage: str,
        act: Callable[[], str],
        again: Callable[[], None],
        logged: Callable[[], None] | None = None,
    ) -> None:
        """Do what was typed for where that may take seconds and touches nothing of the desk.

        The app lives on meanwhile. ``logged`` touches the desk: it is called in the app's own thread, when
        the work is done. Where it is refused ``again`` opens the line as it was typed.
        """

        def done(answer: str) -> None:
            if isinstance(answer, Refusal):
                again()
                self.say(answer)
                return
            if logged is not None:
                logged()
            self._answered(answer)

        self.checker.work.behind(stage, lambda _: told(act), done)

    def settle(self, act: Callable[[], str]) -> None:
        """Do what was typed for; where that is refused, the line stays open and the refusal above it."""
        answer = told(act)
        if isinstance(answer, Refusal):
            self.say(answer)
        else:
            self.end_asking()
            self._answered(answer)

    def _answered(self, answer: str) -> None:
        self.redraw()
        self.say(answer)
        self.checker.answered(answer)


def told(act: Callable[[], str]) -> str:
    """The answer of an act; a refusal is an answer too."""
    try:
        return act()
    except BadInput as refused:
        return Refusal(refused)
