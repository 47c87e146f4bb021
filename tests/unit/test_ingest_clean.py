"""Cleaning: what comes before the first offset, one for one where it replaces."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.clean import clean, harmless

WORDS = st.sampled_from(
    ["the", "mayor", "said", "boats.", "Norland", "twelve", "harbour,", "A", "(so)", "“Yes.”", "- item",
     "# Head", "https://x.example/a", "Title: x", "3 May 2024", "\t", "  ",
     "\x1b[31m", "\u202e", "é", "e\u0301"]
)  # fmt: skip
SEQUENCES = (
    "\x1b[31m", "\x1b[0m", "\x1b[38;5;196m", "\x1b[m", "\x1b[2K", "\x1b[?25l", "\x1b[0 q", "\x1b(B", "\x1b=",
    "\x9b31m", "\x9b?25h", "\x1b]0;a title\x07", "\x1b]8;;https://e.example/7\x1b\\", "\x9d0;a title\x9c",
    "\x1bP+q544e\x1b\\", "\x1b_12 dead\x1b\\",
)  # fmt: skip
"""Of colours, cursors, character sets, titles, links and what sets a terminal up; in seven bits and eight."""
LINES = st.lists(st.lists(WORDS, max_size=16).map(" ".join), max_size=14).map("\n".join)


@pytest.mark.parametrize("border", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_is_a_newline(border: str) -> None:
    assert clean(f"One.{border}Two.") == "One.\nTwo."


def test_control_escape_and_bidi_signs_become_visible_one_for_one() -> None:
    hostile = "a\x1bb\x00c\x7fd\x9be\u202ef\u2066g\u200eh\u061ci\tj"
    assert harmless(hostile) == "a␛b␀c␡d\ufffde\ufffdf\ufffdg\ufffdh\ufffdi j"
    assert len(harmless(hostile)) == len(hostile)


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_what_a_terminal_obeys_and_does_not_print_is_no_word_of_the_text(sequence: str) -> None:
    assert harmless(f"{sequence}John Smi{sequence}th said{sequence}") == "John Smith said"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x1bJohn said so", "␛John said so"),
        ("\x1b7 died", "␛7 died"),
        ("a title \x1b]0;that never ends\n12 died", "a title ␛]0;that never ends\n12 died"),
        # Windows' ‹ › and UTF-8's “ ” read in the wrong way.
        ("\x8b12 died\x9b said Berg", "\ufffd12 died\ufffd said Berg"),
        ("“12 died”, said Berg. “No.”".encode().decode("latin-1"), "â\ufffd\ufffd12 died"),
    ],
)
def test_what_may_be_the_text_itself_is_kept_and_shown(text: str, kept: str) -> None:
    assert harmless(text).startswith(kept)
    assert len(harmless(text)) == len(text)


def test_many_sequences_that_never_end_take_no_long() -> None:
    for begun in ("\x1b[0", "\x1b]0;a", "\x1b", "\x9b1", "\x9d1;"):
        assert "died" in harmless(begun * 100_000 + "\ndied")


def test_markup_like_text_is_left_alone() -> None:
    assert clean("[/red] stays, and so does {this}.") == "[/red] stays, and so does {this}."


def test_letters_and_marks_are_composed() -> None:
    assert clean("cafe\u0301") == "café"


def test_a_long_run_of_marks_is_cut_short_but_keeps_its_length() -> None:
    text = "a" + "\u0301\u0316" * 200
    assert len(clean(text)) <= len(text)
    assert clean(text).count("\ufffd") > 300


@given(st.text())
def test_no_sign_that_drives_a_terminal_survives(text: str) -> None:
    cleaned = clean(text)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n" for sign in cleaned)
    assert not any(
        unicodedata.bidirectional(sign) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        for sign in cleaned
    )


@given(st.one_of(LINES, st.text()))
def test_clean_is_idempotent(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(LINES)
def test_wraps_are_joined_one_for_one(text: str) -> None:
    before, after = harmless(text), clean(text)
    assert len(before) == len(after)
    assert all(a == b or (a == "\n" and b == " ") for a, b in zip(before, after, strict=True))


WRAPPED = """\
The mayor of Norland said on Friday that the old harbour wall would be torn
down before the winter, because nobody could say any longer whether it would
stand another storm.

A new one is planned for next year. It will cost about 12 million, according to
Pat Smith, who sits on the council.
"""


def test_hard_wraps_are_joined_and_paragraphs_stay() -> None:
    assert [line for line in clean(WRAPPED).split("\n") if line] == [
        "The mayor of Norland said on Friday that the old harbour wall would be torn down before the winter, "
        "because nobody could say any longer whether it would stand another storm.",
        "A new one is planned for next year. It will cost about 12 million, according to Pat Smith, "
        "who sits on the council.",
    ]


def test_an_indented_line_begins_a_paragraph_of_a_wrapped_text() -> None:
    text = (
        "  The wall of the harbour was built by the grandfathers of those who fish\n"
        "there now, and it shows.\n"
        "  Nobody has mended it since the great storm of 1953, when half of it went\n"
        "into the sea within a single night.\n"
    )
    assert clean(text).strip().count("\n") == 1


def test_an_indented_block_is_joined_all_the_same() -> None:
    text = (
        "The wall of the harbour was built by the grandfathers of those who fish\n"
        "there now, and it shows.\n\n"
        "  “Nobody has mended it since the great storm of 1953, when half of it\n"
        "  went into the sea,” said the mayor.\n"
    )
    assert [line.strip() for line in clean(text).split("\n") if line][1].count("went into the sea") == 1
    assert clean(text).strip().count("\n") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Like\nDislike\nlove",
        "Harbour wall to be torn down before winter, says mayor of Norland\n"
        "Fishermen fear for their boats and for their trade this year",
        "The mayor said that the wall would be torn down and that the boats, which the\n"
        "A fisherman said that the wall was safe, although nobody had looked at it since",
        "- the first thing that they found was an anchor that nobody had seen\n- the second thing was a boat",
        "# the heading of a longer text about walls and harbours and\nthe text below it goes on",
        "x" * 200 + "\nand then a small letter",
    ],
    ids=["buttons", "titles", "snippets", "list", "heading", "long line"],
)
def test_lines_that_are_no_wraps_stay_apart(text: str) -> None:
    assert clean(text) == text
