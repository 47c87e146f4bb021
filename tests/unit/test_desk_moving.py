"""Moving about at the desk: facts, claims, mentions, filters, search. No app is started."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.review.desk import Desk
from factcheck.review.drafts import tied
from factcheck.review.filters import ALL, Filter
from factcheck.review.memory import MemoryLog
from factcheck.wording.places import letter
from tests.desks import cite, make_desk
from tests.factories import bare, empty, split_lines, story


def test_letters_go_on_after_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_disputed_facts_come_first_and_unsourced_last() -> None:
    desk = make_desk()
    ranks = [fact.rank for fact in desk.queue.facts]
    assert ranks == sorted(ranks)
    assert desk.queue.facts[0].label == "People hurt on the Aurora"
    assert [fact.label for fact in desk.queue.facts[-2:]] == [
        "Worst accident on the route",
        "Rust in the hull",
    ]


def test_text_order_follows_the_articles() -> None:
    desk = make_desk()
    assert desk.cycle_order() == "order: text order"
    firsts = [fact.first for fact in desk.queue.facts]
    assert firsts == sorted(firsts)


def test_claims_of_a_fact_come_in_the_order_of_the_texts() -> None:
    desk = make_desk()
    seen = [cite(desk)]
    for _ in range(5):
        desk.step(1)
        seen.append(cite(desk))
    assert seen == ["A2", "B2a", "B2b", "C2", "C3a", "D2"]


def test_the_ends_say_so_and_stay() -> None:
    desk = make_desk()
    assert "first" in desk.step(-1)
    desk.end(1)
    last = desk.claim
    assert "last" in desk.step(1)
    assert desk.claim == last
    assert "last" in desk.step_fact(1)


def test_facts_are_stepped_by_their_first_claim() -> None:
    desk = make_desk()
    desk.step(1)
    desk.step_fact(1)
    assert desk.fact_number == 2
    desk.step_fact(-1)
    assert (desk.fact_number, cite(desk)) == (1, "A2")


def test_reopening_stands_on_the_claim_left_or_on_the_first_where_it_is_gone() -> None:
    wanted = story().claims[8].id
    assert make_desk(start=wanted).claim is not None
    found = make_desk(start=wanted).claim
    assert found is not None
    assert found.id == wanted
    assert cite(make_desk(start="0" * 16)) == "A2"


def test_before_a_comparison_each_claim_is_a_fact_of_its_own() -> None:
    desk = Desk(bare(story()), MemoryLog(), "r1", split=split_lines)
    assert all(fact.rank == 4 for fact in desk.queue.facts)
    assert len(desk.queue.facts) == len(story().claims)


def test_a_desk_starts_with_the_dispute_wherever_it_stands() -> None:
    analysis = story()
    # The record is told before the toll here, so text order and dispute order differ.
    claims = tuple(sorted(analysis.claims, key=lambda claim: claim.start, reverse=True))
    desk = Desk(replace(analysis, claims=claims), MemoryLog(), "r1", split=split_lines)
    assert desk.fact is not None
    assert desk.fact.rank == 0


def test_the_mention_beside_is_the_first_conflict_in_another_article() -> None:
    desk = make_desk()
    row = desk.voices[desk.row]
    assert (row.sign, row.where) == ("!", "B2b")
    here, there = desk.views(2)
    assert (here.article, there.article) == ("a1", "a2")


def test_h_and_l_go_round_the_mentions_and_enter_takes_one_in_hand() -> None:
    desk = make_desk()
    wheres = []
    for _ in range(6):
        desk.choose_next(1)
        wheres.append(desk.voices[desk.row].where)
    assert set(wheres) == {"B2a", "B2b", "C2", "C3a", "D2"}, "A2 is in hand, and in sight"
    desk.choose(1)
    assert desk.enter() == ""
    assert cite(desk) == "B2a"


def test_a_single_pane_shows_the_claim_in_hand_until_another_mention_is_asked_for() -> None:
    desk = make_desk()
    assert desk.views(1)[0].article == "a1"
    desk.choose_next(1)
    assert desk.views(1)[0].claim == desk.voices[desk.row].claim
    desk.step(1)
    assert desk.views(1)[0].article == "a2"


def test_the_own_row_is_stepped_over_while_its_place_is_in_sight_and_brings_it_back_where_it_is_not() -> None:
    desk = make_desk()
    sailed = next(fact for fact in desk.facts.facts if len(fact.claims) == 2)
    mine, other = sailed.claims
    desk.goto(mine)
    for by in (1, -1, 1):
        desk.choose_next(by)
        assert desk.linkable == other
    assert desk.views(1)[0].claim == other
    for shown in (mine, other, mine):
        desk.choose_next(1, panes=1)
        assert desk.views(1)[0].claim == shown


def test_a_first_step_in_one_pane_shows_the_other_of_two_mentions() -> None:
    desk = make_desk()
    mine, other = next(fact for fact in desk.facts.facts if len(fact.claims) == 2).claims
    desk.goto(mine)
    desk.choose_next(1, panes=1)
    assert desk.views(1)[0].claim == other


def test_of_a_claim_that_stood_alone_the_pointer_goes_to_one_that_joined_it() -> None:
    desk = make_desk()
    alone, other = (c.id for c in desk.facts.in_text if c.text.startswith(("the worst", "Inspectors")))
    desk.goto(alone)
    assert desk.linkable is None
    desk.perform([tied(desk.reviewer, alone, other, same=True)])
    assert cite(desk) == desk.places.cite(desk.facts.claims[alone])
    assert desk.linkable == other


def test_three_panes_show_three_articles() -> None:
    views = make_desk().views(3)
    assert len({view.article for view in views}) == 3


def test_an_article_by_number_at_its_mention_or_as_it_is() -> None:
    desk = make_desk()
    assert desk.show_article(4) == ""
    assert desk.views(2)[1].article == "a4"
    assert desk.views(2)[1].claim is not None
    desk.end(1)
    assert "does not mention" in desk.show_article(4)
    assert desk.views(2)[1] == desk.views(1)[0]
    assert desk.show_article(9) == "there are 4 articles"


def test_filters_that_show_nothing_are_not_offered_and_each_says_how_many_it_shows() -> None:
    desk = make_desk()
    offered = {
        choice.filter.name: choice.claims for choice in desk.filters() if choice.filter.sort == "plain"
    }
    assert offered.pop("all") == offered.pop("not judged") == 13
    assert offered == {"suggested conflicting": 10, "suggested unsourced": 2, "single source": 3}
    assert desk.show_only(Filter("suggested unsourced")) == "shown: suggested unsourced, 2 of 13 claims"
    assert desk.claim is not None
    assert desk.claim.id in desk.queue
    assert desk.progress().shown == 2
    assert desk.show_only(ALL).startswith("shown: all")


def test_every_filter_shows_as_many_claims_as_it_says() -> None:
    desk = make_desk()
    desk.judge("conflicting")
    desk.write_note(desk.claim.id if desk.claim else "", "? which day is meant")
    offered = desk.filters()
    assert {choice.filter.sort for choice in offered} >= {"plain", "rule", "article", "reviewer"}
    assert Filter("to ask") in {choice.filter for choice in offered}
    for choice in offered:
        desk.show_only(choice.filter)
        assert len(desk.queue) == choice.claims, choice


def test_facts_come_by_worth_or_by_fewest_origins() -> None:
    desk = make_desk()
    while desk.order != "most worth a check":
        desk.cycle_order()
    scores = [fact.score for fact in desk.queue.facts]
    assert scores == sorted(scores, reverse=True)
    assert desk.cycle_order() == "order: fewest origins"
    backed = [fact.independent for fact in desk.queue.facts]
    assert backed == sorted(backed)


def test_search_starts_at_the_claim_and_goes_round() -> None:
    desk = make_desk()
    desk.step_fact(1)
    answer = desk.find("KELM")
    assert "hit" in answer
    first = desk.views(1)[0].hit
    assert first is not None
    for _ in range(len(desk.hits)):
        desk.step_hit(1)
    assert desk.views(1)[0].hit == first


def test_enter_on_a_hit_takes_its_claim_in_hand() -> None:
    desk = make_desk()
    desk.find("rust in")
    assert desk.enter() == ""
    assert desk.fact is not None
    assert desk.fact.label == "Rust in the hull"


@pytest.mark.parametrize("query", ["(a+)+$", "[/red]", "\\", "*", "   "])
def test_a_query_is_words_never_a_pattern(query: str) -> None:
    desk = make_desk()
    desk.find(query)
    assert len(desk.hits) == (query == "[/red]")


def test_a_search_without_hits_says_so() -> None:
    assert make_desk().find("zebra") == "no hit for “zebra”"
    assert "/ searches" in make_desk().step_hit(1)


def test_a_session_without_claims_can_be_looked_at() -> None:
    desk = Desk(empty(), MemoryLog(), "r1", split=split_lines)
    assert desk.claim is None
    assert desk.voices == ()
    assert [view.article for view in desk.views(1)] == ["a1"]
    for act in (desk.accept, desk.clear, desk.enter, desk.undo, desk.redo, desk.repeat):
        assert act()
    assert desk.step(1) == desk.step_fact(1) == desk.judge("supported") == "no claims were found"


def test_a_pinned_article_stays_in_its_pane_while_the_other_follows() -> None:
    desk = make_desk()
    first = desk.views(2)[0].article
    assert "stays in this pane" in desk.pin(0, 2)
    for _ in range(12):
        left, right = desk.views(2)
        assert left.article == first
        assert right.article != first
        assert desk.claim is not None
        in_sight = desk.claim.article in (left.article, right.article)
        assert in_sight, "the claim in hand is never out of sight"
        desk.step(1)
    assert "follows" in desk.pin(0, 2)
    assert desk.pinned is None


def test_a_pinned_article_shows_its_mention_of_each_fact() -> None:
    desk = make_desk()
    desk.show_article(2)
    desk.pin(1, 2)
    pinned = desk.articles[1].id
    desk.goto(next(claim for claim in desk.queue.claims if desk.facts.claims[claim].article != pinned))
    view = desk.views(2)[1]
    assert view.article == pinned
    assert view.claim is not None
    assert desk.facts.claims[view.claim].article == pinned
    fact = desk.fact
    assert fact is not None
    assert view.claim in fact.claims


def test_in_one_pane_a_pinned_article_is_all_one_reads() -> None:
    desk = make_desk()
    desk.pin(0, 1)
    article = desk.views(1)[0].article
    desk.end(1)
    assert desk.views(1)[0].article == article
