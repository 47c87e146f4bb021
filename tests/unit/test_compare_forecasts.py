"""Forecasts: a number that will be passed, and the report that a forecast is set beside."""

from __future__ import annotations

import pytest

from factcheck.model import Bound, Quantity
from tests.unit.extract_world import claims_of
from tests.unit.test_compare_generalises import read


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The number of infections could pass 4,000 by May, the health office said.", "above"),
        ("Attendance at the fair topped 60,000 on Sunday, the organisers said.", "above"),
        ("The repair of the tower will exceed 12 million crowns, the mayor said.", "above"),
        ("The fare must not exceed 40 crowns, the council said.", "below"),
        ("Parliament passed 12 laws on farming in the night, the speaker said.", "exact"),
        ("The runners passed 14 villages on Sunday, the organisers said.", "exact"),
    ],
)
def test_a_number_that_is_passed_is_a_bound(text: str, bound: Bound) -> None:
    (number,) = {v for c in claims_of(text) for v in c.values if isinstance(v, Quantity)}
    assert number.bound == bound
    assert text[number.start : number.end] == number.text


def test_a_forecast_is_set_beside_the_nearest_report() -> None:
    found = read(
        "The outbreak killed 12 people in Ostrel, the health office said.",
        "The outbreak has killed 19 people in Ostrel, the health office said. It warned that the number of"
        " dead could pass 40.",
    )
    words = {c.id: c.text for c in found.claims}
    (forecast,) = (s for s in found.comparison.suggestions if "could pass 40" in words[s.claim])
    assert "19 people beside more than 40" in forecast.why
    assert next(words[n] for n in forecast.evidence).startswith("The outbreak has killed 19")
