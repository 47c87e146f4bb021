"""The shipped sample sessions: their keys fit their texts, and the pipeline holds what the keys say.

What a key expects and the engine does not yet hold is marked ``known`` there, with the limit that
docs/comparing.md lists; both ways, a surprise fails.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.extraction import NOISE, PER_STATEMENT, RECALL
from benchmarks.judging import judge_comparison, judge_extraction
from benchmarks.truth import HERE, Story, read_key, read_session, samples, truth_of
from factcheck.resources import shipped
from tests.both_ends import told_from_one_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.judging import Held

KEYS = sorted(shipped("sample_sessions").glob("*/answers.yaml"))
NAMES = [key.parent.name for key in KEYS]
HELD_OUT = sorted((HERE / "truth").glob("*/answers.yaml"))
"""Keys of stories that are only measured: their quotes must stand, no figure is asked of them."""
SORTS = ("conflicts", "same_fact", "no_conflict")
LIMITS = HERE.parent / "docs" / "comparing.md"


@cache
def story(name: str) -> Story:
    return next(each for each in samples() if each.name == name)


def test_three_samples_ship_each_with_a_key() -> None:
    folders = {path.parent.name for path in shipped("sample_sessions").glob("*/session.yaml")}
    assert folders == set(NAMES) == {"harbour-fire", "orvane-results", "valley-earthquake"}


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
@pytest.mark.parametrize("sort", ["conflicts", "same fact", "no conflict"])
def test_every_expectation_holds_or_is_known_not_to(name: str, sort: str) -> None:
    results = judge_comparison(story(name))[sort]
    assert results
    broken = [held for held in results if held.is_surprise]
    assert not broken, told(broken)


@pytest.mark.parametrize("key", [*KEYS, *HELD_OUT], ids=lambda key: key.parent.name)
def test_a_known_limit_is_one_that_the_docs_list(key: Path) -> None:
    data = read_key(key)
    known = {item["known"] for sort in SORTS for item in data[sort] if "known" in item}
    assert known <= listed_limits()


def test_the_docs_list_limits() -> None:
    assert len(listed_limits()) >= 3
    assert all(limit.endswith(".") for limit in listed_limits())


@pytest.mark.parametrize("key", [*KEYS, *HELD_OUT], ids=lambda key: key.parent.name)
def test_no_statement_of_a_key_is_taken_for_furniture(key: Path) -> None:
    articles = {article.id: article for article in read_session(key.parent)}
    truth = truth_of(read_key(key), list(articles.values()))
    hidden = [
        entry.id
        for entry in truth.statements.values()
        if any(
            span.start < entry.end and entry.start < span.end for span in articles[entry.article].furniture
        )
    ]
    assert hidden == []


def listed_limits() -> set[str]:
    """The entries of the list of known limits: what stands in bold at the beginning of each."""
    section = LIMITS.read_text(encoding="utf-8").split("### Known not to hold in the samples", 1)[1]
    section = section.split("\n#", 1)[0]
    return {" ".join(limit.split()) for limit in re.findall(r"^- \*\*(.+?)\*\*", section, re.M | re.S)}


def told(broken: Sequence[Held]) -> str:
    return "\n".join(
        f"{held.id} {held.label}: " + ("it holds: take the mark away" if held.holds else held.seen)
        for held in broken
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_dispute_is_told_from_both_ends(name: str) -> None:
    assert told_from_one_end(story(name).analysis) == []
