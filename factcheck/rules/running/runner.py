"""One pattern at work on a sentence: compiled when it is first tried, and held to its time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.rules.ruleset import Pattern
    from factcheck.rules.running.words import Plan

MATCH_SECONDS = 0.2
"""What looking for one pattern in one sentence may take."""
_KEPT = 2_000
"""Compiled patterns that are kept."""
_FEW_WAYS = 200_000
"""A pattern that can be tried in no more ways is done long before its time: the clock is not asked."""


class Runner:
    """A pattern at work: compiled when it is first tried."""

    __slots__ = ("_limit", "_match", "exclude", "pattern", "plan", "rule", "slots")

    def __init__(self, rule: int, pattern: Pattern, plan: Plan, *, exclude: bool) -> None:
        self.rule = rule
        self.pattern = pattern
        self.plan = plan
        self.exclude = exclude
        self.slots: tuple[str, ...] = ()
        self._match: Any = None
        self._limit = MATCH_SECONDS if pattern.sketch.ways > _FEW_WAYS else None

    def run(self, sentence: str, places: list[int] | None) -> Iterable[Any]:
        """What ``finditer`` finds in a sentence, given where matches may begin. Raises TimeoutError."""
        if self._match is None:
            expression = compiled(self.pattern.regex)
            self.slots = tuple(expression.groupindex)
            self._match = expression.finditer if self.plan.first is None else expression.match
        match_at = self._match
        if places is None:
            return match_at(sentence, timeout=MATCH_SECONDS)  # type: ignore[no-any-return]
        found = []
        end = 0
        for place in places:
            if place >= end:
                if self._limit is None:
                    match = match_at(sentence, place)
                else:
                    match = match_at(sentence, place, timeout=self._limit)
                if match is not None:
                    found.append(match)
                    end = match.end()
        return found


@lru_cache(_KEPT)
def compiled(expression: str) -> Any:
    """Kept from one engine to the next: after an edit only what changed is compiled."""
    import regex

    return regex.compile(expression, cache_pattern=False)
