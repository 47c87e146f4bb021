"""Everything that can be said against rule files: problems that cost a rule, and advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.problems import Problem
from factcheck.rules.compile import compile_rules
from factcheck.rules.load import load_rules
from factcheck.rules.places import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def check_rules(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """All problems of all files, then advice about rules that live: no examples, unused words, slowness."""
    ruleset = load_rules(paths)
    slow = [
        Problem(
            pattern.place.path,
            f"the pattern {shown(pattern.text)} has no fixed word",
            "slow: it must be tried on every sentence",
            "add a word or a vocabulary that must be there",
            line=pattern.place.line,
            col=pattern.place.col,
        )
        for pattern in compile_rules(ruleset).slow()
    ]
    return (*ruleset.problems, *ruleset.advice, *slow)
