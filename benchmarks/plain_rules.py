"""Rules run as a plain program would run them: one after another, by the standard ``re``, on each sentence.

``re`` knows no ``\\p{Lu}``, no look-behind of several lengths and no slot named twice; the expressions are
rewritten for it. One look-behind cannot be: the "and" of "between 3 and 4". It never holds in a sentence
without such a pair, and the few sentences with one are left to the ``regex`` module.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Any
from unicodedata import category

import regex

from factcheck.model import Hit
from factcheck.rules.phrases.builtin import builtin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import SentenceKind
    from factcheck.rules import RuleSet
    from factcheck.rules.ruleset import Pattern, Rule

_PAIR = r"(?:between|from)\s{1,3}[\w,.]{1,15}(?:\s\w{1,9}){0,2}\s{1,3}and\s{1,3}"
_PAIRED = re.compile(_PAIR, re.IGNORECASE)
_SLOT = re.compile(r"\(\?P<(\w+)>")
_REWRITTEN = (
    (f"(?<={_PAIR})", "(?!)"),
    ("(?<=hundred|thousand|million)", "(?:(?<=hundred)|(?<=thousand)|(?<=million))"),
)


@cache
def _letters(name: str) -> str:
    r"""What stands for ``\p{name}`` inside a set."""
    found: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if category(chr(code)).startswith(name):
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    return "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in found)


def rewritten(expression: str) -> str:
    """The expression for ``re``; its slots are numbered, as in ``when__2``."""
    for old, new in _REWRITTEN:
        expression = expression.replace(old, new)
    made: list[str] = []
    at, inside, slots = 0, False, 0
    while at < len(expression):
        sign, taken = expression[at], 1
        slot = None if inside else _SLOT.match(expression, at)
        if expression.startswith(r"\p{", at):
            taken = expression.index("}", at) + 1 - at
            letters = _letters(expression[at + 3 : at + taken - 1])
            made.append(letters if inside else f"[{letters}]")
        elif slot:
            slots += 1
            taken = slot.end() - at
            made.append(f"(?P<{slot[1]}__{slots}>")
        elif sign == "\\" or expression.startswith("[^", at):
            taken = 2
            made.append(expression[at : at + 2])
            inside = inside or sign == "["
        else:
            made.append("\\[" if inside and sign == "[" else sign)
            inside = sign != "]" if inside else sign == "["
        at += taken
    return "".join(made)


class PlainRules:
    """All rules, ready to run; none is spared because of what another found."""

    def __init__(self, ruleset: RuleSet) -> None:
        self._rules = [(rule, _both(rule.patterns), _both(rule.exclude)) for rule in ruleset.rules]
        self._quote = regex.compile(builtin("quote"))

    def hits(self, text: str, start: int, end: int, *, kind: SentenceKind = "body") -> list[Hit]:
        """The hits in ``text[start:end]``, in reading order."""
        sentence = text[start:end]
        paired = _PAIRED.search(sentence) is not None
        found: list[Hit] = []
        for rule, patterns, excludes in self._rules:
            if rule.scope in ("body", "heading", "caption") and rule.scope != kind:
                continue
            matches: dict[tuple[int, int], Any] = {}
            for match in _found(patterns[paired], sentence):
                if match.end() > match.start():
                    matches.setdefault(match.span(), match)
            if matches:
                out = [match.span() for match in _found(excludes[paired], sentence)]
                for span, match in matches.items():
                    if not any(span[0] < b and a < span[1] for a, b in out) and self._in_scope(
                        rule, span, sentence
                    ):
                        found.append(Hit(rule.id, span[0] + start, span[1] + start, _slots(match, start)))
        return sorted(found, key=lambda hit: (hit.start, hit.end))

    def _in_scope(self, rule: Rule, span: tuple[int, int], sentence: str) -> bool:
        if rule.scope not in ("quote", "not-quote"):
            return True
        quoted = (match.span() for match in self._quote.finditer(sentence))
        return any(a <= span[0] and span[1] <= b for a, b in quoted) == (rule.scope == "quote")


def _both(patterns: Iterable[Pattern]) -> tuple[list[Any], list[Any]]:
    """The patterns by ``re``, and as they are by ``regex``."""
    known = list(patterns)
    return [re.compile(rewritten(one.regex)) for one in known], [regex.compile(one.regex) for one in known]


def _found(patterns: Iterable[Any], sentence: str) -> Iterator[Any]:
    for pattern in patterns:
        yield from pattern.finditer(sentence)


def _slots(match: Any, offset: int) -> tuple[tuple[str, int, int], ...]:
    found = {
        name.partition("__")[0]: (match.start(name) + offset, match.end(name) + offset)
        for name in match.re.groupindex
        if match.start(name) >= 0
    }
    return tuple(sorted(((name, *span) for name, span in found.items()), key=lambda slot: slot[1:]))
