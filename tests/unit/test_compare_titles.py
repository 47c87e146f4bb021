"""What a fact is called, and what the program says it looked for where an article does not tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import Said, compare, silent
from factcheck.compare.facts.nearest import Nearest
from factcheck.compare.facts.passages import NO_CLAIM, unclaimed
from factcheck.compare.facts.similarity import stem
from factcheck.compare.phrasing import titled
from factcheck.compare.silence import NOTHING_NEAR
from factcheck.model import Claim, LexiconEntry
from tests.unit.compare_world import LEXICON, World, quantity

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


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The ferry, which had been built in 1974 and repaired twice, sank off Ort", "Ferry sank off Ort"),
        ("Because no pump worked, the cellar filled within minutes", "Cellar filled within minutes"),
        ("It was the coldest night in Ort since 1929", "Coldest night in Ort since 1929"),
        ("The town asked for a boat and had been refused", "Town asked for a boat and had been refused"),
        ("More than 200 sailors left", "More than 200 sailors left"),
        (
            "The cuts, which are to be completed by the end of the year, affect 7% of a workforce of 24,000",
            "Cuts affect 7% of a workforce of 24,000",
        ),
        (
            "The mayor of Ort has again asked the regional government for a new sea wall"
            " between the old lighthouse and the pier",
            "Mayor of Ort has again asked the regional government for a new sea wall",
        ),
    ],
)  # fmt: skip
def test_a_long_title_ends_where_a_clause_ends_and_keeps_its_verb(text: str, label: str) -> None:
    assert titled(text) == label


def measured(*told: tuple[str, str, float, str]) -> str:
    """The label of a fact of claims with one measure each: text, number, value, unit."""
    world = World()
    for text, number, value, unit in told:
        world.claim(world.article(f"{text}."), text, quantity(number, value, unit=unit))
    return next(g for g in world.compared().result.groups if len(g.claims) == len(told)).label


def test_a_disputed_measure_is_titled_as_its_texts_tell_it() -> None:
    two = ("The shaking in Ort lasted 18 seconds", "18", 18, "second"), (
        "The shaking in Ort lasted 80 seconds", "80", 80, "second",
    )  # fmt: skip
    assert measured(*two) == "Shaking in Ort lasted 18 or 80 seconds"


def test_a_pronoun_gives_way_to_the_one_who_says_it() -> None:
    world = World()
    text = "The hospital said it had treated 96 people."
    figure = quantity("96", 96, unit="person")
    name = world.claim(world.article(text), "it had treated 96 people", figure, by="The hospital")
    label = next(g for g in world.compared().result.groups if name in g.claims).label
    assert label == "Hospital had treated 96 people"


def test_what_happened_in_another_year_is_titled_with_that_year() -> None:
    text = "It was the worst storm on the lake since 1987, when a ferry sank and 40 passengers drowned."
    assert title((text, "40 passengers drowned")) == "40 passengers drowned in 1987"
    assert title((text, "a ferry sank")) == "Ferry sank in 1987"


def test_the_others_are_not_all() -> None:
    assert titled("The other passengers were tourists") == "Other passengers were tourists"


def test_a_fact_that_one_tells_is_not_titled_by_who_does_not_know_it() -> None:
    world = World()
    unknown = world.claim(
        world.article("The cause of the leak is not known."), "The cause of the leak is not known"
    )
    told = world.claim(
        world.article("A worn seal in the pump was the cause of the leak."),
        "A worn seal in the pump was the cause of the leak",
    )
    said = [Said(unknown, told, same=True)]
    found = compare(world.articles, world.sentences, world.claims, world.lexicon, said)
    assert next(g.label for g in found.groups if told in g.claims).startswith("Worn seal in the pump")


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


COLLAPSE = LexiconEntry("predicate", "collapse", ("collapsed", "caved in"))


def silences(told: str, claim: str, silent_text: str) -> Silence:
    world = World(lexicon=(*LEXICON, COLLAPSE))
    first, second = world.article(told), world.article(told.replace("Police", "The police"))
    name = world.claim(first, claim)
    world.claim(second, claim)
    quiet = world.article(silent_text)
    world.claim(quiet, silent_text.rstrip("."))
    group = next(g for g in world.compared().result.groups if name in g.claims)
    return next(s for s in silent(world.claims, world.articles, group) if s.article == quiet)


def test_whole_words_are_looked_for_and_the_nearest_miss_has_its_place() -> None:
    found = silences(
        "Police said the historic footbridge in Ort had collapsed.",
        "the historic footbridge in Ort had collapsed",
        "The footbridge in Ort was painted green.",
    )
    assert {"historic", "footbridge", "collapsed"} <= set(found.looked_for)
    assert not {stem("historic"), stem("collapsed")} & set(found.looked_for)
    assert found.why.startswith("no mention; looked for: ")
    assert "nearest miss (C, shares footbridge, Ort): “The footbridge in Ort was painted green”" in found.why


def test_where_nothing_is_near_it_says_so() -> None:
    found = silences(
        "Police said the historic footbridge in Ort had collapsed.",
        "the historic footbridge in Ort had collapsed",
        "Onions cost more this week.",
    )
    assert found.nearest is None
    assert found.why.endswith("; nothing near it")


def test_one_word_in_common_is_not_near() -> None:
    found = silences(
        "Police said the historic footbridge in Ort had collapsed.",
        "the historic footbridge in Ort had collapsed",
        "Children painted a footbridge on the wall of their school.",
    )
    assert found.nearest is None
    assert found.why.endswith("; nothing near it")


def test_what_comes_nearest_may_stand_in_no_claim() -> None:
    world = World(lexicon=(*LEXICON, COLLAPSE))
    told = "the historic footbridge in Ort had collapsed"
    first, _ = (world.claim(world.article(f"{who} said {told}."), told) for who in ("Police", "Divers"))
    here = "Onions cost more, said the mayor, whose footbridge in Ort is no more."
    quiet = world.article(here)
    world.claim(quiet, "Onions cost more")
    group = next(g for g in world.compared().result.groups if first in g.claims)
    (found,) = silent(world.claims, world.articles, group)
    assert found.nearest is not None
    assert found.nearest.id == NO_CLAIM
    assert found.nearest.text == "said the mayor, whose footbridge in Ort is no more"
    assert here[found.nearest.start : found.nearest.end] == found.nearest.text


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6))
def test_passages_are_what_stands_in_no_claim(spans: list[tuple[int, int]]) -> None:
    text = "One two three four five. Six seven eight nine, ten eleven twelve thirteen. Fourteen."
    world = World()
    name = world.article(text)
    ends = [(start, min(len(text), start + length)) for start, length in spans]
    claims = [Claim("c", name, start, end, text[start:end], (0, 1), ("r",), 1.0) for start, end in ends]
    for passage in unclaimed(claims, world.articles):
        assert text[passage.start : passage.end] == passage.text
        assert all(end <= passage.start or start >= passage.end for start, end in ends)
        assert len(passage.text.split()) >= 4
        assert passage.sentence[0] <= passage.start < passage.end <= passage.sentence[1]


def test_the_same_measure_in_another_unit_is_near_and_is_named() -> None:
    world = World()
    quiet = world.article("A tunnel of 8 kilometres was dug there a century ago.")
    length = quantity("8", 8, unit="kilometer")
    near = world.claim(quiet, "A tunnel of 8 kilometres was dug there", length)
    deep = "The quake struck five miles below the surface"
    told = [
        world.claim(world.article(f"{deep}, {who} said."), deep, quantity("five", 5, unit="mile"))
        for who in "PQ"
    ]
    misses = Nearest(world.claims, world.articles).misses(told, {quiet}, NOTHING_NEAR, telling=True)
    assert misses[quiet].claim.id == near
    assert misses[quiet].shared == ("8 kilometres",)
