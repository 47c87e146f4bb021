"""The views for people who open the database elsewhere say what the program says."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import KINDS_OF_VERDICT
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
