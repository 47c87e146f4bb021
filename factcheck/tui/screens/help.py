"""The help screen: keys and signs, made from the registry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.tui.layout.guide import guide
from factcheck.tui.layout.hints import hints
from factcheck.tui.layout.line import BLANK
from factcheck.tui.screens.base import ActionScreen, Command
from factcheck.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from factcheck.review.desk import Desk


class HelpScreen(ActionScreen):
    CSS_PATH = "plain.tcss"
    context = "help"

    def __init__(self, desk: Desk, asked_on: str = "review") -> None:
        """``asked_on`` is the context of the screen below: its keys come first."""
        super().__init__(desk)
        self._asked_on = asked_on
        self._top = 0
        self.body = Lines(id="plain")

    def compose(self) -> ComposeResult:
        yield self.body

    def on_mount(self) -> None:
        self.redraw()

    def commands(self) -> Mapping[str, Command]:
        page = max(self.app.size.height - 3, 1)
        steps = {
            "claim.next": 1, "claim.previous": -1, "page.down": page, "page.up": -page,
            "half.down": page // 2, "half.up": -(page // 2), "claim.first": -10_000, "claim.last": 10_000,
        }  # fmt: skip
        commands: dict[str, Command] = {action: partial(self._scroll, by=by) for action, by in steps.items()}
        return {**commands, "app.close": lambda _: self.checker.back()}

    def _scroll(self, _key: str, by: int) -> None:
        self._top += by
        self.redraw()

    def on_mouse_scroll_down(self) -> None:
        self._scroll("", 3)

    def on_mouse_scroll_up(self) -> None:
        self._scroll("", -3)

    def say(self, answer: str) -> None:
        """The help has no answer line: nothing is done here that would need one."""

    def draw(self) -> None:
        width, height = self.app.size
        checker = self.checker
        notices = (*checker.ports.notices, *checker.keymap.problems)
        lines = guide(checker.keymap, width, notices, self._asked_on)
        room = max(height - 1, 1)
        self._top = max(0, min(self._top, len(lines) - room))
        shown = lines[self._top : self._top + room]
        self.body.show(
            [*shown, *([BLANK] * (room - len(shown))), *hints(self.context, checker.keymap, width, 1)]
        )
