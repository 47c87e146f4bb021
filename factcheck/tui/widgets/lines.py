"""A widget that shows ready-made lines: header, table, card, answer, footer, matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from factcheck.tui.layout.line import BLANK, Line, Piece
from factcheck.wording.words import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

    from factcheck.tui.theme import Tones


def tones_of(widget: Widget) -> Tones:
    """The tones of the app's theme."""
    from factcheck.tui.app import FactcheckApp

    assert isinstance(widget.app, FactcheckApp)
    return widget.app.tones


def to_strip(pieces: Iterable[Piece], width: int, tones: Tones) -> Strip:
    """Paint pieces into exactly ``width`` cells. Nothing that could steer the terminal passes."""
    segments = [Segment(safe(text), tones.style(tone)) for text, tone in pieces if text]
    return Strip(segments).adjust_cell_length(width, tones.style("text"))


class Lines(Widget):
    """Shows lines from the top; rows that did not change are not painted again."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Lines { height: 1; width: 100%; }
    """

    class Pressed(Message):
        """A line was clicked."""

        def __init__(self, sender: Lines, line: int, column: int, chain: int) -> None:
            super().__init__()
            self.sender = sender
            self.line = line
            self.column = column
            self.chain = chain

        @property
        def control(self) -> Lines:
            return self.sender

    def __init__(self, lines: Sequence[Line] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = tuple(lines)

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        before, self._lines = self._lines, tuple(lines)
        if not self.is_mounted:
            return
        for row in range(max(len(before), len(self._lines))):
            if _at(before, row) != _at(self._lines, row):
                self.refresh(Region(0, row, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        return to_strip(_at(self._lines, y), self.size.width, tones_of(self))

    def on_click(self, event: events.Click) -> None:
        self.post_message(self.Pressed(self, event.y, event.x, event.chain))


def _at(lines: Sequence[Line], row: int) -> Line:
    return lines[row] if 0 <= row < len(lines) else BLANK
