"""How many somebody counted right before are, when they are spoken of again."""

from __future__ import annotations

from tests.unit.test_compare_generalises import kinds, read, whys

SEVERAL = (
    "Several injured firefighters have died, the rescue service of Brod said."
    " The firefighters, believed to be the first ever injured in that tunnel, could not be resuscitated."
)


def test_the_firefighters_are_as_many_as_were_counted_before() -> None:
    found = read(SEVERAL, "An injured firefighter died in Brod, Holm Hospital said.")
    assert kinds(found, "could not be resuscitated", "An injured firefighter") == {"conflicts on count"}
    (why,) = whys(found, "could not be resuscitated")
    assert why.startswith(
        "sources disagree: Brod rescue service the firefighters (A) | Holm Hospital an injured"
    )


def test_those_whom_nobody_counted_contradict_nobody() -> None:
    found = read(
        "The blaze broke out at night. The firefighters could not be resuscitated.",
        "An injured firefighter died in Brod, Holm Hospital said.",
    )
    assert "conflicts on count" not in kinds(found, "could not be resuscitated", "An injured firefighter")


def test_a_word_that_says_who_is_meant_counts_nobody() -> None:
    found = read(
        "Several poachers were captured in the Orda forest, the rangers' office said.",
        "A photo showing the captured poacher beside a guard was taken in the Orda forest.",
    )
    assert kinds(found, "Several poachers", "A photo") == set()
