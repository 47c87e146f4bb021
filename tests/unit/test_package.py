"""A session as one file: what goes in, and what stays at home."""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.ingest import read_bytes
from factcheck.problems import BadInput
from factcheck.session import CLEANED, SessionFolder, is_session
from factcheck.session.package import pack, session_beside
from factcheck.session.unpack import unpack

if TYPE_CHECKING:
    from pathlib import Path

ONE = "The lock keeper\r\n\r\nSeven crates were missing from the barge, the lock keeper said on Monday.\r\n"
TWO = "Crates found\n\nPolice found four of the seven crates behind the mill, a spokesman said.\n"
CANARY = "wren-7731"
REVIEWER = "Ottoline Zzyzx"


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    """A session with its own rules, remarks of its reviewer, and much else lying about."""
    originals = [
        (read_bytes(text.encode(), path=name, id="a1"), text.encode())
        for name, text in (("two.txt", TWO), ("one.txt", ONE))
    ]
    session = SessionFolder.create(tmp_path / "north-lock", originals, use=["core", "rules/crates.yaml"])
    (session.path / "rules" / "lists").mkdir(parents=True)
    for name in ("crates.yaml", "unused.yaml", "lists/boxes.txt", "lists/notes.md"):
        (session.path / "rules" / name).write_text(f"# {name}\n", encoding="utf-8")
    for name in ("report.html", "notes.txt", "articles/aside.txt", "factcheck.db.old", "factcheck.db-wal"):
        (session.path / name).write_text(CANARY, encoding="utf-8")
    yaml = session.path / "session.yaml"
    said = yaml.read_text(encoding="utf-8").replace("- path", f"# {CANARY}: not credible\n  - path", 1)
    yaml.write_text(f"{said}reviewer: {REVIEWER}\nopinion: {CANARY}\n", encoding="utf-8")
    return SessionFolder.open(session.path)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "snapshot.db"
    path.write_bytes(b"SQLite format 3\0 a snapshot")
    return path


def contents(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


# --- packing --------------------------------------------------------------------------------


def test_only_what_session_yaml_names_goes_along(
    folder: SessionFolder, database: Path, tmp_path: Path
) -> None:
    file = tmp_path / "p.zip"
    names = pack(folder, file, database=database, texts={"articles/one.txt": "cleaned"})
    found = contents(file)
    assert list(found) == list(names) == [
        "session.yaml", "articles/one.txt", f"articles/one.txt{CLEANED}", "articles/two.txt",
        "rules/crates.yaml", "rules/lists/boxes.txt", "factcheck.db",
    ]  # fmt: skip
    assert found["articles/one.txt"] == ONE.encode()
    assert found[f"articles/one.txt{CLEANED}"] == b"cleaned"
    assert found["factcheck.db"] == database.read_bytes()
    assert found["session.yaml"] == (folder.path / "session.yaml").read_bytes()


def test_a_package_tells_nothing_of_the_machine(
    folder: SessionFolder, database: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    pack(folder, first, database=database)
    (folder.path / "articles" / "one.txt").chmod(0o600)
    os.utime(folder.path / "articles" / "one.txt", (1_700_000_000, 1_700_000_000))
    pack(folder, second, database=database)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        for info in archive.infolist():
            assert info.extra == info.comment == b""
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
    for data in (first.read_bytes(), *contents(first).values()):
        assert str(tmp_path).encode() not in data


@pytest.mark.parametrize(("blind", "said"), [("verdicts", "verdicts"), ("suggestions", "suggestions")])
def test_a_blind_package_names_nobody_and_says_that_it_is_blind(
    folder: SessionFolder, database: Path, tmp_path: Path, blind: Any, said: str
) -> None:
    file = tmp_path / "p.zip"
    pack(folder, file, database=database, blind=blind)
    for data in (file.read_bytes(), *contents(file).values()):
        assert CANARY.encode() not in data
        assert REVIEWER.encode() not in data
    unpack(file, tmp_path / "there")
    there = SessionFolder.open(tmp_path / "there").config
    assert (there.blind, there.reviewer, there.problems) == (said, None, ())
    assert there.articles == folder.config.articles
    assert (there.title, there.use) == (folder.config.title, folder.config.use)


def test_the_file_is_whole_or_as_it_was(
    folder: SessionFolder, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "p.zip"
    file.write_bytes(b"an older package")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", full)
        with pytest.raises(BadInput, match="No space left"):
            pack(folder, file, database=database)
    assert file.read_bytes() == b"an older package"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["north-lock", "p.zip", "snapshot.db"]
    pack(folder, file, database=database)
    assert "factcheck.db" in contents(file)


@pytest.mark.parametrize("name", ["session.yaml", "factcheck.db", "factcheck.db-wal", "articles/one.txt"])
def test_a_package_never_overwrites_the_session(folder: SessionFolder, database: Path, name: str) -> None:
    target = folder.path / name
    before = target.read_bytes() if target.exists() else None
    with pytest.raises(BadInput, match="part of the session"):
        pack(folder, target, database=database)
    assert (target.read_bytes() if target.exists() else None) == before


def test_a_session_that_is_not_whole_is_not_packed(
    folder: SessionFolder, database: Path, tmp_path: Path
) -> None:
    (folder.path / "articles" / "one.txt").unlink()
    with pytest.raises(BadInput, match="one"):
        pack(folder, tmp_path / "p.zip", database=database)
    assert not (tmp_path / "p.zip").exists()


def test_names_that_some_system_cannot_bear_are_said_before_they_travel(
    folder: SessionFolder, database: Path, tmp_path: Path
) -> None:
    (folder.path / "articles" / "aux.txt").write_bytes(b"News\n\nA crate was found.\n")
    yaml = folder.path / "session.yaml"
    yaml.write_text("articles: [articles/aux.txt]\n", encoding="utf-8")
    with pytest.raises(BadInput, match="it is the name of a device"):
        pack(SessionFolder.open(folder.path), tmp_path / "p.zip", database=database)


def test_a_link_out_of_the_session_is_not_followed(
    folder: SessionFolder, database: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(CANARY, encoding="utf-8")
    lists = folder.path / "rules" / "lists" / "linked.txt"
    lists.symlink_to(secret)
    assert "rules/lists/linked.txt" not in pack(folder, tmp_path / "p.zip", database=database)


# --- unpacking ------------------------------------------------------------------------------


def test_what_was_packed_opens_elsewhere(folder: SessionFolder, database: Path, tmp_path: Path) -> None:
    file = tmp_path / "north.zip"
    pack(folder, file, database=database)
    target = session_beside(file)
    assert target == tmp_path / "north"
    assert unpack(file, target) == ()
    there = SessionFolder.open(target)
    assert there.config.articles == folder.config.articles
    assert [data for _, data in there.originals()[0]] == [data for _, data in folder.originals()[0]]
    assert there.rule_paths()[1] == ()
    assert session_beside(file) == target


def test_a_package_is_never_unpacked_over_something(
    folder: SessionFolder, database: Path, tmp_path: Path
) -> None:
    file = tmp_path / "north.zip"
    pack(folder, file, database=database)
    (tmp_path / "north").mkdir()
    (tmp_path / "north" / "thesis.txt").write_text("mine", encoding="utf-8")
    assert session_beside(file) == tmp_path / "north-2"
    with pytest.raises(BadInput, match="is there already"):
        unpack(file, tmp_path / "north")
    assert [path.name for path in (tmp_path / "north").iterdir()] == ["thesis.txt"]


def test_a_folder_that_a_person_zipped_will_do_and_its_other_files_stay_in(
    folder: SessionFolder, tmp_path: Path
) -> None:
    file = tmp_path / "by-hand.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(folder.path.rglob("*")):
            archive.write(path, f"north-lock/{path.relative_to(folder.path)}")
        archive.writestr("__MACOSX/._session.yaml", "x")
    left = unpack(file, tmp_path / "there")
    assert is_session(tmp_path / "there")
    assert (tmp_path / "there" / "factcheck.db-wal").exists()  # the last verdicts may be in it
    assert {"north-lock/report.html", "north-lock/notes.txt", "__MACOSX/._session.yaml"} <= set(left)
    assert not (tmp_path / "there" / "report.html").exists()
    assert not (tmp_path / "there" / "rules" / "unused.yaml").exists()
