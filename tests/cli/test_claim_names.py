"""Claims by the names that people see: the cite of the app and the beginning of the id, side by side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.shell import ok, run

if TYPE_CHECKING:
    from pathlib import Path


def by_cite(session: Path) -> dict[str, list[str]]:
    """The ids of the claims of each paragraph, from the program's own report."""
    from factcheck.cli.naming import cites
    from factcheck.workspace import open_workspace

    found: dict[str, list[str]] = {}
    with open_workspace(session) as workspace:
        for claim, cite in cites(workspace.analysis).items():
            found.setdefault(cite, []).append(claim)
    return found


def test_a_cite_names_a_claim_where_one_alone_stands_there(session: Path) -> None:
    cite, (claim,) = next((cite, ids) for cite, ids in by_cite(session).items() if len(ids) == 1)
    ok("mark", session, cite, "unsourced", "--reviewer", "Anna")
    (event,) = json.loads(ok("history", session, "--format", "json"))
    assert event["claim"] == claim
    assert f" {cite} {claim[:8]} " in ok("history", session)


def test_a_cite_of_several_claims_lists_them_and_changes_nothing(tmp_path: Path) -> None:
    article, session = tmp_path / "ferry.txt", tmp_path / "two"
    article.write_text(
        "The ferry hit the quay at 8 am and 12 people were hurt. It was carrying 240 passengers on Monday.",
        encoding="utf-8",
    )
    ok("new", session, article)
    names = by_cite(session)
    assert list(names) == ["A1a", "A1b"]
    cite, ids = "A1", [claim for found in names.values() for claim in found]
    refused = run("mark", session, cite, "unsourced", "--reviewer", "Anna")
    assert refused.exit_code == 2
    (line,) = refused.stderr.splitlines()
    assert f"{len(ids)} claims stand in {cite}" in line
    assert all(f"{name} {claim[:8]}" in line for name, (claim,) in names.items())
    assert json.loads(ok("history", session, "--format", "json")) == []
    ok("mark", session, "A1b", "unsourced", "--reviewer", "Anna")
    assert [event["claim"] for event in json.loads(ok("history", session, "--format", "json"))] == names[
        "A1b"
    ]


def test_a_cite_where_no_claim_stands_says_so(session: Path) -> None:
    refused = run("mark", session, "B999", "unsourced")
    assert refused.exit_code == 2
    assert "no claim stands in B999" in refused.stderr


def test_a_claim_that_stands_nowhere_now_has_its_id_alone(session: Path) -> None:
    cite, (claim,) = next((cite, ids) for cite, ids in by_cite(session).items() if len(ids) == 1)
    ok("mark", session, cite, "unsourced", "--reviewer", "Anna")
    for article in (session / "articles").iterdir():
        article.write_text("Nothing of the kind was ever said here by anybody.", encoding="utf-8")
    told = ok("history", session)
    assert f"  {claim[:8]} " in told
    assert cite not in told.split()
