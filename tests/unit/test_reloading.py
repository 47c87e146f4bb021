"""A rule file saved while the session is open: seen once it is whole, read again, and no verdict is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.filling import fill_session
from factcheck.ownwords import learn
from factcheck.problems import BadInput
from factcheck.reloading import Reloading
from factcheck.workspace import Workspace, open_workspace
from tests.sessions import OWN, RULES, STORM, session_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Workspace]:
    with session_of(tmp_path, {"post": STORM}, RULES) as workspace:
        yield workspace


def own(workspace: Workspace) -> Path:
    return workspace.folder.path / OWN


def found(workspace: Workspace) -> list[str]:
    return [claim.text for claim in workspace.analysis.claims]


def at_work(workspace: Workspace) -> Reloading:
    reloading = Reloading(workspace, workspace.desk("anna"))
    reloading.prime()
    return reloading


def saved(reloading: Reloading) -> str:
    """What the app does when a file was saved."""
    assert not reloading.changed(), "it may be half written: one more look"
    assert reloading.changed()
    fresh = reloading.find()
    answer = reloading.show(fresh)
    reloading.take(reloading.compare(fresh))
    assert not reloading.changed()
    return answer


def test_nothing_is_read_while_no_file_is_saved(session: Workspace) -> None:
    reloading = at_work(session)
    assert not reloading.changed()
    assert not reloading.changed()


def test_a_file_saved_before_the_rules_were_read_counts_as_saved(session: Workspace) -> None:
    own(session).write_text(RULES.replace("roofs']", "rafts']"))
    reloading = at_work(session)
    assert reloading.changed()
    reloading.show(reloading.find())
    assert found(session) == ["nine barges sank in the harbour"]


def test_a_new_rule_adds_its_claims_and_they_are_there_when_the_session_is_opened_again(
    session: Workspace,
) -> None:
    reloading = at_work(session)
    assert found(session) == [
        "Forty roofs were torn off in Halden on Monday night", "nine barges sank in the harbour",
    ]  # fmt: skip
    own(session).write_text(
        RULES + "  - {id: own.count, title: C, kind: event, patterns: ['nobody counted']}\n"
    )
    assert saved(reloading) == "rules read again: 1 claim added"
    assert "Nobody counted the boats" in found(session)
    with open_workspace(session.folder.path) as again:
        assert found(again) == found(session)


def test_claims_are_shown_before_they_are_compared_with_what_still_holds_of_the_others(
    session: Workspace,
) -> None:
    reloading = at_work(session)
    before = session.analysis.comparison
    own(session).write_text(
        RULES + "  - {id: own.count, title: C, kind: event, patterns: ['nobody counted']}\n"
    )
    assert not reloading.changed()
    assert reloading.changed()
    fresh = reloading.find()
    assert "Nobody counted the boats" not in found(session)
    reloading.show(fresh)
    assert "Nobody counted the boats" in found(session)
    assert session.analysis.comparison == before
    reloading.take(reloading.compare(fresh))
    told = [one.claim for one in session.analysis.comparison.suggestions]
    assert told == [claim.id for claim in session.analysis.claims]


def test_what_edited_rules_found_is_kept_on_leaving(
    session: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(session.folder.path) as workspace:
        reloading = at_work(workspace)
        own(workspace).write_text(RULES.replace("roofs']", "rafts']"))
        saved(reloading)
    monkeypatch.setattr("factcheck.workspace.scan", lambda *_, **__: pytest.fail("it is scanned again"))
    with open_workspace(session.folder.path) as again:
        assert found(again) == found(workspace)


def test_a_judged_claim_that_no_rule_gives_any_more_keeps_its_verdict(session: Workspace) -> None:
    desk = session.desk("anna")
    reloading = Reloading(session, desk)
    reloading.prime()
    judged = desk.claim
    assert judged is not None
    desk.judge("supported")
    own(session).write_text(RULES.replace("roofs']", "rafts']"))
    assert saved(reloading) == "rules read again: 1 claim lost; 1 of them judged: the verdict is kept"
    mark = desk.mark(judged.id)
    assert mark is not None
    assert mark.verdict == "supported"
    assert judged.id in desk.facts.claims


def test_a_broken_rule_runs_on_as_it_was_until_it_is_mended(session: Workspace) -> None:
    reloading = at_work(session)
    before = found(session)
    own(session).write_text(RULES.replace("'{number:n} barges'", "'{nmber:n} barges'"))
    answer = saved(reloading)
    assert "own.yaml:11" in answer
    assert answer.startswith(
        "broken, runs on as it was: own.barges; rules read again: the claims are the same; error: "
    )
    assert reloading.broken
    assert found(session) == before
    own(session).write_text(RULES)
    assert saved(reloading) == "rules read again: the claims are the same"
    assert not reloading.broken


def test_a_file_with_broken_yaml_costs_no_rule(session: Workspace) -> None:
    reloading = at_work(session)
    before = found(session)
    own(session).write_text("version: 1\nrules: [{")
    assert saved(reloading).startswith("broken, runs on as it was: own.roofs and 1 more; ")
    assert found(session) == before


def test_a_deleted_rule_file_is_said_and_its_rules_run_on(session: Workspace) -> None:
    reloading = at_work(session)
    own(session).unlink()
    answer = saved(reloading)
    assert "no rule pack is called 'rules/own.yaml'" in answer
    assert found(session)


def test_other_articles_are_said_and_not_taken(session: Workspace, tmp_path: Path) -> None:
    reloading = at_work(session)
    (tmp_path / "wire.txt").write_text("Wire\n\nNine barges sank in Halden, the port said on Tuesday.\n")
    fill_session(session.folder.path, [str(tmp_path / "wire.txt")])
    with pytest.raises(BadInput, match="opening again compares them"):
        saved(reloading)
    assert len(session.analysis.articles) == 1


def test_words_that_turn_a_suggestion_name_the_own_verdicts_that_differ_now(tmp_path: Path) -> None:
    texts = {
        "post": "A freight train derailed near Holm, the police said.\n",
        "wire": "A freight train jumped the rails near Holm, the mayor said.\n",
    }
    with session_of(tmp_path, texts) as workspace:
        desk = workspace.desk("anna")
        reloading = Reloading(workspace, desk)
        reloading.prime()
        first, second = desk.facts.in_text
        desk.goto(first.id)
        desk.judge("left-open")
        desk.goto(second.id)
        desk.judge("supported")
        learn(workspace, "derailed = jumped the rails")
        assert not reloading.changed()
        assert reloading.changed()
        fresh = reloading.find()
        reloading.show(fresh)
        assert reloading.take(reloading.compare(fresh)) == "A1 is judged left open, suggested supported now"


def test_of_a_rule_switched_off_it_is_said_that_others_find_its_claims_too(tmp_path: Path) -> None:
    like = "  - id: own.{0}\n    title: The same\n    kind: event\n    patterns: ['{{number:n}} {0}']\n"
    text = f"{STORM}\nSeven roofs fell in Anse.\n"
    more = RULES.replace("own.roofs", "own.tops") + like.format("roofs")
    with session_of(tmp_path, {"post": text}, more) as workspace:
        reloading = at_work(workspace)
        workspace.folder.switch_rule("own.tops", on=False)
        assert saved(reloading) == "rules read again: the claims are the same: other rules find both too"
        workspace.folder.switch_rule("own.roofs", on=False)
        assert saved(reloading) == "rules read again: 2 claims lost"


def test_claims_lost_and_claims_that_others_find_are_told_apart(tmp_path: Path) -> None:
    text = f"{STORM}\nSeven roofs fell in Anse.\n"
    both = RULES.replace("'{number:n} roofs'", "'{number:n} roofs', '{number:n} barges'")
    with session_of(tmp_path, {"post": text}, both) as workspace:
        reloading = at_work(workspace)
        workspace.folder.switch_rule("own.roofs", on=False)
        assert saved(reloading) == "rules read again: 2 claims lost, 1 found by other rules too"
