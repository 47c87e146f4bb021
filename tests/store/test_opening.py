"""What a database file can be, and what opening it says and leaves behind."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factcheck.problems import BadInput
from factcheck.review.drafts import draft
from factcheck.store import Store
from factcheck.store.schema import KNOWN
from tests.factories import story

if TYPE_CHECKING:
    from pathlib import Path

APPLY = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('{}', '{}', '')"


@pytest.fixture
def filled(path: Path) -> Path:
    """A database that holds an analysis and one event."""
    with Store.open(path, create=True) as store:
        store.save_analysis("key", story())
        store.append([draft("ada", "note", "b1", "c1")])
    return path


def said(error: pytest.ExceptionInfo[BadInput]) -> str:
    (problem,) = error.value.problems
    line = str(problem)
    assert "\n" not in line
    assert line.startswith("error: ")
    return line


def raw(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        with connection:
            return connection.execute(sql).fetchall()
    finally:
        connection.close()


def read_all(path: Path) -> None:
    with Store.open(path) as store:
        store.events()
        store.load_analysis("key")


def test_a_new_database_knows_its_migrations_and_has_strict_tables(path: Path) -> None:
    Store.open(path, create=True).close()
    applied = raw(path, "SELECT name FROM _sqlite_migrations WHERE migration_set = 'factcheck' ORDER BY id")
    assert [name for (name,) in applied] == list(KNOWN)
    loose = raw(
        path,
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE '%sqlite%'",
    )
    assert loose == []


def test_nothing_is_lost_and_nothing_is_left_open(filled: Path) -> None:
    assert sorted(each.name for each in filled.parent.iterdir()) == ["factcheck.db"]
    with Store.open(filled) as store:
        assert len(store.events()) == 1
        assert store.load_analysis("key") == story()
        assert not store.read_only
        assert store.check() == ()


def test_it_writes_through_to_the_disk(path: Path) -> None:
    with Store.open(path, create=True) as store:
        connection = store._connection
        pragmas = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas["journal_mode"] == "wal"
    assert pragmas["synchronous"] == 2
    assert pragmas["foreign_keys"] == 1
    assert pragmas["busy_timeout"] >= 5000


def test_a_missing_database_is_made_only_if_asked(path: Path) -> None:
    with pytest.raises(BadInput) as error:
        Store.open(path)
    assert "no such database" in said(error)
    assert not path.exists()
    with pytest.raises(BadInput) as error:
        Store.open(path.parent / "no" / "such" / "factcheck.db", create=True)
    assert "its folder does not exist" in said(error)


@pytest.mark.parametrize(
    "content", [b"title: not a database\n", b"\0" * 4096, b"SQLite format 3\0" + b"\xff" * 900]
)
def test_what_is_no_database_is_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(BadInput) as error:
        Store.open(path, create=True)
    assert "is no database" in said(error) or "is damaged" in said(error)
    assert path.read_bytes() == content


def test_a_folder_is_no_database(path: Path) -> None:
    path.mkdir()
    with pytest.raises(BadInput) as error:
        Store.open(path)
    assert "is no database" in said(error)


def test_another_programs_database_is_left_alone(path: Path) -> None:
    raw(path, "CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(BadInput) as error:
        Store.open(path, create=True)
    assert "is no session of factcheck" in said(error)
    assert path.read_bytes() == before


def test_other_migrations_in_the_same_file_do_not_disturb(filled: Path) -> None:
    raw(filled, APPLY.format("another", "x"))
    Store.open(filled).close()


def test_a_file_that_was_cut_short_is_damaged(filled: Path) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: len(content) // 2])
    with pytest.raises(BadInput) as error:
        Store.open(filled)
    assert "cut short" in said(error)


def test_damaged_pages_are_said_plainly(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 200] = b"\xa5" * 200
    filled.write_bytes(content)
    with pytest.raises(BadInput) as error:
        read_all(filled)
    assert "damaged" in said(error)


def test_the_full_check_finds_what_opening_does_not_look_for(filled: Path) -> None:
    raw(filled, "UPDATE article SET text = text || '!' WHERE number = 0")
    with Store.open(filled) as store:
        (problem,) = store.check()
    assert "a1.txt" in str(problem)
    assert "hash" in str(problem)


def test_an_empty_file_left_by_a_crash_becomes_a_database(path: Path) -> None:
    path.write_bytes(b"")
    with Store.open(path) as store:
        assert store.events() == ()


def test_a_crash_in_the_middle_of_making_it_is_mended(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    with Store.open(path) as store:
        assert store.analysis_key() is None


# --- read-only -----------------------------------------------------------------------------


@pytest.fixture
def locked_folder(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that says that it cannot be written: chmod does not stop root, who runs tests too."""
    plain = os.access

    def access(path: str | Path, mode: int, **more: bool) -> bool:
        return not (mode & os.W_OK) and plain(path, mode, **more)

    monkeypatch.setattr(os, "access", access)
    return filled


def test_a_read_only_folder_is_read_and_not_touched(locked_folder: Path) -> None:
    before = locked_folder.read_bytes()
    with Store.open(locked_folder) as store:
        assert store.read_only
        assert len(store.events()) == 1
        assert store.load_analysis("key") == story()
        with pytest.raises(BadInput) as error:
            store.append([draft("ada", "note", "b2", "c1")])
        assert "read-only" in said(error)
        with pytest.raises(BadInput):
            store.save_analysis("key", story())
        assert not store.changed()
    assert locked_folder.read_bytes() == before
    assert [each.name for each in locked_folder.parent.iterdir()] == ["factcheck.db"]


def test_a_read_only_folder_without_a_database_has_an_empty_one(locked_folder: Path) -> None:
    locked_folder.unlink()
    with Store.open(locked_folder, create=True) as store:
        assert store.read_only
        assert store.events() == ()
        assert store.analysis_key() is None
    assert list(locked_folder.parent.iterdir()) == []
    with pytest.raises(BadInput, match="no such database"):
        Store.open(locked_folder)


def test_read_only_can_be_asked_for(filled: Path) -> None:
    with Store.open(filled, read_only=True) as store, pytest.raises(BadInput) as error:
        store.append([draft("ada", "note", "b2", "c1")])
    assert "read-only" in said(error)
    assert [each.name for each in filled.parent.iterdir()] == ["factcheck.db"]


def test_a_reader_sees_what_a_writer_does_meanwhile(filled: Path) -> None:
    with Store.open(filled) as writer, Store.open(filled, read_only=True) as reader:
        assert len(reader.events()) == 1
        writer.append([draft("ada", "note", "b2", "c1")])
        assert reader.changed()
        assert len(reader.events()) == 2


def test_events_of_a_killed_writer_are_read_in_a_read_only_folder_too(
    filled: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    killed = tmp_path / "copy"
    killed.mkdir()
    with Store.open(filled) as store:
        store.append([draft("ada", "note", "b2", "c1")])
        for side in ("", "-wal"):
            shutil.copyfile(f"{filled}{side}", f"{killed / filled.name}{side}")
    monkeypatch.setattr(os, "access", lambda path, mode, **more: not mode & os.W_OK)
    before = {each.name: each.read_bytes() for each in killed.iterdir()}
    with Store.open(killed / filled.name) as store:
        assert store.read_only
        assert len(store.events()) == 2
    assert {each.name: each.read_bytes() for each in killed.iterdir()} == before


def test_an_empty_file_that_may_only_be_read_is_an_empty_session(path: Path) -> None:
    path.write_bytes(b"")
    with Store.open(path, read_only=True) as store:
        assert store.read_only
        assert store.notices == ()
        assert store.events() == ()
        assert store.versions() == ()
    assert path.read_bytes() == b""
    assert [each.name for each in path.parent.iterdir()] == ["factcheck.db"]


# --- leaving -------------------------------------------------------------------------------


def test_leaving_while_another_stays_loses_nothing_and_does_not_fail(filled: Path) -> None:
    first, second = Store.open(filled), Store.open(filled)
    first.append([draft("ada", "note", "b2", "c1")])
    second.events()
    first.close()
    second.append([draft("bo", "note", "b3", "c1")])
    second.close()
    assert [each.name for each in filled.parent.iterdir()] == ["factcheck.db"]
    with Store.open(filled) as store:
        assert len(store.events()) == 3


def test_a_folder_copied_after_leaving_is_whole(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    copy.mkdir()
    shutil.copyfile(filled, copy / "factcheck.db")
    with Store.open(copy / "factcheck.db") as store:
        assert len(store.events()) == 1
        assert store.check() == ()


def test_opening_and_reading_does_without_sqlite_utils(filled: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from factcheck.store import Store\n"
        "from factcheck.review.drafts import draft\n"
        "with Store.open(Path(sys.argv[1])) as store:\n"
        "    store.append([draft('ada', 'note', 'b', 'c')]); store.events(); store.load_analysis('key')\n"
        "assert 'sqlite_utils' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(filled)], check=True)
