"""One line to type into, in place of the answer line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Input

from factcheck.tui.layout.line import cells
from factcheck.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


class Prompt(Horizontal):
    """A label and an input. Enter hands the text to ``done``, leaving hands it to ``left``."""

    DEFAULT_CSS = """
    Prompt { height: 1; background: $background; }
    Prompt Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    Prompt Input:focus { border: none; }
    """

    def __init__(
        self, label: str, value: str, done: Callable[[str], None], left: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._label = Lines([((f" {label}: ", "title+bold"),)])
        self._label.styles.width = cells(label) + 3
        self.input = Input(value, compact=True, select_on_focus=False)
        self._done = done
        self._left = left

    def compose(self) -> ComposeResult:
        yield self._label
        yield self.input

    def on_mount(self) -> None:
        self.input.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._done(event.value)

    def leave(self) -> None:
        self._left(self.input.value)
