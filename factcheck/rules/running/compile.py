"""Runs the rules: a gate says which patterns can hit a sentence, the ``regex`` module captures.

A match has a time limit and a rule a time budget, so that one bad rule cannot hold up a scan: it is
set aside, with the reason in ``Engine.set_aside``.
"""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING, Any

from factcheck.model import Hit
from factcheck.rules.phrases.builtin import builtin
from factcheck.rules.phrases.tokens import index
from factcheck.rules.running.beside import Beside
from factcheck.rules.running.gate import RegexGate, WordGate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import SentenceKind
    from factcheck.rules.phrases.tokens import Keys
    from factcheck.rules.ruleset import Pattern, Rule, RuleSet

MATCH_SECONDS = 0.2
BUDGET_SECONDS = 2.0
BUDGET_SECONDS_PER_MILLION = 0.5
"""CPU seconds a rule may take, and how much more for every million characters of text."""

_KINDS: dict[str, SentenceKind] = {
    "body": "body",
    "heading": "heading",
    "title": "heading",
    "caption": "caption",
}
"""The scopes that are kinds of text. Which heading is the title is known to ``read``."""

Span = tuple[int, int]
Words = dict[str, list[int]]


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
        self._entries = [(r, p) for r, rule in enumerate(self.rules) for p in range(len(rule.patterns))]
        self._compiled: dict[tuple[int, int, bool], Any] = {}
        self._quoted: Any = None
        self.beside = Beside(ruleset, Engine)
        self._wide = any(rule.scope == "paragraph" for rule in self.rules)
        self._paragraph: tuple[Any, list[Hit]] = (None, [])
        numbered = [(e, self.rules[r].patterns[p]) for e, (r, p) in enumerate(self._entries)]
        self._words = WordGate([(e, pattern) for e, pattern in numbered if pattern.relaxed is None])
        self._regexes = RegexGate([(e, pattern) for e, pattern in numbered if pattern.relaxed is not None])

    def slow(self) -> tuple[Pattern, ...]:
        """Patterns that are tried on every sentence, since nothing in them must be there."""
        found = sorted({*self._words.always, *self._regexes.slow()})
        return tuple(self.rules[r].patterns[p] for r, p in (self._entries[e] for e in found))

    @property
    def looks_around(self) -> bool:
        """Whether the paragraph of a sentence matters to a rule."""
        return self._wide or self.beside.looks_around

    def hits(
        self,
        text: str,
        start: int,
        end: int,
        *,
        kind: SentenceKind = "body",
        lang: str | None = None,
        paragraph: Sequence[Span] = (),
    ) -> list[Hit]:
        """The hits in one sentence, ``text[start:end]``, at offsets into ``text``, in reading order.

        Rules of another language than English look only in texts of theirs, where ``lang`` is known.
        ``paragraph`` are the sentences of its paragraph; without them the sentence is one by itself. A match
        of a rule of scope paragraph that runs over the end of a sentence counts in each, as far as it goes.
        """
        around = paragraph or ((start, end),)
        if not self._wide or len(around) == 1:
            return self._hits(text, (start, end), kind, lang, around)
        key = (text, tuple(around), kind, lang)
        if self._paragraph[0] != key:
            whole = (around[0][0], around[-1][1])
            self._paragraph = (key, self._hits(text, whole, kind, lang, around, wide=True))
        found = self._hits(text, (start, end), kind, lang, around, wide=False)
        found += [part for hit in self._paragraph[1] if (part := _clipped(hit, text, start, end)) is not None]
        found.sort(key=lambda hit: (hit.start, hit.end))
        return found

    def _hits(
        self,
        text: str,
        span: Span,
        kind: SentenceKind,
        lang: str | None,
        around: Sequence[Span],
        *,
        wide: bool | None = None,
    ) -> list[Hit]:
        """The hits of all rules, or of those that look at whole paragraphs, or of the others."""
        start, end = span
        sentence = text[start:end]
        self._read += len(sentence)
        found: list[Hit] = []
        spans: dict[int, dict[Span, Any]] = {}
        words = index(sentence)
        for entry in sorted([*self._words.candidates(words.keys()), *self._regexes.candidates(sentence)]):
            r, p = self._entries[entry]
            rule = self.rules[r]
            if r in self._aside or _KINDS.get(rule.scope, kind) != kind:
                continue
            if wide is not None and wide != (rule.scope == "paragraph"):
                continue
            if lang is not None and rule.lang not in ("en", lang[:2].lower()):
                continue
            for match in self._run(r, p, sentence, words, exclude=False):
                if match.end() > match.start():
                    spans.setdefault(r, {}).setdefault(match.span(), match)
        for r, matches in spans.items():
            if self.rules[r].requires and not self._supplied(r, text, span, kind, lang, around):
                continue
            found.extend(self._kept(r, matches, sentence, words, start))
        found.sort(key=lambda hit: (hit.start, hit.end))
        return found

    def _kept(self, r: int, matches: dict[Span, Any], sentence: str, words: Words, offset: int) -> list[Hit]:
        """The matches that no exclude touches and that stand where the rule looks, as hits."""
        rule = self.rules[r]
        out: list[Span] = []
        for p in range(len(rule.exclude)):
            out.extend(match.span() for match in self._run(r, p, sentence, words, exclude=True))
        quoted = self._quotes(sentence) if rule.scope in ("quote", "not-quote") else []
        found: list[Hit] = []
        for (start, end), match in matches.items():
            if any(start < stop and begin < end for begin, stop in out):
                continue
            if rule.scope in ("quote", "not-quote"):
                inside = any(begin <= start and end <= stop for begin, stop in quoted)
                if inside != (rule.scope == "quote"):
                    continue
            found.append(Hit(rule.id, start + offset, end + offset, _slots(match, offset)))
        return found

    def _supplied(
        self,
        r: int,
        text: str,
        span: Span,
        kind: SentenceKind,
        lang: str | None,
        around: Sequence[Span],
    ) -> bool:
        """Whether all that a rule requires stands there; the time is the rule's."""
        before = thread_time()
        missing = self.beside.missing(self.rules[r], text, span, kind, lang, around)
        self._spend(r, thread_time() - before)
        if self.beside.set_aside.keys() - self.set_aside.keys():
            self.set_aside = {**self.beside.set_aside, **self.set_aside}
        return missing is None

    def _quotes(self, sentence: str) -> list[Span]:
        if self._quoted is None:
            import regex

            self._quoted = regex.compile(builtin("quote"))
        try:
            return [match.span() for match in self._quoted.finditer(sentence, timeout=MATCH_SECONDS)]
        except TimeoutError:
            return []

    def _run(self, r: int, p: int, sentence: str, words: Words, *, exclude: bool) -> list[Any]:
        """The matches of one pattern, and its time on the rule's account."""
        rule = self.rules[r]
        pattern = (rule.exclude if exclude else rule.patterns)[p]
        compiled = self._compiled.get((r, p, exclude))
        if compiled is None:
            import regex

            compiled = self._compiled[r, p, exclude] = regex.compile(pattern.regex)
        before = thread_time()
        found: list[Any] = []
        try:
            if pattern.sketch.first is None:
                found.extend(compiled.finditer(sentence, timeout=MATCH_SECONDS))
            else:
                _match_at(compiled, sentence, _places(pattern.sketch.first, words), found)
        except TimeoutError:
            self.timeouts[rule.id] = self.timeouts.get(rule.id, 0) + 1
        self._spend(r, thread_time() - before)
        return found

    def _spend(self, r: int, seconds: float) -> None:
        self.seconds[r] += seconds
        allowed = self._budget + self._read / 1_000_000 * BUDGET_SECONDS_PER_MILLION
        if self.seconds[r] > allowed and r not in self._aside:
            rule: Rule = self.rules[r]
            self._aside[r] = (
                f"it took {self.seconds[r]:.1f} s of {allowed:.1f} s allowed for {self._read:,} characters"
            )
            self.set_aside = {**self.set_aside, rule.id: self._aside[r]}


def _places(first: Keys, words: Words) -> list[int]:
    """Where in a sentence a pattern can begin."""
    places = [place for key in words if key in first for place in words[key]]
    places.sort()
    return places


def _match_at(compiled: Any, sentence: str, places: list[int], found: list[Any]) -> None:
    """What ``finditer`` would find, given that every match begins at one of the places."""
    end = 0
    for place in places:
        if place >= end:
            match = compiled.match(sentence, place, timeout=MATCH_SECONDS)
            if match is not None:
                found.append(match)
                end = match.end()


def _clipped(hit: Hit, text: str, start: int, end: int) -> Hit | None:
    """The part of a hit that stands in a sentence, None where none of its words does."""
    left, right = max(hit.start, start), min(hit.end, end)
    if not any(char.isalnum() for char in text[left:right]):
        return None
    slots = tuple((name, a, b) for name, a, b in hit.slots if start <= a and b <= end)
    return Hit(hit.rule, left, right, slots)


def _slots(match: Any, offset: int) -> tuple[tuple[str, int, int], ...]:
    found = [
        (name, start + offset, end + offset)
        for name in match.re.groupindex
        for start, end in match.spans(name)[-1:]
    ]
    return tuple(sorted(found, key=lambda slot: (slot[1], slot[2])))


def compile_rules(ruleset: RuleSet, *, budget: float = BUDGET_SECONDS) -> Engine:
    """An engine for the live rules. ``budget`` is in CPU seconds a rule, see BUDGET_SECONDS."""
    return Engine(ruleset, budget=budget)
