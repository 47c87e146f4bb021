"""Writing the files of a session: whole or not at all, under names that every system bears."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factcheck.durable import put_in_place
from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Collection

CLEANED = ".cleaned.txt"
LARGEST = 50 * 1024 * 1024
"""Bytes of one original."""
_LONGEST = 80
_UNSAFE = re.compile(r"[^\w.-]+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def read_original(path: Path) -> bytes:
    """The bytes of an article's file: a regular one of bearable size, never a pipe that would wait."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            why = (
                "it is not a file" if not stat.S_ISREG(status.st_mode) else f"it has {status.st_size:,} bytes"
            )
            raise BadInput(Problem(str(path), "cannot be read as an article", why))
        return path.read_bytes()
    except OSError as error:
        raise BadInput(Problem(str(path), "cannot be read", error.strerror or str(error))) from error


def write_atomic(path: Path, data: bytes) -> None:
    """Replace a file by one that is whole and on disk, also if the power goes in between."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        try:
            temporary.write_bytes(data)
            put_in_place(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error


def make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> BadInput:
    why = error.strerror or str(error)
    return BadInput(Problem(str(path), "cannot be written", why, "check the disk, or choose another place"))


def is_reserved(name: str) -> bool:
    """Whether a file name means a device on some system, whatever its suffix."""
    return _RESERVED.fullmatch(name) is not None


def tidy_name(name: str | None) -> str:
    """A person's name on one line, without what a terminal would obey; empty where there is none."""
    return " ".join("".join(char if char.isprintable() else " " for char in name or "").split())


def safe_name(name: str, taken: Collection[str]) -> str:
    """A file name like ``name`` that no system stumbles over and that is not among ``taken``.

    Names that differ only in case are one name on many disks, so ``taken`` is compared casefolded.
    """
    base = _UNSAFE.sub("-", unicodedata.normalize("NFC", PurePath(name).name)).strip("-.")
    suffix = PurePath(base).suffix[:10]
    stem = base[: len(base) - len(PurePath(base).suffix)][: _LONGEST - len(suffix)].strip("-.") or "article"
    if _RESERVED.fullmatch(stem) or (stem + suffix).casefold().endswith(CLEANED):
        stem = f"{stem}-"
    folded = {each.casefold() for each in taken}
    number = 1
    found = stem + suffix
    while found.casefold() in folded or (found + CLEANED).casefold() in folded:
        number += 1
        found = f"{stem}-{number}{suffix}"
    return found
