"""The words of everyday news in the shipped lexicon: what tells one deed meets, a false friend does not."""

from __future__ import annotations

import pytest

from factcheck.ingest import read_bytes
from factcheck.pipeline import analyse
from factcheck.resources import shipped
from factcheck.rules import load_rules
from factcheck.values.lexicon import TermIndex
from factcheck.values.tokens import Line

RULES = load_rules([shipped("rules")])
PREDICATES = TermIndex([entry for entry in RULES.lexicon if entry.role == "predicate"])


def classes(text: str) -> set[str]:
    return {found.entry.name for found in PREDICATES.find(Line(text, 0, len(text)))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two pupils have been expelled.", "Two schoolgirls were thrown out of the academy."),
        ("The town owes 14 million crowns.", "The town's debts run to 21 million crowns."),
        ("The villa was sold to a dentist.", "A dentist bought the villa."),
        ("The valve was inspected in July.", "The valve was last serviced in 2023."),
        ("The council first heard of the crack on Monday.", "The council had known of the crack for weeks."),
        ("Forty weavers were handed their notice.", "The mill laid off 60 weavers."),
        ("They tied the knot in May.", "The wedding took place in June."),
        ("The bishop said sorry.", "The bishop has apologised."),
        ("The fair was annulled.", "The fair was cancelled."),
        ("He has confessed.", "He denies it."),
        ("A tug towed the barge.", "The barge was salvaged."),
        ("The coach was relegated with the club.", "The club dropped a division."),
    ],
)
def test_two_ways_to_tell_one_deed_share_a_class(one: str, other: str) -> None:
    assert classes(one) & classes(other), (classes(one), classes(other))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Turnout fell from 40 to 30 percent.", "fell_down"),
        ("It was a bit cold.", "bite"),
        ("The insurer has raised the reward.", "invest"),
        ("The ruling party met.", "rule"),
        ("At the start of the year it rained.", "attend"),
        ("The road was closed to traffic.", "ban"),
        ("The prisoner has been held since May.", "establish"),
        ("Sales declined to three million.", "reject"),
        ("The creditors met on Monday.", "insolvent"),
        ("The wall collapsed on Monday.", "fell_down"),
    ],
)
def test_a_false_friend_has_another_class_or_none(text: str, never: str) -> None:
    assert never not in classes(text)


def conflicts(*texts: str) -> list[tuple[str, str]]:
    read = [read_bytes(text.encode(), path=f"{n}.txt", id=f"a{n}") for n, text in enumerate(texts, 1)]
    found = analyse(read, RULES).comparison.relations
    return [(relation.on, relation.why) for relation in found if relation.kind == "conflicts"]


TAIL = "\n\nThe weather was fine.\n\nThe mayor opened a fair on Sunday.\n"


def test_what_two_articles_count_once_is_one_count() -> None:
    """No verb is common, and no class: but either article speaks of so many schools, and of no others."""
    ours = "Pupils of 14 schools had seen the questions in advance, the ministry said." + TAIL
    theirs = "At least 23 schools were involved, the examiners said." + TAIL
    assert [on for on, _ in conflicts(ours, theirs)] == ["quantity"]


def test_a_noun_that_an_article_counts_twice_is_not_known_to_be_one_count() -> None:
    ours = "Pupils of 14 schools had seen the questions in advance, the ministry said." + TAIL
    twice = (
        "At least 23 schools were painted in spring, the builders said.\n\n"
        "The town has 31 schools, the builders said." + TAIL
    )
    assert conflicts(ours, twice) == []
