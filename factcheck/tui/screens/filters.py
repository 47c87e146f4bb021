"""The filter screen: every filter that shows anything, with how many claims it shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.filters import ORPHAN
from factcheck.tui.layout.filters import filters
from factcheck.tui.openings import open_moved
from factcheck.tui.screens.listing import ListScreen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.review.desk import Desk
    from factcheck.review.filters import Choice, Filter
    from factcheck.tui.layout.line import Line
    from factcheck.tui.screens.base import Command


class FilterScreen(ListScreen):
    context = "filter"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found: tuple[object, tuple[Choice, ...]] = (None, ())
        self._pointed = desk.filter

    @property
    def found(self) -> tuple[Choice, ...]:
        """Counted anew after each act, and whenever the claims are others."""
        made = self.desk.moment
        if self._found[0] != made:
            self._found = made, self.desk.filters()
        return self._found[1]

    def names(self) -> Sequence[Filter]:
        return [choice.filter for choice in self.found]

    def commands(self) -> Mapping[str, Command]:
        return self.moves() | {
            "queue.filter": partial(self.move, by=1),
            "mention.enter": lambda _: self._show(),
            "app.close": lambda _: self.checker.back(),
        }

    def _show(self) -> None:
        if not self.found:
            self.say("no claims were found")
            return
        chosen = self.found[self.chosen].filter
        if chosen == ORPHAN:
            open_moved(self.checker, at_orphans=True)
            return
        answer = self.desk.show_only(chosen)
        self.checker.back()
        self.checker.answer(answer)

    def page(self, width: int, height: int) -> list[Line]:
        lines, self._top = filters(self.desk, self.found, self.chosen, self._top, width, height)
        return lines
