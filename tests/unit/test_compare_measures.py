"""Measures of one thing, figures side by side, forecasts of one voice, and those who are still missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.compare.wording import unquoted
from factcheck.model import LexiconEntry
from factcheck.values.proper import only_identifies
from tests.unit.compare_world import LEXICON, World, quantity
from tests.unit.test_compare_generalises import kinds, read

if TYPE_CHECKING:
    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.aspects.quantities import Outcome
    from factcheck.compare.aspects.standing import Standing

MISSING = LexiconEntry("predicate", "missing", ("missing", "unaccounted for"))
LEAK = LexiconEntry("predicate", "leak", ("leaked", "spilled"))


def speeds(first: str, second: str) -> str | None:
    """The relation of 12 knots in one article to 20 in another; a third introduces two ships."""
    world = World()
    world.article("The trawler Ida met the tug Bruno off Ort.")
    a = world.article(f"{first} sailing at 12 knots, the owner said.")
    b = world.article(f"{second} sailing at 20 knots in the dark, the union said.")
    x = world.claim(a, f"{first} sailing at 12 knots", quantity("12", 12, unit="knot"), by="the owner")
    y = world.claim(
        b, f"{second} sailing at 20 knots in the dark", quantity("20", 20, unit="knot"), by="the union"
    )
    return world.compared().kind(x, y)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("The Ida was", "the trawler had been", "conflicts on quantity"),
        ("The Ida was", "the Ida had been", "conflicts on quantity"),
        ("The Ida was", "the tug had been", None),
        ("The Ida was", "It was", None),
    ],
)
def test_two_speeds_conflict_where_they_are_of_one_ship(first: str, second: str, kind: str | None) -> None:
    assert speeds(first, second) == kind


def test_a_source_that_gives_two_figures_in_one_sentence_tells_two_facts() -> None:
    world = World(lexicon=(*LEXICON, LEAK))
    a = world.article("Out of the tanks of the works at Ort leaked about 70 tonnes of acid, the mayor said.")
    b = world.article(
        "There leaked 70 tonnes of acid and 500 tonnes of acid are in the tanks of the works at Ort, he said."
    )
    x = world.claim(
        a,
        "Out of the tanks of the works at Ort leaked about 70 tonnes of acid",
        quantity("70", 70, unit="tonne", of="leak"),
        by="the mayor",
    )
    leaked = world.claim(
        b, "There leaked 70 tonnes of acid", quantity("70", 70, unit="tonne", of="leak"), by="the mayor"
    )
    stored = world.claim(
        b,
        "500 tonnes of acid are in the tanks of the works at Ort",
        quantity("500", 500, unit="tonne"),
        by="the mayor",
    )
    seen = world.compared()
    assert (seen.kind(x, leaked), seen.kind(x, stored)) == ("agrees on quantity", None)


def test_how_old_somebody_is_counts_nobody() -> None:
    text = "A woman of 71 died."
    assert only_identifies(text, replace(quantity("71", 71), start=11, end=13))
    assert not only_identifies("In all 71 died.", replace(quantity("71", 71), start=7, end=9))


def test_a_reason_sets_its_own_quotation_marks() -> None:
    assert unquoted("“The gate was shut,”") == "The gate was shut"
    assert unquoted("He called it “shut”") == "He called it “shut”"


def missing(first: str, second: str, later: str) -> tuple[str | None, str | None]:
    world = World(lexicon=(*LEXICON, MISSING))
    a = world.article("After the flood at Ort 14 people are missing.", published="2026-03-01")
    b = world.article("After the flood at Ort 5 people are still missing.", published=later)
    x = world.claim(
        a,
        "After the flood at Ort 14 people are missing",
        quantity("14", 14, of="missing"),
        by=first,
        names=("Ort",),
    )
    y = world.claim(
        b,
        "After the flood at Ort 5 people are still missing",
        quantity("5", 5, of="missing"),
        by=second,
        names=("Ort",),
    )
    seen = world.compared()
    return seen.kind(x, y), seen.suggested(x)[1]


@pytest.mark.parametrize(
    ("first", "second", "later", "kind", "suggested"),
    [
        ("the police", "the police", "2026-03-02", "updates on quantity", "later figure"),
        ("the police", "the union", "2026-03-02", "conflicts on quantity", "sources"),
        ("the police", "the police", "2026-03-01", "updates on quantity", "later figure"),
    ],
)
def test_fewer_are_missing_later_where_one_source_says_so(
    first: str, second: str, later: str, kind: str, suggested: str
) -> None:
    assert missing(first, second, later) == (kind, suggested)


@pytest.mark.parametrize(
    ("second", "kind"), [("Anna Holm", "conflicts on quantity"), ("Otto Brandt", "differs on quantity")]
)
def test_two_forecasts_of_one_person_are_held_against_each_other(second: str, kind: str) -> None:
    world = World()
    a = world.article("The new bridge at Ort would cost 3 million euros, Anna Holm said.")
    b = world.article(f"The new bridge at Ort would cost 7 million euros, {second} said.")
    x = world.claim(
        a,
        "The new bridge at Ort would cost 3 million euros",
        quantity("3 million", 3e6, unit="EUR"),
        by="Anna Holm",
        names=("Ort",),
        modality="possible",
    )
    y = world.claim(
        b,
        "The new bridge at Ort would cost 7 million euros",
        quantity("7 million", 7e6, unit="EUR"),
        by=second,
        names=("Ort",),
        modality="possible",
    )
    assert world.compared().kind(x, y) == kind


def test_a_near_copy_with_another_number_of_actors_is_no_copy() -> None:
    world = World(lexicon=(*LEXICON, LexiconEntry("unit", "vehicle", ("car", "cars"))))
    a = world.article("A night porter was scalded to death beside the car lift.")
    b = world.article("Several night porters were scalded to death beside the car lift.")
    x = world.claim(a, "A night porter was scalded to death beside the car lift", by="the hotel")
    y = world.claim(b, "Several night porters were scalded to death beside the car lift", by="the guild")
    assert world.compared().kind(x, y) == "conflicts on count"


def test_a_drifted_quotation_is_not_hidden_by_figures_that_fit() -> None:
    world = World()
    a = world.article("“We kept to the plan and brought 40 people home,” Anna Holm said.")
    b = world.article("“We kept to the rules and brought home 40 people,” Anna Holm said.")
    x = world.claim(
        a, "“We kept to the plan and brought 40 people home,”", quantity("40", 40), by="Anna Holm"
    )
    y = world.claim(
        b, "“We kept to the rules and brought home 40 people,”", quantity("40", 40), by="Anna Holm"
    )
    assert world.compared().kind(x, y) == "conflicts on quote"


def test_bodies_that_were_found_are_no_toll() -> None:
    unit = LexiconEntry("unit", "person", ("people", "bodies"))
    world = World(lexicon=(*LEXICON, unit))
    a = world.article("In the flood at Ort 9 people died.")
    b = world.article("In the flood at Ort 4 dead bodies were found.")
    x = world.claim(a, "In the flood at Ort 9 people died", quantity("9", 9, of="die"), names=("Ort",))
    y = world.claim(
        b, "In the flood at Ort 4 dead bodies were found", quantity("4", 4, of="die"), names=("Ort",)
    )
    assert world.compared().kind(x, y) == "differs on quantity"


def test_a_list_of_figures_is_not_paired_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.compare.aspects import figure_pairs
    from factcheck.compare.aspects.figures import MOST

    asked = 0
    compared = figure_pairs._compared_as

    def counting(left: Figure, right: Figure, stands: Standing) -> Outcome | None:
        nonlocal asked
        asked += 1
        return compared(left, right, stands)

    monkeypatch.setattr(figure_pairs, "_compared_as", counting)
    numbers = [str(number) for number in range(100, 400)]
    text = "The boxes weighed " + " and ".join(f"{number} tonnes" for number in numbers)
    world = World()
    for word in ("said", "wrote"):
        article = world.article(f"{text}, the port {word}.")
        world.claim(article, text, *(quantity(n, int(n), unit="tonne") for n in numbers), by="the port")
    world.compared()
    assert 0 < asked <= 4 * MOST**2


def test_how_long_it_took_to_end_is_one_span_however_it_is_put() -> None:
    found = read(
        "It took the crews nine hours to bring the blaze in the sawmill under control.",
        "The blaze in the sawmill was put out nine hours later.",
    )
    assert kinds(found, "It took", "put out") == {"agrees on quantity"}
    found = read(
        "It took the crews nine hours to bring the blaze in the sawmill under control.",
        "The blaze in the sawmill was put out 14 hours later.",
    )
    assert kinds(found, "It took", "put out") == {"conflicts on quantity"}


def test_how_long_something_else_took_is_another_span() -> None:
    found = read(
        "It took the crews nine hours to reach the sawmill, where a blaze had begun.",
        "The blaze in the sawmill was put out 14 hours later.",
    )
    assert "conflicts on quantity" not in kinds(found, "It took", "put out")
