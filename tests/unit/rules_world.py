"""What the tests of the rules share: rule files made of a few lines, and our own vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rules import compile_rules, load_rules

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.rules import RuleSet

WORDS = """\
version: 1
vocabularies:
  boats: [boat, boats, trawler, trawlers, vessel, vessels]
  lost: [sank, was lost, were lost, capsized]
"""


def write(folder: Path, text: str | bytes, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def rule(*patterns: str, name: str = "a.b", more: str = "", words: str = WORDS) -> str:
    """A rule file with one rule of these patterns; line 10 of it is the first pattern."""
    listed = "".join("      - '" + pattern.replace("'", "''") + "'\n" for pattern in patterns)
    return (
        f"{words}rules:\n  - id: {name}\n    title: T\n    kind: event\n    patterns:\n{listed}"
        f"{more}    examples: {{match: [x]}}\n"
    )


def load(folder: Path, text: str | bytes) -> RuleSet:
    return load_rules([write(folder, text)])


def found(folder: Path, text: str, sentence: str) -> list[str]:
    """The words that the rules of a file find in a sentence."""
    ruleset = load(folder, text)
    assert ruleset.problems == (), [str(problem) for problem in ruleset.problems]
    hits = compile_rules(ruleset).hits(sentence, 0, len(sentence))
    return [sentence[hit.start : hit.end] for hit in hits]
