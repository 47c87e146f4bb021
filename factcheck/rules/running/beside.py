"""What rules require beside a match: phrases in its sentence or paragraph, matches of other rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.rules.ruleset import RuleSet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.model import SentenceKind
    from factcheck.rules.ruleset import Requirement, Rule
    from factcheck.rules.running.compile import Engine

Span = tuple[int, int]
SECONDS = 0.2
"""What looking for one phrase may take."""


class Beside:
    """Looks for what the rules of a rule set require.

    The rules that they name run in an engine of their own, made by ``engine``, switched off or not.
    """

    def __init__(self, ruleset: RuleSet, engine: Callable[[RuleSet], Engine]) -> None:
        required = [one for rule in ruleset.rules for one in rule.requires]
        named = {one.rule for one in required if one.rule is not None}
        every = (*ruleset.rules, *ruleset.switched_off)
        rules = tuple(rule for rule in every if rule.id in named)
        others = tuple(rule for rule in every if rule.id not in named)
        self._engine = engine(RuleSet(rules=rules, switched_off=others)) if rules else None
        self.looks_around = any(one.within == "paragraph" for one in required) or (
            self._engine is not None and self._engine.looks_around
        )
        self._compiled: dict[str, Any] = {}
        self._last: tuple[Any, frozenset[str]] = (None, frozenset())

    @property
    def set_aside(self) -> Mapping[str, str]:
        return {} if self._engine is None else self._engine.set_aside

    def missing(
        self,
        rule: Rule,
        text: str,
        span: Span,
        kind: SentenceKind,
        lang: str | None,
        paragraph: Sequence[Span],
    ) -> Requirement | None:
        """The first requirement of the rule that does not hold for a match in ``text[span]``."""
        for one in rule.requires:
            places = paragraph if one.within == "paragraph" else (span,)
            if one.rule is not None:
                if not any(one.rule in self._hit(text, place, kind, lang, paragraph) for place in places):
                    return one
            elif not self._stands(one, text[places[0][0] : places[-1][1]]):
                return one
        return None

    def _stands(self, one: Requirement, text: str) -> bool:
        assert one.pattern is not None
        compiled = self._compiled.get(one.pattern.regex)
        if compiled is None:
            import regex

            compiled = self._compiled[one.pattern.regex] = regex.compile(one.pattern.regex)
        try:
            return compiled.search(text, timeout=SECONDS) is not None
        except TimeoutError:  # the rule pays for it, and is set aside when it happens often
            return False

    def _hit(
        self, text: str, place: Span, kind: SentenceKind, lang: str | None, paragraph: Sequence[Span]
    ) -> frozenset[str]:
        """The ids of the required rules that have a match in one sentence."""
        key = (text, place, kind, lang)
        if self._last[0] != key:
            assert self._engine is not None
            hits = self._engine.hits(text, *place, kind=kind, lang=lang, paragraph=paragraph)
            self._last = (key, frozenset(hit.rule for hit in hits))
        return self._last[1]
