"""What rules require beside a match: phrases in its sentence or paragraph, matches of other rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.rules.ruleset import RuleSet
from factcheck.rules.running.runner import MATCH_SECONDS, compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.model import SentenceKind
    from factcheck.rules.ruleset import Requirement, Rule
    from factcheck.rules.running.compile import Engine

Span = tuple[int, int]


class Around(NamedTuple):
    """Where a sentence stands: the sentences of its paragraph, those of its article (none: not known)."""

    paragraph: Sequence[Span]
    document: Sequence[Span] = ()


def only(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks for all that is not in the spans: headings, captions, page furniture."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += [" " * (start - at), text[start:end]]
        at = end
    return "".join((*parts, " " * (len(text) - at)))


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
        self.looks_through = any(one.within == "document" for one in required) or (
            self._engine is not None and self._engine.looks_through
        )
        self._document: tuple[Any, dict[str, bool]] = (None, {})
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
        around: Around,
    ) -> Requirement | None:
        """The first requirement of the rule that does not hold for a match in ``text[span]``."""
        for one in rule.requires:
            if one.within == "document" and around.document:
                there = self._in_document(one, text, lang, around)
            else:
                places = (span,) if one.within == "sentence" else around.paragraph
                there = self._there(one, text, places, kind, lang, around)
            if not there:
                return one
        return None

    def _there(
        self,
        one: Requirement,
        text: str,
        places: Sequence[Span],
        kind: SentenceKind,
        lang: str | None,
        around: Around,
    ) -> bool:
        """Whether what is required stands in these sentences."""
        if one.rule is None:
            return self._stands(one, text[places[0][0] : places[-1][1]])
        return any(one.rule in self._hit(text, place, kind, lang, around) for place in places)

    def _in_document(self, one: Requirement, text: str, lang: str | None, around: Around) -> bool:
        """The same of all sentences of the article, looked for once."""
        key = (text, tuple(around.document), lang)
        if self._document[0] != key:
            self._document = (key, {})
        known = self._document[1]
        name = one.rule or (one.pattern.regex if one.pattern is not None else "")
        if name not in known:
            body = text if one.rule else only(text, around.document)
            known[name] = self._there(one, body, around.document, "body", lang, Around((), around.document))
        return known[name]

    def _stands(self, one: Requirement, text: str) -> bool:
        assert one.pattern is not None
        try:
            return compiled(one.pattern.regex).search(text, timeout=MATCH_SECONDS) is not None
        except TimeoutError:  # the rule pays for it, and is set aside when it happens often
            return False

    def _hit(
        self, text: str, place: Span, kind: SentenceKind, lang: str | None, around: Around
    ) -> frozenset[str]:
        """The ids of the required rules that have a match in one sentence."""
        key = (text, place, kind, lang)
        if self._last[0] != key:
            assert self._engine is not None
            hits = self._engine.hits(
                text, *place, kind=kind, lang=lang, paragraph=around.paragraph, document=around.document
            )
            self._last = (key, frozenset(hit.rule for hit in hits))
        return self._last[1]
