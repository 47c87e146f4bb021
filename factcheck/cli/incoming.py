"""What another reviewer sent: a package, a session's folder, its database, or our JSON, as events.

The files given are never written: a database is looked at in a private copy, its WAL taken along.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from factcheck.problems import BadInput, Problem, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import Anchor, Event, Version
    from factcheck.workspace import Workspace

_SQLITE = b"SQLite format 3\0"
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Incoming:
    """The events of one file. ``articles`` are the names that it gives to texts, by their hash."""

    events: tuple[Event, ...]
    articles: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    told: Mapping[str, Event] | None = None
    """Our own events as an export words them, where the file is one."""
    versions: tuple[Version, ...] = ()
    """Earlier texts of articles that we have, under our paths: what was judged in them came along."""


def read_incoming(file: Path, workspace: Workspace, ours: Sequence[Event]) -> Incoming:
    """The events of a file of any sort that ``merge`` takes; BadInput where it is none or is damaged."""
    from factcheck.session import DATABASE, is_session

    if is_session(file):
        folder = file if file.is_dir() else file.parent
        return read_database(folder / DATABASE, file)
    head = _head(file)
    if head.startswith(_SQLITE):
        return read_database(file, file)
    if head.startswith(b"PK"):
        return _read_package(file)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return read_told(file, workspace, ours)
    known = "a package, a session's folder, its factcheck.db or a JSON export is wanted"
    raise BadInput(Problem(str(file), "cannot be merged", known))


def read_database(database: Path, shown: Path) -> Incoming:
    """The log of a session's database; ``shown`` is its name in messages."""
    from factcheck.store import Store

    with private_folder() as home, _named(shown):
        copy = home / "factcheck.db"
        _copy_whole(database, copy)
        # Opened for writing, for it is ours: so the WAL comes in, and an older one is brought up to date.
        with Store.open(copy) as store:
            articles = {str(version.text_sha256): str(version.path) for version in store.versions()}
            return Incoming(store.events(), articles)


def _read_package(file: Path) -> Incoming:
    from factcheck.session import DATABASE
    from factcheck.session.unpack import unpack

    with private_folder() as home:
        unpack(file, home / "session")
        database = home / "session" / DATABASE
        return read_database(database, file) if database.exists() else Incoming((), {})


def read_told(file: Path, workspace: Workspace, ours: Sequence[Event]) -> Incoming:
    """The events of a JSON export, or those made of the verdicts that a script wrote."""
    from factcheck.report.read_json import LARGEST, read_export
    from factcheck.report.redact import Redaction
    from factcheck.review.anchoring.anchors import make_anchor

    with _named(file):
        if not file.is_file():
            raise BadInput(Problem(str(file), "cannot be read", "it is not a file"))
        if (size := file.stat().st_size) > LARGEST:
            raise BadInput(Problem(str(file), "is too large", f"{size:,} bytes, more than {LARGEST:,}"))
        data = file.read_bytes()
    articles = {article.id: article for article in workspace.analysis.articles}
    places: dict[str, Anchor] = {
        claim.id: make_anchor(articles[claim.article], claim.start, claim.end)
        for claim in workspace.analysis.claims
    }
    told = read_export(data, str(file), texts_of(workspace), places)
    redaction = Redaction(workspace.analysis.articles)
    events = stamped(told.events, ours) if told.made else told.events
    paths = {article.text_sha256: article.path for article in workspace.analysis.articles}
    versions = tuple(
        replace(version, path=paths.get(now or "", ""))
        for now, version in told.versions
        if now is None or now in paths
    )
    ours_told = {event.id: redaction.event(event) for event in ours}
    return Incoming(events, told.articles, told.problems, ours_told, versions)


def unpacked(file: Path, session: str | None = None) -> Path:
    """The session of a package: unpacked beside it, or as it was left where that was done before."""
    from factcheck.session import is_session
    from factcheck.session.package import session_beside
    from factcheck.session.unpack import unpack

    target = Path(session) if session else session_beside(file)
    shown = printable(str(target))
    if is_session(target):
        click.echo(
            f"{shown}: there already, and opened as it was left; the package was not touched", err=True
        )
        return target
    for name in unpack(file, target):
        click.echo(f"left out: {printable(name)}", err=True)
    click.echo(f"{shown}: unpacked from {printable(str(file))}", err=True)
    return target


def texts_of(workspace: Workspace) -> dict[str, str]:
    """Every text that was ever analysed in a session, by its hash."""
    texts = {version.text_sha256: version.text for version in workspace.store.versions()}
    return texts | {article.text_sha256: article.text for article in workspace.analysis.articles}


def stamped(events: Sequence[Event], ours: Sequence[Event]) -> tuple[Event, ...]:
    """Events without a clock get one after all of ours; those that came in before are those of ours."""
    from factcheck.store.clock import as_utc, next_clock, now_ms

    have = {event.id: event for event in ours}
    last = max((event.clock for event in ours), default=None)
    found: list[Event] = []
    for event in events:
        if event.id not in have:
            ms = now_ms()
            last = next_clock(last, ms)
            event = replace(event, clock=last, at=event.at or as_utc(ms))
        found.append(have.get(event.id, event))
    return tuple(found)


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that nobody else may read, gone afterwards."""
    with TemporaryDirectory(prefix="factcheck-", ignore_cleanup_errors=True) as home:
        yield Path(home)


@contextmanager
def _named(shown: Path) -> Iterator[None]:
    """Errors name the file that the user gave, not the private copy."""
    try:
        yield
    except BadInput as bad:
        raise BadInput(*(replace(each, path=str(shown)) for each in bad.problems)) from bad
    except OSError as error:
        why = error.strerror or str(error)
        raise BadInput(Problem(str(shown), "cannot be read", why, "check the file")) from error


def _head(file: Path) -> bytes:
    with _named(file):
        if not file.is_file():
            why = "there is no session.yaml in it" if file.is_dir() else "it is not a file"
            raise BadInput(
                Problem(str(file), "cannot be merged", why if os.path.exists(file) else "no such file")
            )
        with file.open("rb") as stream:
            return stream.read(64)


def _copy_whole(database: Path, copy: Path) -> None:
    """Copy a database and its WAL as they stood at one moment, though somebody may be writing."""
    from factcheck.store.opening import is_held
    from factcheck.store.snapshot import snapshot

    if is_held(database):
        # This process has it open, perhaps because it is this very session: only SQLite may touch it.
        snapshot(database, copy, without_events=False)
        return
    files = (database, database.with_name(f"{database.name}-wal"))
    copies = (copy, copy.with_name(f"{copy.name}-wal"))
    for _ in range(_TRIES):
        before = [_state(file) for file in files]
        for file, target in zip(files, copies, strict=True):
            target.unlink(missing_ok=True)
            if file is database or file.exists():
                shutil.copyfile(file, target)
        if before == [_state(file) for file in files]:
            return
    why = "somebody is writing to it"
    raise BadInput(Problem(str(database), "cannot be copied", why, "close it there and try again"))


def _state(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    return status.st_size, status.st_mtime_ns
