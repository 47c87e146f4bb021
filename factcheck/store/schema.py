"""The one place that knows the tables: SQL by migration, in the order in which they are applied.

Applied names are compared with these when a database is opened, so a migration is never renamed and
never changed once released: the next change is another one. Tables: ``event``, the append-only truth
of what reviewers did; ``version``, the append-only ledger of the texts they did it on; the others
hold the last analysis, which can be made again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.store.locks import begin_writing

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from sqlite_utils import Database

MIGRATION_SET = "factcheck"

_CLOCK = f"{'[0-9]' * 13}-{'[0-9]' * 5}"
_EVENTS = f"""
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  clock TEXT NOT NULL CHECK (clock GLOB '{_CLOCK}'),
  at TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  type TEXT NOT NULL,
  batch TEXT NOT NULL,
  claim TEXT,
  verdict TEXT,
  kind TEXT,
  note TEXT,
  evidence TEXT,
  anchor TEXT,
  target TEXT,
  replaces TEXT,
  detail TEXT
) STRICT;
CREATE INDEX event_clock ON event (clock);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
"""

_ANALYSIS = """
CREATE TABLE analysis (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key TEXT NOT NULL,
  shape TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  rules_sha256 TEXT NOT NULL,
  packs TEXT NOT NULL,
  rules TEXT NOT NULL,
  problems TEXT NOT NULL
) STRICT;
CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  path TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  url TEXT,
  published TEXT,
  lang TEXT NOT NULL,
  owner TEXT,
  kind TEXT NOT NULL,
  redact INTEGER NOT NULL,
  furniture TEXT NOT NULL
) STRICT;
CREATE TABLE claim (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article (number),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  score REAL NOT NULL,
  rules TEXT NOT NULL
) STRICT;
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_article ON claim (article, number);
CREATE TABLE claim_detail (
  article INTEGER PRIMARY KEY REFERENCES article (number),
  body TEXT NOT NULL
) STRICT;
CREATE TABLE comparison (
  part TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;
"""

# The program itself derives marks in review/state.py. These views are for people who open the file
# with another tool; a test holds the two against each other.
_VIEWS = """
CREATE VIEW claims AS
SELECT claim.id, article.path AS article, article.source, claim.start, claim."end",
  substr(article.text, claim.start + 1, claim."end" - claim.start) AS quote, claim.score, claim.rules
FROM claim JOIN article ON article.number = claim.article ORDER BY claim.number;

CREATE VIEW events_in_force AS
WITH turned AS (
  SELECT reviewer, target, type,
    row_number() OVER (PARTITION BY reviewer, target ORDER BY clock DESC, id DESC) AS latest
  FROM event WHERE type IN ('undo', 'redo')
)
SELECT event.* FROM event
LEFT JOIN turned ON turned.reviewer = event.reviewer AND turned.target = event.batch AND turned.latest = 1
WHERE event.type IN ('verdict', 'clear', 'note') AND coalesce(turned.type, 'redo') = 'redo';

CREATE VIEW verdicts AS
WITH last AS (
  SELECT *, row_number() OVER (PARTITION BY reviewer, claim ORDER BY clock DESC, id DESC) AS latest
  FROM events_in_force WHERE type IN ('verdict', 'clear')
)
SELECT claim, reviewer, verdict, kind, at, json_extract(anchor, '$.exact') AS quote, evidence, id AS event
FROM last WHERE latest = 1 AND type = 'verdict';

CREATE VIEW notes AS
WITH last AS (
  SELECT *, row_number() OVER (PARTITION BY reviewer, claim ORDER BY clock DESC, id DESC) AS latest
  FROM events_in_force WHERE type = 'note'
)
SELECT claim, reviewer, note, at, json_extract(anchor, '$.exact') AS quote, id AS event
FROM last WHERE latest = 1 AND note <> '';

CREATE VIEW evidence AS
SELECT verdicts.claim, verdicts.reviewer, json_extract(link.value, '$.claim') AS evidence,
  json_extract(link.value, '$.anchor.exact') AS quote, json_extract(link.value, '$.url') AS url
FROM verdicts, json_each(verdicts.evidence) AS link;
"""

# REPLACE deletes the old row without asking the trigger on DELETE, so a second row under a known id
# or number is passed over before it can. Every text of the analysis of that moment goes into the ledger.
_VERSIONS = """
CREATE TABLE version (
  seq INTEGER PRIMARY KEY,
  text_sha256 TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  path TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
INSERT INTO version (text_sha256, sha256, path, seen_at, text)
SELECT article.text_sha256, article.sha256, article.path, analysis.saved_at, article.text
FROM article JOIN analysis WHERE true ORDER BY article.number
ON CONFLICT (text_sha256) DO NOTHING;
CREATE TRIGGER version_is_never_changed BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'the ledger of texts is append-only'); END;
CREATE TRIGGER version_is_never_deleted BEFORE DELETE ON version
BEGIN SELECT RAISE(ABORT, 'the ledger of texts is append-only'); END;
CREATE TRIGGER version_is_never_replaced BEFORE INSERT ON version
WHEN EXISTS (SELECT 1 FROM version WHERE text_sha256 = NEW.text_sha256 OR seq = NEW.seq)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT RAISE(IGNORE); END;
"""

# Raw, by the claim as it was judged: what was carried to another place or version is worked out in
# review/, and nobody's view of it is written down here.
_MORE_VIEWS = """
DROP VIEW evidence;
DROP VIEW notes;
DROP VIEW verdicts;
DROP VIEW events_in_force;

CREATE VIEW events_in_force AS
WITH turned AS (
  SELECT reviewer, target, type,
    row_number() OVER (PARTITION BY reviewer, target ORDER BY clock DESC, id DESC) AS latest
  FROM event WHERE type IN ('undo', 'redo')
)
SELECT event.* FROM event
LEFT JOIN turned ON turned.reviewer = event.reviewer AND turned.target = event.batch AND turned.latest = 1
WHERE event.type IN ('verdict', 'clear', 'note', 'adjudicate', 'claim', 'span', 'tie', 'carry', 'refuse')
  AND coalesce(turned.type, 'redo') = 'redo';

CREATE VIEW verdicts AS
WITH last AS (
  SELECT *, row_number() OVER (PARTITION BY reviewer, claim ORDER BY clock DESC, id DESC) AS latest
  FROM events_in_force WHERE type IN ('verdict', 'clear')
)
SELECT claim, reviewer, verdict, kind, at, json_extract(anchor, '$.exact') AS quote, evidence, id AS event
FROM last WHERE latest = 1 AND type = 'verdict';

CREATE VIEW notes AS
WITH last AS (
  SELECT *, row_number() OVER (PARTITION BY reviewer, claim ORDER BY clock DESC, id DESC) AS latest
  FROM events_in_force WHERE type = 'note'
)
SELECT claim, reviewer, note, at, json_extract(anchor, '$.exact') AS quote, id AS event
FROM last WHERE latest = 1 AND note <> '';

CREATE VIEW evidence AS
SELECT verdicts.claim, verdicts.reviewer, json_extract(link.value, '$.claim') AS evidence,
  json_extract(link.value, '$.anchor.exact') AS quote, json_extract(link.value, '$.url') AS url,
  json_extract(link.value, '$.archived') AS archived, json_extract(link.value, '$.seen') AS seen,
  json_extract(link.value, '$.text') AS text
FROM verdicts, json_each(verdicts.evidence) AS link;

CREATE VIEW adjudicated AS
WITH last AS (
  SELECT *, row_number() OVER (PARTITION BY claim ORDER BY clock DESC, id DESC) AS latest
  FROM events_in_force WHERE type = 'adjudicate'
)
SELECT claim, reviewer, verdict, kind, note, at, json_extract(anchor, '$.exact') AS quote, evidence,
  id AS event
FROM last WHERE latest = 1 AND verdict IS NOT NULL;

CREATE VIEW sign_offs AS
WITH signed AS (
  SELECT *, CASE WHEN json_valid(detail) THEN detail END AS said FROM event WHERE type = 'sign'
)
SELECT reviewer, at, json_extract(said, '$.sha256') AS sha256, json_extract(said, '$.claims') AS claims,
  json_extract(said, '$.judged') AS judged, json_extract(said, '$.left') AS "left",
  json_extract(said, '$.note') AS note, id AS event
FROM signed ORDER BY clock, id;
"""

MIGRATIONS: tuple[tuple[str, str], ...] = (
    ("0001_event_log", _EVENTS),
    ("0002_analysis", _ANALYSIS),
    ("0003_views", _VIEWS),
    ("0004_versions", _VERSIONS + _MORE_VIEWS),
)
KNOWN = tuple(name for name, _ in MIGRATIONS)
ANALYSIS_TABLES = ("comparison", "claim_detail", "claim", "article", "analysis")
"""What can be made again, in the order in which foreign keys let it be emptied."""


def applied(connection: Connection) -> list[str]:
    """The names of our migrations that a database has had; empty where it knows of none."""
    table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"
    if connection.execute(table).fetchone() is None:
        return []
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id", (MIGRATION_SET,)
    )
    return [row[0] for row in rows]


def migrate(connection: Connection, before: Callable[[str], None] | None = None) -> None:
    """Apply what is pending, all of it or nothing, while nobody else can write.

    ``before`` is called with the first pending migration's name when the database holds something
    already; what it raises leaves everything as it was. Of several programs that come here at once
    the first migrates, and the others find that nothing is pending.
    """
    # sqlite-utils takes longer to import than an existing database takes to open and read. It is
    # needed here, where it keeps the list of what was applied, and where an analysis is written.
    from sqlite_utils import Database, Migrations

    migrations = Migrations(MIGRATION_SET)
    for name, sql in MIGRATIONS:
        step = _step(sql)
        step.__name__ = name
        migrations()(step)
    begin_writing(connection)
    try:
        had = applied(connection)
        pending = [name for name, _ in MIGRATIONS if name not in had]
        if before is not None and had and pending:
            before(pending[0])
        migrations.apply(Database(connection, execute_plugins=False))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _step(sql: str) -> Callable[[Database], None]:
    def step(db: Database) -> None:
        db.executescript(sql)

    return step
