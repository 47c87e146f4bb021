"""What came before and what after: whom it befell and of whom it is still so, the nearest state before."""

from __future__ import annotations

import pytest

from tests.unit.test_compare_generalises import kinds, read, relations, whys


@pytest.mark.parametrize(
    ("befell", "left", "words"),
    [
        (
            "The storm cut power to 20,000 households in Korvel, the grid operator said.",
            "On Friday 6,000 households in Korvel were still without power, the grid operator said.",
            "20,000 households, then still 6,000 households",
        ),
        (
            "After the crash 60 people were taken to hospital in Brod, the clinic said.",
            "Twelve people were still in hospital in Brod after the crash, the clinic said.",
            "60 people, then still twelve people",
        ),
        (
            "Police arrested 40 people in Brod on Monday.",
            "Nine people arrested in Brod on Monday remained in custody, police said.",
            "40 people (nobody named), then still nine people",
        ),
    ],
)
def test_those_who_are_left_stand_behind_all_whom_it_befell(befell: str, left: str, words: str) -> None:
    found = read(befell, left)
    (relation,) = relations(found, befell[:30], left[:10])
    assert relation.kind == "differs"
    assert relation.why.startswith(f"one after the other, no contradiction: {words}")
    for text in (befell[:30], left[:10]):
        (why,) = whys(found, text)
        assert "one after the other" in why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "In Brod 17 people are missing after the landslide, the rescue service said.",
            "After the landslide in Brod nine people are still missing, the mayor, Ada Rell, said.",
        ),
        (
            "The mill employs 430 people, the company said.",
            "The mill still employs 390 people, the union said.",
        ),
    ],
)
def test_two_counts_of_one_state_are_held_against_each_other(one: str, other: str) -> None:
    assert "conflicts on quantity" in kinds(read(one, other), one[:12], other[:12])


def test_a_state_follows_the_last_of_those_before_it() -> None:
    found = read(
        "Shares in Dornova fell 8.4% to 21.60 crowns on Monday morning.",
        "Shares in Dornova closed 9.1 per cent lower on Monday.",
        "Shares in Dornova rose 2.3% to 21.90 crowns on Tuesday.",
    )
    (why,) = whys(found, "rose 2.3%")
    assert "contradiction: Shares in Dornova closed 9.1 per cent lower on Monday, then" in why
    (why,) = whys(found, "fell 8.4%")
    assert "on Monday morning, then Shares in Dornova rose 2.3%" in why
