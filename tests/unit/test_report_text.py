"""Markdown, CSV and the scan table: what they say, and that no text can break them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from factcheck.model import Mark, SessionInfo
from factcheck.report import scan_text, to_csv, to_markdown
from factcheck.report.csv_ import COLUMNS, guarded
from factcheck.report.markdown import escaped
from factcheck.report.table import WIDTH, columns
from factcheck.report.words import in_quotes
from tests.factories import split_lines, story
from tests.unit.report_world import INFO, event, report


def lines_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


# --- Markdown -------------------------------------------------------------------------------


def test_markdown_has_its_sections_and_never_a_number_alone() -> None:
    text = to_markdown(report(events=[event(1, story().claims[0].id, "supported")]))
    for heading in ("Summary", "Who says what", "Disputes", "Unsourced", "Articles", "How this was made"):
        assert f"\n## {heading}\n" in text
    assert r"injured (Kelm hospital) (4 articles, 2 origins)" in text
    assert "**conflicting, sources disagree** by r1" in text
    assert "evidence: B2b “62 injured”" in text
    assert "at https\\://example.org/log" in text


def test_markdown_calls_a_suggestion_a_suggestion() -> None:
    text = to_markdown(report(judged=[]))
    assert "not judged; suggested: conflicting, sources disagree" in text
    assert "nothing has been judged supported yet" in text
    assert "**conflicting" not in text


@pytest.mark.parametrize(
    "hostile",
    [
        "# heading",
        "- item",
        "+ item",
        "1. item",
        "a | b",
        "<script>alert(1)</script>",
        "[link](javascript:x)",
        "![img](x)",
        "`code`",
        "*bold* _it_ ~~gone~~",
        "\\",
        "a\n\n## new section",
        "> quote",
        "$x$",
        "=====",
    ],
)
def test_markdown_of_hostile_text_is_only_text(hostile: str) -> None:
    shown = escaped(hostile)
    assert "\n" not in shown
    bare = shown.replace("\\\\", "")
    for sign in "#`*_[]<>|~$!":
        assert bare.count(sign) == bare.count(f"\\{sign}")
    assert not shown.startswith(("-", "+", "=", "#", ">", "1."))


def test_markdown_links_nothing_of_the_text() -> None:
    assert escaped("see https://evil.example and www.evil.example") == (
        "see https\\://evil.example and www\\.evil.example"
    )


def test_notes_titles_and_names_cannot_break_the_document() -> None:
    mark = Mark(
        story().claims[0].id, "eve\n# boss", "supported", note="x\n\n# Owned\n| a | b |\x1b[31m", at="now"
    )
    info = SessionInfo("T\n\n# Owned <script>", "now")
    text = to_markdown(report(judged=[mark], info=info))
    assert "\n# Owned" not in text
    assert "\x1b" not in text
    assert [line for line in text.splitlines() if line.startswith("# ")] == ["# T \\# Owned \\<script\\>"]


# --- CSV ------------------------------------------------------------------------------------


def test_csv_has_a_line_for_each_claim_and_reviewer() -> None:
    found = lines_of(to_csv(report()))
    assert list(found[0]) == list(COLUMNS)
    assert len(found) == 13 + 1 + 1
    sailed = [line for line in found if line["fact_label"] == "When the Aurora sailed" and line["reviewer"]]
    assert [(line["reviewer"], line["state"]) for line in sailed] == [
        ("r1", "unresolved"),
        ("r2", "unresolved"),
    ]
    assert [line["orphan"] for line in found].count("yes") == 1
    toll = found[0]
    assert (toll["fact_articles"], toll["fact_origins"]) == ("4", "2")
    assert toll["evidence"] == "B2b; https://example.org/log"


def test_csv_offsets_are_half_open_and_the_quote_stands_beside_them() -> None:
    texts = {article.id: article.text for article in story().articles}
    for line in lines_of(to_csv(report())):
        if not line["orphan"]:
            quote = texts[line["article"]][int(line["start"]) : int(line["end"])]
            assert line["quote"] == guarded(quote)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "  =1", "＝1", "\n=1"])
def test_csv_cells_are_no_formulas(cell: str) -> None:
    assert guarded(cell).startswith("'")
    mark = Mark(story().claims[0].id, "r1", "supported", note=cell)
    line = next(line for line in lines_of(to_csv(report(judged=[mark]))) if line["reviewer"])
    assert line["note"] == f"'{cell}"


def test_csv_leaves_other_cells_alone() -> None:
    assert guarded('3,000 "killed"\nor') == '3,000 "killed"\nor'
    assert guarded("") == ""


# --- the table of scan ----------------------------------------------------------------------


def test_table_tells_fact_by_fact_within_its_width() -> None:
    text = scan_text(story(), "table", split=split_lines)
    assert text.startswith("4 articles, 13 claims, 6 facts\n")
    assert "! People hurt on the Aurora: 4 articles, 2 origins; conflicting, sources disagree" in text
    assert "copies B2a" in text
    assert max(map(columns, text.splitlines())) <= WIDTH


def test_table_shows_no_control_character_and_keeps_markup_as_text() -> None:
    analysis = story()
    article = replace(analysis.articles[0], title="\x1b[2J[/red] 船が座礁した" * 9)
    text = scan_text(
        replace(analysis, articles=(article, *analysis.articles[1:])), "table", split=split_lines
    )
    assert not [char for char in text if ord(char) < 32 and char != "\n"]
    assert "[/red]" in text
    assert max(map(columns, text.splitlines())) <= WIDTH


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="xml"):
        scan_text(story(), "xml", split=split_lines)


def test_words_with_their_own_quotation_marks_get_no_second_pair() -> None:
    assert in_quotes("plain") == "“plain”"
    assert in_quotes("“by the book,”") == "“by the book,”"
    assert in_quotes("“half") == "““half”"
    assert INFO.filter == "all"
