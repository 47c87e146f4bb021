"""Everything that can be said against rule files: errors that cost a rule, and warnings that cost none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.memory import no_search_for_cycles
from factcheck.rules.load import load_rules
from factcheck.rules.ruleset import RuleSet
from factcheck.rules.running.compile import compile_rules
from factcheck.rules.source.places import Source, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.problems import Problem


@no_search_for_cycles()
def check_rules(paths: Sequence[Path]) -> tuple[Problem, ...]:
    """All errors of all files, then warnings about rules that live: no examples, unused words, slowness."""
    ruleset = load_rules(paths)
    slow = [
        _source(pattern.place.path).problem(
            pattern.place,
            f"the pattern {shown(pattern.text)} has no fixed word",
            "slow: it must be tried on every sentence",
            "add a word or a vocabulary that must be there",
        )
        for pattern in compile_rules(_perhaps_slow(ruleset)).slow()
    ]
    warnings = (replace(problem, severity="warning") for problem in (*ruleset.advice, *slow))
    return (*ruleset.problems, *warnings)


def _perhaps_slow(ruleset: RuleSet) -> RuleSet:
    """The rules with a pattern of which words do not tell where it can begin."""
    return RuleSet(
        tuple(
            replace(rule, requires=())
            for rule in ruleset.rules
            if any(one.relaxed is not None or not one.sketch.needs for one in rule.patterns)
        )
    )


def _source(path: str) -> Source:
    """The file again, for the excerpt; without lines where it is gone by now."""
    try:
        return Source(path, tuple(Path(path).read_text("utf-8-sig", errors="replace").splitlines()))
    except OSError:
        return Source(path)
