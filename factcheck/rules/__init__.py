"""The rule language: reading rule packs with places for every error, running them, their examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import from_homes

if TYPE_CHECKING:
    from factcheck.rules.check import check_rules as check_rules
    from factcheck.rules.load import load_rules as load_rules
    from factcheck.rules.ruleset import Example as Example
    from factcheck.rules.ruleset import Pattern as Pattern
    from factcheck.rules.ruleset import Rule as Rule
    from factcheck.rules.ruleset import RuleSet as RuleSet
    from factcheck.rules.ruleset import Vocabulary as Vocabulary
    from factcheck.rules.running.compile import Engine as Engine
    from factcheck.rules.running.compile import compile_rules as compile_rules
    from factcheck.rules.trying.coverage import Coverage as Coverage
    from factcheck.rules.trying.coverage import coverage as coverage
    from factcheck.rules.trying.examples import ExampleResult as ExampleResult
    from factcheck.rules.trying.examples import run_examples as run_examples

_HOMES = {
    "Coverage": "trying.coverage",
    "Engine": "running.compile",
    "Example": "ruleset",
    "ExampleResult": "trying.examples",
    "Pattern": "ruleset",
    "Rule": "ruleset",
    "RuleSet": "ruleset",
    "Vocabulary": "ruleset",
    "check_rules": "check",
    "compile_rules": "running.compile",
    "coverage": "trying.coverage",
    "load_rules": "load",
    "run_examples": "trying.examples",
}
__all__ = [
    "Coverage",
    "Engine",
    "Example",
    "ExampleResult",
    "Pattern",
    "Rule",
    "RuleSet",
    "Vocabulary",
    "check_rules",
    "compile_rules",
    "coverage",
    "load_rules",
    "run_examples",
]
__getattr__ = from_homes(__name__, _HOMES)
