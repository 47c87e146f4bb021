"""Sums in two currencies, of which nothing says how much the one is in the other."""

from __future__ import annotations

import pytest

from tests.unit.test_compare_generalises import read


@pytest.mark.parametrize(
    ("former", "together"),
    [
        ("In 2022, Halden Foods paid $90 million to settle a lawsuit over spoiled milk.", False),
        ("In 2022, Halden Foods had to pay back $90 million to farmers.", True),
    ],
)
def test_two_sums_of_two_years_need_more_in_common_than_a_name_and_a_verb(
    former: str, together: bool
) -> None:
    found = read(former, "Halden Foods must also pay back £15m to farmers by the end of the year.")
    (left,) = (c.id for c in found.claims if "$90" in c.text)
    (right,) = (c.id for c in found.claims if "£15m" in c.text)
    assert any({left, right} <= set(g.claims) for g in found.comparison.groups) is together
