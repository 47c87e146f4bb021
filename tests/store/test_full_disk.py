"""No room, or a disk that refuses: one plain line, nothing half-written; with room it goes on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from factcheck.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither tmpfs nor file size limits")

JUDGING = """
import sys
from pathlib import Path
from factcheck.problems import BadInput
from factcheck.review.drafts import draft
from factcheck.store import Store
from tests.factories import story

def batch(name, size=20):
    return [draft("ada", "note", name, "c1", note="x" * 1000) for _ in range(size)]

def said(error):
    line = str(error)
    assert line.startswith("error: ") and "\\n" not in line, line
    return line

with Store.open(Path(sys.argv[1]), create=True) as store:
    store.save_analysis("before", story())
    LIMIT
    number = 0
    while True:
        number += 1
        try:
            kept = store.append(batch(f"b{number}"))
        except BadInput as error:
            print(said(error), flush=True)
            break
        print("kept", *(event.id for event in kept), flush=True)
    try:
        store.save_analysis("after " + "x" * 300_000, story())
        print("saved", flush=True)
    except BadInput as error:
        print(said(error), flush=True)
    print("events", len(store.events()), flush=True)
    print("stuck", flush=True)
    sys.stdin.readline()
    ROOM
    assert store.load_analysis("before") == story()
    print("kept", *(event.id for event in store.append(batch("again", 1))), flush=True)
    store.save_analysis("after", story())
    assert store.load_analysis("after") == story()
"""
OPENING = """
import sys
from pathlib import Path
from factcheck.problems import BadInput
from factcheck.store import Store

try:
    Store.open(Path(sys.argv[1])).close()
    print("opened")
except BadInput as error:
    print(error)
"""
BY_LIMIT = (
    "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, resource.RLIM_INFINITY))",
    "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))",
)


def judge(path: Path, limit: str = "pass", room: str = "pass") -> subprocess.Popen[str]:
    code = JUDGING.replace("LIMIT", limit).replace("ROOM", room)
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def until_stuck(program: subprocess.Popen[str]) -> list[str]:
    assert program.stdout is not None
    lines: list[str] = []
    for line in program.stdout:
        if line == "stuck\n":
            return lines
        lines.append(line.rstrip("\n"))
    raise AssertionError(program.communicate(timeout=60)[1])


def ids(lines: list[str]) -> list[str]:
    return [id_ for line in lines if line.startswith("kept ") for id_ in line.split()[1:]]


def check_it(program: subprocess.Popen[str], path: Path, said: list[str], plain: str) -> None:
    """The line that was said, and after the end of the trouble all that was acknowledged, and no more."""
    assert len(ids(said)) >= 20
    refused = [line for line in said if line.startswith("error: ")]
    assert len(refused) == 2, "neither the acts nor the analysis went in"
    for line in refused:
        assert plain in line
        assert "what was saved before is safe" in line
    assert said[-1] == f"events {len(ids(said))}", "of the act that was refused nothing is in the log"
    rest, errors = program.communicate("go on\n", timeout=60)
    assert errors == ""
    acknowledged = ids([*said, *rest.splitlines()])
    with Store.open(path) as store:
        assert sorted(event.id for event in store.events()) == sorted(acknowledged)
        assert store.check() == ()


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    program = judge(path, *BY_LIMIT)
    check_it(program, path, until_stuck(program), "the disk reports an error, or a quota is used up")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if made.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_that_is_full(small_disk: Path) -> None:
    path = small_disk / "factcheck.db"
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * 1_200_000)
    program = judge(path)
    said = until_stuck(program)
    filler.unlink()
    check_it(program, path, said, "the disk is full")


def test_opening_on_a_full_disk_loses_nothing(small_disk: Path) -> None:
    path = small_disk / "factcheck.db"
    (small_disk / "room").write_bytes(b"x" * 200_000)
    program = judge(path)
    said = until_stuck(program)
    program.kill()
    program.communicate(timeout=60)
    filler = small_disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass
    opened = subprocess.run(
        [sys.executable, "-c", OPENING, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert opened.stderr == ""
    assert opened.stdout == "opened\n" or re.fullmatch(r"error: .*\n", opened.stdout), opened.stdout
    (small_disk / "room").unlink()
    with Store.open(path) as store:
        assert {event.id for event in store.events()} == set(ids(said))
        assert store.check() == ()
