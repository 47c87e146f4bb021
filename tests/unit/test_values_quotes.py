"""Quotations: which marks quote, where they end, whose words they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.values_world import lines, quotes, read

QUOTED: list[tuple[str, list[str]]] = [
    ('He called it "a dark day" for all.', ["a dark day"]),
    ("He called it “a dark day” for all.", ["a dark day"]),
    ("He called it ‘a dark day’ for all.", ["a dark day"]),
    ("He called it 'a dark day' for all.", ["a dark day"]),
    ("He called it «a dark day» for all.", ["a dark day"]),
    ("He called it „a dark day“ for all.", ["a dark day"]),
    ('"It is over," she said.', ["It is over"]),
    ("“It is ‘truly’ over,” she said.", ["It is ‘truly’ over"]),
    ("“It is “truly” over,” she said.", ["It is “truly” over"]),
    ('"One," he said, "two."', ["One", "two."]),
    ("The soldiers’ food and the town’s well were gone.", []),
    ("The soldiers' food and the town's well were gone.", []),
    ("In the '90s the rebels' homes burned.", []),
    ("It's what they don't want.", []),
    ("Rock ’n’ roll stayed.", []),
    ('A 5" pipe broke.', []),
    ("They spoke of “losses", ["losses"]),
    ("They spoke of losses” there.", []),
    ('Empty "" and " " marks.', []),
]


@pytest.mark.parametrize(("sentence", "words"), QUOTED, ids=[row[0] for row in QUOTED])
def test_quoted_words(sentence: str, words: list[str]) -> None:
    assert [one.words for one in quotes(sentence)] == words


def test_marks_belong_to_the_quote_and_not_to_its_words() -> None:
    one = quotes("He called it “a dark day,” and left.")[0]
    assert (one.text, one.words) == ("“a dark day,”", "a dark day")


SPOKEN: list[tuple[tuple[str, ...], list[str | None]]] = [
    (('"It is over," Brandt said.',), ["Iva Brandt"]),
    (('Brandt said: "It is over."',), ["Iva Brandt"]),
    (('"It is over," said Norland\'s president.',), ["Iva Brandt"]),
    (('"One," Brandt said, "two."',), ["Iva Brandt", "Iva Brandt"]),
    (("Brandt said on Friday.", '"It is over."'), ["Iva Brandt"]),
    (('"It is over," Brandt said.', '"We have lost."'), ["Iva Brandt", "Iva Brandt"]),
    (('"Is it over?"', "Brandt asked."), [None]),
    (("Brandt called it “a dark day”.",), ["Iva Brandt"]),
    (("The plan is “a dark day”.",), [None]),
]


@pytest.mark.parametrize(("sentences", "speakers"), SPOKEN, ids=[" ".join(row[0]) for row in SPOKEN])
def test_speaker_of_a_quotation(sentences: tuple[str, ...], speakers: list[str | None]) -> None:
    assert [one.speaker for one in quotes(*sentences)] == speakers


def test_quotation_over_two_sentences_stands_in_both() -> None:
    rows = read("“It is over.", "We have lost,” Brandt said.")
    found = [[value for value in row if value.kind == "quote"] for row in rows]
    assert [[one.words for one in row] for row in found] == [["It is over."], ["We have lost"]]
    assert [one.speaker for row in found for one in row] == ["Iva Brandt", "Iva Brandt"]


def test_unclosed_quotation_ends_with_its_sentence() -> None:
    assert [one.words for one in quotes("They spoke of “losses.", "More came.")] == ["losses."]


def test_unclosed_quotation_goes_on_where_the_next_paragraph_opens_again() -> None:
    found = quotes("“First.", "Second.", "\n“Third,” Brandt said.")
    assert [one.words for one in found] == ["First.", "Second.", "Third"]


@given(st.text(alphabet="ab ’‘“”\"'«»„.\n", max_size=80))
def test_quotes_lie_in_their_sentence_and_slice_to_text(text: str) -> None:
    made, sentences = lines(text.strip() or "x")
    for row, sentence in zip(read(text.strip() or "x"), sentences, strict=True):
        for one in row:
            if one.kind == "quote":
                assert sentence.start <= one.start < one.end <= sentence.end
                assert made.text[one.start : one.end] == one.text
                assert one.words in one.text
