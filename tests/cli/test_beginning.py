"""How a reviewer begins in a session: blind where somebody else has judged, unless they ask otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.cli.ports import app_for, newcomer
from factcheck.review.events import Acts, claim_anchors
from tests.sessions import RULES, STORM, session_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.workspace import Workspace


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Workspace]:
    with session_of(tmp_path, {"post": STORM}, RULES) as workspace:
        yield workspace


def judge(session: Workspace, reviewer: str) -> None:
    acts = Acts(session.store, session.state(), reviewer, claim_anchors(session.analysis))
    acts.judge([session.analysis.claims[0].id], "left-open")


def looked(session: Workspace) -> list[tuple[str, str]]:
    return [(each.reviewer, each.type) for each in session.store.events() if each.type in ("blind", "reveal")]


def test_the_first_reviewer_and_one_who_comes_back_begin_as_they_were(session: Workspace) -> None:
    session.begin("nina")
    judge(session, "nina")
    session.begin("nina")
    assert not session.is_blind("nina")
    assert looked(session) == []


def test_a_second_reviewer_begins_blind_is_told_so_and_stays_blind_until_they_reveal(
    session: Workspace,
) -> None:
    judge(session, "nina")
    session.begin("ben")
    session.begin("ben")
    assert looked(session) == [("ben", "blind")]
    desk = session.desk("ben")
    assert all(not desk.others(claim.id) for claim in session.analysis.claims)
    (line,) = newcomer(session, desk)
    assert line == (
        "ben is a new reviewer here; so far: nina; you work blind: D, then R shows what they decided"
    )
    assert line in app_for(session, "ben").ports.notices
    judge(session, "ben")
    assert newcomer(session, session.desk("ben")) == []


def test_who_asks_to_see_begins_open_and_the_log_keeps_that_they_looked(session: Workspace) -> None:
    judge(session, "nina")
    session.begin("ben", "open")
    session.begin("ben", "open")
    assert not session.is_blind("ben")
    assert looked(session) == [("ben", "reveal")]
    assert newcomer(session, session.desk("ben")) == ["ben is a new reviewer here; so far: nina"]
    session.begin("cleo", "suggestions")
    session.begin("cleo", "open")
    assert looked(session)[1:] == [("cleo", "blind"), ("cleo", "reveal")]


def test_open_and_hidden_suggestions_do_not_go_together(
    session: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.cli.app.need_terminal", lambda: None)
    words = ["review", str(session.folder.path), "--open", "--hide-suggestions"]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert "--hide-suggestions goes with --blind" in result.output
