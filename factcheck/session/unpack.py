"""Opening a package that somebody sent: nothing is written before all of it has been looked at.

A zip says of itself what it likes: names that lead elsewhere, links, sizes that fill a disk. What is
unsafe is refused as a whole; what is safe but no part of a session is left out.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem
from factcheck.session.config import inside
from factcheck.session.configread import read_config
from factcheck.session.contents import DATABASE, YAML
from factcheck.session.files import CLEANED, cannot_write, make_folder
from factcheck.session.package import SUFFIX, WAL, folded, unsafe_name
from factcheck.session.yamlread import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MOST_MEMBERS = 50_000
LARGEST_TOTAL = 4 * 1024**3
"""Bytes of all members, unpacked."""
RATIO, RATIO_FROM = 200, 64 * 1024**2
"""A package that grows by more than this, and beyond this many bytes, is made to fill a disk."""
LARGEST_DIRECTORY = 16 * 1024**2
"""Bytes of the list of members, which is read as a whole."""
_CHUNK = 1 << 20
_END, _END_64, _END_SIZE = b"PK\x05\x06", b"PK\x06\x07", 22
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LIST = re.compile(r"lists/[^/]+\.txt")


def is_package(path: Path) -> bool:
    """Whether a path is to be unpacked rather than read as an article: a file called ``.zip``."""
    return path.suffix.lower() == SUFFIX and os.path.isfile(path)


def unpack(file: Path, folder: Path) -> tuple[str, ...]:
    """Make the session ``folder`` from a package, whole or not at all; the members that were left out.

    ``folder`` must not be there yet, its parent must. A zip that a person made of a session's folder
    will do, with the folder itself in it or not. Raises BadInput for what is no package, is damaged,
    is unsafe or too large.
    """
    if os.path.lexists(folder):
        raise BadInput(Problem(str(folder), "is there already", "", "choose another folder"))
    building = folder.with_name(f".{folder.name}.{os.getpid()}.tmp")
    with _readably(file):
        _look(file)
    with _readably(file), zipfile.ZipFile(file) as archive:
        members = _checked(archive, file)
        wanted = _wanted(archive, members, file)
        try:
            make_folder(building)
            for name, info in wanted.items():
                _extract(archive, info, building / name)
            try:
                os.rename(building, folder)
            except OSError as error:
                raise cannot_write(folder, error) from error
        finally:
            shutil.rmtree(building, ignore_errors=True)
    kept = {info.filename for info in wanted.values()}
    return tuple(name for name in members if name not in kept)


@contextmanager
def _readably(file: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        why = str(error) or "it ends too early"
        raise _bad(file, "is damaged or no package", why, "ask for it again") from error
    except OSError as error:
        raise _bad(file, "cannot be read", error.strerror or str(error)) from error


def _bad(file: Path, what: str, why: str = "", mend: str = "") -> BadInput:
    return BadInput(Problem(str(file), what, why, mend))


# --- is it safe -----------------------------------------------------------------------------


def _look(file: Path) -> None:
    """What the end of the file says of its list of members, before zipfile reads all of that."""
    with file.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - (1 << 16) - _END_SIZE))
        tail = stream.read()
    # Where zipfile looks: at the very end, and only then before a comment.
    plain = tail[-_END_SIZE:].startswith(_END) and tail.endswith(b"\0\0")
    at = len(tail) - _END_SIZE if plain else tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_SIZE:
        raise _bad(file, "is damaged or no package", "it does not end as a zip does", "ask for it again")
    directory = int.from_bytes(tail[at + 12 : at + 16], "little")
    if directory > LARGEST_DIRECTORY or tail[max(0, at - 20) : at].startswith(_END_64):
        raise _bad(file, "holds too many files", f"a package has at most {MOST_MEMBERS:,}")


def _checked(archive: zipfile.ZipFile, file: Path) -> dict[str, zipfile.ZipInfo]:
    """The files of the archive by name; BadInput where one of them, or all together, are unsafe."""
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise _bad(file, "holds too many files", f"{len(infos):,}, more than {MOST_MEMBERS:,}")
    found: dict[str, zipfile.ZipInfo] = {}
    taken: set[str] = set()
    for info in infos:
        why = _unsafe(info)
        name = folded(info.filename)
        if not why and name in taken:
            why = "the name stands twice"
        if why:
            raise _bad(file, f"is not safe to unpack: {info.orig_filename[:80]!r}", why, "ask who sent it")
        taken.add(name)
        if not info.is_dir():
            found[info.filename] = info
    _bearable(found, file)
    return found


def _unsafe(info: zipfile.ZipInfo) -> str:
    """Why a member must not be written, empty where it may be."""
    name = info.orig_filename
    mode = info.external_attr >> 16
    if name != info.filename or unsafe_name(name.removesuffix("/")):
        return unsafe_name(name.removesuffix("/")) or "its name is cut off"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "it is a link or a device, not a file"
    if info.flag_bits & 0x1:
        return "it is encrypted"
    if info.compress_type not in _METHODS:
        return "it is packed in an unusual way"
    return ""


def _bearable(members: Mapping[str, zipfile.ZipInfo], file: Path) -> None:
    total = sum(info.file_size for info in members.values())
    packed = file.stat().st_size
    if sum(info.compress_size for info in members.values()) > packed:
        raise _bad(file, "is not safe to unpack", "its files lie over one another", "ask who sent it")
    if total > LARGEST_TOTAL or total > max(RATIO * packed, RATIO_FROM):
        why = f"{packed:,} bytes would become {total:,}"
        raise _bad(file, "is not safe to unpack", why, "ask who sent it")


# --- what of it is a session ----------------------------------------------------------------


def _wanted(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], file: Path
) -> dict[str, zipfile.ZipInfo]:
    """The members that make up the session, by their path in it."""
    home = _home(members)
    info = members.get(f"{home}{YAML}")
    if info is None:
        raise _bad(file, "is no package of a session", f"it holds no {YAML}", "make one: factcheck package")
    if info.file_size > MAX_BYTES:
        raise _bad(file, f"holds a {YAML} that is too large", f"{info.file_size:,} bytes")
    config = read_config(archive.read(info), f"{file}: {YAML}")
    names = {YAML, DATABASE, WAL}
    for entry in config.articles:
        names |= {entry.path, entry.path + CLEANED}
    rules = {str(PurePosixPath(name)) for name in config.use if inside(name)}
    names |= rules
    homes = {f"{PurePosixPath(name).parent}/".removeprefix("./") for name in rules}
    found: dict[str, zipfile.ZipInfo] = {}
    for name, each in members.items():
        own = name.removeprefix(home)
        listed = any(own.startswith(place) and _LIST.fullmatch(own[len(place) :]) for place in homes)
        if name.startswith(home) and (own in names or listed):
            found[own] = each
    return found


def _home(members: Mapping[str, zipfile.ZipInfo]) -> str:
    """The folder in the zip that holds the session: none, or the one that was zipped as a whole."""
    if YAML in members:
        return ""
    homes = [name[: -len(YAML)] for name in members if name.endswith(f"/{YAML}") and name.count("/") == 1]
    return homes[0] if len(homes) == 1 else ""


def _extract(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path) -> None:
    """One member as a new file. More bytes than the directory promised never come: zipfile stops there."""
    make_folder(target.parent)
    with archive.open(info) as source:
        try:
            file = target.open("xb")
        except OSError as error:
            raise cannot_write(target, error) from error
        with file:
            while chunk := source.read(_CHUNK):
                try:
                    file.write(chunk)
                except OSError as error:
                    raise cannot_write(target, error) from error
