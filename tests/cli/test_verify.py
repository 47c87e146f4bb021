"""Verifying a session on the command line: what is named, and the exit status."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from tests.cli.exchange_world import exported, mark
from tests.cli.shell import FERRY, run

if TYPE_CHECKING:
    from pathlib import Path


def looks(session: Path, *more: str) -> dict[str, list[str]]:
    """What verify has to report, by check; its exit status fits."""
    ended = run("verify", session, "--format", "json", *more)
    found = json.loads(ended.stdout)
    assert ended.exit_code == (0 if found["ok"] else 1), ended.output
    wrong: dict[str, list[str]] = {}
    for each in found["checks"]:
        if not each["ok"]:
            wrong.setdefault(each["check"], []).append(each["said"])
    assert bool(wrong) != found["ok"]
    return wrong


def test_a_session_that_is_well_says_so_and_is_not_touched(session: Path) -> None:
    assert looks(session) == {}
    mark(session, "conflicting", "anna")
    run("sign", session, "--reviewer", "anna")
    before = (session / "factcheck.db").read_bytes()
    ended = run("verify", session)
    assert ended.exit_code == 0, ended.output
    assert all(line.startswith("ok ") for line in ended.stdout.splitlines())
    assert "signed off by anna" in ended.stdout
    assert (session / "factcheck.db").read_bytes() == before
    assert looks(session, "--rebuild") == {}


def test_a_file_that_was_changed_or_lost_is_named_with_the_day_it_was_analysed(session: Path) -> None:
    mark(session, "conflicting", "anna")
    ferry = session / "articles" / "ferry.txt"
    ferry.write_text(FERRY.replace("140", "150"), encoding="utf-8")
    (session / "articles" / "rival.txt").unlink()
    (session / "articles" / "rival.txt.cleaned.txt").write_text("else", encoding="utf-8")
    found = looks(session)
    changed, missing = found["originals"]
    assert changed.startswith("articles/ferry.txt: has changed since it was analysed on 20")
    assert missing.startswith("articles/rival.txt: cannot be read")
    assert found["cleaned"] == ["articles/rival.txt.cleaned.txt: is not the text that was analysed"]
    assert looks(session)["originals"][0] == changed


def test_a_rebuild_takes_changed_articles_in_and_keeps_the_verdict(session: Path) -> None:
    mark(session, "conflicting", "anna")
    ferry = session / "articles" / "ferry.txt"
    ferry.write_text(FERRY.replace("140", "150"), encoding="utf-8")
    ended = run("verify", session, "--rebuild")
    assert ended.exit_code == 1
    assert "the analysis differs from the one kept" in ended.stdout
    assert "1 verdict or note stands in the articles, 1 of them carried over" in ended.stdout
    assert looks(session) == {}
    assert [v["verdict"] for c in exported(session)["claims"] for v in c["verdicts"]] == ["conflicting"]


def test_a_stored_analysis_that_was_tampered_with_is_found_and_mended(session: Path) -> None:
    mark(session, "conflicting", "anna")
    with sqlite3.connect(session / "factcheck.db") as connection:
        connection.execute("UPDATE claim SET score = 0.123")
    connection.close()
    (said,) = looks(session, "--rebuild")["rebuild"]
    assert "0 new claims, 0 gone, 6 read otherwise" in said
    assert looks(session, "--rebuild") == {}


def _slip_in(session: Path, **cells: object) -> None:
    """An event that another program wrote into the log."""
    row = {
        "id": "f" * 32, "clock": "1700000000000-00000", "at": "2023-11-14T22:13:20.000Z",
        "reviewer": "eve", "type": "verdict", "batch": "b", "claim": "0" * 16, "verdict": "supported",
    } | cells  # fmt: skip
    with sqlite3.connect(session / "factcheck.db") as connection:
        columns, places = ", ".join(row), ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO event ({columns}) VALUES ({places})", tuple(row.values()))
    connection.close()


def test_an_act_that_no_program_of_ours_made_is_named(session: Path) -> None:
    mark(session, "conflicting", "anna")
    _slip_in(session, replaces="nowhere")
    found = looks(session)
    assert found["event log"] == [
        f"event {'f' * 32}: its claim is not the one at its place",
        f"event {'f' * 32}: what it took the place of does not stand before it",
    ]
    assert "0 of them" in run("verify", session).stdout
    assert "1 whose text is gone" in found["verdicts"][0]


def test_a_quote_that_does_not_stand_there_is_named(session: Path) -> None:
    from factcheck.model import claim_id
    from factcheck.workspace import open_workspace

    with open_workspace(session) as workspace:
        article = workspace.analysis.articles[0]
    anchor = {
        "text_sha256": article.text_sha256, "start": 3, "end": 9,
        "exact": "zzzzzz", "prefix": article.text[:3], "suffix": article.text[9:20],
    }  # fmt: skip
    _slip_in(session, claim=claim_id(article.text_sha256, 3, 9), anchor=json.dumps(anchor))
    assert looks(session)["quotes"] == [f"event {'f' * 32}: its words do not stand where they were judged"]


def test_a_log_that_cannot_be_read_does_not_hide_what_else_is_wrong(session: Path) -> None:
    mark(session, "conflicting", "anna")
    _slip_in(session, evidence="{")
    (session / "articles" / "rival.txt").write_text("else", encoding="utf-8")
    found = looks(session)
    assert any("cannot be read" in said for said in found["database"])
    assert found["originals"][0].startswith("articles/rival.txt: has changed")


def test_a_database_that_is_none_is_a_line_and_a_folder_that_is_none_an_error(
    session: Path, tmp_path: Path
) -> None:
    (session / "factcheck.db").write_bytes(b"garbage" * 100)
    assert list(looks(session)) == ["database"]
    ended = run("verify", tmp_path / "nowhere")
    assert ended.exit_code == 2
    assert "no such folder" in ended.stderr
