"""From paths to articles: files, folders, standard input. Bad ones become problems, the rest is read."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING, BinaryIO

from factcheck.ingest.read import HTML_SUFFIXES, MARKDOWN_SUFFIXES, TEXT_SUFFIXES, read_bytes
from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factcheck.ingest.metadata import ArticleMeta
    from factcheck.model import Article

LARGEST = 50 * 1024 * 1024
"""Bytes of one file; an article is far smaller, a log or a dump is not."""
SUFFIXES = HTML_SUFFIXES | MARKDOWN_SUFFIXES | TEXT_SUFFIXES
STDIN = "-"


def read_paths(
    paths: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    overrides: Mapping[str, ArticleMeta] | None = None,
    on_repeat: Callable[[str, str], None] | None = None,
    tell: Callable[[str, int, int], None] | None = None,
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read files, folders (all below them, sorted, known suffixes only) and ``-`` for standard input.

    ``overrides`` go by the path of a file as it was given or found, or by its bare name. A file whose
    text was read before is not read twice (a claim is known by the hash of its text): ``on_repeat`` is
    told its path and the path of the first. ``tell`` hears how many files are read.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    files = list(_files(paths))
    for number, path in enumerate(files):
        if isinstance(path, Problem):
            problems.append(path)
            continue
        if tell is not None:
            tell("reading files", number, len(files))
        try:
            data = _read_stdin(stdin) if path == STDIN else read_file(path)
            article = read_bytes(data, path=path, id=f"a{len(articles) + 1}", meta=_override(path, overrides))
        except BadInput as bad:
            problems.extend(bad.problems)
            continue
        first = seen.get(article.text_sha256)
        if first is None:
            seen[article.text_sha256] = path
            articles.append(article)
        elif on_repeat is not None:
            on_repeat(path, first)
    return tuple(articles), tuple(problems)


def read_file(path: str | Path) -> bytes:
    """The bytes of a regular file of bearable size; raises BadInput. Never waits on a pipe or a device."""
    name = str(path)
    try:
        _check(name, os.stat(path))
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb") as file:
            _check(name, os.fstat(handle))
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise BadInput(_os_problem(name, error)) from error
    if len(data) > LARGEST:
        raise BadInput(_too_large(name, len(data)))
    return data


def _check(name: str, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise BadInput(Problem(name, "this is a folder, not a file", mend="name the files in it"))
    if not stat.S_ISREG(status.st_mode):
        raise BadInput(
            Problem(
                name,
                "this is not a regular file",
                "a pipe or a device may never end",
                "pipe it in and read -",
            )
        )
    if status.st_size > LARGEST:
        raise BadInput(_too_large(name, status.st_size))


def _too_large(name: str, size: int) -> Problem:
    limit = LARGEST // 2**20
    return Problem(
        name, f"the file is too large ({size / 2**20:.0f} MB)", f"an article may have {limit} MB", "split it"
    )


def _os_problem(name: str, error: OSError | ValueError) -> Problem:
    if isinstance(error, FileNotFoundError):
        if os.path.islink(name):
            return Problem(
                name, "the link leads nowhere", "the file it points to is missing", "mend or remove the link"
            )
        return Problem(name, "no such file", mend="check the spelling of the path")
    if isinstance(error, PermissionError):
        return Problem(
            name, "the file may not be read", "permission is denied", "change its permissions (chmod +r)"
        )
    if isinstance(error, NotADirectoryError):
        return Problem(
            name, "no such file", "part of the path is a file, not a folder", "check the spelling of the path"
        )
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return Problem(name, "the link leads nowhere", "links point at each other", "mend or remove the link")
    why = (error.strerror or "") if isinstance(error, OSError) else str(error)
    return Problem(name, "the file cannot be read", why.lower(), "check the path and the disk")


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    stream = sys.stdin.buffer if stdin is None else stdin
    try:
        data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise BadInput(
            Problem(STDIN, "standard input cannot be read", str(error).lower(), "pipe an article in")
        ) from error
    if len(data) > LARGEST:
        raise BadInput(_too_large(STDIN, len(data)))
    return data


def _override(path: str, overrides: Mapping[str, ArticleMeta] | None) -> ArticleMeta | None:
    if not overrides:
        return None
    return overrides.get(path) or overrides.get(os.path.basename(path))


def _files(paths: Sequence[str | Path]) -> Iterator[str | Problem]:
    """The files to read and what is wrong with folders, in order; ``-`` stays itself and is read once."""
    stdin_seen = False
    for given in paths:
        path = str(given)
        if path == STDIN:
            if not stdin_seen:
                yield path
            stdin_seen = True
        elif os.path.isdir(path):
            unread: list[Problem] = []
            found = list(_below(path, unread))
            yield from unread
            yield from found
            if not found:
                known = ", ".join(sorted({".txt", ".md", ".html", ".htm"}))
                why = f"none of its files ends in {known}"
                yield Problem(path, "the folder holds no article", why, "name the files themselves")
        else:
            yield path


def _below(folder: str, problems: list[Problem]) -> Iterator[str]:
    """Article files below a folder, sorted; hidden files and folders are passed over."""

    def note(error: OSError) -> None:
        problems.append(_os_problem(str(error.filename or folder), error))

    found = []
    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            os.path.join(root, name)
            for name in names
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES
        ]
    yield from sorted(found)
