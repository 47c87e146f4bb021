"""What a reviewer sees of others at the desk, adjudicating, revealing, undoing far back."""

from __future__ import annotations

from dataclasses import replace

from factcheck.review.desk import Desk
from factcheck.review.drafts import blinded
from factcheck.review.filters import Filter
from factcheck.review.memory import MemoryLog
from factcheck.review.remarks import STALE, remarks
from factcheck.review.rounds.adjudicating import adjudicate, cycle_kind, differences, reveal, withdraw
from tests.desks import make_desk
from tests.factories import split_lines, story
from tests.moved_world import judged_before, later_desk


def judged_by_two() -> tuple[MemoryLog, str, str]:
    """Anna and ben differ on the first claim and agree on the second."""
    log = MemoryLog()
    anna, ben = make_desk(log, "anna"), make_desk(log, "ben")
    assert anna.claim is not None
    first = anna.claim.id
    anna.judge("conflicting")
    assert anna.claim is not None
    second = anna.claim.id
    anna.judge("supported")
    ben.judge("unsourced")
    ben.write_note(first, "nobody [/red] saw it")
    ben.goto(second)
    ben.judge("supported")
    return log, first, second


def said(desk: Desk, claim: str) -> list[str]:
    return [str(remark) for remark in remarks(desk, desk.facts.claims[claim])]


def filters(desk: Desk) -> set[str]:
    """Every filter that is offered."""
    return {choice.filter.name for choice in desk.filters() if choice.filter.sort == "plain"}


def test_the_others_verdict_and_note_are_told_and_not_ones_own() -> None:
    log, first, _ = judged_by_two()
    assert said(make_desk(log, "anna"), first) == ["ben: ? unsourced - nobody [/red] saw it"]
    assert said(make_desk(log, "ben"), first) == ["anna: ! conflicting, sources disagree"]
    assert len(said(make_desk(log, "carol"), first)) == 2


def test_what_a_rule_tells_of_its_claim_stands_last_on_one_line() -> None:
    log, first, _ = judged_by_two()
    found = story()
    told = [replace(one, messages=("ask\nthe mayor",)) if one.id == first else one for one in found.claims]
    desk = Desk(replace(found, claims=tuple(told)), log, "anna", split=split_lines)
    assert said(desk, first)[1:] == ["rule: ask the mayor"]


def test_a_stale_verdict_is_told_first() -> None:
    from factcheck.review.carrying import confirm, waiting

    log = MemoryLog()
    judged_before(log)
    desk = later_desk(log)
    assert "stale" not in filters(desk)
    confirm(desk, waiting(desk)[0])
    (stale,) = [mark.claim for mark in desk.state.marks("r1").values() if mark.stale]
    assert said(desk, stale)[0] == STALE
    assert {"stale", "kept, no rule"} <= filters(desk)


def test_the_filter_for_differing_verdicts_comes_round_only_where_there_are_any() -> None:
    log, first, _ = judged_by_two()
    desk = make_desk(log, "anna")
    assert "others differ" in filters(desk)
    desk.show_only(Filter("others differ"))
    assert desk.queue.claims == [first]
    alone = make_desk(MemoryLog(), "anna")
    alone.judge("supported")
    assert not {"others differ", "stale", "kept, no rule", "by hand"} & filters(alone)


def test_adjudicating_stands_beside_the_reviewers_own_and_can_be_withdrawn() -> None:
    log, first, _ = judged_by_two()
    carol = make_desk(log, "carol")
    found = differences(carol)
    assert [dispute.claim for dispute in found.disputes] == [first]
    assert str(found) == "2 claims judged by two or more: 1 agreed, 1 differ, 0 adjudicated, 1 left"
    assert adjudicate(carol, found.disputes[0], "conflicting").startswith(
        "adjudicated: conflicting, sources disagree on A2"
    )
    assert said(make_desk(log, "anna"), first)[0] == "adjudicated by carol: ! conflicting, sources disagree"
    assert [mark.verdict for mark in carol.state.marks_of(first)] == ["conflicting", "unsourced"]
    settled = differences(carol).disputes[0]
    assert "already" in adjudicate(carol, settled, "conflicting")
    assert "reports disagree" in cycle_kind(carol, settled)
    assert withdraw(carol, differences(carol).disputes[0]).startswith("withdrawn on A2")
    assert differences(carol).settled == 0
    carol.undo()
    assert differences(carol).settled == 1


def test_nothing_can_be_withdrawn_or_given_a_kind_before_it_is_adjudicated() -> None:
    log, _, _ = judged_by_two()
    carol = make_desk(log, "carol")
    dispute = differences(carol).disputes[0]
    before = len(log.events())
    assert "not adjudicated" in withdraw(carol, dispute)
    assert "adjudicate first" in cycle_kind(carol, dispute)
    assert len(log.events()) == before


def test_whoever_is_blind_is_told_nothing_until_they_reveal_and_the_log_keeps_that() -> None:
    log, first, _ = judged_by_two()
    log.append([blinded("carol")])
    carol = make_desk(log, "carol")
    assert said(carol, first) == []
    assert differences(carol).disputes == ()
    assert {event.reviewer for event in carol.state.history} == {"carol"}
    assert "the log keeps" in reveal(carol)
    assert len(said(carol, first)) == 2
    assert log.events()[-1].type == "reveal"
    assert reveal(carol) == "nothing is hidden from you"


def test_undo_to_an_act_takes_back_the_later_ones_one_by_one_and_redo_brings_them_back() -> None:
    log = MemoryLog()
    desk = make_desk(log, "anna")
    for verdict in ("supported", "conflicting"):
        desk.judge("supported" if verdict == "supported" else "conflicting")
    assert desk.claim is not None
    desk.mark_span(desk.articles[0].id, 0, 20)
    desk.judge("unsourced")
    marks = dict(desk.state.marks("anna"))
    first = log.events()[0]
    assert desk.undo_to(first.id).startswith("3 acts taken back")
    assert [mark.verdict for mark in desk.state.marks("anna").values()] == ["supported"]
    assert [event.type for event in log.events()[-3:]] == ["undo"] * 3
    assert not any(claim.how == "hand" for claim in desk.analysis.claims)
    for _ in range(3):
        desk.redo()
    assert dict(desk.state.marks("anna")) == marks
    assert desk.undo_to(log.events()[3].id) == "nothing of yours came after it"


def test_undo_to_somebody_elses_act_or_one_taken_back_changes_nothing() -> None:
    log, _, _ = judged_by_two()
    anna = make_desk(log, "anna")
    anna.undo()
    before = log.events()
    taken_back = next(e for e in before if e.reviewer == "anna" and e.verdict == "supported")
    bens = next(e for e in before if e.reviewer == "ben")
    undo = next(e for e in before if e.reviewer == "anna" and e.type == "undo")
    for event, said in ((taken_back, "taken back already"), (bens, "an act of ben"), (undo, "what undo did")):
        assert said in anna.undo_to(event.id)
    assert log.events() == before


def test_after_anothers_regrouping_the_reviewer_stands_where_he_stood() -> None:
    log = MemoryLog()
    anna, ben = make_desk(log, "anna"), make_desk(log, "ben")
    anna.choose(3)
    anna.find("hospital")
    claim, row, views, generation = anna.claim, anna.row, anna.views(2), anna.generation
    ben.choose(1)
    ben.tie_pointed(same=False)
    assert anna.refresh()
    assert anna.generation > generation
    assert anna.claim is not None
    assert claim is not None
    assert anna.claim.id == claim.id
    assert anna.views(2) == views
    assert anna.voices[anna.row].claim is not None
    assert row < len(anna.voices)
