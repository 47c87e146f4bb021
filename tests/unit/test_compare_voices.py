"""How many voices a fact has: copied text, one owner, a digest, one article alone; the kinds of support."""

from __future__ import annotations

from tests.unit.compare_world import World, quantity

LONG = "A fire that broke out in the old cable store of the harbour burned for nine hours on Monday night"


def test_copied_text_counts_once_and_is_named() -> None:
    world = World()
    a = world.article(f"{LONG}, the brigade said.")
    b = world.article(f"{LONG}.")
    c = world.article(
        "The cable store in the harbour was burning for nine hours, as the chief of the brigade told us."
    )
    x = world.claim(a, LONG, by="the brigade")
    y = world.claim(b, LONG)
    alone = world.compared()
    assert alone.kind(x, y) == "copies on quote"
    assert alone.group(x) == (2, 1, ("the brigade",))
    assert alone.suggested(y) == (None, "single source"), "a copy is no second source"
    found = alone.relation(x, y)
    assert found is not None
    assert found.shared is not None
    assert "old cable store of the" in found.shared
    assert found.same_origin, "the copy that drops the name has the origin of its twin"
    z = world.claim(
        c, "The cable store in the harbour was burning for nine hours", by="the chief of the brigade"
    )
    seen = world.compared()
    assert seen.group(z)[:2] == (3, 2)
    assert seen.suggested(x) == ("supported", "origins")


def test_articles_of_one_owner_are_one_voice() -> None:
    world = World()
    a = world.article("The bridge at Ort was closed after the flood, Mayor Pim said.", owner="Hill Press")
    b = world.article("After the flood they closed the bridge at Ort, says Mayor Pim.", owner="Hill Press")
    x = world.claim(a, "The bridge at Ort was closed after the flood", by="Mayor Pim", names=("Ort",))
    y = world.claim(b, "After the flood they closed the bridge at Ort", by="Mayor Pim", names=("Ort",))
    seen = world.compared()
    assert seen.together(x, y)
    assert seen.group(x)[:2] == (2, 1)
    assert [link.kind for link in seen.result.links] == ["same owner"]


def test_a_digest_backs_nothing() -> None:
    world = World()
    a = world.article("The bridge at Ort was closed after the flood.")
    b = world.digest("After the flood they closed the bridge at Ort.")
    x = world.claim(a, "The bridge at Ort was closed after the flood", names=("Ort",))
    y = world.claim(b, "After the flood they closed the bridge at Ort", names=("Ort",))
    seen = world.compared()
    assert seen.group(x) == (2, 1, ())
    assert seen.suggested(x) == ("unsourced", "nobody")
    assert seen.suggested(y) == ("supported", "background")


def test_a_digest_is_called_so_wherever_it_stands_among_those_who_give_a_value() -> None:
    world = World()
    a = world.article("The storm killed 12 people in Ort, the coast guard said.")
    b = world.digest("In Ort the storm killed 12 people, the coast guard said.")
    c = world.article("The storm killed 31 people in Ort, Mayor Pim said.")
    x = world.claim(a, "The storm killed 12 people in Ort", quantity("12 people", 12), by="the coast guard")
    y = world.claim(b, "the storm killed 12 people", quantity("12 people", 12), by="the coast guard")
    z = world.claim(c, "The storm killed 31 people in Ort", quantity("31 people", 31), by="Mayor Pim")
    seen = world.compared()
    assert seen.suggestion(z).why.endswith("| the coast guard 12 people (A, digest B)")
    assert seen.suggestion(x).why.startswith("sources disagree: the coast guard 12 people (A, digest B) |")
    assert "(A, digest B)" in seen.suggestion(y).why


def test_what_only_a_digest_repeats_names_the_digest() -> None:
    world = World()
    a = world.article("The bridge at Ort was closed after the flood, Mayor Pim said.")
    b = world.digest("After the flood they closed the bridge at Ort, Mayor Pim said.")
    x = world.claim(a, "The bridge at Ort was closed after the flood", by="Mayor Pim", names=("Ort",))
    world.claim(b, "After the flood they closed the bridge at Ort", by="Mayor Pim", names=("Ort",))
    why = world.compared().suggestion(x).why
    assert why == "single source: Mayor Pim; digest B repeats others and backs nothing"


def test_what_stands_in_one_article_only() -> None:
    world = World()
    a = world.article(
        "The dredger had no licence, Inspector Voss said.",
        "Reports say that the crew slept in the hold.",
        "The winch was never repaired.",
        "The company would owe over 1,",
    )
    named = world.claim(a, "The dredger had no licence", by="Inspector Voss")
    vaguely = world.claim(a, "the crew slept in the hold", by="Reports", vaguely=True)
    nobody = world.claim(a, "The winch was never repaired")
    cut = world.claim(a, "The company would owe over 1,", cut=True)
    seen = world.compared()
    assert seen.suggested(named) == (None, "single source")
    assert seen.suggestion(named).why == "single source: Inspector Voss"
    assert seen.suggested(vaguely) == ("unsourced", "vague")
    assert seen.suggested(nobody) == ("unsourced", "nobody")
    assert seen.suggested(cut) == (None, "cut off")


def test_the_kinds_of_support() -> None:
    lines = ("The bridge at Ort was closed after the flood", "After the flood they closed the bridge at Ort")

    def world_of(first: str | None, second: str | None) -> tuple[str | None, str | None]:
        world = World()
        x = world.claim(world.article(lines[0] + "."), lines[0], by=first, names=("Ort",))
        world.claim(world.article(lines[1] + "."), lines[1], by=second, names=("Ort",))
        return world.compared().suggested(x)

    assert world_of("Mayor Pim", "Inspector Voss") == ("supported", "origins")
    assert world_of("Mayor Pim", "Mayor Pim") == ("supported", "one origin")
    assert world_of("Mayor Pim", None) == ("supported", "one origin")
    assert world_of(None, None) == ("supported", "background")


def test_an_article_beside_its_own_copy() -> None:
    world = World()
    lines = (f"{LONG}, the brigade said.", "Nobody was hurt and the crane still stands.")
    for _ in range(3):
        name = world.article(*lines)
        world.claim(name, LONG, by="the brigade")
    # Claim ids are hashes of the text, so one text read three times gives one id: the first stands for all.
    ids = {claim.id for claim in world.claims}
    assert len(ids) == 1
    assert world.compared().result.groups[0].articles == 3
