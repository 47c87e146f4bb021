"""Moved text at the desk: what waits, confirming, refusing, what stands nowhere, versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.review.carrying import confirm, lost, notice, passages, refuse, sureness, waiting
from factcheck.review.memory import MemoryLog
from factcheck.review.revisions import compared, pairs
from tests.moved_world import SAILED, TOLL, WORST, judged_before, later_desk

if TYPE_CHECKING:
    from factcheck.review.desk import Desk


def desk_with_work() -> Desk:
    log = MemoryLog()
    judged_before(log)
    return later_desk(log)


def test_what_changed_waits_and_is_told_at_the_start() -> None:
    desk = desk_with_work()
    assert [proposal.was.exact for proposal in waiting(desk)] == [TOLL, SAILED]
    assert notice(desk) == "2 verdicts wait for you, the text has changed"
    assert desk.progress().judged == 0, "nothing was moved without being asked"
    assert notice(later_desk()) == ""


def test_a_confirmed_proposal_carries_the_verdict_over_as_stale_and_undo_brings_it_back() -> None:
    desk = desk_with_work()
    answer = confirm(desk, waiting(desk)[0])
    assert answer.startswith("carried over to A2")
    marks = {
        mark.verdict: mark for mark in desk.state.marks("r1").values() if mark.claim in desk.facts.claims
    }
    assert marks["conflicting"].stale
    assert desk.facts.claims[marks["conflicting"].claim].text == "At least 44 passengers were badly hurt"
    assert [proposal.was.exact for proposal in waiting(desk)] == [SAILED]
    desk.undo()
    assert len(waiting(desk)) == 2
    assert desk.progress().judged == 0


def test_a_refused_proposal_is_not_asked_again_and_its_verdict_is_kept_in_the_list() -> None:
    desk = desk_with_work()
    assert "kept below" in refuse(desk, waiting(desk)[0])
    assert [proposal.was.exact for proposal in waiting(desk)] == [SAILED]
    kept = {each.quote: each for each in lost(desk)}
    assert kept.keys() == {TOLL, WORST}
    assert kept[TOLL].mark.verdict == "conflicting"
    desk.undo()
    assert {each.quote for each in lost(desk)} == {WORST}


def test_what_stands_nowhere_keeps_verdict_note_and_the_place_where_it_stood() -> None:
    (gone,) = lost(desk_with_work())
    assert (gone.mark.verdict, gone.mark.note) == ("unsourced", "who counted? [/red]")
    assert gone.place == "a1.txt, as read on 2026-03-04"
    assert f">>{WORST}<<" in gone.context


def test_the_two_passages_mark_each_word_that_the_other_lacks_and_the_words_of_the_claim() -> None:
    desk = desk_with_work()
    old, new = passages(desk, waiting(desk)[0])
    assert [word.text for word in old if word.changed] == ["40", "Tuesday,"]
    assert [word.text for word in new if word.changed] == ["44", "badly", "Tuesday", "night,"]
    assert " ".join(word.text for word in old if word.claim) == TOLL
    assert " ".join(word.text for word in new if word.claim) == "At least 44 passengers were badly hurt"


def test_score_and_margin_are_said_in_words() -> None:
    proposal = replace(waiting(desk_with_work())[0], score=83.2, second=0.0)
    assert sureness(proposal) == "83 of 100 alike; no other place is near"
    assert sureness(replace(proposal, second=41.0)).endswith("41: far behind")
    assert sureness(replace(proposal, second=70.0)).endswith("70: behind")
    assert "look twice" in sureness(replace(proposal, second=76.0))


def test_another_reviewers_verdicts_wait_for_that_reviewer() -> None:
    log = MemoryLog()
    judged_before(log, "ben")
    assert waiting(later_desk(log, "anna")) == ()
    assert len(waiting(later_desk(log, "ben"))) == 2


def test_the_versions_of_an_article_are_compared_sentence_by_sentence() -> None:
    (pair,) = pairs(later_desk())
    assert (pair.letter, pair.old_seen, pair.new_seen) == ("A", "2026-03-04", "2026-03-05")
    changes, counted = compared(pair)
    assert (counted.changed, counted.removed, counted.added) == (2, 1, 0)
    toll = next(change for change in changes if change.kind == "changed")
    assert toll.cite == "A2"
    assert "40" in [word.text for word in toll.old if word.changed]
    gone = next(change for change in changes if change.kind == "removed")
    assert gone.new == ()
    assert all(word.changed for word in gone.old)
