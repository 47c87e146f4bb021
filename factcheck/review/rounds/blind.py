"""Blind review: what a reviewer who has not revealed yet must not see, in every query and export."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Event, Mark

Blindness = Literal["verdicts", "suggestions"]
"""Others' verdicts and notes are hidden; or those and the program's suggestions too."""
Asked = Blindness | Literal["open"] | None
"""How a reviewer asks to begin; None leaves it to the session."""


def is_blind(events: Iterable[Event], reviewer: str, default: Blindness | None = None) -> Blindness | None:
    """What is hidden from this reviewer now; None where they never began blind, or have revealed.

    Becoming blind and revealing are events, so leaving the program or opening the session without
    asking for it again does not end it. ``default`` is the session's own word for who has neither.
    """
    own = [event for event in events if event.reviewer == reviewer and event.type in ("blind", "reveal")]
    if not own:
        return default
    last = max(own, key=lambda event: event.order)
    if last.type == "reveal":
        return None
    return "suggestions" if last.detail == "suggestions" else "verdicts"


def visible(events: Sequence[Event], reviewer: str, default: Blindness | None = None) -> tuple[Event, ...]:
    """The events that this reviewer may see: while they are blind, only their own."""
    if is_blind(events, reviewer, default) is None:
        return tuple(events)
    return own_acts(events, reviewer)


def judged_open(events: Iterable[Event], marks: Iterable[Mark]) -> dict[str, int]:
    """How many verdicts each reviewer gave after others' were revealed to them; who did not look is left out.

    Such a verdict is no independent one, whatever it says.
    """
    events = tuple(events)
    clocks = {event.id: event.clock for event in events}
    looked: dict[str, str] = {}
    for event in events:
        if event.type == "reveal":
            looked[event.reviewer] = min(event.clock, looked.get(event.reviewer, event.clock))
    return dict(
        Counter(
            mark.reviewer
            for mark in marks
            if mark.verdict and mark.reviewer in looked and clocks[mark.event] > looked[mark.reviewer]
        )
    )


def own_acts(events: Iterable[Event], reviewer: str) -> tuple[Event, ...]:
    return tuple(event for event in events if event.reviewer == reviewer)
