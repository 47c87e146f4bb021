"""How many actors a text tells an event with."""

from __future__ import annotations

import pytest

from factcheck.compare.aspects.counts import compare_counts, counts


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("A sailor drowned", "Several sailors drowned", "different"),
        ("A young Danish sailor drowned", "The sailor drowned", "same"),
        ("One guard was hurt", "Two guards were hurt", "different"),
        ("The two guards were hurt", "Both guards were hurt", "same"),
        ("A woman was hurt", "Three women were hurt", "different"),
        ("Many guards were hurt", "Some guards were hurt", "same"),
    ],
)
def test_counts_of_a_shared_head(a: str, b: str, verdict: str) -> None:
    told = compare_counts(counts(a), counts(b), frozenset({"sailor", "guard", "woman"}))
    assert told is not None
    assert told[0] == verdict


def test_the_words_that_count_are_kept_as_printed() -> None:
    told = compare_counts(counts("A young sailor drowned"), counts("several masked sailors drowned"))
    assert told is not None
    assert (told[1].words, told[2].words) == ("A young sailor", "several masked sailors")


def test_without_known_units_only_a_difference_is_said() -> None:
    assert compare_counts(counts("A surprise came"), counts("A surprise left")) is None
    told = compare_counts(counts("A bridge fell"), counts("Several bridges fell"))
    assert told is not None
    assert told[0] == "different"


def test_a_name_is_a_head_only_at_the_end_of_its_phrase() -> None:
    assert set(counts("A Danish sailor")) == {"sailor"}
    assert set(counts("many Danes")) == {"dane"}


def test_texts_without_a_shared_head_are_not_compared() -> None:
    assert compare_counts(counts("A sailor drowned"), counts("Several guards fled")) is None


def test_a_plain_plural_says_only_that_they_are_more_than_one() -> None:
    told = compare_counts(counts("A sailor drowned"), counts("The sailors drowned"))
    assert told is not None
    assert told[2].open


def test_a_phrase_ends_where_the_noun_phrase_ends() -> None:
    assert "window" not in counts("A guard of windows")
