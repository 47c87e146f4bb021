"""Times of day in a clause, and whether two clauses give one in common."""

from __future__ import annotations

import pytest

from factcheck.compare.aspects.clocks import clocks, compare_clocks
from tests.unit.test_compare_generalises import read, whys


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("sank at 6.12pm", "sank at 18:12"),
        ("sank at 6:12 a.m.", "sank at 06:13"),
        ("sank at about 6pm", "sank at 17:40"),
        ("sank shortly before noon", "sank at 11.45am"),
        ("sank at midnight", "sank at 23:58"),
        ("sank at 6 o'clock", "sank at 18:05"),
        ("sank at 6 o'clock in the evening", "sank at 6.10pm"),
        ("sank at 0830 GMT", "sank at 08:30 GMT"),
        ("sank at 11.30am (0830 GMT)", "sank at 08:30 GMT"),
    ],
)
def test_one_time_in_two_ways(a: str, b: str) -> None:
    found = compare_clocks(clocks(a), clocks(b))
    assert found is not None
    assert found[0] == "agrees"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("sank at 6.12am", "sank at 5.47am"),
        ("sank at 6am", "sank at 6pm"),
        ("sank at 18:12", "sank at 18:20"),
        ("sank shortly after noon", "sank at 11am"),
        ("sank at 6 o'clock in the morning", "sank at 6.10pm"),
    ],
)
def test_two_times(a: str, b: str) -> None:
    found = compare_clocks(clocks(a), clocks(b))
    assert found is not None
    assert found[0] == "conflicts"


@pytest.mark.parametrize(
    ("a", "b"),
    [("sank at 0830 GMT", "sank at 11.30am"), ("sank", "sank at 6pm"), ("open until 6pm", "sank at 5pm")],
)
def test_what_cannot_be_held_side_by_side(a: str, b: str) -> None:
    assert compare_clocks(clocks(a), clocks(b)) is None


@pytest.mark.parametrize(
    "text", ["at 6.12", "in 2024", "ratio 3:2", "10.30.2024", "25:61", "9" * 5_000 + ":30"]
)
def test_what_is_no_time_of_day(text: str) -> None:
    assert clocks(text) == ()


def test_a_hedged_time_is_shown_with_its_hedge() -> None:
    found = read(
        "The tram derailed in Korvel at 7.42 a.m., the operator said.",
        "The tram derailed in Korvel shortly after 7.40 a.m., police said.",
    )
    (why,) = whys(found, "7.42")
    assert "same time of day: 7.42 a.m. (operator) and shortly after 7.40 a.m. (police)" in why
