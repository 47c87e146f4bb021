"""Databases as other versions of the program left them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

from factcheck.store.schema import MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Analysis

APPLY = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('{}', '{}', '')"
_LIST = """CREATE TABLE _sqlite_migrations (
  id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT);
CREATE UNIQUE INDEX idx ON _sqlite_migrations (migration_set, name);"""
_NOTE = (
    "INSERT INTO event (id, clock, at, reviewer, type, batch, claim, note) "
    "VALUES ('{0}', '00000{0}-00000', '', 'ada', 'note', 'b', 'c1', 'kept {0}')"
)


def execute(path: Path, *statements: str) -> list[tuple[object, ...]]:
    """Run statements as another program would; the rows of the last."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for sql in statements[:-1]:
            connection.execute(sql)
        return connection.execute(statements[-1]).fetchall()


def make_older(path: Path, upto: int = 3, notes: int = 3, analysis: Analysis | None = None) -> None:
    """A database with the first migrations only, some notes and, if given, the articles of an analysis."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_LIST)
        for name, sql in MIGRATIONS[:upto]:
            connection.executescript(sql)
            connection.execute(APPLY.format("factcheck", name))
        for number in range(notes):
            connection.execute(_NOTE.format(17_000_000 + number))
        if analysis is not None:
            _fill(connection, analysis)


def _fill(connection: sqlite3.Connection, analysis: Analysis) -> None:
    head = (1, "k", "an older shape", "2025-02-03T04:05:06.000Z", "", "[]", "[]", "[]")
    connection.execute(f"INSERT INTO analysis VALUES ({', '.join('?' * len(head))})", head)
    for number, article in enumerate(analysis.articles):
        row = {"number": number, **asdict(article), "redact": int(article.redact)}
        row["furniture"] = json.dumps([])
        places = ", ".join(f":{name}" for name in row)
        connection.execute(f"INSERT INTO article ({', '.join(row)}) VALUES ({places})", row)
