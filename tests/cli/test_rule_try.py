"""Trying a rule as its author does: explain, try, and the caret below what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli.carets import WIDTH, underlined
from tests.cli.rule_desk import FIRST, rows
from tests.cli.shell import ok, run


@pytest.mark.usefixtures("desk")
def test_explain_reads_values_and_marks_the_words() -> None:
    said = ok("rules", "explain", "boats.lost", "Some 1,200 boats sank.", "--rules", "my-rules.yaml")
    lines = said.splitlines()
    at = lines.index("    Some 1,200 boats sank.")
    assert lines[at + 1] == "    " + "^" * len("Some 1,200 boats sank")
    assert "      how_many = '1,200'" in lines
    assert any("value 'Some 1,200' is quantity about" in line and "boat" in line for line in lines)


@pytest.mark.usefixtures("desk")
def test_explain_takes_standard_input_and_prints_the_expression() -> None:
    result = run(
        "rules", "explain", "harbour.whale", "-", "--rules", "pack.yaml", "--regex", stdin="No\nwhale.\n"
    )
    assert result.exit_code == 0
    assert "expression: (?i)" in result.stdout
    assert "sentence 1: No whale." in result.stdout
    assert "no match" in result.stdout


@pytest.mark.usefixtures("desk")
def test_explain_names_the_nearest_rule_and_what_is_wrong_with_the_file() -> None:
    result = run("rules", "explain", "boats.list", "x", "--rules", "my-rules.yaml")
    assert result.exit_code == 2
    assert "did you mean 'boats.lost'?" in result.stderr
    Path("broken.yaml").write_text(FIRST.replace("{lost:harm}", "{lsot:harm}"), encoding="utf-8")
    result = run("rules", "explain", "boats.lost", "x", "--rules", "broken.yaml")
    assert result.exit_code == 2
    assert "no vocabulary is called 'lsot'" in result.stderr


@pytest.mark.parametrize("text", ["", " \n ", "boats " * 5_000])
@pytest.mark.usefixtures("desk")
def test_explain_refuses_what_is_no_sentence(text: str) -> None:
    result = run("rules", "explain", "boats.lost", text, "--rules", "my-rules.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: TEXT: ")


@pytest.mark.usefixtures("desk")
def test_nothing_hostile_reaches_the_terminal() -> None:
    said = ok("rules", "explain", "boats.lost", "Two boats \x1b[31msank\x9b.", "--rules", "my-rules.yaml")
    assert "\x1b" not in said
    assert "\x9b" not in said
    Path("bad.txt").write_text("Two boats \x1b]0;x\x07 sank in the bay.\n", encoding="utf-8")
    said = run("rules", "try", "{boats} <0-3> sank", "bad.txt", "--rules", "my-rules.yaml").output
    assert "boats" in said
    assert "\x1b" not in said
    assert "\x07" not in said


@pytest.mark.usefixtures("desk")
def test_try_counts_all_and_prints_the_first() -> None:
    said = ok("rules", "try", "{lost}", "harbour.txt", "--rules", "my-rules.yaml", "--most", "1")
    assert said.count("^^^") == 1
    assert "... and 2 hits more; --most 3 prints them all" in said
    assert "3 hits in 3 sentences of 1 article" in said


@pytest.mark.usefixtures("desk")
def test_try_takes_regular_expressions_and_capitals() -> None:
    found = ("harbour.txt", "--rules", "my-rules.yaml")
    assert "who = 'Anna Berg'" in ok("rules", "try", "--regex", r"(?P<who>Anna \w+)", *found)
    assert ok("rules", "try", "anna", *found).count("^") == 4
    assert "0 hits" in ok("rules", "try", "anna", *found, "--case", "exact")


@pytest.mark.parametrize(
    ("words", "what", "caret"),
    [
        (("{boats} <3-1> sank",), "cannot be used", 8),
        (("(sank|",), "empty", 0),
        (("--regex", r"(\w+ )*"), "repeat", None),
        (("--regex", "a?"), "empty string", 0),
        (("",), "empty", 0),
    ],
)
@pytest.mark.usefixtures("desk")
def test_try_shows_mistakes_with_a_caret(words: tuple[str, ...], what: str, caret: int | None) -> None:
    result = run("rules", "try", *words, "harbour.txt", "--rules", "my-rules.yaml")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert what in result.stderr.splitlines()[0]
    line = next(line for line in result.stderr.splitlines() if line.strip() == "^")
    if caret is not None:
        assert line.index("^") == 4 + caret
    assert "mend:" in result.stderr


@pytest.mark.usefixtures("desk")
def test_try_says_that_a_pattern_is_tried_everywhere() -> None:
    result = run("rules", "try", "{rest}", "harbour.txt", "--rules", "my-rules.yaml")
    assert result.exit_code == 0
    assert "no fixed word" in result.stderr


def test_try_reads_sessions_and_files_together(desk: Path, session: Path) -> None:
    result = run("rules", "try", "aground", session, desk / "harbour.txt", "--rules", desk / "pack.yaml")
    assert result.exit_code == 0, result.output
    assert "of 3 articles" in result.stdout
    assert "A1" in result.stdout
    assert "B1" in result.stdout
    assert "A is " in result.stdout
    assert "B is " in result.stdout
    assert "C is " not in result.stdout


@pytest.mark.usefixtures("desk")
def test_try_reads_what_can_be_read() -> None:
    result = run("rules", "try", "sank", "harbour.txt", "nowhere.txt", "--rules", "my-rules.yaml")
    assert result.exit_code == 2
    assert "1 hit " in result.stdout
    assert "nowhere.txt" in result.stderr


@pytest.mark.parametrize(("start", "end"), [(0, 5), (150, 160), (290, 300), (20, 280)])
def test_carets_stand_below_the_words_in_long_lines(start: int, end: int) -> None:
    text = "".join(chr(0x100 + i) for i in range(300))
    line, carets = underlined(text, start, end)
    assert len(line) <= WIDTH + 2
    at, length = carets.index("^"), carets.count("^")
    assert line[at : at + length] == text[start : start + length]
    assert length == min(end - start, WIDTH)


UKRAINIAN = "Знайшли двадцять сім човнів.\n\nПоліція повідомила, що зникли 5 осіб.\n"


def test_try_and_stats_read_the_language_of_an_article(desk: Path) -> None:
    path = desk / "story.txt"
    path.write_text(UKRAINIAN, encoding="utf-8")
    assert "0 hits" in ok("rules", "try", "{number} човнів", path, "--rules", "ukrainian")
    said = ok("rules", "try", "{number:n} човнів", path, "--rules", "ukrainian", "--lang", "uk")
    assert "n = 'двадцять сім'" in said
    assert sum(int(str(row["hits"])) for row in rows(path, "--rules", "ukrainian").values()) == 0
    found = rows(path, "--rules", "ukrainian", "--lang", "uk")
    assert sum(int(str(row["hits"])) for row in found.values()) > 0


def test_try_knows_the_language_that_a_page_names(desk: Path) -> None:
    page = f"<html lang='uk'><head><title>Човни</title></head><body><article><p>{UKRAINIAN * 3}</p></article>"
    (desk / "story.html").write_text(page, encoding="utf-8")
    found = ok("rules", "try", "{number:n} човнів", desk / "story.html", "--rules", "ukrainian")
    assert "n = 'двадцять сім'" in found
