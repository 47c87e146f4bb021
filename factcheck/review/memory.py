"""An event log that lives as long as the process: for trying a desk out, and for read-only looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Event


class MemoryLog:
    """Keeps events in memory. Its clock only counts, which is all that one process needs."""

    def __init__(self) -> None:
        self._events: list[Event] = []

    def append(self, events: Sequence[Event]) -> tuple[Event, ...]:
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        kept = tuple(
            event if event.clock else replace(event, clock=f"{number:018d}", at=now)
            for number, event in enumerate(events, start=len(self._events) + 1)
        )
        self._events += kept
        return kept

    def events(self, after: str | None = None) -> tuple[Event, ...]:
        wanted = (event for event in self._events if after is None or event.clock > after)
        return tuple(sorted(wanted, key=lambda event: event.order))

    def since(self, number: int) -> tuple[tuple[Event, ...], int]:
        return tuple(self._events[number:]), len(self._events)
