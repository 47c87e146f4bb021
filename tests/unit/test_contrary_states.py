"""Contrary states of one thing: a contradiction, or one after the other, or two things."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare import compare
from factcheck.compare.facts.opposed import Told, opposed
from factcheck.compare.facts.states import States
from factcheck.compare.statements.readings import as_article
from factcheck.compare.statements.statement import held_against, statement_claims
from factcheck.resources import shipped
from factcheck.rules import load_rules
from factcheck.segment import segment
from factcheck.values import ValueReader
from tests.unit.state_pairs import (
    CONFLICTS,
    LATER_CONFLICTS,
    LATER_NO_CONFLICT,
    NO_CONFLICT,
    Pair,
)

if TYPE_CHECKING:
    from factcheck.model import Article, Claim, LexiconEntry, Relation

APART = CONFLICTS + LATER_CONFLICTS
NOT_APART = NO_CONFLICT + LATER_NO_CONFLICT


@lru_cache(1)
def states() -> tuple[LexiconEntry, ...]:
    """The states of the shipped lexicon, and nothing else of it."""
    lexicon = load_rules([shipped("rules") / "core.yaml"]).lexicon
    return tuple(entry for entry in lexicon if entry.role == "state")


def sentence(name: str, text: str, day: str | None) -> tuple[Article, tuple[Claim, ...]]:
    """An article of one sentence, and that sentence as a claim of it."""
    article = replace(as_article(name, text), published=day)
    made = statement_claims(article, segment(article), ValueReader(states()))
    return article, tuple(replace(claim, rules=("test.rule",), attribution=None) for claim in made)


def relations(a: str, b: str, days: tuple[str | None, str | None] = (None, None)) -> list[Relation]:
    rows = [sentence(name, text, day) for name, text, day in zip(("a1", "a2"), (a, b), days, strict=True)]
    articles = [article for article, _ in rows]
    claims = [claim for _, own in rows for claim in own]
    found = compare(articles, {one.id: segment(one) for one in articles}, claims, states())
    return list(found.relations)


def kinds(a: str, b: str, days: tuple[str | None, str | None] = (None, None)) -> set[str]:
    return {relation.kind for relation in relations(a, b, days)}


@pytest.mark.parametrize("pair", APART, ids=lambda pair: pair.a)
def test_two_claims_in_contrary_states_conflict(pair: Pair) -> None:
    assert kinds(pair.a, pair.b, pair.days) == {"conflicts"}
    assert kinds(pair.b, pair.a, pair.days[::-1]) == {"conflicts"}


@pytest.mark.parametrize("pair", NOT_APART, ids=lambda pair: pair.a)
def test_a_sequence_a_plan_another_thing_or_place_do_not(pair: Pair) -> None:
    assert "conflicts" not in kinds(pair.a, pair.b, pair.days)
    assert "conflicts" not in kinds(pair.b, pair.a, pair.days[::-1])


@pytest.mark.parametrize("pair", APART, ids=lambda pair: pair.a)
def test_a_typed_statement_is_contradicted_by_the_contrary_state(pair: Pair) -> None:
    answer = held_against(pair.a, [as_article("a1", pair.b)], (), states())
    assert answer.verdict == "conflicting", answer.why


@pytest.mark.parametrize("pair", [p for p in NOT_APART if p.days == (None, None)], ids=lambda pair: pair.a)
def test_a_typed_statement_is_not_contradicted_by_what_may_stand_beside_it(pair: Pair) -> None:
    answer = held_against(pair.a, [as_article("a1", pair.b)], (), states())
    assert answer.verdict != "conflicting", answer.why


def test_a_pair_conflicts_at_one_time_and_not_at_two() -> None:
    closed, again = "The Brenn tunnel is closed.", "The Brenn tunnel has reopened."
    assert kinds(closed, again, ("2031-03-03", "2031-03-03")) == {"conflicts"}
    (found,) = relations(closed, again, ("2031-03-03", "2031-03-05"))
    assert (found.kind, found.on) == ("differs", "polarity")
    assert found.why.startswith("one after the other")


def test_what_is_still_so_has_not_ended_before() -> None:
    again, still = "The Brenn tunnel has reopened.", "The Brenn tunnel is still closed."
    assert kinds(again, still, ("2031-03-03", "2031-03-05")) == {"conflicts"}


def test_copied_words_about_the_contrary_are_no_copy() -> None:
    text = "Trains on the coastal line between Orsa and Brenn have been {} since noon, the railway said."
    assert kinds(text.format("suspended"), text.format("running again")) == {"conflicts"}


def test_the_same_state_of_two_things_is_no_agreement() -> None:
    assert "agrees" not in kinds("All schools in the valley are closed.", "The valley road is closed.")


def test_every_state_excludes_only_states_of_the_lexicon() -> None:
    names = {entry.name for entry in states()}
    for entry in states():
        assert {*entry.opposite, *entry.ends} <= names - {entry.name}
    excluded = {name for entry in states() for name in (*entry.opposite, *entry.ends)}
    alone = [e.name for e in states() if not (e.opposite or e.ends) and e.name not in excluded]
    assert alone == []


_SPOKEN = """
    the a bridge road men was is has been not still later which who and , . closed open reopened released
    arrested out over up on to will of in Orsa 12 two rose fell won lost died
"""
WORDS = st.lists(st.sampled_from(_SPOKEN.split()), max_size=25).map(" ".join)


@given(WORDS, WORDS)
def test_any_words_can_be_read_and_the_order_of_two_clauses_does_not_matter(a: str, b: str) -> None:
    reader = States(states())
    first, second = (Told(reader.told(text), frozenset(), (), None, None) for text in (a, b))
    met, back = opposed(first, second), opposed(second, first)
    assert (met is None) == (back is None)
