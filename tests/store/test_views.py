"""The views for people who open the database elsewhere say what the program says."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import KINDS_OF_VERDICT, Event, EventType, Evidence
from factcheck.review.drafts import draft
from factcheck.review.events import Acts, claim_anchors
from factcheck.review.state import State
from factcheck.store import Store
from tests.factories import story

STORY = story()
CLAIMS = [claim.id for claim in STORY.claims[:4]]
acts_drawn = st.lists(
    st.tuples(
        st.sampled_from(["ada", "bo"]),
        st.sampled_from(["judge", "judge", "clear", "note", "undo", "redo"]),
        st.sampled_from(CLAIMS),
        st.sampled_from(list(KINDS_OF_VERDICT)),
    ),
    max_size=25,
)


@given(acts_drawn)
@settings(max_examples=25, deadline=None)
def test_the_views_agree_with_the_state(drawn: list[tuple[str, str, str, str]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "factcheck.db"
        with Store.open(path, create=True) as store:
            state = State()
            for reviewer, act, claim, verdict in drawn:
                acts = Acts(store, state, reviewer, claim_anchors(STORY))
                match act:
                    case "judge":
                        acts.judge([claim, CLAIMS[0]], verdict, None, CLAIMS[:2])  # type: ignore[arg-type]
                    case "clear":
                        acts.clear([claim])
                    case "note":
                        acts.note(claim, "" if verdict == "supported" else verdict)
                    case "undo":
                        acts.undo()
                    case _:
                        acts.redo()
        connection = sqlite3.connect(path)
        verdicts = connection.execute("SELECT claim, reviewer, verdict, at, event FROM verdicts").fetchall()
        notes = connection.execute("SELECT claim, reviewer, note FROM notes").fetchall()
        evidence = connection.execute("SELECT claim, reviewer, evidence, quote FROM evidence").fetchall()
        connection.close()
    marks = state.all_marks()
    quotes = {claim.id: claim.text for claim in STORY.claims}
    assert sorted(verdicts) == sorted(
        (mark.claim, mark.reviewer, mark.verdict, mark.at, mark.event) for mark in marks if mark.verdict
    )
    assert sorted(notes) == sorted((mark.claim, mark.reviewer, mark.note) for mark in marks if mark.note)
    assert sorted(evidence) == sorted(
        (mark.claim, mark.reviewer, each.claim, quotes[each.claim or ""])
        for mark in marks
        for each in mark.evidence
    )


def test_the_claims_view_quotes_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    with Store.open(path, create=True) as store:
        store.save_analysis("k", STORY)
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT id, article, source, quote FROM claims").fetchall()
    connection.close()
    articles = {article.id: article for article in STORY.articles}
    assert rows == [
        (claim.id, articles[claim.article].path, articles[claim.article].source, claim.text)
        for claim in STORY.claims
    ]


def see(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def act(type_: EventType, batch: str, claim: str | None = None, by: str = "ada", **fields: Any) -> Event:
    return draft(by, type_, batch, claim, **fields)


def test_the_sessions_verdict_stands_beside_the_reviewers_own(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    a, b, c = CLAIMS[:3]
    with Store.open(path, create=True) as store:
        store.append(
            [
                act("verdict", "1", a, verdict="supported"),
                act("verdict", "2", a, by="bo", verdict="unsourced"),
                act("adjudicate", "3", a, verdict="conflicting", kind="sources", note="as agreed"),
                act("adjudicate", "4", b, verdict="supported"),
                act("adjudicate", "5", b, by="bo", verdict="unsourced"),
                act("undo", "6", by="bo", target="5"),
                act("adjudicate", "7", c, verdict="supported"),
                act("adjudicate", "8", c, by="bo"),
            ]
        )
    rows = see(path, "SELECT claim, reviewer, verdict, kind, note FROM adjudicated ORDER BY verdict")
    assert rows == [
        (a, "ada", "conflicting", "sources", "as agreed"),
        (b, "ada", "supported", None, None),
    ]
    rows = see(path, "SELECT claim, reviewer, verdict FROM verdicts ORDER BY reviewer")
    assert rows == [(a, "ada", "supported"), (a, "bo", "unsourced")]


def test_acts_on_places_change_no_verdict_and_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    a, b = CLAIMS[:2]
    with Store.open(path, create=True) as store:
        store.append(
            [
                act("claim", "1", a),
                act("verdict", "2", a, verdict="supported"),
                act("note", "2", a, note="read it twice"),
                act("span", "3", a, target=b),
                act("tie", "4", a, target=b, detail="same"),
                act("carry", "5", a, target=b),
                act("refuse", "6", a, target=b),
                act("undo", "7", target="4"),
                act("import", "8", detail="from a file"),
                act("blind", "9"),
            ]
        )
    assert see(path, "SELECT claim, verdict FROM verdicts") == [(a, "supported")]
    assert see(path, "SELECT claim, note FROM notes") == [(a, "read it twice")]
    assert see(path, "SELECT type FROM events_in_force ORDER BY clock") == [
        (type_,) for type_ in ("claim", "verdict", "note", "span", "carry", "refuse")
    ]


def test_evidence_from_outside_is_shown_whole(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    outside = Evidence(
        url="https://example.org", archived="https://archive.example", seen="2025-01-02", text="it said so"
    )
    with Store.open(path, create=True) as store:
        store.append([act("verdict", "1", CLAIMS[0], verdict="supported", evidence=(outside,))])
    assert see(path, "SELECT evidence, quote, url, archived, seen, text FROM evidence") == [
        (None, None, outside.url, outside.archived, outside.seen, outside.text)
    ]


def test_sign_offs_are_listed_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    detail = {"sha256": "f" * 64, "claims": 13, "judged": 12, "left": 1, "note": "one is open"}
    with Store.open(path, create=True) as store:
        store.append(
            [
                act("sign", "1", detail=json.dumps(detail)),
                act("sign", "2", by="bo", detail="not as it should be"),
            ]
        )
    assert see(path, 'SELECT reviewer, sha256, claims, judged, "left", note FROM sign_offs') == [
        ("ada", *detail.values()),
        ("bo", None, None, None, None, None),
    ]
