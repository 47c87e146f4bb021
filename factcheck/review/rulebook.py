"""The rules of a session as a list: where each stands, whether it runs, what it found, what was set aside."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcheck.model import Claim, Mark
    from factcheck.problems import Problem
    from factcheck.rules import Rule, RuleSet

State = Literal["on", "off", "broken"]
"""``broken``: it has an error now and runs as it was last read whole."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule. ``hits`` counts claims here, ``aside`` those of them that somebody judged to be none."""

    id: str
    title: str
    line: int
    state: State
    hits: int
    judged: int
    aside: int
    weight: float
    patterns: tuple[str, ...]
    sample: str = ""
    """The text of a claim that it found."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """One rule file, or a shipped pack that the session does not use."""

    path: str
    name: str
    """As session.yaml names it."""
    own: bool
    used: bool
    rules: tuple[RuleRow, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def hits(self) -> int:
        return sum(rule.hits for rule in self.rules)


def file_row(
    path: str,
    name: str,
    *,
    own: bool,
    ruleset: RuleSet,
    claims: Sequence[Claim],
    marks: Iterable[Mark],
    kept: Collection[str],
) -> FileRow:
    """A file that is used, its rules in the order of the file."""
    found = Counter(rule for claim in claims for rule in claim.rules)
    sample = {rule: claim.text for claim in reversed(claims) for rule in claim.rules}
    judged, aside = _shares(claims, marks)

    def row(rule: Rule, state: State) -> RuleRow:
        return RuleRow(
            rule.id,
            rule.info.title,
            rule.place.line,
            state,
            found[rule.id],
            judged[rule.id],
            aside[rule.id],
            rule.info.weight,
            tuple(pattern.text for pattern in rule.patterns),
            sample.get(rule.id, ""),
        )

    states: list[tuple[Rule, State]] = [
        *((each, "broken" if each.id in kept else "on") for each in ruleset.rules),
        *((each, "off") for each in ruleset.switched_off),
    ]
    rows = [row(each, state) for each, state in states if each.place.path == path]
    problems = tuple(problem for problem in ruleset.problems if problem.path == path)
    return FileRow(path, name, own, True, tuple(sorted(rows, key=lambda each: each.line)), problems)


def _shares(claims: Sequence[Claim], marks: Iterable[Mark]) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """For each rule: how many of its claims anybody judged, and how many anybody said are none."""
    rules = {claim.id: claim.rules for claim in claims}
    verdicts: dict[str, set[str]] = {}
    for mark in marks:
        if mark.verdict is not None and mark.claim in rules:
            verdicts.setdefault(mark.claim, set()).add(mark.verdict)
    judged = Counter(rule for claim in verdicts for rule in rules[claim])
    none = [claim for claim, said in verdicts.items() if "not-a-claim" in said]
    return judged, Counter(rule for claim in none for rule in rules[claim])
