"""What others decided comes back: once, whatever the order, and nothing that does not fit."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.cli.incoming import unpacked
from factcheck.store import Store
from tests.cli.exchange_world import acts, append, events, fingerprint, ids, second
from tests.cli.shell import a_claim, ok, run

if TYPE_CHECKING:
    from pathlib import Path


def test_what_the_second_reviewer_decided_comes_back_once(session: Path, tmp_path: Path) -> None:
    ok("mark", session, ids(session)[0], "supported", "--reviewer", "ada")
    back = second(session, tmp_path)
    dry = ok("merge", session, back, "--dry-run")
    assert "3 new acts by bo (2 verdicts, 1 note), 0 known already" in dry
    assert "a dry run: nothing was changed" in dry
    assert len(events(session)) == 1
    said = ok("merge", session, back)
    assert "reviewers differ on 1 claim" in said
    assert "ada supported, bo unsourced" in said
    assert [event.type for event in events(session)] == ["verdict", "verdict", "note", "verdict", "merge"]
    before = events(session)
    assert "nothing new, 3 known already" in ok("merge", session, back)
    assert events(session) == before


@pytest.mark.parametrize("form", ["package", "folder", "database", "json"])
def test_every_form_of_the_other_session_brings_the_same_and_is_left_alone(
    session: Path, tmp_path: Path, form: str
) -> None:
    there = unpacked(second(session, tmp_path))
    given = {
        "package": tmp_path / "from-bo.zip",
        "folder": there,
        "database": there / "factcheck.db",
        "json": tmp_path / "bo.json",
    }[form]
    ok("export", there, "--format", "json", "--reviewer", "bo", "-o", tmp_path / "bo.json")
    before = fingerprint(given)
    ok("merge", session, given)
    assert fingerprint(given) == before
    assert acts(session) == events(there)


def test_what_is_only_in_the_log_beside_a_database_comes_too(session: Path, tmp_path: Path) -> None:
    there = unpacked(second(session, tmp_path))
    with Store.open(there / "factcheck.db") as store:
        store.append([replace(event, id="late", clock="", at="") for event in events(there)[:1]])
        assert (there / "factcheck.db-wal").stat().st_size
        before = fingerprint(there / "factcheck.db")
        ok("merge", session, there / "factcheck.db")
        assert fingerprint(there / "factcheck.db") == before
    assert "late" in {event.id for event in events(session)}


def test_the_order_of_files_does_not_matter(session: Path, tmp_path: Path) -> None:
    files = [second(session, tmp_path, "bo"), second(session, tmp_path, "cy")]
    other = tmp_path / "other"
    shutil.copytree(session, other)
    ok("merge", session, *files)
    ok("merge", other, *files[::-1])
    assert acts(session) == acts(other)
    assert len(acts(session)) == 6
    assert [event.type for event in events(session)].count("merge") == 1


def test_a_changed_article_refuses_the_file_and_partial_takes_the_rest(session: Path, tmp_path: Path) -> None:
    ferry = session / "articles" / "ferry.txt"
    there = tmp_path / "there"
    shutil.copytree(session, there)
    (there / "articles" / "ferry.txt").write_text(
        ferry.read_text(encoding="utf-8").replace("A total of 12", "As many as 14"), encoding="utf-8"
    )
    ok("mark", there, a_claim(there, "14 people")["id"], "supported", "--reviewer", "bo")
    ok("mark", there, a_claim(there, "30 people")["id"], "unsourced", "--reviewer", "bo")
    refused = run("merge", session, there)
    assert refused.exit_code == 2
    assert refused.stderr.count("error: ") == 1
    assert "articles/ferry.txt reads otherwise here" in refused.stderr
    assert "factcheck add" in refused.stderr
    assert "--partial" in refused.stderr
    assert events(session) == ()
    partial = run("merge", session, there, "--partial")
    assert partial.exit_code == 2
    assert [event.anchor.exact for event in acts(session) if event.anchor] == [
        a_claim(session, "30 people")["text"]
    ]


def test_one_bad_file_does_not_keep_the_others_out(session: Path, tmp_path: Path) -> None:
    back = second(session, tmp_path)
    bad = tmp_path / "bad.zip"
    bad.write_bytes(back.read_bytes()[:-100])
    (tmp_path / "letter.txt").write_text("dear Ada", encoding="utf-8")
    result = run("merge", session, bad, tmp_path / "letter.txt", tmp_path / "gone.zip", tmp_path, back)
    assert result.exit_code == 2
    assert result.stderr.count("error: ") == 4
    assert len(acts(session)) == 3


def test_a_damaged_database_is_named_as_the_user_named_it(session: Path, tmp_path: Path) -> None:
    there = unpacked(second(session, tmp_path))
    data = bytearray((there / "factcheck.db").read_bytes())
    data[1_000:] = b"\xee" * (len(data) - 1_000)
    (there / "factcheck.db").write_bytes(bytes(data))
    result = run("merge", session, there / "factcheck.db")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {there / 'factcheck.db'}: ")
    assert result.stderr.count("\n") == 1
    assert events(session) == ()


def test_a_log_that_never_ends_is_not_read(session: Path, tmp_path: Path) -> None:
    """Somebody's database in which a view stands for the log, and goes on counting."""
    there = unpacked(second(session, tmp_path)) / "factcheck.db"
    with closing(sqlite3.connect(there)) as connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(event)")]
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("ALTER TABLE event RENAME TO event_before")
        connection.execute(
            "CREATE VIEW event AS WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
            f"SELECT {', '.join(f'x AS {name}' for name in names)} FROM n"
        )
        connection.commit()
    result = run("merge", session, there)
    assert result.exit_code == 2
    assert "a view stands where a table of ours should" in result.stderr


def test_one_name_used_at_two_tables_is_pointed_out(session: Path, tmp_path: Path) -> None:
    back = second(session, tmp_path, "ada")
    ok("mark", session, ids(session)[0], "supported", "--reviewer", "ada")
    result = run("merge", session, back)
    assert result.exit_code == 0
    assert "both hold acts by ada that were made apart" in result.stderr


def test_a_blind_reviewer_is_not_told_who_decided_what(session: Path, tmp_path: Path) -> None:
    one, two = second(session, tmp_path, "bo"), second(session, tmp_path, "cy")
    blind = unpacked(tmp_path / "for-bo.zip")
    first = ids(blind)[0]
    ok("mark", blind, first, "supported")
    result = run("merge", blind, one, two)
    assert result.exit_code == 0
    assert "shown after the reveal" in result.stdout
    assert "unsourced" not in result.stdout


def test_a_terminal_is_not_at_the_mercy_of_a_name(session: Path, tmp_path: Path) -> None:
    there = unpacked(second(session, tmp_path))
    forged = [replace(e, id=f"f{n}", reviewer="\x1b[2Jbo") for n, e in enumerate(events(there))]
    append(there, *forged)
    result = run("merge", session, there)
    assert result.exit_code == 2
    assert "\x1b" not in result.output
    assert len(acts(session)) == 3
