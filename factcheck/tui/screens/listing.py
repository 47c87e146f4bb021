"""A page that is a list, with one of its lines pointed at by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.tui.screens.page import PageScreen

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from factcheck.review.desk import Desk
    from factcheck.tui.screens.base import Command

PAGE = 10
MANY = 10**9
"""More lines than there can be."""


class ListScreen(PageScreen):
    """What is pointed at stays so wherever the list goes; where it is gone, what stands in its place is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen = 0
        """The line that keys act on."""
        self._pointed: Hashable = None
        self._top = 0

    def names(self) -> Sequence[Hashable]:
        """Of the lines, each its own."""
        raise NotImplementedError

    def moves(self) -> dict[str, Command]:
        """The keys that point at another line."""
        steps = {
            "claim.next": 1, "claim.previous": -1, "claim.first": -MANY, "claim.last": MANY,
            "page.down": PAGE, "page.up": -PAGE, "half.down": PAGE // 2, "half.up": -(PAGE // 2),
        }  # fmt: skip
        return {action: partial(self.move, by=by) for action, by in steps.items()}

    def move(self, _key: str, by: int) -> None:
        self.point_at(self.chosen + by)
        self.say("")

    def point_at(self, line: int) -> None:
        names = self.names()
        self.chosen = max(0, min(line, len(names) - 1))
        self._pointed = names[self.chosen] if names else None

    def draw(self) -> None:
        names = self.names()
        self.point_at(names.index(self._pointed) if self._pointed in names else self.chosen)
        super().draw()
