"""The interval table, row by row, and units that have to be converted first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.compare.aspects.quantities import compare_intervals, interval
from factcheck.wording.scales import dimension
from tests.unit.compare_world import about, nearly, over, quantity, up_to, vague

if TYPE_CHECKING:
    from factcheck.model import Quantity


def outcome(a: Quantity, b: Quantity) -> tuple[str, str] | None:
    left, right = interval(a), interval(b)
    assert left is not None
    assert right is not None
    there, back = compare_intervals(left, right), compare_intervals(right, left)
    assert (there is None) == (back is None)
    if there is None or back is None:
        return None
    assert (there.kind, there.reason) == (back.kind, back.reason), "the table reads the same both ways"
    return there.kind, there.reason


def ranged(text: str, low: float, high: float) -> Quantity:
    return quantity(text, (low + high) / 2, bound="range", low=low, high=high)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (quantity("40", 40), quantity("40", 40), ("agrees", "same")),
        (quantity("12", 12), quantity("13", 13), ("conflicts", "apart")),
        (quantity("153", 153), quantity("155", 155), ("conflicts", "apart")),
        (quantity("180 million", 1.8e8), quantity("184 million", 1.84e8), ("conflicts", "apart")),
        (quantity("3 million", 3e6), quantity("3.1 million", 3.1e6), ("agrees", "rounded")),
        (quantity("1,000", 1000), quantity("1,040", 1040), ("agrees", "close")),
        (quantity("1,000", 1000), quantity("1,100", 1100), ("differs", "near")),
        (quantity("1,000", 1000), quantity("3,000", 3000), ("conflicts", "apart")),
        (quantity("5.9", 5.9, unit=None), quantity("6.1", 6.1, unit=None), ("conflicts", "apart")),
        (quantity("5.9", 5.9, unit=None), quantity("5.87", 5.87, unit=None), ("agrees", "rounded")),
        (
            quantity("1.2 million", 1.2e6),
            quantity("1.3 million", 1.3e6),
            ("conflicts", "apart"),
        ),
        (nearly("nearly 500", 500), over("over 500", 500), ("differs", "two sides")),
        (nearly("nearly 500", 500), about("about 500", 500), ("agrees", "overlap")),
        (about("about 500", 500), quantity("530", 530), ("agrees", "overlap")),
        (about("about 500", 500), quantity("900", 900), ("conflicts", "apart")),
        (vague("several hundred", 200, 900), about("about 300", 300), ("agrees", "overlap")),
        (vague("several hundred", 200, 900), quantity("3,000", 3000), ("conflicts", "apart")),
        (ranged("10 to 12", 10, 12), ranged("11 to 12", 11, 12), ("agrees", "overlap")),
        (ranged("10 to 12", 10, 12), quantity("30", 30), ("conflicts", "apart")),
        (over("over 500", 500), quantity("560", 560), ("agrees", "overlap")),
        (over("over 500", 500), quantity("640", 640), ("differs", "bound holds")),
        (over("over 500", 500), quantity("2,000", 2000), ("conflicts", "apart")),
        (over("over 19", 19), over("over 31", 31), ("conflicts", "apart")),
        (over("over 500", 500), quantity("200", 200), ("conflicts", "apart")),
        (up_to("up to 800", 800), quantity("780", 780), ("agrees", "close")),
        (up_to("up to 800", 800), quantity("300", 300), ("differs", "bound holds")),
        (up_to("up to 800", 800), quantity("2,000", 2000), ("conflicts", "apart")),
    ],
)
def test_the_table(a: Quantity, b: Quantity, expected: tuple[str, str]) -> None:
    assert outcome(a, b) == expected


def test_lengths_are_converted_before_they_are_compared() -> None:
    miles = quantity("10 miles", 10, unit="mile")
    assert outcome(miles, quantity("16 km", 16, unit="km")) == ("agrees", "close")
    assert outcome(miles, quantity("30 km", 30, unit="km")) == ("conflicts", "apart")


def test_two_currencies_never_conflict() -> None:
    assert outcome(quantity("€5", 5, unit="EUR"), quantity("$90", 90, unit="USD")) == ("differs", "no rate")


def test_what_measures_different_things_is_not_compared() -> None:
    assert outcome(quantity("5%", 5, unit="percent"), quantity("5 people", 5)) is None


def test_kinds_of_a_unit_share_its_dimension() -> None:
    assert dimension("person-guard") == ("person", 1.0)
    assert dimension("USD") == ("money", 1.0)


def test_a_quantity_without_any_number_has_no_interval() -> None:
    assert interval(quantity("countless", None, bound="vague")) is None


def test_four_hundred_digits_do_no_harm() -> None:
    huge = quantity("9" * 400, 1e300)
    assert outcome(huge, quantity("7", 7)) == ("conflicts", "apart")
