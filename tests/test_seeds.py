"""Five real articles, measured against a truth written by hand before the rules. They are not part of the
project: where they do not lie beside the checkout, these tests skip."""

from __future__ import annotations

import pytest

from benchmarks.extraction import NOISE, PER_STATEMENT, RECALL
from benchmarks.judging import judge_comparison, judge_extraction
from benchmarks.truth import Story, seeds
from tests.both_ends import told_from_one_end


@pytest.fixture(scope="module")
def story() -> Story:
    found = seeds()
    if isinstance(found, str):
        pytest.skip(found)
    return found


def test_the_rules_find_what_a_careful_reader_would_check(story: Story) -> None:
    result = judge_extraction(story)
    assert result.recall >= RECALL, [entry.id for entry in result.missed]
    assert result.claims_per_statement <= PER_STATEMENT
    assert result.noise_share < NOISE
    assert not result.furniture


@pytest.mark.parametrize("sort", ["conflicts", "same fact", "no conflict"])
def test_the_comparison_holds_every_expectation(story: Story, sort: str) -> None:
    broken = [
        f"{held.id} {held.label}: {held.seen}" for held in judge_comparison(story)[sort] if not held.holds
    ]
    assert not broken


def test_every_dispute_is_told_from_both_ends(story: Story) -> None:
    assert told_from_one_end(story.analysis) == []
