"""docs/rules.md is true: its files load without a remark, its examples pass, its table holds."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
import yaml

from factcheck.extract.score import Worth
from factcheck.rules import check_rules, load_rules, run_examples
from factcheck.rules.reading.schema import (
    COLOURS,
    KINDS,
    NORMALISED,
    REQUIREMENT,
    ROLES,
    RULE,
    SCOPES,
    SLOT,
    SLOT_TYPES,
    STATUSES,
    VOCABULARY,
)
from factcheck.values.normal import Normaliser
from tests.unit.rules_world import found, rule, write

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")
FILES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
PAIRS = re.findall(r"```yaml\n((?:(?!```).)*?)```\s+```yaml with the one before\n(.*?)```", PAGE, re.DOTALL)
ROWS = re.findall(
    r"^\| `(.+?)` \| (.+?) \| (.+?) \|$", PAGE.split("These pairs are tried")[1].split("##")[0], re.M
)


@pytest.mark.parametrize("text", FILES)
def test_files_of_the_page_are_good(text: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    assert [str(problem) for problem in check_rules([path])] == []
    ruleset = load_rules([path])
    results = run_examples(ruleset, (), Normaliser(ruleset.lexicon))
    assert len(results) >= 2
    assert [result for result in results if not result.ok] == []


@pytest.mark.parametrize("both", PAIRS)
def test_files_that_go_together_are_good(both: tuple[str, str], tmp_path: Path) -> None:
    paths = [write(tmp_path, text, f"{n}.yaml") for n, text in enumerate(both)]
    assert [str(problem) for problem in check_rules(paths)] == []
    results = run_examples(load_rules(paths))
    assert len(results) >= 7
    assert [result for result in results if not result.ok] == []
    assert check_rules(paths[1:]) != ()


@pytest.mark.parametrize(("pattern", "yes", "no"), ROWS)
def test_pairs_of_the_page_hold(pattern: str, yes: str, no: str, tmp_path: Path) -> None:
    pattern = pattern.replace("\\|", "|")  # Markdown wants the sign escaped in a table
    assert found(tmp_path, rule(pattern), yes) != []
    assert found(tmp_path, rule(pattern), no) == []


def test_the_page_holds_examples() -> None:
    assert len(FILES) >= 7
    assert len(PAIRS) == 1
    assert len(ROWS) >= 8


@pytest.mark.parametrize(
    "name",
    sorted(
        {
            *RULE,
            *REQUIREMENT,
            *VOCABULARY,
            *KINDS,
            *COLOURS,
            *STATUSES,
            *SCOPES,
            *SLOT_TYPES,
            *ROLES,
            *NORMALISED,
            *SLOT,
        }
    ),
)
def test_the_page_names_every_key_and_word(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_the_page_gives_the_shipped_values_of_the_score() -> None:
    (line,) = re.findall(r"^score: (\{.*\})$", PAGE, re.M)
    assert yaml.safe_load(line) == asdict(Worth())
