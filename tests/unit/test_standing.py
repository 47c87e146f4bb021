"""What people add to a session, what moves with a new version, and what a blind reviewer sees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Analysis, Anchor, Claim, Evidence, Version, claim_id
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.drafts import (
    adjudicated,
    blinded,
    carried,
    hand_marked,
    id_of,
    new_span,
    refused,
    revealed,
    tied,
)
from factcheck.review.events import Acts, claim_anchors
from factcheck.review.memory import MemoryLog
from factcheck.review.rounds.blind import is_blind, visible
from factcheck.review.standing import Standing, standing
from tests.factories import make_article, story

if TYPE_CHECKING:
    from factcheck.model import Article, Event

TEXT = (
    "The ferry left Kelm at noon. The coastguard counted forty passengers on deck. "
    "A crew member said the engine had failed twice before. Nobody was hurt, the mayor said."
)
QUOTE = "forty passengers on deck"


def bare(article: Article, *quotes: str) -> Analysis:
    """An analysis in which exactly these words are claims."""
    claims = []
    for words in quotes:
        start = article.text.index(words)
        end = start + len(words)
        name = claim_id(article.text_sha256, start, end)
        claims.append(Claim(name, article.id, start, end, words, (start, end), ("r",), 0.5))
    return replace(story(), articles=(article,), claims=tuple(claims), comparison=replace(story().comparison,
        groups=(), relations=(), suggestions=(), links=()))  # fmt: skip


class Table:
    """One log, one analysis that may be another from one moment to the next, several reviewers."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.log = MemoryLog()
        self.versions: list[Version] = []
        self.remember()

    def remember(self) -> None:
        for each in self.analysis.articles:
            self.versions.append(Version(each.text_sha256, each.sha256, each.path, "", each.text))

    def rewrite(self, text: str, *quotes: str) -> None:
        """The first article's file holds another text now."""
        self.analysis = bare(make_article("a1", text, "Kelm Post"), *quotes)
        self.remember()

    def acts(self, reviewer: str) -> Acts:
        now = self.now
        return Acts(self.log, now.state, reviewer, claim_anchors(now.analysis))

    @property
    def now(self) -> Standing:
        return standing(self.analysis, self.log.events(), self.versions)

    def ids(self) -> set[str]:
        return {claim.id for claim in self.now.analysis.claims}


@pytest.fixture
def table() -> Table:
    return Table(bare(make_article("a1", TEXT, "Kelm Post"), QUOTE, "the engine had failed twice before"))


def first(table: Table) -> str:
    return table.analysis.claims[0].id


def test_a_verdict_stays_on_words_that_moved_and_is_not_stale(table: Table) -> None:
    table.acts("ada").judge([first(table)], "supported", "origins")
    table.rewrite("A new first paragraph stands here now.\n\n" + TEXT, QUOTE)
    moved = table.analysis.claims[0].id
    mark = table.now.state.mark("ada", moved)
    assert mark is not None
    assert (mark.verdict, mark.stale) == ("supported", False)


def test_a_verdict_whose_rule_is_gone_is_kept_and_can_be_judged_on(table: Table) -> None:
    judged = first(table)
    table.acts("ada").judge([judged], "supported", "origins")
    table.analysis = replace(table.analysis, claims=table.analysis.claims[1:])
    (kept,) = [claim for claim in table.now.analysis.claims if claim.id == judged]
    assert (kept.how, kept.text, kept.rules) == ("kept", QUOTE, ())
    assert TEXT[slice(*kept.sentence)].startswith("The coastguard")
    table.acts("ada").judge([judged], "unsourced", "nobody")
    assert table.now.state.marks("ada")[judged].verdict == "unsourced"
    table.acts("ada").clear([judged])
    assert judged not in table.ids(), "nothing keeps it any longer"
    table.acts("ada").undo()
    assert judged in table.ids()


def test_a_changed_sentence_is_a_question_and_its_answer_carries_the_verdict(table: Table) -> None:
    judged = first(table)
    table.acts("ada").judge([judged], "supported", "origins")
    table.acts("bo").judge([judged], "conflicting", "sources")
    text = TEXT.replace("forty passengers on deck", "some forty-four passengers on the deck")
    table.rewrite(text)
    (proposal,) = table.now.proposals("ada")
    assert proposal.was.exact == QUOTE
    assert "forty-four" in proposal.now.exact
    assert not table.now.orphans("ada")
    table.acts("ada").do([carried("ada", judged, proposal.now)])
    there = id_of(proposal.now)
    mark = table.now.state.mark("ada", there)
    assert mark is not None
    assert (mark.verdict, mark.stale) == ("supported", True), "it was judged on other words"
    assert table.now.state.mark("bo", there) is None, "what bo judged is for bo to say"
    assert table.now.proposals("bo")
    table.acts("ada").judge([there], "supported", "origins")
    assert table.now.state.marks("ada")[there].stale is False
    for _ in range(2):
        table.acts("ada").undo()
    assert table.now.proposals("ada") == (proposal,)


def test_a_proposal_takes_the_whole_claim_that_a_rule_finds_there(table: Table) -> None:
    table.acts("ada").judge([first(table)], "supported", "origins")
    now = "close to fifty of the passengers on deck"
    table.rewrite(TEXT.replace(QUOTE, now), now)
    (proposal,) = table.now.proposals("ada")
    assert proposal.now.exact == now
    table.acts("ada").do([carried("ada", first_judged := proposal.claim, proposal.now)])
    assert table.now.state.place("ada", first_judged) == table.analysis.claims[0].id


def test_a_refused_proposal_is_asked_no_more_and_the_verdict_is_an_orphan(table: Table) -> None:
    judged = first(table)
    table.acts("ada").judge([judged], "supported", "origins")
    table.rewrite(TEXT.replace("forty passengers on deck", "some forty-four passengers on the deck"))
    (proposal,) = table.now.proposals("ada")
    table.acts("ada").do([refused("ada", judged, proposal.now)])
    assert table.now.proposals("ada") == ()
    assert table.now.orphans("ada") == (judged,)
    assert table.now.state.marks("ada")[judged].verdict == "supported"
    table.acts("ada").undo()
    assert table.now.proposals("ada") == (proposal,)


def test_evidence_follows_its_words_too(table: Table) -> None:
    claim, other = (each.id for each in table.analysis.claims)
    start = TEXT.index("Nobody was hurt")
    span = make_anchor(table.analysis.articles[0], start, start + len("Nobody was hurt"))
    table.acts("ada").judge([claim], "supported", "origins", [other, Evidence(anchor=span)])
    table.rewrite("New words first. " + TEXT, QUOTE, "the engine had failed twice before")
    (mark,) = table.now.marks()
    linked, pointed = mark.evidence
    assert linked.claim == table.analysis.claims[1].id
    assert pointed.anchor is not None
    text = table.analysis.articles[0].text
    assert text[pointed.anchor.start : pointed.anchor.end] == "Nobody was hurt"
    assert pointed.anchor.start == span.start + len("New words first. ")


def test_a_claim_marked_by_hand_is_a_claim_until_it_is_undone(table: Table) -> None:
    start = TEXT.index("The ferry left Kelm at noon")
    anchor = make_anchor(table.analysis.articles[0], start, start + 27)
    table.acts("ada").do([hand_marked("ada", anchor)])
    (claim,) = [claim for claim in table.now.analysis.claims if claim.how == "hand"]
    assert claim.text == "The ferry left Kelm at noon"
    assert claim.id == id_of(anchor)
    assert [each.start for each in table.now.analysis.claims] == sorted(
        each.start for each in table.now.analysis.claims
    )
    table.acts("bo").judge([claim.id], "unsourced", "nobody")
    table.acts("ada").undo()
    (claim,) = [claim for claim in table.now.analysis.claims if claim.id == id_of(anchor)]
    assert claim.how == "kept", "bo has judged it"


def test_a_trimmed_claim_takes_its_verdict_along_and_the_old_one_goes(table: Table) -> None:
    old = table.analysis.claims[0]
    table.acts("ada").judge([old.id], "supported", "origins")
    anchor = make_anchor(table.analysis.articles[0], old.start, old.start + len("forty passengers"))
    table.acts("ada").do([new_span("ada", old.id, anchor)])
    now = table.now
    assert old.id not in table.ids()
    (new,) = [claim for claim in now.analysis.claims if claim.how == "hand"]
    assert (new.text, new.rules) == ("forty passengers", ("r",))
    mark = now.state.mark("ada", new.id)
    assert mark is not None
    assert mark.verdict == "supported"
    table.acts("ada").undo()
    assert old.id in table.ids()
    assert table.now.state.mark("ada", old.id) is not None


def test_a_claim_that_another_has_judged_stays_when_one_trims_it(table: Table) -> None:
    old = table.analysis.claims[0]
    table.acts("bo").judge([old.id], "supported", "origins")
    anchor = make_anchor(table.analysis.articles[0], old.start, old.start + len("forty passengers"))
    table.acts("ada").do([new_span("ada", old.id, anchor)])
    assert {old.id, id_of(anchor)} <= table.ids()
    assert table.now.state.mark("bo", old.id) is not None


def groups(now: Standing) -> list[set[str]]:
    return [set(group.claims) for group in now.analysis.comparison.groups]


def test_two_claims_are_one_fact_when_somebody_says_so_and_not_when_somebody_says_no(table: Table) -> None:
    a, b = (claim.id for claim in table.analysis.claims)
    table.acts("ada").do([tied("ada", a, b, same=True)])
    assert groups(table.now) == [{a, b}]
    (group,) = table.now.analysis.comparison.groups
    assert (group.articles, group.independent) == (1, 1)
    table.acts("bo").do([tied("bo", b, a, same=False)])
    assert groups(table.now) == [], "the latest word counts, whoever said it"
    table.acts("bo").undo()
    assert groups(table.now) == [{a, b}]
    table.acts("ada").undo()
    assert groups(table.now) == []


def test_taking_a_claim_out_counts_its_group_again() -> None:
    analysis = story()
    group = max(analysis.comparison.groups, key=lambda group: len(group.claims))
    table = Table(analysis)
    a, b = group.claims[:2]
    table.acts("ada").do([tied("ada", a, b, same=False)])
    now = {claim: each for each in table.now.analysis.comparison.groups for claim in each.claims}
    assert now[a].id != now[b].id
    assert {*now[a].claims} | {*now[b].claims} == {*group.claims}, (
        "the others go with the one they are nearer to"
    )
    assert all(now[each].articles <= group.articles for each in (a, b))


def test_the_adjudicated_verdict_stands_beside_the_reviewers_own(table: Table) -> None:
    claim = first(table)
    table.acts("ada").judge([claim], "supported", "origins")
    table.acts("bo").judge([claim], "conflicting", "sources")
    state = table.now.state
    table.acts("cy").do([adjudicated("cy", state, claim, None, "conflicting", "sources", "see the log book")])
    said = table.now.state.adjudicated()[claim]
    assert (said.reviewer, said.verdict, said.note) == ("cy", "conflicting", "see the log book")
    assert {mark.verdict for mark in table.now.state.marks_of(claim)} == {"supported", "conflicting"}
    table.acts("cy").do([adjudicated("cy", table.now.state, claim, None, None)])
    assert table.now.state.adjudicated() == {}
    table.acts("cy").undo()
    assert table.now.state.adjudicated()[claim].verdict == "conflicting"


def blind_events(*drafts: Event) -> tuple[Event, ...]:
    log = MemoryLog()
    log.append(drafts)
    return log.events()


def test_blind_lasts_until_it_is_revealed_and_can_begin_again() -> None:
    assert is_blind((), "ada") is None
    assert is_blind((), "ada", "suggestions") == "suggestions"
    events = blind_events(blinded("ada"))
    assert (is_blind(events, "ada"), is_blind(events, "bo")) == ("verdicts", None)
    events = blind_events(blinded("ada"), revealed("ada"))
    assert is_blind(events, "ada", "verdicts") is None
    events = blind_events(blinded("ada"), revealed("ada"), blinded("ada", suggestions=True))
    assert is_blind(events, "ada") == "suggestions"


def test_a_blind_reviewer_sees_only_their_own_acts(table: Table) -> None:
    table.acts("bo").note(first(table), "the log book is missing")
    table.acts("ada").do([blinded("ada")])
    table.acts("ada").judge([first(table)], "supported", "origins")
    events = table.log.events()
    assert {event.reviewer for event in visible(events, "ada")} == {"ada"}
    assert len(visible(events, "bo")) == 3
    table.acts("ada").do([revealed("ada")])
    assert len(visible(table.log.events(), "ada")) == 4


def test_an_anchor_without_a_text_of_this_session_is_an_orphan(table: Table) -> None:
    strange = Anchor("0" * 64, 3, 9, "a ship", "", "")
    Acts(table.log, table.now.state, "ada", lambda _: strange).judge([id_of(strange)], "supported")
    assert table.now.orphans("ada") == (id_of(strange),)
    assert id_of(strange) not in table.ids()
