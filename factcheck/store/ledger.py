"""Every text that was ever analysed in a session: what an old verdict was given on stays readable.

The table ``version`` is append-only like the event log; the analysis is replaced, this is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Version
from factcheck.store.clock import as_utc, now_ms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from factcheck.model import Article

_INSERT = (
    "INSERT INTO version (text_sha256, sha256, path, seen_at, text) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (text_sha256) DO NOTHING"
)
_SELECT = "SELECT text_sha256, sha256, path, seen_at, text FROM version ORDER BY seq"


def record(connection: Connection, articles: Sequence[Article]) -> None:
    """Note the texts that are new, inside an open write transaction. One seen before stays as it was."""
    now = as_utc(now_ms())
    connection.executemany(
        _INSERT, [(each.text_sha256, each.sha256, each.path, now, each.text) for each in articles]
    )


def read(connection: Connection) -> tuple[Version, ...]:
    """All of them, in the order in which they were first seen."""
    return tuple(Version(*row) for row in connection.execute(_SELECT))


def remember(connection: Connection, versions: Sequence[Version]) -> None:
    """Take in texts that another copy of the session has seen; one seen here before stays as it was."""
    connection.executemany(
        _INSERT, [(each.text_sha256, each.sha256, each.path, each.seen_at, each.text) for each in versions]
    )
