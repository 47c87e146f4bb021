"""Which acts have been taken back: for everything that tells what reviewers did."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Event, EventType

RECORDS: frozenset[EventType] = frozenset({"undo", "redo", "import", "merge", "blind", "reveal", "sign"})
"""Events that only record that something happened: no undo takes them back, and they empty no redo."""


def in_order(events: Iterable[Event]) -> list[Event]:
    """The events in replay order, each once."""
    return sorted({event.id: event for event in events}.values(), key=lambda event: event.order)


def undone(events: Iterable[Event]) -> frozenset[tuple[str, str]]:
    """The acts that are not in force, as (reviewer, batch): undone last, and not done again.

    It counts as the state of a session does: an undo of what is undone already changes nothing, and
    a new act ends what its reviewer could have done again.
    """
    done: set[tuple[str, str]] = set()
    out: set[tuple[str, str]] = set()
    again: dict[str, set[tuple[str, str]]] = {}
    for event in in_order(events):
        act = (event.reviewer, event.target or "")
        if event.type == "undo" and act in done:
            done.discard(act)
            out.add(act)
            again.setdefault(event.reviewer, set()).add(act)
        elif event.type == "redo" and act in again.get(event.reviewer, ()):
            again[event.reviewer].discard(act)
            out.discard(act)
            done.add(act)
        elif event.type not in RECORDS:
            own = (event.reviewer, event.batch)
            if own not in done and own not in out:
                done.add(own)
                again.pop(event.reviewer, None)
    return frozenset(out)
