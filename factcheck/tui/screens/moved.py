"""The screen of moved text: verdicts that a person has to place, one at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.carrying import confirm, lost, refuse, waiting
from factcheck.tui.layout.moved import moved
from factcheck.tui.screens.page import PageScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.review.anchoring.placement import Proposal
    from factcheck.review.desk import Desk
    from factcheck.tui.layout.line import Line
    from factcheck.tui.screens.base import Command

MANY = 10**9
"""More than there can be."""


class MovedScreen(PageScreen):
    def __init__(self, desk: Desk, *, at_orphans: bool = False) -> None:
        super().__init__(desk)
        self.chosen = len(waiting(desk)) if at_orphans else 0

    def commands(self) -> Mapping[str, Command]:
        return {
            "claim.next": partial(self._choose, by=1),
            "claim.previous": partial(self._choose, by=-1),
            "claim.first": partial(self._choose, by=-MANY),
            "claim.last": partial(self._choose, by=MANY),
            "mention.enter": self.act(partial(self._on_proposal, confirm)),
            "verdict.not-a-claim": self.act(partial(self._on_proposal, refuse)),
            "act.undo": self.act(self.desk.undo),
            "act.redo": self.act(self.desk.redo),
            "screen.moved": lambda _: self.checker.back(),
            "app.close": lambda _: self.checker.back(),
        }

    @property
    def _many(self) -> int:
        return len(waiting(self.desk)) + len(lost(self.desk))

    def _choose(self, _key: str, by: int) -> None:
        self.chosen = max(0, min(self.chosen + by, self._many - 1))
        self.say("")

    def _on_proposal(self, act: Callable[[Desk, Proposal], str]) -> str:
        proposals = waiting(self.desk)
        if self.chosen < len(proposals):
            return act(self.desk, proposals[self.chosen])
        return (
            "nothing is proposed for it: judge what stands there today on its own" if lost(self.desk) else ""
        )

    def redraw(self) -> None:
        # A proposal is confirmed or refused; for an orphan nothing is proposed.
        orphan = lost(self.desk) and self.chosen >= len(waiting(self.desk))
        self.context = "moved orphan" if orphan else "moved"
        super().redraw()

    def page(self, width: int, height: int) -> list[Line]:
        self.chosen = max(0, min(self.chosen, self._many - 1))
        return moved(self.desk, self.chosen, width, height)
