"""A list of recent sessions to choose from, before any session is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from factcheck.tui.theme import DARK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    class Recent(Protocol):
        """A session that was opened before."""

        @property
        def path(self) -> str: ...
        @property
        def title(self) -> str: ...
        @property
        def opened(self) -> str: ...


class Picker(App[str]):
    """Returns the path of the session that was chosen, or None."""

    BINDINGS = [  # noqa: RUF012
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
        Binding("q,escape", "quit", show=False),
    ]
    CSS = "Static { padding: 1 2; } OptionList { border: none; padding: 0 1; }"

    def __init__(self, recent: Sequence[Recent]) -> None:
        super().__init__()
        self.recent = recent
        self.register_theme(DARK)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        yield Static(Content("Recent sessions: j k choose, Enter opens, q leaves"))
        yield OptionList(
            *(
                Option(Content(f"{each.title}   {each.opened[:10]}\n  {each.path}"), id=str(number))
                for number, each in enumerate(self.recent)
            )
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.exit(self.recent[int(event.option_id or 0)].path)

    def action_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        self.query_one(OptionList).action_cursor_up()


def pick(recent: Sequence[Recent]) -> str | None:
    """Ask which session to open; None when the reviewer leaves instead."""
    return Picker(recent).run()
