"""What a figure counts, of whom, which figures are parts of others, and the sums left to the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.aspects.classes import composites
from factcheck.compare.aspects.figure_pairs import best_comparison
from factcheck.compare.aspects.standing import comparable, standing
from factcheck.compare.reading.heads import main_predicates
from factcheck.compare.reading.reader import Reader
from factcheck.model import LexiconEntry
from factcheck.values.proper import is_figure
from tests.unit.compare_world import LEXICON, World, about, quantity, vague

if TYPE_CHECKING:
    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile

UNITS = LexiconEntry("unit", "person", ("children", "teacher", "guard", "people"))
BIG = (*LEXICON, UNITS)


def profile(text: str, *values: object) -> Profile:
    world = World(lexicon=BIG)
    name = world.article(text)
    world.claim(name, text, *values)  # type: ignore[arg-type]
    return Reader(BIG).profiles(world.articles, world.sentences, world.claims)[0]


def figure(text: str, *values: object) -> Figure:
    return profile(text, *values).figures[0]


def test_a_class_whose_terms_join_two_others_stands_for_both() -> None:
    assert composites(LEXICON) == {"casualties": frozenset({"die", "wound"})}


def test_a_stray_term_adds_no_part() -> None:
    odd = LexiconEntry(
        "predicate",
        "losses",
        ("killed or wounded", "dead or injured", "dead or wounded", "killed and captured"),
    )
    assert composites((*LEXICON[:4], odd))["losses"] == frozenset({"die", "wound"})


def test_one_and_several_are_counts_and_no_figures() -> None:
    assert not is_figure(quantity("one", 1))
    assert not is_figure(quantity("the guard", 1))
    assert not is_figure(vague("several", 3, 9))
    assert is_figure(vague("several hundred", 200, 900))
    assert is_figure(quantity("two", 2))


def test_killed_or_wounded_counts_both() -> None:
    found = figure("In all 900 guards were killed or wounded", quantity("900", 900, of="die"))
    assert found.of == {"die", "wound"}
    assert found.told == "casualties"


def test_the_dead_and_the_hurt_are_added_up() -> None:
    p = profile(
        "At Ort 12 people died and 30 were injured",
        quantity("12", 12, of="die"),
        quantity("30", 30, of="wound"),
    )
    (total,) = [f for f in p.figures if f.sum]
    assert total.interval.headline == 42
    assert total.of == {"die", "wound"}


def test_the_dead_and_the_sent_are_not_added_up() -> None:
    p = profile(
        "There 12 people died and 30 were deployed",
        quantity("12", 12, of="die"),
        quantity("30", 30, of="deploy"),
    )
    assert not [f for f in p.figures if f.sum]


def test_two_sorts_of_victims_are_added_up_and_are_parts() -> None:
    p = profile(
        "The fire killed 22 children and six teachers",
        quantity("22", 22, of="die"),
        quantity("six", 6, of="die"),
    )
    whole = figure("The fire killed 28 people", quantity("28", 28, of="die"))
    best = best_comparison(p.figures, (whole,))
    assert best is not None
    assert best[2].kind == "agrees"
    assert [f.part for f in p.figures] == [True, True, True]
    more = figure("The fire killed 60 people", quantity("60", 60, of="die"))
    best = best_comparison(p.figures, (more,))
    assert best is not None
    assert best[2].kind == "differs", "a third sort may not have been counted"


def test_what_is_said_once_of_neighbours_is_said_of_both() -> None:
    p = profile(
        "The raid on Ort killed 15 children and 27 teachers after the rebels were captured",
        quantity("15", 15, of="die"),
        quantity("27", 27),
    )
    assert [f.of for f in p.figures if not f.sum] == [{"die"}, {"die"}]
    assert [f.interval.headline for f in p.figures if f.sum] == [42]


def test_a_figure_taken_out_of_another_contradicts_no_whole() -> None:
    p = profile(
        "The fire killed 40 people, including 11 children",
        quantity("40", 40, of="die"),
        quantity("11", 11, of="die"),
    )
    whole = figure("The fire killed 60 people", quantity("60", 60, of="die"))
    assert standing(p.figures[1], whole) == "part"
    best = best_comparison((p.figures[1],), (whole,))
    assert best is not None
    assert (best[2].kind, best[2].reason) == ("differs", "part")
    two = figure("At least two of the people killed were guards", quantity("two", 2, of="die"))
    assert two.part


def test_claims_that_agree_on_the_dead_and_not_on_the_hurt_conflict() -> None:
    first = profile(
        "At Ort 3 people died and 30 were injured",
        quantity("3", 3, of="die"),
        quantity("30", 30, of="wound"),
    )
    second = profile(
        "At Ort 3 people died and 20 were injured",
        quantity("3", 3, of="die"),
        quantity("20", 20, of="wound"),
    )
    best = best_comparison(first.figures, second.figures)
    assert best is not None
    assert (best[0].text, best[1].text, best[2].kind) == ("30", "20", "conflicts")


def test_a_part_larger_than_its_whole_is_a_conflict() -> None:
    dead = figure("There 900 people died", quantity("900", 900, of="die"))
    both = figure("There 300 people were killed or wounded", quantity("300", 300, of="casualties"))
    best = best_comparison((dead,), (both,))
    assert best is not None
    assert best[2].kind == "conflicts"


def test_a_number_of_villages_is_no_number_of_people() -> None:
    villages = figure("The raid on two villages killed many", quantity("two", 2, unit=None))
    dead = figure("The raid killed 15 people", quantity("15", 15, of="die"))
    assert not comparable(villages, dead)


def test_fifty_injured_count_people() -> None:
    hurt = figure("About 50 injured lay there", about("About 50", 50, unit="injured", of="wound"))
    assert hurt.interval.dimension is None
    assert comparable(hurt, figure("There 80 people were injured", quantity("80", 80, of="wound")))


def told(text: str) -> frozenset[str]:
    p = profile(text)
    found = [(text.index(word), text.index(word) + len(word), name) for word, name in _in(text)]
    assert main_predicates(text, 0, found) == p.main
    return p.main


def _in(text: str) -> list[tuple[str, str]]:
    known = {"captured": "capture", "died": "die", "dead": "die", "injured": "wound", "deployed": "deploy"}
    return [(word, name) for word, name in known.items() if word in text]


def test_what_only_identifies_is_not_what_is_told() -> None:
    assert told("The captured guard died") == {"die"}
    assert told("A guard who was captured on Monday has died") == {"die"}
    assert told("The guard captured by the rebels has died") == {"die"}
    assert told("The guard died after being captured") == {"die"}
    assert told("The rebels captured an injured guard") == {"capture"}
    assert told("The guard was captured and later died") == {"capture", "die"}
