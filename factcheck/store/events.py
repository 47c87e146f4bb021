"""The event log's rows: appended in one transaction each time, never changed, read in replay order."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from factcheck.model import Anchor, Event, Evidence
from factcheck.store.clock import as_utc, next_clock, now_ms
from factcheck.store.encoding import dumps, no_gc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

_NAMES = tuple(field.name for field in fields(Event))
_COLUMNS = ", ".join(_NAMES)
_INSERT = (
    f"INSERT INTO event ({_COLUMNS}) VALUES ({', '.join('?' * len(_NAMES))}) ON CONFLICT (id) DO NOTHING"
)
_FIELDS = {cls: tuple(field.name for field in fields(cls)) for cls in (Evidence, Anchor)}
_EVIDENCE = _NAMES.index("evidence")
_ANCHOR = _NAMES.index("anchor")


def append(connection: Connection, events: Sequence[Event]) -> tuple[Event, ...]:
    """Append events inside an open write transaction and return them as they were kept.

    An event without a clock gets the next one, and the time: only here, where nobody else can
    write, is it certain to be later than all others. One with a clock keeps it; one whose id is
    already in the log is that event, and is not written again.
    """
    row = connection.execute("SELECT clock FROM event ORDER BY clock DESC LIMIT 1").fetchone()
    last: str | None = row[0] if row else None
    kept: list[Event] = []
    for event in events:
        if not event.clock:
            ms = now_ms()
            event = replace(event, clock=next_clock(last, ms), at=event.at or as_utc(ms))
        last = max(last or event.clock, event.clock)
        cursor = connection.execute(_INSERT, _to_row(event))
        if cursor.rowcount:
            kept.append(event)
    return tuple(kept)


def read(connection: Connection, where: str = "", values: Iterable[object] = ()) -> tuple[Event, ...]:
    """Events in replay order, by a condition on the table ``event``."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM event {where} ORDER BY clock, id", tuple(values))
    with no_gc():
        return tuple(_from_rows(rows.fetchall()))


def last_number(connection: Connection) -> int:
    """The row number of the event that was appended last; 0 in an empty log."""
    row = connection.execute("SELECT max(seq) FROM event").fetchone()
    return int(row[0] or 0)


def _to_row(event: Event) -> list[object]:
    row: list[object] = [getattr(event, name) for name in _NAMES]
    row[_EVIDENCE] = dumps([_record(each) for each in event.evidence]) if event.evidence else None
    row[_ANCHOR] = dumps(_record(event.anchor)) if event.anchor else None
    return row


def _record(what: Evidence | Anchor) -> dict[str, Any]:
    """The fields that are set, by name."""
    record = {name: getattr(what, name) for name in _FIELDS[type(what)]}
    if isinstance(what, Evidence):
        record["anchor"] = _record(what.anchor) if what.anchor else None
    return {name: value for name, value in record.items() if value is not None}


def _from_rows(rows: Sequence[tuple[Any, ...]]) -> Iterator[Event]:
    """Events from rows. The JSON of all rows is read at once: thousands of short texts cost more."""
    evidence = _read_json(row[_EVIDENCE] for row in rows)
    anchors = _read_json(row[_ANCHOR] for row in rows)
    for row, links, anchor in zip(rows, evidence, anchors, strict=True):
        cells = list(row)
        cells[_EVIDENCE] = tuple(map(_evidence, links)) if links else ()
        cells[_ANCHOR] = Anchor(**anchor) if anchor else None
        yield Event(*cells)


def _read_json(cells: Iterable[str | None]) -> list[Any]:
    read: list[Any] = json.loads(f"[{','.join(cell or 'null' for cell in cells)}]")
    return read


def _evidence(record: dict[str, Any]) -> Evidence:
    evidence = Evidence(**record)
    return replace(evidence, anchor=Anchor(**record["anchor"])) if evidence.anchor else evidence
