"""Whether a figure is of a quarter, of a whole year, or whether months are spoken of for another reason."""

from __future__ import annotations

import pytest

from factcheck.compare.aspects.ledgers import stretch


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It sold 900 boats in the first three months", "short"),
        ("Sales rose in the three months to the end of June", "short"),
        ("The club earned 4 million in the first half", "short"),
        ("The club earned 9 million last year", "year"),
        ("The office has given the yard three months to repair 900 boats", None),
        ("She was jailed after a trial that took six months", None),
    ],
)
def test_months_are_a_stretch_of_a_figure_where_it_is_told_for_them(text: str, told: str | None) -> None:
    assert stretch(text) == told
