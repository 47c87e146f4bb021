"""Who says it first: inherited origins, bodies at large, copied text and what articles are to each other."""

from __future__ import annotations

from factcheck.compare.aspects.dates import compare_dates
from factcheck.compare.voices.copies import copied_sentences, in_order
from factcheck.compare.voices.origins import Bodies
from factcheck.compare.wording import letter
from factcheck.model import DateValue, LexiconEntry
from factcheck.values.together import distinct
from tests.unit.compare_world import LEXICON, World

COAST_GUARD = LexiconEntry(
    "alias", "Coast Watch", ("Zemblan coast guard", "Zembla's coast service"), "organisation"
)
ZEMBLA = LexiconEntry("alias", "Zembla", ("Zemblan",), "place")


def test_an_unattributed_restatement_has_the_origin_named_before() -> None:
    world = World()
    a = world.article(
        "A sailor drowned off the pier of Ort, the Harbour Office said.",
        "So a sailor had drowned off the pier.",
    )
    b = world.article("Off the pier of Ort a sailor is said to have drowned.")
    world.claim(a, "A sailor drowned off the pier of Ort", by="the Harbour Office", names=("Ort",))
    again = world.claim(a, "a sailor had drowned off the pier")
    other = world.claim(b, "Off the pier of Ort a sailor is said to have drowned", names=("Ort",))
    seen = world.compared()
    assert seen.together(again, other)
    assert seen.group(again)[2] == ("the Harbour Office",)
    found = seen.relation(again, other)
    assert found is not None
    assert "the Harbour Office" in seen.suggestion(other).why


def test_a_body_at_large_is_the_named_body_that_the_article_gives_for_the_fact() -> None:
    world = World(lexicon=(*LEXICON, COAST_GUARD, ZEMBLA))
    a = world.article(
        "A sailor drowned off the pier of Ort, Zembla officials said.",
        "The sailor drowned off the pier, Coast Watch said.",
    )
    x = world.claim(a, "A sailor drowned off the pier of Ort", by="Zembla officials", names=("Ort",))
    y = world.claim(a, "The sailor drowned off the pier", by="Coast Watch")
    seen = world.compared()
    assert seen.together(x, y)
    assert seen.group(x)[2] == ("Coast Watch",)


def test_bodies() -> None:
    bodies = Bodies((COAST_GUARD, ZEMBLA))
    assert bodies.canonical("coast guard source of Zemblan") == "Coast Watch source"
    assert bodies.canonical("Mayor Pim") == "Mayor Pim"
    assert bodies.at_large("Zembla")
    assert bodies.at_large("Zembla officials")
    assert not bodies.at_large("Coast Watch")
    assert not bodies.at_large("Zembla officials and Ruritania officials")
    assert bodies.belongs("Coast Watch", "Zembla officials")
    assert not bodies.belongs("Coast Watch", "Ruritania officials")


def test_origins_stand_with_the_most_frequent_first() -> None:
    assert distinct(["b", None, "a", "a"]) == ("a", "b")


def test_who_speaks_for_a_nation_or_speaks_in_company_is_counted_once() -> None:
    assert distinct(["Zembla", "Zemblan officials", "Zembla sources"]) == ("Zembla",)
    assert distinct(["police", "police and fire brigade"]) == ("police", "fire brigade")
    together = ["Zembla officials and Ort officials", "Zembla sources and Ort sources"]
    assert distinct(together) == ("Zembla officials", "Ort officials")
    assert distinct(["police and fire brigade", "mayor"]) == ("police and fire brigade", "mayor")
    assert distinct(["Johnson", "Johnston"]) == ("Johnson", "Johnston")


REWORDED = "To trim the lamp the lighthouse keeper had to climb those old stairs twice a night"
LINE = "The old lighthouse keeper climbed the stairs twice every night to trim the lamp"


def test_a_sentence_is_copied_when_most_of_its_runs_of_words_stand_elsewhere() -> None:
    world = World()
    world.article(f"{LINE}.", "He was paid in coal.")
    world.article(f"As we heard, {LINE.lower()} and wind the clock.")
    world.article("Twice a night the keeper went up to the lamp.", "He was paid in coal.")
    (found,) = copied_sentences(world.articles, world.sentences)
    assert (found.a, found.b) == (("a1", 0), ("a2", 0))
    assert found.shared == LINE


def test_a_digest_between_two_articles_does_not_make_them_one_voice() -> None:
    world = World()
    other = "In the morning the harbour master counted the boats and wrote their names into a grey book"
    a = world.article(f"{LINE}.")
    b = world.article(f"{other}.", f"{REWORDED}.")
    d = world.digest(f"{LINE}.", f"{other}.")
    x = world.claim(a, LINE)
    world.claim(b, REWORDED)
    world.claim(b, other)
    world.claim(d, LINE)
    world.claim(d, other)
    seen = world.compared()
    assert seen.group(x)[:2] == (3, 2)


def test_articles_that_are_mostly_copied_are_linked() -> None:
    world = World()
    lines = [
        f"{LINE} number {n} on the island of the {w} gulls" for n, w in enumerate(["grey", "black", "white"])
    ]
    world.article(*lines)
    world.article(*lines, "And nobody came.")
    (link,) = world.compared().result.links
    assert (link.of, link.to, link.kind) == ("a1", "a2", "copies")


def test_the_common_order_of_facts() -> None:
    assert in_order("abcde", "xacye") == 3
    assert in_order("", "abc") == 0


def test_letters_of_articles() -> None:
    assert [letter(n) for n in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]


def day(text: str, iso: str | None = None, **more: object) -> DateValue:
    return DateValue(0, len(text), text, iso, iso, **more)  # type: ignore[arg-type]


def test_dates_are_laid_side_by_side_only_where_they_can_be() -> None:
    thursday = day("Thursday", weekday=3)
    friday = day("Friday", weekday=4)
    new_year = day("1 January 2026", "2026-01-01")
    no_year = day("January 1", month_day="01-01")
    week = DateValue(0, 4, "week", "2025-12-29", "2026-01-04", "week")
    assert compare_dates(thursday, new_year) == ("agrees", "weekday")
    assert compare_dates(friday, new_year) == ("conflicts", "apart")
    assert compare_dates(no_year, new_year) == ("agrees", "same day of the year")
    assert compare_dates(day("January 2", month_day="01-02"), new_year) == ("conflicts", "apart")
    assert compare_dates(week, new_year) == ("agrees", "within")
    assert compare_dates(thursday, no_year) is None
    assert compare_dates(thursday, friday) == ("conflicts", "apart")
    assert compare_dates(thursday, day("Thursday", weekday=3)) == ("agrees", "weekday")
