"""What SQLite's errors mean to somebody who only wants their verdicts."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAMAGED = "run `factcheck recover SESSION`: it saves what can be read"
NOT_SAVED = "not saved: it "
_BUSY = ("is in use by another program", "it has been writing for too long", "close it and try again")
_SAID = (
    ("locked", *_BUSY),
    ("locking protocol", *_BUSY),
    ("full", "could not be written", "the disk is full", "make room; what was saved before is safe"),
    ("readonly", "cannot be written", "the file or its folder is read-only", "copy the session elsewhere"),
    ("not a database", "is no database", "the file holds something else", "put the session's own file back"),
    ("malformed", "is damaged", "SQLite cannot read all of it", DAMAGED),
    ("unable to open", "cannot be opened", "", "check that the file is there and may be read"),
    (
        "disk i/o", "could not be read or written", "the disk reports an error, or a quota is used up",
        "make room or copy the session elsewhere; what was saved before is safe",
    ),
)  # fmt: skip


def bad(path: Path, what: str, why: str = "", mend: str = "") -> BadInput:
    return BadInput(Problem(str(path), what, why, mend))


@contextmanager
def plainly(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Turn what can go wrong with a file into BadInput; mistakes in our own SQL stay what they are.

    ``writing``: it says first that nothing was saved.
    """
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        said = str(error).lower()
        for word, what, why, mend in _SAID:
            if word in said:
                raise bad(path, f"{NOT_SAVED}{what}" if writing else what, why, mend) from error
        if "no such" in said:
            raise bad(path, "is damaged", str(error), DAMAGED) from error
        raise
    except UnicodeDecodeError as error:
        raise bad(path, "is damaged", f"text in it is no text: {error.reason}", DAMAGED) from error
    except OSError as error:
        raise bad(path, "cannot be read or written", error.strerror or str(error)) from error
