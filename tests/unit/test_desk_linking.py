"""The evidence that a reviewer links, and the notes that they write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.tui.layout.card import card
from factcheck.tui.layout.line import plain
from tests.desks import CountingLog, make_desk

if TYPE_CHECKING:
    from factcheck.review.desk import Desk


def test_evidence_is_chosen_from_the_table_before_the_verdict() -> None:
    desk = make_desk()
    claim = desk.claim
    assert claim is not None
    desk.choose(desk.row)
    assert desk.toggle_evidence() == "B2b no longer linked; evidence of A2: C3a"
    desk.judge("conflicting")
    mark = desk.mark(claim.id)
    assert mark is not None
    assert len(mark.evidence) == 1


def test_a_link_is_told_from_its_other_end_too_as_long_as_it_holds() -> None:
    desk = make_desk()
    desk.advance = False
    evidence = next(each for each in desk.facts.in_text if desk.places.cite(each) == "B2b")
    assert desk.serves(evidence) == ""
    desk.judge("conflicting")
    assert desk.serves(evidence) == "A2"
    desk.goto(evidence.id)
    assert any(plain(line).endswith("itself evidence for A2") for line in card(desk, 120, 9))
    desk.undo()
    assert desk.serves(evidence) == ""


def test_evidence_changed_after_the_verdict_is_written_at_once() -> None:
    log = CountingLog()
    desk = make_desk(log)
    desk.advance = False
    desk.judge("conflicting")
    desk.choose(desk.row)
    desk.toggle_evidence()
    assert log.appends == 2
    desk.undo()
    assert desk.claim is not None
    assert len(desk.links(desk.claim).claims) == 2


def test_the_first_press_without_a_chosen_row_only_says_what_the_next_one_does() -> None:
    log = CountingLog()
    desk = make_desk(log)
    claim = desk.claim
    assert claim is not None
    before = desk.links(claim)
    assert "B2b is evidence already: e again takes it out" in desk.toggle_evidence()
    assert desk.links(claim) == before
    assert desk.toggle_evidence() == "B2b no longer linked; evidence of A2: C3a"
    assert desk.toggle_evidence().startswith("B2b linked")
    # Back on the claim nobody has chosen a row of it again.
    desk.step(1)
    desk.step(-1)
    assert "e again takes it out" in desk.toggle_evidence()
    assert log.appends == 0


def test_a_row_that_was_chosen_is_linked_at_once() -> None:
    desk = make_desk()
    desk.choose_next(1)
    assert "e again" not in desk.toggle_evidence()


def test_a_claim_is_no_evidence_for_itself() -> None:
    desk = make_desk()
    desk.choose(0)
    assert "choose another mention" in desk.toggle_evidence()


def test_a_note_is_saved_undone_and_kept_as_a_draft() -> None:
    desk = make_desk()
    claim = desk.claim
    assert claim is not None
    desk.keep_draft(claim.id, "ask the [/red] port")
    assert desk.note() == "ask the [/red] port"
    assert desk.write_note(claim.id, "ask the [/red] port").startswith("note on A2 saved")
    assert desk.note_drafts == {}
    desk.keep_draft(claim.id, "ask the [/red] port")
    assert desk.note_drafts == {}
    desk.undo()
    assert desk.note() == ""


def without(desk: Desk, *claims: str) -> None:
    """The rules are edited, and find these claims no more."""
    left = tuple(claim for claim in desk.analysis.claims if claim.id not in claims)
    desk.reanalysed(desk.ahead(replace(desk.analysis, claims=left), None))


def test_a_note_on_a_claim_that_went_while_it_was_typed_is_kept_as_a_draft() -> None:
    desk = make_desk()
    before, claim = desk.analysis, desk.claim
    assert claim is not None
    without(desk, claim.id)
    assert "kept as a draft" in desk.write_note(claim.id, "ask the port")
    desk.reanalysed(desk.ahead(before, None))
    desk.goto(claim.id)
    assert desk.note() == "ask the port"


def test_evidence_that_was_chosen_and_has_gone_does_not_stand_in_the_way_of_a_verdict() -> None:
    log = CountingLog()
    desk = make_desk(log)
    claim = desk.claim
    assert claim is not None
    desk.choose_next(1)
    chosen = desk.linkable
    assert chosen is not None
    if chosen in desk.links(claim).claims:
        desk.toggle_evidence()
    desk.toggle_evidence()
    assert chosen in desk.links(claim).claims
    without(desk, chosen)
    assert chosen not in desk.links(claim).claims
    assert desk.judge("supported").startswith("supported set on A2")
    assert chosen not in [each.claim for each in log.events()[-1].evidence]
