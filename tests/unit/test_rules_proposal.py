"""A pattern proposed from words alone, which the words themselves must fit."""

from __future__ import annotations

import pytest

from factcheck.resources import shipped
from factcheck.rules import RuleSet, load_rules
from factcheck.rules.trying.proposal import propose


@pytest.fixture(scope="module")
def ruleset() -> RuleSet:
    return load_rules([shipped("rules") / "core.yaml"])


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        ("The hall held tyres, paint and fertiliser", "hall held tyres <0-1> paint <0-2> fertiliser"),
        ("as Grint & Sons, a brewer", "grint <0-1> sons <0-2> brewer"),
        ("the pilots' union left the talks", "pilots <0-1> union left <0-2> talks"),
        ("It began after 2 a.m. in the mill", "began <0-3> a.m. <0-3> mill"),
        ("The mine could fetch €700m this year", "mine <0-2> fetch <0-3> year"),
        ("neither confirmed nor denied", "neither confirmed <0-2> denied"),
    ],
)
def test_signs_abbreviations_and_figures_stand_in_no_ones_way(
    words: str, pattern: str, ruleset: RuleSet
) -> None:
    assert propose(words, 0, (), ruleset) == pattern


@pytest.mark.parametrize("words", ["It is £36m", "54", "the of and"])
def test_figures_and_small_words_alone_are_no_pattern(words: str, ruleset: RuleSet) -> None:
    assert propose(words, 0, (), ruleset) == ""
