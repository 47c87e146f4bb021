"""Whose people are counted, claim by claim: two armies, increments, and soldiers nobody says what of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.aspects.people import root, same_people, same_person
from factcheck.compare.reading.reader import Reader
from factcheck.model import DateValue, LexiconEntry
from factcheck.values.proper import only_identifies
from tests.unit.compare_world import LEXICON, World, quantity

if TYPE_CHECKING:
    from factcheck.compare.reading.profiles import Profile

MILITARY = LexiconEntry("unit", "person_military", ("soldiers", "troops"))
WORLD = (*LEXICON, MILITARY)


def one(text: str, *values: object, names: tuple[str, ...] = ()) -> Profile:
    """The profile of one claim that is the whole of one text."""
    world = World(lexicon=WORLD)
    world.claim(world.article(text), text, *values, names=names)  # type: ignore[arg-type]
    return Reader(WORLD).profiles(world.articles, world.sentences, world.claims)[0]


def test_a_nation_and_its_people_are_one() -> None:
    assert root("Ruritania") == root("Ruritanian") == root("Ruritanians")
    assert same_people(frozenset({"Zembla"}), frozenset({"Zemblan", "Ort"}))
    assert not same_people(frozenset({"Zembla"}), frozenset({"Ruritanian"}))
    assert same_person("Ott", "Deputy Jan Ott")
    assert not same_person("Ott", "Ott Haas")


def test_numbers_that_only_say_who_is_meant() -> None:
    def of(text: str, number: str, value: float) -> bool:
        world = World()
        world.claim(world.article(text), text, quantity(number, value))
        return only_identifies(text, world.claims[0].values[0])  # type: ignore[arg-type]

    assert of("the two sides signed", "two", 2)
    assert of("they fought a three-month war", "three", 3)
    assert of("a fire broke out in Hall 7 at noon", "7", 7)
    assert not of("in Ort 7 people died", "7", 7)
    assert not of("the 40 miners died", "40", 40)


def losses() -> tuple[World, dict[str, str]]:
    """Two armies and three voices; each counts both sides its own way."""
    world = World(lexicon=WORLD)
    a = world.article(
        "Three Ruritanian soldiers died in the pass and eight were wounded, Marshal Haas said.",
        published="2030-05-02",
    )
    b = world.article(
        "The observers saw the bodies of five Zemblan and three Ruritanian soldiers dead in the pass.",
        published="2030-05-02",
    )
    c = world.article(
        "In the pass 19 Ruritanian soldiers died, said General Bode.",
        "He said that five Zemblan soldiers died in the pass and 21 were wounded.",
        published="2030-05-03",
    )
    claims = {
        "haas": world.claim(
            a,
            "Three Ruritanian soldiers died in the pass",
            quantity("Three", 3, unit="person_military", of="die", whose="Ruritanian"),
            by="Marshal Haas",
            names=("Ruritanian",),
        ),
        "hurt": world.claim(
            a,
            "eight were wounded",
            quantity("eight", 8, unit="person_military", of="wound", whose="Ruritanian"),
            by="Marshal Haas",
            around=("Ruritanian",),
        ),
        "five": world.claim(
            b,
            "the bodies of five Zemblan",
            quantity("five", 5, unit="person_military", of="die", whose="Zemblan"),
            by="The observers",
            names=("Zemblan",),
        ),
        "three": world.claim(
            b,
            "three Ruritanian soldiers dead in the pass",
            quantity("three", 3, unit="person_military", of="die", whose="Ruritanian"),
            by="The observers",
            names=("Ruritanian",),
        ),
        "theirs": world.claim(
            c,
            "In the pass 19 Ruritanian soldiers died",
            quantity("19", 19, unit="person_military", of="die", whose="Ruritanian"),
            by="General Bode",
            names=("Ruritanian",),
        ),
        "own": world.claim(
            c,
            "five Zemblan soldiers died in the pass",
            quantity("five", 5, unit="person_military", of="die", whose="Zemblan"),
            by="General Bode",
            names=("Zemblan",),
        ),
        "own hurt": world.claim(
            c,
            "21 were wounded",
            quantity("21", 21, unit="person_military", of="wound", whose="Zemblan"),
            by="General Bode",
            around=("Zemblan",),
        ),
    }
    return world, claims


def test_the_dead_of_one_army_meet_only_the_dead_of_that_army() -> None:
    world, claim = losses()
    seen = world.compared()
    assert seen.kind(claim["haas"], claim["theirs"]) == "conflicts on quantity"
    assert seen.kind(claim["three"], claim["theirs"]) == "conflicts on quantity"
    assert seen.kind(claim["five"], claim["own"]) == "agrees on quantity"
    assert seen.kind(claim["hurt"], claim["own hurt"]) is None, (
        "not the wounded of the one army and the other"
    )
    assert seen.kind(claim["theirs"], claim["own"]) is None
    found = seen.suggestion(claim["theirs"])
    assert (found.verdict, found.kind, found.origin) == ("conflicting", "sources", "General Bode")
    assert found.why.startswith("sources disagree: General Bode 19 soldiers (C)")


def test_two_facts_of_one_sentence_stand_in_two_groups() -> None:
    world, claim = losses()
    seen = world.compared()
    assert seen.together(claim["three"], claim["haas"], claim["theirs"])
    assert not seen.together(claim["three"], claim["five"]), "one breath, two armies"
    assert not seen.together(claim["haas"], claim["hurt"]), "one breath, the dead and the hurt"
    assert {r.kind for r in seen.result.relations if claim["five"] in (r.a, r.b)} == {"agrees"}


def test_the_date_of_one_clause_is_that_of_the_clause_beside_it() -> None:
    text = "A silo burst in May 1974 and 31 people died"
    day = DateValue(0, 0, "May 1974", "1974-05-01", "1974-05-31", "month")
    world = World(lexicon=WORLD)
    place = world.article(text)
    world.claim(place, "A silo burst in May 1974", day)
    world.claim(place, "31 people died", quantity("31", 31, of="die"))
    first, second = Reader(WORLD).profiles(world.articles, world.sentences, world.claims)
    assert first.when == second.when == ("1974-05-01", "1974-05-31")


def test_more_bodies_are_no_total() -> None:
    world = World()
    a = world.article("The landslide at Ort killed nine people, the mayor said.")
    b = world.article("At Ort three more people were found dead after the landslide, the mayor said.")
    x = world.claim(
        a, "The landslide at Ort killed nine people", quantity("nine", 9, of="die"), names=("Ort",)
    )
    y = world.claim(
        b,
        "At Ort three more people were found dead after the landslide",
        quantity("three", 3, of="die", more=True),
        names=("Ort",),
    )
    assert world.compared().kind(x, y) != "conflicts on quantity"


def test_soldiers_of_one_nation_meet_though_no_class_says_what_they_did() -> None:
    world = World(lexicon=WORLD)
    a = world.article("Zembla shifted 900 soldiers to the pass, Marshal Haas said.")
    b = world.article("The number of Zemblan soldiers at the pass is 4,000, said the observers.")
    c = world.article("Ruritania keeps 2,000 soldiers at the pass.")
    x = world.claim(
        a,
        "Zembla shifted 900 soldiers to the pass",
        quantity("900", 900, unit="person_military", whose="Zembla"),
        by="Marshal Haas",
        names=("Zembla",),
    )
    y = world.claim(
        b,
        "The number of Zemblan soldiers at the pass is 4,000",
        quantity("4,000", 4000, unit="person_military", whose="Zembla"),
        by="the observers",
        names=("Zemblan",),
    )
    z = world.claim(
        c,
        "Ruritania keeps 2,000 soldiers at the pass",
        quantity("2,000", 2000, unit="person_military", whose="Ruritania"),
        names=("Ruritania",),
    )
    seen = world.compared()
    found = seen.relation(x, y)
    assert found is not None
    assert found.kind == "conflicts"
    assert found.why.startswith("perhaps of one thing: ")
    assert seen.kind(x, z) is None


def test_the_nearest_noun_is_not_always_what_is_counted() -> None:
    rise = LexiconEntry("predicate", "rise", ("climbed",))
    world = World(lexicon=(*WORLD, rise))
    text = "The number of dead in the tower collapse climbed to 23"
    world.claim(world.article(text), text, quantity("23", 23, unit="building", of="rise"))
    (toll,) = Reader(world.lexicon).profiles(world.articles, world.sentences, world.claims)
    assert toll.figures[0].of == {"die"}
    assert toll.figures[0].interval.dimension is None
    dead = one("There 40 people died when the Ort tower fell", quantity("40", 40, of="die"), names=("Ort",))
    assert dead.figures[0].actors == frozenset(), "a name of another clause owns nobody"
    own = one("There 40 Ruritanian guards died", quantity("40", 40, of="die"), names=("Ruritanian",))
    assert own.figures[0].actors == {"Ruritanian"}
