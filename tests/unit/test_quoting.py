"""A quote leaves out the furniture inside it, says so, and is otherwise word for word the text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Furniture
from factcheck.wording.quoting import JOINT, parts, quoted
from tests.factories import make_article

TEXT = "Seven crates \nBuy rope\n\nShare\n were missing."
PLAIN = make_article("a1", TEXT, "Lock Gazette")
ARTICLE = replace(PLAIN, furniture=(Furniture(14, 22, "advertisement"), Furniture(24, 29, "share button")))


def test_without_furniture_it_is_the_text() -> None:
    assert quoted(PLAIN, 0, len(TEXT)) == TEXT
    assert quoted(ARTICLE, 0, 12) == "Seven crates"


def test_furniture_in_a_row_is_one_gap() -> None:
    assert quoted(ARTICLE, 0, len(TEXT)) == "Seven crates [...] were missing."
    assert [TEXT[start:end] for start, end in parts(ARTICLE, 0, len(TEXT))] == [
        "Seven crates",
        "were missing.",
    ]


def test_furniture_at_an_edge_leaves_no_gap() -> None:
    assert quoted(ARTICLE, 18, len(TEXT)) == "were missing."
    assert quoted(ARTICLE, 6, 20) == "crates"


def test_a_span_of_nothing_but_furniture_is_shown_as_it_is() -> None:
    assert quoted(ARTICLE, 14, 18) == "Buy "


@given(st.data())
def test_every_part_stands_in_the_text_outside_furniture(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    found = parts(ARTICLE, start, end)
    assert found
    assert all(start <= left < right <= end for left, right in found)
    if len(found) > 1:
        assert quoted(ARTICLE, start, end).split(JOINT) == [TEXT[left:right] for left, right in found]
    if any(TEXT[at] == "w" for at in range(start, end)):
        assert "w" in quoted(ARTICLE, start, end)
