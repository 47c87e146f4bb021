"""Blind review: what a reviewer who has not revealed yet must not see, in every query and export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Event

Blindness = Literal["verdicts", "suggestions"]
"""Others' verdicts and notes are hidden; or those and the program's suggestions too."""


def is_blind(events: Iterable[Event], reviewer: str, default: Blindness | None = None) -> Blindness | None:
    """What is hidden from this reviewer now; None where they never began blind, or have revealed.

    Becoming blind and revealing are events, so leaving the program or opening the session without
    asking for it again does not end it. ``default`` is the session's own word for who has neither.
    """
    own = [event for event in events if event.reviewer == reviewer and event.type in ("blind", "reveal")]
    if not own:
        return default
    last = max(own, key=lambda event: (event.clock, event.id))
    if last.type == "reveal":
        return None
    return "suggestions" if last.detail == "suggestions" else "verdicts"


def visible(events: Sequence[Event], reviewer: str, default: Blindness | None = None) -> tuple[Event, ...]:
    """The events that this reviewer may see: while they are blind, only their own."""
    if is_blind(events, reviewer, default) is None:
        return tuple(events)
    return own_acts(events, reviewer)


def own_acts(events: Iterable[Event], reviewer: str) -> tuple[Event, ...]:
    return tuple(event for event in events if event.reviewer == reviewer)
