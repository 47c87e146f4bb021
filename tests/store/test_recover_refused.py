"""When a database is not touched: sound, in use, of another program or version, or only asked about."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from factcheck.problems import BadInput
from factcheck.store import recover as recovering
from factcheck.store.recover import Recovered, recover
from tests.store.damage import (
    COUNT,
    PAGE,
    Original,
    kept,
    saved,
    zero,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_sound_is_left_as_it_is(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    assert recover(path) == Recovered(sound=True, events=COUNT)
    assert path.read_bytes() == whole.main
    assert [each.name for each in tmp_path.iterdir()] == ["factcheck.db"]


def test_a_dry_run_says_the_same_and_changes_nothing(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    data = bytearray(whole.main)
    zero(data, Random(9))
    path.write_bytes(data)
    could = recover(path, dry_run=True)
    assert could.kept_as is None
    assert path.read_bytes() == data
    assert [each.name for each in tmp_path.iterdir()] == ["factcheck.db"]
    assert replace(recover(path), kept_as=None) == could


def test_a_database_that_is_open_elsewhere_is_refused(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    code = (
        "import sys; from pathlib import Path; from factcheck.store import Store\n"
        "with Store.open(Path(sys.argv[1])) as store:\n"
        "    store.events(); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(BadInput, match="in use by another program"):
            recover(path)
        other.communicate(timeout=60)
    assert recover(path).sound


def test_cut_off_between_its_last_steps_it_is_finished_the_next_time(
    killed: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = killed.put(tmp_path)
    data = bytes(PAGE) + killed.main[PAGE:]
    path.write_bytes(data)

    def fail(finished: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(recovering, "put_in_place", fail)
        with pytest.raises(BadInput, match="No space left"):
            recover(path)
    assert path.read_bytes() == data
    recovered = recover(path)
    assert saved(path) == killed.events
    assert kept(recovered) == data
    assert len(list(tmp_path.glob("*.damaged-*Z"))) == 1


def said(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(BadInput) as error:
        recover(path)
    assert path.read_bytes() == before
    (problem,) = error.value.problems
    return str(problem)


@pytest.mark.parametrize(
    "content", [b"title: a story\n", bytes(3 * PAGE), b"SQLite format 3\0" + b"\xff" * 9000]
)
def test_where_nothing_of_ours_is_found_nothing_is_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "factcheck.db"
    path.write_bytes(content)
    assert "holds nothing that can be saved" in said(path)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    assert "holds nothing that can be saved" in said(path)


def test_a_damaged_database_of_a_newer_version_is_refused(whole: Original, tmp_path: Path) -> None:
    path = whole.put(tmp_path)
    apply = (
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('factcheck', '9999_x', '')"
    )
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(apply)
    data = bytearray(path.read_bytes())
    for page in sorted({page for pages in whole.pages.values() for page in pages} - {0})[-5:]:
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    assert "made by a newer factcheck" in said(path)


def test_a_missing_database_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such database"):
        recover(tmp_path / "factcheck.db")
