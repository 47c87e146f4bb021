"""Saving what can be read of a damaged database into a new one; the damaged one is kept.

The file is read by SQLite and by our own reader of its format (``salvage``), from copies; nothing is
written into it. The new database is made by the normal migrations, in a folder beside it, and gets
the old one's name only when it is whole, checked and on disk.

Only what was appended once is saved, nothing is made up. Rows of the log stand in three places. Those
that are part of the database are the log. Those behind a spoilt frame of the WAL were written after
everything before them, and SQLite would drop them. Those in unused space (freed pages, cells that
moved, frames of an earlier round or of a transaction that was cut off) are copies of rows of the log,
as the log is append-only and the main file only ever gets what was committed; but one that has no
other copy may come from a transaction that was never finished, and so was never acknowledged. The
last two are saved as well and counted apart, for a person to look at.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from factcheck.durable import put_in_place, sync_folder
from factcheck.problems import BadInput, Problem
from factcheck.store.pagefile import PageFile, page_sizes
from factcheck.store.plain import bad, plainly
from factcheck.store.salvage import UNREADABLE, Salvage, salvage
from factcheck.store.schema import KNOWN, MIGRATION_SET
from factcheck.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model import Event, Version

LARGEST = 2**31
"""Bytes of a database that this reads; a session of thousands of verdicts has a few million."""
MOST_GAPS = 100
_LOCKED = (0x4000_0000, 512)
"""Where SQLite on Unix keeps its locks: offset and length in the database file (os_unix.c)."""
_SIDES = ("-wal", "-journal", "-shm")


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was saved, or with ``dry_run`` could be."""

    sound: bool = False
    """Nothing is damaged: nothing was done, and ``events`` is how many there are."""
    events: int = 0
    selected: int = 0
    """Of these, through SQLite."""
    carved: int = 0
    """Of these, by our own reader from pages in use that SQLite could not reach."""
    unused: int = 0
    """Of these, found only in unused space or behind a spoilt frame of the WAL."""
    versions: int = 0
    """Texts in the ledger of article versions."""
    lost: int = 0
    """Events that were there and could not be found: their row numbers are in ``gaps``."""
    gaps: tuple[tuple[int, int], ...] = ()
    """First and last row number of what is missing; the first ``MOST_GAPS`` of them."""
    unreadable: int = 0
    """Of ``lost``, those of which something was seen."""
    certain: bool = True
    """``lost`` is all that is missing. Where False there may have been more after the last event."""
    kept_as: Path | None = None
    """The damaged file; its WAL is beside it."""
    problems: tuple[Problem, ...] = ()

    @property
    def complete(self) -> bool:
        """Every event and every text that was there is saved."""
        return self.sound or (not self.lost and self.certain and not self.problems)


def recover(path: Path, *, dry_run: bool = False) -> Recovered:
    """Put a new database with all that can be read in the place of a damaged one.

    No ``Store`` on it may be open in this process. Raises BadInput where it is in use, is of a newer
    version, is too large, cannot be written, or holds nothing of ours: then nothing was changed.
    """
    path = Path(os.path.realpath(path))
    try:
        with ExitStack() as stack:
            main, wal, kept = _alone(path, stack)
            scratch = Path(stack.enter_context(TemporaryDirectory(prefix="factcheck-")))
            copy = _copy(main, wal, scratch / "look")
            why, events = _damage(copy)
            found = _best(main, wal, _copy(main, wal, scratch / "ask"))
            # SQLite says nothing of what stands behind a spoilt frame, or of a WAL without its database.
            if why is None and not (found.used.keys() | found.behind.keys()) - events:
                return Recovered(sound=True, events=len(events))
            _ours(path, copy, found)
            if not dry_run:
                if os.name == "nt":  # a file that is open cannot be replaced there, and is not locked either
                    stack.close()
                kept = _replace(path, found, kept)
            return _told(path, found, None if dry_run else kept)
    except OSError as error:
        raise bad(path, "cannot be recovered", error.strerror or str(error), "nothing was changed") from error


# --- the damaged file -----------------------------------------------------------------------


def _alone(path: Path, stack: ExitStack) -> tuple[BinaryIO | None, BinaryIO | None, Path | None]:
    """The file and its WAL, kept from others until the stack is left.

    The third is where the file is kept already, if this was cut off before: then the WAL is there.
    """
    main = stack.enter_context(_locked(path)) if path.is_file() else None
    kept = _kept_before(path)
    beside = _side(path, "-wal")
    if not beside.is_file() and kept is not None:
        beside = _side(kept, "-wal")
    wal = stack.enter_context(beside.open("rb")) if beside.is_file() else None
    if main is None and wal is None:
        raise bad(path, "no such database", "", "name a session's folder, or its factcheck.db")
    for file in (main, wal):
        if file is not None and file.seek(0, os.SEEK_END) > LARGEST:
            raise bad(path, "is too large to recover", f"it has more than {LARGEST:,} bytes")
    return main, wal, kept


@contextmanager
def _locked(path: Path) -> Iterator[BinaryIO]:
    """The file, opened once: on Unix whoever closes it a second time would let go of the lock."""
    with path.open("r+b" if os.access(path, os.W_OK) else "rb") as file:
        try:
            import fcntl
        except ImportError:  # Windows: a file that is open elsewhere cannot be renamed, which says the same
            yield file
            return
        try:
            kind = fcntl.LOCK_EX if file.writable() else fcntl.LOCK_SH
            fcntl.lockf(file, kind | fcntl.LOCK_NB, _LOCKED[1], _LOCKED[0])
        except (BlockingIOError, PermissionError) as error:
            raise bad(
                path, "is in use by another program", "it may be writing", "close it and try again"
            ) from error
        yield file


def _kept_before(path: Path) -> Path | None:
    """The name under which this very file is kept already: a recovery was cut off before its last step."""
    for each in sorted(path.parent.glob(f"{path.name}.damaged-*Z")):
        if path.exists() and each.samefile(path):
            return each
    return None


def _copy(main: BinaryIO | None, wal: BinaryIO | None, folder: Path) -> Path:
    folder.mkdir()
    copy = folder / "factcheck.db"
    for source, target in ((main, copy), (wal, _side(copy, "-wal"))):
        if source is not None:
            source.seek(0)
            with target.open("wb") as file:
                shutil.copyfileobj(source, file, 2**20)
    return copy


def _damage(copy: Path) -> tuple[str | None, frozenset[str]]:
    """Why a database cannot be used as it is, and otherwise None and the ids of its events."""
    try:
        with Store.open(copy) as store:
            problems = store.check()
            if problems:
                return str(problems[0]), frozenset()
            return None, frozenset(event.id for event in store.events())
    except (BadInput, *UNREADABLE, OSError) as error:
        return str(error), frozenset()


def _best(main: BinaryIO | None, wal: BinaryIO | None, copy: Path) -> Salvage:
    """The most that can be had: where headers disagree on the size of a page, each size is tried."""
    tries = [salvage(PageFile(main, wal, size), copy) for size in page_sizes(main, wal)]
    return max(tries, key=lambda found: (len(found.used), len(found.unused)))


def _ours(path: Path, copy: Path, found: Salvage) -> None:
    """Refuse what is another program's, or a newer version's, whose rows hold what this one would drop."""
    applied = "SELECT name FROM _sqlite_migrations WHERE migration_set = ?"
    try:
        with closing(sqlite3.connect(copy)) as connection:
            names = [row[0] for row in connection.execute(applied, (MIGRATION_SET,)).fetchall()]
    except UNREADABLE:
        names = []
    newer = [name for name in names if isinstance(name, str) and name not in KNOWN]
    # A name that damage has spoilt is no newer version.
    if newer and set(KNOWN) <= set(names):
        raise bad(
            path, "made by a newer factcheck", f"it has {newer[0]}, which this version does not know",
            "recover it with that version; nothing was changed",
        )  # fmt: skip
    if not (found.used or found.unused or found.versions or (found.empty and names)):
        raise bad(path, "holds nothing that can be saved", "no event of factcheck was found in it",
                  "put a copy of the session back; nothing was changed")  # fmt: skip


# --- the new one ----------------------------------------------------------------------------


def _replace(path: Path, found: Salvage, kept: Path | None) -> Path:
    """Make the new database, keep the damaged one under another name, and put the new one in its place."""
    with TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as folder:
        new = Path(folder) / path.name
        _fill(new, {**found.used, **found.unused}, found.versions)
        if path.exists():
            shutil.copymode(path, new)
        if kept is None:
            kept = _free_name(path)
            for side in ("", *_SIDES):
                if _side(path, side).exists():
                    _second_name(_side(path, side), _side(kept, side))
            sync_folder(path.parent)
        # Never the new database beside the old WAL: SQLite would write the one into the other. Cut off
        # here, the next recovery finds the WAL under its second name.
        for side in _SIDES:
            _side(path, side).unlink(missing_ok=True)
        sync_folder(path.parent)
        put_in_place(new, path)
    return kept


def _fill(new: Path, events: Mapping[str, Event], versions: Mapping[str, Version]) -> None:
    with Store.open(new, create=True) as store:
        store.append(tuple(events.values()))
    rows = [(each.text_sha256, each.sha256, each.path, each.seen_at, each.text) for each in versions.values()]
    with plainly(new), closing(sqlite3.connect(new)) as connection, connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.executemany(
            "INSERT INTO version (text_sha256, sha256, path, seen_at, text) VALUES (?, ?, ?, ?, ?)", rows
        )
    with Store.open(new) as store:
        if store.check() or {event.id: event for event in store.events()} != dict(events):
            raise bad(new, "the new database is not what was read", "", "nothing was changed")


def _free_name(path: Path) -> Path:
    stem = f"{path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S}"
    names = (path.with_name(f"{stem}{again}Z") for again in ("", *(f"-{count}" for count in range(2, 1000))))
    return next(name for name in names if not any(_side(name, side).exists() for side in ("", *_SIDES)))


def _second_name(path: Path, name: Path) -> None:
    """A second name for the same bytes; where the file system has no such thing, a copy."""
    try:
        os.link(path, name)
    except OSError:
        shutil.copy2(path, name)


def _side(path: Path, side: str) -> Path:
    return path.with_name(path.name + side)


# --- what is said of it ---------------------------------------------------------------------


def _told(path: Path, found: Salvage, kept: Path | None) -> Recovered:
    gaps = _runs(found.missing)
    return Recovered(
        events=len(found.used) + len(found.unused),
        selected=found.selected,
        carved=len(found.used) - found.selected,
        unused=len(found.unused),
        versions=len(found.versions),
        lost=len(found.missing),
        gaps=gaps[:MOST_GAPS],
        unreadable=found.unreadable,
        certain=found.certain,
        kept_as=kept,
        problems=tuple(Problem(str(path), *words) for words in _troubles(found)),
    )


def _troubles(found: Salvage) -> Iterator[tuple[str, str]]:
    if found.rivals:
        named = ", ".join(found.rivals[:5]) + (", ..." if len(found.rivals) > 5 else "")
        yield f"{len(found.rivals)} events stand there twice and differ", f"the one in use was taken: {named}"
    if found.versions_unreadable:
        yield f"{found.versions_unreadable} texts of article versions could not be read", ""
    if found.gave_up:
        yield "not everything was read", "its pages lead to more than the file can hold"


def _runs(numbers: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Numbers in order as first and last of each run."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)
