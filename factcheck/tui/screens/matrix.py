"""The matrix screen: facts against articles, with a cursor on one cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.matrix import matrix
from factcheck.tui.layout.hints import hints
from factcheck.tui.layout.line import BLANK, Line, crop, cut, ends, rule
from factcheck.tui.layout.matrix import row_line, shape, tally, titles
from factcheck.tui.layout.window import window
from factcheck.tui.screens.base import ActionScreen, Command
from factcheck.tui.widgets.lines import Lines
from factcheck.wording.words import count, flat, short

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual import events
    from textual.app import ComposeResult

    from factcheck.model import VerdictName
    from factcheck.review.desk import Desk

VERDICTS: tuple[VerdictName, ...] = ("supported", "conflicting", "unsourced", "not-a-claim", "left-open")
SAME: tuple[VerdictName, ...] = ("supported", "conflicting", "unsourced", "not-a-claim")
FIXED = 8
"""Lines around the rows: header, titles, rule; rule, reason, answer, two of hints."""


class MatrixScreen(ActionScreen):
    CSS_PATH = "matrix.tcss"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows = matrix(desk)
        self.row, self.column = self._start()
        self._top = 0
        self._answer = ""
        self.head = Lines(id="matrix-head")
        self.body = Lines(id="matrix-body")
        self.foot = Lines(id="matrix-foot")

    def compose(self) -> ComposeResult:
        yield self.head
        yield self.body
        yield self.foot

    def on_mount(self) -> None:
        self.redraw()

    def on_resize(self, event: events.Resize) -> None:
        self.redraw()

    def commands(self) -> Mapping[str, Command]:
        moves: dict[str, tuple[int, int]] = {
            "claim.next": (1, 0), "claim.previous": (-1, 0),
            "mention.next": (0, 1), "mention.previous": (0, -1),
            "fact.next": (1, 0), "fact.previous": (-1, 0), "page.down": (10, 0), "page.up": (-10, 0),
            "half.down": (5, 0), "half.up": (-5, 0), "claim.first": (-len(self.rows), 0),
            "claim.last": (len(self.rows), 0),
        }  # fmt: skip
        commands: dict[str, Command] = {
            action: partial(self._move, down=down, right=right) for action, (down, right) in moves.items()
        }
        commands |= {f"verdict.{name}": self._on_cell(partial(self.desk.judge, name)) for name in VERDICTS}
        commands |= {f"same.{name}": self._on_cell(partial(self.desk.judge_same, name)) for name in SAME}
        commands |= {
            "verdict.accept": self._on_cell(self.desk.accept),
            "verdict.clear": self._on_cell(self.desk.clear),
            "verdict.kind": self._on_cell(self.desk.cycle_kind),
            "quote.copy": self._on_cell(self._copy),
            "act.undo": self.act(self.desk.undo),
            "act.redo": self.act(self.desk.redo),
            "queue.order": self.act(self.desk.cycle_order),
            "mention.enter": self._enter,
            "article.show": lambda key: self._to_column(int(key) - 1),
            "app.close": lambda _: self.checker.back(),
        }
        return commands

    # --- the cursor -----------------------------------------------------------------------

    def _start(self) -> tuple[int, int]:
        """On the cell of the claim in hand."""
        claim = self.desk.claim
        for index, row in enumerate(self.rows):
            for column, cell in enumerate(row.cells):
                if claim is not None and claim.id in cell.claims:
                    return index, column
        return 0, 0

    def _move(self, _key: str, down: int, right: int) -> None:
        if not self.rows:
            return
        self.row = max(0, min(self.row + down, len(self.rows) - 1))
        self._to_column(self.column + right)

    def _to_column(self, column: int) -> None:
        self.column = max(0, min(column, len(self.desk.articles) - 1))
        self._answer = ""
        self.redraw()

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of the cell in hand."""
        if not self.rows:
            return ()
        row = self.rows[self.row]
        own = row.cells[self.column].claims
        # The row of a split fact holds no claims of its own: those of its origins below count.
        below = (
            [r.cells[self.column].claims for r in self.rows if r.fact == row.fact] if row.depth == 0 else []
        )
        return own or next((claims for claims in below if claims), ())

    def _on_cell(self, act: Callable[[], str]) -> Command:
        """A command on the first claim of the cell; the cursor stays where it is."""

        def on_cell() -> str:
            if not self.claims:
                return "silent: this article does not mention the fact"
            self.desk.goto(self.claims[0])
            advance, self.desk.advance = self.desk.advance, False
            try:
                return act()
            finally:
                self.desk.advance = advance

        return self.act(on_cell)

    def _copy(self) -> str:
        quote = self.desk.quote()
        self.app.copy_to_clipboard(quote)
        return f"copied: {quote}"

    def _enter(self, _key: str) -> None:
        if not self.claims:
            self.say("silent: this article does not mention the fact")
            return
        self.desk.goto(self.claims[0])
        self.checker.back()

    # --- drawing --------------------------------------------------------------------------

    def say(self, answer: str) -> None:
        self._answer = answer
        self._draw_foot()

    def redraw(self) -> None:
        self.rows = matrix(self.desk)
        self.row = max(0, min(self.row, len(self.rows) - 1))
        width, height = self.app.size
        room = max(height - FIXED, 1)
        self.body.styles.height = room
        sizes = shape(width, len(self.desk.articles), self.column)
        self.head.show([self._title(width), titles(self.desk, sizes, self.column), rule((), width)])
        self._top = window(self._top, self.row, room, len(self.rows))
        shown = enumerate(self.rows[self._top : self._top + room], start=self._top)
        lines = [row_line(row, sizes, self.column if index == self.row else None) for index, row in shown]
        self.body.show(lines or [((" no facts: nothing was found to compare", "text"),)])
        self._draw_foot()

    def _title(self, width: int) -> Line:
        facts = sum(row.depth == 0 for row in self.rows)
        many = f"{count(facts, 'fact')} x {count(len(self.desk.articles), 'article')}"
        left: Line = (
            (f"{short(self.checker.ports.title, 30)}  ", "text+bold"),
            ("matrix: ", "dim"),
            (many, "text"),
            (f"  [{self.desk.order}]", "dim"),
        )
        return ends(left, tally(self.rows), width)

    def _draw_foot(self) -> None:
        width = self.app.size.width
        answer: Line = crop(((f" {flat(self._answer)}", "answer"),), width) if self._answer else BLANK
        said = hints("matrix", self.checker.keymap, width, 2)
        self.foot.show([rule((), width), self._reason(width), answer, *said][: FIXED - 3])

    def _reason(self, width: int) -> Line:
        """What stands in the cell, word for word, and what is suggested of it."""
        if not self.claims:
            return ((cut(f" {self._silent()}", width), "dim"),)
        claim = self.desk.facts.claims[self.claims[0]]
        look = self.desk.look(claim.id)
        suggestion = self.desk.facts.suggestions.get(claim.id)
        why = f": {flat(suggestion.why)}" if suggestion else ""
        sign = f"[{look.sign}]" if look.judged else f"({look.sign})"
        said = f" “{short(claim.text, 60)}”{why}"
        return (
            (f" {self.desk.places.cite(claim)} ", "text+bold"),
            (sign, look.verdict or "dim"),
            (cut(said, width - 10), "text"),
        )

    def _silent(self) -> str:
        """What was looked for in the article of this cell, and the nearest that it says."""
        if not self.rows:
            return ""
        row, article = self.rows[self.row], self.desk.articles[self.column].id
        fact = self.desk.facts.by_id[row.fact]
        if article in {self.desk.facts.claims[claim].article for claim in fact.claims}:
            return f"{self.desk.places.letter(article)} mentions the fact, but not {row.label}"
        return self.checker.silences.words(fact, article)

    def on_lines_pressed(self, message: Lines.Pressed) -> None:
        row = self._top + message.line
        if message.control is not self.body or row >= len(self.rows):
            return
        sizes = shape(self.app.size.width, len(self.desk.articles), self.column)
        inside = message.column - 2 - sizes.label
        self.row = row
        self._to_column(sizes.first + inside // (sizes.cell + 1) if inside >= 0 else self.column)
        if message.chain == 2:
            self._enter("")
