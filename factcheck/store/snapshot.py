"""A whole copy of a session's database in one file, with what reviewers did or without a trace of it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from factcheck.durable import put_in_place
from factcheck.store import analysis as analyses
from factcheck.store.opening import connect, shut
from factcheck.store.plain import DAMAGED, bad, plainly
from factcheck.store.schema import ANALYSIS_TABLES, migrate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.store.opening import Opened


def snapshot(source: Path, target: Path, *, without_events: bool) -> int:
    """Write a copy of ``source``, as it is at this moment, to ``target``; return how many events it holds.

    Others may go on writing to the source; what is still in its WAL is copied too. An older version's
    is copied as this version would have it. ``without_events`` copies the texts and the analysis and
    nothing else, so that the file holds no byte of what reviewers wrote, not even in a freed page.
    ``target`` is replaced, and only by a file that is whole and on disk. Raises BadInput where the source
    cannot be opened, the target cannot be written, or the source is a newer version's and should be
    copied without events: what there is in it besides is not known here.
    """
    opened = connect(source, create=False, read_only=True)
    try:
        if without_events and opened.newer:
            raise bad(
                source, "made by a newer factcheck", "it may hold verdicts where this version does not look",
                "update factcheck",
            )  # fmt: skip
        if target.exists() and target.samefile(source):
            raise bad(target, "is the session's own database", "", "name another file")
        with plainly(target):
            return _write(opened, source, target, without_events=without_events)
    finally:
        shut(opened)


def _write(opened: Opened, source: Path, target: Path, *, without_events: bool) -> int:
    folder = Path(mkdtemp(prefix=".factcheck-", dir=target.parent))
    try:
        finished = folder / "finished.db"
        if without_events:
            draft = folder / "draft.db"
            _copy_findings(opened.connection, source, draft)
            with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
                _vacuum(connection, finished)
        else:
            # It forbids writing to the copy as well, and nothing else is written here.
            opened.connection.execute("PRAGMA query_only = OFF")
            try:
                _vacuum(opened.connection, finished)
            except sqlite3.DatabaseError as error:
                if "malformed" in str(error):
                    raise bad(source, "is damaged", str(error), DAMAGED) from error
                raise
        count = _count_whole(finished, target)
        put_in_place(finished, target)
        return count
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _vacuum(connection: sqlite3.Connection, target: Path) -> None:
    """Row by row into a new file: no page that was freed, and nothing left over in those in use."""
    connection.execute("VACUUM INTO ?", (str(target),))


def _copy_findings(connection: sqlite3.Connection, source: Path, target: Path) -> None:
    """A new database with the rows of the tables that no reviewer writes to.

    What may go in is listed, rather than what must stay out: a table, view or index that another
    program added stays behind, and no verdict is ever in the file that could be left over in it.
    """
    with plainly(source):
        connection.execute("BEGIN")
        tables = ("version", *reversed(ANALYSIS_TABLES)) if _only_found(connection) else ("version",)
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        migrate(copy)
        copy.execute("BEGIN")
        for table in tables:
            copied = _rows(connection, source, table)
            names = next(copied)
            quoted = ", ".join(f'"{name}"' for name in names)
            places = ", ".join("?" * len(names))
            copy.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({places})", copied)
        copy.execute("COMMIT")
    connection.execute("COMMIT")


def _rows(connection: sqlite3.Connection, source: Path, table: str) -> Iterator[tuple[object, ...]]:
    """The names of a table's columns and then its rows; what is wrong with reading is the source's."""
    with plainly(source):
        names = [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
        yield tuple(names)
        quoted = ", ".join(f'"{name}"' for name in names)
        yield from connection.execute(f"SELECT {quoted} FROM {table} ORDER BY rowid")


def _only_found(connection: sqlite3.Connection) -> bool:
    """Whether the analysis holds what rules found and nothing that a reviewer marked.

    One that this version cannot read is left out: it would be made again anyway.
    """
    key = analyses.key(connection)
    found = analyses.load_claims(connection, key) if key is not None else None
    return found is not None and all(claim.how == "rule" for claim in found.claims)


def _count_whole(finished: Path, target: Path) -> int:
    with closing(sqlite3.connect(finished, isolation_level=None)) as connection:
        said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if said != "ok":
            raise bad(target, "could not be written", f"the copy is damaged: {said}", "try again")
        return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])
