"""Several processes at one database: nobody is turned away, and what was acknowledged is there."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from factcheck.problems import BadInput
from factcheck.review.drafts import draft
from factcheck.store import Store, locks

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import sys
from pathlib import Path
from factcheck.review.drafts import draft
from factcheck.store import Store

path, reviewer, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Store.open(path, create=True) as store:
    for number in range(times):
        (event,) = store.append([draft(reviewer, "note", f"{reviewer}{number}", "c1")])
        print(event.id, event.clock, flush=True)
"""


def start(path: Path, reviewer: str, times: int, code: str = WRITER) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, str(path), reviewer, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_processes_that_write_at_once_from_the_first_moment_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    writers = [start(path, f"r{number}", 200) for number in range(8)]
    said = [writer.communicate(timeout=120) for writer in writers]
    assert [error for _, error in said] == [""] * 8
    acknowledged = [line.split() for out, _ in said for line in out.splitlines()]
    with Store.open(path) as store:
        events = store.events()
        assert store.check() == ()
    assert len(events) == 1_600
    assert {event.id for event in events} == {id_ for id_, _ in acknowledged}
    assert len({event.clock for event in events}) == 1_600, "no two events have one clock"
    for out, _ in said:
        clocks = [line.split()[1] for line in out.splitlines()]
        assert clocks == sorted(clocks)


COMING_AND_GOING = """
import sys
from pathlib import Path
from factcheck.review.drafts import draft
from factcheck.store import Store
from tests.factories import story

path, reviewer = Path(sys.argv[1]), sys.argv[2]
for number in range(int(sys.argv[3])):
    with Store.open(path, create=True) as store:
        store.load_analysis("k")
        store.save_analysis("k", story())
        store.append([draft(reviewer, "note", f"b{number}", "c1")])
        store.news()
        assert store.load_analysis("k") == story()
"""


def test_programs_that_come_and_go_and_scan_are_never_turned_away(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    programs = [start(path, f"r{number}", 15, COMING_AND_GOING) for number in range(6)]
    said = [program.communicate(timeout=120) for program in programs]
    assert [error for _, error in said] == [""] * 6
    with Store.open(path) as store:
        assert len(store.events()) == 90
        assert len(store.versions()) == 4
        assert store.check() == ()


def one_that_waits(path: Path, other: sqlite3.Connection) -> None:
    """A writer that is started while another holds the database writes once that one has ended."""
    writer = start(path, "ada", 1)
    try:
        writer.wait(timeout=1.5)
        raise AssertionError(f"it did not wait: {writer.communicate()}")
    except subprocess.TimeoutExpired:
        other.execute("COMMIT")
    out, error = writer.communicate(timeout=60)
    assert error == ""
    assert len(out.split()) == 2


def test_opening_an_unpacked_session_waits_for_another_that_does_so(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    Store.open(path, create=True).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE").fetchone()
        other.execute("BEGIN IMMEDIATE")
        one_that_waits(path, other)


def test_a_writer_waits_for_one_that_takes_its_time(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    Store.open(path, create=True).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as slow:
        slow.execute("BEGIN IMMEDIATE")
        one_that_waits(path, slow)


def test_one_that_never_lets_go_is_told_of_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "factcheck.db"
    with Store.open(path, create=True) as store, closing(sqlite3.connect(path)) as other:
        monkeypatch.setattr(locks, "BUSY_SECONDS", 0.05)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BadInput, match="is in use by another program"):
            store.append([draft("ada", "note", "b", "c1")])
        assert store.events() == ()
        other.rollback()
        assert store.append([draft("ada", "note", "b", "c1")])


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    acknowledged: list[str] = []
    for round_ in range(5):
        writer = start(path, "ada", 10_000)
        assert writer.stdout is not None
        for _ in range(7 + 13 * round_):
            acknowledged.append(writer.stdout.readline().split()[0])
        writer.kill()
        # Not by `communicate`, which passes over what is in the buffer already.
        rest = writer.stdout.read()
        writer.communicate(timeout=60)
        acknowledged += [line.split()[0] for line in rest.splitlines() if len(line.split()) == 2]
        with Store.open(path) as store:
            kept = [event.id for event in store.events()]
            assert store.check() == ()
        assert set(acknowledged) <= set(kept)
        assert len(kept) <= len(acknowledged) + round_ + 1, "at most the event under way each time"
    assert len(acknowledged) > 100


TWICE = """
import sys
from pathlib import Path
from factcheck.review.drafts import draft
from factcheck.store import Store

path = Path(sys.argv[1])
with Store.open(path) as store:
    store.append([draft("ada", "note", "b1", "c1")])
    Store.open(path).close()
    print("open", flush=True)
    sys.stdin.readline()
    (event,) = store.append([draft("ada", "note", "b2", "c1")])
    print(event.id, flush=True)
    sys.stdin.readline()
"""


def test_a_session_opened_twice_in_one_process_keeps_its_locks(tmp_path: Path) -> None:
    """Closing a file drops every lock that a process has on it: another one would take the log away."""
    path = tmp_path / "factcheck.db"
    Store.open(path, create=True).close()
    command = [sys.executable, "-c", TWICE, str(path)]
    writer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert writer.stdin is not None
    assert writer.stdout is not None
    assert writer.stdout.readline() == "open\n"
    start(path, "bo", 1).communicate(timeout=60)
    writer.stdin.write("go\n")
    writer.stdin.flush()
    acknowledged = writer.stdout.readline().strip()
    writer.kill()
    writer.communicate(timeout=60)
    with Store.open(path) as store:
        assert acknowledged in {event.id for event in store.events()}
        assert len(store.events()) == 3
