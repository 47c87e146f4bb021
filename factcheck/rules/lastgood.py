"""While a rule file is being edited: what is broken in it just now runs on as it was last read whole."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.rules.reading.vocab import lexicon_of

if TYPE_CHECKING:
    from factcheck.rules.ruleset import RuleSet


def with_last_good(now: RuleSet, before: RuleSet) -> tuple[RuleSet, tuple[str, ...]]:
    """``now``, with what it lost of ``before`` to errors, and the ids of the rules kept so.

    A rule is lost to an error where its file has one, or is gone while something is amiss. Which rule an
    error in the YAML itself takes away is not known, so a rule deleted from a file that is broken at that
    moment runs on until it is mended.
    """
    broken = {problem.path for problem in now.problems}
    broken |= {rule.place.path for rule in before.rules if broken and not os.path.exists(rule.place.path)}
    there = {rule.id for rule in (*now.rules, *now.switched_off)}
    rules = [rule for rule in before.rules if rule.id not in there and rule.place.path in broken]
    named = {one.name for one in now.vocabularies}
    lists = [one for one in before.vocabularies if one.name not in named and one.place.path in broken]
    if not rules and not lists:
        return now, ()
    vocabularies = [*now.vocabularies, *lists]
    kept = replace(
        now,
        rules=(*now.rules, *rules),
        vocabularies=tuple(vocabularies),
        lexicon=lexicon_of(vocabularies),
    )
    return kept, tuple(rule.id for rule in rules)
