"""Whether a rule that was read again runs as before: then what it found in a text still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.rules.ruleset import Rule, RuleSet

Run = tuple[object, ...]
"""All that the hits of a rule depend on beside the text: two rules with equal ones have the same hits."""


def runs(ruleset: RuleSet) -> dict[str, Run]:
    """What the hits of each live rule depend on, by id.

    Vocabularies and the case of letters stand unfolded in the expressions, so that a rule has changed
    where a word list of it has. What it requires counts with it, other rules and all that they require.
    """
    every = {rule.id: rule for rule in (*ruleset.rules, *ruleset.switched_off)}
    known: dict[str, Run] = {}
    return {rule.id: _run(rule, every, known) for rule in ruleset.rules}


def _run(rule: Rule, every: Mapping[str, Rule], known: dict[str, Run]) -> Run:
    found = known.get(rule.id)
    if found is None:
        required = tuple(
            (
                one.within,
                one.pattern.regex if one.pattern is not None else one.rule,
                _run(every[one.rule], every, known) if one.rule is not None and one.rule in every else None,
            )
            for one in rule.requires
        )
        expressions = tuple(tuple(one.regex for one in some) for some in (rule.patterns, rule.exclude))
        found = known[rule.id] = (rule.scope, rule.lang, expressions, required)
    return found
