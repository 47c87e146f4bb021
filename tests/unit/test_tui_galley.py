"""Texts on the screen: cut to cells, wrapped, laid out in galleys and painted. No app is started."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.tui.layout.galley import Galley, Rows
from factcheck.tui.layout.line import cells, cut, fit
from factcheck.tui.layout.paint import Brush, paint
from factcheck.tui.layout.spans import Span, Spans
from factcheck.tui.layout.wrap import wrap, wrap_words
from factcheck.wording.words import safe
from tests.desks import make_desk
from tests.factories import make_article, make_claim, split_lines

if TYPE_CHECKING:
    from factcheck.review.desk import Desk

WORDS = st.text(alphabet=st.sampled_from("abc é中😀\u0301 \n"), max_size=80)


def galley_of(desk: Desk, index: int) -> Galley:
    article = desk.articles[index]
    return Galley(article, desk.places.paragraphs(article.id), desk.facts.by_article[article.id])


def test_control_and_direction_characters_never_get_through() -> None:
    for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), 0x202E, 0x2066, 0x200F, 0x2028, 0xFEFF):
        shown = safe(f"a{chr(code)}b")
        assert len(shown) == 3
        assert shown[1].isprintable()


def test_cutting_and_fitting_count_cells() -> None:
    assert cut("harbour", 7) == "harbour"
    assert cut("harbour", 5) == "harb…"
    assert fit("ab", 4) == "ab  "
    assert cells(fit("中文字体", 5)) == 5
    assert cut("anything", 0) == ""


@given(WORDS, st.integers(1, 20))
def test_fit_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    assert cells(fit(safe(text), width)) == width


@given(WORDS, st.integers(2, 20))
def test_wrapped_rows_fit_and_lose_nothing_but_blanks_and_newlines(text: str, width: int) -> None:
    rows = wrap(text, 0, len(text), width)
    assert all(cells(text[start:end]) <= width for start, end in rows)
    at = 0
    for start, end in rows:
        assert text[at:start].strip(" \n") == ""
        at = end
    assert text[at:].strip(" \n") == ""


def test_a_word_longer_than_the_row_is_broken() -> None:
    assert wrap_words("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@pytest.mark.parametrize("text", ["x" * 2_000_000, "ab " * 700_000, "中" * 300_000])
def test_wrapping_is_linear(text: str) -> None:
    begun = time.process_time()
    wrap(text, 0, len(text), 60)
    assert time.process_time() - begun < 3


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 10)), max_size=20), st.integers(0, 55))
def test_the_interval_index_finds_what_a_walk_finds(spans: list[tuple[int, int]], at: int) -> None:
    made = [Span(start, start + size, str(index)) for index, (start, size) in enumerate(spans)]
    found = {span.id for span in Spans(made).touching(at, at + 4)}
    assert found == {span.id for span in made if span.start < at + 4 and span.end > at}


def test_every_offset_of_a_galley_leads_back_to_itself() -> None:
    desk = make_desk()
    for index, article in enumerate(desk.articles):
        galley = galley_of(desk, index)
        for offset, character in enumerate(article.text):
            position = galley.position(offset)
            assert galley.text[position] == character
            assert galley.offset(position) == offset


def test_rows_show_each_word_once_with_signs_glued_to_their_claims() -> None:
    desk = make_desk()
    galley = galley_of(desk, 1)
    rows = galley.rows(30, gaps=True)
    shown = " ".join(galley.text[row.start : row.end] for row in rows if row.end > row.start)
    assert shown.replace("(__", "").replace(")", "").split() == galley.article.text.split()
    assert all(not galley.text[row.start : row.end].endswith(("(", "(_", "(__")) for row in rows)


def test_a_claim_that_ends_its_paragraph_closes_on_the_same_row() -> None:
    article = make_article("a1", "It sank at noon\nNobody was hurt\n", "Gazette")
    claims = [make_claim(article, "sank at noon"), make_claim(article, "Nobody was hurt")]
    galley = Galley(article, split_lines(article), claims)
    rows = [galley.text[row.start : row.end] for row in galley.rows(60, gaps=False)]
    assert rows == ["It (__sank at noon)", "(__Nobody was hurt)"]


def test_claims_that_touch_or_overlap_close_before_the_next_opens() -> None:
    article = make_article("a1", "one two three four\n", "Gazette")
    claims = [make_claim(article, words) for words in ("one two", " three", "two three four")]
    galley = Galley(article, split_lines(article), claims)
    assert [inset.opens for inset in galley.insets_in(0, len(galley.text))].count(True) == 3
    assert all(galley.text[galley.position(i)] == c for i, c in enumerate(article.text))


def test_a_verdict_never_wraps_the_text_again() -> None:
    desk = make_desk()
    galley = galley_of(desk, 0)
    before = _painted(desk, galley, 40)
    desk.judge("left-open")
    after = _painted(desk, galley, 40)
    assert [len(row) for row in before] == [len(row) for row in after]
    assert before != after


def _painted(desk: Desk, galley: Galley, width: int) -> list[str]:
    brush = Brush(desk.look, desk.claim.id if desk.claim else None)
    return [
        "".join(text for text, _, _ in paint(galley, row, brush)) for row in galley.rows(width, gaps=False)
    ]


def test_suggested_and_judged_claims_differ_without_any_colour() -> None:
    desk = make_desk()
    galley = galley_of(desk, 0)
    assert _painted(desk, galley, 80)[1].startswith(">  2 (! At least 40 passengers were hurt) when")
    desk.judge("supported")
    assert _painted(desk, galley, 80)[1].startswith("   2 [+ At least 40 passengers were hurt] when")


def test_furniture_has_no_number_and_is_dim() -> None:
    desk = make_desk()
    galley = galley_of(desk, 0)
    row = next(row for row in galley.rows(80, gaps=False) if galley.text.startswith("Share", row.start))
    pieces = paint(galley, row, Brush(desk.look))
    assert pieces[0][0].strip() == "-"
    assert {tone for _, tone, _ in pieces[1:]} == {"furniture"}


def test_offsets_of_painted_pieces_are_those_of_the_article() -> None:
    desk = make_desk()
    for index, article in enumerate(desk.articles):
        galley = galley_of(desk, index)
        for row in galley.rows(33, gaps=True):
            for text, _, offset in paint(galley, row, Brush(desk.look)):
                if offset is not None and len(text) > 1:
                    assert article.text[offset : offset + len(text)] == text


def test_hits_and_selections_are_painted_where_they_stand() -> None:
    desk = make_desk()
    galley = galley_of(desk, 0)
    start = galley.article.text.index("ferry Aurora ran")
    brush = Brush(desk.look, hits=Spans([Span(start, start + 5, "")]), hit=(start, start + 5))
    row = galley.rows(200, gaps=False)[1]
    assert [(t, tone) for t, tone, _ in paint(galley, row, brush) if "found" in tone] == [
        ("ferry", "text+found")
    ]
    brush = Brush(desk.look, selection=(start + 2, start + 12))
    picked = "".join(t for t, tone, _ in paint(galley, row, brush) if "selected" in tone)
    assert picked == "rry Aurora"


def test_a_gap_is_an_empty_row_and_the_row_of_a_position_is_found() -> None:
    desk = make_desk()
    galley = galley_of(desk, 0)
    rows = galley.rows(40, gaps=True)
    assert any(row.start == row.end for row in rows)
    for offset in range(0, len(galley.article.text), 7):
        position = galley.position(offset)
        row = rows[rows.at(position)]
        assert row.start <= position
    assert Rows().at(3) == 0
