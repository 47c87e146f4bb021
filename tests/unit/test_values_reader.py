"""The reader as a whole: order, offsets, hostile text, time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Attribution, Sentence
from factcheck.values import ValueReader
from tests.unit.values_world import LEXICON, article, lines, read

STORY = (
    "Norland's president said on Friday that nearly 3,000 people had fled Harbour City.",
    "“We counted about 40 dead,” she added.",
    "\nThe NRS put the number of dead at 55, according to a US official.",
)


def test_values_stand_in_order_of_their_start() -> None:
    for row in read(*STORY):
        assert [value.start for value in row] == sorted(value.start for value in row)


def test_every_sentence_has_its_row() -> None:
    made, sentences = lines(*STORY)
    assert len(ValueReader(LEXICON).read(made, sentences)) == len(sentences) == 3


def test_reading_twice_gives_the_same() -> None:
    made, sentences = lines(*STORY)
    reader = ValueReader(LEXICON)
    assert reader.read(made, sentences) == reader.read(made, sentences)


def test_without_a_lexicon_values_are_still_read() -> None:
    made, sentences = lines(*STORY)
    kinds = {value.kind for row in ValueReader().read(made, sentences) for value in row}
    assert {"quantity", "date", "attribution", "quote"} <= kinds


HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("“”‘’'\"-–.,;()$%€0123456789 aBİßé\u0301😀\u200f\x00"), st.characters(codec="utf-8")
    ),
    max_size=120,
)


@given(HOSTILE)
def test_offsets_slice_to_the_text_of_any_value(text: str) -> None:
    made, sentences = lines(text.strip("\n") or "x")
    for row, sentence in zip(ValueReader(LEXICON).read(made, sentences), sentences, strict=True):
        for value in row:
            assert made.text[value.start : value.end] == value.text
            if not isinstance(value, Attribution):
                assert sentence.start <= value.start < value.end <= sentence.end


@given(
    st.lists(st.sampled_from(STORY), min_size=1, max_size=4),
    st.text(st.characters(codec="utf-8"), max_size=20),
)
def test_offsets_hold_wherever_a_sentence_stands(parts: list[str], before: str) -> None:
    made, sentences = lines((before.strip("\n") or "x") + ".", *parts)
    for row in ValueReader(LEXICON).read(made, sentences):
        for value in row:
            assert made.text[value.start : value.end] == value.text


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,111 ",
        "“a ",
        "'a ",
        "Brandt said ",
        "a soldier ",
        "May 5 ",
        "who which ",
        ", said Brandt ",
        "one and ",
    ],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    size = 60_000
    text = (unit * size)[:size]
    sentences = tuple(Sentence(start, min(start + 5_000, size), 1) for start in range(0, size, 5_000))
    began = time.process_time()
    ValueReader(LEXICON).read(article(text), sentences)
    assert time.process_time() - began < 5.0


def test_only_the_first_part_of_an_endless_sentence_is_read() -> None:
    text = "They counted 40 people. " + "x " * 5_000 + "They counted 50 people."
    rows = ValueReader(LEXICON).read(article(text), (Sentence(0, len(text), 1),))
    assert [value.text for value in rows[0] if value.kind == "quantity"] == ["40"]
