"""The English forms that ``forms`` adds to a term."""

from __future__ import annotations

import pytest

from factcheck.rules.phrases.forms import forms_of


@pytest.mark.parametrize(
    ("term", "forms", "found"),
    [
        ("boat", ["plural"], "boat boats"),
        ("ferry", ["plural"], "ferry ferries"),
        ("stop", ["s", "past", "ing"], "stop stops stopped stopping"),
        ("carry", ["s", "past", "ing"], "carry carries carried carrying"),
        ("agree", ["past", "ing"], "agree agreed agreeing"),
        ("die", ["past", "ing"], "die died dying"),
        ("buy", ["s", "past", "ing"], "buy buys bought buying"),
        ("hit", ["past", "ing"], "hit hit hitting"),
        ("sink", ["past"], "sink sank sunk"),
        ("travel", ["past", "ing"], "travel travelled traveled travelling traveling"),
        ("refer", ["past", "ing"], "refer referred referring"),
        ("visit", ["past", "ing"], "visit visited visiting"),
        ("reveal", ["past"], "reveal revealed"),
        ("control", ["past"], "control controlled"),
        ("fix", ["s", "past"], "fix fixes fixed"),
        ("go", ["s", "past"], "go goes went gone"),
    ],
)
def test_forms(term: str, forms: list[str], found: str) -> None:
    expected = list(dict.fromkeys(found.split()))
    assert list(forms_of(term, forms)) == expected


def test_a_verb_of_several_words_changes_its_first_and_a_noun_its_last() -> None:
    assert forms_of("set on fire", ["s", "past"]) == ("set on fire", "sets on fire")
    assert forms_of("take part in", ["past"]) == ("take part in", "took part in", "taken part in")
    assert forms_of("passenger ship", ["plural"]) == ("passenger ship", "passenger ships")
