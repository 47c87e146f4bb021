"""Kill a process that works on a session, at random moments, and look whether what it said holds.

A kill ends the process, not the machine: what the operating system holds is still written, so this
does not test fsync. ``power.py`` models that.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.reliability.world import Worker, lines, old_database, wrongs
from factcheck.store import Store
from factcheck.store.schema import MIGRATIONS

OLD_EVERY = 10
"""Each so many rounds the database is one of the first release: the kill falls into its migration, too."""
FRESH_EVERY = 40
OLD_EVENTS = 300


def child(path: Path, seed: int, told: int) -> None:
    """The process that is killed: it opens (and migrates) the database and acts until then."""
    with Store.open(path, create=True) as store:
        os.write(told, b"\n")
        Worker(store, Random(seed), told).run(1_000_000)


def killed(path: Path, seed: int, sign: signal.Signals, seconds: float, *, at_once: bool) -> list[list[str]]:
    """One process, killed after so long from its first word (or from its start); what it acknowledged."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reader)
            if sign != signal.SIGKILL:
                # Whoever started us may have had it ignored, as nohup has.
                signal.signal(sign, signal.SIG_DFL)
            child(path, seed, writer)
        finally:
            os._exit(1)
    os.close(writer)
    told = b"" if at_once else os.read(reader, 1)
    time.sleep(seconds)
    os.kill(pid, sign)
    while data := os.read(reader, 65536):
        told += data
    os.close(reader)
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status), "the process was to be killed, and ended by itself"
    return [act for act in lines(told) if act]


@dataclass(frozen=True, slots=True)
class Outcome:
    acts: int
    """Acknowledged by the process that was killed."""
    migrations: int
    """Databases of the first release that it had to bring up to date."""
    still_old: int
    """Of those, how many were as before after the kill; the others had been migrated whole."""
    wrong: list[str]


def migrated(path: Path) -> bool:
    connection = sqlite3.connect(path)
    try:
        (count,) = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()
    finally:
        connection.close()
    assert count in (3, len(MIGRATIONS)), "a migration was applied in part"
    return bool(count == len(MIGRATIONS))


def run(rounds: int, sign: signal.Signals, seed: int) -> Outcome:
    """So many processes, one after another."""
    random = Random(seed)
    # Loaded here, so that the child's time goes into the migration.
    import sqlite_utils  # noqa: F401

    acts, migrations, still_old, wrong = 0, 0, 0, list[str]()
    with TemporaryDirectory() as folder:
        home = Path(folder)
        path, known = home / "factcheck.db", list[list[str]]()
        for number in range(rounds):
            old = number % OLD_EVERY == 0
            if old or number % FRESH_EVERY == 1:
                shutil.rmtree(home)
                home.mkdir()
                known = []
            if old:
                known = [[each] for each in old_database(path, OLD_EVENTS)]
                migrations += 1
            seconds = random.uniform(0, 0.15)
            said = killed(path, random.randrange(10**9), sign, seconds, at_once=old)
            known, acts = known + said, acts + len(said)
            still_old += old and not migrated(path)
            wrong += [f"round {number}: {each}" for each in wrongs(path, known) if path.exists()]
            if number % 20 == 0:
                wrong += [f"round {number}: {each}" for each in does_not_open(home)]
    return Outcome(acts, migrations, still_old, wrong)


def does_not_open(home: Path) -> list[str]:
    """Whether the app opens on this database: a session is put round it and a key is pressed."""
    import asyncio

    from benchmarks.reliability.world import article, claims
    from factcheck.model import Analysis, Comparison
    from factcheck.review.desk import Desk
    from factcheck.tui.app import FactcheckApp

    async def look() -> list[str]:
        with Store.open(home / "factcheck.db") as store:
            before = len(store.events())
            analysis = Analysis((article(),), tuple(claims().values()), Comparison())
            async with FactcheckApp(Desk(analysis, store, "cy")).run_test(size=(120, 40)) as pilot:
                await pilot.press("s")
            after = len(store.events())
        return [] if after == before + 1 else ["the app took no verdict"]

    return asyncio.run(look())


def main(rounds: int = 1000) -> bool:
    """True when anything was lost."""
    failed = False
    for sign, times in ((signal.SIGKILL, rounds), (signal.SIGHUP, max(1, rounds // 10))):
        begin = time.perf_counter()
        done = run(times, sign, seed=times)
        print(
            f"{times} x {sign.name}: {len(done.wrong)} wrong; {done.acts:,} acts acknowledged; "
            f"{done.migrations} times while migrating ({done.still_old} still old, the rest migrated); "
            f"{time.perf_counter() - begin:.0f} s"
        )
        for each in done.wrong[:10]:
            print("  ", each)
        failed |= bool(done.wrong)
    return failed


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
