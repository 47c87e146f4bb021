"""What of a damaged database can be had: events and texts of articles, the best copy of each.

Two ways, and their union. SQLite is asked for the table in ranges of row numbers that are halved
round what it cannot read; and ``carve`` finds rows in the bytes. SQLite keeps no checksum of a page,
so each row has to prove itself: every field has its form, JSON is whole and has the fields it should,
a text of the ledger has its hash, id and clock agree with the indexes where those can be read, no
overflow page serves two rows. What cannot be told in this way is a letter of a note (or of a name, or
a quote) that was changed into another letter: SQLite would show it just so, and so does this.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from factcheck.store.carve import Carver, Row, Shape, contested, index_entries
from factcheck.store.events import EVENT_COLUMNS
from factcheck.store.rows import VERSION_COLUMNS, read_event, read_version, spoilt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.model import Event, Version
    from factcheck.store.carve import Cells
    from factcheck.store.pagefile import PageFile

T = TypeVar("T")
_TEXT = rb"(?:[\x0d-\x7f]|[\x81-\xff][\x00-\x7f])"
# A header's own length, NULL for the row number, and texts: an id, a clock of 19 signs (13 + 2 * 19 = 0x33).
EVENT = Shape(
    re.compile(rb"(?=[\x11-\x50]\x00" + _TEXT + rb"\x33)", re.DOTALL),
    len(EVENT_COLUMNS) + 1,
    frozenset(range(1, 7)),
    2**24,
    read_event,
)
# Two SHA-256 in hexadecimal (13 + 2 * 64 = 0x81 0x0d) and texts.
VERSION = Shape(
    re.compile(rb"(?=[\x09-\x20]\x00\x81\x0d\x81\x0d)", re.DOTALL),
    len(VERSION_COLUMNS) + 1,
    frozenset(range(1, len(VERSION_COLUMNS) + 1)),
    2**28,
    read_version,
)
_IDS = re.compile(rb"\x03\x4d([\x01-\x06\x08\x09])([0-9a-f]{32})", re.DOTALL)
_CLOCKS = re.compile(rb"\x03\x33([\x01-\x06\x08\x09])([0-9]{13}-[0-9]{5})", re.DOTALL)
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What asking a damaged database can raise; the second where SQLite quotes the damage in its message."""
_QUERIES = 4_000
_STEP = 1_000
"""Rows that may be missing in a row where no index tells how many there were."""
_SMALLEST = 64
"""Bytes that a row of the log takes at least."""


@dataclass(slots=True)
class Salvage:
    """What was found. ``used`` and ``unused`` share no event; numbers are rows of the damaged log."""

    used: dict[str, Event] = field(default_factory=dict)
    """By id; in the order in which they were appended."""
    selected: int = 0
    """How many of ``used`` SQLite gave; the others were carved."""
    unused: dict[str, Event] = field(default_factory=dict)
    behind: dict[str, Event] = field(default_factory=dict)
    """Those of ``unused`` that stand in WAL frames which SQLite passes by because one is spoilt."""
    versions: dict[str, Version] = field(default_factory=dict)
    missing: tuple[int, ...] = ()
    """Row numbers that were given and whose events were not found."""
    unreadable: int = 0
    versions_unreadable: int = 0
    certain: bool = False
    """Nothing else was in the log: all numbers are accounted for."""
    empty: bool = False
    """SQLite read the whole log, and it holds nothing."""
    rivals: tuple[str, ...] = ()
    """Ids of events of which two copies differ: the one in use was taken."""
    gave_up: bool = False


def salvage(pages: PageFile, copy: Path) -> Salvage:
    """Everything that can be had from ``pages``, and through SQLite from a copy of them, which may change."""
    most = 1_000 + max(pages.main_bytes, len(pages.frames) * pages.page_size) // _SMALLEST
    ids, clocks = _index(pages, _IDS, most), _index(pages, _CLOCKS, most)
    carver = Carver(pages)
    carved = list(carver.rows(EVENT))
    wrong = contested(carved)
    seen = {row.seq for row in carved if row.standing == "used" and row.value is None}
    rows = [row for row in carved if row.value is not None and not _refuted(row, wrong, ids, clocks)]
    doubtful = (seen | wrong) - {row.seq for row in rows if row.standing == "used"}
    known = max(
        (number for number in (*ids, *clocks, *(row.seq for row in rows)) if number <= most), default=0
    )
    selected, finished = _select_events(copy, known or most, most)
    asked = [
        row for row in selected if row.seq not in doubtful and not _refuted(row, frozenset(), ids, clocks)
    ]
    found = Salvage(gave_up=carver.gave_up, empty=finished and not selected)
    numbers = _choose(found, asked, rows)
    top = _top({*ids} & {*clocks} | {*ids, *clocks} & (numbers | doubtful), numbers, most)
    found.missing = tuple(number for number in range(1, top + 1) if number not in numbers)
    found.unreadable = len((doubtful | {*ids, *clocks}) & {*found.missing})
    attested = top > 0 and len(ids) == top and not pages.cut_short
    found.certain = (finished or attested) and not found.gave_up and not pages.wal_spoilt
    _take_versions(found, carver, copy)
    return found


def _index(pages: PageFile, key: re.Pattern[bytes], most: int) -> dict[int, set[str]]:
    entries: dict[int, set[str]] = {}
    for text, number in index_entries(pages, key, most):
        entries.setdefault(number, set()).add(text)
    return entries


def _refuted(
    row: Row[Event], wrong: Iterable[int], ids: Mapping[int, set[str]], clocks: Mapping[int, set[str]]
) -> bool:
    if row.value is None or row.standing != "used":
        return False
    return row.seq in wrong or spoilt(row.value, ids.get(row.seq), clocks.get(row.seq))


def _choose(found: Salvage, asked: list[Row[Event]], carved: list[Row[Event]]) -> set[int]:
    """Fill in the events, best copy first, and return the row numbers of those in use.

    An event is one copy in use, whichever way read it; else one in a frame behind a spoilt one; else
    one in unused space. The log is append-only, so copies of an event are equal or one is spoilt.
    """
    places: dict[str, int] = {}
    rivals: dict[str, None] = {}
    for row in asked:
        if row.value is not None and found.used.setdefault(row.value.id, row.value) is row.value:
            places[row.value.id] = row.seq
    found.selected = len(found.used)
    for standing, into in (("used", found.used), ("broken", found.behind), ("unused", found.unused)):
        for row in carved:
            if row.standing != standing or row.value is None:
                continue
            event = row.value
            known = found.used.get(event.id) or found.behind.get(event.id) or into.get(event.id)
            if known is None:
                into[event.id] = event
                if standing == "used":
                    places[event.id] = row.seq
            elif known != event:
                rivals[event.id] = None
    found.unused |= found.behind
    found.rivals = tuple(rivals)
    found.used = dict(sorted(found.used.items(), key=lambda item: (places[item[0]], item[1].clock)))
    return set(places.values()) | {row.seq for row in carved if row.value and row.value.id in found.unused}


def _top(attested: set[int], numbers: set[int], most: int) -> int:
    """The last row number of the log: one spoilt number that is far too high does not count."""
    top = max(attested, default=0)
    for number in sorted(numbers):
        if number <= min(top + _STEP, most):
            top = max(top, number)
    return top


def _take_versions(found: Salvage, carver: Carver, copy: Path) -> None:
    rows = [*_select_versions(copy), *carver.rows(VERSION)]
    have = {row.seq for row in rows if row.value is not None}
    for row in sorted(rows, key=lambda row: row.seq):
        if row.value is not None:
            found.versions.setdefault(row.value.text_sha256, row.value)
    found.versions_unreadable = len({row.seq for row in rows if row.standing == "used"} - have)
    found.gave_up = found.gave_up or carver.gave_up


# --- through SQLite -------------------------------------------------------------------------


def _select_events(copy: Path, known: int, most: int) -> tuple[list[Row[Event]], bool]:
    """The rows of the log that SQLite reads, and whether it came to the end of them without an error.

    Ranges up to ``known`` are halved where they fail; what is above it is asked for once each way.
    """
    query = f"SELECT seq, {', '.join(EVENT_COLUMNS)} FROM event NOT INDEXED WHERE seq BETWEEN ? AND ?"
    try:
        connection = _open(copy)
    except UNREADABLE:
        return [], False
    found: dict[int, Row[Event]] = {}
    whole = True
    ranges = [(1, known), (known + 1, most)]
    queries = 0
    try:
        while ranges and queries < _QUERIES:
            low, high = ranges.pop()
            for order in ("ASC", "DESC"):
                queries += 1
                last, finished = _fetch(connection, f"{query} ORDER BY seq {order}", (low, high), found)
                if finished:
                    break
                whole = False
                if order == "ASC":
                    low = max(low, last + 1 if last is not None else low)
                else:
                    high = min(high, last - 1 if last is not None else high)
            else:
                middle = (low + high) // 2
                if low < high <= known:
                    ranges += [(low, middle), (middle + 1, high)]
    finally:
        connection.close()
    unread = any(row.value is None for row in found.values())
    return [row for row in found.values() if row.value is not None], whole and not ranges and not unread


def _fetch(
    connection: sqlite3.Connection, query: str, between: tuple[int, int], into: dict[int, Row[Event]]
) -> tuple[int | None, bool]:
    """Take the rows of a range until SQLite fails: the last row number, and whether it came to the end."""
    last: int | None = None
    try:
        for count, (seq, *cells) in enumerate(connection.execute(query, between)):
            # More rows than numbers: a tree that leads in circles.
            if count > between[1] - between[0] or not isinstance(seq, int):
                return last, False
            last = seq
            if seq not in into:
                into[seq] = Row(seq, _read(cells, read_event), "used")
    except UNREADABLE:
        return last, False
    return last, True


def _select_versions(copy: Path) -> Iterator[Row[Version]]:
    most = copy.stat().st_size // _SMALLEST + 1
    try:
        connection = _open(copy)
    except UNREADABLE:
        return
    try:
        for order in ("ASC", "DESC"):
            query = f"SELECT seq, {', '.join(VERSION_COLUMNS)} FROM version NOT INDEXED ORDER BY seq {order}"
            for seq, *cells in islice(_until_it_fails(connection, query), most):
                if isinstance(seq, int):
                    yield Row(seq, _read(cells, read_version), "used")
    finally:
        connection.close()


def _until_it_fails(connection: sqlite3.Connection, query: str) -> Iterator[Sequence[object]]:
    try:
        yield from connection.execute(query)
    except UNREADABLE:
        # What is damaged is not lost yet: the other direction and the carver come after this.
        return


def _open(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, isolation_level=None)
    # A text that is no UTF-8 any more is one row's trouble, not the whole query's.
    connection.text_factory = bytes
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _read(cells: Iterable[object], reader: Callable[[Cells], T | None]) -> T | None:
    texts: list[str | None] = []
    for cell in cells:
        if not isinstance(cell, bytes | None) or (cell and b"\0" in cell):
            return None
        try:
            texts.append(None if cell is None else cell.decode("utf-8"))
        except UnicodeDecodeError:
            return None
    return reader(tuple(texts))
