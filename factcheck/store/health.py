"""Whether a database is whole: a quick look when it is opened, everything when it is asked for."""

from __future__ import annotations

import sqlite3
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.model import claim_id
from factcheck.problems import Problem
from factcheck.store import events as log
from factcheck.store import ledger
from factcheck.store.plain import DAMAGED, bad

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.model import Event

QUICK_BYTES = 10_000_000
"""A quick check reads every page: 2 ms per MB, so 0.2 ms for a usual session, 3 ms for 2,000 verdicts
and 38 ms for 20,000 (18 MB). Above this size, some 20 ms, it is made only where a WAL was left behind:
by somebody who was cut off or is still at work. What is read is looked at by SQLite all the same, and
the whole event log is read at each start; ``Store.check`` reads everything."""


def look_quickly(connection: sqlite3.Connection, path: Path, wal: int) -> None:
    """Raise BadInput where pages are damaged; ``wal`` is the size of what waits beside the file."""
    if not wal and path.stat().st_size > QUICK_BYTES:
        return
    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise bad(path, "is damaged", " ".join(said.split()), DAMAGED)


def check(connection: sqlite3.Connection, path: Path, *, newer: bool = False) -> tuple[Problem, ...]:
    """Pages, indexes, references, hashes of texts, every event, every view. Empty where all is well.

    Where pages are damaged, and in a newer version's database, it ends with pages and references.
    """
    found = [*_pages(connection)]
    if not found and not newer:
        found = [*_texts(connection), *_log(connection), *_views(connection)]
    return tuple(Problem(str(path), what, why) for what, why in found)


def _pages(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for (said,) in connection.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield "is damaged", said
    loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    if loose:
        yield f"{len(loose)} rows refer to rows that are gone", ""


def _texts(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for table, where in (("article", "the analysis"), ("version", "the ledger")):
        for name, text, digest in connection.execute(f"SELECT path, text, text_sha256 FROM {table}"):
            if sha256(text.encode(errors="surrogatepass")).hexdigest() != digest:
                yield f"the text of {name} in {where} is not the one that its hash was made of", ""


def _log(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    texts = {version.text_sha256: version.text for version in ledger.read(connection)}
    for id_, event in log.one_by_one(connection):
        if isinstance(event, str):
            yield f"event {id_} cannot be read", event
        elif event.type in {"verdict", "note"} and not _stands(event, texts):
            yield f"event {id_} quotes words that do not stand there", "text, place and quote do not fit"


def _stands(event: Event, texts: dict[str, str]) -> bool:
    """Whether the claim's words stand at its place, as far as that can be known.

    Where the anchor names another place than the claim's id, what was judged has moved since: that is
    no damage. A text that was never analysed here (it came in by a merge) cannot be looked at.
    """
    anchor = event.anchor
    if anchor is None or claim_id(anchor.text_sha256, anchor.start, anchor.end) != event.claim:
        return True
    text = texts.get(anchor.text_sha256)
    return text is None or text[anchor.start : anchor.end] == anchor.exact


def _views(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    trusted = connection.execute("PRAGMA trusted_schema").fetchone()[0]
    # Until SQLite 3.41 its JSON functions count as unsafe in views; whoever opens the file with
    # another tool has this on, and no function that could do harm is at hand here.
    connection.execute("PRAGMA trusted_schema = ON")
    try:
        for (name,) in views:
            quoted = name.replace('"', '""')
            try:
                # Every row is asked for: a count would leave out columns that cannot be worked out.
                for _ in connection.execute(f'SELECT * FROM "{quoted}"'):
                    pass
            except sqlite3.OperationalError as error:
                yield f"the view {name} does not open", str(error)
    finally:
        connection.execute(f"PRAGMA trusted_schema = {trusted}")
