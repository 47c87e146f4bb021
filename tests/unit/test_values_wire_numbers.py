"""Figures as a newswire prints them: words, shares, bounds, money, measures, ages, and what is no figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.values_world import numbers
from tests.unit.wire_numbers import WIRE, Read


@pytest.mark.parametrize(("text", "expected"), WIRE, ids=[row[0] for row in WIRE])
def test_figures_of_the_wire(text: str, expected: list[Read]) -> None:
    assert [(one.text, one.low, one.high, one.unit) for one in numbers(text)] == expected


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(WIRE) >= 120


ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """A number below a million in words, as a newspaper would write it out."""
    if number >= 1_000:
        rest = number % 1_000
        return f"{spelled(number // 1_000)} thousand{' ' + spelled(rest) if rest else ''}"
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100 - 1]} hundred{' and ' + spelled(rest) if rest else ''}"
    if number >= 20:
        rest = number % 10
        return TENS[number // 10 - 2] + (f"-{ONES[rest - 1]}" if rest else "")
    return ONES[number - 1]


@given(st.integers(2, 999_999))
def test_a_number_in_words_is_the_number_in_digits(number: int) -> None:
    (words,) = numbers(f"Police counted {spelled(number)} people.")
    (digits,) = numbers(f"Police counted {number:,} people.")
    assert words.value == digits.value == number
    assert words.unit == digits.unit == "person"


@given(st.integers(1, 9_999), st.sampled_from([("m", "million", 1e6), ("bn", "billion", 1e9)]))
def test_money_is_one_however_it_is_scaled(tenths: int, scale: tuple[str, str, float]) -> None:
    short, long, factor = scale
    said = [
        numbers(f"The yard paid €{tenths / 10}{short} for it.")[0],
        numbers(f"The yard paid €{tenths / 10} {long} for it.")[0],
        numbers(f"The yard paid {tenths / 10} {long} euros for it.")[0],
    ]
    assert {(one.value, one.unit) for one in said} == {(tenths / 10 * factor, "EUR")}


@given(
    st.integers(2, 10_000_000), st.sampled_from(["at least", "more than", "up to", "nearly", "about", "some"])
)
def test_a_hedge_never_moves_the_figure_itself(number: int, hedge: str) -> None:
    (one,) = numbers(f"Police counted {hedge} {number:,} people.")
    assert one.value == number
    assert one.low is None or one.low <= number
    assert one.high is None or one.high >= number


@given(st.integers(1, 99), st.integers(1, 99))
def test_a_share_lies_between_nothing_and_all(top: int, bottom: int) -> None:
    for one in numbers(f"Some {top} in {bottom} homes were lost."):
        assert one.unit != "percent" or (one.value is not None and 0 < one.value < 100)
