"""What was judged otherwise before: the corrections of a report, each reviewer's own and the session's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.report import to_markdown
from tests.factories import story
from tests.unit.report_world import event, told

if TYPE_CHECKING:
    from factcheck.model import Event


def changes(*events: Event, moved: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    found = told(story(), [], events=events, moved=moved or {}).corrections
    return [(each.reviewer, each.old, each.new) for each in found]


def test_each_reviewer_corrects_their_own_and_the_order_is_the_logs() -> None:
    claim = story().claims[0].id
    ben: dict[str, Any] = {"reviewer": "ben"}
    given = [
        event(1, claim, "supported"),
        event(2, claim, "unsourced", **ben),
        event(3, claim, "conflicting"),
        event(4, claim, "supported", **ben),
        event(5, claim, None, type="note", note="no correction"),
    ]
    expected = [("r1", "supported", "conflicting"), ("ben", "unsourced", "supported")]
    assert changes(*given) == expected
    assert changes(*reversed(given)) == expected


def test_an_adjudication_that_replaced_another_is_a_correction_of_the_session() -> None:
    claim = story().claims[0].id
    given = [
        event(1, claim, "supported"),
        event(2, claim, "unsourced", type="adjudicate", reviewer="cleo"),
        event(3, claim, "conflicting", type="adjudicate", reviewer="dan", kind="sources"),
        event(4, claim, None, type="adjudicate", reviewer="cleo"),
    ]
    assert changes(*given) == [
        ("dan", "unsourced", "conflicting, sources disagree"),
        ("cleo", "conflicting, sources disagree", "no verdict"),
    ]
    found = told(story(), [], events=given)
    assert [change.adjudicates for change in found.corrections] == [True, True]
    assert "dan (adjudicated):" in to_markdown(found)


def test_an_undone_act_replaces_nothing_whoever_else_undid_the_same_number() -> None:
    claim = story().claims[0].id
    given = [
        event(1, claim, "supported"),
        event(2, claim, "unsourced"),
        replace(event(3, claim, None, type="undo", target="b2", reviewer="ben"), claim=None),
        event(4, claim, "conflicting"),
    ]
    assert changes(*given) == [("r1", "supported", "unsourced"), ("r1", "unsourced", "conflicting")]
    own = replace(given[2], reviewer="r1")
    assert changes(given[0], given[1], own, given[3]) == [("r1", "supported", "conflicting")]


def test_a_verdict_is_corrected_where_its_claim_stands_now() -> None:
    analysis = story()
    now = analysis.claims[0].id
    old, new = event(1, "0" * 16, "supported"), event(3, now, "conflicting")
    assert changes(old, new) == []
    assert changes(old, new, moved={"0" * 16: now}) == [("r1", "supported", "conflicting")]
    carry = event(2, "0" * 16, None, type="carry", target=now)
    assert changes(old, carry, new) == [("r1", "supported", "conflicting")]
    assert changes(old, replace(carry, reviewer="ben"), new) == []
    circle = {"0" * 16: now, now: "0" * 16}
    assert len(changes(old, new, moved=circle)) <= 1
