"""The comparison from end to end on small stories of our own: who says what, and what follows."""

from __future__ import annotations

from factcheck.compare import silent
from tests.unit.compare_world import World, about, nearly, quantity, up_to


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


def ferry() -> tuple[World, dict[str, str]]:
    """A captured sailor who later dies: one in four texts, several in the fifth."""
    world = World()
    a = world.article(
        "A Zemblan sailor held by the coast guard has died of his wounds, the Harbour Office said."
    )
    b = world.article(
        "The Zemblan sailor captured on the reef has just died in custody, the Harbour Office reported.",
        "A Zemblan sailor was captured alive on the reef by the coast guard.",
    )
    c = world.article(
        "Premier Lund announced that several captured Zemblan sailors have died of wounds.",
        "Earlier the Harbour Office told of one Zemblan sailor who died in custody.",
    )
    claims = {
        "a": world.claim(
            a,
            "A Zemblan sailor held by the coast guard has died of his wounds",
            by="the Harbour Office",
            names=("Zemblan",),
        ),
        "b": world.claim(
            b,
            "The Zemblan sailor captured on the reef has just died in custody",
            by="the Harbour Office",
            names=("Zemblan",),
        ),
        "taken": world.claim(
            b, "A Zemblan sailor was captured alive on the reef by the coast guard", names=("Zemblan",)
        ),
        "several": world.claim(
            c,
            "several captured Zemblan sailors have died of wounds",
            by="Premier Lund",
            names=("Zemblan",),
        ),
        "one": world.claim(
            c, "one Zemblan sailor who died in custody", by="the Harbour Office", names=("Zemblan",)
        ),
    }
    return world, claims


def test_one_sailor_and_several_are_two_facts_in_conflict() -> None:
    world, claim = ferry()
    seen = world.compared()
    assert seen.together(claim["a"], claim["b"], claim["one"])
    assert seen.group(claim["a"]) == (3, 3, ("the Harbour Office",))
    assert not seen.together(claim["a"], claim["several"])
    assert seen.kind(claim["a"], claim["several"]) == "conflicts on count"
    found = seen.suggestion(claim["several"])
    assert (found.verdict, found.kind) == ("conflicting", "sources")
    assert "several captured Zemblan sailors" in found.why


def test_a_capture_and_a_death_are_two_facts_and_no_conflict() -> None:
    world, claim = ferry()
    seen = world.compared()
    assert not seen.together(claim["taken"], claim["a"])
    assert seen.kind(claim["taken"], claim["a"]) is None


def test_an_article_that_cites_an_earlier_report_does_not_contradict_itself() -> None:
    world, claim = ferry()
    assert world.compared().kind(claim["several"], claim["one"]) is None


def test_a_forecast_contradicts_nothing() -> None:
    world = World()
    a = world.article("Around 12,000 Ruritanian troops were deployed to the border.")
    b = world.article("Up to 15,000 Ruritanian troops could be deployed to the border, Envoy Pond warned.")
    x = world.claim(
        a,
        "Around 12,000 Ruritanian troops were deployed to the border",
        about("Around 12,000", 12000, of="deploy"),
        names=("Ruritanian",),
    )
    y = world.claim(
        b,
        "Up to 15,000 Ruritanian troops could be deployed to the border",
        up_to("Up to 15,000", 15000, "deploy"),
        by="Envoy Pond",
        names=("Ruritanian",),
        modality="possible",
    )
    seen = world.compared()
    found = seen.relation(x, y)
    assert found is not None
    assert found.kind == "differs"
    assert found.why.startswith("forecast")
    assert seen.suggested(y) == (None, "forecast")
    assert seen.suggested(x) == ("unsourced", "nobody")


def test_a_denial_conflicts_with_the_assertion() -> None:
    world = World()
    a = world.article("Ruritanian troops crossed the river at Ort, General Haas said.")
    b = world.article("Ruritanian troops never crossed the river at Ort, Minister Bode said.")
    x = world.claim(
        a, "Ruritanian troops crossed the river at Ort", by="General Haas", names=("Ruritanian", "Ort")
    )
    y = world.claim(
        b,
        "Ruritanian troops never crossed the river at Ort",
        by="Minister Bode",
        names=("Ruritanian", "Ort"),
        modality="denied",
    )
    seen = world.compared()
    assert seen.kind(x, y) == "conflicts on polarity"
    assert seen.suggested(x) == ("conflicting", "sources")


def test_a_drifted_quotation_is_a_conflict_on_the_quote() -> None:
    world = World()
    a = world.article("Deputy Lindqvist said prisoners were used as “throwaway mine-face digging crews”.")
    b = world.article("Prisoners served as “disposable mineface digging gangs”, said the deputy Lindqvist.")
    x = world.claim(a, "prisoners were used as “throwaway mine-face digging crews”", by="Lindqvist")
    y = world.claim(b, "Prisoners served as “disposable mineface digging gangs”", by="Lindqvist")
    seen = world.compared()
    assert seen.kind(x, y) == "conflicts on quote"
    found = seen.relation(x, y)
    assert found is not None
    assert "same statement, different words" in found.why
    assert "[throwaway]" in found.why
    assert seen.suggested(x) == ("conflicting", "quote")


def test_two_statements_of_one_speaker_are_no_drift() -> None:
    world = World()
    both = (
        "“It has been confirmed that the dam holds”, the Water Board said.",
        "“It has been confirmed that the dam is watched”, the Water Board said.",
    )
    a = world.article(*both)
    b = world.article(both[1])
    x = world.claim(a, "“It has been confirmed that the dam holds”", by="the Water Board")
    world.claim(a, "“It has been confirmed that the dam is watched”", by="the Water Board")
    y = world.claim(b, "“It has been confirmed that the dam is watched”", by="the Water Board")
    assert world.compared().kind(x, y) != "conflicts on quote"


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


def test_a_silent_article_shows_its_nearest_miss() -> None:
    world, claim = ferry()
    d = world.article("The coast guard rescued a dog from the reef.")
    world.claim(d, "The coast guard rescued a dog from the reef")
    result = world.compared().result
    group = next(g for g in result.groups if claim["taken"] in g.claims)
    found = {s.article: s for s in silent(result, world.claims, world.articles, group)}
    assert d in found
    nearest = found[d].nearest
    assert nearest is not None
    assert "dog" in nearest.text
    assert "nearest miss" in found[d].why


def test_two_stories_do_not_mix() -> None:
    world = World()
    a = world.article("The quake in Ort killed 40 people, the Red Lamp said.", "Ort lies on the Inn.")
    b = world.article("The quake in Lomm killed 300 people, the council said.", "Lomm lies by the sea.")
    x = world.claim(a, "The quake in Ort killed 40 people", quantity("40", 40, of="die"), names=("Ort",))
    y = world.claim(b, "The quake in Lomm killed 300 people", quantity("300", 300, of="die"), names=("Lomm",))
    assert not world.compared().together(x, y)


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
