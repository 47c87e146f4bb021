"""What a comparison changed beside the claim that somebody had just made, told in words."""

from __future__ import annotations

from tests.desks import make_desk
from tests.tui.comparisons import relabelled, toll_apart

APART = "B2b C3a now stand apart from A2"
CHANGED = "2 suggestions changed: B2b C3a"


def test_claims_that_left_a_fact_for_a_claim_made_by_hand_are_named_and_so_is_their_return() -> None:
    desk = make_desk()
    desk.compare_by(toll_apart)
    desk.find("Inspectors had")
    desk.mark_span("a2", 0, 6)
    assert desk.followed == f"{APART}; {CHANGED}"
    desk.undo()
    assert desk.followed == f"B2b C3a joined A2; {CHANGED}"
    desk.judge("supported")
    desk.write_note(desk.facts.in_text[0].id, "ask")
    assert desk.followed == f"B2b C3a joined A2; {CHANGED}", "no comparison came of these"


def test_an_own_verdict_against_which_the_suggestion_has_turned_is_named() -> None:
    desk = make_desk()
    desk.compare_by(toll_apart)
    hospital = desk.facts.in_text[5]
    desk.goto(hospital.id)
    desk.judge("conflicting")
    cite = desk.places.cite(hospital)
    desk.mark_span("a2", 0, 6)
    assert desk.followed.startswith(f"{cite} is judged conflicting, suggested supported now; ")


def test_of_claims_that_were_tied_only_what_came_along_is_told() -> None:
    desk = make_desk()
    desk.compare_by(toll_apart)
    first, rust = desk.facts.in_text[0], desk.facts.in_text[-2]
    desk.goto(first.id)
    desk.tie(rust.id, same=True)
    assert desk.followed == f"B2b C3a now stand apart from B2a; {CHANGED}", "A2 was tied, and C4"


def test_where_nothing_else_changed_nothing_is_told() -> None:
    desk = make_desk()
    desk.compare_by(relabelled)
    desk.mark_span("a2", 0, 6)
    assert desk.followed == ""


def test_what_waits_since_an_earlier_day_is_no_news() -> None:
    earlier = make_desk()
    earlier.mark_span("a2", 0, 6)
    desk = make_desk(earlier._log)
    assert desk.standing.due is not None
    desk.compare_by(toll_apart)
    assert desk.followed == ""
