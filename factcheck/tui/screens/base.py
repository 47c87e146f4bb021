"""What all screens share: keys are read through the keymap and run as actions of the registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.screen import Screen

from factcheck.problems import BadInput
from factcheck.tui.closing import forget_painted

if TYPE_CHECKING:
    from textual import events

    from factcheck.review.desk import Desk
    from factcheck.tui.app import FactcheckApp
    from factcheck.tui.widgets.prompt import Prompt

Command = Callable[[str], None]
"""Runs an action; gets the key that was pressed, which only numbered keys look at."""


class ActionScreen(Screen[None]):
    """A screen driven by the registry. Actions it does not know are the app's."""

    AUTO_FOCUS = None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._answer = ""
        self._table: Mapping[str, Command] | None = None
        self.prompt: Prompt | None = None
        """The input line, while one is open."""

    @property
    def checker(self) -> FactcheckApp:
        from factcheck.tui.app import FactcheckApp

        assert isinstance(self.app, FactcheckApp)
        return self.app

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

    def say(self, answer: str) -> None:
        """Show one line of answer."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Show the desk as it is now."""
        raise NotImplementedError

    async def take(self, event: events.Key) -> bool:
        """Act on a key at once, whether this screen is painted yet or not; False where it means nothing."""
        if self.prompt is not None and event.key != "escape":
            return await self.prompt.take(event)
        read = self.checker.keymap.read(event.key, event.character)
        if read is not None:
            self.perform(*read)
        return read is not None

    def perform(self, action: str, key: str = "") -> None:
        """Run an action by its id. Where nothing is open, closing gives up the long work of the moment."""
        if action == "app.close" and not self.has_open and self.checker.work.give_up():
            return
        if self._table is None:
            self._table = self.commands()
        command = self._table.get(action)
        if command is None:
            self.checker.perform(action)
        else:
            command(key)

    def ask(
        self,
        label: str,
        value: str,
        done: Callable[[str], None],
        left: Callable[[str], None],
        live: Callable[[str], None] | None = None,
        before: Sequence[str] = (),
        known: Sequence[str] = (),
        how: str = "",
    ) -> None:
        """Open the input line; Enter calls ``done``, Esc ``left``, each change ``live``.

        A second one waits for no first. ``before`` is what Up brings back, the latest last; ``known`` are
        answers that are offered while one types, over a value that is ready to be replaced; ``how`` says
        what may be typed, where there is room for it.
        """
        from factcheck.tui.widgets.prompt import Prompt

        if self.prompt is None:
            self.prompt = Prompt(label, value, done, left, live, before, known, how)
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
        self, stage: str, act: Callable[[], str], logged: Callable[[], None] | None = None
    ) -> None:
        """The same for what may take seconds and touches nothing of the desk; the app lives on meanwhile.

        ``logged`` touches it: it is called in the app's own thread, when the work is done.
        """

        def done(answer: str) -> None:
            if logged is not None:
                logged()
            self._answered(answer)

        self.checker.work.behind(stage, lambda _: told(act), done)

    def _answered(self, answer: str) -> None:
        self.redraw()
        self.say(answer)
        self.checker.answered(answer)


def told(act: Callable[[], str]) -> str:
    """The answer of an act; a refusal is an answer too."""
    try:
        return act()
    except BadInput as refused:
        return str(refused)
