"""What is done a last or a first time is done then once: two dates of it contradict each other."""

from __future__ import annotations

import pytest

from tests.unit.test_compare_careful import relations_told


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (
            "The engine was last inspected in June 2024, the operator said.",
            "The engine had last been inspected in June 2022, the union said.",
            True,
        ),
        (
            "The museum first opened in 1921.",
            "The museum opened for the first time in 1931, the mayor said.",
            True,
        ),
        (
            "Maria Holm was last seen in June 2021, police said.",
            "Holm was last seen in March 2019, her sister said.",
            True,
        ),
        (
            "The engine was inspected in June 2024, the operator said.",
            "The engine was inspected in June 2022, the union said.",
            False,
        ),
        (
            "The north lift was last serviced in March 2020.",
            "The south lift was last serviced in May 2023, an engineer said.",
            False,
        ),
        (
            "The engine was last inspected in June 2024, the operator said.",
            "The engine was first inspected in June 2022, the union said.",
            False,
        ),
    ],
)
def test_two_dates_of_the_last_or_first_time(a: str, b: str, *, apart: bool) -> None:
    assert ("conflicts on date" in relations_told(a, b)) is apart
    assert ("conflicts on date" in relations_told(b, a)) is apart
