"""What SQLite's errors mean to somebody who only wants their verdicts."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SAID = (
    ("locked", "is in use by another program", "it has been writing for too long", "close it and try again"),
    ("full", "could not be written", "the disk is full", "make room; what was saved before is safe"),
    ("readonly", "cannot be written", "the file or its folder is read-only", "copy the session elsewhere"),
    ("not a database", "is no database", "the file holds something else", "put the session's own file back"),
    ("malformed", "is damaged", "SQLite cannot read all of it", "put a copy of the session back"),
    ("unable to open", "cannot be opened", "", "check that the file is there and may be read"),
    ("disk i/o", "could not be read or written", "the disk reports an error", "copy the session elsewhere"),
)


def bad(path: Path, what: str, why: str = "", mend: str = "") -> BadInput:
    return BadInput(Problem(str(path), what, why, mend))


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn what can go wrong with a file into BadInput; mistakes in our own SQL stay what they are."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        said = str(error).lower()
        for word, what, why, mend in _SAID:
            if word in said:
                raise bad(path, what, why, mend) from error
        if "no such" in said:
            raise bad(path, "is damaged", str(error), "put a copy of the session back") from error
        raise
