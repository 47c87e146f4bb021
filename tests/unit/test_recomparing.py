"""What people bring in is compared like the rest: claims marked by hand, facts that they joined or parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck import recomparing
from factcheck.model import Quantity
from factcheck.recomparing import Recomparer
from factcheck.review.desk import Desk
from factcheck.review.memory import MemoryLog
from factcheck.review.remarks import remarks
from tests.sessions import session_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factcheck.workspace import Workspace

POST = """Fire at the paint works

At least 12 people were injured when a fire broke out at the paint works in Holm on Monday, the police said.

The depot beside it belongs to the Lund family and has 4 gates.
"""
WIRE = """Holm: what we know

Some 30 residents needed treatment after the blaze, the county clinic said.

The depot beside it belongs to the Lund family and has 9 gates.
"""


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Workspace]:
    with session_of(tmp_path, {"post": POST, "wire": WIRE}) as workspace:
        yield workspace


def at_work(workspace: Workspace) -> Desk:
    desk = workspace.desk("anna")
    desk.compare_by(workspace.compare)
    return desk


def mark(desk: Desk, article: int, words: str) -> str:
    """Mark words by hand; the id of the claim that they are now."""
    text = desk.articles[article].text
    start = text.index(words)
    desk.mark_span(desk.articles[article].id, start, start + len(words))
    assert desk.claim is not None
    return desk.claim.id


def test_a_claim_marked_by_hand_has_its_values_and_meets_the_other_article(story: Workspace) -> None:
    desk = at_work(story)
    a = mark(desk, 0, "The depot beside it belongs to the Lund family and has 4 gates")
    b = mark(desk, 1, "The depot beside it belongs to the Lund family and has 9 gates")
    claim = desk.facts.claims[a]
    assert 4.0 in [value.value for value in claim.values if isinstance(value, Quantity)]
    assert desk.facts.fact_of[a].id == desk.facts.fact_of[b].id
    relation = desk.facts.relations(a)[b]
    assert (relation.kind, relation.on) == ("conflicts", "quantity")
    assert desk.facts.suggestions[a].verdict == "conflicting"


def test_two_claims_that_a_reviewer_ties_are_held_against_each_other(story: Workspace) -> None:
    desk = at_work(story)
    hurt = next(c for c in desk.facts.claims.values() if c.text.startswith("At least 12 people"))
    treated = mark(desk, 1, "Some 30 residents needed treatment after the blaze")
    if desk.facts.fact_of[hurt.id].id == desk.facts.fact_of[treated].id:
        desk.tie(hurt.id, same=False)
    before = desk.facts.suggestions[treated]
    desk.tie(hurt.id, same=True)
    assert desk.facts.fact_of[hurt.id].id == desk.facts.fact_of[treated].id
    assert hurt.id in desk.facts.relations(treated)
    desk.undo()
    assert desk.facts.suggestions[treated] == before


def test_parted_claims_are_two_facts_again_and_stay_so_when_the_session_is_opened_anew(
    story: Workspace,
) -> None:
    desk = at_work(story)
    a = mark(desk, 0, "The depot beside it belongs to the Lund family and has 4 gates")
    b = mark(desk, 1, "The depot beside it belongs to the Lund family and has 9 gates")
    desk.tie(a, same=False)
    assert desk.facts.fact_of[a].id != desk.facts.fact_of[b].id
    later = at_work(story)
    assert later.facts.fact_of[a].id != later.facts.fact_of[b].id
    assert b not in later.facts.relations(a)
    assert later.facts.suggestions[a] == desk.facts.suggestions[a]


def test_a_report_reads_as_the_screen_does(story: Workspace) -> None:
    desk = at_work(story)
    a = mark(desk, 0, "The depot beside it belongs to the Lund family and has 4 gates")
    mark(desk, 1, "The depot beside it belongs to the Lund family and has 9 gates")
    analysis = story.standing().analysis
    assert next(s for s in analysis.comparison.suggestions if s.claim == a) == desk.facts.suggestions[a]


def test_in_a_session_too_large_to_wait_for_they_stand_together_all_the_same(
    story: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recomparing, "LARGEST", 0)
    desk = at_work(story)
    hurt = next(c for c in desk.facts.claims.values() if c.text.startswith("At least 12 people"))
    other = mark(desk, 1, "has 9 gates")
    desk.tie(hurt.id, same=True)
    assert desk.facts.fact_of[hurt.id].id == desk.facts.fact_of[other].id


def test_whoever_waits_hears_how_far_it_is_and_may_end_it(story: Workspace) -> None:
    heard: list[tuple[str, int, int]] = []
    analysis = story.analysis
    assert story.compare(analysis, (), (), lambda *far: heard.append(far))
    shares = [done / steps for stage, done, steps in heard if stage == "comparing again"]
    assert shares[0] == 0
    assert shares == sorted(shares)
    assert len(set(shares)) > 3
    assert shares[-1] <= 1
    heard.clear()
    assert story.compare(analysis, (), (), lambda *far: heard.append(far))
    assert not heard, "what was compared once is known"


DEPOT = "The depot beside it belongs to the Lund family and has 4 gates"
OTHER_DEPOT = DEPOT.replace("4", "9")


def alone(workspace: Workspace, *, behind: bool) -> Desk:
    """A desk with a log and a memory of its own."""
    desk = Desk(workspace.analysis, MemoryLog(), "anna")
    desk.compare_by(Recomparer(workspace.folder), behind=behind)
    return desk


def catch_up(desk: Desk, workspace: Workspace) -> None:
    """What whoever shows the desk does behind the screen."""
    compare = Recomparer(workspace.folder)
    while desk.standing.due is not None:
        compare(*desk.standing.due)
        desk.compare_by(compare, behind=True)


def test_compared_behind_the_screen_it_comes_to_the_same(story: Workspace) -> None:
    at_once, behind = alone(story, behind=False), alone(story, behind=True)
    acts: tuple[Callable[[Desk], object], ...] = (
        lambda desk: mark(desk, 0, DEPOT),
        lambda desk: mark(desk, 1, OTHER_DEPOT),
        lambda desk: desk.trim(),
        lambda desk: desk.extend(),
        lambda desk: desk.say_who("the Lund family"),
        lambda desk: desk.tie(desk.analysis.claims[0].id, same=True),
        lambda desk: desk.tie(desk.analysis.claims[0].id, same=False),
        lambda desk: desk.undo(),
        lambda desk: desk.undo(),
        lambda desk: desk.redo(),
    )
    for act in acts:
        assert act(at_once) == act(behind)
        catch_up(behind, story)
        assert behind.analysis == at_once.analysis


def test_what_was_compared_before_stands_while_more_is_compared(story: Workspace) -> None:
    desk = alone(story, behind=True)
    a, b = mark(desk, 0, DEPOT), mark(desk, 1, OTHER_DEPOT)
    assert desk.standing.due is not None
    assert b not in desk.facts.relations(a)
    catch_up(desk, story)
    before = desk.analysis
    mark(desk, 0, "the police")
    assert desk.standing.due is not None
    assert desk.facts.relations(a)[b].kind == "conflicts"
    assert desk.facts.claims[a] in before.claims
    assert "not compared" in desk.accept()
    desk.undo()
    assert desk.standing.due is None, "that is known"
    assert desk.analysis == before


class Enough(Exception):
    pass


def test_what_was_given_up_half_way_is_not_kept(story: Workspace) -> None:
    def enough(stage: str, done: int, steps: int) -> None:
        if stage == "comparing again" and 2 * done >= steps:
            raise Enough

    said = [(story.analysis.claims[0].id, story.analysis.claims[-1].id, True)]
    with pytest.raises(Enough):
        story.compare(story.analysis, said, (), enough)
    again = story.compare(story.analysis, said)
    assert again is not None
    assert any({said[0][0], said[0][1]} <= set(group.claims) for group in again.comparison.groups)


def test_a_suggestion_that_rests_on_a_tie_says_that_a_reviewer_said_so(tmp_path: Path) -> None:
    texts = {
        "post": "The dockers of Brod walked out on Monday, the harbour office said.\n",
        "wire": "Work in the port of Brod has ceased, the union said.\n",
    }
    with session_of(tmp_path, texts) as workspace:
        desk = at_work(workspace)
        a = mark(desk, 0, "The dockers of Brod walked out")
        b = mark(desk, 1, "Work in the port of Brod has ceased")
        assert desk.facts.fact_of[a].id != desk.facts.fact_of[b].id
        desk.goto(a)
        desk.tie(b, same=True)
        suggestion = desk.facts.suggestions[a]
        assert (suggestion.verdict, suggestion.agrees_articles) == ("supported", 1)
        assert suggestion.why.endswith("; that B tells the same fact is a reviewer's word")
        assert suggestion.why in workspace.report("md")
        claim = desk.facts.claims[a]
        assert "same fact as B1: by your word" in [str(each) for each in remarks(desk, claim)]
        other = workspace.desk("ben")
        assert "same fact as B1: anna says so" in [str(each) for each in remarks(other, claim)]
        desk.undo()
        assert "word" not in desk.facts.suggestions[a].why
