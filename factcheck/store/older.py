"""A database that an older version made: kept as it was in ``backups``, then brought up to date."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

from factcheck.durable import put_in_place, sync_folder
from factcheck.problems import Problem
from factcheck.store.plain import bad

if TYPE_CHECKING:
    from pathlib import Path

BACKUPS = "backups"


def back_up(path: Path, migration: str) -> Path:
    """Copy the database to ``backups/factcheck-20250101T120000Z-before-<migration>.db`` beside it.

    The copy is whole and on disk when this returns. The caller holds the lock, so nothing is written
    meanwhile. Raises BadInput where it cannot be made: then nothing may be migrated.
    """
    folder = path.parent / BACKUPS
    partial = folder / f".{path.stem}.part"
    try:
        folder.mkdir(exist_ok=True)
        partial.unlink(missing_ok=True)
        target = _free_name(folder, f"{path.stem}-{_stamp()}-before-{migration}")
        try:
            _copy(path, partial)
            put_in_place(partial, target)
        finally:
            partial.unlink(missing_ok=True)
        sync_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise bad(
            path, "made by an older factcheck, and not brought up to date",
            f"no backup of it could be written to {BACKUPS}: {why}",
            "make room there or let it be written; nothing was changed",
        ) from error  # fmt: skip
    return target


def told(path: Path, backup: Path) -> Problem:
    """The notice of a migration that was made."""
    return Problem(
        str(path), "made by an older factcheck, brought up to date",
        f"as it was it is kept in {BACKUPS}/{backup.name}",
    )  # fmt: skip


def _stamp() -> str:
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())


def _free_name(folder: Path, stem: str) -> Path:
    """A name that no earlier backup has: one that was made in the same second stays."""
    names = (f"{stem}{'' if number == 1 else f'-{number}'}.db" for number in range(1, 1000))
    for name in names:
        if not os.path.lexists(folder / name):
            return folder / name
    raise OSError("too many backups of this second")


def _copy(path: Path, partial: Path) -> None:
    """Page by page, with what is in the WAL, and with the original's permissions: it holds the same."""
    partial.touch(mode=0o600)
    with (
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(partial, isolation_level=None)) as copy,
    ):
        source.backup(copy)
        # The file alone is the backup: no side file is to be needed for reading it.
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        said = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise sqlite3.DatabaseError(f"the copy is damaged: {said}")
    shutil.copymode(path, partial)
