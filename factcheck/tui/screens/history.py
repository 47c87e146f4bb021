"""The history screen: all acts, newest last; go to their claims, take acts back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.history import rows
from factcheck.tui.layout.history import history
from factcheck.tui.screens.listing import MANY, ListScreen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.review.desk import Desk
    from factcheck.review.history import HistoryRow
    from factcheck.tui.layout.line import Line
    from factcheck.tui.screens.base import Command


class HistoryScreen(ListScreen):
    context = "history"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: tuple[object, tuple[HistoryRow, ...]] = (None, ())
        self._newest: str | None = None
        """The newest act that is shown."""

    @property
    def rows(self) -> tuple[HistoryRow, ...]:
        """All acts that this reviewer may see; told anew when there are more of them."""
        made = self.desk.moment
        if self._rows[0] != made:
            self._rows = made, rows(self.desk.state.history)
        return self._rows[1]

    def names(self) -> Sequence[str]:
        return [row.event for row in self.rows]

    def draw(self) -> None:
        """Who stands on the newest goes on to the next."""
        if self._pointed == self._newest:
            self.point_at(MANY)
        self._newest = self.rows[-1].event if self.rows else None
        super().draw()

    def commands(self) -> Mapping[str, Command]:
        return self.moves() | {
            "mention.enter": lambda _: self._enter(),
            "act.undo": self.act(self.desk.undo),
            "act.redo": self.act(self.desk.redo),
            "history.undo-to": self.act(self._undo_to),
            "screen.history": lambda _: self.checker.back(),
            "app.close": lambda _: self.checker.back(),
        }

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
        key = self.checker.keymap.first("history.undo-to")
        lines, self._top = history(self.desk, acts, self.chosen, self._top, width, height, key)
        return lines
