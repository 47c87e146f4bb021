"""A disk that fills up while a reviewer works: a plain line, and nothing acknowledged is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.reliability.world import Worker, lines, wrongs
from factcheck.problems import BadInput
from factcheck.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 2_000_000


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """A file system of two megabytes; None where this machine lets nobody make one."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    try:
        made = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        made = False
    if not made:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path, random: Random) -> tuple[int, list[str]]:
    """Work until the disk is full, look, make room, and work on; acts acknowledged, what was wrong."""
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    path, ballast = disk / "factcheck.db", disk / "ballast"
    wrong: list[str] = []
    told = b""
    with Store.open(path, create=True) as store:
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        ballast.write_bytes(b"x" * max(0, free - random.randrange(40_000, 400_000)))
        worker = Worker(store, random, writer)
        try:
            for _ in range(10_000):
                worker.run(1)
                told += os.read(reader, 1 << 16) if told_something(reader) else b""
            wrong.append("the disk did not fill up")
        except BadInput as bad:
            if "the disk is full" not in str(bad):
                wrong.append(f"the message does not say it: {bad}")
        ballast.unlink()
        worker.run(5)
    told += os.read(reader, 1 << 20) if told_something(reader) else b""
    os.close(reader)
    os.close(writer)
    acts = [act for act in lines(told) if act]
    return len(acts), wrong + wrongs(path, acts)


def told_something(reader: int) -> bool:
    import select

    return bool(select.select([reader], [], [], 0)[0])


def main(rounds: int = 100) -> bool:
    """True when something was lost or said badly."""
    acts, wrong = 0, list[str]()
    for number in range(rounds):
        with TemporaryDirectory() as folder, small_disk(Path(folder)) as disk:
            if disk is None:
                print("full disk: not run, this machine does not let us make a small file system")
                return False
            done, said = fill(disk, Random(number))
            acts += done
            wrong += [f"round {number}: {each}" for each in said]
    print(f"full disk: {rounds} times, {len(wrong)} wrong; {acts:,} acts acknowledged")
    for each in wrong[:10]:
        print("  ", each)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
