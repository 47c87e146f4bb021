"""Runs the rules: a gate says which patterns can hit a sentence, the ``regex`` module captures.

A match has a time limit and a rule a time budget, so that one bad rule cannot hold up a scan: it is
set aside, with the reason in ``Engine.set_aside``.
"""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING, Any

from factcheck.model import Hit
from factcheck.rules.phrases.builtin import builtin
from factcheck.rules.running.beside import Around, Beside, only
from factcheck.rules.running.gate import RegexGate, WordGate
from factcheck.rules.running.runner import MATCH_SECONDS, Runner, compiled
from factcheck.rules.running.words import plan_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import SentenceKind
    from factcheck.rules.phrases.tokens import Keys
    from factcheck.rules.ruleset import Pattern, RuleSet

BUDGET_SECONDS = 2.0
BUDGET_SECONDS_PER_MILLION = 0.5
"""CPU seconds a rule may take, and how much more for every million characters of text."""

_KINDS: dict[str, SentenceKind] = {
    "body": "body",
    "heading": "heading",
    "title": "heading",
    "caption": "caption",
    "document": "body",
}
"""The scopes that are kinds of text. Which heading is the title is known to ``read``."""


Span = tuple[int, int]


class Engine:
    """The compiled rules of one rule set. Not for several threads at once."""

    def __init__(self, ruleset: RuleSet, *, budget: float = BUDGET_SECONDS) -> None:
        self.rules = ruleset.rules
        self.set_aside: Mapping[str, str] = {}
        self.timeouts: dict[str, int] = {}
        self.seconds = [0.0] * len(self.rules)
        """CPU seconds that each rule has taken so far."""
        self._budget = budget
        self._read = 0
        self._aside: dict[int, str] = {}
        self.beside = Beside(ruleset, Engine)
        self._order = {rule.id: number for number, rule in enumerate(self.rules)}
        self._wide = {rule.scope for rule in self.rules} & {"paragraph", "document"}
        self._wholes: dict[str, tuple[Any, list[Hit]]] = {}
        self._quoted: tuple[str, list[Span]] = ("", [])
        same: dict[Keys, Keys] = {}
        self._runners = [
            Runner(r, pattern, plan_of(pattern.sketch, same), exclude=exclude)
            for r, rule in enumerate(self.rules)
            for exclude, patterns in ((False, rule.patterns), (True, rule.exclude))
            for pattern in patterns
        ]
        numbered = list(enumerate(self._runners))
        self._words = WordGate([(n, one.pattern) for n, one in numbered if one.pattern.relaxed is None])
        self._regexes = RegexGate(
            [(n, one.pattern) for n, one in numbered if one.pattern.relaxed is not None]
        )

    def slow(self) -> tuple[Pattern, ...]:
        """Patterns that are tried on every sentence, since nothing in them must be there."""
        found = sorted({*self._words.always, *self._regexes.slow()})
        return tuple(self._runners[number].pattern for number in found if not self._runners[number].exclude)

    @property
    def looks_around(self) -> bool:
        """Whether the paragraph of a sentence matters to a rule."""
        return "paragraph" in self._wide or self.beside.looks_around

    @property
    def looks_through(self) -> bool:
        """Whether the whole article of a sentence matters to a rule."""
        return "document" in self._wide or self.beside.looks_through

    def hits(
        self,
        text: str,
        start: int,
        end: int,
        *,
        kind: SentenceKind = "body",
        lang: str | None = None,
        paragraph: Sequence[Span] = (),
        document: Sequence[Span] = (),
    ) -> list[Hit]:
        """The hits in one sentence, ``text[start:end]``, at offsets into ``text``, in reading order.

        Those of the same words stand in the order of their rules.

        Rules of another language than English look only in texts of theirs, where ``lang`` is known.
        ``paragraph`` and ``document`` are the sentences of its paragraph and of its article; without them the
        sentence is one by itself. A match of a rule of such a scope that runs over the end of a sentence
        counts in each, as far as it goes.
        """
        around = Around(paragraph or ((start, end),), document)
        wide = [
            scope
            for scope, spans in (("paragraph", around.paragraph), ("document", document))
            if scope in self._wide and len(spans) > 1
        ]
        if not wide:
            return self._hits(text, (start, end), kind, lang, around)
        found = self._hits(text, (start, end), kind, lang, around, without=wide)
        for scope in wide:
            hits = self._whole(scope, text, kind, lang, around)
            found += [part for hit in hits if (part := _clipped(hit, text, start, end)) is not None]
        found.sort(key=lambda hit: (hit.start, hit.end, self._order[hit.rule]))
        return found

    def _whole(
        self, scope: str, text: str, kind: SentenceKind, lang: str | None, around: Around
    ) -> list[Hit]:
        """The hits of the rules of a scope in a whole paragraph or article; the last ones are kept."""
        spans = around.paragraph if scope == "paragraph" else around.document
        key = (text, spans if isinstance(spans, tuple) else tuple(spans), kind, lang)
        if self._wholes.get(scope, (None,))[0] != key:
            whole = (spans[0][0], spans[-1][1])
            said = text if scope == "paragraph" else only(text, spans)
            self._wholes[scope] = (key, self._hits(said, whole, kind, lang, around, scope=scope))
        return self._wholes[scope][1]

    def _hits(
        self,
        text: str,
        span: Span,
        kind: SentenceKind,
        lang: str | None,
        around: Around,
        *,
        scope: str | None = None,
        without: Sequence[str] = (),
    ) -> list[Hit]:
        """The hits of all rules, or of those of one scope, or of those of others."""
        start, end = span
        sentence = text[start:end]
        self._read += len(sentence)
        words, numbers = self._words.read(sentence)
        spoken = None if lang is None else ("en", lang[:2].lower())
        likely: list[tuple[Runner, list[int] | None]] = []
        excludes: dict[int, list[Runner]] = {}
        for number in sorted([*numbers, *self._regexes.candidates(sentence)]):
            runner = self._runners[number]
            if runner.exclude:
                excludes.setdefault(runner.rule, []).append(runner)
                continue
            rule = self.rules[runner.rule]
            if runner.rule in self._aside or _KINDS.get(rule.scope, kind) != kind:
                continue
            if rule.scope in without or (scope is not None and rule.scope != scope):
                continue
            if spoken is not None and rule.lang not in spoken:
                continue
            places = words.places(runner.plan)
            if places is None or places:
                likely.append((runner, places))
        spans: dict[int, dict[Span, Any]] = {}
        for runner, matches in self._run(likely, sentence):
            for match in matches:
                if match.end() > match.start():
                    spans.setdefault(runner.rule, {}).setdefault(match.span(), (match, runner.slots))
        found: list[Hit] = []
        for r, held in spans.items():
            if self.rules[r].requires and not self._supplied(r, text, span, kind, lang, around):
                continue
            against = [(one, words.places(one.plan)) for one in excludes.get(r, ())]
            out = [match.span() for _, matches in self._run(against, sentence) for match in matches]
            place = self.rules[r].scope
            for (begin, stop), (match, names) in held.items():
                if any(begin < right and left < stop for left, right in out):
                    continue
                if place in ("quote", "not-quote"):
                    inside = any(left <= begin and stop <= right for left, right in self._quotes(sentence))
                    if inside != (place == "quote"):
                        continue
                slots = _slots(match, names, start) if names else ()
                found.append(Hit(self.rules[r].id, begin + start, stop + start, slots))
        found.sort(key=_reading_order)
        return found

    def _supplied(
        self,
        r: int,
        text: str,
        span: Span,
        kind: SentenceKind,
        lang: str | None,
        around: Around,
    ) -> bool:
        """Whether all that a rule requires stands there; the time is the rule's."""
        before = thread_time()
        missing = self.beside.missing(self.rules[r], text, span, kind, lang, around)
        self._spend(r, thread_time() - before)
        if self.beside.set_aside.keys() - self.set_aside.keys():
            self.set_aside = {**self.beside.set_aside, **self.set_aside}
        return missing is None

    def _quotes(self, sentence: str) -> list[Span]:
        """Where its quotations stand; those of the last sentence are kept."""
        if self._quoted[0] != sentence:
            found: list[Span] = []
            try:
                quotes = compiled(builtin("quote")).finditer(sentence, timeout=MATCH_SECONDS)
                found.extend(match.span() for match in quotes)
            except TimeoutError:
                found.clear()
            self._quoted = (sentence, found)
        return self._quoted[1]

    def _run(
        self, likely: Sequence[tuple[Runner, list[int] | None]], sentence: str
    ) -> list[tuple[Runner, list[Any]]]:
        """The matches of some patterns at their places, and the time of each on its rule's account."""
        found = []
        before = thread_time() if likely else 0.0
        for runner, places in likely:
            if places is not None and not places:
                continue
            matches: list[Any] = []
            try:
                matches.extend(runner.run(sentence, places))
            except TimeoutError:
                name = self.rules[runner.rule].id
                self.timeouts[name] = self.timeouts.get(name, 0) + 1
            now = thread_time()
            self._spend(runner.rule, now - before)
            before = now
            found.append((runner, matches))
        return found

    def _spend(self, r: int, seconds: float) -> None:
        self.seconds[r] += seconds
        allowed = self._budget + self._read / 1_000_000 * BUDGET_SECONDS_PER_MILLION
        if self.seconds[r] > allowed and r not in self._aside:
            self._aside[r] = (
                f"it took {self.seconds[r]:.1f} s of {allowed:.1f} s allowed for {self._read:,} characters"
            )
            self.set_aside = {**self.set_aside, self.rules[r].id: self._aside[r]}


def _reading_order(hit: Hit) -> Span:
    return hit.start, hit.end


def _slots(match: Any, names: tuple[str, ...], offset: int) -> tuple[tuple[str, int, int], ...]:
    found = []
    for name in names:
        start, end = match.span(name)
        if start >= 0:
            found.append((name, start + offset, end + offset))
    if len(found) > 1:
        found.sort(key=_place)
    return tuple(found)


def _place(slot: tuple[str, int, int]) -> Span:
    return slot[1:]


def _clipped(hit: Hit, text: str, start: int, end: int) -> Hit | None:
    """The part of a hit that stands in a sentence, None where none of its words does."""
    left, right = max(hit.start, start), min(hit.end, end)
    if not any(char.isalnum() for char in text[left:right]):
        return None
    slots = tuple((name, a, b) for name, a, b in hit.slots if start <= a and b <= end)
    return Hit(hit.rule, left, right, slots)


def compile_rules(ruleset: RuleSet, *, budget: float = BUDGET_SECONDS) -> Engine:
    """An engine for the live rules. ``budget`` is in CPU seconds a rule, see BUDGET_SECONDS."""
    return Engine(ruleset, budget=budget)
