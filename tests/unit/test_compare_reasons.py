"""Reasons a hostile reader would hold wrong: what is not said to agree, to conflict, or to be a fact."""

from __future__ import annotations

import pytest

from factcheck.compare import wording
from factcheck.compare.facts.similarity import stem
from factcheck.compare.reading.presupposed import only_meant
from factcheck.model import Quantity
from factcheck.wording.counted import counted
from tests.unit.test_compare_generalises import kinds, read, relations


def test_an_open_bound_does_not_give_the_figure_above_it() -> None:
    found = read(
        "At least 30 people were killed in the flood, the mayor, Ada Rell, said.",
        "The flood killed 34 people, the water board said.",
    )
    (relation,) = relations(found, "At least 30", "34 people")
    assert relation.kind == "differs"
    assert relation.why.startswith("the bound leaves it open: at least 30 people killed (Ada Rell) beside 34")
    assert {s.verdict for s in found.comparison.suggestions} == {None}


def test_a_count_is_no_share() -> None:
    found = read(
        "The cuts affect 7.5% of a workforce of 24,000, the group said.",
        "The group said it would cut 7.5 per cent of its workforce.",
    )
    assert kinds(found, "24,000", "7.5 per cent") <= {"agrees on quantity"}


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("The girl rescued in Mill Street is in intensive care", "rescued", False),
        ("A girl was rescued in Mill Street on Monday", "rescued", True),
        ("On the second day after the earthquake, crews are still digging", "earthquake", False),
        ("A strong earthquake shook the valley", "earthquake", True),
        ("A photo showing the captured sailor beside a guard", "captured", False),
        ("Rebels captured the town in the night", "captured", True),
        ("They affirmed their commitment to their recently signed mutual defence treaty", "treaty", False),
        ("The union accused it of ignoring the agreement that the two sides signed in June", "signed", False),
        ("This is the first estimate by Ort of northern casualties", "casualties", False),
    ],
)
def test_what_takes_a_deed_for_known_does_not_tell_it(text: str, word: str, told: bool) -> None:
    start = text.index(word)
    aside = only_meant(text, 0, len(text), [(start, start + len(word), "deed")])
    assert (not aside) is told


def test_one_verb_with_other_objects_is_no_agreement() -> None:
    found = read(
        'Russia was trying to "conceal losses" among its sailors, the governor, Ada Rell, said.',
        "Russia is trying to conceal its part in the raid, officials in Brod said.",
    )
    assert kinds(found, "conceal losses", "conceal its part") == set()


def test_nobody_claimed_is_no_denial_that_one_was_offered() -> None:
    found = read(
        "The insurer has offered a reward of 250,000 tallers.",
        "Nobody has claimed the reward of 250,000 tallers, the police said.",
    )
    assert kinds(found, "offered", "claimed") == set()


def test_two_wounded_who_died_are_not_held_against_the_wounded() -> None:
    found = read(
        "Two wounded sailors died in hospital on Monday, the navy said.",
        "The raid left 24 sailors wounded, the governor, Ada Rell, said.",
    )
    assert "conflicts on quantity" not in kinds(found, "Two wounded", "24 sailors")


def test_an_hour_in_words_is_no_figure() -> None:
    found = read("The boy died at four in the morning, the clinic said.")
    values = [v for claim in found.claims for v in claim.values if isinstance(v, Quantity)]
    assert [v.text for v in values if v.value == 4] == []


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("Six of its soldiers were killed", "Six", "Six soldiers"),
        ("Dozens of people fled", "Dozens", "Dozens of people"),
        ("The number of deaths in Ort Clinic rose to five", "five", "five deaths"),
        ("It put the number of troops there at 6,000", "6,000", "6,000 troops"),
    ],
)
def test_a_count_is_shown_with_what_is_counted(text: str, number: str, shown: str) -> None:
    start = text.index(number)
    assert counted(text, start, start + len(number), None, (0, len(text))) == shown


def test_a_possibility_is_not_reported_as_a_fact() -> None:
    found = read("Up to 400 jobs could be lost in Ort, the chamber of commerce said.")
    (suggestion,) = found.comparison.suggestions
    assert "not as a fact" in suggestion.why


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The ferry sank off Ort on Monday. It had been built in 1974.", "Ferry built in 1974"),
        (
            "The shares rose on Monday. They have lost 28% since the spring.",
            "Shares have lost 28% since the spring",
        ),
        (
            "It was a week that cost the town 40 million crowns.",
            "Week that cost the town 40 million crowns",
        ),
    ],
)
def test_a_title_names_what_a_pronoun_stands_for(text: str, title: str) -> None:
    assert title in [group.label for group in read(text).comparison.groups]


def test_only_figures_that_contradict_each_other_stand_side_by_side_in_a_title() -> None:
    found = read(
        "Shares in Orvane fell 8.4% on Tuesday.",
        "Shares in Orvane rose 2.3% on Wednesday.",
    )
    assert not [group.label for group in found.comparison.groups if " or " in group.label]


LONG = (
    "The orchestra, which has rehearsed in the old mill on the river for as long as anybody can remember,"
    " will sign its new contract with the city of Brod in September"
)


def test_of_a_long_clause_the_stretch_is_shown_that_both_tell() -> None:
    why = wording.same_told("The city of Brod signs a contract with the orchestra in September", LONG)
    shown = why.split(" / ")[1]
    assert "will sign its new contract with the city of Brod in September”" in shown
    assert shown.startswith("“…")
    assert len(shown) <= wording.STRETCH + len("“……”")


def test_a_clause_that_can_be_shown_whole_is() -> None:
    text = "The bridge over the Orda, built in 1911 and never repaired since, was closed to lorries in March"
    assert f"“{text}”" in wording.same_told("Lorries were kept off the Orda bridge in March", text)


def test_the_words_for_the_deed_are_shown_though_the_other_has_another_verb() -> None:
    why = wording.same_told(
        "The crew of the ferry died",
        "Of the crew of the ferry that left Brod in the evening for the isles five were found; none survived",
        deeds=(("die",), (stem("survived"),)),
    )
    assert "none survived”" in why
