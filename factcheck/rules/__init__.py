"""The rule language: reading rule packs with places for every error, running them, their examples.

Importing this room loads neither RE2 nor the ``regex`` module; ``compile_rules`` does.
"""

from factcheck.rules.check import check_rules
from factcheck.rules.load import load_rules
from factcheck.rules.ruleset import Example, Pattern, Rule, RuleSet, Vocabulary
from factcheck.rules.running.compile import Engine, compile_rules
from factcheck.rules.trying.coverage import Coverage, coverage
from factcheck.rules.trying.examples import ExampleResult, run_examples

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
