"""Sign-off, verification and history on the command line: what is printed, and the exit status."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.pipeline import silently
from tests.cli.shell import run

if TYPE_CHECKING:
    from pathlib import Path

FERRY = """Title: Ferry aground off Tolme
Source: The Tolme Gazette
Date: 2025-05-06

A total of 12 people were injured when a ferry ran aground off Tolme on Monday, the coast guard said.

The coast guard said 140 passengers were rescued.
"""
RIVAL = """Source: Island Radio
Date: 2025-05-06

Nearly 30 people were injured when the ferry ran aground off Tolme, hospital officials said on Tuesday.
"""


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LOGNAME", "secretlogin")
    for name, text in (("ferry.txt", FERRY), ("rival.txt", RIVAL)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    target = tmp_path / "story"
    assert run("new", target, tmp_path / "ferry.txt", tmp_path / "rival.txt").exit_code == 0
    return target


def claims(session: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("export", session, "--format", "json").stdout)["claims"]
    return found


def injured(session: Path) -> str:
    return str(next(claim["id"] for claim in claims(session) if "12 people" in claim["text"]))


def mark(session: Path, verdict: str, reviewer: str, *more: str) -> None:
    done = run("mark", session, injured(session), verdict, "--reviewer", reviewer, *more)
    assert done.exit_code == 0, done.output


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


# --- sign -----------------------------------------------------------------------------------


def test_signing_says_who_what_is_open_and_the_digest(session: Path) -> None:
    mark(session, "conflicting", "anna")
    ended = run("sign", session, "--reviewer", "Anna Roth", "--note", "print\nedition")
    assert ended.exit_code == 0, ended.output
    assert "signed off by Anna Roth, " in ended.stdout
    assert "judged   1 of 5 claims" in ended.stdout
    assert "4 claims left without a verdict" in ended.stdout
    assert "print edition" in ended.stdout
    digest = ended.stdout.split("SHA-256")[1].split()[0]
    assert len(digest) == 64
    text = run("export", session, "--format", "md").stdout
    assert "Signed off by Anna Roth" in text
    assert digest in text


def test_a_login_name_signs_nothing(session: Path) -> None:
    ended = run("sign", session)
    assert ended.exit_code == 2
    (line,) = ended.stderr.splitlines()
    assert line.startswith("error: ")
    assert "--reviewer NAME" in line
    assert "secretlogin" not in ended.output
    assert run("sign", session, "--check").exit_code == 1


def test_a_login_that_signs_with_a_name_has_judged_under_that_name(session: Path) -> None:
    from factcheck.cli.app_report import sign_off_line, signing
    from factcheck.problems import BadInput
    from factcheck.workspace import open_workspace

    run("mark", session, injured(session), "left-open")
    mark(session, "supported", "ben")
    with open_workspace(session) as workspace:
        with pytest.raises(BadInput, match="another reviewer"):
            signing(workspace, workspace.reviewer(None), "ben")
        said = signing(workspace, workspace.reviewer(None), "Ana")(silently)()
        assert "Ana" in said
        line = sign_off_line(workspace)
        assert (line if isinstance(line, str) else line(silently)).startswith("Signed off by Ana, ")
    assert "signed off by Ana, " in run("verify", session).stdout
    assert run("sign", session, "--check").exit_code == 0
    exported = run("export", session, "--format", "json").stdout
    assert "secretlogin" not in exported
    (claim,) = (each for each in json.loads(exported)["claims"] if each["verdicts"])
    assert {each["reviewer"] for each in claim["verdicts"]} == {"Ana", "ben"}
    assert "Signed off by Ana, " in run("export", session, "--format", "md").stdout
    # Whoever comes back under the name goes on with their own verdicts.
    again = run("mark", session, injured(session), "left-open", "--reviewer", "Ana")
    assert "is left-open already" in again.stdout
    assert run("sign", session).exit_code == 0


def test_what_was_left_open_is_counted_apart_from_what_was_judged(session: Path) -> None:
    mark(session, "left-open", "anna")
    told = run("sign", session, "--reviewer", "anna").stdout
    assert "judged   0 of 5 claims" in told
    assert "1 left open, 4 claims left without a verdict" in told
    numbers = "0 of 5 claims judged, 1 left open, 4 without a verdict"
    assert run("export", session, "--format", "md").stdout.count(numbers) == 3
    assert numbers in run("history", session).stdout


def test_a_reviewer_who_works_blind_cannot_sign(session: Path) -> None:
    from factcheck.workspace import open_workspace

    with open_workspace(session) as workspace:
        workspace.begin("ben", "verdicts")
    ended = run("sign", session, "--reviewer", "ben")
    assert ended.exit_code == 2
    assert "works blind" in ended.stderr
    assert run("sign", session, "--reviewer", "anna").exit_code == 0


def test_what_is_signed_and_unchanged_is_not_signed_again(session: Path) -> None:
    from factcheck.cli.app_report import signing
    from factcheck.workspace import open_workspace

    mark(session, "supported", "anna")
    mark(session, "conflicting", "ben")
    first = run("sign", session, "--reviewer", "anna")
    assert "1 claim to adjudicate: reviewers differ" in first.stdout
    again = run("sign", session, "--reviewer", "anna")
    assert (again.exit_code, again.stdout) == (0, first.stdout)
    assert "signed already" in again.stderr
    assert run("sign", session, "--reviewer", "anna", "--note", "for print").exit_code == 0
    with open_workspace(session) as workspace:
        assert "signed already on " in signing(workspace, "anna")(silently)()
        assert "signed off: ben" in signing(workspace, "ben")(silently)()
        assert len(workspace.signatures()) == 3


def test_any_later_act_makes_a_signature_stale_and_a_new_one_mends_it(session: Path) -> None:
    assert run("sign", session, "--check").stdout == "not signed off: the report is a draft\n"
    run("sign", session, "--reviewer", "anna")
    assert run("sign", session, "--check").exit_code == 0
    mark(session, "unsourced", "ben", "--note", "who?")
    ended = run("sign", session, "--check")
    assert ended.exit_code == 1
    assert "STALE" in ended.stdout
    assert "DRAFT: signed off by anna on " in run("export", session, "--format", "md").stdout
    assert run("sign", session, "--reviewer", "ben").exit_code == 0
    found = json.loads(run("sign", session, "--check", "--format", "json").stdout)
    assert found["signed"] is True
    assert found["signature"]["reviewer"] == "ben"
    assert found["signature"]["stale"] is False
    session_now = json.loads(run("export", session, "--format", "json").stdout)["session"]
    assert [(each["reviewer"], each["stale"]) for each in session_now["signatures"]] == [
        ("anna", True),
        ("ben", False),
    ]


def test_another_signature_leaves_the_first_one_fresh(session: Path) -> None:
    run("sign", session, "--reviewer", "anna")
    run("sign", session, "--reviewer", "ben")
    text = run("export", session, "--format", "md").stdout
    assert "Signed off by anna" in text
    assert "Signed off by ben" in text
    assert "changed since" not in text


# --- verify ---------------------------------------------------------------------------------


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
    assert [v["verdict"] for c in claims(session) for v in c["verdicts"]] == ["conflicting"]


def test_a_stored_analysis_that_was_tampered_with_is_found_and_mended(session: Path) -> None:
    mark(session, "conflicting", "anna")
    with sqlite3.connect(session / "factcheck.db") as connection:
        connection.execute("UPDATE claim SET score = 0.123")
    connection.close()
    (said,) = looks(session, "--rebuild")["rebuild"]
    assert "0 new claims, 0 gone, 5 read otherwise" in said
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


# --- history --------------------------------------------------------------------------------


def test_history_shows_own_acts_or_everybodys(session: Path) -> None:
    mark(session, "conflicting", "anna")
    mark(session, "supported", "ben")
    mark(session, "unsourced", "anna")
    lines = run("history", session).stdout.splitlines()
    assert len(lines) == 3
    assert "was: conflicting" in lines[2]
    own = run("history", session, "--reviewer", "ben").stdout.splitlines()
    assert [line.split("  ")[1] for line in own] == ["ben"]
    assert run("history", session, "--reviewer", "ben", "--all").stdout.splitlines() == lines


def test_a_blind_reviewer_sees_only_their_own_history(session: Path) -> None:
    from factcheck.review.drafts import revealed
    from factcheck.workspace import open_workspace

    mark(session, "conflicting", "anna", "--note", "canary")
    with open_workspace(session) as workspace:
        workspace.begin("ben", "verdicts")
    mark(session, "supported", "ben")
    for more in ((), ("--all",), ("--format", "json"), ("--all", "--format", "json")):
        ended = run("history", session, "--reviewer", "ben", *more)
        assert "canary" not in ended.output
        assert "anna" not in ended.output
        assert "supported" in ended.stdout
    with open_workspace(session) as workspace:
        workspace.store.append([revealed("ben")])
    assert "canary" in run("history", session, "--reviewer", "ben", "--all").stdout


def test_history_keeps_to_its_lines_whatever_was_typed(session: Path) -> None:
    mark(session, "supported", "anna", "--note", "a\n2026 ben supported\x1b[31m\u202e")
    run("sign", session, "--reviewer", "anna", "--note", "x\x1b[2J\ny")
    ended = run("history", session)
    assert len(ended.stdout.splitlines()) == 3
    assert "\x1b" not in ended.stdout
    assert "\u202e" not in ended.stdout
    assert "signed off: 1 of 5 claims judged, 0 left open, 4 without a verdict" in ended.stdout
