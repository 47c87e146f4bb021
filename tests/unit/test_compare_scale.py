"""Large sessions: the work grows with the claims, and what is said of each claim stays right."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.compare.facts.alike import classes
from factcheck.compare.facts.candidates import keys, named
from factcheck.compare.facts.grouping import group
from factcheck.compare.facts.kinship import Judge, Kin
from factcheck.compare.facts.similarity import words
from factcheck.compare.reading.reader import Reader
from factcheck.compare.relating.cells import Cells
from factcheck.compare.voices.copies import CONTAINED, GRAM, LEAST_WORDS, copied_sentences
from tests.unit.compare_world import LEXICON, World, quantity

if TYPE_CHECKING:
    from factcheck.compare.reading.profiles import Profile

WORDS = ("river", "dam", "town", "night", "roof", "crane", "boat", "bridge")
PLACES = ("Ort", "Velden", "Maas", "Kern")
LARGE_IN = (
    "compare.comparing",
    "compare.facts.grouping",
    "compare.facts.candidates",
    "compare.reading.reader",
)


def large_from(patch: pytest.MonkeyPatch, size: int) -> None:
    """Every session from ``size`` clauses on is compared as a large one."""
    for module in LARGE_IN:
        patch.setattr(f"factcheck.{module}.LARGE", size)


@pytest.fixture
def everything_large(monkeypatch: pytest.MonkeyPatch) -> None:
    large_from(monkeypatch, 1)


def told(world: World, place: str, number: int, by: str | None = None, *, before: str = "") -> str:
    article = world.article(f"{before}In the flood at {place} {number} people were killed.")
    text = f"In the flood at {place} {number} people were killed"
    return world.claim(article, text, quantity(str(number), number, of="die"), by=by, names=(place,))


def read(world: World) -> tuple[Profile, ...]:
    return Reader(LEXICON).profiles(world.articles, world.sentences, world.claims)


class Counting:
    """A judge that counts the pairs it is asked for, each once."""

    def __init__(self, profiles: tuple[Profile, ...]) -> None:
        self._judge = Judge(profiles)
        self.pairs: set[tuple[int, int]] = set()

    def kin(self, i: int, j: int) -> Kin:
        self.pairs.add((min(i, j), max(i, j)))
        return self._judge.kin(i, j)


def test_five_thousand_claims_of_one_value_are_judged_as_one() -> None:
    world = World()
    told(world, "Ort", 40)
    told(world, "Ort", 40)
    one, other = read(world)
    more = (
        replace(other, index=n, article=n, claim=replace(other.claim, id=f"c{n}")) for n in range(1, 5_000)
    )
    profiles = (one, *more)
    judge = Counting(profiles)
    pairs, grouped = group(profiles, judge.kin)
    assert [len(members) for members in grouped] == [5_000]
    assert pairs == []
    assert not judge.pairs
    cells = Cells(grouped, profiles, [None] * 5_000, lambda _: False)
    assert list(cells.pairs(0, {})) == [(0, 1)]


def test_judgements_and_relations_grow_with_the_claims_and_not_with_their_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    large_from(monkeypatch, 1)
    figures = []
    for size in (60, 240):
        world = World()
        for n in range(size):
            told(world, PLACES[n % 2], 40 + n % 12, by=("the police", "the army", None)[n % 3])
        profiles = read(world)
        judge = Counting(profiles)
        group(profiles, judge.kin)
        figures.append((len(judge.pairs), len(world.compared().result.relations)))
    (judged, related), (judged_later, related_later) = figures
    assert judged_later <= 5 * judged
    assert related_later <= 5 * related


@pytest.mark.usefixtures("everything_large")
def test_twenty_copies_of_an_article_are_one_voice_and_every_copy_shows_it() -> None:
    world = World()
    lines = (
        "In the flood at Ort 40 people were killed when the river burst its banks on the second night.",
        "At the dam near Velden 12 people were injured when a crane fell on the roof of the turbine hall.",
    )
    ids = []
    for n in range(20):
        article = world.article(*lines, f"This was paper {n}.")
        ids.append(
            world.claim(article, lines[0].rstrip("."), quantity("40", 40, of="die"), by=None, names=("Ort",))
        )
        ids.append(
            world.claim(article, lines[1].rstrip("."), quantity("12", 12, of="wound"), names=("Velden",))
        )
    seen = world.compared().result
    assert sorted(len(g.claims) for g in seen.groups) == [20, 20]
    assert {g.independent for g in seen.groups} == {1}
    assert {s.verdict for s in seen.suggestions} == {"unsourced"}
    shown = Counter(claim for r in seen.relations for claim in (r.a, r.b))
    assert set(shown) == set(ids)
    assert len(seen.relations) <= 2 * len(ids)


@pytest.mark.usefixtures("everything_large")
def test_each_claim_of_a_hot_fact_counts_all_articles_of_both_sides() -> None:
    world = World()
    forty = [told(world, "Ort", 40, by="the police", before=f"Day {n} began. ") for n in range(9)]
    ninety = [told(world, "Ort", 90, by="the army", before=f"Night {n} fell. ") for n in range(5)]
    seen = {s.claim: s for s in world.compared().result.suggestions}
    assert {(seen[c].verdict, seen[c].kind) for c in forty + ninety} == {("conflicting", "sources")}
    assert {(seen[c].agrees_articles, seen[c].differs_articles) for c in forty} == {(8, 5)}
    assert {(seen[c].agrees_articles, seen[c].differs_articles) for c in ninety} == {(4, 9)}
    assert all(claim not in seen[claim].evidence for claim in forty + ninety)


stories = st.lists(
    st.tuples(
        st.sampled_from(PLACES),
        st.sampled_from((40, 41, 90, 300)),
        st.sampled_from(("the police", "the army", None)),
    ),
    min_size=2,
    max_size=14,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stories)
def test_facts_and_verdicts_are_the_same_whether_copies_are_collapsed_or_not(
    story: list[tuple[str, int, str | None]],
) -> None:
    def compared(size: int) -> tuple[object, object]:
        world = World()
        for place, number, by in story:
            told(world, place, number, by)
        with pytest.MonkeyPatch.context() as patch:
            large_from(patch, size)
            found = world.compared().result
        verdicts = [(s.claim, s.verdict, s.kind, s.differs_articles) for s in found.suggestions]
        return {frozenset(g.claims) for g in found.groups}, verdicts

    assert compared(1) == compared(10**6)


@settings(max_examples=25)
@given(stories)
def test_clauses_of_one_class_are_kin_to_others_alike(story: list[tuple[str, int, str | None]]) -> None:
    world = World()
    for place, number, by in story:
        told(world, place, number, by)
    profiles = read(world)
    judge = Judge(profiles)
    for members in classes(profiles):
        for k in set(range(len(profiles))) - set(members):
            assert len({judge.kin(n, k) for n in members}) == 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stories)
def test_a_sentence_that_is_read_once_reads_as_if_it_were_read_each_time(
    story: list[tuple[str, int, str | None]],
) -> None:
    world = World()
    for n, (place, number, by) in enumerate(story):
        told(world, place, number, by, before="So it went on. " * (n % 3))
    with pytest.MonkeyPatch.context() as patch:
        large_from(patch, 1)
        shared = read(world)
    assert shared == read(world)


lines = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=6, max_size=14),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60)
@given(st.lists(lines, min_size=2, max_size=4))
def test_copied_sentences_are_those_that_a_comparison_of_every_pair_finds(
    told: list[list[list[str]]],
) -> None:
    world = World()
    for rows in told:
        world.article(*(f"{' '.join(row)}." for row in rows))
    grams = {}
    for article in world.articles:
        for at, sentence in enumerate(world.sentences[article.id]):
            said = [w for w, _, _ in words(article.text[sentence.start : sentence.end])]
            if len(said) >= LEAST_WORDS:
                grams[article.id, at] = {tuple(said[n : n + GRAM]) for n in range(len(said) - GRAM + 1)}
    wanted = {
        (a, b)
        for a, own in grams.items()
        for b, other in grams.items()
        if a[0] < b[0] and len(own & other) / min(len(own), len(other)) >= CONTAINED
    }
    assert {(c.a, c.b) for c in copied_sentences(world.articles, world.sentences)} == wanted


def test_the_signs_of_a_claim_come_in_one_order_in_every_run_of_the_program() -> None:
    world = World()
    places = tuple(
        f"{first}{last}" for first in ("Mar", "Bren", "Tor", "Alder") for last in ("by", "holm", "wick")
    )
    text = f"{', '.join(places)} counted 40 people killed"
    world.claim(world.article(f"{text}."), text, quantity("40", 40, of="die"), names=places)
    [profile] = read(world)
    for signs in (keys(profile), named(profile)):
        met = [sign.partition("name:")[2] for sign, _ in signs if "name:" in sign]
        assert met == sorted(places)
