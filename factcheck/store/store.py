"""A session's memory: the event log, and the analysis that was made last."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Self

from factcheck.problems import Problem
from factcheck.store import analysis as analyses
from factcheck.store import events as log
from factcheck.store.opening import checkpoint, connect, shut
from factcheck.store.plain import bad, plainly

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from factcheck.model import Analysis, Event


class Store:
    """One connection to a session's database, for the thread that opened it.

    Everything a file can do to us is said as BadInput, one line with the database's path.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, copy: Path | None, read_only: bool
    ) -> None:
        self.path = path
        self.read_only = read_only
        """The folder or the file cannot be written: reading works, ``append`` raises BadInput."""
        self._connection = connection
        self._copy = copy
        self._seen = 0
        self._own: set[str] = set()
        self._version = self._data_version()
        self._file = _identity(path)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> Store:
        """Open a database, migrated if it is older; ``create`` makes it where it is missing.

        Raises BadInput for a file that is missing, no database, damaged, of another program or made
        by a newer version: such a file is left as it is.
        """
        connection, copy, only_reads = connect(path, create=create, read_only=read_only)
        with plainly(path):
            return cls(path, connection, copy, only_reads)

    def close(self) -> None:
        """Leave the folder whole: what the WAL holds goes into the database file."""
        if not self.read_only:
            checkpoint(self._connection)
        shut(self._connection, self._copy)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- the event log --------------------------------------------------------------------

    def append(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Keep events, all or none, and return them as kept; they are on disk when this returns.

        An event with an empty ``clock`` gets one that is later than every event in the log. An
        event that has one keeps it; it is left out of the answer where its id is already there.
        """
        with self._writing(), self._sane():
            kept = log.append(self._connection, events)
        self._own.update(event.id for event in kept)
        return kept

    def events(self, after: str | None = None) -> tuple[Event, ...]:
        """All events in replay order, or those whose clock is later than ``after``."""
        if after is not None:
            with self._reading(), self._sane():
                return log.read(self._connection, "WHERE clock > ?", (after,))
        return self._unseen(0)

    def news(self) -> tuple[Event, ...]:
        """The events that others appended since ``events()`` or ``news()`` was called last."""
        own = frozenset(self._own)
        return tuple(event for event in self._unseen(self._seen) if event.id not in own)

    def _unseen(self, seen: int) -> tuple[Event, ...]:
        with self._reading(), self._sane():
            events = log.read(self._connection, "WHERE seq > ?", (seen,))
            self._seen = log.last_number(self._connection)
        self._own.clear()
        return events

    def changed(self) -> bool:
        """Whether another connection has written since this was asked last: microseconds, no read."""
        with plainly(self.path):
            version = self._data_version()
        changed = version != self._version
        self._version = version
        return changed

    # --- the analysis ---------------------------------------------------------------------

    def analysis_key(self) -> str | None:
        """The key of the analysis that is kept; None where there is none that this version can read."""
        with self._reading():
            return analyses.key(self._connection)

    def save_analysis(self, key: str, analysis: Analysis) -> None:
        """Replace the analysis in one transaction; what reviewers did is not touched."""
        with self._writing():
            analyses.save(self._connection, key, analysis)

    def load_analysis(self, key: str) -> Analysis | None:
        """The analysis kept under this key; None means that it has to be made."""
        with self._reading():
            found = analyses.load_claims(self._connection, key)
            comparison = analyses.load_comparison(self._connection, key)
        return replace(found, comparison=comparison) if found and comparison else None

    # --- its health -----------------------------------------------------------------------

    def check(self) -> tuple[Problem, ...]:
        """Everything that can be checked: pages, indexes, references, the articles' hashes. Takes a while."""
        with plainly(self.path):
            said = [row[0] for row in self._connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            loose = self._connection.execute("PRAGMA foreign_key_check").fetchall()
            articles = self._connection.execute("SELECT path, text, text_sha256 FROM article").fetchall()
        problems = [Problem(str(self.path), "is damaged", line) for line in said]
        if loose:
            problems.append(Problem(str(self.path), f"{len(loose)} rows refer to rows that are gone"))
        problems += [
            Problem(str(self.path), f"the text of {name} is not the one that its hash was made of")
            for name, text, digest in articles
            if sha256(text.encode()).hexdigest() != digest
        ]
        return tuple(problems)

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _sane(self) -> Iterator[None]:
        """Rows of the log that another program has spoilt are damage; nothing is guessed from them."""
        try:
            yield
        except (ValueError, TypeError) as error:
            raise bad(self.path, "is damaged", f"the event log cannot be read: {error}") from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One write transaction: the lock is taken at once, so that no one has to start again."""
        if self.read_only:
            raise bad(
                self.path, "cannot be written", "the file or its folder is read-only", "copy the session"
            )
        if _identity(self.path) != self._file:
            # SQLite would write on into a file that has no name any more, and say that all is well.
            raise bad(
                self.path, "is not the file that was opened", "somebody moved, deleted or replaced it",
                "put it back, leave and open the session again",
            )  # fmt: skip
        with plainly(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One read transaction, so that what is read together belongs together."""
        with plainly(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path just now; None where there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino
