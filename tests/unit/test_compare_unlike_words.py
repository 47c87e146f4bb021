"""One fact in words that have nothing in common: what a reader goes by instead, each on texts of our own."""

from __future__ import annotations

import pytest

from factcheck.extract.modality import modality_of
from tests.unit.test_compare_generalises import kinds, read


@pytest.mark.parametrize(
    ("first", "second", "a", "b"),
    [
        # A sort of figure: a pay.
        (
            "A nurse in Brod earns 2,900 crowns a month.",
            "Nurses in Brod are paid 3,600 crowns a month.",
            "2,900",
            "3,600",
        ),
        # A measure of which either text has one.
        (
            "The temperature in Brod rose to 33 degrees.",
            "The highest temperature in Brod was 27 degrees.",
            "33 degrees",
            "27 degrees",
        ),
    ],
)
def test_a_sort_of_figure_is_known_whatever_the_verb(first: str, second: str, a: str, b: str) -> None:
    assert kinds(read(first, second), a, b) == {"conflicts on quantity"}


def test_two_sources_side_by_side_measure_one_thing() -> None:
    found = read(
        "The ambulance took 17 minutes to arrive, a spectator, Greta Sommer, said. "
        "According to Ilse Karrow, it was there within four minutes."
    )
    assert kinds(found, "17 minutes", "four minutes") == {"conflicts on quantity"}


def test_two_durations_of_one_source_side_by_side_are_two_things() -> None:
    found = read(
        "The ambulance took 17 minutes to arrive, Greta Sommer said. "
        "The race lasted four hours, Greta Sommer said."
    )
    assert kinds(found, "17 minutes", "four hours") == set()


def test_what_is_counted_here_is_told_of_none_there() -> None:
    found = read(
        "The union says that 25 posts were axed. No job was cut at the mill, a spokesman for Ostrel said."
    )
    assert kinds(found, "25 posts", "No job") == {"conflicts on polarity"}


@pytest.mark.parametrize(
    ("first", "second", "a", "b"),
    [
        (
            "The Brod marathon has been held since 1983.",
            "The Brod marathon was founded in 1985.",
            "1983",
            "1985",
        ),
        (
            "The mill in Brod has belonged to Ostrel since 2018.",
            "Ostrel bought the mill in Brod in 2016.",
            "2018",
            "2016",
        ),
    ],
)
def test_since_when_a_thing_is_is_compared_with_when_it_began(
    first: str, second: str, a: str, b: str
) -> None:
    assert kinds(read(first, second), a, b) == {"conflicts on date"}


def test_two_things_that_one_firm_bought_are_two() -> None:
    found = read("Ostrel bought the mill in Brod in 2016.", "Ostrel bought the shipyard in Brod in 2018.")
    assert kinds(found, "2016", "2018") == set()


def test_two_ages_of_one_person_meet_whatever_else_is_told() -> None:
    found = read(
        "Anna Holm, a 44-year-old former judge, called the plan a mistake.",
        "Anna Holm, 46, gave up a career at the court.",
    )
    assert kinds(found, "44", "46") == {"conflicts on quantity"}


def test_one_age_makes_no_one_fact() -> None:
    found = read("Anna Holm, 44, resigned on Monday.", "Anna Holm, 44, was born in Brod.")
    assert kinds(found, "resigned", "born") == set()


@pytest.mark.parametrize(
    ("claim", "modality"),
    [
        ("No job was cut there", "denied"),
        ("No drinking station ran out of water", "denied"),
        ("He refused to meet the strikers", "denied"),
        ("No doubt was left", "asserted"),
        ("She does not think of resigning", "forecast"),
    ],
)
def test_what_no_such_thing_did_is_denied(claim: str, modality: str) -> None:
    assert modality_of(claim) == modality


def test_what_some_of_them_did_not_do_denies_nothing_of_all() -> None:
    found = read(
        "Some 900 stewards were on duty in Brod.", "Seventy of the 900 stewards in Brod did not turn up."
    )
    assert "conflicts on polarity" not in kinds(found, "Some 900", "Seventy")
