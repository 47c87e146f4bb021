"""One line to type into, in place of the answer line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widgets import Input
from textual.widgets.input import Selection

from factcheck.tui.closing import forget_input
from factcheck.tui.layout.line import cells
from factcheck.tui.widgets.lines import Lines
from factcheck.wording.words import flat, safe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.screen import Screen
    from textual.widgets import TextArea


def edits(typed_into: type[Input | TextArea]) -> dict[str, str]:
    """The keys that move and delete in a widget, by the names of what they do."""
    own = (each for each in typed_into.BINDINGS if isinstance(each, Binding))
    return {key: binding.action for binding in own for key in binding.key.split(",")}


EDITS = edits(Input)


class Prompt(Horizontal):
    """A label and an input. Enter hands the text to ``done``, leaving to ``left``, a change to ``live``.

    Up and Down go through what was typed here ``before``, the latest last, and on through what is
    ``known``. A known answer is offered behind the cursor; Right or Tab takes it. Lines that are pasted
    become one, with the ``joint`` between them.
    """

    DEFAULT_CSS = """
    Prompt { height: 1; background: $background; }
    Prompt Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    Prompt Input:focus { border: none; }
    """

    def __init__(
        self,
        label: str,
        value: str,
        done: Callable[[str], None],
        left: Callable[[str], None],
        live: Callable[[str], None] | None = None,
        before: Sequence[str] = (),
        known: Sequence[str] = (),
        how: str = "",
        joint: str = " ",
    ) -> None:
        super().__init__()
        self.label = label
        self.how = how
        self._joint = joint
        self._label = Lines([((f" {label}: ", "title+bold"),)])
        self._label.styles.width = cells(label) + 3
        self.input = Input(
            value,
            compact=True,
            select_on_focus=False,
            suggester=SuggestFromList(known, case_sensitive=False) if known else None,
        )
        if known:
            # Chosen here and not on focus, which may come after the first keys and would lose them.
            self.input.selection = Selection(0, len(value))
        self._screen: Screen[object] | None = None
        self._done = done
        self._left = left
        self._live = live
        self._before = (*before, value, *known)
        self._at = len(before)

    def compose(self) -> ComposeResult:
        yield self._label
        yield self.input

    def on_mount(self) -> None:
        self._screen = self.screen
        self.input.focus()

    def on_unmount(self) -> None:
        if self._screen is not None:
            forget_input(self._screen, self.input)

    async def take(self, event: events.Key) -> bool:
        """A key as the input reads it, also before it is mounted and focused."""
        action = EDITS.get(event.key)
        if event.key == "enter":
            self._done(self.input.value)
        elif event.key in ("up", "down"):
            self._recall(-1 if event.key == "up" else 1)
        elif event.key == "tab":
            await self.app.run_action("end", self.input)
            await self.app.run_action("cursor_right", self.input)
        elif action == "paste":
            self.paste(self.app.clipboard)
        elif action is not None:
            await self.app.run_action(action, self.input)
        elif event.is_printable and event.character:
            self.input.replace(event.character, *sorted(self.input.selection))
        else:
            return False
        return True

    def paste(self, text: str) -> str:
        """Take all of a text in, as one safe line; what to say where it was more than one."""
        lines = [safe(line) for line in text.splitlines() if line.strip()]
        if len(lines) > 1:
            lines = [flat(line) for line in lines]
        self.input.replace(self._joint.join(lines), *sorted(self.input.selection))
        between = f" with “{mark}” between them" if (mark := self._joint.strip()) else ""
        return f"{len(lines)} lines pasted as one{between}: nothing is left out" if len(lines) > 1 else ""

    def on_input_changed(self, event: Input.Changed) -> None:
        if self._live is not None:
            self._live(event.value)

    def _recall(self, by: int) -> None:
        self._at = max(0, min(self._at + by, len(self._before) - 1))
        self.input.value = self._before[self._at]
        self.input.cursor_position = len(self.input.value)

    def leave(self) -> None:
        self._left(self.input.value)
