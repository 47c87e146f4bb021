"""What is shown of a value: the number with its unit or what it counts, the right one, and converted gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import wording
from factcheck.model import Attribution, Quantity, Relation
from factcheck.review.matrix import cell_forms
from factcheck.review.stands import gap
from factcheck.wording.counted import counted
from factcheck.wording.printed import as_printed, claimant_words, compared_value, names
from factcheck.wording.scales import converted
from tests.factories import make_article, make_claim
from tests.unit.compare_world import World, quantity


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("Thieves stole three paintings from the gallery", "three", "three paintings"),
        ("nearly 3,000 North Korean soldiers have been killed", "nearly 3,000", "nearly 3,000 soldiers"),
        ("put the damage at 80 million crowns", "80 million", "80 million crowns"),
        ("a landslide buried six miles of the road", "six", "six miles"),
        ("The death toll in the port has risen to 12", "12", "death toll 12"),
        ("put the number of injured at about 30", "about 30", "about 30 injured"),
        ("the number of affected units was 85,000", "85,000", "85,000 units"),
        ("17 were still missing", "17", "17 missing"),
        ("the missing at six", "six", "six missing"),
        ("37 people had been killed", "37", "37 people killed"),
        ("43 people are dead or missing", "43", "43 people dead or missing"),
        ("Orvane will cut 600 of the 3,200 jobs", "600", "600 jobs"),
        ("Dozens of people left", "Dozens", "Dozens of people"),
        ("a 90-day truce was agreed", "90", "90-day"),
        ("“several hundred” casualties since October", "several hundred", "several hundred casualties"),
        ("the shares fell by 12 percent on Monday", "12 percent", "12 percent"),
        ("a fine of £36m for telling customers", "£36m", "£36m"),
        ("twelve died", "twelve", "twelve died"),
        ("it came to 40", "40", "40"),
    ],
)
def test_a_number_is_shown_with_what_it_counts(text: str, number: str, shown: str) -> None:
    start = text.index(number)
    assert counted(text, start, start + len(number), None, (0, len(text))) == shown


def test_the_strength_of_a_quake_is_named() -> None:
    assert counted("It put the magnitude at 5.9", 24, 27, "magnitude", (0, 27)) == "magnitude 5.9"


@given(st.text(max_size=60), st.text(min_size=1, max_size=8), st.text(max_size=200))
def test_whatever_stands_around_it_the_number_is_shown_on_one_line(
    before: str, number: str, behind: str
) -> None:
    text = before + number + behind
    shown = counted(text, len(before), len(before) + len(number), None, (0, len(text)))
    assert " ".join(number.split()) in shown or any(ord(sign) < 32 or ord(sign) > 126 for sign in number)
    assert "\n" not in shown


def test_words_of_the_next_claim_are_not_used() -> None:
    text = "It put it at 40 people"
    assert counted(text, 13, 15, None, (0, 15)) == "40"


def test_a_figure_in_miles_beside_one_in_kilometres_is_converted() -> None:
    world = World()
    told = ("The landslide buried nine miles of the road to Ort", "nine", 9, "mile"), (
        "The landslide buried three kilometres of the road to Ort", "three", 3, "km",
    )  # fmt: skip
    ids = [world.claim(world.article(f"{t}."), t, quantity(n, v, unit=u)) for t, n, v, u in told]
    relation = world.compared().relation(*ids)
    assert relation is not None
    assert "nine miles (14 km)" in relation.why
    assert "three kilometres (" not in relation.why.replace("three kilometres (nobody", "")


def test_a_gap_of_kilometres_and_miles_is_one_of_one_unit() -> None:
    far = make_claim(
        make_article("a1", "nine miles of road", "Paper"),
        "nine miles of road",
        values=(Quantity(0, 4, "nine", 9, 9, 9, unit="mile"),),
    )
    near = make_claim(
        make_article("a2", "three km of road", "Paper"),
        "three km of road",
        values=(Quantity(0, 5, "three", 3, 3, 3, unit="km"),),
    )
    relation = Relation("x", "y", "conflicts", "quantity", "nine miles (14 km) against three km", 1.0)
    assert [form.long for form in gap(far, near, relation)] == ["11 km more"]
    assert [form.long for form in gap(near, far, relation)] == ["7.1 miles less"]


def test_currencies_have_no_common_scale() -> None:
    assert converted(5, "EUR", "USD") is None
    assert converted(5, "EUR", "EUR") == 5


def test_the_value_that_a_reason_names_is_shown_and_no_neighbour_of_it() -> None:
    strength, dead = (
        Quantity(11, 14, "6.4", 6.4, 6.4, 6.4, of="quake"),
        Quantity(22, 25, "212", 212, 212, 212),
    )
    text = "a quake of 6.4 killed 212 people"
    claim = make_claim(make_article("a1", text, "Paper"), text, values=(strength, dead))
    assert compared_value(claim, "quantity", "the same figure: 212 people (nobody named)") is dead
    assert cell_forms(claim, "quantity", "the same figure: 212 people") == ("212 people", "212")
    assert cell_forms(claim, "date", "same time of day: 4.17 a.m.") == ()


@pytest.mark.parametrize("why", ["60 people", "6.4 of them", "1,6 or", "A6"])
def test_a_number_is_not_named_by_a_longer_one(why: str) -> None:
    six = Quantity(0, 1, "6", 6, 6, 6)
    assert not names(why, six)
    assert names("against 6 (nobody named)", six)


def test_who_says_so_stands_before_who_denies() -> None:
    said = wording.denial("no customer was hurt", "The company", "four were hurt", "HomeSafe", negated=True)
    assert said == "HomeSafe says so: “four were hurt”; The company says not: “no customer was hurt”"
    said = wording.denial("the dam was damaged", "The ministry", "the wall cracked", None, negated=False)
    assert said.endswith("The ministry denies it: “the dam was damaged”")


def test_a_denial_that_goes_on_with_a_plan_is_still_the_denial() -> None:
    world = World()
    a = world.claim(
        world.article("Nobody was injured in Ort, and nobody will be."),
        "Nobody was injured in Ort, and nobody will be",
        modality="denied",
        by="Orvane",
    )
    b = world.claim(
        world.article("Four people were injured in Ort."), "Four people were injured in Ort", by="HomeSafe"
    )
    relation = world.compared().relation(a, b)
    assert relation is not None
    assert relation.why.index("HomeSafe says so") < relation.why.index("Orvane says not")


@pytest.mark.parametrize(
    ("text", "why", "shown"),
    [
        (
            "The quake struck at 4.17 a.m. on Thursday",
            "same time of day: 4.17 a.m. (the institute) and 4:17 a.m. (nobody named)",
            "4.17 a.m.",
        ),
        ("It shut shortly after 2 a.m", "same time of day: 2 a.m. (the port) and 2 a.m. (Berg)", "2 a.m."),
        ("The gates shut at noon", "another time of day: noon (the port) against 2 p.m. (Berg)", "noon"),
        ("The gates shut at noon", "both tell it: one gate against another", "The gates shut at noon"),
    ],
)
def test_what_is_compared_but_is_no_value_is_shown_as_the_reason_names_it(
    text: str, why: str, shown: str
) -> None:
    claim = make_claim(make_article("a1", f"{text}.\n", "Wire"), text)
    assert as_printed(claim, "date", why) == shown


@pytest.mark.parametrize(
    ("lead", "cue", "words", "shown"),
    [
        ("The ministry denied that ", "denied", "the dam was damaged", "denied by the ministry"),
        ("The ministry said that ", "said", "the dam was damaged", "The ministry"),
        ("", "denied", "The ministry denied the damage", "The ministry"),
    ],
)
def test_what_somebody_denies_is_not_shown_as_said_by_them(
    lead: str, cue: str, words: str, shown: str
) -> None:
    text = f"{lead}{words}."
    claim = make_claim(make_article("a1", f"{text}\n", "Wire"), words)
    said = Attribution(0, len("The ministry"), "The ministry", cue, "ministry", len(lead), len(text))
    claim = replace(claim, attribution=said, modality="denied" if cue == "denied" else "asserted")
    assert claimant_words(claim) == shown
