"""What happened and what was said: one sailor or several, caught or dead, denied, foreseen, quoted."""

from __future__ import annotations

from factcheck.compare import silent
from tests.unit.compare_world import World, about, up_to


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


def test_a_silent_article_shows_its_nearest_miss() -> None:
    world, claim = ferry()
    d = world.article("The coast guard rescued a dog from the reef.")
    world.claim(d, "The coast guard rescued a dog from the reef")
    result = world.compared().result
    group = next(g for g in result.groups if claim["taken"] in g.claims)
    found = {s.article: s for s in silent(world.claims, world.articles, group)}
    assert d in found
    nearest = found[d].nearest
    assert nearest is not None
    assert "dog" in nearest.text
    assert "nearest miss" in found[d].why
