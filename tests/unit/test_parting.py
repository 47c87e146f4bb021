"""Two claims that do not tell one fact: what goes with the one, and what stays with the other."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import Said, compare
from factcheck.model import Relation
from factcheck.parting import leaving
from factcheck.review.regroup import regrouped
from tests.factories import story
from tests.unit.compare_world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def links(scores: Mapping[str, float]) -> Callable[[str, str], float]:
    return lambda a, b: scores.get(a + b, scores.get(b + a, 0.0))


def test_what_is_nearer_to_the_one_that_leaves_goes_with_it_also_by_way_of_another() -> None:
    near = links({"ab": 0.9, "ac": 0.8, "bc": 0.5, "cd": 0.7, "be": 0.6})
    assert leaving("abcde", "a", "b", near) == {"a", "c", "d"}


def test_what_is_linked_to_neither_or_to_both_alike_stays() -> None:
    assert leaving("abcd", "a", "b", links({"ac": 0.5, "bc": 0.5})) == {"a"}


@given(
    st.integers(2, 7).flatmap(
        lambda size: st.tuples(
            st.just("abcdefg"[:size]),
            st.lists(st.integers(0, 9), min_size=size * (size - 1) // 2, max_size=size * (size - 1) // 2),
        )
    )
)
def test_the_two_always_part_and_nobody_is_on_the_side_it_is_not_linked_to(
    drawn: tuple[str, list[int]],
) -> None:
    members, scores = drawn
    link = links({a + b: n for (a, b), n in zip(combinations(members, 2), scores, strict=True)})
    gone = leaving(members, "a", "b", link)
    assert "a" in gone
    assert "b" not in gone
    assert all(any(link(m, n) > 0 for n in gone - {m}) for m in gone - {"a"})
    home = set(members) - gone
    for m in home - {"b"}:  # it goes only where its strongest link leads out
        assert max((link(m, n) for n in gone), default=0) <= max(link(m, n) for n in members if n != m)


def test_the_closing_of_the_road_leaves_the_closing_of_the_libraries_as_one_fact() -> None:
    """All three stand together at first; the road is joined to the libraries by a third telling of theirs."""
    world = World()
    texts = (
        "The county closed all libraries until Friday.",
        "All libraries of the county stay closed until Friday.",
        "The libraries stay closed until Friday, as the coast road does.",
        "The coast road will stay closed until Friday.",
    )
    order, libraries, both, road = (world.claim(world.article(text), text[:-1]) for text in texts)
    said = [
        Said(order, libraries, same=True),
        Said(libraries, both, same=True),
        Said(both, road, same=True),
        Said(order, road, same=False),
    ]
    found = compare(world.articles, world.sentences, world.claims, world.lexicon, said)
    of = {claim: group.id for group in found.groups for claim in group.claims}
    assert of[order] == of[libraries]
    assert of[order] != of[road]


def test_before_it_is_compared_again_the_relations_say_what_goes_along() -> None:
    analysis = story()
    group = next(each for each in analysis.comparison.groups if len(each.claims) > 2)
    a, b, c = group.claims[:3]
    relations = tuple(
        Relation(*pair, "agrees", "date", "same date", score)
        for pair, score in (((a, b), 1.0), ((b, c), 0.5))
    )
    analysis = replace(analysis, comparison=replace(analysis.comparison, relations=relations))
    for said, together in (([(a, c, False)], (a, b)), ([(a, c, False), (b, c, True)], (b, c))):
        found = regrouped(analysis, said)
        of = {claim: each.id for each in found.comparison.groups for claim in each.claims}
        assert of[together[0]] == of[together[1]]
        assert of[a] != of[c]
