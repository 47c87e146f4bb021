"""The screen of moved text: verdicts that a person has to place, one at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.carrying import confirm, lost, refuse, waiting
from factcheck.tui.layout.moved import moved
from factcheck.tui.screens.listing import ListScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.review.anchoring.placement import Proposal
    from factcheck.review.desk import Desk
    from factcheck.tui.layout.line import Line
    from factcheck.tui.screens.base import Command


class MovedScreen(ListScreen):
    def __init__(self, desk: Desk, *, at_orphans: bool = False) -> None:
        super().__init__(desk)
        self.chosen = len(waiting(desk)) if at_orphans else 0

    def commands(self) -> Mapping[str, Command]:
        return self.moves() | {
            "mention.enter": self.act(partial(self._on_proposal, confirm)),
            "verdict.not-a-claim": self.act(partial(self._on_proposal, refuse)),
            "act.undo": self.act(partial(self._turn, self.desk.undo)),
            "act.redo": self.act(partial(self._turn, self.desk.redo)),
            "screen.versions": lambda _: self._look_at_versions(),
            "screen.moved": lambda _: self.checker.back(),
            "app.close": lambda _: self.checker.back(),
        }

    def names(self) -> Sequence[tuple[str, str]]:
        # What is refused is no proposal any more: the next one is pointed at then.
        proposed = [("proposed", each.claim) for each in waiting(self.desk)]
        return [*proposed, *(("lost", each.mark.claim) for each in lost(self.desk))]

    def _turn(self, act: Callable[[], str]) -> str:
        """Take an act back, or do it again, and point at what that brings back."""
        before = self.names()
        answer = act()
        self._pointed = next((name for name in self.names() if name not in before), self._pointed)
        return answer

    def _on_proposal(self, act: Callable[[Desk, Proposal], str]) -> str:
        proposals = waiting(self.desk)
        if self.chosen < len(proposals):
            return act(self.desk, proposals[self.chosen])
        return (
            "nothing is proposed for it: judge what stands there today on its own" if lost(self.desk) else ""
        )

    def _look_at_versions(self) -> None:
        """Of the article that the verdict chosen stands in; back is at that verdict again."""
        from factcheck.tui.screens.versions import VersionsScreen

        proposals = waiting(self.desk)
        article = proposals[self.chosen].article if self.chosen < len(proposals) else ""
        self.checker.push_screen(VersionsScreen(self.desk, article))

    @property
    def hinted(self) -> str:
        # A proposal is confirmed or refused; for an orphan nothing is proposed.
        orphan = lost(self.desk) and self.chosen >= len(waiting(self.desk))
        return "moved orphan" if orphan else "moved"

    def page(self, width: int, height: int) -> list[Line]:
        return moved(self.desk, self.chosen, width, height)
