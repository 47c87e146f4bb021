"""Quantities as intervals: hedges, ranges, bounds, units, what is counted, and what is no figure."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.unit.values_world import numbers

Row = tuple[float | None, float | None, float | None, str]

FIGURES: list[tuple[str, str, Row]] = [
    # hedges
    ("nearly 3,000 people fled", "nearly 3,000", (3000, 2700, 3000, "below")),
    ("almost 400 people fled", "almost 400", (400, 360, 400, "below")),
    ("just under 50 people fled", "just under 50", (50, 45, 50, "below")),
    ("close to 200 people fled", "close to 200", (200, 180, 220, "about")),
    ("about 1,100 people fled", "about 1,100", (1100, 990, 1210, "about")),
    ("around 20 people fled", "around 20", (20, 18, 22, "about")),
    ("some 20 people fled", "some 20", (20, 18, 22, "about")),
    ("roughly 20 people fled", "roughly 20", (20, 18, 22, "about")),
    ("approximately 20 people fled", "approximately 20", (20, 18, 22, "about")),
    ("an estimated 20 people fled", "an estimated 20", (20, 18, 22, "about")),
    ("Around 20 people fled", "Around 20", (20, 18, 22, "about")),
    ("over 3,000 people fled", "over 3,000", (3000, 3000, None, "above")),
    ("more than 3,000 people fled", "more than 3,000", (3000, 3000, None, "above")),
    ("at least 12 people fled", "at least 12", (12, 12, None, "above")),
    ("upwards of 12 people fled", "upwards of 12", (12, 12, None, "above")),
    ("no fewer than 12 people fled", "no fewer than 12", (12, 12, None, "above")),
    ("in excess of 12 people fled", "in excess of 12", (12, 12, None, "above")),
    ("just over 200 people fled", "just over 200", (200, 200, 220, "above")),
    ("fewer than 90 people fled", "fewer than 90", (90, None, 90, "below")),
    ("less than 90 people fled", "less than 90", (90, None, 90, "below")),
    ("up to 15,000 people fled", "up to 15,000", (15000, None, 15000, "below")),
    ("at most 7 people fled", "at most 7", (7, None, 7, "below")),
    ("as many as 700 people fled", "as many as 700", (700, None, 700, "below")),
    ("no more than 700 people fled", "no more than 700", (700, None, 700, "below")),
    ("up to about 700 people fled", "up to about 700", (700, None, 700, "below")),
    ("at least some 700 people fled", "at least some 700", (700, 700, None, "above")),
    ("more than an estimated 40 people fled", "more than an estimated 40", (40, 40, None, "above")),
    ("300 or more people fled", "300 or more", (300, 300, None, "above")),
    ("40+ people fled", "40+", (40, 40, None, "above")),
    ("40-plus people fled", "40-plus", (40, 40, None, "above")),
    ("300-odd people fled", "300-odd", (300, 270, 330, "about")),
    ("forty or so people fled", "forty or so", (40, 36, 44, "about")),
    # ranges
    ("10,000 to 12,000 people fled", "10,000 to 12,000", (None, 10000, 12000, "range")),
    ("between 11,000 and 12,000 people", "11,000 and 12,000", (None, 11000, 12000, "range")),
    ("between 11,000 to 12,000 people", "11,000 to 12,000", (None, 11000, 12000, "range")),
    ("10-12,000 people fled", "10-12,000", (None, 10000, 12000, "range")),
    ("10,000–12,000 people fled", "10,000–12,000", (None, 10000, 12000, "range")),
    ("3 to 5 people fled", "3 to 5", (None, 3, 5, "range")),
    ("two or three people fled", "two or three", (None, 2, 3, "range")),
    ("5 to 10 million people fled", "5 to 10 million", (None, 5e6, 1e7, "range")),
    ("between 5 and 10 million people fled", "5 and 10 million", (None, 5e6, 1e7, "range")),
    ("between two and four people fled", "two and four", (None, 2, 4, "range")),
    ("from 300 to 500 people fled", "300 to 500", (None, 300, 500, "range")),
    # vague
    ("several hundred people fled", "several hundred", (None, 200, 900, "vague")),
    ("hundreds of people fled", "hundreds", (None, 200, 999, "vague")),
    ("Dozens of people fled", "Dozens", (None, 24, 99, "vague")),
    ("thousands of people fled", "thousands", (None, 2000, 99999, "vague")),
    ("tens of thousands of people fled", "tens of thousands", (None, 20000, 99999, "vague")),
    ("hundreds of thousands of people fled", "hundreds of thousands", (None, 2e5, 999999, "vague")),
    ("several people fled", "several", (None, 3, 9, "vague")),
    ("a few people fled", "a few", (None, 3, 9, "vague")),
    ("a few dozen people fled", "a few dozen", (None, 24, 108, "vague")),
    ("several thousand people fled", "several thousand", (None, 2000, 9000, "vague")),
    ("a couple of people fled", "a couple", (None, 2, 3, "vague")),
    ("more than a few people fled", "more than a few", (None, 3, None, "above")),
    # words
    ("a dozen people fled", "a dozen", (12, 10.8, 13.2, "about")),
    ("more than a dozen people fled", "more than a dozen", (12, 12, None, "above")),
    ("two dozen people fled", "two dozen", (24, 21.6, 26.4, "about")),
    ("half a million people fled", "half a million", (500000, 500000, 500000, "exact")),
    ("nearly half a million people fled", "nearly half a million", (500000, 450000, 500000, "below")),
    ("twenty-three people fled", "twenty-three", (23, 23, 23, "exact")),
    ("two hundred people fled", "two hundred", (200, 200, 200, "exact")),
    ("two hundred and five people fled", "two hundred and five", (205, 205, 205, "exact")),
    ("a hundred people fled", "a hundred", (100, 100, 100, "exact")),
    ("three billion people", "three billion", (3e9, 3e9, 3e9, "exact")),
    ("four thousand two hundred people fled", "four thousand two hundred", (4200, 4200, 4200, "exact")),
    ("two and a half million people", "two and a half million", (2.5e6, 2.5e6, 2.5e6, "exact")),
    ("Nine people fled", "Nine", (9, 9, 9, "exact")),
    # scales
    ("1.2 million people fled", "1.2 million", (1.2e6, 1.2e6, 1.2e6, "exact")),
    ("12 thousand people fled", "12 thousand", (12000, 12000, 12000, "exact")),
    ("20k people fled", "20k", (20000, 20000, 20000, "exact")),
    ("10\u202f000 people fled", "10\u202f000", (10000, 10000, 10000, "exact")),
]


@pytest.mark.parametrize(("sentence", "text", "row"), FIGURES, ids=[row[0] for row in FIGURES])
def test_figure_is_an_interval(sentence: str, text: str, row: Row) -> None:
    found = numbers(sentence + ".")
    assert [one.text for one in found] == [text]
    one = found[0]
    assert one.unit == "person"
    assert (one.bound, one.value) == (row[3], row[0])
    assert one.low == (None if row[1] is None else pytest.approx(row[1]))
    assert one.high == (None if row[2] is None else pytest.approx(row[2]))


MEASURED: list[tuple[str, str, float, str]] = [
    ("It cost $1.13bn.", "$1.13bn", 1.13e9, "USD"),
    ("It cost $1.2 million.", "$1.2 million", 1.2e6, "USD"),
    ("It cost US$3m.", "US$3m", 3e6, "USD"),
    ("It cost €20.", "€20", 20, "EUR"),
    ("It cost £5m a week.", "£5m", 5e6, "GBP"),
    ("It cost 40 million dollars.", "40 million", 4e7, "USD"),
    ("It cost 300 euros.", "300", 300, "EUR"),
    ("Turnout was 5 per cent.", "5 per cent", 5, "percent"),
    ("Turnout was 61.5%.", "61.5%", 61.5, "percent"),
    ("Turnout was 61 percent.", "61 percent", 61, "percent"),
    ("It rose by three percentage points.", "three", 3, "percentage point"),
    ("Two-thirds of the voters stayed away.", "Two-thirds", 66.7, "percent"),
    ("A third of the voters stayed away.", "A third", 33.3, "percent"),
    ("It lies 12 km away.", "12", 12, "km"),
    ("It lies 12km away.", "12", 12, "km"),
    ("It lies 40 miles off.", "40", 40, "mile"),
    ("It spread across 20 square kilometres.", "20", 20, "square km"),
    ("It weighs 300 kg.", "300", 300, "kg"),
    ("They carried 12 tonnes.", "12", 12, "tonne"),
    ("It was 31 degrees.", "31", 31, "degree"),
    ("A magnitude 6.1 quake struck.", "6.1", 6.1, "magnitude"),
    ("A magnitude-6.1 quake struck.", "6.1", 6.1, "magnitude"),
    ("A 6.1-magnitude quake struck.", "6.1", 6.1, "magnitude"),
    ("A 90-day truce began.", "90", 90, "day"),
    ("A three-month truce began.", "three", 3, "month"),
    ("It took two weeks.", "two", 2, "week"),
    ("A 26-year-old man fled.", "26", 26, "age"),
    ("He is 26 years old.", "26", 26, "age"),
    ("He died aged 26.", "26", 26, "age"),
    ("They burned 14 villages.", "14", 14, "village"),
    ("They burned 14 abandoned riverside villages.", "14", 14, "village"),
    ("They burned 14 of the villages.", "14", 14, "village"),
    ("They lost 31 armoured vehicles there.", "31", 31, "vehicle"),
]


@pytest.mark.parametrize(("sentence", "text", "value", "unit"), MEASURED, ids=[row[0] for row in MEASURED])
def test_unit_of_a_figure(sentence: str, text: str, value: float, unit: str) -> None:
    found = [one for one in numbers(sentence) if one.text == text]
    assert [one.unit for one in found] == [unit]
    assert found[0].value == pytest.approx(value)


NO_FIGURES = [
    "The F-16 and the T-72 were there.",
    "COVID-19 spread.",
    "Article 5 applies.",
    "A Boeing 737 crashed.",
    "Flight 370 vanished.",
    "Resolution 2231 stands.",
    "It happened on the 26th.",
    "The 3rd Brigade left.",
    "They won 3-1.",
    "They lost the final 0-2.",
    "A 2-3 defeat followed.",
    "It began at 17:30.",
    "It began at 5 p.m. sharp.",
    "It began at 9am.",
    "Call 555-0100 now.",
    "Call 0800 555 0100 now.",
    "Call +44 20 7946 0958 now.",
    "One of them left.",
    "No one left.",
    "They blamed one another.",
    "He was the first to leave.",
    "It was 24/7 work.",
    "A one-sided account.",
    "Version 2.0.1 came out.",
    "The war began in 2014.",
    "See page 12.",
    "Losses are put at over 1,",
    "No. 10 said nothing.",
    "1. Open the door.",
    "Group of 20 leaders met in the 1990s.",
]


@pytest.mark.parametrize("sentence", NO_FIGURES)
def test_no_figure(sentence: str) -> None:
    assert [one.text for one in numbers(sentence) if one.text != "20"] == []


def test_cut_sentence_ends_in_no_number() -> None:
    assert numbers("They lost 12 homes and over 1", cut=True)[0].text == "12"
    assert len(numbers("They lost 12 homes and over 1", cut=True)) == 1
    assert [one.text for one in numbers("They lost over 1,200 homes", cut=True)] == ["over 1,200"]


def test_each_figure_counts_its_own_predicate() -> None:
    found = numbers("They gave 100 deaths and nearly 1,000 injuries.")
    assert [(one.text, one.of) for one in found] == [("100", "die"), ("nearly 1,000", "wound")]


def test_predicate_of_another_clause_is_left_alone() -> None:
    found = numbers("Norland lists over 3,000 people dead, while Sudmark speaks of 90 people displaced.")
    assert [(one.text, one.of) for one in found] == [("over 3,000", "die"), ("90", "flee")]


def test_figure_without_a_noun_takes_the_unit_before_it() -> None:
    one = numbers("It put the number of people killed or wounded at 1,000, adding that more would come.")[0]
    assert (one.text, one.unit, one.of) == ("1,000", "person", "casualties")


def test_change_is_two_figures_and_no_range() -> None:
    found = numbers("The toll rose from 300 to 500 dead people.")
    assert [(one.text, one.bound) for one in found] == [("300", "exact"), ("500", "exact")]


SINGLES = [
    ("A soldier died.", "A soldier"),
    ("The captured Norlandic soldier died.", "The captured Norlandic soldier"),
    ("They saw an unarmed civilian there.", "an unarmed civilian"),
    ("The hostage's death was kept quiet.", "The hostage"),
]


@pytest.mark.parametrize(("sentence", "text"), SINGLES)
def test_article_counts_one_person(sentence: str, text: str) -> None:
    found = numbers(sentence)
    assert [(one.text, one.value, one.bound, one.unit, one.hedge) for one in found] == [
        (text, 1, "exact", "person", None)
    ]


@pytest.mark.parametrize(
    "sentence", ["The soldiers died.", "A house burned.", "The troops left.", "The rebel-held town fell."]
)
def test_article_counts_nobody(sentence: str) -> None:
    assert numbers(sentence) == []


def test_number_word_and_article_do_not_both_count() -> None:
    assert [one.text for one in numbers("They said one wounded soldier died.")] == ["one"]


def test_enormous_number_is_no_figure() -> None:
    assert numbers("They counted " + "7" * 400 + " people.") == []
    assert numbers("They counted 9" + "0" * 17 + " people.")[0].value == 9e17


@given(
    st.integers(min_value=0, max_value=10**15), st.sampled_from(["", "about ", "over ", "nearly ", "up to "])
)
def test_printed_number_reads_back(value: int, hedge: str) -> None:
    found = numbers(f"They counted {hedge}{value:,} people there.")
    assert [one.value for one in found] == [value]
    assert found[0].hedge == (hedge.strip() or None)


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=1, max_value=10**9))
def test_printed_range_reads_back(low: int, more: int) -> None:
    assume((low + more) % 1_000)  # "between 10 and 12,000" means 10,000
    found = numbers(f"They counted between {low:,} and {low + more:,} people there.")
    assert [(one.low, one.high, one.value) for one in found] == [(low, low + more, None)]


@given(st.text(alphabet="0123456789,.-– +/:%$€kmbnstrd()'toandbetwen", max_size=60))
def test_any_text_gives_finite_ordered_intervals(text: str) -> None:
    for one in numbers("x " + text):
        for end in (one.value, one.low, one.high):
            assert end is None or math.isfinite(end)
        assert one.low is None or one.high is None or one.low <= one.high


def test_one_who_speaks_is_not_counted() -> None:
    assert [one.text for one in numbers("One Norlandic lawmaker cited 100 deaths.")] == ["100"]
    assert [one.text for one in numbers("A soldier said 100 people died.")] == ["100"]


def test_elided_noun_is_the_one_before() -> None:
    found = numbers("They said 45 people were rescued and eight were missing.")
    assert [(one.text, one.unit) for one in found] == [("45", "person"), ("eight", "person")]


def test_predicate_of_the_clause_before_is_left_alone() -> None:
    found = numbers("Homes were evacuated as thousands of troops had been deployed.")
    assert [(one.text, one.of) for one in found] == [("thousands", "deploy")]
