"""What two articles tell of one thing and of two: two nouns, crowds of two days, who closes what."""

from __future__ import annotations

import pytest

from factcheck.compare.facts.states import States
from factcheck.ingest import read_bytes
from factcheck.pipeline import analyse
from factcheck.resources import shipped
from factcheck.rules import load_rules

RULES = load_rules([shipped("rules")])
TAIL = "\n\nThe weather was fine.\n\nThe mayor opened a fair on Sunday.\n"
TUESDAY, THURSDAY = "2026-05-05", "2026-05-07"


def related(one: str, other: str, *, days: tuple[str, str] = (TUESDAY, TUESDAY)) -> set[str]:
    """What two articles are to each other, but for what both tell of the fair."""
    read = [
        read_bytes(f"Published: {day}\n\n{text}{TAIL}".encode(), path=f"{n}.txt", id=f"a{n}")
        for n, (day, text) in enumerate(zip(days, (one, other), strict=True), 1)
    ]
    assert [article.published for article in read] == list(days)
    fair = "opened a fair"
    analysis = analyse(read, RULES)
    claims = {claim.id: claim for claim in analysis.claims}
    return {
        f"{relation.kind} on {relation.on}"
        for relation in analysis.comparison.relations
        if fair not in claims[relation.a].text
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The warehouse had failed two inspections.",
            "The government has ordered an inspection of all 62 warehouses.",
        ),
        ("The kiosk had passed three audits.", "The bank has ordered an audit of all 80 kiosks."),
    ],
)
def test_who_speaks_of_both_counts_only_one_of_them(one: str, other: str) -> None:
    assert "conflicts on quantity" not in related(one, other)


def test_one_crowd_counted_twice_conflicts() -> None:
    assert "conflicts on quantity" in related(
        "Some 80 employees walked out of the mill on Monday, the union said.",
        "More than 200 workers walked out of the mill on Monday, the company said.",
    )


def test_what_happened_after_an_article_came_out_is_not_what_it_tells() -> None:
    early = "Some 80 employees walked out of the mill, the union said."
    late = "More than 200 workers walked out of the mill on Wednesday, the company said."
    assert "conflicts on quantity" not in related(early, late, days=(TUESDAY, THURSDAY))
    assert "conflicts on quantity" in related(early, late, days=(THURSDAY, THURSDAY))


def test_crowds_of_two_days_are_two_crowds() -> None:
    assert "conflicts on quantity" not in related(
        "Some 80 employees walked out of the mill on Monday, the union said.",
        "More than 200 workers walked out of the mill on Wednesday, the company said.",
        days=(THURSDAY, THURSDAY),
    )


def test_crowds_of_two_places_are_two_crowds() -> None:
    here = "In Rotterdam, more than 200 workers walked out of the mill, the union said."
    there = "Some 80 employees walked out of the mill, the union in Hamburg said."
    same = "Some 80 employees walked out of the mill, the union in Rotterdam said."
    assert "conflicts on quantity" not in related(here, there)
    assert "conflicts on quantity" in related(here, same)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The education ministry closed all schools in the valley until Monday.",
            "All schools in the valley stay closed until Monday.",
        ),
        (
            "The council closed both pools in the town until Friday.",
            "Both pools in the town remain closed until Friday.",
        ),
    ],
)
def test_who_closes_a_thing_and_what_stays_closed_bear_each_other_out(one: str, other: str) -> None:
    assert any(told.startswith("agrees") for told in related(one, other))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The council closed all pools in the town", "pool"),
        ("The council closed both lanes", "lane"),
        ("The shop closed all day", "shop"),
        ("The road stayed closed all weekend", "road"),
    ],
)
def test_all_stands_before_what_is_closed_or_before_how_long(text: str, what: str) -> None:
    assert {state.thing.head for state in States(RULES.lexicon).told(text)} == {what}
