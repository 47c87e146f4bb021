"""Opening a session's database: what it is, who may write it, and whether this version knows it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from factcheck.problems import Problem
from factcheck.store import events, older
from factcheck.store.health import look_quickly
from factcheck.store.locks import BUSY_SECONDS, use_wal
from factcheck.store.plain import DAMAGED, bad, plainly
from factcheck.store.schema import ANALYSIS_TABLES, KNOWN, applied, migrate

if TYPE_CHECKING:
    from sqlite3 import Connection

_MAGIC = b"SQLite format 3\0"
_OLDEST = (3, 38, 0)
"""STRICT tables came with 3.37, JSON functions in every build with 3.38."""
_UNFIT = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT)
"""What a migration says of content that it was not made for; a full disk or a lock has its own words."""
_LOCKED_UP = ("the file or its folder is read-only", "copy the session")


@dataclass(slots=True)
class Opened:
    """A connection, checked and, where that may be, migrated."""

    connection: Connection
    copy: Path | None = None
    """A temporary folder that is removed after it."""
    read_only: bool = False
    why: tuple[str, str] = _LOCKED_UP
    """Why it only reads, and how that is mended."""
    newer: bool = False
    notices: tuple[Problem, ...] = ()
    file: Identity | None = None
    """Which file it holds open, for as long as it does."""


Identity = tuple[int, int]
_HELD: Counter[Identity] = Counter()
"""The databases that this process has open. Whoever opens and closes such a file in any other way than
through SQLite drops every lock that the process has on it (POSIX has it so): another process would take
itself for the last one and remove the log, and what is written after that is gone with it."""


def is_held(path: Path) -> bool:
    """Whether this process has the database open: then nothing but SQLite may touch the file."""
    file = _identity(path)
    return file is not None and _HELD[file] > 0


def _identity(path: Path) -> Identity | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def connect(path: Path, *, create: bool, read_only: bool) -> Opened:
    """Open a database. Raises BadInput for what cannot be read, and leaves such a file as it is."""
    if sqlite3.sqlite_version_info < _OLDEST:
        raise bad(
            path, f"needs SQLite 3.38, this Python has {sqlite3.sqlite_version}", "", "use a newer Python"
        )
    _look(path, create=create)
    read_only = read_only or not _writable(path)
    with plainly(path):
        connection, copy = _reader(path) if read_only else (_writer(path), None)
        opened = Opened(connection, copy, read_only)
        try:
            _prepare(opened, path)
        except BaseException:
            shut(opened)
            raise
    if opened.copy is None and (file := _identity(path)) is not None:
        opened.file = file
        _HELD[file] += 1
    return opened


def shut(opened: Opened) -> None:
    opened.connection.close()
    if opened.file is not None:
        _HELD[opened.file] -= 1
        opened.file = None
    if opened.copy is not None:
        shutil.rmtree(opened.copy, ignore_errors=True)


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
    if is_held(path):
        return
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise bad(path, "cannot be read", error.strerror or str(error)) from error
    if head and not head.startswith(_MAGIC):
        raise bad(path, "is no database", "the file holds something else", "put the session's own file back")
    if len(head) == 100 and not _wal_size(path) and path.stat().st_size < _promised(head):
        raise bad(path, "is damaged", "the file has been cut short", DAMAGED)


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
    try:
        return _wal(path).stat().st_size
    except FileNotFoundError:  # none, or whoever left last has just emptied it
        return 0


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


def _prepare(opened: Opened, path: Path) -> None:
    """Compare the applied migrations with the known ones and apply what is missing."""
    names = _applied(opened.connection, path)
    unknown = [name for name in names if name not in KNOWN]
    if names and path.exists():
        look_quickly(opened.connection, path, _wal_size(path))
    if unknown:
        _only_read_newer(opened, path, unknown[0])
        return
    if not opened.read_only:
        # Kept in the file, so it comes only after the file has turned out to be ours.
        use_wal(opened.connection)
    if len(names) == len(KNOWN):
        return
    if opened.read_only:
        _migrate_copy(opened, path, names)
        return
    backups: list[Path] = []
    try:
        migrate(opened.connection, lambda pending: backups.append(older.back_up(path, pending)))
    except sqlite3.DatabaseError as error:
        if not names or error.sqlite_errorcode & 0xFF not in _UNFIT:
            raise
        raise bad(
            path, "made by an older factcheck, and cannot be brought up to date", str(error),
            "nothing was changed; go on with the older version",
        ) from error  # fmt: skip
    opened.notices = tuple(older.told(path, backup) for backup in backups)


def _only_read_newer(opened: Opened, path: Path, unknown: str) -> None:
    """Read what this version knows of a newer database's log, and write nothing at all."""
    opened.connection.execute("PRAGMA query_only = ON")
    why = f"it has {unknown}, which this version does not know"
    if not events.has_our_columns(opened.connection):
        raise bad(path, "made by a newer factcheck", why, "update factcheck; nothing was changed")
    passed_over = events.count_unknown(opened.connection)
    if passed_over:
        why += f", and {passed_over} {'act' if passed_over == 1 else 'acts'} of a kind that it leaves out"
    opened.read_only, opened.newer = True, True
    opened.why = ("it was made by a newer factcheck", "update factcheck")
    opened.notices = (
        Problem(str(path), "made by a newer factcheck, only read here", why, "update factcheck"),
    )


def _migrate_copy(opened: Opened, path: Path, names: list[str]) -> None:
    """Go on with a copy that is brought up to date, where the database itself must stay as it is."""
    folder = Path(mkdtemp(prefix="factcheck-"))
    try:
        with closing(sqlite3.connect(folder / path.name, isolation_level=None)) as copy:
            opened.connection.backup(copy)
        connection = _writer(folder / path.name)
        try:
            migrate(connection)
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    shut(opened)
    opened.connection, opened.copy = connection, folder
    if names:
        opened.notices = (
            Problem(
                str(path), "made by an older factcheck, only read here",
                "it cannot be brought up to date where it is read-only",
                "copy the session to a folder that can be written",
            ),
        )  # fmt: skip


def _applied(connection: Connection, path: Path) -> list[str]:
    """Our migrations in it. BadInput for another program's database, which stays as it is."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    # A view that stands for one of our tables may answer without end; a stranger's file can hold one.
    views = connection.execute("SELECT lower(name) FROM sqlite_master WHERE type = 'view'")
    if {row[0] for row in views} & {"_sqlite_migrations", "event", "version", *ANALYSIS_TABLES}:
        raise bad(path, "is damaged", "a view stands where a table of ours should", DAMAGED)
    names = applied(connection)
    if names or tables <= {"_sqlite_migrations"}:
        return names
    raise bad(path, "is no session of factcheck", "the database holds other tables")
