"""The rules that reviewers make from claims: a rule file in the session's folder, for people to edit."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from factcheck.session.edit import flow, put
from factcheck.session.rulefile import change_rule_file

if TYPE_CHECKING:
    from pathlib import Path

OWN_RULES = "rules/own.yaml"
_START = """\
# Rules that reviewers of this session made from claims. Edit them as you like: the app reads this file
# again whenever it is saved. docs/rules.md is the language; `factcheck rules test` runs the examples.
version: 1
pack: own
rules: []
"""


def add_rule(path: Path, pattern: str, example: str) -> str:
    """Put a rule of one pattern, with the sentence it was made from as its example; the new rule's id.

    Raises BadInput where the file has errors, or the pattern does.
    """
    made: list[str] = []

    def change(document: CommentedMap) -> None:
        rules = document.get("rules")
        if not isinstance(rules, CommentedSeq):
            rules = CommentedSeq()
            put(document, "rules", rules)
        rules.fa.set_block_style()
        taken = {str(rule.get("id")) for rule in rules if isinstance(rule, CommentedMap)}
        number = next(n for n in range(1, len(taken) + 2) if f"own.rule_{n}" not in taken)
        made.append(f"own.rule_{number}")
        rules.append(_rule(made[0], pattern, example))

    change_rule_file(path, _START, change)
    return made[0]


def _rule(name: str, pattern: str, example: str) -> CommentedMap:
    return CommentedMap(
        {
            "id": name,
            "title": f"Made from: {shorten(example, 60, placeholder='…')}",
            "kind": "other",
            "patterns": flow([pattern]),
            "examples": CommentedMap({"match": CommentedSeq([example])}),
        }
    )
