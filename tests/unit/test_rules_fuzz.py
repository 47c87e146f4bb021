"""Broken rule files: a placed error or a clean load, never a traceback, in bounded time."""

from __future__ import annotations

import random
from time import process_time
from typing import TYPE_CHECKING

import pytest

from factcheck.resources import shipped
from factcheck.rules import check_rules, load_rules, run_examples
from tests.unit.rule_mutations import excerpts, mutated
from tests.unit.rules_world import WORDS, rule, write

if TYPE_CHECKING:
    from pathlib import Path

BASE = rule(
    "[{approx}] {number:n} <0-3> {boats:what} <0-4> {lost}",
    "{boats}'s (mast|hull) broke", "it's {rest:claim}",
    more="    exclude: ['no {boats}']\n    weight: 0.5\n    colour: red\n    slots: {n: {type: quantity}}\n",
).replace("[x]", "[{text: Two old boats sank, slots: {n: Two}}, \"it's late\"]")  # fmt: skip
SHIPPED = [path.read_bytes() for path in sorted(shipped("rules").glob("*.yaml"))]
TEXTS = [BASE.encode(), *excerpts(SHIPPED)]


@pytest.mark.parametrize("seed", range(10))
def test_mutated_files(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for _ in range(30):
        data = mutated(chance, TEXTS)
        path = write(tmp_path, data)
        before = process_time()
        problems = check_rules([path])
        run_examples(load_rules([path]))
        assert process_time() - before < 10, data
        for problem in problems:
            said = str(problem)
            assert said.isprintable(), said
            assert problem.excerpt.replace("\n", "").isprintable()
            assert problem.path == str(path)
            assert problem.line is not None or "empty" in said


def hostile() -> dict[str, str]:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)
    )
    many = "".join(rule("{nope}", name=f"a.b{i}", words="").removeprefix("rules:\n") for i in range(300))
    return {
        "brackets": "[" * 100_000,
        "tables": "{a: " * 100_000,
        "dashes": "- " * 100_000,
        "pattern": rule("x").replace("'x'", "[" * 100_000),
        "phrase brackets": rule("[" * 1_000),
        "alias bomb": bomb,
        "alias of itself": "a: &a [*a]",
        "long scalar": "version: " + "x" * 3_900_000,
        "huge scalar": "version: " + "x" * 10_000_000,
        "keys": "".join(f"k{i}: 1\n" for i in range(50_000)),
        "long line": WORDS + "  # " + "y" * 3_000_000,
        "many bad rules": WORDS + "rules:\n" + many,
        "circle of rules": WORDS
        + "rules:\n"
        + "".join(f"  - {{id: a.r{i}, extends: a.r{(i + 1) % 3000}}}\n" for i in range(3_000)),
        "rules that multiply": rule(*("{boats} " + "x" * 20 + str(i) for i in range(190)))
        + "".join(f"  - {{id: c.r{i}, extends: a.b}}\n" for i in range(4_000)),
        "lists that multiply": WORDS
        + "".join(
            f"  v{i}: {{union: [boats{f', v{i - 1}' if i else ''}], terms: [x{i}]}}\n" for i in range(5_000)
        ),
        "long lists in many patterns": rule(
            *(f"{{long}} x{i}" for i in range(190)),
            words=WORDS + "  long: [" + ", ".join(f"w{i}q" for i in range(20_000)) + "]\n",
        )
        + "".join(f"  - {{id: c.r{i}, extends: a.b}}\n" for i in range(300)),
        "rules that require each other": rule("x", more="    requires: [{rule: c.r0}, {rule: c.r1}]\n")
        + "".join(
            f"  - {{id: c.r{i}, title: t, kind: event, patterns: [x], requires: [{{rule: c.r{i + 1}}}, "
            f"{{rule: c.r{i + 2}}}, {{rule: c.r{i + 3}}}]}}\n"
            for i in range(1_500)
        ),
        "many choices": rule("(" + "|".join(f"a{i}" for i in range(300)) + ")"),
        "nested vocabularies": rule("({boats}|" * 7 + "x" + ")" * 7),
        "deep prefixes": WORDS
        + "  p: ["
        + ", ".join("a" * i for i in range(1, 200))
        + "]\n"
        + rule("{p}", words=""),
    }


@pytest.mark.parametrize("name", hostile())
def test_hostile_files(name: str, tmp_path: Path) -> None:
    path = write(tmp_path, hostile()[name])
    before = process_time()
    problems = check_rules([path])
    assert process_time() - before < 5
    fine = name in ("long line", "many choices", "nested vocabularies", "deep prefixes")
    assert bool(problems) != fine or all("no pattern uses" in problem.what for problem in problems)
    assert all(len(str(problem)) < 1_000 for problem in problems)


def test_aliases_count_as_what_they_unfold_to(tmp_path: Path) -> None:
    (problem,) = check_rules([write(tmp_path, hostile()["alias bomb"])])
    assert "more than 200,000 values" in problem.what
    assert problem.line == 6
