"""Export as JSON, import into an empty copy, export again: the same, but for when it was exported."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model import KINDS_OF_VERDICT, Evidence
from factcheck.review import drafts
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.events import Acts, claim_anchors
from factcheck.reviewers import LOGIN_MARK
from factcheck.workspace import open_workspace
from tests.cli.shell import FERRY, RIVAL, ok

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.model import Anchor
    from factcheck.review.standing import Standing
    from factcheck.workspace import Workspace

REVIEWERS = ("Ada", "bo [/red]", f"{LOGIN_MARK}quillfeather", f"{LOGIN_MARK}wren", "reviewer 9")
NOTES = (
    "",
    "ask the harbour office",
    "see /home/ada/notes/ferry.txt",
    "Island Radio says so",
    "œ \u202e ⚓ \x1b[2J",
)
OUTSIDE = (
    Evidence(
        url="https://example.org/log", archived="https://example.org/a", seen="2025-05-07", text="12 hurt"
    ),
    Evidence(url="file:///home/ada/log.pdf"),
    Evidence(text="the log of the harbour office, page 4"),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session of two articles, the source of one of them withheld."""
    home = tmp_path_factory.mktemp("round")
    (home / "in").mkdir()
    (home / "in" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (home / "in" / "rival.txt").write_text(RIVAL, encoding="utf-8")
    ok("new", home / "story", home / "in")
    yaml = home / "story" / "session.yaml"
    said = yaml.read_text(encoding="utf-8")
    yaml.write_text(
        said.replace("source: Island Radio", "source: Island Radio\n    redact: true"), encoding="utf-8"
    )
    ok("export", home / "story", "--format", "json")
    return home / "story"


def exported(session: Path, file: Path) -> dict[str, Any]:
    ok("export", session, "--format", "json", "-o", file)
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    assert found["session"].pop("exported_at")
    return found


# --- what people do -------------------------------------------------------------------------

claims = st.integers(0, 30)
words = st.tuples(st.integers(0, 60), st.integers(3, 30))
an_act = st.one_of(
    st.tuples(
        st.just("judge"),
        claims,
        st.sampled_from(list(KINDS_OF_VERDICT)),
        st.integers(0, 3),
        st.sampled_from(NOTES),
    ),
    st.tuples(st.sampled_from(["clear", "undo", "redo", "sign", "rules"]), claims),
    st.tuples(st.just("note"), claims, st.sampled_from(NOTES)),
    st.tuples(st.sampled_from(["hand", "span"]), claims, words),
    st.tuples(st.just("tie"), claims, st.booleans()),
    st.tuples(st.just("speak"), claims, st.sampled_from(["", "Ida Roth", "the harbour master"])),
    st.tuples(st.just("adjudicate"), claims, st.sampled_from(list(KINDS_OF_VERDICT)), st.sampled_from(NOTES)),
)


def perform(workspace: Workspace, reviewer: str, act: tuple[Any, ...]) -> None:
    how = workspace.standing()
    acts = Acts(workspace.store, how.state, reviewer, claim_anchors(how.analysis))
    ids = [claim.id for claim in how.analysis.claims]
    claim, other = ids[act[1] % len(ids)], ids[(act[1] + 1) % len(ids)]
    simple: dict[str, Callable[[], object]] = {
        "clear": lambda: acts.clear([claim]),
        "undo": acts.undo,
        "redo": acts.redo,
        "rules": lambda: acts.switch_rule("off quantity.people"),
        "sign": lambda: workspace.sign(reviewer, "as far as I can tell"),
    }
    match act:
        case ("judge", _, verdict, number, note):
            kinds = KINDS_OF_VERDICT[verdict]
            evidence = [other, *OUTSIDE[:number]]
            acts.judge([claim], verdict, kinds[number % len(kinds)] if kinds else None, evidence, note)
        case ("note", _, note):
            acts.note(claim, note)
        case ("hand", _, (start, length)):
            article = how.analysis.articles[act[1] % len(how.analysis.articles)]
            anchor = make_anchor(article, start, min(start + length, len(article.text)))
            acts.do([drafts.hand_marked(reviewer, anchor)])
        case ("span", _, _):
            acts.do([drafts.new_span(reviewer, claim, shorter(how, claim))])
        case ("tie", _, same):
            acts.do([drafts.tied(reviewer, claim, other, same=same)])
        case ("speak", _, name):
            there = claim_anchors(how.analysis)(claim)
            assert there is not None
            acts.do([drafts.spoken(reviewer, how.state, claim, there, name)])
        case ("adjudicate", _, verdict, note):
            stands = claim_anchors(how.analysis)(claim)
            acts.do([drafts.adjudicated(reviewer, how.state, claim, stands, verdict, note=note)])
        case (name, _):
            simple[name]()


def shorter(how: Standing, claim: str) -> Anchor:
    """The claim without its last character."""
    found = next(each for each in how.analysis.claims if each.id == claim)
    article = next(each for each in how.analysis.articles if each.id == found.article)
    return make_anchor(article, found.start, max(found.start + 1, found.end - 1))


@given(st.lists(st.tuples(st.sampled_from(REVIEWERS), an_act), max_size=12))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_export_import_export_is_the_same(
    template: Path, tmp_path: Path, drawn: list[tuple[str, tuple[Any, ...]]]
) -> None:
    ours, copy = tmp_path / "ours" / "story", tmp_path / "copy" / "story"
    for each in (ours, copy):
        shutil.rmtree(each, ignore_errors=True)
        shutil.copytree(template, each)
    with open_workspace(ours) as workspace:
        for reviewer, act in drawn:
            perform(workspace, reviewer, act)
    first = exported(ours, tmp_path / "first.json")
    ok("import", copy, tmp_path / "first.json")
    assert exported(copy, tmp_path / "second.json") == first
    ok("import", ours, tmp_path / "second.json")
    assert exported(ours, tmp_path / "third.json") == first


def test_one_of_each_act_makes_the_round_trip(template: Path, tmp_path: Path) -> None:
    ours, copy = tmp_path / "ours" / "story", tmp_path / "copy" / "story"
    for each in (ours, copy):
        shutil.copytree(template, each)
    done: list[tuple[str, tuple[Any, ...]]] = [
        (REVIEWERS[2], ("judge", 0, "conflicting", 3, NOTES[2])),
        (REVIEWERS[0], ("judge", 0, "supported", 1, NOTES[3])),
        (REVIEWERS[0], ("judge", 1, "unsourced", 0, NOTES[4])),
        (REVIEWERS[0], ("undo", 0)),
        (REVIEWERS[0], ("redo", 0)),
        (REVIEWERS[3], ("hand", 1, (2, 9))),
        (REVIEWERS[0], ("span", 0, (0, 3))),
        (REVIEWERS[1], ("tie", 0, False)),
        (REVIEWERS[3], ("speak", 1, "Ida Roth")),
        (REVIEWERS[1], ("adjudicate", 0, "left-open", NOTES[1])),
        (REVIEWERS[2], ("sign", 0)),
        (REVIEWERS[4], ("note", 1, NOTES[1])),
        (REVIEWERS[4], ("clear", 1)),
    ]
    with open_workspace(ours) as workspace:
        for reviewer, act in done:
            perform(workspace, reviewer, act)
    first = exported(ours, tmp_path / "first.json")
    types = {event["type"] for event in first["events"]}
    assert types >= {
        "verdict",
        "note",
        "undo",
        "redo",
        "claim",
        "span",
        "speaker",
        "tie",
        "adjudicate",
        "sign",
    }
    whole = (tmp_path / "first.json").read_text(encoding="utf-8")
    assert not [word for word in ("quillfeather", "wren", "/home/ada", "Island Radio says") if word in whole]
    ok("import", copy, tmp_path / "first.json")
    assert exported(copy, tmp_path / "second.json") == first


def test_a_verdict_made_on_an_earlier_version_goes_there_and_back(template: Path, tmp_path: Path) -> None:
    story, other = tmp_path / "story", tmp_path / "other"
    shutil.copytree(template, story)
    with open_workspace(story) as workspace:
        claims = [claim for claim in workspace.analysis.claims if claim.article == "a1"]
        acts = Acts(workspace.store, workspace.state(), "Ada", claim_anchors(workspace.analysis))
        acts.judge([claim.id for claim in claims], "supported", "origins", note="read twice")
    with open_workspace(story) as workspace:
        path = story / workspace.analysis.articles[0].path
    later = path.read_text(encoding="utf-8").replace(
        "\n\n", "\n\nThe harbour was closed for the night.\n\n", 1
    )
    path.write_text(later.replace("12 people", "14 people"), encoding="utf-8")
    first = exported(story, tmp_path / "first.json")
    assert [each["article"] for each in first["versions"]] == ["a1"]
    shutil.copytree(story, other, ignore=shutil.ignore_patterns("factcheck.db*"))
    ok("import", other, tmp_path / "first.json")
    assert exported(other, tmp_path / "second.json") == first
