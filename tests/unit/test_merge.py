"""Two logs become one: as sets of events, whatever the order, and with nothing let in that does not fit."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import KINDS_OF_VERDICT, Anchor, Event, EventType, Evidence, claim_id
from factcheck.review.rounds.merge import (
    DIFFERS,
    LOCAL,
    MISTYPED,
    TAMPERED,
    TWICE,
    Conflict,
    merge_plan,
    union,
)
from factcheck.review.rounds.soundness import MOST_EVIDENCE, MOST_NOTE
from factcheck.review.state import replay
from tests.factories import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "Six sheep were found on the ice on Friday. The shepherd said that nine had been missing since noon.\n"
OTHER = "Nine sheep are missing, the shepherd said. Six of them were found on the ice.\n"
TEXTS = {digest(TEXT): TEXT, digest(OTHER): OTHER}
NOW = 1_790_000_000_000
SORTS: tuple[EventType, ...] = ("verdict", "clear", "note", "undo", "redo", "import")
WORDS = ("Six sheep", "found on the ice", "nine had been missing", "The shepherd")


def place(words: str, text: str = TEXT) -> Anchor:
    start = text.index(words)
    end = start + len(words)
    return Anchor(digest(text), start, end, words, text[max(0, start - 8) : start], text[end : end + 8])


def id_of(anchor: Anchor) -> str:
    return claim_id(anchor.text_sha256, anchor.start, anchor.end)


def act(number: int, type_: EventType = "verdict", words: str = WORDS[0], **rest: Any) -> Event:
    anchor = place(words)
    known: dict[str, Any] = {
        "id": f"e{number:04}",
        "clock": f"{NOW - 1_000_000 + number:013d}-00000",
        "at": "2026-09-21T10:00:00.000Z",
        "reviewer": "ada",
        "type": type_,
        "batch": f"b{number:04}",
        "claim": id_of(anchor),
        "anchor": anchor,
    }
    if type_ == "verdict":
        known["verdict"] = "supported"
    if type_ == "note":
        known["note"] = "ask the shepherd"
    return Event(**known | rest)


# --- logs, drawn by hypothesis --------------------------------------------------------------


@st.composite
def logs(draw: st.DrawFn) -> tuple[tuple[Event, ...], ...]:
    """Three parts of one world's events, which overlap; undo and redo point at batches of any of them."""
    reviewers = st.sampled_from(["ada", "bo", "~cy"])
    everything: list[Event] = []
    for number in range(draw(st.integers(0, 14))):
        clock = f"{NOW + draw(st.integers(0, 6)):013d}-00000"
        sort: EventType = draw(st.sampled_from(SORTS))
        own: dict[str, Any] = {"reviewer": draw(reviewers), "clock": clock}
        if sort in ("undo", "redo"):
            target = f"b{draw(st.integers(0, 13)):04}"
            event = act(number, sort, claim=None, anchor=None, target=target, **own)
        elif sort == "import":
            event = act(number, sort, claim=None, anchor=None, detail="2 acts", **own)
        else:
            words = draw(st.sampled_from(WORDS))
            if sort == "verdict":
                own["verdict"] = draw(st.sampled_from(list(KINDS_OF_VERDICT)))
            event = act(number, sort, words, **own)
        everything.append(event)
    parts = st.lists(st.sampled_from(everything), unique=True) if everything else st.just([])
    return tuple(tuple(draw(parts)) for _ in range(3))


@given(logs())
def test_merging_is_a_union_of_sets(drawn: tuple[tuple[Event, ...], ...]) -> None:
    a, b, c = drawn
    assert union(a, b) == union(b, a)
    assert union(union(a, b), c) == union(a, union(b, c))
    assert union(union(a, b), b) == union(a, b)
    assert set(union(a, b)) == {*a, *b}


@given(logs(), st.integers())
def test_what_comes_of_it_does_not_depend_on_the_order(
    drawn: tuple[tuple[Event, ...], ...], seed: int
) -> None:
    a, b, c = drawn
    merged = union(union(a, b), c)
    shuffled = list(merged)
    Random(seed).shuffle(shuffled)
    marks = replay(merged).all_marks()
    assert replay(shuffled).all_marks() == marks
    assert replay((*c, *b, *a)).all_marks() == marks


@given(logs())
def test_files_come_in_one_after_the_other_in_any_order(drawn: tuple[tuple[Event, ...], ...]) -> None:
    ours, *files = drawn

    def after(files: Sequence[Sequence[Event]]) -> tuple[Event, ...]:
        log = tuple(ours)
        for file in files:
            plan = merge_plan(log, file, TEXTS, now_ms=NOW)
            assert not plan.refused
            log = union(log, plan.new)
        return log

    once = after(files)
    assert after(files[::-1]) == once
    assert after([*files, *files]) == once
    assert not [event for event in once if event not in ours and event.type in LOCAL]


@given(logs())
def test_union_is_one_thing_even_where_an_id_names_two_acts(drawn: tuple[tuple[Event, ...], ...]) -> None:
    a, b, c = drawn
    forged = tuple(replace(event, note="another") for event in b)
    assert union(a, forged) == union(forged, a)
    assert union(union(a, forged), c) == union(a, union(forged, c))
    assert len({event.id for event in union(a, forged)}) == len(union(a, forged))


# --- what a plan says -----------------------------------------------------------------------


def test_a_plan_tells_new_from_known_and_leaves_local_audit_at_home() -> None:
    ours = [act(1), act(2, "note")]
    theirs = [act(3, reviewer="bo"), ours[0], act(4, "import", claim=None, anchor=None, detail="9 acts")]
    plan = merge_plan(ours, theirs, TEXTS, now_ms=NOW)
    assert plan.new == (theirs[0],)
    assert (plan.known, plan.refused) == (1, ())


def test_new_events_stand_in_replay_order() -> None:
    late, early = act(9, reviewer="bo"), act(2, reviewer="bo")
    assert merge_plan([], [late, early], TEXTS, now_ms=NOW).new == (early, late)


def test_reviewers_who_differ_are_shown_not_refused() -> None:
    ours = [act(1), act(2, words=WORDS[2])]
    theirs = [act(3, reviewer="bo", verdict="unsourced"), act(4, words=WORDS[2], reviewer="bo")]
    plan = merge_plan(ours, theirs, TEXTS, now_ms=NOW)
    assert not plan.refused
    differ = (("ada", "supported"), ("bo", "unsourced"))
    assert plan.conflicts == (Conflict(id_of(place(WORDS[0])), place(WORDS[0]), differ),)  # type: ignore[arg-type]


def test_one_name_at_two_tables_is_said() -> None:
    shared, ours, theirs = act(1), act(2, "note"), act(3, words=WORDS[1])
    assert merge_plan([shared, ours], [shared, theirs], TEXTS, now_ms=NOW).namesakes == ("ada",)
    assert merge_plan([shared], [shared, theirs], TEXTS, now_ms=NOW).namesakes == ()
    assert merge_plan([ours], [replace(theirs, reviewer="bo")], TEXTS, now_ms=NOW).namesakes == ()


def test_an_act_of_a_login_comes_back_under_the_name_it_left_with() -> None:
    ours = [act(1, reviewer="~cy")]
    plan = merge_plan(ours, [replace(ours[0], reviewer="reviewer 1")], TEXTS, now_ms=NOW)
    assert (plan.new, plan.known, plan.refused) == ((), 1, ())


def test_an_act_comes_back_as_the_export_worded_it() -> None:
    ours = [act(1, "note", note="ask the Gazette")]
    told = replace(ours[0], note="ask the source withheld")
    assert merge_plan(ours, [told], TEXTS, told={told.id: told}, now_ms=NOW).known == 1
    assert merge_plan(ours, [told], TEXTS, now_ms=NOW).refused[0].why == TAMPERED


def test_an_act_that_was_changed_on_the_way_is_refused() -> None:
    ours = [act(1), act(2)]
    theirs = [replace(ours[0], verdict="unsourced"), act(3), act(3, "note")]
    plan = merge_plan(ours, theirs, TEXTS, now_ms=NOW)
    assert [refused.why for refused in plan.refused] == [TAMPERED, TWICE]
    assert plan.new == (theirs[1],)


def test_a_quote_that_does_not_stand_here_is_refused_with_the_text_that_it_stands_on() -> None:
    elsewhere = place("nine had been missing")
    moved = replace(elsewhere, start=elsewhere.start + 1, end=elsewhere.end + 1)
    unknown = replace(elsewhere, text_sha256="0" * 64)
    framed = replace(elsewhere, prefix="nobody: ")
    evidence = Evidence(anchor=replace(place("Six of them", OTHER), exact="Six of us!!"))
    theirs = [act(n, claim=id_of(a), anchor=a) for n, a in enumerate((moved, unknown, framed))]
    theirs.append(act(3, evidence=(evidence,)))
    theirs.append(act(4))
    plan = merge_plan([], theirs, TEXTS, now_ms=NOW)
    assert [(each.why, each.text) for each in plan.refused] == [
        (DIFFERS, digest(TEXT)), (DIFFERS, "0" * 64), (DIFFERS, digest(TEXT)), (DIFFERS, digest(OTHER)),
    ]  # fmt: skip
    assert plan.new == (theirs[4],)
    assert plan.mismatched == {digest(TEXT), digest(OTHER), "0" * 64}


SIGNED = json.dumps({"sha256": "f" * 64, "claims": 3, "judged": 2, "left": 1, "note": ""})
HERE, THERE = place(WORDS[0]), place(WORDS[1])


@pytest.mark.parametrize(
    ("type_", "fields"),
    [
        ("clear", {}),
        ("note", {"note": ""}),
        ("note", {"note": "n" * MOST_NOTE}),
        ("verdict", {"verdict": "conflicting", "kind": "sources"}),
        ("verdict", {"evidence": (Evidence(claim=id_of(THERE), anchor=THERE), Evidence(url="https://example.org"))}),
        ("adjudicate", {"verdict": "unsourced", "kind": "vague"}),
        ("adjudicate", {"anchor": None}),
        ("claim", {}),
        ("speaker", {"detail": "Ida Roth"}),
        ("speaker", {"detail": ""}),
        ("span", {"target": id_of(THERE), "anchor": THERE}),
        ("carry", {"claim": "0" * 16, "target": id_of(THERE), "anchor": THERE}),
        ("refuse", {"target": id_of(THERE), "anchor": THERE}),
        ("tie", {"target": id_of(THERE), "anchor": None, "detail": "apart"}),
        ("undo", {"claim": None, "anchor": None, "target": "b0001"}),
        ("rules", {"claim": None, "anchor": None, "detail": "off toll"}),
        ("blind", {"claim": None, "anchor": None, "detail": "suggestions"}),
        ("reveal", {"claim": None, "anchor": None}),
        ("sign", {"claim": None, "anchor": None, "detail": SIGNED}),
    ],
)  # fmt: skip
def test_every_sort_of_act_that_the_program_makes_comes_in(type_: EventType, fields: dict[str, Any]) -> None:
    event = act(1, type_, **fields)
    assert merge_plan([], [event], TEXTS, now_ms=NOW).new == (event,)


@pytest.mark.parametrize(
    ("type_", "fields", "why"),
    [
        ("verdict", {"verdict": "true"}, "no verdict is called 'true'"),
        ("verdict", {"verdict": None}, "no whole act"),
        ("verdict", {"kind": "nobody"}, "'nobody' is no kind of 'supported'"),
        ("note", {"kind": "vague"}, "no kind"),
        ("shrug", {}, "no act is called 'shrug'"),
        ("verdict", {"clock": "yesterday"}, "its clock or its time is none"),
        ("verdict", {"clock": f"{NOW + 11 * 366 * 86_400_000:013d}-00000"}, "10 years ahead"),
        ("verdict", {"at": "[/red]"}, "its clock or its time is none"),
        ("verdict", {"reviewer": ""}, "reviewer's name"),
        ("verdict", {"reviewer": "bo\x1b[2J"}, "reviewer's name"),
        ("verdict", {"reviewer": "b" * 201}, "reviewer's name"),
        ("note", {"note": "n" * (MOST_NOTE + 1)}, "longer than 100,000"),
        ("note", {"note": "half \ud800"}, "half a character"),
        ("verdict", {"evidence": (Evidence(text="x"),) * (MOST_EVIDENCE + 1)}, "more than 1,000 things"),
        ("verdict", {"evidence": (Evidence(url="h" * 10_001),)}, "longer than 10,000"),
        ("verdict", {"evidence": (Evidence(claim="0" * 16, anchor=THERE),)}, "not the one at its place"),
        ("verdict", {"evidence": (Evidence(claim="0" * 16),)}, "not the one at its place"),
        ("verdict", {"claim": id_of(THERE)}, "not the one at its place"),
        ("verdict", {"claim": "A5"}, "a claim's id is none"),
        ("verdict", {"anchor": None}, "not the one at its place"),
        ("claim", {"anchor": THERE}, "not the one at its place"),
        ("span", {"target": id_of(HERE), "anchor": THERE}, "not the one at its place"),
        ("carry", {"claim": None, "target": id_of(THERE), "anchor": THERE}, "not the one at its place"),
        ("verdict", {"anchor": replace(HERE, start=9, end=9)}, "a place of it is none"),
        ("verdict", {"anchor": replace(HERE, start=-9)}, "a place of it is none"),
        ("tie", {"target": id_of(THERE), "detail": "cousins"}, "no whole act"),
        ("speaker", {}, "no whole act"),
        ("speaker", {"detail": "n" * 201}, "no whole act"),
        ("speaker", {"detail": "Ida Roth", "anchor": THERE}, "not the one at its place"),
        ("undo", {"claim": None, "anchor": None}, "no whole act"),
        ("sign", {"claim": None, "anchor": None, "detail": "[" * 100_000}, "no whole act"),
        ("sign", {"claim": None, "anchor": None, "detail": SIGNED.replace("3", "true")}, "no whole act"),
        ("verdict", {"anchor": replace(HERE, start="0")}, MISTYPED),  # type: ignore[arg-type]
        ("note", {"note": 7}, MISTYPED),
        ("verdict", {"id": ["e1"]}, MISTYPED),
        ("verdict", {"evidence": (Evidence(url=b"x"),)}, MISTYPED),  # type: ignore[arg-type]
    ],
)
def test_what_the_program_cannot_have_made_is_refused_with_the_reason(
    type_: Any, fields: dict[str, Any], why: str
) -> None:
    plan = merge_plan([], [act(1, type_, **fields), act(2)], TEXTS, now_ms=NOW)
    assert [each.text for each in plan.refused] == [None]
    assert why in plan.refused[0].why
    assert plan.new == (act(2),)
