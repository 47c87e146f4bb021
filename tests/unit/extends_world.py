"""A pack about boats, and files of one's own that change or extend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules import load_rules, run_examples
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


def check(folder: Path, marked: str, what: str) -> None:
    """The mistake that stands behind the mark is told with its place, in the file where it stands."""
    problems = said(folder, marked.replace("§", ""))
    before = marked[: marked.index("§")]
    place = ("own0.yaml", before.count("\n") + 2, len(before) - before.rfind("\n"))
    assert any(one[:3] == place and what in one[3] for one in problems), problems
    assert all(one[0] == "own0.yaml" for one in problems), problems
