""" "Nobody was hurt" in one article and "two were hurt" in another: either way round, for every mention."""

from __future__ import annotations

import pytest

from tests.unit.test_compare_careful import _analysed, relations_told


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("Nobody has been hurt, the mayor said.", "Two people were hurt in the crash, doctors said.", True),
        ("No one was killed.", "Police said three people were killed.", True),
        ("Nobody was killed in the fire.", "Two people were hurt in the fire, doctors said.", False),
        ("Nobody was hurt in the second fire.", "Two people were hurt, doctors said.", False),
        ("Nobody was hurt.", "In 1998 two people were hurt in a fire at the school.", False),
        ("Nobody was hurt.", "In Korvel two people were hurt in a fire.", False),
        ("Nobody has been hurt.", "Two people could be hurt, police warned.", False),
    ],
)
def test_nobody_against_some(a: str, b: str, *, apart: bool) -> None:
    assert ("conflicts on polarity" in relations_told(a, b)) is apart
    assert ("conflicts on polarity" in relations_told(b, a)) is apart


def test_every_mention_is_told_of_it() -> None:
    told = _analysed(
        "The train left the rails near Lorn. Nobody has been hurt, the operator said.",
        "The train left the rails near Lorn and two people were hurt. A hospital said two people were hurt.",
    )
    harm = {c.id for c in told.claims if "wound" in c.predicates}
    assert len(harm) == 3
    assert {s.claim for s in told.comparison.suggestions if s.verdict == "conflicting"} == harm
