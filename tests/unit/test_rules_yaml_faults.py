"""What an author who is no programmer writes, and the line that tells how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.rules import load_rules

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """version: 1
vocabularies:
  clubs: [Marlow City, Nordhavn]
rules:
  - id: a.b
    title: T
    kind: event
"""


@pytest.mark.parametrize(
    ("text", "what", "mend"),
    [
        ("    patterns:\n      - §{clubs} won\n", "is not in quotation marks", "single quotes"),
        ("    patterns: [§{clubs} won]\n", "between [ and ]", "each pattern in single quotes"),
        ("    patterns:\n      - '{clubs}'§s win'\n", "words follow", "write ''"),
        ("    patterns:\n      - §'{clubs} won\n    weight: 1\n", "is not closed", "close it with '"),
        ('    patterns: [x]\n    title: "The club"§ signs\n', "words follow", "in single quotes"),
        ('    patterns:\n      - regex: "Nordhavn \\§d+"\n', "this backslash", "where a backslash is"),
        ("    patterns: [x]\n    description: A fee§: the sum\n", "a second colon", "single quotes"),
        ("    patterns: [x]\n    weight:§0.5\n    status: test\n", "no blank stands after", "write a blank"),
        ("    patterns: [x]\n     §weight: 0.5\n", "this line begins in column 6", "begin it in column 5"),
        ("    patterns: [x]\n   §weight: 0.5\n", "this line begins in column 4", "begin it in column 5"),
        ("    patterns: [x]\n \u00a0§  weight: 0.5\n", "a no-break space", "plain blanks"),
        ("    patterns:\n      - x\n      §They won.\n    weight: 1\n", "is no 'key: value'", "'- '"),
        ("    patterns: §x\n", "written as a list", "write [x]"),
        ("    patterns: §[\n", "is not closed in its line", "close it with ]"),
        ("    patterns: [x]\n    slots: §{who: {type: text}\n", "is not closed", "close it with }"),
        ("    patterns: [x]\n    examples: {match: [x, §won.]}\n", "counts as one of its", "single quotes"),
        ("    patterns: [x]\n    examples:\n      match:\n        - §Nordhavn said: x.\n", "taken for a key",
         "whole sentence in single quotes"),
        ("    patterns: ['{clubs:who} x']\n    examples:\n      match:\n        - text: Nordhavn x\n"
         "          slots: {who: 1,§000}\n", "'000' has no value", "single quotes"),
    ],
)  # fmt: skip
def test_the_error_says_what_to_write_instead(text: str, what: str, mend: str, tmp_path: Path) -> None:
    whole = HEAD + text
    before = whole[: whole.index("§")]
    path = tmp_path / "own.yaml"
    path.write_text(whole.replace("§", ""), "utf-8")
    problem = load_rules([path]).problems[0]
    assert what in problem.what, problem
    assert mend in problem.mend, problem
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert problem.line == place[0], problem
    assert problem.col is not None
    assert abs(problem.col - place[1]) <= 1, problem


def test_a_thousand_parted_by_a_comma_is_not_taken_for_two_terms(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("version: 1\nvocabularies:\n  sums: [£1,000, 2]\n  plain: [2001-01-01, 010]\n", "utf-8")
    (problem,) = load_rules([path]).problems
    assert (problem.line, problem.what) == (3, "'000' counts as one of its own")


def test_what_follows_from_an_error_is_not_told_as_another(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "version: 1\nvocabularies:\n  sums: {file: gone.txt}\n  used: [won]\nrules:\n"
        "  - {id: a.b, title: T, kind: evnt, patterns: ['{used}']}\n"
        "  - {id: a.c, title: T, kind: event, patterns: ['{sums} won']}\n"
    )
    ruleset = load_rules([path])
    assert [problem.what for problem in ruleset.problems] == [
        "the list 'gone.txt' is not there",
        "kind cannot be 'evnt'",
        "the vocabulary 'sums' was set aside",
    ]
    assert ruleset.advice == ()


def test_an_error_behind_the_last_rule_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("version: 1\nrules:\n  - {id: a.b, title: T, kind: event, patterns: [won]}\n[\n")
    assert [(each.line, each.what) for each in load_rules([path]).problems] == [
        (4, "this [ is not closed in its line")
    ]
