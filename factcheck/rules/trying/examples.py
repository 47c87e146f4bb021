"""Runs the examples of rules through the very engine that scans."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Protocol

from factcheck.rules.phrases.words import plain
from factcheck.rules.running.compile import compile_rules
from factcheck.rules.trying.explain import kind_for
from factcheck.segment import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from factcheck.model import Hit
    from factcheck.rules.ruleset import Example, Rule, RuleSet
    from factcheck.rules.running.compile import Engine


class Normal(Protocol):
    """Reads the words of a slot in one of the forms that ``normalise`` names."""

    def __call__(self, form: str, words: str, lang: str = "en") -> str: ...


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What one example gave. ``expected`` and ``got`` are for people; ``place`` is path:line:col.

    ``hits`` are where the rule matched, at offsets into ``text``.
    """

    rule: str
    expected: str
    got: str
    text: str
    ok: bool
    place: str
    why: str = ""
    hits: tuple[tuple[int, int], ...] = ()


def run_examples(
    ruleset: RuleSet, ids: Collection[str] = (), normal: Normal | None = None
) -> tuple[ExampleResult, ...]:
    """The examples of the rules that ``ids`` name (ids or globs; none: all), in the order of the files.

    A ``todo`` example is well while it fails; one that passes is reported, so that it becomes a match.
    ``normal`` reads the words of slots that say ``normalise``; without it they are compared as they stand.
    """
    engine = compile_rules(ruleset)
    results: list[ExampleResult] = []
    for rule in ruleset.rules:
        if ids and not any(fnmatchcase(rule.id, glob) for glob in ids):
            continue
        for example in rule.examples:
            hits = [hit for hit in _hits(engine, rule, example.text) if hit.rule == rule.id]
            results.append(_result(rule, example, hits, engine.set_aside, _Words(rule, normal)))
    return tuple(results)


def _hits(engine: Engine, rule: Rule, text: str) -> list[Hit]:
    """The hits in an example, which is read as an article's paragraph is: sentence by sentence."""
    spans = sentence_spans(text, 0, len(text), rule.lang)
    kind = kind_for(rule.scope)
    if rule.scope in ("paragraph", "document"):
        return engine.hits(text, 0, len(text), kind=kind)
    return [
        hit for a, b in spans for hit in engine.hits(text, a, b, kind=kind, paragraph=spans, document=spans)
    ]


class _Words:
    """The words of slots as they are compared and shown."""

    def __init__(self, rule: Rule, normal: Normal | None) -> None:
        self._forms = {slot.name: slot.normalise for slot in rule.slots if slot.normalise != "none"}
        self._normal = normal
        self._lang = rule.lang

    def same(self, name: str, found: str, words: str) -> bool:
        if plain(found) == plain(words):
            return True
        normal, form = self._normal, self._forms.get(name)
        if normal is None or form is None:
            return False
        return normal(form, found, self._lang) == normal(form, words, self._lang)

    def shown(self, name: str, found: str) -> str:
        normal, form = self._normal, self._forms.get(name)
        read = found if normal is None or form is None else normal(form, found, self._lang)
        return found if read == found else f"{found} ({read})"


def _result(
    rule: Rule, example: Example, hits: list[Hit], aside: Mapping[str, str], words: _Words
) -> ExampleResult:
    fault = _fault(example, hits, words)
    if rule.id in aside:
        fault = f"the rule was set aside: {aside[rule.id]}"
    ok, why = fault is None, fault or ""
    if example.expect == "todo":
        ok, why = fault is not None, "" if fault else "this todo example passes now: move it to match"
    return ExampleResult(
        rule.id,
        _expected(example),
        _got(example.text, hits, words),
        example.text,
        ok,
        str(example.place),
        why,
        tuple((hit.start, hit.end) for hit in hits),
    )


def _fault(example: Example, hits: list[Hit], words: _Words) -> str | None:
    """Why the hits are not what the example says, or None."""
    if example.expect == "no match":
        return "it must not match" if hits else None
    if not hits:
        return "it does not match"
    if example.count is not None and len(hits) != example.count:
        return f"it matches {len(hits)} times"
    if any(_has(example, hit, words) for hit in hits):
        return None
    wrong = [
        name
        for name, said in example.slots
        if not any(_holds(example.text, hit, name, said, words) for hit in hits)
    ]
    return (
        f"no match has the slot {', '.join(wrong)} as expected"
        if wrong
        else "no single match has all the slots"
    )


def _has(example: Example, hit: Hit, words: _Words) -> bool:
    return all(_holds(example.text, hit, name, said, words) for name, said in example.slots)


def _holds(text: str, hit: Hit, name: str, said: str, words: _Words) -> bool:
    return any(slot == name and words.same(name, text[a:b], said) for slot, a, b in hit.slots)


def _expected(example: Example) -> str:
    said = ["no match" if example.expect == "no match" else "a match"]
    if example.count is not None:
        said = [f"{example.count} matches"]
    said.extend(f"{name} = {words}" for name, words in example.slots)
    return ", ".join(said)


def _got(text: str, hits: list[Hit], words: _Words) -> str:
    if not hits:
        return "no match"
    return "; ".join(
        ", ".join(
            [
                f"'{text[hit.start : hit.end]}'",
                *(f"{n} = {words.shown(n, text[a:b])}" for n, a, b in hit.slots),
            ]
        )
        for hit in hits
    )
