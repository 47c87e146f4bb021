"""A screen of its own: lines made by a layout, an answer line, hints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.layout.hints import hints
from factcheck.tui.layout.line import BLANK, Line, crop
from factcheck.tui.layout.lower import told
from factcheck.tui.screens.base import ActionScreen
from factcheck.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from factcheck.review.desk import Desk


MOST_ANSWER = 3
"""Lines that an answer may take from the page."""


class PageScreen(ActionScreen):
    CSS_PATH = "plain.tcss"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body = Lines(id="plain")

    def compose(self) -> ComposeResult:
        yield self.body

    def on_mount(self) -> None:
        self.redraw()

    def page(self, width: int, height: int) -> list[Line]:
        """At most ``height`` lines of at most ``width`` cells."""
        raise NotImplementedError

    def say(self, answer: str) -> None:
        self._answer = answer
        self.redraw()

    def draw(self) -> None:
        width, height = self.app.size
        said = hints("prompt" if self.prompt else self.hinted, self.checker.keymap, width, 2)
        answer = told(self._answer, width, MOST_ANSWER)
        room = max(height - len(said) - len(answer) - (self.prompt is not None), 1)
        lines = [crop(line, width) for line in self.page(width, room)[:room]]
        self.body.show([*lines, *([BLANK] * (room - len(lines))), *answer, *said])
