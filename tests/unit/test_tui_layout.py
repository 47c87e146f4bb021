"""What stands where on the screen: panes, header, tabs, table, card, matrix. No app is started."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Analysis, Article, Comparison, Group, Paragraph, Relation
from factcheck.report.build import rows
from factcheck.review.desk import Desk
from factcheck.review.filters import Filter
from factcheck.review.memory import MemoryLog
from factcheck.tui.layout.card import card, used
from factcheck.tui.layout.galley import Galley
from factcheck.tui.layout.header import header, pane_title, tabs
from factcheck.tui.layout.line import Line, length, plain, rule
from factcheck.tui.layout.lower import lower, room_for_rows, row_in_full
from factcheck.tui.layout.matrix import row_line, shape, titles
from factcheck.tui.layout.paint import GUTTER, Brush, paint
from factcheck.tui.layout.plan import plan
from factcheck.tui.layout.voices import columns, in_sight, table
from factcheck.tui.layout.window import window
from tests.desks import make_desk, matrix_rows
from tests.factories import empty, make_article, make_claim, split_lines, story
from tests.unit.report_world import INFO

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
    desk, shared = make_desk(), plan(90, 24, 4)
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
