"""Deciding at the desk: each act is in the log before its answer, and undo returns to its claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.problems import BadInput, Problem
from factcheck.review.filters import Filter
from factcheck.review.memory import MemoryLog
from tests.desks import CountingLog, cite, make_desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Event, VerdictName


@pytest.mark.parametrize(
    ("verdict", "words"),
    [("supported", "supported"), ("left-open", "left open"), ("not-a-claim", "not a claim")],
)
def test_a_verdict_is_written_answered_and_moves_on(verdict: VerdictName, words: str) -> None:
    log = CountingLog()
    desk = make_desk(log)
    judged = desk.claim
    assert judged is not None
    answer = desk.judge(verdict)
    assert answer.startswith(f"{words} set on A2 ")
    assert "z takes it back" in answer
    assert log.appends == 1
    assert log.events()[0].claim == judged.id
    assert cite(desk) == "B2a"


def test_moving_on_finishes_the_fact_before_the_next_one() -> None:
    desk = make_desk()
    desk.step(3)
    for _ in range(6):
        assert desk.fact_number == 1
        desk.judge("conflicting")
    assert desk.fact_number == 2


def test_moving_on_can_be_switched_off() -> None:
    desk = make_desk()
    desk.advance = False
    desk.judge("supported")
    assert cite(desk) == "A2"
    assert desk.judge("supported") == "A2 is supported already"


def test_the_last_verdict_says_that_all_are_judged() -> None:
    desk = make_desk()
    answers = [desk.judge("supported") for _ in range(13)]
    assert answers[-1].endswith("all claims are judged, p opens the report")
    assert desk.progress().left == 0
    assert desk.repeat().endswith("is supported already; all claims are judged, p opens the report")


def test_the_last_open_claim_that_a_filter_shows_says_that_no_other_is_left_there() -> None:
    desk = make_desk()
    desk.show_only(Filter("a4", "article"))
    answers = [desk.judge("supported") for _ in desk.queue.claims]
    assert answers[-1].endswith("; nothing open is left of what is article D")


@pytest.mark.parametrize("verdict", ["supported", "left-open"])
def test_whoever_judges_a_claim_out_of_the_filter_goes_on_from_where_it_stood(verdict: VerdictName) -> None:
    desk = make_desk()
    desk.show_only(Filter("not judged"))
    shown = list(desk.queue.claims)
    desk.advance = False
    for place in (4, len(shown) - 1, 0):
        desk.goto(shown[place])
        desk.judge(verdict)
        assert shown[place] not in desk.queue
        left = [claim for claim in shown if claim in desk.queue]
        before = [claim for claim in shown[:place] if claim in left]
        behind = [claim for claim in shown[place:] if claim in left]
        for by, wanted in ((-1, before[-1:]), (1, behind[:1])):
            desk.goto(shown[place])
            said = desk.step(by)
            here = desk.claim.id if desk.claim else None
            assert [here] == (wanted or [shown[place]])
            assert bool(said) == (not wanted)


def test_from_a_fact_that_the_filter_has_let_go_the_next_and_the_one_before_are_its_neighbours() -> None:
    desk = make_desk()
    desk.show_only(Filter("not judged"))
    facts = list(desk.queue.facts)
    desk.advance = False
    for claim in facts[2].claims:
        desk.goto(claim)
        desk.judge("supported")
    assert desk.fact_number == 0
    desk.step_fact(-1)
    assert desk.fact is not None
    assert desk.fact.id == facts[1].id
    desk.goto(facts[2].claims[0])
    desk.step_fact(1)
    assert desk.fact.id == facts[3].id


def test_accepting_takes_kind_and_evidence_from_the_suggestion() -> None:
    desk = make_desk()
    claim = desk.claim
    assert claim is not None
    desk.accept()
    mark = desk.mark(claim.id)
    assert mark is not None
    assert (mark.verdict, mark.kind) == ("conflicting", "sources")
    cites = [desk.places.cite(desk.facts.claims[e.claim]) for e in mark.evidence if e.claim]
    assert cites == ["B2b", "C3a"]


def test_accepting_where_no_verdict_is_suggested_leaves_the_claim_open() -> None:
    desk = make_desk()
    forecast = next(c for c in desk.facts.in_text if c.text.startswith("Up to 100"))
    desk.goto(forecast.id)
    assert desk.accept().startswith("left open set on C3b")
    mark = desk.mark(forecast.id)
    assert mark is not None
    assert mark.kind == "forecast"


def test_same_value_judges_every_mention_by_the_same_origin_in_one_act() -> None:
    log = CountingLog()
    desk = make_desk(log)
    answer = desk.judge_same("conflicting")
    assert "A2 B2a C2 D2" in answer
    assert log.appends == 1
    assert desk.progress().conflicting == 4
    assert cite(desk) == "B2b"
    desk.undo()
    assert desk.progress().conflicting == 0


def test_the_same_value_by_another_origin_is_another_voice() -> None:
    desk = make_desk()
    hospital = next(c for c in desk.facts.in_text if c.text == "62 injured")
    desk.goto(hospital.id)
    desk.judge_same("supported")
    assert desk.progress().supported == 2


def test_undo_returns_to_the_claim_and_redo_does_it_again() -> None:
    desk = make_desk()
    desk.judge("supported")
    desk.step_fact(2)
    assert desk.undo() == "taken back: supported on A2"
    assert cite(desk) == "A2"
    assert desk.progress().judged == 0
    assert desk.redo() == "done again: supported on A2"
    assert desk.progress().supported == 1
    assert desk.redo() == "nothing to do again"


def test_undo_survives_a_restart() -> None:
    log = MemoryLog()
    make_desk(log).judge("unsourced")
    again = make_desk(log)
    assert again.progress().unsourced == 1
    again.undo()
    assert again.progress().unsourced == 0
    assert again.undo() == "nothing to take back"


def test_repeat_sets_the_last_verdict_on_the_next_claim() -> None:
    desk = make_desk()
    assert desk.repeat() == "no verdict to repeat yet"
    desk.judge("unsourced")
    desk.repeat()
    assert desk.progress().unsourced == 2


def test_clearing_takes_the_verdict_off() -> None:
    desk = make_desk()
    desk.advance = False
    assert desk.clear() == "A2 has no verdict"
    desk.judge("supported")
    assert desk.clear().startswith("verdict of A2 cleared")
    assert desk.progress().judged == 0


def test_kinds_cycle_on_the_verdict_set_last_after_moving_on() -> None:
    desk = make_desk()
    claim = desk.claim
    assert claim is not None
    assert "no verdict here yet" in desk.cycle_kind()
    desk.judge("conflicting")
    assert desk.cycle_kind().startswith("A2 is conflicting, reports disagree")
    mark = desk.mark(claim.id)
    assert mark is not None
    assert mark.kind == "reports"
    assert mark.evidence


def test_a_read_only_session_refuses_every_act_with_one_line() -> None:
    log = CountingLog()
    desk = make_desk(log, read_only=True)
    claim = desk.claim
    assert claim is not None
    acts = [
        desk.judge("supported"), desk.judge_same("supported"), desk.accept(), desk.clear(),
        desk.undo(), desk.redo(), desk.write_note(claim.id, "x"),
    ]  # fmt: skip
    assert all(answer.startswith("read-only: ") for answer in acts)
    assert log.appends == 0
    assert desk.saved().startswith("read-only: ")


def test_an_error_of_the_log_passes_through_and_changes_nothing() -> None:
    class FullDisk(MemoryLog):
        def append(self, events: Sequence[Event]) -> tuple[Event, ...]:
            raise BadInput(Problem("session/factcheck.db", "not written", "the disk is full", "make room"))

    desk = make_desk(FullDisk())
    with pytest.raises(BadInput, match="the disk is full"):
        desk.judge("supported")
    assert cite(desk) == "A2"
    assert desk.progress().judged == 0


def test_what_another_window_wrote_comes_in_on_refresh() -> None:
    log = MemoryLog()
    mine, other = make_desk(log), make_desk(log)
    other.judge("supported")
    assert mine.refresh() is True
    assert mine.progress().supported == 1
    assert mine.refresh() is False


def test_another_reviewers_verdicts_do_not_show() -> None:
    log = MemoryLog()
    make_desk(log, "r2").judge("supported")
    desk = make_desk(log)
    assert desk.progress().judged == 0
    assert desk.undo() == "nothing to take back"


def test_a_claim_judged_under_a_filter_leaves_it() -> None:
    desk = make_desk()
    desk.show_only(Filter("not judged"))
    desk.judge("supported")
    assert desk.progress().shown == 12


def test_the_quote_for_pasting_carries_its_cite() -> None:
    desk = make_desk()
    said = "“At least 40 passengers were hurt” (the coastguard, in Harbour Courier, 2026-03-04; A2)"
    assert desk.quote() == said
