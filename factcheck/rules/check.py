"""Everything that can be said against rule files: problems that cost a rule, and advice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.rules.load import load_rules
from factcheck.rules.running.compile import compile_rules
from factcheck.rules.source.places import Source, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.problems import Problem


def check_rules(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """All problems of all files, then advice about rules that live: no examples, unused words, slowness."""
    ruleset = load_rules(paths)
    slow = [
        _source(pattern.place.path).problem(
            pattern.place,
            f"the pattern {shown(pattern.text)} has no fixed word",
            "slow: it must be tried on every sentence",
            "add a word or a vocabulary that must be there",
        )
        for pattern in compile_rules(ruleset).slow()
    ]
    return (*ruleset.problems, *ruleset.advice, *slow)


def _source(path: str) -> Source:
    """The file again, for the excerpt; without lines where it is gone by now."""
    try:
        return Source(path, tuple(Path(path).read_text("utf-8-sig", errors="replace").splitlines()))
    except OSError:
        return Source(path)
