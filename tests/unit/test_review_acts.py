"""What each act of a reviewer writes: events with anchors, what they replace, and nothing without need."""

from __future__ import annotations

import pytest

from factcheck.model import Event, Evidence
from factcheck.problems import BadInput, Problem
from factcheck.review.events import Acts, claim_anchors
from factcheck.review.memory import MemoryLog
from factcheck.review.state import State, replay
from tests.factories import story

STORY = story()
FIRST, SECOND, THIRD = (claim.id for claim in STORY.claims[:3])


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog()


@pytest.fixture
def acts(log: MemoryLog) -> Acts:
    return Acts(log, State(), "ada", claim_anchors(STORY))


def test_a_verdict_carries_its_anchor_and_its_evidences(acts: Acts, log: MemoryLog) -> None:
    done = acts.judge([FIRST], "conflicting", "sources", [SECOND, Evidence(url="https://example.org/log")])
    (event,) = log.events()
    claim = STORY.claims[0]
    assert done.events == (event,)
    assert done.claims == (FIRST,)
    assert event.anchor is not None
    assert (event.anchor.exact, event.anchor.start, event.anchor.end) == (claim.text, claim.start, claim.end)
    linked, outside = event.evidence
    assert linked.anchor is not None
    assert linked.anchor.exact == STORY.claims[1].text
    assert (outside.claim, outside.anchor, outside.url) == (None, None, "https://example.org/log")
    assert event.clock
    assert event.at.endswith("Z")


def test_one_key_for_many_claims_is_one_batch_and_one_undo(acts: Acts) -> None:
    done = acts.judge([FIRST, SECOND, FIRST], "supported", "one origin", [SECOND], note="same words")
    assert {event.batch for event in done.events} == {done.events[0].batch}
    assert done.claims == (FIRST, SECOND)
    first, second = (acts.state.mark("ada", claim) for claim in (FIRST, SECOND))
    assert first is not None
    assert second is not None
    assert [each.claim for each in first.evidence] == [SECOND]
    assert second.evidence == (), "a claim is no evidence for itself"
    assert first.note == second.note == "same words"
    back = acts.undo()
    assert back.claims == (FIRST, SECOND)
    assert back.acts == done.events
    assert acts.state.all_marks() == ()


def test_what_changes_nothing_is_not_written(acts: Acts, log: MemoryLog) -> None:
    acts.judge([FIRST], "supported", "origins", [SECOND], note="x")
    before = log.events()
    assert not acts.judge([FIRST], "supported", "origins", [SECOND])
    assert not acts.note(FIRST, "x")
    assert not acts.clear([SECOND])
    assert not acts.redo()
    assert log.events() == before


def test_another_kind_or_other_evidence_is_a_new_verdict(acts: Acts) -> None:
    acts.judge([FIRST], "supported", "origins", [SECOND])
    assert acts.judge([FIRST], "supported", "copied", [SECOND])
    assert acts.judge([FIRST], "supported", "copied", [SECOND, THIRD])
    assert acts.judge([FIRST], "supported", "copied")


def test_events_name_what_they_replace(acts: Acts) -> None:
    (first,) = acts.judge([FIRST], "supported").events
    (note,) = acts.note(FIRST, "a").events
    (second,) = acts.judge([FIRST], "unsourced").events
    (other,) = acts.note(FIRST, "b").events
    (cleared,) = acts.clear([FIRST]).events
    (again,) = acts.judge([FIRST], "supported").events
    assert [e.replaces for e in (first, note)] == [None, None]
    assert [e.replaces for e in (second, other)] == [first.id, note.id]
    assert [e.replaces for e in (cleared, again)] == [second.id, cleared.id]


def test_what_was_undone_is_not_what_is_replaced(acts: Acts) -> None:
    (first,) = acts.judge([FIRST], "supported").events
    acts.judge([FIRST], "unsourced")
    acts.undo()
    (third,) = acts.judge([FIRST], "left-open", "cut off").events
    assert third.replaces == first.id


def test_a_kind_belongs_to_its_verdict(acts: Acts, log: MemoryLog) -> None:
    with pytest.raises(ValueError, match="no kind of"):
        acts.judge([FIRST], "supported", "nobody")
    assert log.events() == ()


def test_a_claim_of_another_session_is_refused(acts: Acts, log: MemoryLog) -> None:
    with pytest.raises(KeyError):
        acts.judge([FIRST, "0" * 16], "supported")
    with pytest.raises(KeyError):
        acts.judge([FIRST], "supported", evidence=["0" * 16])
    assert log.events() == ()


def test_a_claim_that_left_the_session_keeps_its_anchor(acts: Acts, log: MemoryLog) -> None:
    (event,) = acts.judge([FIRST], "supported").events
    later = Acts(log, replay(log.events()), "ada", lambda claim: None)
    (cleared,) = later.clear([FIRST]).events
    assert cleared.anchor == event.anchor


def test_a_rule_switch_comes_back_with_its_undo(acts: Acts) -> None:
    acts.switch_rule("off toll")
    back = acts.undo()
    assert [event.detail for event in back.acts] == ["off toll"]
    assert back.claims == ()
    assert [event.detail for event in acts.redo().acts] == ["off toll"]


def test_undo_goes_on_after_a_restart(acts: Acts, log: MemoryLog) -> None:
    acts.judge([FIRST], "supported")
    acts.judge([SECOND], "supported")
    later = Acts(log, replay(log.events()), "ada", claim_anchors(STORY))
    assert later.undo().claims == (SECOND,)
    assert later.undo().claims == (FIRST,)
    assert not later.undo()


class FullDisk(MemoryLog):
    def append(self, events: object) -> tuple[Event, ...]:
        raise BadInput(Problem("factcheck.db", "could not be written", "the disk is full"))


def test_what_the_log_refuses_did_not_happen() -> None:
    acts = Acts(FullDisk(), State(), "ada", claim_anchors(STORY))
    with pytest.raises(BadInput):
        acts.judge([FIRST], "supported")
    assert acts.state.all_marks() == ()
    assert acts.state.undoable("ada") is None
