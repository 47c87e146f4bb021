"""A session's memory: the event log, the ledger of texts, and the analysis that was made last."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from sqlite3 import OperationalError
from typing import TYPE_CHECKING, Self, TypeVar

from factcheck.store import analysis as analyses
from factcheck.store import events as log
from factcheck.store import health, ledger
from factcheck.store.locks import begin_writing
from factcheck.store.opening import Opened, checkpoint, connect, shut
from factcheck.store.plain import NOT_SAVED, bad, plainly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from factcheck.model import Analysis, Event, Version
    from factcheck.problems import Problem

T = TypeVar("T")


class Store:
    """One connection to a session's database, for the thread that opened it.

    Everything a file can do to us is said as BadInput, one line with the database's path.
    """

    def __init__(self, path: Path, opened: Opened) -> None:
        self.path = path
        self.read_only = opened.read_only
        """The file cannot be written, or must not be: reading works, ``append`` raises BadInput."""
        self.newer = opened.newer
        """A newer factcheck made it: only read here, without the events of kinds unknown to us."""
        self.notices: tuple[Problem, ...] = opened.notices
        """What its user should know: it was brought up to date, or is only read, and why."""
        self._opened = opened
        self._connection = opened.connection
        self._seen = 0
        self._own: set[str] = set()
        self._version = self._data_version()
        self._file = _identity(path)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> Store:
        """Open a database; ``create`` makes it where it is missing.

        An older version's is migrated after a dated backup, or read from a migrated copy where it
        cannot be written; a newer version's is only read; ``notices`` says so. Raises BadInput for
        a file that is missing, no database, damaged or of another program, and where the backup
        cannot be made: such a file is left as it is.
        """
        opened = connect(path, create=create, read_only=read_only)
        with plainly(path):
            return cls(path, opened)

    def close(self) -> None:
        """Leave the folder whole: what the WAL holds goes into the database file."""
        if not self.read_only:
            checkpoint(self._connection)
        shut(self._opened)

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
        Raises BadInput, and keeps none of them, for an event dated more than ten years ahead.
        """
        with self._writing(), self._sane(), self._keepable():
            kept = log.append(self._connection, events)
        self._own.update(event.id for event in kept)
        return kept

    def events(self, after: str | None = None) -> tuple[Event, ...]:
        """All events in replay order, or those whose clock is later than ``after``."""
        if after is not None:
            with self._reading(), self._sane():
                return log.read(self._connection, "clock > ?", (after,), newer=self.newer)
        return self._unseen(0)

    def since(self, number: int) -> tuple[tuple[Event, ...], int]:
        """The events appended after the row ``number``, whatever their clock, and the last row's number.

        For a reader that keeps its own place, apart from ``news``.
        """
        with self._reading(), self._sane():
            events = log.read(self._connection, "seq > ?", (number,), newer=self.newer)
            return events, log.last_number(self._connection)

    def news(self) -> tuple[Event, ...]:
        """The events that others appended since ``events()`` or ``news()`` was called last.

        Counted by row, not by clock: what was merged in may be older than all the rest.
        """
        own = frozenset(self._own)
        return tuple(event for event in self._unseen(self._seen) if event.id not in own)

    def _unseen(self, seen: int) -> tuple[Event, ...]:
        with self._reading(), self._sane():
            events = log.read(self._connection, "seq > ?", (seen,), newer=self.newer)
            self._seen = log.last_number(self._connection)
        self._own.clear()
        return events

    def changed(self) -> bool:
        """Whether another connection has written since this was asked last: microseconds, no read.

        Never, where a copy is read in place of a file that must not be touched.
        """
        with plainly(self.path):
            version = self._data_version()
        changed = version != self._version
        self._version = version
        return changed

    # --- the analysis ---------------------------------------------------------------------

    def analysis_key(self) -> str | None:
        """The key of the analysis that is kept; None where there is none that this version can read."""
        with self._reading():
            return self._if_known(lambda: analyses.key(self._connection), None)

    def save_analysis(self, key: str, analysis: Analysis) -> None:
        """Replace the analysis in one transaction, and note its texts in the ledger.

        What reviewers did is not touched.
        """
        with self._writing():
            analyses.save(self._connection, key, analysis)

    def load_analysis(self, key: str) -> Analysis | None:
        """The analysis kept under this key; None means that it has to be made."""
        with self._reading():
            found = self._if_known(lambda: analyses.load_claims(self._connection, key), None)
            if found is None:
                return None
            comparison = self._if_known(lambda: analyses.load_comparison(self._connection, key), None)
        return replace(found, comparison=comparison) if comparison else None

    def versions(self) -> tuple[Version, ...]:
        """Every text that was ever analysed here, in the order in which they were first seen."""
        with self._reading():
            return self._if_known(lambda: ledger.read(self._connection), ())

    def remember(self, versions: Sequence[Version]) -> None:
        """Take in texts that another copy of this session has seen, with what was judged in them."""
        with self._writing():
            ledger.remember(self._connection, versions)

    # --- its health -----------------------------------------------------------------------

    def check(self) -> tuple[Problem, ...]:
        """Everything that can be checked; empty where all is well. Takes a while.

        Pages, indexes, references, the hashes of all texts, every event with the words that its
        anchor quotes, every view. Of damaged pages, and of a newer version's database, no more than
        the pages and references: what else there is cannot be relied on.
        """
        with self._reading():
            return health.check(self._connection, self.path, newer=self.newer)

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _if_known(self, ask: Callable[[], T], otherwise: T) -> T:
        """What is asked for; where a newer version keeps it in other tables, the other answer."""
        try:
            return ask()
        except OperationalError as error:
            if self.newer and "no such" in str(error):
                return otherwise
            raise

    @contextmanager
    def _keepable(self) -> Iterator[None]:
        """What an event brings with it that no log can keep; it came from a file, not from a key."""
        try:
            yield
        except OverflowError as error:
            raise bad(
                self.path, "did not take it in", str(error), "mend the date where it is wrong"
            ) from error
        except UnicodeEncodeError as error:
            raise bad(self.path, "did not take it in", "a text in it holds half a character") from error

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
            raise bad(self.path, f"{NOT_SAVED}cannot be written", *self._opened.why)
        if _identity(self.path) != self._file:
            # SQLite would write on into a file that has no name any more, and say that all is well.
            raise bad(
                self.path, f"{NOT_SAVED}is not the file that was opened",
                "somebody moved, deleted or replaced it", "put it back, leave and open the session again",
            )  # fmt: skip
        with plainly(self.path, writing=True):
            begin_writing(self._connection)
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
