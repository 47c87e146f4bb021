"""Whose people are counted, clause by clause: two armies, increments, and soldiers nobody says what of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.aspects.figures import only_identifies
from factcheck.compare.aspects.people import root, same_people, same_person
from factcheck.compare.reading.clauses import clauses
from factcheck.compare.reading.reader import Reader
from factcheck.model import LexiconEntry
from tests.unit.compare_world import LEXICON, World, quantity

if TYPE_CHECKING:
    from factcheck.compare.reading.profiles import Profile

MILITARY = LexiconEntry("unit", "person_military", ("soldiers", "troops"))
WORLD = (*LEXICON, MILITARY)


def cut(text: str, *values: object, names: tuple[str, ...] = ()) -> tuple[Profile, ...]:
    """The clauses of one claim that is the whole of one text."""
    world = World(lexicon=WORLD)
    world.claim(world.article(text), text, *values, names=names)  # type: ignore[arg-type]
    return Reader(WORLD).profiles(world.articles, world.sentences, world.claims, cut=True)


def test_a_nation_and_its_people_are_one() -> None:
    assert root("Ruritania") == root("Ruritanian") == root("Ruritanians")
    assert same_people(frozenset({"Zembla"}), frozenset({"Zemblan", "Ort"}))
    assert not same_people(frozenset({"Zembla"}), frozenset({"Ruritanian"}))
    assert same_person("Ott", "Deputy Jan Ott")
    assert not same_person("Ott", "Ott Haas")


def test_two_clauses_that_both_tell_are_cut() -> None:
    text = "Three Ruritanian soldiers died in the pass and eight more were wounded"
    first, second = cut(text, quantity("Three", 3, of="die"), quantity("eight", 8, of="wound"))
    assert [p.text for p in (first, second)] == [
        "Three Ruritanian soldiers died in the pass",
        "eight more were wounded",
    ]
    assert first.main == {"die"}
    assert second.main == {"wound"}
    assert first.number == second.number


def test_what_tells_nothing_by_itself_is_not_cut_off() -> None:
    assert len(cut("In all 40 miners were killed or wounded", quantity("40", 40, of="die"))) == 1
    assert len(cut("Guards died and people were captured")) == 1, "no figure, no cut"
    text = "They signed the treaty after talks of nine hours"
    assert len(cut(text, quantity("nine", 9, unit="hour"))) == 1


def test_a_list_is_cut_into_few() -> None:
    text = " and ".join(f"{n} miners died" for n in range(20, 40))
    values = [quantity(str(n), n, of="die") for n in range(20, 40)]
    world = World(lexicon=WORLD)
    world.claim(world.article(text), text, *values)
    places = [(v.start, v.end) for v in world.claims[0].values]
    assert len(clauses(text, world.claims[0], places, [])) == 6


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
    both = ("Ruritanian", "Zemblan")
    claims = {
        "haas": world.claim(
            a,
            "Three Ruritanian soldiers died in the pass and eight were wounded",
            quantity("Three", 3, unit="person_military", of="die", whose="Ruritanian"),
            quantity("eight", 8, unit="person_military", of="wound", whose="Ruritanian"),
            by="Marshal Haas",
            names=("Ruritanian",),
        ),
        "seen": world.claim(
            b,
            "the bodies of five Zemblan and three Ruritanian soldiers dead in the pass",
            quantity("five", 5, unit="person_military", of="die", whose="Zemblan"),
            quantity("three", 3, unit="person_military", of="die", whose="Ruritanian"),
            by="The observers",
            names=both,
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
            "five Zemblan soldiers died in the pass and 21 were wounded",
            quantity("five", 5, unit="person_military", of="die", whose="Zemblan"),
            quantity("21", 21, unit="person_military", of="wound", whose="Zemblan"),
            by="General Bode",
            names=("Zemblan",),
        ),
    }
    return world, claims


def test_the_dead_of_one_army_meet_only_the_dead_of_that_army() -> None:
    world, claim = losses()
    seen = world.compared()
    assert seen.kind(claim["haas"], claim["theirs"]) == "conflicts on quantity"
    assert seen.kind(claim["seen"], claim["theirs"]) == "conflicts on quantity"
    assert seen.kind(claim["seen"], claim["own"]) == "agrees on quantity"
    assert seen.kind(claim["haas"], claim["own"]) is None, "not the wounded of the one army and the other"
    assert seen.kind(claim["theirs"], claim["own"]) is None
    found = seen.suggestion(claim["theirs"])
    assert (found.verdict, found.kind, found.origin) == ("conflicting", "sources", "General Bode")
    assert found.why.startswith("sources disagree: General Bode 19 (C)")


def test_a_claim_of_two_facts_has_one_home_and_relations_in_both() -> None:
    world, claim = losses()
    seen = world.compared()
    homes = [group.id for group in seen.result.groups if claim["seen"] in group.claims]
    assert len(homes) == 1
    assert {r.kind for r in seen.result.relations if claim["seen"] in (r.a, r.b)} == {"agrees", "conflicts"}


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
    (toll,) = Reader(world.lexicon).profiles(world.articles, world.sentences, world.claims, cut=True)
    assert toll.figures[0].of == {"die"}
    assert toll.figures[0].interval.dimension is None
    (dead,) = cut(
        "There 40 people died when the Ort tower fell", quantity("40", 40, of="die"), names=("Ort",)
    )
    assert dead.figures[0].actors == frozenset(), "a name of another clause owns nobody"
    (own,) = cut("There 40 Ruritanian guards died", quantity("40", 40, of="die"), names=("Ruritanian",))
    assert own.figures[0].actors == {"Ruritanian"}
