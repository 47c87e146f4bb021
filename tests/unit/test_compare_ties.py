"""Two claims of which a reviewer has said that they tell one fact are compared like any others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare import Said, compare
from tests.unit.compare_world import World, over, quantity

if TYPE_CHECKING:
    from factcheck.model import Quantity, Relation


class Side(NamedTuple):
    """A sentence, the claim in it, and the figure of that."""

    sentence: str
    claim: str
    figure: Quantity | None = None


def tied(*sides: Side) -> Relation:
    """What two claims are to each other once they are tied."""
    world = World()
    a, b = (
        world.claim(world.article(sentence), claim, *([figure] if figure else []))
        for sentence, claim, figure in sides
    )
    found = compare(world.articles, world.sentences, world.claims, world.lexicon, [Said(a, b, same=True)])
    return next(r for r in found.relations if {r.a, r.b} == {a, b})


HURT = Side(
    "The quake injured 140 people in the valley.", "injured 140 people", quantity("140", 140, of="wound")
)
UNKNOWN = Side(
    "The owner said that the cause of the fire was not yet known.", "the cause of the fire was not yet known"
)


def test_figures_of_tied_claims_are_compared_although_they_count_two_things() -> None:
    dead = over("more than 60", 60, of="die")
    found = tied(HURT, Side("Clinics took in more than 60 dead by the evening.", "more than 60 dead", dead))
    assert (found.kind, found.on) == ("conflicts", "quantity")
    assert "140" in found.why
    assert "more than 60" in found.why


def test_the_reason_warns_where_the_two_tell_two_classes() -> None:
    dead = quantity("140", 140, of="die")
    found = tied(HURT, Side("By the evening 140 were dead, doctors said.", "140 were dead", dead))
    assert found.kind == "agrees"
    assert found.why.startswith("one tells of “wound”, the other of “die”")


def test_what_comes_with_a_tied_claim_is_compared_too() -> None:
    """A tie joins two facts; every claim of the one is held against every claim of the other."""
    world = World()
    texts = ("The quake injured 140 people.", "The quake injured 140 people, police said.")
    a, b = (
        world.claim(world.article(text), "The quake injured 140 people", quantity("140", 140, of="wound"))
        for text in texts
    )
    third = world.article("Clinics counted 60 dead by the evening.")
    c = world.claim(third, "60 dead", quantity("60", 60, of="die"))
    found = compare(world.articles, world.sentences, world.claims, world.lexicon, [Said(a, c, same=True)])
    kinds = {frozenset((r.a, r.b)): r.kind for r in found.relations}
    assert kinds[frozenset((a, c))] == kinds[frozenset((b, c))] == "conflicts"


def test_without_a_tie_the_two_are_not_compared() -> None:
    world = World()
    a = world.claim(
        world.article("The quake injured 140 people."), "injured 140 people", quantity("140", 140, of="wound")
    )
    b = world.claim(world.article("Clinics counted 60 dead."), "60 dead", quantity("60", 60, of="die"))
    assert world.compared().relation(a, b) is None


def test_what_one_says_is_not_known_is_not_backed_by_who_tells_it() -> None:
    battery = "A faulty battery caused the fire"
    found = tied(UNKNOWN, Side(f"{battery}, the prosecutor said on Friday.", battery))
    assert found.kind == "differs"
    assert "one says that it is not known, the other tells it" in found.why


def test_two_that_say_it_is_not_known_agree() -> None:
    unclear = "The exact cause of the fire remains unclear"
    assert tied(UNKNOWN, Side(f"{unclear}.", unclear)).kind == "agrees"


def test_sums_that_cannot_be_laid_side_by_side_do_not_agree_because_they_are_tied() -> None:
    euros = "The company earned 84 million euros in the first quarter"
    dollars = "In the first quarter the company earned $92 million"
    found = tied(
        Side(f"{euros}.", euros, quantity("84 million euros", 84e6, unit="EUR")),
        Side(f"{dollars} on its revenue.", dollars, quantity("$92 million", 92e6, unit="USD")),
    )
    assert (found.kind, found.on) == ("differs", "quantity")
    assert "$92 million" in found.why


def test_net_and_operating_profit_do_not_agree_because_they_are_tied() -> None:
    net = "The net profit in the first quarter was €84 million"
    operating = "The operating profit in the first quarter was €118 million"
    found = tied(
        Side(f"{net}.", net, quantity("€84 million", 84e6, unit="EUR")),
        Side(f"{operating}.", operating, quantity("€118 million", 118e6, unit="EUR")),
    )
    assert found.kind == "differs"
    assert "two figures, not compared" in found.why


def test_a_tie_does_not_say_whose_words_a_claim_is() -> None:
    world = World()
    first = world.article("The mountain road stays closed until Sunday.")
    second = world.article(
        "The valley road opens on Monday, the roads office said.", "All schools stay closed until Monday."
    )
    road = world.claim(first, "The mountain road stays closed until Sunday")
    other = world.claim(second, "The valley road opens on Monday", by="the roads office")
    schools = world.claim(second, "All schools stay closed until Monday")
    said = [Said(road, schools, same=True), Said(road, other, same=True)]
    found = compare(world.articles, world.sentences, world.claims, world.lexicon, said)
    origin = {suggestion.claim: suggestion.origin for suggestion in found.suggestions}
    assert origin[other] == "the roads office"
    assert origin[schools] is None
