"""A database of an older version is kept as it was, and brought up to date whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Analysis, Comparison
from factcheck.problems import BadInput
from factcheck.review.drafts import draft
from factcheck.store import Store, schema
from tests.factories import story
from tests.store.shapes import execute, make_older

if TYPE_CHECKING:
    from pathlib import Path

LAST = schema.KNOWN[-1]


@pytest.fixture
def older(path: Path) -> Path:
    make_older(path, analysis=story())
    return path


def dump(path: Path) -> list[str]:
    """Everything in a database, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def backups(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*")) if (path.parent / "backups").exists() else []


def test_what_was_released_is_never_changed() -> None:
    digests = [sha256(sql.encode()).hexdigest()[:16] for _, sql in schema.MIGRATIONS[:3]]
    assert digests == ["c4a45cdf22c92ec5", "e1c39f56ee70450f", "fb58187f0ea00642"]


def test_it_is_backed_up_and_brought_up_to_date(older: Path) -> None:
    before = dump(older)
    with Store.open(older) as store:
        assert not store.read_only
        assert [event.note for event in store.events()] == [f"kept {17_000_000 + n}" for n in range(3)]
        assert store.append([draft("ada", "note", "b2", "c1", note="new")])
        (notice,) = store.notices
        assert store.check() == ()
    (backup,) = backups(older)
    assert re.fullmatch(rf"factcheck-\d{{8}}T\d{{6}}Z-before-{LAST}\.db", backup.name)
    assert backup.name in str(notice)
    assert "\n" not in str(notice)
    assert dump(backup) == before
    with Store.open(older) as again:
        assert again.notices == ()
    assert backups(older) == [backup]


@pytest.mark.parametrize("upto", [1, 2, 3])
def test_every_older_version_is_brought_up_to_date(path: Path, upto: int) -> None:
    make_older(path, upto=upto)
    with Store.open(path) as store:
        assert len(store.events()) == 3
        assert store.check() == ()
    assert len(backups(path)) == 1


def test_no_text_is_lost_on_the_way(older: Path) -> None:
    with Store.open(older) as store:
        versions = store.versions()
    assert [(each.path, each.text, each.text_sha256, each.sha256) for each in versions] == [
        (each.path, each.text, each.text_sha256, each.sha256) for each in story().articles
    ]
    assert {each.seen_at for each in versions} == {"2025-02-03T04:05:06.000Z"}


def test_a_new_database_needs_no_backup(path: Path) -> None:
    with Store.open(path, create=True) as store:
        assert store.notices == ()
    assert backups(path) == []


def test_the_backup_holds_what_is_still_in_the_wal(older: Path) -> None:
    with closing(sqlite3.connect(older)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        with writer:
            writer.execute(
                "INSERT INTO event (id, clock, at, reviewer, type, batch) "
                "VALUES ('w', '0000000000009-00000', '', 'bo', 'note', 'b')"
            )
        Store.open(older).close()
    (backup,) = backups(older)
    assert execute(backup, "SELECT count(*) FROM event") == [(4,)]
    assert [each.name for each in backup.parent.iterdir()] == [backup.name], "it needs no side file"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_backup_is_as_private_as_the_original(older: Path) -> None:
    older.chmod(0o600)
    Store.open(older).close()
    (backup,) = backups(older)
    assert backup.stat().st_mode & 0o777 == 0o600


def test_without_a_backup_nothing_is_migrated(older: Path) -> None:
    (older.parent / "backups").write_text("a file stands in the way")
    before = dump(older)
    with pytest.raises(BadInput) as error:
        Store.open(older)
    (problem,) = error.value.problems
    assert "no backup of it could be written" in str(problem)
    assert "nothing was changed" in str(problem)
    assert dump(older) == before
    (older.parent / "backups").unlink()
    Store.open(older).close()
    assert len(backups(older)) == 1


def test_what_a_killed_backup_left_does_not_matter(older: Path) -> None:
    (older.parent / "backups").mkdir()
    (older.parent / "backups" / ".factcheck.part").write_bytes(b"SQLite format 3\0 half a copy")
    before = dump(older)
    Store.open(older).close()
    (backup,) = backups(older)
    assert dump(backup) == before


def test_a_migration_that_fails_in_the_middle_changes_nothing(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(older)
    broken = "CREATE TABLE half (a TEXT) STRICT; DROP TABLE article; SELECT no_such_thing();"
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, ("9000_broken", broken)))
    with pytest.raises(BadInput, match="cannot be brought up to date; no such function") as error:
        Store.open(older)
    assert "nothing was changed" in str(error.value)
    assert dump(older) == before
    (backup,) = backups(older)
    assert dump(backup) == before
    monkeypatch.undo()
    with Store.open(older) as store:
        assert len(store.events()) == 3
        assert len(store.versions()) == 4
    assert len(backups(older)) == 2, "a backup is never replaced"


OPENER = """
import sys, time
from pathlib import Path
import sqlite_utils
from factcheck.review.drafts import draft
from factcheck.store import Store

print("ready", flush=True)
sys.stdin.readline()
with Store.open(Path(sys.argv[1])) as store:
    store.append([draft(sys.argv[2], "note", "b", "c1")])
    print(len(store.notices), len(store.versions()))
"""


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_programs_that_open_it_at_once_migrate_it_once(older: Path, mode: str) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()
    command = [sys.executable, "-c", OPENER, str(older)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    programs = [subprocess.Popen([*command, f"r{number}"], **pipes) for number in range(4)]  # type: ignore[call-overload]
    for program in programs:
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    said = [program.communicate(timeout=60) for program in programs]
    assert [error for _, error in said] == [""] * 4
    assert sorted(out for out, _ in said) == ["0 4\n"] * 3 + ["1 4\n"], "one of them migrated it"
    assert len(backups(older)) == 1
    with Store.open(older) as store:
        assert len(store.events()) == 7
        assert store.check() == ()


def test_where_it_may_only_be_read_a_copy_is_brought_up_to_date(older: Path) -> None:
    before = older.read_bytes()
    with Store.open(older, read_only=True) as store:
        assert store.read_only
        assert not store.newer
        assert len(store.events()) == 3
        assert len(store.versions()) == 4
        assert not store.changed()
        (notice,) = store.notices
        assert "made by an older factcheck, only read here" in str(notice)
        with pytest.raises(BadInput, match="read-only"):
            store.append([draft("ada", "note", "b", "c1")])
        copy = store._opened.copy
        assert copy is not None
        assert copy.exists()
    assert not copy.exists()
    assert older.read_bytes() == before
    assert [each.name for each in older.parent.iterdir()] == [older.name]


@pytest.mark.parametrize("cut_off", [False, True])
def test_a_folder_that_cannot_be_written_is_read_too(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut_off: bool
) -> None:
    folder = tmp_path / "handed on"
    folder.mkdir()
    with closing(sqlite3.connect(older)) as writer:
        if cut_off:
            with writer:
                writer.execute(
                    "INSERT INTO event (id, clock, at, reviewer, type, batch) "
                    "VALUES ('w', '0000000000009-00000', '', 'bo', 'note', 'b')"
                )
            shutil.copyfile(f"{older}-wal", folder / "factcheck.db-wal")
        shutil.copyfile(older, folder / "factcheck.db")
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    monkeypatch.setattr(os, "access", lambda path, mode, **more: not mode & os.W_OK)
    with Store.open(folder / "factcheck.db") as store:
        assert store.read_only
        assert len(store.events()) == (4 if cut_off else 3)
        assert "only read here" in str(store.notices[0])
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


def test_the_ledger_is_filled_once_and_only_added_to(older: Path) -> None:
    first = story()
    changed = replace(first.articles[0], text="Other words.", text_sha256=sha256(b"Other words.").hexdigest())
    with Store.open(older) as store:
        before = store.versions()
        store.save_analysis("k2", Analysis((changed, *first.articles[1:]), (), Comparison()))
        store.save_analysis("k3", first)
        after = store.versions()
    assert after[:4] == before
    assert [each.text for each in after[4:]] == ["Other words."]
    assert after[4].seen_at > before[0].seen_at


@pytest.mark.parametrize("table", ["version", "event"])
def test_neither_log_nor_ledger_can_be_changed(older: Path, table: str) -> None:
    Store.open(older).close()
    before = execute(older, f"SELECT * FROM {table}")
    for sql in (f"UPDATE {table} SET seq = seq + 100", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            execute(older, sql)
    columns = ", ".join(
        str(row[0]) for row in execute(older, f"SELECT name FROM pragma_table_info('{table}')")
    )
    taken = columns.replace("path", "'x'").replace("reviewer", "'x'")
    execute(older, f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {taken} FROM {table}")
    assert execute(older, f"SELECT * FROM {table}") == before
