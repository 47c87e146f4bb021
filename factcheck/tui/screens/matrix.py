"""The matrix screen: facts against articles, with a cursor on one cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.filters import ALL, judged
from factcheck.review.matrix import MatrixRow, rows_of
from factcheck.tui.layout.card import exactly, reason_of
from factcheck.tui.layout.hints import hints
from factcheck.tui.layout.line import BLANK, Line, crop, cut, ends, length, rule
from factcheck.tui.layout.matrix import in_cell, row_line, shape, tally, titles
from factcheck.tui.screens.base import ActionScreen, Command
from factcheck.tui.speaking import ask_speaker
from factcheck.tui.widgets.lines import Lines
from factcheck.wording.words import count, flat, short

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from factcheck.model import VerdictName
    from factcheck.review.desk import Desk

VERDICTS: tuple[VerdictName, ...] = ("supported", "conflicting", "unsourced", "not-a-claim", "left-open")
SAME: tuple[VerdictName, ...] = ("supported", "conflicting", "unsourced", "not-a-claim")
FIXED = 8
"""Lines around the rows beside the reason: header, titles, rule; rule, words, answer, two of hints."""
ROOMY = 30
"""Lines of a window from which on the reason has two."""

NOTHING = "silent: nothing stands in this cell"

Spot = tuple[int, int]
"""The place of a row: the index of its fact in the queue, and of the row among those of the fact."""


class MatrixScreen(ActionScreen):
    """Only the rows in sight are made, so that a session of any size opens and scrolls alike."""

    CSS_PATH = "matrix.tcss"
    context = "matrix"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._made: dict[int, list[MatrixRow]] = {}
        """The rows of the facts that were looked at since the last act, by the fact's index."""
        self._here: tuple[str, bool] | None = None
        """A claim of the fact in hand, and whether it is one of the cell in hand."""
        self.spot, self.column = self._start()
        self._top: Spot = (0, 0)
        self.head = Lines(id="matrix-head")
        self.body = Lines(id="matrix-body")
        self.foot = Lines(id="matrix-foot")

    def compose(self) -> ComposeResult:
        yield self.head
        yield self.body
        yield self.foot

    def on_mount(self) -> None:
        self.redraw()

    def commands(self) -> Mapping[str, Command]:
        moves: dict[str, tuple[int, int]] = {
            "claim.next": (1, 0), "claim.previous": (-1, 0),
            "mention.next": (0, 1), "mention.previous": (0, -1),
            "page.down": (10, 0), "page.up": (-10, 0),
            "half.down": (5, 0), "half.up": (-5, 0),
        }  # fmt: skip
        commands: dict[str, Command] = {
            action: partial(self._move, down=down, right=right) for action, (down, right) in moves.items()
        }
        commands |= {
            "fact.next": lambda _: self._stand_on((self.spot[0] + 1, 0)),
            "fact.previous": lambda _: self._stand_on((self.spot[0] - (self.spot[1] == 0), 0)),
        }
        commands |= {f"verdict.{name}": self._on_cell(partial(self.desk.judge, name)) for name in VERDICTS}
        commands |= {f"same.{name}": self._on_cell(partial(self.desk.judge_same, name)) for name in SAME}
        commands |= {
            "claim.first": lambda _: self._stand_on((0, 0)),
            "claim.last": lambda _: self._stand_on(self._last),
            "verdict.accept": self._on_cell(self.desk.accept),
            "verdict.clear": self._on_cell(self.desk.clear),
            "verdict.kind": self._on_cell(self.desk.cycle_kind),
            "quote.copy": self._on_cell(self._copy),
            "claim.speaker": lambda _: self._speaker(),
            "act.undo": self.act(self.desk.undo),
            "act.redo": self.act(self.desk.redo),
            "queue.order": self.act(self._order),
            "mention.enter": self._enter,
            "article.show": lambda key: self._to_column(int(key) - 1),
            "app.close": lambda _: self.prompt.leave() if self.prompt else self.checker.back(),
        }
        return commands

    # --- the cursor -----------------------------------------------------------------------

    def _start(self) -> tuple[Spot, int]:
        """On the cell of the claim in hand."""
        claim = self.desk.claim
        return (self._cell_of(claim.id) if claim else None) or ((0, 0), 0)

    def _cell_of(self, claim: str) -> tuple[Spot, int] | None:
        """Where a claim stands; None where it is not shown."""
        fact = self.desk.facts.fact_of.get(claim)
        index = self.desk.queue.fact_index(fact) if fact else None
        if index is None:
            return None
        for part, row in enumerate(self._rows_at(index)):
            for column, cell in enumerate(row.cells):
                if claim in cell.claims:
                    return (index, part), column
        return (index, 0), 0

    def _rows_at(self, index: int) -> list[MatrixRow]:
        if index not in self._made:
            self._made[index] = rows_of(self.desk, self.desk.queue.facts[index])
        return self._made[index]

    @property
    def row(self) -> MatrixRow | None:
        """The row in hand; None where no fact is shown."""
        return self._rows_at(self.spot[0])[self.spot[1]] if self.desk.queue.facts else None

    @property
    def _last(self) -> Spot:
        index = len(self.desk.queue.facts) - 1
        return (index, len(self._rows_at(index)) - 1) if index >= 0 else (0, 0)

    def _inside(self, spot: Spot) -> Spot:
        """The spot itself, or the nearest one that there is."""
        if not self.desk.queue.facts:
            return 0, 0
        index = max(0, min(spot[0], len(self.desk.queue.facts) - 1))
        return index, min(spot[1], len(self._rows_at(index)) - 1) if index == spot[0] else 0

    def _away(self, spot: Spot, by: int) -> Spot:
        """The spot so many rows on, or back; the first or last where there are not so many."""
        index, part = spot
        part += by
        while part < 0 and index > 0:
            index -= 1
            part += len(self._rows_at(index))
        while index < len(self.desk.queue.facts) - 1 and part >= len(self._rows_at(index)):
            part -= len(self._rows_at(index))
            index += 1
        return min((index, max(part, 0)), self._last)

    def _move(self, _key: str, down: int, right: int) -> None:
        self._stand_on(self._away(self.spot, down), right)

    def _stand_on(self, spot: Spot, right: int = 0) -> None:
        if self.desk.queue.facts:
            self.spot = self._inside(spot)
            self._to_column(self.column + right)

    def _to_column(self, column: int) -> None:
        self.column = max(0, min(column, len(self.desk.articles) - 1))
        self._answer = ""
        self._paint()

    def _order(self) -> str:
        """Another order of the facts; the row in hand stays in hand."""
        row, (_, part) = self.row, self.spot
        answer = self.desk.cycle_order()
        index = self.desk.queue.fact_index(self.desk.facts.by_id[row.fact]) if row else None
        if index is not None:
            self._made.clear()
            self.spot = self._inside((index, part))
        return answer

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of the cell in hand, the one first that keys act on."""
        row = self.row
        if row is None:
            return ()
        # The row of a split fact holds no claims of its own: those of its origins below count.
        rows = [row] if row.depth else self._rows_at(self.spot[0])
        own = next((own for each in rows if (own := each.cells[self.column].claims)), ())
        # As in the queue a verdict moves on, here to the next mention of the cell that has none.
        open_ = next((claim for claim in own if not judged(self.desk.mark(claim))), None)
        if open_ is None or not self.desk.advance:
            return own
        return (open_, *(claim for claim in own if claim != open_))

    def _on_cell(self, act: Callable[[], str]) -> Command:
        """A command on the first claim of the cell; the cursor stays where it is."""

        def on_cell() -> str:
            if not self.claims:
                return NOTHING
            self.desk.goto(self.claims[0])
            advance, self.desk.advance = self.desk.advance, False
            try:
                return act()
            finally:
                self.desk.advance = advance

        return self.act(on_cell)

    def _speaker(self) -> None:
        if self.claims:
            ask_speaker(self, self.desk.facts.claims[self.claims[0]])
        else:
            self.say(NOTHING)

    def _copy(self) -> str:
        quote = self.desk.quote()
        self.app.copy_to_clipboard(quote)
        return f"copied: {quote}"

    def _enter(self, _key: str) -> None:
        if not self.claims:
            self.say(NOTHING)
            return
        self.desk.goto(self.claims[0])
        self.checker.back()

    # --- drawing --------------------------------------------------------------------------

    def say(self, answer: str) -> None:
        self._answer = answer
        self._draw_foot()

    def draw(self) -> None:
        """Marks and facts may be others than before, and come in another order."""
        self._made.clear()
        self.spot = self._inside(self.spot)
        self._stay()
        self._paint()

    def _stay(self) -> None:
        """Go where the cell in hand is now; of a silent one, where its fact is."""
        facts = self.desk.queue.facts
        if self._here is None or not facts:
            return
        claim, told = self._here
        there = self.claims if told else facts[self.spot[0]].claims
        found = None if claim in there else self._cell_of(claim)
        if found is not None:
            self.spot, self.column = found[0], found[1] if told else self.column

    def _paint(self) -> None:
        row, claims = self.row, self.claims
        own = claims or (self.desk.facts.by_id[row.fact].claims if row else ())
        self._here = (own[0], bool(claims)) if own else None
        width = self.app.size.width
        room = self._room
        self.body.styles.height = room
        self.foot.styles.height = FIXED - 3 + self._reasons
        sizes = shape(width, len(self.desk.articles), self.column)
        self.head.show([self._title(width), titles(self.desk, sizes, self.column), rule((), width)])
        lines = [
            row_line(self._rows_at(spot[0])[spot[1]], sizes, self.column if spot == self.spot else None)
            for spot in self._in_sight(room)
        ]
        self.body.show(lines or [((" no facts: nothing was found to compare", "text"),)])
        self._draw_foot()

    @property
    def _room(self) -> int:
        """Lines for rows; an input line takes one."""
        return max(self.app.size.height - FIXED - self._reasons - (self.prompt is not None), 1)

    @property
    def _reasons(self) -> int:
        """Lines of what is suggested: nobody shall accept what is cut off before its first word."""
        return 2 if self.app.size.height >= ROOMY else 1

    def _in_sight(self, room: int) -> list[Spot]:
        """The rows that fit, the one in hand among them; the list moves as little as it must."""
        if not self.desk.queue.facts:
            return []
        spots = [min(max(self._inside(self._top), self._away(self.spot, 1 - room)), self.spot)]
        while len(spots) < room and spots[-1] < self._last:
            spots.append(self._away(spots[-1], 1))
        # Only where the list ends in sight are rows before it looked for: each has to be made.
        while len(spots) < room and spots[0] > (0, 0):
            spots.insert(0, self._away(spots[0], -1))
        self._top = spots[0]
        return spots

    def _title(self, width: int) -> Line:
        found = self.desk.tallies.facts(self.desk)
        many = f"{count(found.facts, 'fact')} x {count(len(self.desk.articles), 'article')}"
        left: Line = (
            (f"{short(self.checker.ports.title, 30)}  ", "text+bold"),
            ("matrix: ", "dim"),
            (many, "text"),
            (f"  [{self.desk.order}]", "dim"),
            *self._hidden(),
        )
        full = tally(found)
        room = width - length(left) - 1
        return ends(left, full if length(full) <= room else full[:-1], width)

    def _hidden(self) -> Line:
        """Which filter hides how many facts, where one does."""
        desk = self.desk
        if desk.filter == ALL:
            return ()
        hidden = len(desk.facts.facts) - len(desk.queue.facts)
        return ((f"  {desk.filter_name}: {hidden} hidden", "unsourced"),)

    def _draw_foot(self) -> None:
        width = self.app.size.width
        answer: Line = crop(((f" {flat(self._answer)}", "answer"),), width) if self._answer else BLANK
        said = hints("prompt" if self.prompt else self.context, self.checker.keymap, width, 2)
        self.foot.show([rule((), width), *self._told(width), answer, *said])

    def _told(self, width: int) -> list[Line]:
        """The claim in the cell and what is suggested of it, or what was looked for in a silent one."""
        height = 1 + self._reasons
        if not self.claims:
            return exactly([((cut(f" {self._silent()}", width), "dim"),)], height)
        told = in_cell(self.desk, self.desk.facts.claims[self.claims[0]], len(self.claims), width)
        return exactly([told, *reason_of(self.desk, self.claims[0], width, self._reasons)], height)

    def _silent(self) -> str:
        """What was looked for in the article of this cell, and the nearest that it says."""
        row, article = self.row, self.desk.articles[self.column].id
        if row is None:
            return ""
        fact = self.desk.facts.by_id[row.fact]
        if article in {self.desk.facts.claims[claim].article for claim in fact.claims}:
            return f"{self.desk.places.letter(article)} mentions the fact, but not {row.label}"
        return self.checker.silences.words(fact, article)

    def pressed(self, message: Lines.Pressed) -> None:
        spots = self._in_sight(self._room)
        if message.control is not self.body or message.line >= len(spots):
            return
        sizes = shape(self.app.size.width, len(self.desk.articles), self.column)
        inside = message.column - 2 - sizes.label
        self.spot = spots[message.line]
        self._to_column(sizes.first + inside // (sizes.cell + 1) if inside >= 0 else self.column)
        if message.chain == 2:
            self._enter("")
