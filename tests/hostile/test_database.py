"""The database, and the disk beneath it."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.hostile.world import POSIX, STORY, events, judged, run, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = POSIX


def test_a_database_that_is_damaged_or_not_ours_is_left_as_it_is(session: Path) -> None:
    database = judged(session)
    whole = database.read_bytes()
    middle = len(whole) // 2
    for content in (
        b"hello there, this is no database at all",
        whole[:middle],
        whole[: 4096 + 100],
        b"SQLite format 3\0" + os.urandom(5000),
    ):
        write(database, content)
        ended = run("history", session)
        assert (ended.code, len(ended.errors), ended.out) == (2, 1, "")
        assert ended.err.startswith(f"error: {database}: ")
        assert database.read_bytes() == content
    database.unlink()
    database.mkdir()
    assert run("history", session).code == 2


def test_a_newer_database_is_read_and_not_written(session: Path) -> None:
    database = judged(session)
    claim = events(session)[0]["claim"]
    newer = sqlite3.connect(database)
    newer.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('factcheck', '9999_later', '')"
    )
    newer.commit()
    newer.close()
    future = database.read_bytes()
    ended = run("history", session)
    assert ended.code == 0
    assert "supported" in ended.out
    assert "made by a newer factcheck" in ended.err
    ended = run("mark", session, claim, "unsourced")
    assert (ended.code, "supported" in ended.out) == (2, False)
    assert database.read_bytes() == future


def test_any_page_may_be_spoilt(session: Path) -> None:
    database = judged(session)
    whole = database.read_bytes()
    before = events(session)
    for page in range(1, len(whole) // 4096, max(1, len(whole) // 4096 // 8)):
        at = page * 4096
        write(database, whole[:at] + os.urandom(4096) + whole[at + 4096 :])
        ended = run("history", session, "--format", "json")
        assert ended.code == 2 or json.loads(ended.out) == before


def tmpfs(folder: Path, options: str) -> bool:
    folder.mkdir()
    if os.geteuid() != 0:
        return False
    return (
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], check=False).returncode == 0
    )


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 512)


def test_a_full_disk_and_a_read_only_one(session: Path, home: Path, story: Path) -> None:
    disk = home / "disk"
    if not tmpfs(disk, "size=512k"):
        pytest.skip("mounting takes root")
    try:
        shutil.copytree(session, disk / "session")
        database = judged(disk / "session")
        before = events(disk / "session")
        fill(disk / "filler")
        claim = before[0]["claim"]
        ended = run("mark", disk / "session", claim, "unsourced", "--note", "n" * 100_000)
        assert (ended.code, len(ended.errors)) == (2, 1)
        assert f"error: {database}: " in ended.err
        for words in (("scan", story, "-o", disk / "out"), ("add", disk / "session", story, "-"),
                      ("new", disk / "new", story)):  # fmt: skip
            ended = run(*words, stdin=STORY.replace("12", "13").encode())
            assert (ended.code, len(ended.errors)) == (2, 1), ended
        (disk / "filler").unlink()
        assert events(disk / "session") == before
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        assert events(disk / "session") == before
        assert run("export", disk / "session").code == 0
        ended = run("mark", disk / "session", claim, "unsourced")
        assert (ended.code, len(ended.errors)) == (2, 1)
        assert "read-only" in ended.err
    finally:
        subprocess.run(["umount", "-l", disk], check=True)
