"""A small session, a worker that acts on it without end, and what must be true after it was ended."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import uuid4

from factcheck.model import KINDS_OF_VERDICT, Article, Claim, claim_id
from factcheck.problems import BadInput
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.drafts import adjudicated, draft, hand_marked, tied
from factcheck.review.events import Acts
from factcheck.review.state import replay
from factcheck.store import Store

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from factcheck.model import Anchor, Event, VerdictName

TEXT = " ".join(f"Barge {number} carried {number * 7} crates of salt to Kelm." for number in range(1, 60))
VERDICTS: tuple[VerdictName, ...] = tuple(KINDS_OF_VERDICT)


def article() -> Article:
    digest = sha256(TEXT.encode()).hexdigest()
    return Article("a1", "articles/barges.txt", "Barges", "Kelm Post", TEXT, digest, digest)


def claims() -> dict[str, Claim]:
    source, found, start = article(), {}, 0
    for sentence in TEXT.split(". "):
        start = TEXT.index(sentence, start)
        end = start + len(sentence)
        name = claim_id(source.text_sha256, start, end)
        found[name] = Claim(name, "a1", start, end, sentence, (start, end), ("r",), 0.5)
    return found


def anchors() -> dict[str, Anchor]:
    source = article()
    return {name: make_anchor(source, claim.start, claim.end) for name, claim in claims().items()}


@dataclass(slots=True)
class Worker:
    """One reviewer who judges, links, notes, regroups, undoes and merges as fast as the disk allows.

    ``told`` gets the ids of the events of each act once the store has said that they are kept.
    """

    store: Store
    random: Random
    told: int
    reviewer: str = "ada"

    def run(self, acts: int) -> None:
        where = anchors()
        names = list(where)
        state = replay(self.store.events())
        mine = Acts(self.store, state, self.reviewer, where.get)
        for _ in range(acts):
            self.acknowledge(self.act(mine, names, where))

    def act(self, mine: Acts, names: list[str], where: dict[str, Anchor]) -> tuple[Event, ...]:
        a, b = self.random.sample(names, 2)
        kind = self.random.choices(
            ("judge", "note", "undo", "redo", "clear", "tie", "adjudicate", "hand", "merge"),
            (40, 15, 8, 4, 5, 8, 8, 4, 8),
        )[0]
        if kind == "judge":
            verdict = self.random.choice(VERDICTS)
            return mine.judge([a], verdict, None, [b], self.random.choice((None, "seen it " * 20))).events
        if kind == "note":
            return mine.note(a, "ask the harbour " * self.random.randrange(1, 200)).events
        if kind == "clear":
            return mine.clear([a]).events
        if kind == "undo":
            return mine.undo().events
        if kind == "redo":
            return mine.redo().events
        if kind == "tie":
            return mine.do([tied(self.reviewer, a, b, same=self.random.random() < 0.5)]).events
        if kind == "adjudicate":
            said = adjudicated(self.reviewer, mine.state, a, where[a], self.random.choice(VERDICTS))
            return mine.do([said]).events
        if kind == "hand":
            return mine.do([hand_marked(self.reviewer, where[a])]).events
        return self.store.append(foreign(self.random, names, where))

    def acknowledge(self, events: tuple[Event, ...]) -> None:
        """One line an act: a line that is not whole was never said."""
        if events:
            os.write(self.told, (" ".join(event.id for event in events) + "\n").encode())


def foreign(random: Random, names: list[str], where: dict[str, Anchor]) -> list[Event]:
    """What another machine's reviewer did, as a merge brings it in: one transaction, clocks of their own."""
    events = []
    for number in range(random.randrange(5, 40)):
        claim = random.choice(names)
        event = draft("ben", "verdict", claim=claim, verdict=random.choice(VERDICTS), anchor=where[claim])
        clock = f"{1_700_000_000_000 + random.randrange(10**9):013d}-{number:05d}"
        events.append(replace(event, clock=clock, at="2023-11-14T22:13:20.000Z"))
    return events


def lines(told: bytes) -> list[list[str]]:
    """The acts that were acknowledged in full."""
    return [line.decode().split() for line in told.split(b"\n")[:-1]]


def old_database(path: Path, events: int) -> list[str]:
    """A database as the first release made it, with a log in it; the ids of its events."""
    from sqlite_utils import Database, Migrations

    from factcheck.store.schema import MIGRATION_SET, MIGRATIONS

    connection = sqlite3.connect(path, isolation_level=None)
    migrations = Migrations(MIGRATION_SET)
    for name, sql in MIGRATIONS[:3]:

        def step(db: Database, sql: str = sql) -> None:
            db.executescript(sql)

        step.__name__ = name
        migrations()(step)
    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute("PRAGMA journal_mode = WAL")
    ids = [uuid4().hex for _ in range(events)]
    claim = next(iter(claims()))
    connection.executemany(
        "INSERT INTO event (id, clock, at, reviewer, type, batch, claim, verdict)"
        " VALUES (?, ?, '2023-11-14T22:13:20.000Z', 'ada', 'verdict', ?, ?, 'supported')",
        [(each, f"{1_600_000_000_000 + n:013d}-00000", each, claim) for n, each in enumerate(ids)],
    )
    connection.close()
    return ids


def wrongs(path: Path, acknowledged: list[list[str]]) -> list[str]:
    """What is wrong with a database after all that: events lost, acts in halves, damage, no desk."""
    said: list[str] = []
    try:
        with Store.open(path) as store:
            events = store.events()
            said += map(str, store.check())
    except BadInput as bad:
        return [str(bad)]
    kept = {event.id for event in events}
    lost = sum(not set(act) <= kept for act in acknowledged)
    if lost:
        said.append(f"{lost} acknowledged acts are not there")
    whole: dict[str, int] = {}
    for event in events:
        whole[event.batch] = whole.get(event.batch, 0) + 1
    for act in acknowledged:
        batches = {event.batch for event in events if event.id in set(act)} if len(act) > 1 else set()
        if len(batches) == 1 and whole[next(iter(batches))] != len(act):
            said.append("an act was kept in part")
    replay(events)
    return said
