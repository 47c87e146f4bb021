"""What a fact is called, and what the program says it looked for where an article does not tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.compare import silent
from factcheck.compare.facts.similarity import stem
from tests.unit.compare_world import World, quantity

if TYPE_CHECKING:
    from factcheck.compare import Silence


def title(*claims: tuple[str, str]) -> str:
    """The label of the fact that these claims tell: a sentence, and the words of it that are the claim."""
    world = World()
    names = [world.claim(world.article(text), words) for text, words in claims]
    found = next(g for g in world.compared().result.groups if names[0] in g.claims)
    return found.label


def numbered(text: str, number: str, value: float) -> str:
    """The label of a single claim with one figure of people."""
    world = World()
    name = world.claim(world.article(f"{text}."), text, quantity(number, value, unit="person"))
    return next(g for g in world.compared().result.groups if name in g.claims).label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The harbour was closed on Monday", "Harbour closed on Monday"),
        ("The man who was arrested in Ort is a sailor", "Man who was arrested in Ort is a sailor"),
        ("In the city of Ort the Blue Ticket won", "In the city of Ort the Blue Ticket won"),
        ("It killed nine soldiers", "Nine soldiers killed"),
        ("On Tuesday morning, the ferry sailed again", "Ferry sailed again"),
    ],
)
def test_a_title_is_the_clause_without_what_dangles(text: str, label: str) -> None:
    assert title((f"{text}.", text)) == label


def test_a_figure_on_which_all_agree_stays_in_the_title() -> None:
    assert numbered("The ferry was licensed for 480 people", "480", 480) == "Ferry licensed for 480 people"


def test_a_claim_that_begins_with_its_verb_gets_the_name_before_it() -> None:
    world = World()
    text = "The Aldona, built in Ort, was licensed for 480 people."
    words = "was licensed for 480 people"
    figure = quantity("480", 480, unit="person")
    name = world.claim(world.article(text), words, figure, around=("Aldona",))
    label = next(g for g in world.compared().result.groups if name in g.claims).label
    assert label == "Aldona licensed for 480 people"


def silences(told: str, claim: str, silent_text: str) -> Silence:
    world = World()
    first, second = world.article(told), world.article(told.replace("Police", "The police"))
    name = world.claim(first, claim)
    world.claim(second, claim)
    quiet = world.article(silent_text)
    world.claim(quiet, silent_text.rstrip("."))
    group = next(g for g in world.compared().result.groups if name in g.claims)
    compared = world.compared().result
    return next(s for s in silent(compared, world.claims, world.articles, group) if s.article == quiet)


def test_whole_words_are_looked_for_and_the_nearest_miss_has_its_place() -> None:
    found = silences(
        "Police said the historic footbridge in Ort had collapsed.",
        "the historic footbridge in Ort had collapsed",
        "The footbridge in Lomm was painted green.",
    )
    assert {"historic", "footbridge", "collapsed"} <= set(found.looked_for)
    assert not {stem("historic"), stem("collapsed")} & set(found.looked_for)
    assert found.why.startswith("no mention; looked for: ")
    assert "nearest miss (C): “The footbridge in Lomm was painted green”" in found.why


def test_where_nothing_is_near_it_says_so() -> None:
    found = silences(
        "Police said the historic footbridge in Ort had collapsed.",
        "the historic footbridge in Ort had collapsed",
        "Onions cost more this week.",
    )
    assert found.nearest is None
    assert found.why.endswith("; nothing near it")
