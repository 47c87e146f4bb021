"""Signing off on the command line: what is printed, and the exit status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.pipeline import silently
from tests.cli.exchange_world import LOGIN, injured, mark
from tests.cli.shell import run

if TYPE_CHECKING:
    from pathlib import Path


def test_signing_says_who_what_is_open_and_the_digest(session: Path) -> None:
    mark(session, "conflicting", "anna")
    ended = run("sign", session, "--reviewer", "Anna Roth", "--note", "print\nedition")
    assert ended.exit_code == 0, ended.output
    assert "signed off by Anna Roth, " in ended.stdout
    assert "judged   1 of 6 claims" in ended.stdout
    assert "5 claims left without a verdict" in ended.stdout
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
    assert LOGIN not in ended.output
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
    assert LOGIN not in exported
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
    assert "judged   0 of 6 claims" in told
    assert "1 left open, 5 claims left without a verdict" in told
    numbers = "0 of 6 claims judged, 1 left open, 5 without a verdict"
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
