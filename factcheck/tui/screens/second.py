"""The second review: what reviewers differ on, and adjudicating it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.review.rounds.adjudicating import (
    Differences,
    adjudicate,
    cycle_kind,
    differences,
    reveal,
    withdraw,
)
from factcheck.tui.layout.second import blind, second
from factcheck.tui.screens.listing import ListScreen
from factcheck.tui.speaking import ask_speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.model import VerdictName
    from factcheck.review.desk import Desk
    from factcheck.review.rounds.adjudication import Dispute
    from factcheck.tui.layout.line import Line
    from factcheck.tui.screens.base import Command

VERDICTS: tuple[VerdictName, ...] = ("supported", "conflicting", "unsourced", "not-a-claim", "left-open")


BLIND = "you work blind: R reveals what others decided"


class SecondScreen(ListScreen):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked = False
        self._found: tuple[object, Differences] = (None, Differences((), 0, 0))

    @property
    def found(self) -> Differences:
        """Gathered anew after each act."""
        made = self.desk.moment
        if made != self._found[0]:
            self._found = made, differences(self.desk)
        return self._found[1]

    @property
    def hinted(self) -> str:
        return "second blind" if self.desk.blind else "second"

    def names(self) -> Sequence[str]:
        return [dispute.claim for dispute in self.found.disputes]

    def commands(self) -> Mapping[str, Command]:
        verdicts = {f"verdict.{name}": self._settle(partial(adjudicate, verdict=name)) for name in VERDICTS}
        return {
            **verdicts,
            **self.moves(),
            "verdict.clear": self._settle(withdraw),
            "verdict.kind": self._settle(cycle_kind),
            "act.undo": self.act(self.desk.undo),
            "act.redo": self.act(self.desk.redo),
            "review.reveal": lambda _: self._reveal(),
            "mention.enter": lambda _: self._enter(),
            "screen.second": lambda _: self.checker.back(),
            "claim.speaker": lambda _: self._speaker(),
            "app.close": lambda _: self.prompt.leave() if self.prompt else self.checker.back(),
        }

    @property
    def dispute(self) -> Dispute | None:
        disputes = self.found.disputes
        return disputes[min(self.chosen, len(disputes) - 1)] if disputes else None

    def perform(self, action: str, key: str = "") -> None:
        # Any other key between the two takes the question back.
        self._asked = self._asked and action == "review.reveal"
        super().perform(action, key)

    def _reveal(self) -> None:
        if self.desk.blind and not self._asked and not self.desk.read_only:
            self._asked = True
            self.say("press R again to reveal; it is recorded and cannot be taken back")
            return
        self._asked = False
        self.act(partial(reveal, self.desk))("")

    def _settle(self, act: Callable[[Desk, Dispute], str]) -> Command:
        def settle() -> str:
            if self.desk.blind:
                return BLIND
            dispute = self.dispute
            return act(self.desk, dispute) if dispute else "reviewers differ nowhere"

        return self.act(settle)

    def _speaker(self) -> None:
        """Ask who says the claim pointed at."""
        dispute = self.dispute
        if self.desk.blind or dispute is None:
            self.say(BLIND if self.desk.blind else "reviewers differ nowhere")
        elif dispute.claim in self.desk.facts.claims:
            ask_speaker(self, self.desk.facts.claims[dispute.claim])
        else:
            self.say("its text is gone: who said it stands as it was")

    def _enter(self) -> None:
        dispute = self.dispute
        if dispute is None:
            return
        refused = self.desk.goto(dispute.claim)
        if refused:
            self.say(refused)
        else:
            self.checker.back()

    def page(self, width: int, height: int) -> list[Line]:
        if self.desk.blind:
            return blind(self.desk.progress().left, width)
        lines, self._top = second(self.desk, self.found, self.chosen, self._top, width, height)
        return lines
