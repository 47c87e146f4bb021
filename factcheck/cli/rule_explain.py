"""``factcheck rules explain``: why a rule finds something in a text, or does not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from factcheck.cli.carets import underlined
from factcheck.cli.options import rule_paths, warn
from factcheck.problems import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import LexiconEntry, Value
    from factcheck.rules import Rule, RuleSet, Vocabulary
    from factcheck.rules.ruleset import Pattern
    from factcheck.rules.trying.examples import Normal
    from factcheck.rules.trying.explain import Explanation, Match, Told, Trace


NAMED = 12
"""How many words that a pattern needs are named."""


@click.command(epilog="Example: factcheck rules explain quantity.people 'Two dozen people were hurt.'")
@click.argument("rule", metavar="RULE")
@click.argument("text", metavar="TEXT")
@click.option("--rules", multiple=True, metavar="PATH", help="A rule file or shipped pack, instead of all.")
@click.option("--regex", is_flag=True, help="Print the expression that each pattern becomes, and its words.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(rule: str, text: str, rules: tuple[str, ...], regex: bool, form: str) -> None:
    """Say why a rule finds something in a text, or what stopped each of its patterns.

    TEXT is a sentence or several; - reads it from standard input. They are read as the examples are.
    """
    from factcheck.cli.options import stdin_for, write_out
    from factcheck.cli.rule_json import explained
    from factcheck.rules import load_rules
    from factcheck.rules.trying.explain import explain as told
    from factcheck.values.normal import Normaliser

    data = stdin_for([text])
    said = text if data is None else data.decode("utf-8", "replace")
    ruleset = load_rules(rule_paths(rules))
    found = told(ruleset, chosen(ruleset, rule), said)
    normal = Normaliser(ruleset.lexicon)
    if form == "json":
        asked = [needs(pattern) for pattern in found.rule.patterns]
        write_out(json.dumps(explained(found, normal, asked), indent=2), None)
    else:
        for line in lines(found, ruleset, normal, regex=regex):
            click.echo(line)
    warn(ruleset.problems)


def chosen(ruleset: RuleSet, name: str) -> Rule:
    """The live rule of this id. Raises BadInput, with what is wrong with the files where it is not there."""
    from factcheck.problems import BadInput, Problem
    from factcheck.rules.source.places import nearest, shown

    rule = next((rule for rule in ruleset.rules if rule.id == name), None)
    if rule is None:
        mend = nearest(name, [rule.id for rule in ruleset.rules])
        why = "a rule with a mistake is set aside" if ruleset.problems else ""
        raise BadInput(*ruleset.problems, Problem("RULE", f"no live rule is called {shown(name)}", why, mend))
    return rule


def lines(found: Explanation, ruleset: RuleSet, normal: Normal, *, regex: bool) -> list[str]:
    rule = found.rule
    vocabularies = ruleset.lists_of(rule.place.path)
    said: set[str] = set()
    out = [f"{rule.id}  {rule.info.title}  ({rule.place})"]
    out += [f"note: {note}" for note in found.notes]
    hits = sum(len(sentence.hits) for sentence in found.sentences)
    out.append(
        f"{_count(hits, 'hit')} in {_count(len(found.sentences), 'sentence')}; "
        f"made ready in {found.compile_ms:.1f} ms, matched in {found.ms:.2f} ms"
    )
    for number, sentence in enumerate(found.sentences, start=1):
        out += ["", f"sentence {number}: {found.text[sentence.start : sentence.end]}"]
        values = _values(found.text, sentence, ruleset.lexicon)
        for which, trace in enumerate(sentence.traces, start=1):
            out += [f"  pattern {which}: {trace.pattern.text}   ({trace.ms:.2f} ms)"]
            if number == 1:
                out += _expanded(trace, vocabularies, said, regex=regex)
            out += [f"    {line}" for line in _trace(found, sentence, trace, values, normal)]
    return [printable(line) for line in out]


def _expanded(trace: Trace, vocabularies: dict[str, Vocabulary], said: set[str], *, regex: bool) -> list[str]:
    """What the names of a pattern stand for, each name once for the whole rule."""
    from factcheck.rules.phrases.meaning import meanings

    names = [pair for pair in meanings(trace.pattern, vocabularies) if pair[0] not in said]
    said.update(name for name, _ in names)
    out = [f"    {{{name}}} is {meaning}" for name, meaning in names]
    if regex:
        expression = trace.pattern.regex
        cut = f"… ({len(expression):,} signs)" if len(expression) > 2_000 else ""
        out.append(f"    expression: {expression[:2_000]}{cut}")
        out += [f"    tried only where a sentence has: {line}" for line in needs(trace.pattern)]
    return out


def needs(pattern: Pattern) -> list[str]:
    """The words without one of which a pattern is not tried on a sentence, a line for each set of them."""
    return [_any_word(keys) for keys in pattern.sketch.needs]


def _any_word(keys: frozenset[str]) -> str:
    from factcheck.rules.phrases.tokens import DIGIT, START, UPPER

    named = {DIGIT: "a figure", UPPER: "a word with a capital", START: "its beginning"}
    words = [*sorted(named[key] for key in keys & named.keys()), *sorted(keys - named.keys())]
    more = f" or one of {len(words) - NAMED:,} more" if len(words) > NAMED else ""
    return ", ".join(words[:NAMED]) + more


def _trace(
    found: Explanation, sentence: Told, trace: Trace, values: Sequence[Value], normal: Normal
) -> list[str]:
    text = found.text
    if not trace.matches:
        return _stopped(text, sentence, trace)
    out: list[str] = []
    for match in trace.matches:
        out += underlined(text, match.start, match.end, sentence.start, sentence.end)
        out.append(f"matches, but is dropped: {match.dropped}" if match.dropped else "hit")
        if not match.dropped:
            out += _read(found, match, values, normal)
    return out


def _stopped(text: str, sentence: Told, trace: Trace) -> list[str]:
    from factcheck.rules.trying.explain import why_not

    assert trace.reach is not None
    fits = trace.reach.fits
    shown = list(underlined(text, *fits, sentence.start, sentence.end)) if fits else []
    return [*shown, f"no match: {why_not(trace.reach, text)}"]


def _read(found: Explanation, match: Match, values: Sequence[Value], normal: Normal) -> list[str]:
    """The slots as they stand in the text, what the reviewer is told, the values read in the match."""
    from factcheck.rules.phrases.message import filled

    text, rule = found.text, found.rule
    forms = {slot.name: slot.normalise for slot in rule.slots if slot.normalise != "none"}
    out: list[str] = []
    for name, a, b in match.slots:
        read = f", as a {forms[name]}: {normal(forms[name], text[a:b], rule.lang)}" if name in forms else ""
        out.append(f"  {name} = '{text[a:b]}'{read}")
    if rule.info.message:
        out.append(f"  message: {filled(rule.info.message, text, match.slots)}")
    inside = [value for value in values if match.start <= value.start and value.end <= match.end]
    return out + [f"  value '{value.text}' is {value_words(value)}" for value in inside]


def _values(text: str, sentence: Told, lexicon: Sequence[LexiconEntry]) -> Sequence[Value]:
    """What the pipeline's own reader reads in the sentence, at offsets into the text."""
    from hashlib import sha256

    from factcheck.model import Article, Sentence
    from factcheck.values import ValueReader

    digest = sha256(text.encode("utf-8", "replace")).hexdigest()
    article = Article("a1", "TEXT", "", "", text, digest, digest)
    return ValueReader(lexicon).read(article, [Sentence(sentence.start, sentence.end, 1)])[0]


def value_words(value: Value) -> str:
    """A value in its normal form: kind, limits, unit; ISO days; the name under which aliases meet."""
    if value.kind == "quantity":
        limits = [_figure(limit) for limit in (value.low, value.high)]
        said = limits[0] if limits[0] == limits[1] else f"{limits[0]} to {limits[1]}"
        extra = [value.unit or "", f"of {value.of}" if value.of else ""]
        return " ".join(part for part in ("quantity", value.bound, said, *extra) if part)
    if value.kind == "date":
        days = sorted({day for day in (value.earliest, value.latest) if day})
        return f"date {' to '.join(days) or 'of no known day (the text has no date)'} ({value.grain})"
    if value.kind == "attribution":
        return f"attribution to {value.origin}"
    return "quote" if value.kind == "quote" else f"{value.kind} {value.name}"


def _figure(limit: float | None) -> str:
    return "open" if limit is None else f"{limit:,.12g}"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
