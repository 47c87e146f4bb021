"""Later tolls, dates, rejections, and deeds that only one can have done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.compare.aspects.dates import of_that_year, other_times
from factcheck.compare.aspects.sole import sole, two_authors
from factcheck.model import DateValue, LexiconEntry
from tests.unit.compare_world import LEXICON, World, quantity

if TYPE_CHECKING:
    from factcheck.model import Modality

SIGN = LexiconEntry("predicate", "sign", ("signed", "signs", "treaty"))
RESCUE = LexiconEntry("predicate", "rescue", ("rescued", "saved"))


def tolls(
    first: str | None, second: str | None, later: str, text: str, of: str = "die"
) -> tuple[str | None, ...]:
    """The relation of 40 on 1 March to 65 on ``later``, and what is suggested for the older."""
    world = World(lexicon=(*LEXICON, RESCUE))
    told = {"die": "killed", "rescue": "rescued"}[of]
    a = world.article(f"In the flood at Ort 40 people were {told}.", published="2026-03-01")
    b = world.article(text, published=later)
    x = world.claim(
        a, f"In the flood at Ort 40 people were {told}", quantity("40", 40, of=of), by=first, names=("Ort",)
    )
    y = world.claim(b, text.rstrip("."), quantity("65", 65, of=of), by=second, names=("Ort",))
    seen = world.compared()
    return seen.kind(x, y), seen.suggested(x)[1]


KILLED = "In the flood at Ort 65 people were killed."
RISEN = "The number of people killed in the flood at Ort has risen to 65."


@pytest.mark.parametrize(
    ("first", "second", "later", "text", "kind", "suggested"),
    [
        ("the police", "the police", "2026-03-02", KILLED, "updates", "later figure"),
        ("the police", None, "2026-03-02", KILLED, "updates", "later figure"),
        ("the police", "the union", "2026-03-02", KILLED, "conflicts", "sources"),
        ("the police", "the union", "2026-03-09", KILLED, "updates", "later figure"),
        ("the police", "the union", "2026-03-02", RISEN, "updates", "later figure"),
        ("the police", "the police", "2026-03-01", KILLED, "conflicts", "reports"),
    ],
)
def test_when_a_higher_toll_is_the_newer_one(
    first: str, second: str | None, later: str, text: str, kind: str, suggested: str
) -> None:
    assert tolls(first, second, later, text) == (f"{kind} on quantity", suggested)


def test_how_many_were_rescued_does_not_grow_by_itself() -> None:
    saved = "In the flood at Ort 65 people were rescued."
    assert tolls("the police", "the police", "2026-03-02", saved, "rescue")[1] == "reports"


def test_an_article_that_still_carries_the_older_toll_does_not_replace_it() -> None:
    world = World()
    a = world.article("In the flood at Ort 40 people were killed, the police said.", published="2026-03-01")
    b = world.article(
        "In the flood at Ort 65 people were killed, the union said.",
        "The police hold that 40 people were killed in the flood at Ort.",
        published="2026-03-11",
    )
    x = world.claim(
        a,
        "In the flood at Ort 40 people were killed",
        quantity("40", 40, of="die"),
        by="the police",
        names=("Ort",),
    )
    y = world.claim(
        b,
        "In the flood at Ort 65 people were killed",
        quantity("65", 65, of="die"),
        by="the union",
        names=("Ort",),
    )
    world.claim(
        b,
        "40 people were killed in the flood at Ort",
        quantity("40", 40, of="die"),
        by="The police",
        names=("Ort",),
    )
    assert world.compared().kind(x, y) == "conflicts on quantity"


def day(text: str, iso: str, until: str | None = None, grain: str = "day") -> DateValue:
    return DateValue(0, len(text), text, iso, until or iso, grain)


def treaty(first: DateValue, second: DateValue) -> str | None:
    world = World(lexicon=(*LEXICON, SIGN))
    a = world.article(
        f"Ruritania and Zembla signed a fishing treaty in Ort on {first.text} after nine hours."
    )
    b = world.article(f"The two states signed a fishing treaty in Ort on {second.text}.")
    x = world.claim(
        a,
        f"Ruritania and Zembla signed a fishing treaty in Ort on {first.text} after nine hours",
        quantity("nine", 9, unit="hour"),
        first,
        names=("Ort",),
    )
    y = world.claim(
        b,
        f"The two states signed a fishing treaty in Ort on {second.text}",
        quantity("two", 2, unit="state"),
        second,
        names=("Ort",),
    )
    return world.compared().kind(x, y)


def test_one_event_on_two_days() -> None:
    thursday = day("Thursday", "2030-05-02")
    assert treaty(thursday, day("3 May", "2030-05-03")) == "conflicts on date"
    assert treaty(thursday, day("2 May", "2030-05-02")) != "conflicts on date"
    other_year = day("May 2011", "2011-05-01", "2011-05-31", "month")
    assert treaty(thursday, other_year) != "conflicts on date", "two treaties"


def test_may_of_that_year() -> None:
    text = "They fought in 2011 and made peace in May of that year."
    at = text.index("May")
    may = DateValue(at, at + 3, "May", "2030-05-01", "2030-05-31", "month")
    found = of_that_year(text, may)
    assert (found.earliest, found.latest) == ("2011-05-01", "2011-05-31")
    assert (
        of_that_year("It came in May.", DateValue(11, 14, "May", "2030-05-01", "2030-05-31")).earliest
        == "2030-05-01"
    )


def test_times_a_year_apart() -> None:
    assert other_times(("1974-01-01", "1974-12-31"), ("2025-03-04", "2025-03-04"))
    assert not other_times(("2025-01-01", "2025-12-31"), ("2025-03-04", "2025-03-04"))
    assert not other_times(None, ("2025-03-04", "2025-03-04"))


def test_the_dead_of_another_year_are_another_fact() -> None:
    world = World()
    a = world.article(
        "It was the worst since 1974, when 31 people were killed in a fire at the mill.",
        published="2025-03-05",
    )
    b = world.article("Nine people were killed in a fire at the mill.", published="2025-03-05")
    x = world.claim(a, "31 people were killed in a fire at the mill", quantity("31", 31, of="die"))
    y = world.claim(b, "Nine people were killed in a fire at the mill", quantity("Nine", 9, of="die"))
    assert world.compared().kind(x, y) is None


def accusation(rejection: str, modality: Modality = "denied") -> tuple[str | None, bool]:
    world = World()
    a = world.article("Marshal Haas accused Zemblan raiders of crossing the ford by night.", rejection)
    b = world.article("Not a single Zemblan raider crossed the ford by night, Envoy Pond said.")
    content = rejection.partition(" that ")[2].rstrip(".")
    x = world.claim(
        a, "accused Zemblan raiders of crossing the ford by night", by="Marshal Haas", names=("Zemblan",)
    )
    y = world.claim(a, content, by="The embassy", modality=modality)
    world.claim(
        b,
        "Not a single Zemblan raider crossed the ford by night",
        by="Envoy Pond",
        names=("Zemblan",),
        modality="denied",
    )
    seen = world.compared()
    return seen.kind(x, y), seen.together(x, y)


def test_a_rejection_is_about_the_accusation_before_it() -> None:
    told = accusation(
        "The embassy rejected the accusation, saying that none of its men had left the barracks."
    )
    assert told == ("conflicts on polarity", True)
    assert accusation("The embassy said that none of its men had left the barracks.")[0] is None


def fired(first: str, second: str) -> str | None:
    world = World()
    names = ("Ruritanian", "Zemblan")
    x, y = (
        world.claim(
            world.article(f"{text}, {by} said."), text, by=by, names=tuple(n for n in names if n in text)
        )
        for text, by in ((first, "Marshal Haas"), (second, "General Bode"))
    )
    return world.compared().kind(x, y)


def test_only_one_can_have_fired_first() -> None:
    assert (
        fired("Zemblan gunners fired the first shots", "Ruritanian troops opened fire first")
        == "conflicts on actor"
    )
    assert (
        fired("Zemblan gunners fired the first shots", "Zemblan troops opened fire first")
        == "agrees on actor"
    )
    assert (
        fired("Zemblan gunners fired at the ford", "Ruritanian troops fired at the ford")
        != "conflicts on actor"
    )


def test_one_fire_has_one_cause() -> None:
    def caused(text: str) -> object:
        return sole(text, 0, len(text), ())

    battery = sole("A broken lamp caused the fire at the mill", 0, 41, ())
    arson = sole("The fire at the mill was caused by arsonists", 0, 44, ())
    assert two_authors(battery, arson)
    assert not two_authors(battery, battery)
    assert caused("The lamp fell on the straw") is None
    assert caused("It was first reported on Monday") is None


def test_a_quotation_in_the_future_tense_drifts_like_any_other() -> None:
    world = World()
    a = world.article("“We never wanted this quarrel, but we will see it through,” said Marshal Haas.")
    b = world.article("“We never sought this quarrel, but we will carry it through,” said Minister Ott Haas.")
    x = world.claim(
        a,
        "“We never wanted this quarrel, but we will see it through,”",
        by="Haas",
        modality="forecast",
    )
    y = world.claim(
        b,
        "“We never sought this quarrel, but we will carry it through,”",
        by="Ott Haas",
        modality="forecast",
    )
    seen = world.compared()
    assert seen.kind(x, y) == "conflicts on quote"
    assert seen.suggested(x) == ("conflicting", "quote")


def test_a_dispute_is_between_sources_where_the_unnamed_side_is_somebody_elses_figure() -> None:
    world = World()
    lines = (
        "At Ort 47 people were injured",
        "At Ort 30 people were injured",
        "47 people were injured at Ort",
    )
    x = world.claim(
        world.article(f"{lines[0]}, the hospital said."),
        lines[0],
        quantity("47", 47, of="wound"),
        by="the hospital",
        names=("Ort",),
    )
    y = world.claim(
        world.article(f"{lines[1]}, the harbour office said."),
        lines[1],
        quantity("30", 30, of="wound"),
        by="the harbour office",
        names=("Ort",),
    )
    z = world.claim(world.article(f"{lines[2]}."), lines[2], quantity("47", 47, of="wound"), names=("Ort",))
    seen = world.compared()
    assert seen.suggested(z) == ("conflicting", "sources")
    assert seen.suggestion(z).origin is None
    assert seen.suggestion(x).origin == "the hospital"
    assert seen.suggested(y) == ("conflicting", "sources")
