"""Who says what: claimant, cue, origin, scope, and who is nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.attributions import BY_OTHER_WORDS, GOES_ON, SKIPPED
from tests.unit.attributions_by_verb import BY_VERB, Told
from tests.unit.values_world import lines, said, scope


def told(text: str) -> list[Told]:
    return [(one.text, one.cue, "?" if one.vague else one.origin, scope(text, one)) for one in said(text)]


@pytest.mark.parametrize(("text", "expected"), GOES_ON, ids=[row[0] for row in GOES_ON])
def test_who_says_it_where_the_sentence_goes_on(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), BY_VERB + BY_OTHER_WORDS, ids=[row[0] for row in BY_VERB + BY_OTHER_WORDS]
)
def test_attribution(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", SKIPPED)
def test_nobody_says_anything(text: str) -> None:
    assert told(text) == []


FOLLOWED: list[tuple[tuple[str, ...], str, str]] = [
    (("Brandt said the dam had burst.", "She added that the town was cut off."), "She", "Iva Brandt"),
    (("The NRS said the dam had burst.", "It said the town was cut off."), "It", "Rescue Service"),
    (
        ("Norland's rescue service said so.", "The service added that 40 died."),
        "The service",
        "Rescue Service",
    ),
    (("Pavel Orlov visited the town.", "He warned that more rain would come."), "He", "Pavel Orlov"),
    (("Pavel Orlov visited the town.", "Orlov warned that more rain would come."), "Orlov", "Pavel Orlov"),
    (
        (
            "Norland's ambassador to Sudmark, Mira Kovac, echoed this.",
            "Speaking later, she warned that more would come.",
        ),
        "she",
        "Mira Kovac",
    ),
    (
        ("The Coastal Relief Agency (CRA) counted 40 dead.", "The CRA said more would come."),
        "The CRA",
        "Coastal Relief Agency",
    ),
]


@pytest.mark.parametrize(("sentences", "text", "origin"), FOLLOWED, ids=[row[0][1] for row in FOLLOWED])
def test_later_mentions_mean_the_same_speaker(sentences: tuple[str, ...], text: str, origin: str) -> None:
    last = said(*sentences)[-1]
    assert (last.text, last.origin, last.vague) == (text, origin, False)


def test_pronoun_without_a_speaker_is_nobody() -> None:
    one = said("He warned that more rain would come.")[0]
    assert one.vague


def test_quotation_alone_borrows_the_speaker_beside_it() -> None:
    made, _ = lines('"It is over," Brandt said.', '"We have lost."')
    one = said('"It is over," Brandt said.', '"We have lost."')[-1]
    assert (one.text, one.origin, scope(made.text, one)) == ("Brandt", "Iva Brandt", '"We have lost."')


def test_words_inside_a_quotation_attribute_nothing() -> None:
    assert [one.origin for one in said('"Sudmark said it was over," Brandt said.')] == ["Iva Brandt"]


WORDS = st.sampled_from(
    [
        "Brandt",
        "said",
        "that",
        ",",
        "according_to",
        "the_NRS",
        "reported",
        "by",
        "as",
        "who",
        "which",
        "officials",
        "put",
        "at",
        "300",
        "with",
        "estimating",
        "while",
        "and",
        "“",
        "”",
        "'s",
        "comments",
        "believed",
        "to",
        "was",
        "Friday",
        "on",
        "of",
        "from",
        ".",
        "claims",
        "adding",
        "he",
        "told",
        "(",
        ")",
        "-",
        "not",
        ";",
        "citing",
    ]
).map(lambda word: word.replace("_", " "))


@given(st.lists(WORDS, max_size=30))
def test_any_words_give_ranges_inside_the_text(parts: list[str]) -> None:
    text = " ".join(["x", *parts])
    for one in said(text):
        assert text[one.start : one.end] == one.text
        assert 0 <= one.scope_start < one.scope_end <= len(text)
        assert one.origin


def test_scope_ends_where_a_time_clause_begins() -> None:
    text = "He saw the estimate by Norland of losses, weeks after Sudmark said 40 people died."
    assert [(one.origin, scope(text, one)) for one in said(text)] == [
        ("Norland", "losses"),
        ("Sudmark", "40 people died"),
    ]


def test_remark_with_that_is_the_claimants() -> None:
    text = "Brandt said the dam had burst, stressing that nobody died."
    assert [scope(text, one) for one in said(text)] == ["the dam had burst", "nobody died"]
