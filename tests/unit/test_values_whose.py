"""What the words around a figure add: whose people, on top of what, and the noun that was left out."""

from __future__ import annotations

import pytest

from factcheck.model import Quantity
from tests.unit.values_world import numbers, read


def figures(*texts: str) -> list[Quantity]:
    return [value for row in read(*texts) for value in row if isinstance(value, Quantity)]


WHOSE = [
    ("They killed 20 Norlandic soldiers.", ["Norland"]),
    ("They saw nine Norlandic and four Sudmarkian soldiers.", ["Norland", "Sudmark"]),
    ("Norland said that six of its soldiers were killed and 24 injured.", ["Norland", "Norland"]),
    ("Norland admitted only six deaths in its ranks.", ["Norland"]),
    ("Norland put Sudmarkian losses at 17 dead.", ["Sudmark"]),
    ("Norland put the number of Sudmarkian troops at 6,000.", ["Sudmark"]),
    ("Norland has sent 5,000 troops to the river.", ["Norland"]),
    ("Norland released five of its Sudmarkian soldiers.", ["Sudmark"]),
    ("Sudmarkian troops who fought with Norlandic forces have suffered 300 casualties.", ["Sudmark"]),
    ("They fought near Norland and 40 people died.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), WHOSE, ids=[row[0] for row in WHOSE])
def test_whose_people_are_counted(text: str, expected: list[str | None]) -> None:
    assert [one.whose for one in numbers(text)] == expected


MORE = [
    ("Three more people were found.", [True]),
    ("Another two people were found.", [True]),
    ("An extra 400 people were hired.", [True]),
    ("More than 40 people died.", [False]),
    ("They hired 40 more than last year.", [False]),
    ("Forty people or more died.", [False]),
]


@pytest.mark.parametrize(("text", "expected"), MORE, ids=[row[0] for row in MORE])
def test_what_comes_on_top(text: str, expected: list[bool]) -> None:
    assert [one.more for one in numbers(text)] == expected


ELIDED = [
    ("The flood struck, killing 12 and wounding 30.", [("person", "die"), ("person", "wound")]),
    ("The death toll has risen to 12.", [("person", "die")]),
    ("Two Sudmarkians died.", [("person", "die")]),
    ("The crash claimed over 300 lives.", [("life", "die")]),
    ("The number of injured was 30.", [("person", "wound")]),
]


@pytest.mark.parametrize(("text", "expected"), ELIDED, ids=[row[0] for row in ELIDED])
def test_noun_that_was_left_out(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(one.unit, one.of) for one in numbers(text)] == expected


def test_listed_figures_share_noun_and_fate() -> None:
    found = numbers("They saw the dead of a patrol, nine Norlandic and four Sudmarkian soldiers.")
    assert [(one.unit, one.of) for one in found] == [("person", "die")] * 2


def test_real_number_is_of_what_was_counted_before() -> None:
    found = figures("Norland has sent 1,500 troops.", "The real number was closer to 4,000.")
    assert (found[1].unit, found[1].whose, found[1].bound) == ("person", "Norland", "about")


def test_remaining_ones_are_of_the_same_kind() -> None:
    assert [one.unit for one in figures("Five rebels came.", "The remaining three stayed away.")] == [
        "person"
    ] * 2


def test_figure_is_not_carried_far() -> None:
    found = figures("Five rebels came.", "\nIt rained.", "\nIt snowed.", "\nThe real number was closer to 4.")
    assert found[-1].unit is None


def test_over_of_a_verb_bounds_nothing() -> None:
    assert [one.bound for one in numbers("Norland handed over five rebels.")] == ["exact"]
    assert [one.bound for one in numbers("Norland counted over five rebels.")] == ["above"]


def test_age_does_not_hide_the_person() -> None:
    found = numbers("A 52-year-old rebel was killed.")
    assert sorted((one.unit, one.value) for one in found) == [("age", 52.0), ("person", 1.0)]
