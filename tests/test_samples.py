"""The shipped sample sessions: their keys fit their texts, and the pipeline holds what the keys say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.extraction import NOISE, PER_STATEMENT, RECALL
from benchmarks.judging import judge_comparison, judge_extraction
from benchmarks.truth import HERE, Story, read_key, read_session, samples, truth_of
from factcheck.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.judging import Held

KEYS = sorted(shipped("sample_sessions").glob("*/answers.yaml"))
NAMES = [key.parent.name for key in KEYS]
HELD_OUT = sorted((HERE / "truth").glob("*/answers.yaml"))
"""Keys of stories that are only measured: their quotes must stand, no figure is asked of them."""
GATHERED = 0.75
"""Share of the facts told by several articles that one group must hold, with the right counts."""


@cache
def story(name: str) -> Story:
    return next(each for each in samples() if each.name == name)


def test_a_sample_with_a_key_ships() -> None:
    assert "harbour-fire" in NAMES


def test_a_held_out_story_is_measured() -> None:
    assert "border-clash" in [key.parent.name for key in HELD_OUT]


@pytest.mark.parametrize("key", HELD_OUT, ids=[key.parent.name for key in HELD_OUT])
def test_every_quote_of_a_held_out_key_stands_exactly_once(key: Path) -> None:
    articles, data = read_session(key.parent), read_key(key)
    truth_of(data, articles)
    for item in data["statements"] + data["nothing"]:
        (text,) = [a.text for a in articles if Path(a.path).name.startswith(item["article"])]
        assert text.count(item["quote"]) == 1, item["id"]


@pytest.mark.parametrize("key", KEYS, ids=NAMES)
def test_every_quote_of_the_key_stands_word_for_word(key: Path) -> None:
    articles = read_session(key.parent)
    data = read_key(key)
    texts = {article.id: article.text for article in articles}
    truth = truth_of(data, articles)
    placed = [*truth.statements.values(), *truth.nothing]
    quotes = [item["quote"] for item in data["statements"] + data["nothing"]]
    assert [texts[entry.article][entry.start : entry.end] for entry in placed] == quotes


@pytest.mark.parametrize("key", KEYS, ids=NAMES)
def test_the_key_names_only_statements_it_has(key: Path) -> None:
    data = read_key(key)
    ids = [item["id"] for item in data["statements"]]
    assert len(ids) == len(set(ids))
    named = {side for pair in data["conflicts"] + data["no_conflict"] for side in (pair["a"], pair["b"])}
    named |= {statement for fact in data["same_fact"] for statement in fact["statements"]}
    assert named <= set(ids)


@pytest.mark.parametrize("key", KEYS, ids=NAMES)
def test_page_furniture_of_the_key_is_marked_as_furniture(key: Path) -> None:
    articles = {article.id: article for article in read_session(key.parent)}
    truth = truth_of(read_key(key), list(articles.values()))
    for entry in truth.nothing:
        if "furniture" in entry.flags:
            spans = articles[entry.article].furniture
            assert any(span.start <= entry.start and entry.end <= span.end for span in spans), entry.id


@pytest.mark.parametrize("name", NAMES)
def test_the_rules_find_what_a_careful_reader_would_check(name: str) -> None:
    result = judge_extraction(story(name))
    assert result.recall >= RECALL, [entry.id for entry in result.missed]
    assert result.claims_per_statement <= PER_STATEMENT
    assert result.noise_share < NOISE, [claim.text for claim in result.noise]
    assert not result.furniture


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sort", ["conflicts", "no conflict"])
def test_every_planted_conflict_is_found_and_no_false_one(name: str, sort: str) -> None:
    broken = [held for held in judge_comparison(story(name))[sort] if not held.holds]
    assert not broken, told(broken)


@pytest.mark.parametrize("name", NAMES)
def test_most_facts_are_gathered_with_their_counts(name: str) -> None:
    results = judge_comparison(story(name))["same fact"]
    broken = [held for held in results if not held.holds]
    assert len(broken) <= (1 - GATHERED) * len(results), told(broken)


def told(broken: Sequence[Held]) -> str:
    return "\n".join(f"{held.id} {held.label}: {held.seen}" for held in broken)
