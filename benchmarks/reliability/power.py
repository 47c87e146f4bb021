"""Power loss, modelled: what the disk may hold when the machine stops, and what of it must be there.

SQLite in WAL mode with ``synchronous=FULL`` syncs the log at each commit. What may be on the disk after
the power went is then the database file as it was, and a log that reaches at least to the last
acknowledged commit, with anything or nothing behind it. So every prefix of the log, cut at each frame and
within frames, and with rubbish behind the cut, has to open and hold every event acknowledged up to it.
While the log is brought home (a checkpoint), the log stays whole until the database file is synced: so
any mixture of old and new pages of the database file with the whole log must hold everything.
This is a model of what the hardware promises, not a test of the hardware.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.reliability.world import Worker, lines, wrongs
from factcheck.store import Store

HEADER, FRAME = 32, 24
PAGE = 4096


class Recorder(Worker):
    """A worker that notes how long the log was when each act was acknowledged."""

    def __init__(self, store: Store, random: Random, wal: Path) -> None:
        reader, self.writer = os.pipe()
        super().__init__(store, random, self.writer)
        self.reader, self.wal = reader, wal
        self.reached: list[tuple[int, list[str]]] = []

    def acknowledge(self, events: tuple[object, ...]) -> None:
        super().acknowledge(events)  # type: ignore[arg-type]
        if events:
            (act,) = lines(os.read(self.reader, 1 << 20))
            self.reached.append((self.wal.stat().st_size, act))


def prefixes(acts: int, home: Path, random: Random) -> tuple[int, list[str]]:
    """All states of the disk while acts were written, and what is wrong with any of them."""
    path, wal = home / "factcheck.db", home / "factcheck.db-wal"
    with Store.open(path, create=True) as store:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        before = path.read_bytes()
        recorder = Recorder(store, random, wal)
        recorder.run(acts)
        log = wal.read_bytes()
        assert path.read_bytes() == before, "the log was brought home meanwhile: nothing could be cut"
        checked, wrong = cuts(recorder, before, log, home / "cut", random)
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        connection.close()
        after = path.read_bytes()
        mixed, also = mixtures(recorder, (before, after, log), home / "mix", random)
    return checked + mixed, wrong + also


def cuts(recorder: Recorder, before: bytes, log: bytes, home: Path, random: Random) -> tuple[int, list[str]]:
    sizes = {HEADER + number * (PAGE + FRAME) for number in range((len(log) - HEADER) // (PAGE + FRAME) + 1)}
    torn = {random.randrange(len(log)) for _ in range(len(sizes))}
    wrong: list[str] = []
    for size in sorted({0, *sizes, *torn}):
        for tail in (b"", random.randbytes(2 * PAGE)):
            known = [act for reached, act in recorder.reached if reached <= size]
            wrong += [f"log cut at {size}: {each}" for each in look(home, before, log[:size] + tail, known)]
    return 2 * len({0, *sizes, *torn}), wrong


def mixtures(
    recorder: Recorder, files: tuple[bytes, bytes, bytes], home: Path, random: Random
) -> tuple[int, list[str]]:
    """The database file half way through a checkpoint: some pages new, some old, one torn."""
    before, after, log = files
    known = [act for _, act in recorder.reached]
    wrong: list[str] = []
    rounds = 60
    for number in range(rounds):
        length = random.choice((len(before), len(after)))
        pages = [
            (after if random.random() < 0.5 else before.ljust(length, b"\0"))[at : at + PAGE]
            for at in range(0, length, PAGE)
        ]
        torn = random.randrange(len(pages))
        at = torn * PAGE
        pages[torn] = after[at : at + 512].ljust(512, b"\0") + before[at + 512 : at + PAGE].ljust(
            PAGE - 512, b"\0"
        )
        wrong += [f"checkpoint {number}: {each}" for each in look(home, b"".join(pages), log, known)]
    return rounds, wrong


def look(home: Path, database: bytes, log: bytes, known: list[list[str]]) -> list[str]:
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    (home / "factcheck.db").write_bytes(database)
    (home / "factcheck.db-wal").write_bytes(log)
    return wrongs(home / "factcheck.db", known)


def main(acts: int = 60) -> bool:
    """True when an acknowledged event was missing in any state."""
    random = Random(acts)
    with TemporaryDirectory() as folder:
        checked, wrong = prefixes(acts, Path(folder), random)
    print(f"power loss, modelled: {checked:,} states of the disk opened, {len(wrong)} wrong")
    for each in wrong[:10]:
        print("  ", each)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
