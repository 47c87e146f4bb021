"""What stands where on the screen: wrapping, galleys, painting, lines. No app is started."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Analysis, Article, Comparison, Group, Paragraph, Relation
from factcheck.report.build import rows
from factcheck.review.desk import Desk
from factcheck.review.filters import Filter
from factcheck.review.memory import MemoryLog
from factcheck.tui.layout.card import card, used
from factcheck.tui.layout.galley import Galley, Rows
from factcheck.tui.layout.header import header, pane_title, tabs
from factcheck.tui.layout.line import Line, cells, cut, fit, length, plain, rule
from factcheck.tui.layout.lower import lower, room_for_rows, row_in_full
from factcheck.tui.layout.matrix import row_line, shape, titles
from factcheck.tui.layout.paint import GUTTER, Brush, paint
from factcheck.tui.layout.plan import plan
from factcheck.tui.layout.spans import Span, Spans
from factcheck.tui.layout.voices import columns, in_sight, table
from factcheck.tui.layout.window import window
from factcheck.tui.layout.wrap import wrap, wrap_words
from factcheck.wording.words import safe
from tests.factories import empty, make_article, make_claim, matrix_rows, split_lines, story
from tests.unit.report_world import INFO

WORDS = st.text(alphabet=st.sampled_from("abc é中😀\u0301 \n"), max_size=80)


def make_desk(verdicts: int = 0) -> Desk:
    desk = Desk(story(), MemoryLog(), "r1", split=split_lines)
    for _ in range(verdicts):
        desk.judge("supported")
    return desk


def galley_of(desk: Desk, index: int) -> Galley:
    article = desk.articles[index]
    return Galley(article, desk.places.paragraphs(article.id), desk.facts.by_article[article.id])


# --- text in cells --------------------------------------------------------------------------


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


# --- galleys --------------------------------------------------------------------------------


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


# --- painting -------------------------------------------------------------------------------


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


# --- lines of the screen --------------------------------------------------------------------


@pytest.mark.parametrize(("width", "panes"), [(80, 1), (99, 1), (100, 2), (179, 2), (180, 3), (250, 3)])
def test_panes_by_width(width: int, panes: int) -> None:
    shared = plan(width, 40, articles=5)
    assert shared.panes == panes
    assert sum(shared.pane_widths) + panes - 1 == width


@pytest.mark.parametrize("height", range(16, 80))
def test_the_heights_add_up_and_leave_text_to_read(height: int) -> None:
    shared = plan(100, height, articles=5)
    used = shared.top + 1 + shared.pane_height + shared.table + shared.card + shared.answer + shared.hints
    assert used == height
    assert shared.pane_height >= 3
    alone, beside = (plan(80, height, articles=5, reading=reading).pane_height for reading in (True, False))
    assert alone > beside


def test_small_screens_and_single_articles() -> None:
    assert plan(59, 30, 3).too_small
    assert plan(80, 15, 3).too_small
    assert not plan(60, 16, 3).too_small
    assert plan(200, 50, 1).panes == 1


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    desk = make_desk(verdicts=2)
    views = desk.views(2)
    lines = [
        header(desk, "a session with a name that goes on and on", width),
        tabs(desk, views, width),
        pane_title(desk, views[0], "p1-p4", width // 2, focused=True),
        rule((("x" * 300, "title"),), width),
        *table(desk, width),
        *card(desk, width, 5),
    ]
    sizes = shape(width, len(desk.articles), 0)
    lines += [titles(desk, sizes, 0), *(row_line(row, sizes, 0) for row in matrix_rows(desk))]
    assert all(length(line) <= width for line in lines), [
        plain(line) for line in lines if length(line) > width
    ]


def test_the_header_counts_and_names_the_filter() -> None:
    desk = make_desk(verdicts=2)
    desk.show_only(Filter("not judged"))
    line = plain(header(desk, "ferry", 120))
    for part in (
        "fact 1/6",
        "[disputed first, not judged]",
        "judged 2",
        "unseen 11",
        "+2 !0 ?0",
        "shown 11, hidden 2",
    ):
        assert part in line
    assert "judged 2" in plain(header(desk, "ferry", 60))


def test_on_a_narrow_screen_names_of_articles_give_way_to_the_fact() -> None:
    desk = make_desk()
    assert desk.fact is not None
    line = plain(tabs(desk, desk.views(1), 80))
    assert f"{desk.fact.label}  4 articles  2 origins" in line
    assert line.startswith("A*")


def test_tabs_name_the_articles_mark_digests_and_count_origins() -> None:
    desk = make_desk()
    line = plain(tabs(desk, desk.views(2), 160))
    assert line.startswith("A* Harbour Courier  B Northern Wire  C Daily Lantern  D Roundup digest")
    assert line.endswith("People hurt on the Aurora  4 articles  2 origins")


def test_a_redacted_source_is_withheld() -> None:
    analysis = story()
    articles = (replace(analysis.articles[0], redact=True), *analysis.articles[1:])
    desk = Desk(replace(analysis, articles=articles), MemoryLog(), "r1", split=split_lines)
    assert "source withheld" in plain(tabs(desk, desk.views(2), 160))
    assert "Harbour" not in plain(pane_title(desk, desk.views(1)[0], "", 80, focused=False))
    assert "Harbour" not in desk.quote()


def test_the_table_lines_up_and_marks_evidence_and_verdicts() -> None:
    desk = make_desk(verdicts=1)
    rows = [plain(row) for row in table(desk, 120)]
    shape_ = columns(120, desk.voices)
    where = 3 + shape_.where + 1
    assert rows[0].startswith(" > B2")
    assert any(row[where : where + 4] == "[+] " for row in rows)
    assert [row[where : where + 4] for row in rows].count("   *") == 2
    assert {len(row) for row in rows} == {120}


def test_how_a_mention_stands_is_said_in_few_words_and_in_full_for_the_one_pointed_at() -> None:
    desk = make_desk()
    stands = {row.where + row.sign: row.stands for row in desk.voices}
    assert stands["B2b!"] == "22 more; other origin"
    assert stands["B2a="] == "same origin; the same figure"
    assert stands["A2>"] == "this claim"
    assert row_in_full(desk) == "B2b: At least 40 (Coastguard) against 62 (Kelm hospital)"
    desk.choose_next(1)
    assert desk.choose_next(-1) == "B2b: At least 40 (Coastguard) against 62 (Kelm hospital)"


def test_a_last_row_of_the_table_takes_an_empty_line_of_the_card() -> None:
    desk, shared = make_desk(), plan(80, 24, 4)
    desk.goto(next(c.id for c in desk.facts.claims.values() if c.text.startswith("Up to 100")))
    spare = shared.card - used(card(desk, shared.width, shared.card))
    assert spare == 1
    assert room_for_rows(desk, shared.voices, shared) == shared.voices
    assert room_for_rows(desk, shared.voices + 1, shared) == shared.voices + 1
    assert room_for_rows(desk, shared.voices + 3, shared) == shared.voices, "one more would help little"
    rows: list[Line] = [((f"row {number}", "text"),) for number in range(shared.table + 1)]
    above, below, _ = lower(desk, rows, "", shared)
    assert [*above, below[0]] == rows
    assert len(below) == shared.card
    assert plain(below[1]).startswith("── suggested")


def test_the_claims_own_row_stays_in_sight() -> None:
    lines = [((str(number), "text"),) for number in range(18)]
    shown, top = in_sight(lines, 15, 0, 6)
    assert [plain(line) for line in shown] == ["0", "11", "12", "13", "14", "15"]
    assert top == 10
    assert in_sight(lines[:4], 3, 2, 6) == (lines[:4], 0)


def test_silent_articles_share_one_row() -> None:
    desk = make_desk()
    desk.step_fact(1)
    assert [(row.sign, row.where) for row in desk.voices][-1] == (".", "C D")
    assert plain(table(desk, 120)[-1]).startswith(" . C D silent")


def test_the_card_says_verdict_kind_reason_counts_and_evidence() -> None:
    desk = make_desk()
    said = [plain(line) for line in card(desk, 120, 5)]
    assert said[1].startswith(" ! CONFLICTING, sources disagree: Coastguard 40")
    assert "agrees: 1 article, 1 origin   differs: 2 articles, 1 origin   evidence: B2b C3a" in said[2]
    assert "none (i writes one)" in said[3]


def test_a_long_reason_takes_the_line_of_an_empty_note() -> None:
    desk = make_desk()
    assert len([line for line in card(desk, 80, 4) if line]) == 4
    assert desk.claim is not None
    desk.keep_draft(desk.claim.id, "ask the port [/red]")
    said = [plain(line) for line in card(desk, 80, 4)]
    assert said[3] == "   note, not saved: ask the port [/red]"


def test_a_session_without_claims_still_has_all_its_lines() -> None:
    desk = Desk(empty(), MemoryLog(), "r1", split=split_lines)
    assert "No claim was found" in plain(card(desk, 80, 4)[1])
    assert "fact -/0" in plain(header(desk, "quiet", 80))
    assert table(desk, 80) == []
    assert matrix_rows(desk) == []


def test_the_window_moves_as_little_as_it_must() -> None:
    assert window(0, 3, 5, 20) == 0
    assert window(0, 7, 5, 20) == 3
    assert window(10, 4, 5, 20) == 4
    assert window(18, 19, 5, 20) == 15
    assert window(3, 0, 5, 2) == 0


# --- the matrix -----------------------------------------------------------------------------


def test_a_disputed_figure_is_split_by_origin_and_each_side_agrees_with_itself() -> None:
    rows = matrix_rows(make_desk())
    assert [row.label for row in rows[:3]] == [
        "People hurt on the Aurora",
        "per Coastguard",
        "per Kelm hospital",
    ]
    assert [cell.sign for cell in rows[1].cells] == ["=", "=", "=", "="]
    assert [cell.value for cell in rows[2].cells] == ["", "62 injured", "62 people", ""]
    assert (rows[0].articles, rows[0].origins, rows[0].kind) == (4, 2, "sources")


def test_a_quote_dispute_stays_in_one_row() -> None:
    row = next(row for row in matrix_rows(make_desk()) if row.label == "Roth on the voyage")
    assert [cell.sign for cell in row.cells] == ["!", "!", ".", "."]
    assert row.cells[0].value == "We did everything by the book"


def test_the_only_mention_of_an_origin_is_signed_as_the_report_signs_it() -> None:
    desk = make_desk()
    row = next(row for row in matrix_rows(desk) if row.label == "per Blue Line")
    assert [cell.sign for cell in row.cells] == ["=", ".", ".", "."], "it does not differ from its own side"
    (fact,) = (f for f in rows(desk.analysis, (), INFO, split=split_lines).facts if f.id == row.fact)
    (side,) = (side for side in fact.sides if side.origin == "Blue Line")
    assert [mention.relation for mention in side.mentions] == ["="]


def test_a_mention_that_was_not_compared_shows_its_words_and_no_name_in_place_of_agreement() -> None:
    """A name alone says that the mention tells what the others tell."""
    words = "A rescuer was seen carrying a child"
    texts = ("A girl was pulled out alive, the agency said.", "A girl got out alive, the agency said.")
    articles = [
        make_article(f"a{n}", text, f"Paper {n}") for n, text in enumerate((*texts, f"{words}, Ott said."), 1)
    ]
    said = [make_claim(a, a.text.partition(",")[0], by="the agency", origin="Agency") for a in articles[:2]]
    ott = make_claim(articles[2], words, by="Ott")
    group = Group("g1", "The girl", tuple(c.id for c in (*said, ott)), 3, 3, ("Agency", "Ott"))
    agree = Relation(said[0].id, said[1].id, "agrees", "polarity", "both tell it", 0.9)
    found = Analysis(tuple(articles), (*said, ott), Comparison((group,), (agree,)))
    desk = Desk(found, MemoryLog(), "r1", split=split_lines)
    (row,) = matrix_rows(desk)
    assert [(cell.sign, cell.value) for cell in row.cells] == [
        ("=", "per Agency"),
        ("=", "per Agency"),
        (" ", words),
    ]


def test_a_fact_shows_the_verdict_once_all_its_mentions_have_it() -> None:
    desk = make_desk()
    for _ in range(6):
        desk.judge("supported")
    row = matrix_rows(desk)[0]
    assert (row.sign, row.judged) == ("+", True)


def test_many_articles_scroll_sideways_with_the_column_in_hand() -> None:
    sizes = shape(80, 12, 11)
    assert sizes.shown < 12
    assert sizes.first + sizes.shown == 12
    assert shape(80, 12, 0).first == 0


def test_paragraph_kinds_are_kept_apart() -> None:
    article = Article("a1", "p", "t", "s", "Head\nBody\n", "", "")
    galley = Galley(article, (Paragraph(0, 5, 1, "heading"), Paragraph(5, 10, 2)), ())
    desk = make_desk()
    tones = [paint(galley, row, Brush(desk.look))[1][1] for row in galley.rows(20, gaps=False)]
    assert tones == ["heading", "text"]
    assert len(paint(galley, galley.rows(20, gaps=False)[0], Brush(desk.look))[0][0]) == GUTTER
