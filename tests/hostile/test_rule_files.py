"""Rule files, good rules beside bad ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.hostile.world import POSIX, run, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = POSIX


GOOD = "  - {id: mine.aground, title: Aground, kind: event, patterns: ['ferry ran aground']}\n"


BAD_RULES = {
    "{regex: '(a+)+$'}": "repeat",
    "{regex: 'x*'}": "empty string",
    "'{nosuch} ferry'": "no vocabulary",
    "'" + "{" * 15_000 + "'": "pattern",
    "{regex: '['}": "not closed",
    "''": "empty",
}


def test_one_bad_rule_leaves_the_good_ones_at_work(home: Path, story: Path) -> None:
    bad = "".join(
        f'  - {{id: mine.bad{number}, title: "\\e[31mx", kind: event, patterns: [{pattern}]}}\n'
        for number, pattern in enumerate(BAD_RULES)
    )
    path = write(home / "mine.yaml", "version: 1\nrules:\n" + bad + GOOD)
    ended = run("scan", story, "--rules", path, "--format", "json")
    assert ended.code == 2
    assert [claim["rules"] for claim in json.loads(ended.out)["claims"]] == [["mine.aground"]]
    for line, what in zip(sorted(ended.errors, key=by_line), BAD_RULES.values(), strict=True):
        assert line.startswith(f"error: {path}:")
        assert what in line
    checked = run("rules", "check", path)
    assert checked.code == 1
    assert f"{path}:3:" in checked.out
    listed = run("rules", "list", path)
    assert (listed.code, len(listed.errors), "mine.aground" in listed.out) == (2, len(BAD_RULES), True)


def by_line(error: str) -> int:
    return int(error.split(".yaml:")[1].split(":")[0])


def test_rule_files_that_hold_no_rule(home: Path) -> None:
    broken = (b"", b"\xff" * 300, b"version: 1\0", b"[" * 30_000, b"version: 9\nrules: []\n", b"{" * 30_000)
    for content in broken:
        path = write(home / "mine.yaml", content)
        ended = run("rules", "list", path)
        assert (ended.code, ended.out, len(ended.errors)) == (2, "", 1)
        assert run("rules", "check", path).code == 1


def test_ten_thousand_rules(home: Path, story: Path) -> None:
    many = "".join(
        f"  - {{id: mine.r{n}, title: t, kind: event, patterns: [word{n} thing]}}\n" for n in range(10_000)
    )
    path = write(home / "many.yaml", "version: 1\nrules:\n" + GOOD + many)
    ended = run("scan", story, "--rules", path, "--format", "json")
    assert (ended.code, len(ended.errors)) == (2, 1)
    assert len(json.loads(ended.out)["claims"]) == 1
