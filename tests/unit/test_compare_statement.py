"""One statement held against a text, and against articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.compare.statements.pairs import PairJudge
from factcheck.compare.statements.readings import plain_text
from factcheck.compare.statements.statement import held_against
from factcheck.compare.statements.voices import voices_of
from factcheck.model import Article, Comparison
from factcheck.pipeline import analyse
from factcheck.resources import shipped
from factcheck.rules import RuleSet, load_rules

if TYPE_CHECKING:
    from factcheck.compare.statements.answer import Answer


@pytest.fixture(scope="module")
def ruleset() -> RuleSet:
    return load_rules([shipped("rules")])


@pytest.fixture(scope="module")
def judge(ruleset: RuleSet) -> PairJudge:
    return PairJudge(ruleset.lexicon)


@pytest.mark.parametrize(
    ("claim", "evidence", "label"),
    [
        ("Ana Velt was born in 1961.", "Ana Velt (born 3 May 1961) is a Kelmark painter.", "supported"),
        ("Ana Velt was born in 1961.", "Ana Velt (born 3 May 1971) is a Kelmark painter.", "conflicting"),
        ("Ana Velt painted the ceiling.", "Ana Velt did not paint the ceiling.", "conflicting"),
        ("Ana Velt did not paint the ceiling.", "Ana Velt did not paint the ceiling.", "supported"),
        ("Ana Velt never painted the ceiling.", "Ana Velt painted the ceiling in spring.", "conflicting"),
        ("Tolme lies in the north.", "Tolme is a town that lies in the south.", "conflicting"),
        ("The bridge in Tolme was built by Ott.", "The bridge in Tolme was built by Voss.", "conflicting"),
        ("Orsa is a Zemblan band.", "Orsa is a Ruritanian band.", "conflicting"),
        ("Twelve people were injured in Tolme.", "In Tolme 12 people were hurt.", "supported"),
        ("Twelve people were injured in Tolme.", "In Tolme 40 people were injured.", "conflicting"),
        ("Nearly 3,000 were killed in Orsa.", "About 3,000 people were killed in Orsa.", "supported"),
        ("Copper burns faster than iron.", "Bread rises overnight, and the baker sleeps.", "unsourced"),
        ("The ferry sank.", "", "unsourced"),
        ("", "The ferry sank.", "unsourced"),
        ("?!", "The ferry sank.", "unsourced"),
    ],
)
def test_what_a_text_says_of_a_statement(judge: PairJudge, claim: str, evidence: str, label: str) -> None:
    verdict = judge.judge(claim, evidence)
    assert verdict.label == label, verdict.why
    assert verdict.why
    assert 0 <= verdict.score <= 1


def test_the_reason_shows_both_values(judge: PairJudge) -> None:
    verdict = judge.judge("The pipe is 30 km long.", "The pipe is 55 km long.")
    assert (verdict.label, verdict.on) == ("conflicting", "quantity")
    assert "30 km" in verdict.why
    assert "55 km" in verdict.why


def test_an_answer_does_not_hang_on_what_was_asked_before(ruleset: RuleSet) -> None:
    line = ("Ana Velt was born in 1961.", "Ana Velt (born 3 May 1971) is a painter.")
    asked = PairJudge(ruleset.lexicon)
    first = asked.judge(*line)
    for other in ("Tolme burned down in 1971.", "Nobody was born.", "Velt is a river in Zembla."):
        asked.judge(other, line[1])
    assert asked.judge(*line) == first


@pytest.mark.parametrize(
    ("mine", "other", "label"),
    [
        ("12", "fourteen", "conflicting"),
        ("12", "12", "supported"),
        ("12", "1998", "unsourced"),
        ("30 km", "fourteen", "unsourced"),
    ],
)
def test_two_mentions_that_somebody_points_at(judge: PairJudge, mine: str, other: str, label: str) -> None:
    claim = f"At least {mine} people were rescued." if mine != "12" else "12 people were rescued on the lake."
    evidence = f"In {other} it burned." if other == "1998" else f"Police said {other} people were rescued."
    assert judge.judge(claim, evidence, mine, other).label == label


def test_a_mention_that_is_not_in_the_text_is_read_by_itself(judge: PairJudge) -> None:
    verdict = judge.judge("Some were rescued.", "Others were rescued.", "30 km", "55 km")
    assert verdict.label == "conflicting"


def test_text_cut_into_tokens_reads_like_running_text() -> None:
    assert (
        plain_text("Ana -LRB- born July 2 , 1978 -RRB- is `` here '' .")
        == 'Ana (born July 2, 1978) is "here".'
    )


@pytest.mark.parametrize(
    "text",
    ["9" * 400, "not " * 3000, "Кот сидит на крыше. " * 50, "\x00\ud800" * 200, "(" * 5000, "a" * 30_000],
)
def test_hostile_text_gets_an_answer(judge: PairJudge, text: str) -> None:
    assert judge.judge(text, text).label in ("supported", "conflicting", "unsourced")
    assert judge.judge("Ana Velt was born in 1961.", text).label == "unsourced"


# --- against articles -----------------------------------------------------------------------

STORY = {
    "a1": "Nine people were killed in a landslide in Tolme on Monday, police said. The road was closed.",
    "a2": "Rescuers worked all night. Nine people died in the landslide in Tolme, the mayor of Tolme said.",
    "a3": "Sixteen people were killed in the landslide in Tolme, the Red Cross said.",
    "a4": "The mayor of Tolme, Ana Velt, opened a school in Orsa last week.",
}


def article(name: str, text: str, owner: str | None = None) -> Article:
    return Article(name, f"{name}.txt", "", name, text, name, name, published="2025-05-06", owner=owner)


def ask(ruleset: RuleSet, statement: str, *names: str) -> Answer:
    articles = [article(name, STORY[name]) for name in names]
    analysis = analyse(articles, ruleset)
    return held_against(statement, articles, analysis.claims, ruleset.lexicon)


def test_two_articles_back_a_statement(ruleset: RuleSet) -> None:
    answer = ask(ruleset, "Nine people were killed in the landslide in Tolme.", "a1", "a2", "a4")
    assert answer.verdict == "supported", answer.why
    backing = [one for one in answer.evidence if one.relation == "agrees"]
    assert {one.article for one in backing} == {"a1", "a2"}
    for one in backing:
        assert "Nine people" in STORY[one.article][one.start : one.end]
    assert answer.voices == 2


def test_a_contradiction_outranks_what_backs_it(ruleset: RuleSet) -> None:
    answer = ask(ruleset, "Nine people were killed in the landslide in Tolme.", "a1", "a2", "a3")
    assert answer.verdict == "conflicting", answer.why
    assert answer.evidence[0].article == "a3"
    assert (
        answer.evidence[0].why == "sixteen people killed (Red Cross) against nine people killed (the claim)"
    )


def test_one_article_alone_is_a_single_source(ruleset: RuleSet) -> None:
    answer = ask(ruleset, "Sixteen people were killed in the landslide in Tolme.", "a3", "a4")
    assert answer.verdict is None
    assert answer.why.startswith("single source")


def test_what_nobody_says_is_unsourced(ruleset: RuleSet) -> None:
    answer = ask(ruleset, "A comet will hit the moon.", "a1", "a2", "a3", "a4")
    assert answer.verdict == "unsourced"
    assert not [one for one in answer.evidence if one.relation in ("agrees", "conflicts")]


def test_a_sentence_without_a_claim_is_evidence_too(ruleset: RuleSet) -> None:
    answer = ask(ruleset, "Ana Velt did not open a school in Orsa.", "a4")
    assert answer.verdict == "conflicting", answer.why


def test_articles_of_one_owner_are_one_voice() -> None:
    articles = [article("a1", "x", "Kelmark Media"), article("a2", "y", "Kelmark Media"), article("a3", "z")]
    speaking: list[tuple[str, str | None]] = [("a1", None), ("a2", None), ("a3", None)]
    assert voices_of(speaking, articles, (), Comparison()) == 2


# --- what backs a part of it ----------------------------------------------------------------


def asked(ruleset: RuleSet, statement: str, *texts: str) -> Answer:
    articles = [replace(article(f"b{n}", text), published=None) for n, text in enumerate(texts)]
    return held_against(statement, articles, analyse(articles, ruleset).claims, ruleset.lexicon)


BRIDGE = (
    "The bridge in Brenn collapsed and 14 people were killed, police said.",
    "Fourteen people were killed when the bridge in Brenn collapsed, the hospital said.",
)


def test_a_day_that_nobody_gives_is_backed_in_part(ruleset: RuleSet) -> None:
    answer = asked(ruleset, "On Tuesday 14 people were killed in Brenn.", *BRIDGE)
    assert (answer.verdict, answer.in_part) == (None, "Tuesday")
    assert answer.why.startswith("in part: 2 articles say so, and none of them gives Tuesday")
    assert all("the day is not given" in one.why for one in answer.evidence if one.relation == "agrees")


def test_a_day_that_is_given_is_backed_in_full(ruleset: RuleSet) -> None:
    texts = [text.replace("in Brenn", "in Brenn on Tuesday") for text in BRIDGE]
    answer = asked(ruleset, "On Tuesday 14 people were killed in Brenn.", *texts)
    assert (answer.verdict, answer.in_part) == ("supported", "")


def test_of_two_facts_both_must_be_told(ruleset: RuleSet) -> None:
    answer = asked(ruleset, "In Brenn 14 people were killed and 30 houses were destroyed.", *BRIDGE)
    assert answer.verdict is None
    assert answer.why.startswith("in part: no article says “30 houses were destroyed”")


def test_words_without_what_happens_back_nothing(ruleset: RuleSet) -> None:
    text = "A baker from the old harbour of Brenn was questioned by the police on Sunday, his wife said."
    answer = asked(ruleset, "A baker from the old harbour of Brenn was killed by the police.", text)
    assert answer.verdict == "unsourced"
    assert answer.evidence[0].why.startswith("it does not tell: killed")


def test_what_came_after_is_said_and_contradicts_nothing(ruleset: RuleSet) -> None:
    answer = asked(
        ruleset,
        "A woman was pulled alive from the rubble in Brenn.",
        "A woman was pulled alive from the rubble in Brenn, firefighters said.",
        "A woman, aged 40, was pulled alive from the rubble of a house in Brenn, the mayor said.",
        "The woman who had been pulled alive from the rubble in Brenn died in hospital, doctors said.",
    )
    assert answer.verdict == "supported", answer.why
    assert "one after the other, no contradiction" in answer.why


def test_who_types_a_statement_is_nobody_s_source(ruleset: RuleSet) -> None:
    text = "Fourteen people were killed when the old bridge in the harbour of Brenn collapsed."
    answer = asked(ruleset, text, text, BRIDGE[0])
    assert "the claim" not in {one.origin for one in answer.evidence}
    assert "by the claim" not in answer.why
