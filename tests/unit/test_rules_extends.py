"""Rules and vocabularies that build on others: what is left of them, and where a mistake is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.rules import check_rules, load_rules, run_examples
from tests.unit.rules_world import write

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.rules import Rule, RuleSet

BASE = """\
version: 1
pack: sea
defaults: {weight: 0.9}
vocabularies:
  boats: {terms: [boat, trawler], forms: [plural]}
  sink: [sank, went down]
rules:
  - id: boats.lost
    title: Boats that were lost
    kind: event
    colour: red
    patterns: ['{boats:what} {sink}', 'lost at sea']
    exclude: ['toy {boats}']
    tags: [sea]
    slots: {what: {type: text}}
    examples:
      match: [The boat sank., They were lost at sea.]
      no_match: [A toy boat sank.]
"""


def together(folder: Path, *own: str) -> RuleSet:
    """The pack above with files of one's own beside it."""
    paths = [write(folder, BASE, "sea.yaml")]
    paths += [write(folder, f"version: 1\n{text}", f"own{n}.yaml") for n, text in enumerate(own)]
    return load_rules(paths)


def good(folder: Path, *own: str) -> dict[str, Rule]:
    found = together(folder, *own)
    assert [str(problem) for problem in found.problems] == []
    assert [result for result in run_examples(found) if not result.ok] == []
    return {rule.id: rule for rule in found.rules}


def said(folder: Path, *own: str) -> list[tuple[str, int | None, int | None, str]]:
    problems = together(folder, *own).problems
    return [(one.path.rsplit("/", 1)[1], one.line, one.col, str(one)) for one in problems]


# --- rules -----------------------------------------------------------------------------------


def test_a_rule_without_an_id_changes_the_other_one(tmp_path: Path) -> None:
    own = """\
rules:
  - extends: boats.lost
    weight: 0.2
    patterns+: ['{boats:what} (capsized|keeled over)']
    patterns-: ['lost at   sea']
    tags+: [ours]
    examples+: {match: [The trawlers capsized.]}
    examples-: [They were lost at sea.]
"""
    rules = good(tmp_path, own)
    assert list(rules) == ["boats.lost"]
    rule = rules["boats.lost"]
    assert [one.text for one in rule.patterns] == [
        "{boats:what} {sink}",
        "{boats:what} (capsized|keeled over)",
    ]
    assert [one.text for one in rule.exclude] == ["toy {boats}"]
    assert rule.tags == ("sea", "ours")
    assert (rule.info.weight, rule.info.colour, rule.info.pack) == (0.2, "red", "sea")
    assert [one.text for one in rule.examples] == [
        "The boat sank.",
        "The trawlers capsized.",
        "A toy boat sank.",
    ]
    assert rule.extends == "boats.lost"


def test_a_rule_with_an_id_is_a_second_one(tmp_path: Path) -> None:
    own = """\
pack: ours
defaults: {weight: 0.1, status: test}
rules:
  - id: boats.gone
    extends: boats.lost
    title: Boats that are gone
    patterns: ['{boats:what} (vanished|is missing)']
    exclude: []
    examples: {match: [The boat vanished.]}
"""
    rules = good(tmp_path, own)
    first, second = rules["boats.lost"], rules["boats.gone"]
    assert first.info.title == "Boats that were lost"
    assert len(first.patterns) == 2
    assert (second.info.title, second.info.kind, second.info.pack) == ("Boats that are gone", "event", "ours")
    assert (second.info.weight, second.info.status) == (0.9, "test")
    assert second.exclude == ()
    assert [slot.name for slot in second.slots] == ["what"]


def test_changes_of_several_files_stand_one_on_the_other(tmp_path: Path) -> None:
    first = "rules:\n  - extends: boats.lost\n    tags+: [one]\n    weight: 0.3\n"
    second = "rules:\n  - {id: boats.lost, extends: boats.lost, tags-: [one], tags+: [two], weight: 0.4}\n"
    third = "rules:\n  - {id: boats.more, extends: boats.lost, title: More, tags+: [three]}\n"
    rules = good(tmp_path, first, second, third)
    assert rules["boats.lost"].tags == ("sea", "two")
    assert rules["boats.lost"].info.weight == 0.4
    assert rules["boats.more"].tags == ("sea", "two", "three")


def test_a_parent_may_be_switched_off(tmp_path: Path) -> None:
    paths = [
        write(tmp_path, BASE, "sea.yaml"),
        write(tmp_path, "version: 1\nrules:\n  - {id: boats.gone, extends: boats.lost}\n", "own.yaml"),
    ]
    found = load_rules(paths, off=["boats.lost"])
    assert [rule.id for rule in found.rules] == ["boats.gone"]
    assert all(result.ok for result in run_examples(found))


def test_a_change_that_is_not_good_leaves_the_rule_as_it_was(tmp_path: Path) -> None:
    found = together(tmp_path, "rules:\n  - extends: boats.lost\n    patterns+: ['{bots} sank']\n")
    assert [one.text for one in found.rules[0].patterns] == ["{boats:what} {sink}", "lost at sea"]
    (problem,) = found.problems
    assert (problem.line, problem.col) == (4, 18)
    assert "did you mean 'boats'?" in problem.mend


@pytest.mark.parametrize(
    ("own", "what"),
    [
        ("- extends: §boats.lots", "did you mean 'boats.lost'?"),
        ("- {id: a.b, extends: §casualties.count}", "shipped pack conflict"),
        ("- {id: a.b, extends: a.c}\n  - {id: a.c, extends: §a.b}", "builds on itself"),
        ("- {extends: boats.lost, tags-: [§see]}", "'see' is none of its tags"),
        ("- {extends: boats.lost, patterns-: [§lost]}", "nothing to take away"),
        ("- {extends: boats.lost, examples-: [§The boat sank]}", "did you mean 'The boat sank.'?"),
        ("- {extends: boats.lost, slots-: [§who]}", "none of its slots"),
        ("- {extends: boats.lost, patterns+: §x}", "written as a list"),
        ("- {extends: boats.lost, examples+: §[x]}", "written as a table"),
        ("- {extends: boats.lost, §tags++: [x]}", "unknown key 'tags++'"),
        ("- §{extends: [boats.lost]}", "'id' is missing"),
        ("- {id: a.b, extends: §Boats}", "no rule is called 'Boats'"),
        ("- {id: a.b, title: T, kind: event, §patterns+: [x]}", "'patterns+' needs 'extends'"),
        ("- {id: §boats.lost, title: T, kind: event, patterns: [x]}", "stands twice"),
        ("- {extends: boats.lost, slots+: {what: {type: text}, §what: {type: text}}}", "stands twice"),
    ],
)
def test_mistakes_have_their_place(own: str, what: str, tmp_path: Path) -> None:
    check(tmp_path, f"rules:\n  {own}\n", what)


def check(folder: Path, marked: str, what: str) -> None:
    """The mistake that stands behind the mark is told with its place, in the file where it stands."""
    problems = said(folder, marked.replace("§", ""))
    before = marked[: marked.index("§")]
    place = ("own0.yaml", before.count("\n") + 2, len(before) - before.rfind("\n"))
    assert any(one[:3] == place and what in one[3] for one in problems), problems
    assert all(one[0] == "own0.yaml" for one in problems), problems


def test_a_mistake_in_what_is_inherited_is_shown_where_it_stands(tmp_path: Path) -> None:
    """New patterns without the slot that an inherited slot table names: the table is in the other file."""
    problems = said(tmp_path, "rules:\n  - {id: a.b, extends: boats.lost, patterns: [x]}\n")
    assert [one[:3] for one in problems] == [("sea.yaml", 15, 13)]
    assert "no pattern has the slot 'what'" in problems[0][3]
    excerpt = (
        together(tmp_path, "rules:\n  - {id: a.b, extends: boats.lost, patterns: [x]}\n").problems[0].excerpt
    )
    assert excerpt.startswith("    slots: {what: {type: text}}\n")


def test_a_rule_that_builds_on_a_bad_one_says_so_and_the_mistake_is_told_once(tmp_path: Path) -> None:
    text = "rules:\n  - {id: a.b, title: T, kind: evnt, patterns: [x]}\n  - {id: a.c, extends: a.b}\n"
    problems = said(tmp_path, text)
    assert len(problems) == 2
    assert "kind cannot be 'evnt'" in problems[0][3]
    assert problems[1][1:3] == (4, 24)
    assert "'a.b' was set aside" in problems[1][3]


def chain(length: int, *, first: bool) -> str:
    """Rules in a row, each of which extends the one before it; the one that stands alone first or last."""
    rows = ["  - {id: a.r0, title: T, kind: event, patterns: [x], examples: {match: [x]}}\n"]
    rows += [f"  - {{id: a.r{n}, extends: a.r{n - 1}}}\n" for n in range(1, length)]
    return "rules:\n" + "".join(rows if first else reversed(rows))


@pytest.mark.parametrize("first", [True, False])
def test_ten_in_a_row_are_enough(first: bool, tmp_path: Path) -> None:
    assert len(together(tmp_path, chain(10, first=first)).rules) == 11
    found = together(tmp_path, chain(14, first=first))
    assert len(found.rules) == 11
    assert {problem.what for problem in found.problems} == {"more than 10 rules build on each other"}
    assert len(together(tmp_path, chain(4_000, first=first)).rules) == 11


# --- vocabularies ----------------------------------------------------------------------------


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
