"""Rules and vocabularies that build on others: what is left of them, and where a mistake is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.rules import load_rules, run_examples
from tests.unit.extends_world import BASE, check, good, said, together
from tests.unit.rules_world import write

if TYPE_CHECKING:
    from pathlib import Path


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
