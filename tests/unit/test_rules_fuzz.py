"""Broken rule files: a placed error or a clean load, never a traceback, in bounded time."""

from __future__ import annotations

import random
from time import process_time
from typing import TYPE_CHECKING

import pytest

from factcheck.rules import check_rules, load_rules, run_examples
from tests.unit.rules_world import WORDS, rule, write

if TYPE_CHECKING:
    from pathlib import Path

BASE = rule(
    "[{approx}] {number:n} <0-3> {boats:what} <0-4> {lost}",
    "{boats}'s (mast|hull) broke", "it's {rest:claim}",
    more="    exclude: ['no {boats}']\n    weight: 0.5\n    colour: red\n    slots: {n: {type: quantity}}\n",
).replace("[x]", "[{text: Two old boats sank, slots: {n: Two}}, \"it's late\"]")  # fmt: skip
SHARDS = [
    "{", "}", "[", "]", "'", '"', ":", "- ", "\n", "  ", "&a ", "*a", "<<: *a",
    "!!python/object:os.system x", "\0", "\t", "|", ">", "#", "---\n", "%YAML 1.1\n", "\ufeff", "\u2028",
    "regex: '(a+)+'", "<0-999>", "{a+b:c}", "(?P<x>", "\\", "\\q", "weight: nan", "id: x.y",
    "patterns: []", "? ", "- {regex: '(?:(?:a{99}){99}){99}'}", "(((((((((", "\x1b[31m", "{rest:", "(|)",
    "[[[", "file: ../../x", "role: alias", "count: -1", "version: 2", "(?i)", "(?x)", "[[:alpha:]",
    "(?<=a*)b", "\\1", "(?R)", "٣", "\u202e", "{regex: '\\p{Lu}+'}",
]  # fmt: skip


def mutated(rng: random.Random) -> bytes:
    data = bytearray(BASE.encode())
    for _ in range(rng.randint(1, 6)):
        at, act = rng.randrange(len(data) + 1), rng.randrange(5)
        if act == 0:
            del data[at : at + rng.randint(1, 12)]
        elif act == 1:
            data[at : at + 1] = bytes([rng.randrange(256)])
        elif act == 2:
            other = rng.randrange(len(data) + 1)
            data[at:at] = data[other : other + rng.randint(1, 200)]
        elif act == 3:
            lines = bytes(data).split(b"\n")
            lines.insert(
                rng.randrange(len(lines)), b" " * rng.choice([0, 2, 4, 6]) + rng.choice(SHARDS).encode()
            )
            data = bytearray(b"\n".join(lines))
        else:
            data[at:at] = rng.choice(SHARDS).encode() * rng.randint(1, 3)
    return bytes(data)


@pytest.mark.parametrize("seed", range(8))
def test_mutated_files(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    for _ in range(40):
        data = mutated(rng)
        path = write(tmp_path, data)
        before = process_time()
        problems = check_rules([path])
        run_examples(load_rules([path]))
        assert process_time() - before < 5, data
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
