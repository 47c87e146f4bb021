"""``factcheck rules list SESSION``: which rules run there, and which line of session.yaml decided it."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.problems import Problem
    from factcheck.rules import Rule
    from factcheck.session import SessionFolder


class RuleState(NamedTuple):
    """A rule as a session takes it; ``by`` names the lines of session.yaml that say so."""

    rule: Rule
    on: bool
    by: tuple[str, ...]


def rule_states(folder: SessionFolder) -> tuple[list[RuleState], Sequence[Problem]]:
    """Every rule of the packs that the session uses, in the order of the files, switched off or not."""
    from factcheck.scanning import session_rules

    ruleset = session_rules(folder)
    lines = list(_lines(folder))
    found = [(rule, True) for rule in ruleset.rules] + [(rule, False) for rule in ruleset.switched_off]
    order = {path: number for number, path in enumerate(map(str, folder.rule_paths()[0]))}
    found.sort(key=lambda pair: (order.get(pair[0].place.path, 0), pair[0].place.line))
    return [RuleState(rule, on, _by(rule.id, lines)) for rule, on in found], ruleset.problems


def _by(rule: str, lines: Sequence[tuple[str, str, int]]) -> tuple[str, ...]:
    """The last line of each key that names the rule; one that is switched on again is off nowhere."""
    found: dict[str, str] = {}
    again = {glob for key, glob, _ in lines if key == "on"}
    for key, glob, line in lines:
        if fnmatchcase(rule, glob) and not (key == "off" and glob in again):
            found[key] = f"session.yaml:{line} {key}: {glob}"
    return tuple(found.values())


def _lines(folder: SessionFolder) -> Iterator[tuple[str, str, int]]:
    """What session.yaml says of rules: the key, the rule or glob it names, the line."""
    from factcheck.session.contents import YAML
    from factcheck.session.nodes import Listing, Table, Text
    from factcheck.session.yamlread import read

    root = read((folder.path / YAML).read_bytes(), YAML)
    for key, value in root.pairs if isinstance(root, Table) else ():
        if key.text in ("off", "on"):
            for item in value.items if isinstance(value, Listing) else (value,):
                if isinstance(item, Text):
                    yield key.text, item.text, item.line
        elif key.text == "weight" and isinstance(value, Table):
            for name, _ in value.pairs:
                yield "weight", name.text, name.line
