"""Claims by hand, spans, same fact or not; evidence that is no claim. No app is started."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.review.memory import MemoryLog
from factcheck.review.remarks import HOW
from tests.desks import make_desk

if TYPE_CHECKING:
    from factcheck.review.desk import Desk


def text(desk: Desk) -> str:
    assert desk.claim is not None
    return desk.claim.text


def select(desk: Desk, words: str, article: int = 0) -> str:
    found = desk.articles[article]
    start = found.text.index(words)
    return desk.mark_span(found.id, start, start + len(words))


def test_words_marked_by_hand_are_a_claim_that_can_be_judged_and_taken_back() -> None:
    log = MemoryLog()
    desk = make_desk(log)
    assert "is a claim now" in select(desk, " ran aground near Kelm ")
    assert text(desk) == "ran aground near Kelm", "blanks at the ends are no part of it"
    claim = desk.claim
    assert claim is not None
    assert (claim.how, HOW[claim.how]) == ("hand", "by hand")
    desk.judge("supported")
    assert make_desk(log, "ben").facts.claims.keys() == desk.facts.claims.keys()
    desk.undo()
    desk.undo()
    assert claim.id not in desk.facts.claims
    assert desk.claim is not None
    assert desk.claim.article == claim.article, "the reviewer stays near"


def test_marking_by_hand_renames_no_claim_that_was_there() -> None:
    desk = make_desk()
    before = {claim.id: desk.places.cite(claim) for claim in desk.facts.claims.values()}
    desk.find("passengers")
    assert "in claim A2 already" in desk.mark_hit(desk.hits[0])
    assert len(desk.facts.claims) == len(before)
    lone = next(claim for claim in desk.facts.in_text if before[claim.id].isalnum())
    paragraph = desk.places.paragraph(lone.article, lone.start)
    assert paragraph is not None
    desk.mark_span(lone.article, paragraph.start, paragraph.start + 12)
    made = desk.claim
    assert made is not None
    assert made.id not in before
    assert desk.places.cite(made).endswith(("b", "c"))
    assert {each: desk.places.cite(desk.facts.claims[each]) for each in before} == before


def test_marking_what_is_a_claim_already_or_nothing_says_so() -> None:
    log = MemoryLog()
    desk = make_desk(log)
    desk.step(2)
    assert "is a claim already" in select(desk, "At least 40 passengers were hurt")
    assert text(desk) == "At least 40 passengers were hurt"
    assert "select the words" in desk.mark_span(desk.articles[0].id, 5, 5)
    assert "select the words" in desk.mark_span(desk.articles[0].id, 0, 10**9)
    assert log.events() == ()


def test_page_furniture_inside_a_claim_is_left_out_of_its_quote() -> None:
    desk = make_desk()
    select(desk, "the coastguard said.\nShare this story\nThe ship")
    assert "“the coastguard said. [...] The ship”" in desk.quote()


def test_a_claim_is_trimmed_and_extended_by_words_and_its_verdict_follows() -> None:
    desk = make_desk()
    claim = desk.claim
    assert claim is not None
    desk.judge("conflicting")
    desk.goto(claim.id)
    assert desk.trim().startswith("trimmed: A2")
    assert text(desk) == "At least 40 passengers were"
    assert claim.id not in desk.facts.claims
    mark = desk.mark(desk.claim.id) if desk.claim else None
    assert mark is not None
    assert mark.verdict == "conflicting"
    assert len(desk.voices) > 3, "it is still a mention of its fact"
    desk.extend()
    assert desk.claim is not None
    assert desk.claim.id == claim.id, "extended by the word that was trimmed, it is what it was"
    desk.extend()
    assert text(desk) == "At least 40 passengers were hurt when"


def test_trimming_and_extending_end_at_one_word_and_at_the_sentence() -> None:
    desk = make_desk()
    for _ in range(10):
        said = desk.trim()
    assert text(desk) == "At"
    assert "one word is left" in said
    for _ in range(60):
        said = desk.extend()
    assert said == "the sentence ends here"
    assert text(desk).endswith("the coastguard said.")


def test_a_sign_between_words_is_no_part_of_an_extended_claim() -> None:
    desk = make_desk()
    while not text(desk).endswith("Tuesday"):
        desk.extend()
    desk.extend()
    assert text(desk).endswith("on Tuesday, the")


def test_a_change_that_would_go_in_a_ring_is_refused() -> None:
    desk = make_desk()
    desk.trim()
    assert desk.claim is not None
    here = desk.claim.id
    desk.judge("supported")
    desk.goto(here)
    assert "how it stood before" in desk.extend()
    assert text(desk) == "At least 40 passengers were"


def test_a_mention_is_taken_out_of_a_fact_and_put_back() -> None:
    desk = make_desk()
    desk.choose(next(row for row, voice in enumerate(desk.voices) if voice.where == "D2"))
    pointed, fact = desk.pointed, desk.fact
    assert pointed is not None
    assert fact is not None
    assert desk.tie_pointed(same=True) == "D2 and A2 are one fact already"
    assert "are not the same fact" in desk.tie_pointed(same=False)
    assert desk.fact is not None
    assert pointed.id not in desk.fact.claims
    assert len(desk.fact.claims) == len(fact.claims) - 1
    assert desk.tie(pointed.id, same=True).startswith("D2 and A2 tell the same fact")
    assert desk.fact.claims == fact.claims
    desk.undo()
    desk.undo()
    assert desk.fact.claims == fact.claims


def test_the_place_in_the_queue_stays_when_facts_are_parted_and_joined() -> None:
    desk = make_desk()
    labels = [fact.label for fact in desk.queue.facts]
    desk.step_fact(1)
    here, behind = desk.fact_number, desk.queue.facts[2].claims
    assert (here, len(desk.queue.facts[1].claims)) == (2, 2)
    desk.tie_pointed(same=False)
    assert (desk.fact_number, len(desk.queue.facts)) == (here, len(labels) + 1)
    assert desk.queue.facts[3].claims == behind  # right behind the two that were one
    desk.undo()
    assert [fact.label for fact in desk.queue.facts] == labels
    desk.end(-1)
    desk.tie(desk.queue.facts[-1].claims[0], same=True)
    assert desk.fact_number == 1
    assert desk.queue.facts[2].claims == behind
    for _ in range(4):  # whoever chooses the order has it made anew
        desk.cycle_order()
    desk.undo()
    assert desk.fact_number == 1


def test_the_claim_at_a_search_hit_can_be_tied_to_the_one_in_hand() -> None:
    desk = make_desk()
    desk.find("rust in the hull")
    assert "tell the same fact" in desk.tie_pointed(same=True)
    assert desk.fact is not None
    assert any(desk.facts.claims[claim].text.endswith("in March") for claim in desk.fact.claims)
    assert desk.hits, "the search goes on"


def test_evidence_from_outside_waits_for_the_verdict_and_stays_with_later_ones() -> None:
    desk = make_desk()
    claim = desk.claim
    assert claim is not None
    said = desk.add_evidence(claim.id, '2026-03-05 | https://kelm.example/log | "62 treated [/red]"')
    told = "https://kelm.example/log, seen 2026-03-05, “62 treated [/red]”"
    assert said == f"the next verdict on A2 will rest on it: {told}"
    desk.advance = False
    for verdict in ("supported", "conflicting"):
        desk.judge("supported" if verdict == "supported" else "conflicting")
        mark = desk.mark(claim.id)
        assert mark is not None
        outside = [each for each in mark.evidence if each.url]
        assert [(each.url, each.seen, each.text) for each in outside] == [
            ("https://kelm.example/log", "2026-03-05", "62 treated [/red]")
        ]
        assert any(each.claim for each in mark.evidence), "claims are linked as before"
    assert desk.add_evidence(claim.id, "https://kelm.example/two").startswith("evidence added to A2")
    assert len(desk.beside(claim.id)) == 2
    assert "rests on it already" in desk.add_evidence(claim.id, "https://kelm.example/two")
    desk.undo()
    assert len(desk.beside(claim.id)) == 1


def test_words_of_an_article_are_evidence_where_they_stand_once() -> None:
    desk = make_desk()
    claim = desk.claim
    assert claim is not None
    assert "C3 “The Kelm hospital treated 62 people”" in desk.add_evidence(
        claim.id, "C3: The Kelm hospital  treated 62 people"
    )
    assert "D2 “keeps silent”" in desk.add_evidence(claim.id, "D: “keeps silent”")
    anchor = desk.beside(claim.id)[0].anchor
    assert anchor is not None
    assert desk.articles[2].text[anchor.start : anchor.end] == anchor.exact
    assert anchor.text_sha256 == desk.articles[2].text_sha256


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("ftp://kelm.example/x", "write https://"),
        ("javascript:alert(1)", "write https://"),
        ("https://a.example | 2026-13-40", "2026-13-40 is no date"),
        ("   ", "evidence is an address, a quote, or both"),
        ("C3: the hospital closed", "do not stand in C3"),
        ("C9: anything", "there is no paragraph C9; the last one is 4"),
        ("B: on", "stand"),
        ("https://a.example | https://b.example | https://c.example", "3 addresses"),
    ],
)
def test_evidence_that_is_none_is_complained_about_and_nothing_is_kept(typed: str, complaint: str) -> None:
    desk = make_desk()
    claim = desk.claim
    assert claim is not None
    said = desk.add_evidence(claim.id, typed)
    assert said.startswith("not added: ")
    assert complaint in said
    assert desk.beside(claim.id) == ()


def test_evidence_beside_claims_goes_with_every_mention_judged_as_one() -> None:
    desk = make_desk()
    claim = desk.claim
    assert claim is not None
    desk.add_evidence(claim.id, "https://kelm.example/log")
    desk.judge_same("supported")
    marks = [mark for mark in desk.state.marks("r1").values() if mark.verdict]
    assert len(marks) == 4
    assert all(any(each.url for each in mark.evidence) for mark in marks)


def test_a_read_only_desk_changes_no_claims() -> None:
    desk = make_desk(read_only=True)
    before = desk.facts.claims
    desk.choose(1)
    for said in (desk.trim(), desk.extend(), desk.tie_pointed(same=False), select(desk, "aground near Kelm")):
        assert said.startswith("read-only")
    assert desk.facts.claims == before
