"""``factcheck agreement`` as two reviewers of one session meet it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.report.table import columns
from factcheck.review.drafts import adjudicated, blinded, revealed
from factcheck.review.events import Acts, claim_anchors
from factcheck.reviewers import LOGIN_MARK
from factcheck.session import SessionFolder
from factcheck.store import Store
from factcheck.workspace import open_workspace
from tests.cli.shell import run

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Event, VerdictName

PLACES = ("Tolme", "Orsa", "Velm", "Karst", "Dunow", "Harrel")
WIDE = "Ана 渡船"


@pytest.fixture
def session(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, source in enumerate(("The Gazette", "Island Radio")):
        body = "\n\n".join(
            f"A total of {12 + at + number} people were injured at {place} on Monday, the coast guard said."
            for at, place in enumerate(PLACES)
        )
        (folder / f"{number}.txt").write_text(f"Source: {source}\nDate: 2025-05-06\n\n{body}\n", "utf-8")
    target = tmp_path / "story"
    assert run("new", target, folder).exit_code == 0
    return target


def judge(session: Path, verdicts: dict[str, list[VerdictName]]) -> list[str]:
    """Verdicts of each reviewer in the order of the claims; gives the claims."""
    with open_workspace(session) as workspace:
        ids = [claim.id for claim in workspace.analysis.claims]
        assert len(ids) >= 12
        for reviewer, said in verdicts.items():
            acts = Acts(workspace.store, workspace.state(), reviewer, claim_anchors(workspace.analysis))
            for claim, verdict in zip(ids, said, strict=False):
                acts.judge([claim], verdict)
    return ids


def append(session: Path, *events: Event) -> None:
    with Store.open(SessionFolder.open(session).database, create=True) as store:
        store.append(events)


def answer(session: Path, *words: str) -> dict[str, Any]:
    result = run("agreement", session, "--format", "json", *words)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


MIXED: list[VerdictName] = ["supported", "conflicting"] * 6
DISSENT: list[VerdictName] = [*MIXED[:10], "unsourced", "supported"]


def test_fewer_than_two_reviewers_is_one_line_and_no_error(session: Path) -> None:
    for who in ("no verdicts yet", "only Ana"):
        result = run("agreement", session)
        assert (result.exit_code, result.stderr) == (0, "")
        (line,) = result.stdout.splitlines()
        assert who in line
        judge(session, {"Ana": MIXED[:1]})


def test_the_tables_fit_and_hold_every_section(session: Path) -> None:
    ids = judge(session, {WIDE: MIXED, "Ben\u202e": DISSENT, "Cy": DISSENT[:11]})
    result = run("agreement", session)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert max(map(columns, lines)) <= 80
    assert "\u202e" not in result.stdout
    for head in ("All claims", "By rule", "By article", "By pair", "To adjudicate: 2 claims"):
        assert any(line.startswith(head) for line in lines), head
    assert "nan" not in result.stdout.lower().split()
    # Two of three agree on the eleventh claim, nobody on the twelfth.
    listed = [line.split()[1:3] for line in lines if line[5:13] in {each[:8] for each in ids}]
    assert listed == [[ids[11][:8], "0"], [ids[10][:8], "33"]]
    assert all(re.fullmatch(r"[AB]\d+ *", line[:5]) for line in lines if line[5:13] == ids[11][:8])


def test_json_has_figures_intervals_and_words(session: Path) -> None:
    judge(session, {"Ana": MIXED, "Ben": DISSENT})
    found = answer(session)
    every = found["agreement"][0]
    assert (every["scope"], every["claims"], every["reviewers"]) == ("all", 12, ["Ana", "Ben"])
    assert every["percent"]["value"] == pytest.approx(10 / 12)
    # Ana: 6 and 6; Ben: 6 supported, 5 conflicting, 1 unsourced.
    chance = (6 * 6 + 6 * 5) / 144
    kappa = (10 / 12 - chance) / (1 - chance)
    assert every["cohen"]["value"] == pytest.approx(kappa)
    assert every["cohen"]["low"] < kappa < every["cohen"]["high"]
    assert every["cohen"]["words"] == "substantial"
    assert every["alpha"]["words"] in ("reliable", "for tentative conclusions")
    assert {row["scope"] for row in found["agreement"]} == {"all", "rule", "article", "pair"}
    assert answer(session) == found


def test_a_unanimous_session_says_why_there_is_no_kappa(session: Path) -> None:
    judge(session, {"Ana": ["supported"] * 12, "Ben": ["supported"] * 12})
    every = answer(session)["agreement"][0]
    assert every["percent"]["value"] == 1.0
    for name in ("cohen", "fleiss", "alpha"):
        assert every[name]["value"] is None
        assert "chance" in every[name]["why"]
    text = run("agreement", session).stdout
    assert "undefined because every verdict is the same one" in text
    assert "Nothing to adjudicate." in text


def test_a_login_name_is_a_number_in_json(session: Path) -> None:
    judge(session, {"Ana": MIXED, LOGIN_MARK + "jdoe": DISSENT})
    result = run("agreement", session, "--format", "json")
    assert json.loads(result.stdout)["reviewers"] == ["Ana", "reviewer 1"]
    assert "jdoe" not in result.stdout
    assert "jdoe" in run("agreement", session).stdout


def test_what_was_adjudicated_is_off_the_list_and_beside_the_verdicts(session: Path) -> None:
    ids = judge(session, {"Ana": MIXED, "Ben": DISSENT})
    with open_workspace(session) as workspace:
        state = workspace.standing().state
        append(session, adjudicated("Dora", state, ids[10], None, "unsourced", "vague", "asked the port"))
    text = run("agreement", session).stdout
    assert "To adjudicate: 1 claim, lowest agreement first; 1 adjudicated already." in text
    first, second = answer(session)["adjudication"]
    assert [mark["verdict"] for mark in first["marks"]] == ["supported", "unsourced"]
    assert first["adjudicated"]["reviewer"] == "Dora"
    assert first["session"] == {"verdict": "unsourced", "kind": "vague", "how": "adjudicated"}
    assert (second["adjudicated"], second["session"]["how"]) == (None, "unresolved")
    assert answer(session)["reviewers"] == ["Ana", "Ben"]  # who adjudicates is no third reviewer


def test_who_reviews_blind_must_reveal_first(session: Path) -> None:
    judge(session, {"Ana": MIXED, "Ben": DISSENT})
    append(session, blinded("Ben"))
    for form in ("table", "json"):
        result = run("agreement", session, "--reviewer", "Ben", "--format", form)
        assert (result.exit_code, result.stdout) == (2, "")
        (line,) = result.stderr.splitlines()
        assert "agreement shows others' verdicts" in line
        assert "reveal first" in line
    assert run("agreement", session, "--reviewer", "Ana").exit_code == 0
    append(session, revealed("Ben"))
    assert run("agreement", session, "--reviewer", "Ben").exit_code == 0


def test_verdicts_that_were_given_after_looking_are_counted_apart(session: Path) -> None:
    judge(session, {"Ana": MIXED, "Ben": DISSENT[:5]})
    assert answer(session)["not_blind"] == {}
    append(session, revealed("Ben"))
    judge(session, {"Ben": DISSENT[:7]})  # five of them stand as they were
    assert answer(session)["not_blind"] == {"Ben": 2}
    text = run("agreement", session).stdout
    assert "Ben gave 2 verdicts after others' were revealed: not independent ones." in text


def test_a_folder_that_is_no_session_is_bad_input(tmp_path: Path) -> None:
    result = run("agreement", tmp_path)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
