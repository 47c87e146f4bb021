"""Asking who says a claim, on whatever screen it is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.speakers import known_speakers, speaker

if TYPE_CHECKING:
    from factcheck.model import Claim
    from factcheck.tui.screens.base import ActionScreen


def ask_speaker(screen: ActionScreen, claim: Claim) -> None:
    """Today's speaker stands in the line, ready to be typed over, and the session's others are offered."""
    desk = screen.desk

    def done(name: str) -> None:
        screen.end_asking()
        # The claim that was asked for, whatever was pointed at since.
        screen.act(lambda: desk.goto(claim.id) or desk.say_who(name))("")

    label, now = f"{desk.places.cite(claim)} is said by", speaker(claim, desk.facts)
    known, how = known_speakers(desk.facts), "empty: nobody is named"
    screen.ask(label, now, done, lambda _: screen.end_asking(), known=known, how=how)
