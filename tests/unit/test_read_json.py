"""JSON read back: whatever a file holds, it is read, or refused in words."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Evidence, claim_id
from factcheck.problems import BadInput
from factcheck.report.read_json import LARGEST, Told, read_export
from factcheck.review.rounds.merge import MergePlan, merge_plan
from tests.factories import digest
from tests.unit.test_merge import NOW, TEXT, TEXTS, act, id_of, place

ANCHOR = place("found on the ice")
EVIDENCE = (
    Evidence(claim=id_of(ANCHOR), anchor=ANCHOR),
    Evidence(url="https://example.org", seen="2026-09-01"),
)
EVENTS = (
    act(1, evidence=EVIDENCE),
    act(2, "note", reviewer="bo"),
    act(3, "undo", claim=None, anchor=None, target="b0001"),
)
ARTICLE = {"id": "a1", "path": "articles/ice.txt", "text_sha256": digest(TEXT)}
EXPORT: dict[str, Any] = {"articles": [ARTICLE], "claims": [], "events": [asdict(event) for event in EVENTS]}
CLAIM = {
    "id": id_of(ANCHOR),
    "article": "a1",
    "start": ANCHOR.start,
    "end": ANCHOR.end,
    "text": ANCHOR.exact,
    "verdicts": [
        {
            "reviewer": "bot",
            "verdict": "conflicting",
            "kind": "sources",
            "note": "nine or six",
            "evidence": [{"article": "a1", "start": 0, "end": 9}, {"text": "a page of the log"}],
            "at": "2026-09-21T10:00:00Z",
        }
    ],
}
SCRIPT: dict[str, Any] = {"articles": [ARTICLE], "claims": [CLAIM]}


def told(document: object) -> Told:
    return read_export(json.dumps(document).encode(), "x.json", TEXTS, {id_of(ANCHOR): ANCHOR})


def planned(found: Told) -> MergePlan:
    """What would come in; events made here get the clock that they come without."""
    clock, at = f"{NOW:013d}-00000", "2026-09-21T10:00:00Z"
    events = [e if e.clock else replace(e, clock=clock, at=e.at or at) for e in found.events]
    return merge_plan([], events, TEXTS, now_ms=NOW)


def test_events_come_back_as_they_were_printed() -> None:
    found = told(EXPORT)
    assert found.events == EVENTS
    assert found.articles == {digest(TEXT): "articles/ice.txt"}
    assert (found.problems, found.made) == ((), False)


def test_verdicts_of_a_script_become_the_same_events_each_time() -> None:
    first, again = told(SCRIPT), told(json.loads(json.dumps(SCRIPT, sort_keys=True)))
    assert first == again
    assert first.made
    verdict, note = first.events
    assert (verdict.type, verdict.reviewer, verdict.verdict, verdict.kind) == (
        "verdict", "bot", "conflicting", "sources",
    )  # fmt: skip
    assert (note.type, note.note, note.batch) == ("note", "nine or six", verdict.batch)
    assert verdict.claim == claim_id(digest(TEXT), ANCHOR.start, ANCHOR.end)
    assert verdict.anchor is not None
    assert TEXT[: verdict.anchor.start].endswith(verdict.anchor.prefix)
    span, outside = verdict.evidence
    assert span.anchor is not None
    assert (span.anchor.exact, outside.text) == (TEXT[:9], "a page of the log")


def test_another_verdict_of_a_script_is_another_event() -> None:
    changed = deepcopy(SCRIPT)
    changed["claims"][0]["verdicts"][0]["verdict"] = "supported"
    changed["claims"][0]["verdicts"][0]["kind"] = None
    ids = {event.id for event in told(SCRIPT).events}
    assert ids.isdisjoint({event.id for event in told(changed).events})


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": "lost on the ice!"}, None),
        ({"id": "0" * 16}, "its id is not that of its place"),
        ({"article": "a9"}, "its article or its place is none"),
        ({"start": "12"}, "its article or its place is none"),
        ({"verdicts": {}}, None),
        ({"text": None, "end": 4_000}, None),
        ({"verdicts": "supported"}, "its verdicts is no list"),
        ({"verdicts": [{"reviewer": "bot", "verdict": "supported", "colour": 1}]}, "'colour' is not known"),
        ({"verdicts": [{"reviewer": "bot", "evidence": [{}]}]}, "neither a place nor an address"),
        ({"verdicts": [{"reviewer": "bot", "evidence": [{"claim": "0" * 16}]}]}, "no claim of this session"),
        ({"verdicts": [{"reviewer": "bot", "note": 3}]}, "a note is no text"),
    ],
)
def test_what_a_script_got_wrong_is_said(change: dict[str, Any], why: str | None) -> None:
    found = told({**SCRIPT, "claims": [CLAIM | change]})
    assert planned(found).new == ()
    if why is not None:
        assert [why in problem.why for problem in found.problems] == [True]


def test_what_a_script_got_right_comes_in() -> None:
    assert len(planned(told(SCRIPT)).new) == 2


def test_a_file_too_large_to_read_is_refused() -> None:
    with pytest.raises(BadInput, match="too large"):
        read_export(b" " * (LARGEST + 1), "x.json", {}, {})


# --- whatever stands in a file --------------------------------------------------------------

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
    | st.sampled_from(["a1", id_of(ANCHOR), digest(TEXT), "verdict", "supported", "\ud800", "\x1b[2J"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def spots(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(spot for key, value in items for spot in spots(value, (*path, key)))]


@given(st.sampled_from([EXPORT, SCRIPT]), st.data())
def test_a_file_that_was_spoilt_anywhere_is_read_or_refused_and_never_let_in_half(
    document: dict[str, Any], data: st.DataObject
) -> None:
    spoilt = deepcopy(document)
    for _ in range(data.draw(st.integers(1, 3))):
        spot = data.draw(st.sampled_from([spot for spot in spots(spoilt) if spot]))
        parent = spoilt
        for key in spot[:-1]:
            parent = parent[key]
        parent[spot[-1]] = data.draw(anything)
    try:
        found = told(spoilt)
    except BadInput:
        return
    assert all("\n" not in str(problem) for problem in found.problems)
    plan = planned(found)
    for event in plan.new:
        json.dumps(asdict(event), ensure_ascii=False).encode()
        assert event.anchor is None or TEXT[event.anchor.start : event.anchor.end] == event.anchor.exact
