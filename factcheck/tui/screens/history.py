"""The history screen: all acts, newest last; go to their claims, take acts back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.history import rows
from factcheck.tui.layout.history import history
from factcheck.tui.screens.page import PageScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.review.desk import Desk
    from factcheck.review.history import HistoryRow
    from factcheck.tui.layout.line import Line
    from factcheck.tui.screens.base import Command

PAGE = 10


class HistoryScreen(PageScreen):
    context = "history"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._made: tuple[int, int] = (-1, -1)
        self._rows: tuple[HistoryRow, ...] = ()
        self._top = 0
        self.chosen = 0
        self._look()

    @property
    def rows(self) -> tuple[HistoryRow, ...]:
        """All acts that this reviewer may see."""
        self._look()
        return self._rows

    def _look(self) -> None:
        """Tell the acts anew when there are more of them; who stands on the newest goes on to the next."""
        made = self.desk.generation, len(self.desk.state.history)
        if made != self._made:
            was_last = self.chosen >= len(self._rows) - 1
            self._made, self._rows = made, rows(self.desk.state.history)
            if was_last:
                self.chosen = len(self._rows) - 1

    def commands(self) -> Mapping[str, Command]:
        steps = {
            "claim.next": 1, "claim.previous": -1, "page.down": PAGE, "page.up": -PAGE,
            "half.down": PAGE // 2, "half.up": -(PAGE // 2),
        }  # fmt: skip
        moves: dict[str, Command] = {action: partial(self._move, by=by) for action, by in steps.items()}
        return moves | {
            "claim.first": lambda _: self._choose(0),
            "claim.last": lambda _: self._choose(len(self.rows) - 1),
            "mention.enter": lambda _: self._enter(),
            "act.undo": self.act(self.desk.undo),
            "act.redo": self.act(self.desk.redo),
            "history.undo-to": self.act(self._undo_to),
            "screen.history": lambda _: self.checker.back(),
            "app.close": lambda _: self.checker.back(),
        }

    def _move(self, _key: str, by: int) -> None:
        self._choose(self.chosen + by)

    def _choose(self, index: int) -> None:
        self.chosen = max(0, min(index, len(self.rows) - 1))
        self.say("")

    def _undo_to(self) -> str:
        return self.desk.undo_to(self.rows[self.chosen].event) if self.rows else "nothing to take back"

    def _enter(self) -> None:
        if not self.rows:
            return
        row = self.rows[self.chosen]
        claim = self.desk.state.place(row.reviewer, row.claim) if row.claim else ""
        if claim not in self.desk.facts.claims:
            self.say(
                "that act is about no claim of today" if row.claim else "that act is about no single claim"
            )
            return
        self.desk.goto(claim)
        self.checker.back()

    def page(self, width: int, height: int) -> list[Line]:
        acts = self.rows
        self.chosen = max(0, min(self.chosen, len(acts) - 1))
        key = self.checker.keymap.first("history.undo-to")
        lines, self._top = history(self.desk, acts, self.chosen, self._top, width, height, key)
        return lines
