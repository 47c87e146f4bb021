"""Several processes at one database: nobody is turned away, and what was acknowledged is there."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from factcheck.store import Store

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import sys
from pathlib import Path
from factcheck.review.events import draft
from factcheck.store import Store

path, reviewer, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Store.open(path, create=True) as store:
    for number in range(times):
        (event,) = store.append([draft(reviewer, "note", f"{reviewer}{number}", "c1")])
        print(event.id, event.clock, flush=True)
"""


def start(path: Path, reviewer: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), reviewer, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_processes_that_write_at_once_from_the_first_moment_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    writers = [start(path, f"r{number}", 100) for number in range(4)]
    said = [writer.communicate(timeout=120) for writer in writers]
    assert [error for _, error in said] == [""] * 4
    acknowledged = [line.split() for out, _ in said for line in out.splitlines()]
    with Store.open(path) as store:
        events = store.events()
        assert store.check() == ()
    assert len(events) == 400
    assert {event.id for event in events} == {id_ for id_, _ in acknowledged}
    assert len({event.clock for event in events}) == 400, "no two events have one clock"
    for out, _ in said:
        clocks = [line.split()[1] for line in out.splitlines()]
        assert clocks == sorted(clocks)


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    acknowledged: list[str] = []
    for round_ in range(5):
        writer = start(path, "ada", 10_000)
        assert writer.stdout is not None
        for _ in range(7 + 13 * round_):
            acknowledged.append(writer.stdout.readline().split()[0])
        writer.kill()
        rest, _ = writer.communicate(timeout=60)
        acknowledged += [line.split()[0] for line in rest.splitlines() if len(line.split()) == 2]
        with Store.open(path) as store:
            kept = [event.id for event in store.events()]
            assert store.check() == ()
        assert set(acknowledged) <= set(kept)
        assert len(kept) <= len(acknowledged) + round_ + 1, "at most the event under way each time"
    assert len(acknowledged) > 100
