"""Waiting for one's turn to write, among as many programs as there are.

SQLite's own waiting sleeps longer and longer, up to a tenth of a second, while whoever has just written
asks again at once: with eight that write without a pause, one of them waited 1.3 seconds where a
write takes a quarter of a millisecond, and on a slow disk it would wait until it is told "locked".
Asking again after a random millisecond gives everyone the same chance: the longest wait was 0.1 seconds.
"""

from __future__ import annotations

import sqlite3
import time
from random import uniform

BUSY_SECONDS = 30.0
"""How long a writer waits for the others: a write takes milliseconds, a backup of a large file seconds."""
_SHORTEST, _LONGEST = 0.0003, 0.002
"""Seconds of sleep before the next try."""


def begin_writing(connection: sqlite3.Connection) -> None:
    """Open a write transaction, the lock taken at once, so that nothing in it can be turned away.

    A transaction that began as a reader and then writes could be; this program has none. Raises
    OperationalError ("database is locked") after ``BUSY_SECONDS``.
    """
    _in_turn(connection, "BEGIN IMMEDIATE")


def use_wal(connection: sqlite3.Connection) -> None:
    """Have the file in WAL mode, in which readers and a writer do not disturb each other.

    A file that was unpacked or copied may be in another. The change needs the file for itself for a
    moment, and where somebody is writing SQLite does not wait for that at all. Raises like
    ``begin_writing``.
    """
    _in_turn(connection, "PRAGMA journal_mode = WAL")


def _in_turn(connection: sqlite3.Connection, sql: str) -> None:
    until = time.monotonic() + BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute(sql).fetchall()
                return
            except sqlite3.OperationalError as error:
                if not _busy(error) or time.monotonic() > until:
                    raise
            time.sleep(uniform(_SHORTEST, _LONGEST))
    finally:
        wait_for_others(connection)


def wait_for_others(connection: sqlite3.Connection) -> None:
    """Set SQLite's own patience, for reading and leaving: there it has nobody to compete with."""
    connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def _busy(error: sqlite3.OperationalError) -> bool:
    """Whether another connection is at it; the low byte is the code, the rest says in which phase."""
    return error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_PROTOCOL}
