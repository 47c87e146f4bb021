"""The event log in words, and which acts are undone: the same answer as the state of a session gives."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Anchor, Event, EventType, Evidence
from factcheck.review.history import HistoryRow, rows
from factcheck.review.state import ACTS, replay
from factcheck.wording.undone import RECORDS, undone

X, Y = "1" * 16, "2" * 16


def act(number: int, type: str, **rest: Any) -> Event:  # noqa: A002
    known: dict[str, Any] = {
        "id": f"e{number}",
        "clock": f"{number:06}",
        "at": f"2026-03-05T10:{number:02}:00Z",
        "reviewer": "anna",
        "type": type,
        "batch": f"b{number}",
    }
    return Event(**known | rest)


def told(*events: Event) -> list[HistoryRow]:
    return list(rows(events))


def at(words: str) -> Anchor:
    return Anchor("0" * 64, 0, len(words), words, "", "")


def test_each_verdict_says_what_it_took_the_place_of() -> None:
    found = told(
        act(1, "verdict", claim=X, verdict="supported", anchor=at("the words")),
        act(
            2,
            "verdict",
            claim=X,
            verdict="conflicting",
            kind="sources",
            replaces="e1",
            evidence=(Evidence(),),
        ),
        act(3, "clear", claim=X, replaces="e2"),
        act(4, "verdict", claim=X, verdict="unsourced", replaces="e3"),
    )
    assert [(row.what, row.was) for row in found] == [
        ("supported", ""),
        ("conflicting, sources disagree, on 1 piece of evidence", "supported"),
        ("verdict cleared", "conflicting, sources disagree"),
        ("unsourced", "no verdict"),
    ]
    assert {row.quote for row in found} == {"the words"}
    assert found[0].claim == X


def test_notes_and_adjudications_say_it_as_well() -> None:
    found = told(
        act(1, "note", claim=X, note="ask"),
        act(2, "note", claim=X, note="asked", replaces="e1"),
        act(3, "note", claim=X, note="", replaces="e2"),
        act(4, "adjudicate", claim=X, verdict="supported", kind="origins", note="both"),
        act(5, "adjudicate", claim=X, reviewer="ben", replaces="e4"),
    )
    assert [(row.what, row.note, row.was) for row in found] == [
        ("note", "ask", ""),
        ("note", "asked", "“ask”"),
        ("note removed", "", "“asked”"),
        ("adjudicated: supported, several origins", "both", ""),
        ("adjudication withdrawn", "", "supported, several origins"),
    ]


def test_moves_and_ties_name_both_ends() -> None:
    found = told(
        act(1, "claim", claim=X, anchor=at("first words")),
        act(2, "span", claim=X, target=Y, anchor=at("first words and more")),
        act(3, "carry", claim=X, target=Y, anchor=at("words of today")),
        act(4, "refuse", claim=X, target=Y, anchor=at("other words")),
        act(5, "tie", claim=X, target=Y, detail="same"),
        act(6, "tie", claim=X, target=Y, detail="apart"),
    )
    assert [row.what for row in found] == [
        "marked by hand",
        "span changed to “first words and more”",
        f"place confirmed, now {Y}",
        f"place refused, not {Y}",
        f"same fact as {Y}",
        f"not the same fact as {Y}",
    ]
    assert [row.quote for row in found[1:4]] == ["first words and more", "words of today", "other words"]
    assert {row.was for row in found[1:4]} == {"“first words”"}


def test_records_have_words_too() -> None:
    said = json.dumps({"sha256": "ab", "claims": 5, "judged": 3, "left": 2, "note": "print"})
    found = told(
        act(1, "blind"),
        act(2, "blind", detail="suggestions"),
        act(3, "reveal"),
        act(4, "sign", detail=said),
        act(5, "sign", detail="[1]"),
        act(6, "sign", detail="[" * 100_000),
        act(7, "import", detail="4 verdicts"),
        act(8, "merge", detail="2 events"),
        act(9, "rules", detail="off: toll"),
    )
    assert [row.what for row in found] == [
        "works blind: others' verdicts hidden",
        "works blind: others' verdicts hidden, suggestions hidden too",
        "revealed: others' verdicts shown",
        "signed off: 3 of 5 claims judged, 2 without a verdict; report SHA-256 ab; print",
        "signed off",
        "signed off",
        "import: 4 verdicts",
        "merge: 2 events",
        "rules: off: toll",
    ]


def test_every_type_of_event_has_words() -> None:
    for number, name in enumerate(get_args(EventType)):
        (row,) = told(act(number, name, claim=X, target=Y))
        assert row.what
        assert "None" not in row.what


def test_what_was_undone_is_marked_and_undo_says_what_it_took_back() -> None:
    events = [
        act(1, "verdict", claim=X, verdict="supported", batch="b1"),
        act(2, "verdict", claim=Y, verdict="supported", batch="b1"),
        act(3, "undo", target="b1"),
        act(4, "undo", target="b1", reviewer="ben"),
    ]
    found = told(*events)
    assert [row.undone for row in found] == [True, True, False, False]
    assert found[2].what == f"undo of supported on {X}; supported on {Y}"
    assert found[3].what == "undo of an act that is not in this log"
    redone = told(*events, act(5, "redo", target="b1"))
    assert not any(row.undone for row in redone)
    assert redone[4].what.startswith("redo of supported")


def test_the_order_is_the_logs_whatever_the_order_given() -> None:
    events = [act(n, "verdict", claim=X, verdict="supported") for n in range(3)]
    for shuffled in permutations(events):
        assert [row.event for row in rows(shuffled)] == ["e0", "e1", "e2"]
    assert len(rows([*events, *events])) == 3


drawn = st.lists(
    st.tuples(
        st.sampled_from(["verdict", "clear", "note", "tie", "undo", "undo", "redo", "sign", "reveal"]),
        st.sampled_from(["anna", "ben"]),
        st.integers(0, 6),
    ),
    max_size=30,
)


@given(drawn)
@settings(max_examples=300, deadline=None)
def test_an_act_is_undone_where_the_state_has_it_out(acts: list[tuple[str, str, int]]) -> None:
    events = []
    for number, (kind, reviewer, batch) in enumerate(acts):
        event = act(number, kind, reviewer=reviewer)
        if kind in ("undo", "redo"):
            events.append(replace(event, target=f"{reviewer}{batch}"))
        else:
            verdict = "supported" if kind == "verdict" else None
            given_to: dict[str, Any] = {"claim": X, "target": Y, "verdict": verdict, "note": "n"}
            events.append(replace(event, batch=f"{reviewer}{batch}", **given_to))
    in_force = {event.id for event in replay(events).in_force(*ACTS)}
    out = undone(events)
    for event in events:
        if event.type in ACTS:
            assert ((event.reviewer, event.batch) in out) != (event.id in in_force)
    assert set(get_args(EventType)) == ACTS | RECORDS
