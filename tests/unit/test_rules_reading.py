"""Rule files as they are read: what is text, what is refused, and where every error is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.rules import check_rules, load_rules
from factcheck.rules.phrases.builtin import NAMES
from factcheck.rules.reading.schema import HOLDS
from tests.unit.rules_world import WORDS, load, rule, write

if TYPE_CHECKING:
    from pathlib import Path


def test_every_scalar_is_text(tmp_path: Path) -> None:
    words = "version: 1\nvocabularies:\n  odd: [no, on, yes, 12:30, 0x1F, 1e3, null, 2001-01-01, 010]\n"
    ruleset = load(tmp_path, rule("{odd:word} boats", words=words))
    assert ruleset.problems == ()
    assert ruleset.vocabularies[0].terms == (
        "no", "on", "yes", "12:30", "0x1F", "1e3", "null", "2001-01-01", "010",
    )  # fmt: skip


def test_aliases_of_yaml_are_read(tmp_path: Path) -> None:
    ruleset = load(tmp_path, rule("x").replace("- 'x'", "- &p 'the boats'\n      - *p"))
    assert ruleset.problems == ()
    assert [pattern.text for pattern in ruleset.rules[0].patterns] == ["the boats", "the boats"]


BROKEN = {
    "unknown key": (rule("x", more="    scop: body\n"), 11, 5, "unknown key 'scop'", "did you mean 'scope'?"),
    "unknown key of the file": (f"{WORDS}rulez: []\n", 5, 1, "unknown key 'rulez'", "did you mean 'rules'?"),
    "unsupported key": (
        rule("x", more="    related: a.c\n"), 11, 5, "'related' is not supported", "supported",
    ),
    "switch": (rule("x", more="    enabled: no\n"), 11, 5, "'enabled' is not supported", "session.yaml"),
    "doubled key": (rule("x", more="    title: U\n"), 11, 5, "stands twice", "line 7"),
    "weight": (rule("x", more="    weight: yes\n"), 11, 13, "weight cannot be 'yes'", "0 to 1"),
    "weight above": (rule("x", more="    weight: 1.5\n"), 11, 13, "weight cannot be '1.5'", "0 to 1"),
    "weight nan": (rule("x", more="    weight: nan\n"), 11, 13, "weight cannot be 'nan'", "0 to 1"),
    "colour": (
        rule("x", more="    colour: redd\n"), 11, 13, "colour cannot be 'redd'", "did you mean 'red'?",
    ),
    "scope": (
        rule("x", more="    scope: chapter\n"), 11, 12, "scope cannot be 'chapter'", "sentence, paragraph",
    ),
    "slot type": (
        rule("{number:n} x", more="    slots: {n: {type: int}}\n"), 11, 23, "type cannot be", "quantity",
    ),
    "slot of another type": (
        rule("{date:n} x", more="    slots: {n: {type: quantity}}\n"), 11, 23, "cannot be of type quantity",
        "write date or duration or text",
    ),
    "slot of no pattern": (
        rule("{number:n} x", more="    slots: {m: {type: text}}\n"), 11, 13, "slot 'm'", "one of",
    ),
    "id": (rule("x", name="Boats"), 6, 9, "is no id of a rule", "family.name"),
    "kind": (rule("x").replace("event", "evnt"), 8, 11, "kind cannot be 'evnt'", "did you mean 'event'?"),
    "missing title": (rule("x").replace("    title: T\n", ""), 6, 5, "'title' is missing", "add 'title:'"),
    "vocabulary": (rule("a {boots:x}"), 10, 12, "no vocabulary is called 'boots'", "did you mean 'boats'?"),
    "vocabulary after quote": (rule("it's {boots}"), 10, 16, "no vocabulary is called 'boots'", "boats"),
    "slot name": (rule("{boats:A}"), 10, 10, "is no name of a slot", "small letters"),
    "open brace": (rule("a {boats"), 10, 12, "'{' is not closed", "plain {"),
    "stray bracket": (rule("a) b"), 10, 11, "')' closes nothing", "plain )"),
    "bar": (rule("a|b"), 10, 11, "'|' stands outside", "round brackets"),
    "gap": (rule("a <x> b"), 10, 12, "a gap is written <0-4>", "plain <"),
    "gap too large": (rule("a <0-99> b"), 10, 12, "cannot be used", "at most 20"),
    "gap at the edge": (rule("a <0-3>"), 10, 12, "between two words", "{rest}"),
    "empty match": (rule("[a] [b]"), 10, 10, "matches the empty string", "take the [ ]"),
    "regex escape in a phrase": (rule(r"\d boats"), 10, 10, "no sign of the phrase language", "regex"),
    "unquoted phrase": (
        rule("x").replace("'x'", "{boats} x"), 10, 9, "not in quotation marks", "quote the pattern",
    ),
    "unquoted option": (
        rule("x").replace("'x'", "[a] {boats}"), 10, 9, "not in quotation", "quote the pattern",
    ),
    "unquoted name": (
        rule("x").replace("'x'", "{boats}"), 10, 9, "not in quotation marks", "quote the pattern",
    ),
    "tab": (rule("x", more="\tweight: 1\n"), 11, 1, "a tab stands before", "not with tabs"),
    "tag": (rule("x", more="    weight: !!float 1\n"), 11, 13, "the tag", "delete the tag"),
    "regex nested": (
        rule("x").replace("'x'", "{regex: '(a+)+b'}"), 10, 19, "a repeat stands inside", "{0,8}",
    ),
    "regex copies": (
        rule("x").replace("'x'", "{regex: '((a{50}){50}){50}'}"), 10, 18, "125,000 copies", "10,000",
    ),
    "regex bracket": (rule("x").replace("'x'", "{regex: 'a(b|c'}"), 10, 19, "'(' is not closed", "\\("),
    "regex empty": (rule("x").replace("'x'", "{regex: 'x*'}"), 10, 18, "matches the empty string", "+"),
    "regex edges only": (rule("x").replace("'x'", r"{regex: '\b'}"), 10, 18, "matches the empty", "+"),
    "regex vocabulary": (
        rule("x").replace("'x'", "{regex: 'a {boats}'}"), 10, 20, "this is no count", "phrases",
    ),
    "regex class": (rule("x").replace("'x'", r"{regex: 'a\p{Zorg}'}"), 10, 27, "cannot be read", "mend it"),
    "example slot": (
        rule("{number:n} x").replace("[x]", "[{text: 3 x, slots: {m: 3}}]"), 11, 44, "slot 'm'", "one of: n",
    ),
    "example key": (
        rule("x").replace("{match: [x]}", "{mach: [x]}"), 11, 16, "unknown key 'mach'", "'match'",
    ),
    "example count": (
        rule("x").replace("[x]", "[{text: x, count: two}]"), 11, 41, "count cannot be", "whole",
    ),
    "example no_match": (
        rule("x").replace("match: [x]", "no_match: [{text: y, count: 1}]"), 11, 27, "only a text", "delete",
    ),
    "version": (rule("x").replace("version: 1", "version: 2"), 1, 10, "version cannot be '2'", "1"),
    "built-in name": (WORDS.replace("boats:", "number:"), 3, 3, "is a built-in name", "another name"),
    "empty vocabulary": (
        WORDS.replace("[sank, was lost, were lost, capsized]", "[]"), 4, 3, "no terms", "terms:",
    ),
    "sign as a term": (WORDS.replace("sank", "'--'"), 4, 10, "holds no letter", "delete"),
    "form": (
        WORDS.replace("[sank,", "{terms: [a], forms: [pastt]}\n  x: [a,"), 4, 30, "a form cannot", "'past'",
    ),
    "alias": (
        WORDS.replace("[sank,", "{terms: [x], role: alias}\n  x: [a,"), 4, 22, "an alias needs", "'name:'",
    ),
    "kind without alias": (
        WORDS.replace("[sank,", "{terms: [x], kind: place}\n  x: [a,"), 4, 22, "belongs to an alias", "role",
    ),
    "list outside": (
        WORDS.replace("[sank,", "{file: ../x.txt}\n  x: [a,"), 4, 16, "outside the folder", "lists/",
    ),
    "list missing": (WORDS.replace("[sank,", "{file: x.txt}\n  x: [a,"), 4, 16, "is not there", "beside"),
    "default": (
        f"{WORDS}defaults: {{weight: 3}}\n{rule('x', words='')}", 5, 20, "weight cannot be '3'", "0.5",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_every_error_has_its_place_reason_and_mend(name: str, tmp_path: Path) -> None:
    text, line, col, what, said = BROKEN[name]
    problems = load(tmp_path, text).problems
    assert problems, "nothing was reported"
    problem = next((p for p in problems if what in p.what), None)
    assert problem is not None, [str(p) for p in problems]
    assert (problem.line, problem.col) == (line, col)
    assert said in str(problem)
    assert problem.why
    source, caret = problem.excerpt.split("\n")
    assert source == text.splitlines()[line - 1].replace("\t", " ")
    assert caret == " " * (col - 1) + "^"


def test_all_errors_of_all_files_in_one_run_and_the_good_rules_live(tmp_path: Path) -> None:
    one = rule("x", "{nope}", more="    colour: pink\n")
    two = rule("the boats", name="c.d") + rule("a|b", name="e.f", words="").removeprefix("rules:\n")
    paths = [write(tmp_path, one, "one.yaml"), write(tmp_path, two, "two.yaml"), tmp_path / "gone.yaml"]
    ruleset = load_rules(paths)
    assert [live.id for live in ruleset.rules] == ["c.d"]
    said = "\n".join(str(problem) for problem in ruleset.problems)
    for part in (
        "one.yaml:11:10",
        "one.yaml:12:13",
        "two.yaml:16:11",
        "gone.yaml: there is no such rule file",
    ):
        assert part in said


def test_broken_yaml_in_one_rule_costs_that_rule_only(tmp_path: Path) -> None:
    good = rule("the boats", name="c.d", words="").removeprefix("rules:\n")
    broken = rule("x").replace("title: T", "title: 'T")
    ruleset = load(tmp_path, broken + good + good.replace("c.d", "c.e"))
    assert [live.id for live in ruleset.rules] == ["c.d", "c.e"]
    assert [problem.line for problem in ruleset.problems] != []


def test_doubled_ids_and_clashing_vocabularies(tmp_path: Path) -> None:
    first = write(tmp_path, rule("the {boats}"), "one.yaml")
    same = write(tmp_path, rule("the {boats}", name="a.c"), "two.yaml")
    assert load_rules([first, same]).problems == ()
    other = write(tmp_path, rule("the {boats}").replace("[boat,", "[barge,"), "three.yaml")
    found = load_rules([first, other])
    (twice,) = found.problems
    assert "three.yaml:6:9: the id 'a.b' stands twice" in str(twice)
    assert any("three.yaml:3:3: the vocabulary 'boats' is another one" in str(one) for one in found.advice)


def test_vocabularies_are_shared_between_files(tmp_path: Path) -> None:
    words = write(tmp_path, WORDS, "words.yaml")
    rules = write(tmp_path, rule("the {boats}", words="version: 1\n"), "rules.yaml")
    assert load_rules([words, rules]).problems == ()
    assert len(load_rules([rules]).problems) == 1


def test_advice_leaves_the_rule_alive(tmp_path: Path) -> None:
    text = rule("{rest}").replace("    examples: {match: [x]}\n", "")
    path = write(tmp_path, text)
    ruleset = load_rules([path])
    assert len(ruleset.rules) == 1
    assert ruleset.problems == ()
    said = [problem.what for problem in check_rules([path])]
    assert said == [
        "the rule has no examples",
        "no pattern uses the vocabulary 'boats'",
        "no pattern uses the vocabulary 'lost'",
        "the pattern '{rest}' has no fixed word",
    ]


def test_files_that_are_no_rule_files(tmp_path: Path) -> None:
    cases = {
        "empty.yaml": (b"", "holds no rules"),
        "latin.yaml": ("version: 1 # \xe9".encode("latin-1"), "0xE9 is no UTF-8"),
        "nul.yaml": (b"version: 1\npack: a\0b\n", "U+0000 cannot stand in YAML"),
        "large.yaml": (b"version: 1\npack: " + b"x" * 5_000_000, "larger than 4 MB"),
        "list.yaml": (b"- a\n", "written as a table"),
        "two.yaml": (b"version: 1\n---\nversion: 1\n", "second YAML document"),
    }
    for name, (data, what) in cases.items():
        problems = load_rules([write(tmp_path, data, name)]).problems
        assert len(problems) == 1, name
        assert what in problems[0].what
    assert "no such rule file" in load_rules([tmp_path / "none" / "x.yaml"]).problems[0].what
    empty = tmp_path / "folder"
    empty.mkdir()
    assert "no rule files are in this folder" in load_rules([empty]).problems[0].what


def test_list_files_are_read_and_their_errors_placed(tmp_path: Path) -> None:
    write(tmp_path, "# ports\nPort Alder\n\n--\nport  of Holm\n", "lists/ports.txt")
    text = WORDS.replace("[sank,", "{file: lists/ports.txt}\n  x: [a,") + rule("in {lost:port}", words="")
    ruleset = load(tmp_path, text)
    assert [(p.path.endswith("lists/ports.txt"), p.line) for p in ruleset.problems] == [(True, 4)]
    ports = next(v for v in ruleset.vocabularies if v.name == "lost")
    assert ports.terms == ("Port Alder", "port of Holm")


def test_hash_is_of_the_bytes_and_not_of_the_paths(tmp_path: Path) -> None:
    write(tmp_path, "Port Alder\n", "lists/ports.txt")
    one = write(tmp_path, WORDS.replace("[sank,", "{file: lists/ports.txt}\n  x: [a,"), "one.yaml")
    two = write(tmp_path, rule("the {boats}", words="version: 1\n"), "two.yaml")
    before = load_rules([one, two]).sha256
    assert load_rules([two, tmp_path / "lists" / ".." / "one.yaml", one]).sha256 == before
    write(tmp_path, "Port Holm\n", "lists/ports.txt")
    assert load_rules([one, two]).sha256 != before


def test_switches_and_weights(tmp_path: Path) -> None:
    good = rule("a boat", name="c.d", words="").removeprefix("rules:\n")
    path = write(tmp_path, rule("the boats") + good)
    ruleset = load_rules([path], off=["a.*", "z.*"], weights={"c.d": 0.25, "c.e": 1})
    assert [live.id for live in ruleset.rules] == ["c.d"]
    assert [rule.id for rule in ruleset.switched_off] == ["a.b"]
    assert ruleset.rules[0].info.weight == 0.25
    assert [problem.what for problem in ruleset.problems] == [
        "off: no rule is called 'z.*'",
        "weight: no rule is called 'c.e'",
    ]


def test_defaults_hold_where_a_rule_says_nothing(tmp_path: Path) -> None:
    text = rule("x", more="    weight: 0.75\n").replace("    kind: event\n", "")
    ruleset = load(
        tmp_path, text.replace("rules:", "defaults: {kind: quote, weight: 0.25, colour: red}\nrules:")
    )
    assert ruleset.problems == ()
    info = ruleset.rules[0].info
    assert (info.kind, info.weight, info.colour) == ("quote", 0.75, "red")


def test_lexicon(tmp_path: Path) -> None:
    text = """\
version: 1
vocabularies:
  die: {terms: [die, drown], forms: [past], role: predicate}
  person_sea: {terms: [sailor], forms: [plural], role: unit, name: person-sea}
  authority: {terms: [PA, Port Authority], role: alias, name: Port Authority, kind: organisation}
  plain: [x]
rules: []
"""
    entries = load(tmp_path, text).lexicon
    assert [(e.role, e.name, e.terms, e.kind) for e in entries] == [
        ("predicate", "die", ("die", "died", "drown", "drowned"), None),
        ("unit", "person-sea", ("sailor", "sailors"), None),
        ("alias", "Port Authority", ("PA", "Port Authority"), "organisation"),
    ]


def test_every_built_in_can_fill_a_slot_of_some_type(tmp_path: Path) -> None:
    assert sorted(HOLDS) == sorted(NAMES)
    for name, types in HOLDS.items():
        for one in types:
            text = rule(f"boats {{{name}:n}}", more=f"    slots: {{n: {{type: {one}}}}}\n")
            assert load(tmp_path, text).problems == (), (name, one)
