""" "X, not Y": who tells that it was Y is contradicted, and who tells that it was X is not."""

from __future__ import annotations

import pytest

from tests.unit.test_compare_careful import relations_told


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (
            "The driver, Tomas Reiter, was arrested on Wednesday.",
            "Police arrested the driver's assistant, not the driver, on Wednesday.",
            True,
        ),
        (
            "The treasurer was suspended on Monday, the club said.",
            "Not the treasurer but the chairman was suspended on Monday, a member said.",
            True,
        ),
        (
            "The army shelled the village, residents said.",
            "The militia rather than the army shelled the village, a monitor said.",
            True,
        ),
        (
            "The mayor, Ada Holm, signed the contract in May.",
            "The contract was signed by the deputy mayor, not the mayor, in May.",
            True,
        ),
        ("The airline paid the fine.", "The bank, not the airline, paid the fine.", True),
        ("The bank paid the fine.", "The bank, not the airline, paid the fine.", False),
        (
            "The deputy mayor signed the contract in May.",
            "It was the deputy mayor, not the mayor, who signed the contract in May.",
            False,
        ),
        ("The passengers paid the bank.", "The bank paid the airline, not the passengers.", False),
        (
            "Police arrested the driver's assistant on Wednesday.",
            "Police arrested the driver's assistant, not the driver, on Wednesday.",
            False,
        ),
    ],
)
def test_not_the_one_but_the_other(a: str, b: str, *, apart: bool) -> None:
    assert ("conflicts on actor" in relations_told(a, b)) is apart
    assert ("conflicts on actor" in relations_told(b, a)) is apart
