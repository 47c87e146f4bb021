"""The comparison from end to end on small stories of our own: who says what, and what follows."""

from __future__ import annotations

from tests.unit.compare_world import World, about, nearly, quantity


def mine() -> tuple[World, list[str]]:
    """Three papers on one mine: two origins, two figures."""
    world = World()
    a = world.article(
        "Nearly 3,000 Ruritanian miners were killed or wounded in the collapse, Mayor Ott said."
    )
    b = world.article("The union counted around 1,100 casualties among the Ruritanian miners.")
    c = world.article("Mayor Ott speaks of about 3,000 Ruritanian miners dead or injured in the pit.")
    x = world.claim(
        a,
        "Nearly 3,000 Ruritanian miners were killed or wounded",
        nearly("Nearly 3,000", 3000, "die"),
        by="Mayor Ott",
        names=("Ruritanian",),
    )
    y = world.claim(
        b,
        "around 1,100 casualties",
        about("around 1,100", 1100, unit=None, of="casualties"),
        by="The union",
        around=("Ruritanian",),
    )
    z = world.claim(
        c,
        "about 3,000 Ruritanian miners dead or injured in the pit",
        about("about 3,000", 3000, of="casualties"),
        by="Mayor Ott",
        names=("Ruritanian",),
    )
    return world, [x, y, z]


def test_a_disputed_figure_is_one_fact_and_its_origins_conflict() -> None:
    world, (x, y, z) = mine()
    seen = world.compared()
    assert seen.together(x, y, z)
    assert seen.group(x) == (3, 3, ("Mayor Ott", "The union"))
    assert seen.kind(x, y) == "conflicts on quantity"
    assert seen.kind(x, z) == "agrees on quantity"
    found = seen.relation(x, y)
    assert found is not None
    assert found.why == "nearly 3,000 miners (Mayor Ott) against around 1,100 casualties (The union)"


def test_the_suggestion_names_both_sides_with_the_letters_of_their_articles() -> None:
    world, (x, _, _) = mine()
    found = world.compared().suggestion(x)
    assert (found.verdict, found.kind) == ("conflicting", "sources")
    assert (
        found.why == "sources disagree: Mayor Ott nearly 3,000 miners (A), about 3,000 miners (C)"
        " | The union around 1,100 casualties (B)"
    )
    assert (found.agrees_articles, found.agrees_origins) == (1, 1)
    assert (found.differs_articles, found.differs_origins) == (1, 1)


def test_a_sum_left_to_the_reader_meets_the_whole() -> None:
    world, (_, y, _) = mine()
    d = world.article(
        "A deputy counted about 100 Ruritanian dead and nearly 1,000 injuries after the collapse."
    )
    dead = world.claim(
        d,
        "about 100 Ruritanian dead",
        about("about 100", 100, of="die"),
        by="A deputy",
        names=("Ruritanian",),
    )
    hurt = world.claim(
        d,
        "nearly 1,000 injuries",
        nearly("nearly 1,000", 1000, "wound"),
        by="A deputy",
        around=("Ruritanian",),
    )
    seen = world.compared()
    assert seen.together(y, dead)
    assert seen.together(y, hurt)
    found = seen.relation(y, dead)
    assert found is not None
    assert found.kind == "agrees"
    assert "in all about 1,100" in found.why


def test_a_part_does_not_contradict_the_whole() -> None:
    world = World()
    a = world.article("The Ruritanian army said 200 Ruritanian miners died in the collapse at Ort.")
    b = world.article("In all 900 Ruritanian miners were killed or wounded in the collapse at Ort.")
    dead = world.claim(a, "200 Ruritanian miners died", quantity("200", 200, of="die"), names=("Ruritanian",))
    both = world.claim(
        b,
        "900 Ruritanian miners were killed or wounded",
        quantity("900", 900, of="casualties"),
        names=("Ruritanian",),
    )
    found = world.compared().relation(dead, both)
    assert found is None or found.kind == "agrees"


def test_what_is_counted_keeps_figures_apart() -> None:
    world = World()
    a = world.article("Around 12,000 Ruritanian troops were deployed to the border with Zembla.")
    b = world.article("Around 3,000 Ruritanian troops were killed at the border with Zembla.")
    sent = world.claim(
        a,
        "Around 12,000 Ruritanian troops were deployed",
        about("Around 12,000", 12000, of="deploy"),
        names=("Ruritanian",),
    )
    dead = world.claim(
        b,
        "Around 3,000 Ruritanian troops were killed",
        about("Around 3,000", 3000, of="die"),
        names=("Ruritanian",),
    )
    seen = world.compared()
    assert not seen.together(sent, dead)
    assert seen.kind(sent, dead) is None


def test_other_actors_are_another_fact() -> None:
    world = World()
    a = world.article("At least 300 Ruritanian troops were killed in the battle.")
    b = world.article("At least 900 Zemblan troops were killed in the battle.")
    x = world.claim(
        a, "300 Ruritanian troops were killed", quantity("300", 300, of="die"), names=("Ruritanian",)
    )
    y = world.claim(b, "900 Zemblan troops were killed", quantity("900", 900, of="die"), names=("Zemblan",))
    seen = world.compared()
    assert not seen.together(x, y)
    assert seen.kind(x, y) is None


def test_a_later_and_higher_toll_is_an_update() -> None:
    world = World()
    a = world.article("The flood killed 40 people in Ort.", published="2026-03-01")
    b = world.article("The death toll of the flood in Ort rose to 65 people.", published="2026-03-04")
    x = world.claim(a, "The flood killed 40 people in Ort", quantity("40", 40, of="die"), names=("Ort",))
    y = world.claim(
        b,
        "The death toll of the flood in Ort rose to 65 people",
        quantity("65", 65, of="die"),
        names=("Ort",),
    )
    seen = world.compared()
    assert seen.kind(x, y) == "updates on quantity"
    assert seen.suggested(x) == ("conflicting", "later figure")
    assert seen.suggested(y)[0] != "conflicting"


def test_two_stories_do_not_mix() -> None:
    world = World()
    a = world.article("The quake in Ort killed 40 people, the Red Lamp said.", "Ort lies on the Inn.")
    b = world.article("The quake in Lomm killed 300 people, the council said.", "Lomm lies by the sea.")
    x = world.claim(a, "The quake in Ort killed 40 people", quantity("40", 40, of="die"), names=("Ort",))
    y = world.claim(b, "The quake in Lomm killed 300 people", quantity("300", 300, of="die"), names=("Lomm",))
    assert not world.compared().together(x, y)


def test_nothing_to_compare() -> None:
    assert World().compared().result.groups == ()
    world = World()
    world.article("Nobody claims anything here.")
    assert world.compared().result.suggestions == ()


def test_without_a_lexicon_like_words_still_meet() -> None:
    world = World(lexicon=())
    a = world.article("The harbour crane at Ort fell on the fish hall during the storm, Mayor Pim said.")
    b = world.article(
        "During the storm the crane in the harbour of Ort fell on the fish hall, Mayor Pim told us."
    )
    c = world.article("The price of coal in Ort rose again.")
    x = world.claim(a, "The harbour crane at Ort fell on the fish hall during the storm", by="Mayor Pim")
    y = world.claim(
        b, "During the storm the crane in the harbour of Ort fell on the fish hall", by="Mayor Pim"
    )
    z = world.claim(c, "The price of coal in Ort rose again")
    seen = world.compared()
    assert seen.together(x, y)
    assert not seen.together(x, z)
    assert seen.suggested(x) == ("supported", "one origin")


def test_a_hundred_equal_claims_are_not_related_pair_by_pair() -> None:
    world = World()
    for n in range(100):
        name = world.article(f"Ruritanian wire {n}: at the mine of Ort 40 Ruritanian miners died.")
        world.claim(
            name,
            "at the mine of Ort 40 Ruritanian miners died",
            quantity("40", 40, of="die"),
            by=f"desk {n % 3}",
            names=("Ruritanian", "Ort"),
        )
    result = world.compared().result
    assert len(result.groups) == 1
    assert len(result.relations) <= 100 * 12
