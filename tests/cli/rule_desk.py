"""The files of docs/rules.md and a pack about ferries: what an author of rules has on the desk."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.cli.shell import ok

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")
FIRST = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
ARTICLE = re.findall(r"```article\n(.*?)```", PAGE, re.DOTALL)[0]
CONSOLE = re.findall(r"```console\n\$ factcheck (.*?)\n(.*?)```", PAGE, re.DOTALL)
PACK = """\
version: 1
pack: harbour
vocabularies:
  boats: [boat, boats, ferry, ferries]
rules:
  - id: harbour.aground
    title: Ran aground
    kind: event
    patterns: ['{boats:what} <0-3> ran aground']
    examples: {match: [The ferry ran aground.]}
  - id: harbour.ferry
    title: A ferry that ran
    kind: event
    patterns: ['ferry ran', 'a ferry']
    examples: {match: [The ferry ran well.]}
  - id: harbour.whale
    title: Whales
    kind: event
    patterns: ['a whale']
    examples: {match: [It was a whale.]}
"""


def rows(*words: object) -> dict[str, dict[str, object]]:
    found = json.loads(ok("rules", "stats", *words, "--format", "json"))
    return {row["rule"]: row for row in found}
