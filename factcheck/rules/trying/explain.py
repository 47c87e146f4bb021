"""Why a rule finds something in a text or does not: pattern by pattern, through the engine that scans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

from factcheck.problems import BadInput, Problem
from factcheck.rules.reading.patterns import Words
from factcheck.rules.ruleset import RuleSet
from factcheck.rules.running.beside import Around
from factcheck.rules.running.compile import Engine, compile_rules
from factcheck.rules.trying.steps import Reach, Span, reach, steps_of
from factcheck.segment import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Hit, SentenceKind
    from factcheck.rules.ruleset import Pattern, Rule, Scope

LONGEST = 20_000
_WHOLE = ("paragraph", "document")
"""Scopes for which the text is not read sentence by sentence."""
"""Signs of a text that is explained."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matches. ``dropped`` says why it is no hit all the same; offsets count in the text."""

    start: int
    end: int
    slots: tuple[tuple[str, int, int], ...]
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """One pattern in one sentence: its matches, or how far it got (offsets count in the text)."""

    pattern: Pattern
    matches: tuple[Match, ...]
    reach: Reach | None
    ms: float


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of the text, ``start`` to ``end``."""

    start: int
    end: int
    hits: tuple[Hit, ...]
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """``text`` is the text with its line ends made blanks; ``notes`` say what holds for all of it."""

    rule: Rule
    text: str
    sentences: tuple[Told, ...]
    notes: tuple[str, ...]
    compile_ms: float
    ms: float


def explain(ruleset: RuleSet, rule: Rule, text: str) -> Explanation:
    """What the rule makes of a text, whose sentences are read as body text, as examples are.

    Raises BadInput where the text holds no words or is too long.
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        why = "it is empty" if not text else f"it has {len(text):,} signs, at most {LONGEST:,} are read"
        raise BadInput(Problem("TEXT", "cannot be explained", why, "give a sentence or two"))
    before = perf_counter()
    explainer = _Explainer(ruleset, rule)
    compiled = (perf_counter() - before) * 1000
    told = tuple(explainer.sentence(text, a, b) for a, b in explainer.sentences(text))
    spent = explainer.engine.seconds[0] * 1000
    return Explanation(rule, text, told, explainer.notes(text, told), compiled, spent)


def kind_for(scope: Scope) -> SentenceKind:
    """The kind of text in which a rule of this scope looks."""
    return "heading" if scope in ("heading", "title") else "caption" if scope == "caption" else "body"


class _Explainer:
    """The rule as it scans, and each of its patterns as a rule of its own, in the same engine."""

    def __init__(self, ruleset: RuleSet, rule: Rule) -> None:
        self.rule = rule
        self.kind = kind_for(rule.scope)
        others = tuple(one for one in (*ruleset.rules, *ruleset.switched_off) if one.id != rule.id)
        self.engine = compile_rules(RuleSet(rules=(rule,), switched_off=others))
        self.around: tuple[Span, ...] = ()
        self.single = [_engine(_only(rule, pattern)) for pattern in rule.patterns]
        self.exclude = [_engine(_only(rule, pattern)) for pattern in rule.exclude]
        self.words = Words(ruleset.lists_of(rule.place.path), rule.lang)

    def sentences(self, text: str) -> Sequence[Span]:
        """The sentences of the text, which is one paragraph, or all of it for a rule of that scope."""
        self.around = tuple(sentence_spans(text, 0, len(text), self.rule.lang))
        return ((0, len(text)),) if self.rule.scope in _WHOLE else self.around

    def sentence(self, text: str, start: int, end: int) -> Told:
        around = self._around(start, end)
        hits = self.engine.hits(
            text, start, end, kind=self.kind, paragraph=around.paragraph, document=around.document
        )
        kept = {(hit.start, hit.end) for hit in hits}
        traces = tuple(self._trace(i, text, start, end, kept) for i in range(len(self.single)))
        return Told(start, end, tuple(hits), traces)

    def notes(self, text: str, told: Sequence[Told]) -> tuple[str, ...]:
        said = [f"the rule was set aside: {why}" for why in self.engine.set_aside.values()]
        if self.engine.timeouts:
            said.append("a pattern took more than its time for a sentence and was stopped there")
        if self.rule.scope in ("body", "heading", "title", "caption"):
            said.append(f"the rule looks only in {self.rule.scope} text; this text is taken as such")
        if self.rule.scope in _WHOLE:
            said.append(f"the rule looks at a whole {self.rule.scope}; this text is taken as one")
        if len(told) > 1 and not any(one.matches for each in told for one in each.traces):
            for number, engine in enumerate(self.single, start=1):
                if engine.hits(text, 0, len(text), kind=self.kind):
                    said.append(f"pattern {number} would match if the sentences were one: "
                                "no pattern runs over the end of a sentence")  # fmt: skip
        return tuple(said)

    def _around(self, start: int, end: int) -> Around:
        spans = ((start, end),) if self.rule.scope in _WHOLE else self.around
        return Around(spans, spans)

    def _hits(self, engine: Engine, text: str, start: int, end: int) -> list[Hit]:
        return engine.hits(text, start, end, kind=self.kind)

    def _trace(self, number: int, text: str, start: int, end: int, kept: set[Span]) -> Trace:
        engine, pattern = self.single[number], self.rule.patterns[number]
        before = engine.seconds[0]
        hits = self._hits(engine, text, start, end)
        spent = (engine.seconds[0] - before) * 1000
        matches = tuple(
            Match(
                hit.start,
                hit.end,
                hit.slots,
                "" if (hit.start, hit.end) in kept else self._dropped(hit, text, start, end),
            )
            for hit in hits
        )
        return Trace(pattern, matches, None if hits else self._reach(pattern, text, start, end), spent)

    def _dropped(self, hit: Hit, text: str, start: int, end: int) -> str:
        for pattern, engine in zip(self.rule.exclude, self.exclude, strict=True):
            for out in self._hits(engine, text, start, end):
                if hit.start < out.end and out.start < hit.end:
                    return f"the exclude {pattern.text} finds '{text[out.start : out.end]}' there"
        lack = self.engine.beside.missing(
            self.rule, text, (start, end), self.kind, None, self._around(start, end)
        )
        if lack is not None:
            what = f"a match of the rule {lack.rule}" if lack.rule else lack.text
            return f"the rule requires {what}, which does not stand in the {lack.within}"
        if self.rule.scope == "quote":
            return "it stands outside quotation marks, and the rule has scope: quote"
        if self.rule.scope == "not-quote":
            return "it stands inside quotation marks, and the rule has scope: not-quote"
        return "the rule took more than its time"

    def _reach(self, pattern: Pattern, text: str, start: int, end: int) -> Reach:
        steps = steps_of(pattern, self.words)
        found = reach(steps, text[start:end])
        return replace(
            found,
            fits=None if found.fits is None else (found.fits[0] + start, found.fits[1] + start),
            elsewhere=tuple((a + start, b + start) for a, b in found.elsewhere),
        )


def _only(rule: Rule, pattern: Pattern) -> Rule:
    """A rule of one pattern that nothing narrows."""
    return replace(rule, patterns=(pattern,), exclude=(), requires=(), scope="sentence")


def _engine(rule: Rule) -> Engine:
    return compile_rules(RuleSet(rules=(rule,)))


def why_not(found: Reach, text: str) -> str:
    """A sentence for people: how far a pattern got, what stopped it, and what would help."""
    step = found.stopped
    if step is None:
        return "where it stops cannot be told"
    needed = step.text.strip()
    if found.fits is None:
        if not found.elsewhere:
            return f"{needed} stands nowhere in the sentence"
        return f"{needed} is there, but not with what must stand before it"
    told = f"it fits up to {found.upto.strip()}, then needs {needed}"
    after = next((place for place in found.elsewhere if place[0] >= found.fits[1]), None)
    if after is None:
        where = "only before that" if found.elsewhere else "nowhere in the sentence"
        return f"{told}, which stands {where}"
    between = len([w for w in text[found.fits[1] : after[0]].split() if any(c.isalnum() for c in w)])
    allowed = step.gap[1] if step.gap else 0
    stand = "word stands" if between == 1 else "words stand"
    told += f": '{text[after[0] : after[1]]}' comes later, but {between} {stand} between"
    if between > allowed:
        return f"{told} and the pattern allows {allowed}"
    return f"{told}, and {'too few' if step.gap and between < step.gap[0] else 'not as the pattern wants it'}"
