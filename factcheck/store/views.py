"""What the database's own views say of the log, to be held against what the program derives from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.store.store import Store

_ASK = {
    "verdicts": "SELECT claim, reviewer, verdict, kind, event FROM verdicts",
    "notes": "SELECT claim, reviewer, note, event FROM notes",
    "adjudicated": "SELECT claim, reviewer, verdict, kind, event FROM adjudicated",
}


@dataclass(frozen=True, slots=True)
class Views:
    """Rows by the claim as it was judged, wherever it stands now; the last field is the event's id."""

    verdicts: frozenset[tuple[str | None, ...]]
    notes: frozenset[tuple[str | None, ...]]
    adjudicated: frozenset[tuple[str | None, ...]]


def read_views(store: Store) -> Views:
    """What is in force, as a person sees it who opens the database with another program."""
    with store._reading():  # the same package: the store hands out no connection
        connection = store._connection
        return Views(**{name: frozenset(map(tuple, connection.execute(sql))) for name, sql in _ASK.items()})
