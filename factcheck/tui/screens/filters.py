"""The filter screen: every filter that shows anything, with how many claims it shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.filters import ORPHAN
from factcheck.tui.layout.filters import filters
from factcheck.tui.openings import open_moved
from factcheck.tui.screens.page import PageScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.review.desk import Desk
    from factcheck.tui.layout.line import Line
    from factcheck.tui.screens.base import Command

PAGE = 10


class FilterScreen(PageScreen):
    context = "filter"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found = desk.filters()
        on = [index for index, choice in enumerate(self.found) if choice.filter == desk.filter]
        self.chosen = on[0] if on else 0
        self._top = 0

    def commands(self) -> Mapping[str, Command]:
        steps = {
            "claim.next": 1, "claim.previous": -1, "queue.filter": 1, "page.down": PAGE, "page.up": -PAGE,
            "half.down": PAGE // 2, "half.up": -(PAGE // 2),
        }  # fmt: skip
        moves: dict[str, Command] = {action: partial(self._move, by=by) for action, by in steps.items()}
        return moves | {
            "claim.first": partial(self._move, by=-len(self.found)),
            "claim.last": partial(self._move, by=len(self.found)),
            "mention.enter": lambda _: self._show(),
            "app.close": lambda _: self.checker.back(),
        }

    def _move(self, _key: str, by: int) -> None:
        self.chosen = max(0, min(self.chosen + by, len(self.found) - 1))
        self.redraw()

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
