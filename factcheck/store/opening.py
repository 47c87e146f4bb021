"""Opening a session's database: what it is, who may write it, and whether this version knows it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from factcheck.store.plain import bad, plainly
from factcheck.store.schema import KNOWN, MIGRATION_SET, migrate

if TYPE_CHECKING:
    from sqlite3 import Connection

BUSY_SECONDS = 5.0
"""How long a writer waits for the others; each of them needs a few milliseconds."""
_MAGIC = b"SQLite format 3\0"
_OLDEST = (3, 38, 0)
"""STRICT tables came with 3.37, JSON functions in every build with 3.38."""


def connect(path: Path, *, create: bool, read_only: bool) -> tuple[Connection, Path | None, bool]:
    """A checked and migrated connection, a temporary folder to remove after it, and whether it only reads."""
    if sqlite3.sqlite_version_info < _OLDEST:
        raise bad(
            path, f"needs SQLite 3.38, this Python has {sqlite3.sqlite_version}", "", "use a newer Python"
        )
    _look(path, create=create)
    read_only = read_only or not _writable(path)
    with plainly(path):
        connection, copy = _reader(path) if read_only else (_writer(path), None)
        try:
            _prepare(connection, path, read_only=read_only)
        except BaseException:
            shut(connection, copy)
            raise
    return connection, copy, read_only


def shut(connection: Connection, copy: Path | None) -> None:
    connection.close()
    if copy is not None:
        shutil.rmtree(copy, ignore_errors=True)


def checkpoint(connection: Connection) -> None:
    """Bring the WAL's pages home and empty it, so that a copied folder is whole."""
    # Where another process is reading or writing, the WAL stays, nothing is lost, and whoever
    # leaves last empties it: there is nothing to wait for and nothing to say.
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _look(path: Path, *, create: bool) -> None:
    """What the file's first and last bytes tell, before SQLite is asked."""
    if not path.exists():
        if not create:
            raise bad(path, "no such database", "", "make a session with `factcheck new`")
        if not path.parent.is_dir():
            raise bad(path, "cannot be made", "its folder does not exist")
        return
    if not path.is_file():
        raise bad(path, "is no database", "it is not a file")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise bad(path, "cannot be read", error.strerror or str(error)) from error
    if head and not head.startswith(_MAGIC):
        raise bad(path, "is no database", "the file holds something else", "put the session's own file back")
    if len(head) == 100 and not _wal_size(path) and path.stat().st_size < _promised(head):
        raise bad(path, "is damaged", "the file has been cut short", "put a copy of the session back")


def _promised(head: bytes) -> int:
    """The size that the header of a database gives; 0 where it does not know."""
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    current = head[24:28] == head[92:96]
    return (65_536 if page == 1 else page) * pages if current else 0


def _writable(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _wal_size(path: Path) -> int:
    return _wal(path).stat().st_size if _wal(path).exists() else 0


def _open(path: Path, query: str) -> Connection:
    uri = f"{path.absolute().as_uri()}?{query}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _writer(path: Path) -> Connection:
    connection = _open(path, "mode=rwc")
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _reader(path: Path) -> tuple[Connection, Path | None]:
    """A connection that changes nothing; in a folder that cannot be written, not even side files."""
    if not path.exists():
        return _nothing(), None
    if os.access(path.parent, os.W_OK):
        return _query_only(path), None
    if not _wal_size(path):
        return _open(path, "immutable=1"), None
    # `immutable` passes the WAL by, and in it are the last verdicts of somebody who was cut off.
    copy = Path(mkdtemp(prefix="factcheck-"))
    try:
        for each in (path, _wal(path)):
            shutil.copyfile(each, copy / each.name)
        return _query_only(copy / path.name), copy
    except BaseException:
        shutil.rmtree(copy, ignore_errors=True)
        raise


def _nothing() -> Connection:
    """The empty database of a session that nobody could judge yet: in memory, and not to be filled."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _query_only(path: Path) -> Connection:
    """A reader among writers. ``mode=ro`` would do, but it leaves the side files of the WAL behind."""
    connection = _open(path, "mode=rw")
    connection.execute("PRAGMA query_only = ON")
    return connection


def _prepare(connection: Connection, path: Path, *, read_only: bool) -> None:
    """Compare the applied migrations with the known ones and apply what is missing."""
    applied = _applied(connection, path)
    unknown = [name for name in applied if name not in KNOWN]
    if unknown:
        raise bad(
            path, "made by a newer factcheck", f"it has {unknown[0]}, which this version does not know",
            "update factcheck; nothing was changed",
        )  # fmt: skip
    if not read_only:
        # Kept in the file, so it comes only after the file has turned out to be ours.
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if len(applied) == len(KNOWN):
        return
    if read_only:
        raise bad(path, "made by an older factcheck", "it cannot be brought up to date where it is read-only",
                  "copy the session to a folder that can be written")  # fmt: skip
    migrate(connection)


def _applied(connection: Connection, path: Path) -> list[str]:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "_sqlite_migrations" in tables:
        rows = connection.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (MIGRATION_SET,)
        )
        applied = [row[0] for row in rows]
        if applied or tables == {"_sqlite_migrations"}:
            return applied
    elif not tables:
        return []
    raise bad(path, "is no session of factcheck", "the database holds other tables")
