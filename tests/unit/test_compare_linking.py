"""Very many claims are linked in one pass: by slots and words, verified, whatever order they come in."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchmarks.many_stories import claims
from benchmarks.scale import judged
from factcheck.compare.linking.linker import Linker
from factcheck.compare.linking.slots import Reading, Slots
from tests.unit.compare_world import World, quantity

if TYPE_CHECKING:
    from factcheck.model import Comparison, Suggestion


def link(size: int) -> tuple[Linker, list[int], list[int]]:
    """The linker, the truth and the verified edges (flat) of made-up claims."""
    edges: list[int] = []
    linker, reading, told = Linker(lambda i, j: edges.extend((i, j))), Reading(), []
    for claim, fact in claims(size):
        told.append(fact)
        if linker.copy_of(claim.text) is None:
            linker.add(reading.slots(claim))
    return linker, told, edges


def test_the_claims_of_a_fact_find_each_other_and_no_others() -> None:
    linker, told, edges = link(4_000)
    found = judged(told, linker.groups(), edges)
    assert found["recall"] >= 0.99
    assert found["edges"] >= 0.98
    assert found["pair precision"] >= 0.95


def test_comparisons_grow_with_the_claims() -> None:
    few, many = link(2_000)[0].judged, link(8_000)[0].judged
    assert many <= 6 * few


def test_a_copy_costs_no_comparison() -> None:
    linker = Linker()
    assert linker.copy_of("the bridge fell") is None
    linker.add(Slots((1,), frozenset(range(8))))
    assert [linker.copy_of("the bridge fell") for _ in range(5_000)] == list(range(1, 5_001))
    assert linker.judged == 0
    assert set(linker.groups()) == {0}


def test_a_key_that_everybody_shares_costs_each_claim_a_few_comparisons() -> None:
    linker = Linker()
    rng = random.Random(3)
    for _ in range(5_000):
        linker.add(Slots((1,), frozenset(rng.sample(range(10), 8))))
    assert set(linker.groups()) == {0}
    assert linker.judged <= 5_000 * 2


def test_a_shared_key_alone_joins_nothing() -> None:
    linker = Linker()
    linker.add(Slots((1, 2), frozenset(range(8))))
    linker.add(Slots((1, 2), frozenset(range(6, 14))))
    assert list(linker.groups()) == [0, 1]


@pytest.mark.parametrize("seed", range(4))
def test_a_claim_that_comes_late_joins_the_two_halves_of_its_fact(seed: int) -> None:
    rows = [
        Slots((1,), frozenset(range(8))),
        Slots((2,), frozenset(range(3, 11))),
        Slots((1, 2), frozenset(range(1, 10))),
    ]
    random.Random(seed).shuffle(rows)
    linker = Linker()
    for row in rows:
        linker.add(row)
    assert set(linker.groups()) == {0}


def seen(world: World, monkeypatch: pytest.MonkeyPatch) -> Comparison:
    """The world compared as a scan of very many claims is."""
    monkeypatch.setattr("factcheck.compare.comparing.MANY", 0)
    return world.compared().result


def killed(
    world: World, number: int, by: str | None = None, *, lead: str = "", owner: str | None = None
) -> str:
    text = f"{lead}the bridge at Ort collapsed under a lorry and {number} people were killed"
    article = world.article(f"{text}.", owner=owner)
    return world.claim(article, text, quantity(str(number), number, of="die"), by=by, names=("Ort",))


def of(found: Comparison, claim: str) -> Suggestion:
    return next(s for s in found.suggestions if s.claim == claim)


def test_two_values_of_one_fact_conflict_and_every_claim_hears_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    twelve = [killed(world, 12, "the police", lead=lead) for lead in ("", "At dawn ", "In the rain ")]
    ninety = killed(world, 90, "the army", lead="Late ")
    found = seen(world, monkeypatch)
    assert [set(g.claims) for g in found.groups] == [{*twelve, ninety}]
    for claim in twelve:
        assert (of(found, claim).verdict, of(found, claim).kind) == ("conflicting", "sources")
        assert (of(found, claim).agrees_articles, of(found, claim).differs_articles) == (2, 1)
        assert "90" in of(found, claim).why
    assert of(found, ninety).differs_articles == 3
    assert [(r.kind, r.on) for r in found.relations if ninety in (r.a, r.b)] == [("conflicts", "quantity")]


@pytest.mark.parametrize(
    ("lead", "owner", "verdict", "voices"),
    [("", None, "unsourced", 1), ("At dawn ", "House", "unsourced", 1), ("At dawn ", None, "supported", 2)],
)
def test_the_same_words_or_one_owner_are_no_second_voice(
    monkeypatch: pytest.MonkeyPatch, lead: str, owner: str | None, verdict: str, voices: int
) -> None:
    world = World()
    told = [killed(world, 12, owner=owner), killed(world, 12, lead=lead, owner=owner)]
    world.articles[1] = replace(world.articles[1], text_sha256="another")
    world.claims[1] = replace(world.claims[1], id="another")
    found = seen(world, monkeypatch)
    assert [(g.articles, g.independent) for g in found.groups] == [(2, voices)]
    assert {of(found, claim).verdict for claim in (told[0], "another")} == {verdict}


def test_figures_of_two_things_are_not_set_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    dead = killed(world, 12)
    text = "the bridge at Ort collapsed under a lorry and 40 people were killed or hurt"
    hurt = world.claim(world.article(f"{text}."), text, quantity("40", 40, of="casualties"), names=("Ort",))
    found = seen(world, monkeypatch)
    assert [set(g.claims) for g in found.groups] == [{dead, hurt}]
    assert found.relations == ()
