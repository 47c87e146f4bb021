"""Lists that change another list or build on it: for all rules, or under a name of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.rules import check_rules, run_examples
from tests.unit.extends_world import check, good, together
from tests.unit.rules_world import write

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.rules import RuleSet


def terms(found: RuleSet, name: str) -> tuple[str, ...]:
    assert [str(problem) for problem in found.problems] == []
    return next(one.terms for one in found.vocabularies if one.name == name)


def test_a_list_is_changed_for_all_rules_that_use_it(tmp_path: Path) -> None:
    own = "vocabularies:\n  boats: {extends: boats, terms+: [dinghy], terms-: [trawler], forms: [plural]}\n"
    found = together(tmp_path, own)
    assert terms(found, "boats") == ("boat", "boats", "dinghy", "dinghies")
    assert "dinghies" in found.rules[0].patterns[0].regex or "ies" in found.rules[0].patterns[0].regex
    assert [result.ok for result in run_examples(found)] == [True, True, True]


def test_the_rules_of_a_file_mean_its_own_list_where_two_have_one_name(tmp_path: Path) -> None:
    own = """\
vocabularies:
  boats: [canoe]
rules:
  - {id: own.lost, title: Lost, kind: event, patterns: ['{boats} {sink}'],
     examples: {match: [The canoe sank.], no_match: [The trawler sank.]}}
  - {id: own.heir, extends: boats.lost, patterns+: ['{boats} capsized'],
     examples: {match: [The trawler sank., The canoe capsized.], no_match: [The trawler capsized.]}}
"""
    rules = good(tmp_path, own)
    assert set(rules) == {"boats.lost", "own.lost", "own.heir"}
    (warning,) = together(tmp_path, own).advice
    assert warning.line == 3
    assert "the vocabulary 'boats' is another one in" in warning.what
    assert "the rules of this file mean the list of this file" in warning.why


def test_a_class_of_the_comparison_has_one_owner(tmp_path: Path) -> None:
    own = "vocabularies:\n  §boats: {terms: [ship], role: predicate}\n"
    check(tmp_path, own, "patterns and the comparison would not know which is meant")


def test_a_list_that_builds_on_another_leaves_that_one_alone(tmp_path: Path) -> None:
    found = together(tmp_path, "vocabularies:\n  craft: {extends: boats, terms+: [raft]}\n")
    assert terms(found, "craft") == ("boat", "boats", "trawler", "trawlers", "raft", "rafts")
    assert terms(found, "boats") == ("boat", "boats", "trawler", "trawlers")


@pytest.mark.parametrize(
    ("own", "held"),
    [
        ("{extends: boats, terms: [raft]}", ("raft", "rafts")),
        ("{extends: boats, terms-: [trawler]}", ("boat", "boats")),
        (
            "{extends: boats, forms: [s, ing]}",
            ("boat", "boats", "boating", "trawler", "trawlers", "trawlering"),
        ),
        ("{extends: boats, forms: []}", ("boat", "trawler")),
    ],
)
def test_a_list_that_builds_on_another_keeps_its_forms_unless_it_names_others(
    own: str, held: tuple[str, ...], tmp_path: Path
) -> None:
    assert terms(together(tmp_path, f"vocabularies:\n  craft: {own}\n"), "craft") == held


def test_a_form_that_was_taken_away_stays_away_in_what_builds_on_the_list(tmp_path: Path) -> None:
    own = "vocabularies:\n  one: {extends: boats, terms-: [boats]}\n  two: {extends: one, terms+: [raft]}\n"
    assert terms(together(tmp_path, own), "two") == ("boat", "trawler", "trawlers", "raft", "rafts")


def test_a_joined_list_keeps_its_own_forms_when_others_are_named(tmp_path: Path) -> None:
    own = (
        "vocabularies:\n  craft: {union: [boats], terms: [raft]}\n  more: {extends: craft, forms: [plural]}\n"
    )
    assert terms(together(tmp_path, own), "more") == (
        "raft",
        "rafts",
        "boat",
        "boats",
        "trawler",
        "trawlers",
    )


def test_a_union_gathers_lists(tmp_path: Path) -> None:
    own = """\
vocabularies:
  craft: {union: [boats, planes], terms: [raft]}
  planes: {terms: [plane], case: exact}
  all_craft: {union: [craft]}
"""
    found = together(tmp_path, own)
    assert terms(found, "all_craft") == ("raft", "boat", "boats", "trawler", "trawlers", "plane")
    advice = [problem.what for problem in found.advice]
    assert advice == ["no pattern uses the vocabulary 'all_craft'"]


def test_a_class_of_the_comparison_is_changed_too(tmp_path: Path) -> None:
    words = "vocabularies:\n  die: {terms: [die], forms: [past], role: predicate}\n"
    found = together(
        tmp_path, words, "vocabularies:\n  die: {extends: die, terms+: [perish], forms: [past]}\n"
    )
    assert [(one.name, one.terms) for one in found.lexicon] == [
        ("die", ("die", "died", "perish", "perished"))
    ]


@pytest.mark.parametrize(
    ("own", "what"),
    [
        ("boots: {extends: §bots}", "no vocabulary is called 'bots'"),
        ("boats: {§terms+: [x]}", "'terms+' needs 'extends'"),
        ("x: {extends: y}\n  y: {extends: §x}", "'x' builds on itself"),
        ("x: {union: [y]}\n  y: {union: [§x]}", "'x' builds on itself"),
        ("x: {terms: [a], union: [§x]}", "builds on itself"),
        ("boats: {extends: boats, union: [§boats]}", "builds on itself"),
        ("boats: {extends: boats, terms-: [§boot]}", "did you mean 'boat'?"),
        ("§boats: {extends: boats, terms-: [boat, boats, trawler, trawlers]}", "nothing is left"),
        ("§x: {extends: sink, role: alias}", "an alias needs 'name' and 'kind'"),
        ("people_hurt: {extends: §people_hurt, terms+: [x]}", "no vocabulary is called"),
        ("capture: {extends: §capture, terms+: [x]}", "name that pack too"),
        ("x: {extends: sink, terms+: [§'-']}", "holds no letter"),
    ],
)
def test_mistakes_in_lists_have_their_place(own: str, what: str, tmp_path: Path) -> None:
    check(tmp_path, f"vocabularies:\n  {own}\n", what)


def test_lists_that_multiply_are_stopped(tmp_path: Path) -> None:
    """Each list joins the one before it many times over: without a bound they would fill the memory."""
    many = ", ".join(f"w{n}" for n in range(9_000))
    rows = "".join(f"  v{n}: {{union: [v0], terms: [x{n}]}}\n" for n in range(1, 2_000))
    found = together(tmp_path, f"vocabularies:\n  v0: [{many}]\n{rows}")
    assert sum(len(one.terms) for one in found.vocabularies) < 320_000
    assert any("more than 300,000 terms" in problem.what for problem in found.problems)
    assert len(found.problems) <= 101


def test_the_page_of_a_checked_file_needs_its_pack(tmp_path: Path) -> None:
    path = write(tmp_path, "version: 1\nrules:\n  - {extends: boats.lost, weight: 0.1}\n", "own.yaml")
    (problem,) = check_rules([path])
    assert "name its file too" in problem.mend
