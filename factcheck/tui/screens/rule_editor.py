"""A rule file in an editor of its own: errors stand in the margin while one types, Ctrl+S saves."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING

from textual import events
from textual.containers import Horizontal
from textual.widgets import TextArea

from factcheck.problems import BadInput
from factcheck.tui.layout.line import Line, crop, cut, rule
from factcheck.tui.layout.passage import told
from factcheck.tui.screens.base import LEAVES, ActionScreen, Command
from factcheck.tui.widgets.lines import Lines
from factcheck.tui.widgets.prompt import edits
from factcheck.wording.words import count, flat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from factcheck.problems import Problem
    from factcheck.review.desk import Desk
    from factcheck.review.rulebook import FileRow
    from factcheck.tui.ports import Rules

PAUSE = 0.3
"""Seconds without a key after which the text is checked."""
EDITS = edits(TextArea)
SHOWN = 3
"""Errors that are told below the text: the one at the cursor first, then those that follow."""


class RuleEditor(ActionScreen):
    CSS_PATH = "plain.tcss"
    context = "editor"

    def __init__(self, desk: Desk, rules: Rules, file: FileRow, line: int) -> None:
        super().__init__(desk)
        path = file.path
        self._called = file.name
        self._rules = rules
        self._path = path
        self._line = line
        self._own = rules.is_own(path)
        self._saved = rules.text(path)
        self._leaving = False
        self._asked = False
        """Whether the key before this one asked if another text of the file is to be written over."""
        self._stands = False
        self._early: list[events.Key | events.Paste] = []
        """What was typed before there was a text to type it into."""
        self._pause: Timer | None = None
        self.problems: Sequence[Problem] = file.problems if self._own else ()
        self._checked = ""
        """The text in which they were found."""
        self.title_line = Lines(id="editor-title")
        self.margin = Lines(id="editor-margin")
        self.area = TextArea(self._saved, id="editor", show_line_numbers=True, soft_wrap=False)
        self.area.read_only = not self._own
        self.below = Lines(id="editor-below")

    def compose(self) -> ComposeResult:
        yield self.title_line
        with Horizontal():
            yield self.margin
            yield self.area
        yield self.below

    async def on_mount(self) -> None:
        self.area.focus()
        self.area.move_cursor((self._line - 1, 0), center=True)
        self.watch(self.area, "scroll_y", lambda: self._draw_margin(), init=False)
        # A shipped pack is only looked at: nothing is checked in it, and nothing told below it.
        self.below.styles.height = (SHOWN if self._own else 0) + 2
        self.redraw()
        self._check_soon()
        self._stands = True
        for typed in self._early:
            await self.take(typed)

    def commands(self) -> Mapping[str, Command]:
        return {LEAVES: lambda _: self._leave()}

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Everything is typed, but what saves, leaves and helps."""
        if not self._stands:
            self._early.append(event)
        elif isinstance(event, events.Paste):
            await self.area._on_paste(event)
        elif event.key == "ctrl+s":
            self._save()
        elif event.key == "escape" or (event.character == "q" and not self._own):
            self._leave()
        elif event.key == "f8":
            self._next_problem()
        elif event.key == "f1" or (event.character == "?" and not self._own):
            self.checker.perform("screen.help")
        else:
            self._leaving = self._asked = False
            return await self._edit(event)
        return True

    async def _edit(self, event: events.Key) -> bool:
        """Each key acts before the next is read.

        Left to Textual, letters go to the text at once and keys that move the cursor a way round: of keys
        that come faster than that the letters would stand where the cursor was.
        """
        action = EDITS.get(event.key)
        if action is not None:
            await self.app.run_action(action, self.area)
        elif event.is_printable or event.key == "enter":
            await self.area._on_key(event)
        return action is not None or event.is_printable or event.key == "enter"

    @property
    def changed(self) -> bool:
        return self.area.text != self._saved

    def _save(self) -> None:
        if not self.changed:
            self.say("nothing has changed" if self._own else "a shipped pack is only looked at")
            return
        text = self.area.text
        if self._is_another() and not self._asked:
            self._asked = True
            self.say("not saved: somebody else has changed this file since; Ctrl+S again writes over that")
            return
        try:
            self._rules.save(self._path, text)
        except BadInput as refused:
            self.say(str(refused))
            return
        self._saved, self._asked = text, False
        wrong = f", with {count(len(self.problems), 'error')}: what is broken runs on as it was"
        self.say(f"saved{wrong if self.problems else ''}")

    def _is_another(self) -> bool:
        """Whether the file is not what it was when it was opened here; one that is gone is not, either."""
        try:
            return self._rules.text(self._path) != self._saved
        except BadInput:
            return True

    def _leave(self) -> None:
        if self.changed and not self._leaving:
            self._leaving = True
            key = f"{self.checker.keymap.first(LEAVES)} again" if self.unseen else "Ctrl+S saves, Esc again"
            self.say(f"not saved: {key} drops what you typed")
            return
        self.checker.back()

    def _next_problem(self) -> None:
        lines = sorted({problem.line - 1 for problem in self.problems if problem.line})
        if not lines:
            self.say("no error is known")
            return
        row = self.area.cursor_location[0]
        self.area.move_cursor((next((line for line in lines if line > row), lines[0]), 0), center=True)

    # --- checking -------------------------------------------------------------------------

    def on_text_area_changed(self) -> None:
        self._answer = ""
        self._check_soon()

    def on_text_area_selection_changed(self) -> None:
        self.redraw()

    def _check_soon(self) -> None:
        if self._own:
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(PAUSE, lambda: self.run_worker(self._check(), exclusive=True))

    async def _check(self) -> None:
        text = self.area.text
        found = await to_thread(self._rules.check, self._path, text)
        if text == self.area.text:
            self.problems, self._checked = found, text
            self.redraw()

    # --- drawing --------------------------------------------------------------------------

    def say(self, answer: str) -> None:
        self._answer = answer
        self.redraw()

    def draw(self) -> None:
        width, _ = self.app.size
        row, column = self.area.cursor_location
        state = "looked at, not edited" if not self._own else "not saved" if self.changed else "saved"
        broken = f", broken: {count(len(self.problems), 'error')}" if self.problems else ""
        where: Line = ((state, "dim"), (broken, "conflicting"), (f"   {row + 1}:{column + 1}", "dim"))
        self.title_line.show([rule(((cut(flat(self._called), max(width - 48, 10)), "title"),), width, where)])
        self._draw_margin()
        self.below.show(self._told(row + 1, width))

    def _draw_margin(self) -> None:
        first = round(self.area.scroll_y) + 1
        wrong = {problem.line for problem in self.problems}
        rows = range(first, first + max(self.area.size.height, 1))
        self.margin.show([(("!", "conflicting+bold"),) if row in wrong else ((" ", "text"),) for row in rows])

    def _told(self, row: int, width: int) -> list[Line]:
        """The errors at and behind the cursor, then those before it; the answer; the keys."""
        inorder = sorted(self.problems, key=lambda each: ((each.line or 0) < row, each.line or 0))
        lines: list[Line] = []
        for number, each in enumerate(inorder[:SHOWN]):
            parts = "; ".join(filter(None, (each.what, each.why, each.mend)))
            tone = "conflicting" if each.line == row else "text"
            # The first takes the lines that the others leave.
            most = 1 if number else max(SHOWN - len(inorder), 0) + 1
            lines += told(f"{each.line}:{each.col} {flat(parts)}", width, tone, most=most)
        more = len(self.problems) - SHOWN
        if more > 0:
            lines[-1] = crop((*lines[-1], (f" ({more} more)", "dim")), width)
        if not self.problems and self._own:
            said = " no error" if self._checked == self.area.text else " looking for errors…"
            lines.append(((said, "dim"),))
        lines += [(("", "text"),)] * ((SHOWN if self._own else 0) - len(lines))
        lines.append(((cut(f" {flat(self._answer)}", width), "answer"),))
        keys = " Ctrl+S save   F8 next error   F1 help   Esc back" if self._own else " Esc back   ? help"
        return [*lines, ((cut(keys, width), "dim"),)]
