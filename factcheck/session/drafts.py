"""Notes that somebody is writing: kept on this machine while they type, so that no power cut takes them.

A half-written note is nobody's act yet: it stands in no log, travels with no session and is in no report.
Each window writes a file of its own and holds a lock beside it for as long as it lives, so that two of one
reviewer never write over each other. What windows leave that are closed, or were killed, whoever opens the
session next takes over.
"""

from __future__ import annotations

import json
import os
from contextlib import ExitStack, suppress
from hashlib import sha256
from secrets import token_hex
from typing import TYPE_CHECKING

from factcheck.problems import BadInput
from factcheck.session.files import cannot_write, make_folder, write_atomic
from factcheck.session.recent import state_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BETWEEN = " / "
"""Between two notes that were begun on one claim."""


class Drafts:
    """The half-written notes of one window, in which a reviewer works at a session."""

    def __init__(self, session: Path, reviewer: str) -> None:
        self._session = os.path.realpath(session)
        whose = f"{self._session}\0{reviewer}".encode("utf-8", "surrogateescape")
        self._whose = sha256(whose).hexdigest()[:16]
        self._folder = state_folder() / "drafts"
        self._file: Path | None = None
        self._lock = ExitStack()
        self._kept: dict[str, str] = {}

    def take_over(self) -> dict[str, str]:
        """The notes, by claim, that windows left which are no more; they are this window's from now on."""
        notes: dict[str, str] = {}
        with ExitStack() as held:
            # The first of them is of a version that knew one file for all windows.
            left = [file for file in sorted(self._folder.glob(f"{self._whose}*.json")) if _hold(file, held)]
            for file in left:
                for claim, text in _read(file).items():
                    notes[claim] = _both(notes.get(claim, ""), text)
            # What cannot be taken over stays there; whoever goes on with it is told that it is not kept.
            with suppress(BadInput):
                self.keep(notes)
                for file in left:
                    _remove(file)
        return notes

    def keep(self, notes: Mapping[str, str]) -> None:
        """Keep these and no others. Raises BadInput where the state folder cannot be written."""
        if notes == self._kept:
            return
        if notes:
            self._write(notes)
        elif self._file is not None:
            _remove(self._file)
            self._file = None
            self.close()
        self._kept = dict(notes)

    def close(self) -> None:
        """Leave what is kept to whoever comes next."""
        self._lock.close()

    def _write(self, notes: Mapping[str, str]) -> None:
        make_folder(self._folder)
        if self._file is None:
            self._file = self._folder / f"{self._whose}.{token_hex(8)}.json"
            _hold(self._file, self._lock)
        told = {"session": self._session, "notes": dict(notes)}
        write_atomic(self._file, json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace"))


def _read(file: Path) -> dict[str, str]:
    """The notes of a window, by claim. A file that somebody spoilt counts as none."""
    try:
        said = json.loads(file.read_bytes())["notes"]
        return {str(claim): str(text) for claim, text in said.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _both(one: str, other: str) -> str:
    """Two notes on one claim as one, unless one goes on from the other."""
    if one in other or other in one:
        return max(one, other, key=len)
    return f"{one}{BETWEEN}{other}"


def _hold(file: Path, held: ExitStack) -> bool:
    """Hold the lock of a window until ``held`` is closed; False where that window lives.

    Where there are no locks any window counts as gone. What is taken over from one that lives is in the
    other's file first, and the next that is typed there is kept anew: nothing is lost, it stands twice.
    """
    with suppress(ImportError, OSError):
        lock = held.enter_context(file.with_suffix(".lock").open("ab"))
        import fcntl

        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _remove(file: Path) -> None:
    """Remove the file of a window, then its lock. Raises BadInput where the folder cannot be written."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(file, error) from error
    with suppress(OSError):  # Windows lets nobody remove a file that is open; an empty one does no harm
        file.with_suffix(".lock").unlink()
