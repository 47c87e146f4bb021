"""The history of a session on the command line: whose acts it lists, and on which lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.exchange_world import mark
from tests.cli.shell import run

if TYPE_CHECKING:
    from pathlib import Path


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
    assert "signed off: 1 of 6 claims judged, 0 left open, 5 without a verdict" in ended.stdout
