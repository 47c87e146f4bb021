"""The event log's rows: appended in one transaction each time, never changed, read in replay order."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, get_args

from factcheck.model import Anchor, Event, EventType, Evidence, VerdictKind, VerdictName
from factcheck.store.clock import LAST_USABLE, as_utc, check_not_ahead, next_clock, now_ms
from factcheck.store.encoding import dumps, no_gc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

EVENT_COLUMNS = tuple(field.name for field in fields(Event))
_COLUMNS = ", ".join(EVENT_COLUMNS)
_PLACES = ", ".join("?" * len(EVENT_COLUMNS))
_INSERT = f"INSERT INTO event ({_COLUMNS}) VALUES ({_PLACES}) ON CONFLICT (id) DO NOTHING"
_LAST = "SELECT clock FROM event WHERE clock < ? ORDER BY clock DESC LIMIT 1"
_FIELDS = {cls: tuple(field.name for field in fields(cls)) for cls in (Evidence, Anchor)}
_KNOWN = " AND ".join(
    f"coalesce({name}, {known[0]!r}) IN ({', '.join(map(repr, known))})"
    for name, known in (
        ("type", get_args(EventType)),
        ("verdict", get_args(VerdictName)),
        ("kind", get_args(VerdictKind)),
    )
)
"""The condition that a row is an event of this version's: it has no word that is not in the model."""
_EVIDENCE = EVENT_COLUMNS.index("evidence")
_ANCHOR = EVENT_COLUMNS.index("anchor")


def append(connection: Connection, events: Sequence[Event]) -> tuple[Event, ...]:
    """Append events inside an open write transaction and return them as they were kept.

    An event without a clock gets the next one, and the time: only here, where nobody else can
    write, is it certain to be later than all others. One with a clock keeps it; one whose id is
    already in the log is that event, and is not written again. OverflowError for a clock that lies
    too far ahead (``check_not_ahead``).
    """
    # An event of a clock gone mad, let in by an earlier version, must not leave the rest without any.
    row = connection.execute(_LAST, (LAST_USABLE,)).fetchone()
    last: str | None = row[0] if row else None
    kept: list[Event] = []
    for event in events:
        if not event.clock:
            ms = now_ms()
            event = replace(event, clock=next_clock(last, ms), at=event.at or as_utc(ms))
        else:
            check_not_ahead(event.clock, now_ms())
        last = max(last or event.clock, event.clock)
        cursor = connection.execute(_INSERT, _to_row(event))
        if cursor.rowcount:
            kept.append(event)
    return tuple(kept)


def read(
    connection: Connection, where: str = "true", values: Iterable[object] = (), *, newer: bool = False
) -> tuple[Event, ...]:
    """Events in replay order, by a condition on the table ``event``.

    ``newer``: the table is a newer version's. Rows with words unknown to this one are left out, and
    so are what evidence and anchors have besides the fields known here.
    """
    if newer:
        where = f"({where}) AND {_KNOWN}"
    rows = connection.execute(f"SELECT {_COLUMNS} FROM event WHERE {where} ORDER BY clock, id", tuple(values))
    with no_gc():
        return tuple(_from_rows(rows.fetchall(), newer=newer))


def one_by_one(connection: Connection) -> Iterator[tuple[str, Event | str]]:
    """Each event's id and the event, or the reason why that row cannot be read."""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM event ORDER BY clock, id"):
        try:
            (event,) = _from_rows([row], newer=False)
        except (ValueError, TypeError, RecursionError) as error:
            yield row[0], str(error)
        else:
            yield row[0], event


def has_our_columns(connection: Connection) -> bool:
    """Whether the table ``event`` of a newer version has all that this version reads."""
    rows = connection.execute("SELECT name FROM pragma_table_info('event')")
    return {"seq", *EVENT_COLUMNS} <= {row[0] for row in rows}


def count_unknown(connection: Connection) -> int:
    """How many events ``read(newer=True)`` leaves out."""
    return int(connection.execute(f"SELECT count(*) FROM event WHERE NOT ({_KNOWN})").fetchone()[0])


def last_number(connection: Connection) -> int:
    """The row number of the event that was appended last; 0 in an empty log."""
    row = connection.execute("SELECT max(seq) FROM event").fetchone()
    return int(row[0] or 0)


def _to_row(event: Event) -> list[object]:
    row: list[object] = [getattr(event, name) for name in EVENT_COLUMNS]
    row[_EVIDENCE] = dumps([_record(each) for each in event.evidence]) if event.evidence else None
    row[_ANCHOR] = dumps(_record(event.anchor)) if event.anchor else None
    return row


def _record(what: Evidence | Anchor) -> dict[str, Any]:
    """The fields that are set, by name."""
    record = {name: getattr(what, name) for name in _FIELDS[type(what)]}
    if isinstance(what, Evidence):
        record["anchor"] = _record(what.anchor) if what.anchor else None
    return {name: value for name, value in record.items() if value is not None}


def _from_rows(rows: Sequence[tuple[Any, ...]], *, newer: bool) -> Iterator[Event]:
    """Events from rows. The JSON of all rows is read at once: thousands of short texts cost more."""
    evidence = _read_json(row[_EVIDENCE] for row in rows)
    anchors = _read_json(row[_ANCHOR] for row in rows)
    if newer:
        evidence = [[_known(Evidence, each) for each in links or ()] for links in evidence]
        anchors = [_known(Anchor, each) if each else None for each in anchors]
    for row, links, anchor in zip(rows, evidence, anchors, strict=True):
        cells = list(row)
        cells[_EVIDENCE] = tuple(map(_evidence, links)) if links else ()
        cells[_ANCHOR] = Anchor(**anchor) if anchor else None
        yield Event(*cells)


def _read_json(cells: Iterable[str | None]) -> list[Any]:
    read: list[Any] = json.loads(f"[{','.join(cell or 'null' for cell in cells)}]")
    return read


def _known(cls: type[Evidence | Anchor], record: dict[str, Any]) -> dict[str, Any]:
    """What this version knows of a newer one's record."""
    known = {name: value for name, value in record.items() if name in _FIELDS[cls]}
    if cls is Evidence and known.get("anchor"):
        known["anchor"] = _known(Anchor, known["anchor"])
    return known


def _evidence(record: dict[str, Any]) -> Evidence:
    evidence = Evidence(**record)
    return replace(evidence, anchor=Anchor(**record["anchor"])) if evidence.anchor else evidence
