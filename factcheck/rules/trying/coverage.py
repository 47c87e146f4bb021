"""What no example shows to work: patterns that none fires, and words of vocabularies that stand in none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from factcheck.rules.phrases.words import plain
from factcheck.rules.running.runner import MATCH_SECONDS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.rules.ruleset import Pattern, RuleSet, Vocabulary
    from factcheck.rules.source.places import Place

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Unfired:
    """A pattern that no example of its rule fires."""

    rule: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Unheard:
    """The terms of a vocabulary that no example holds where a pattern with it fires."""

    vocabulary: Vocabulary
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """``patterns`` and ``terms`` are how many there are in all, in the vocabularies that a pattern uses."""

    patterns: int
    terms: int
    unfired: tuple[Unfired, ...]
    unheard: tuple[Unheard, ...]

    @property
    def lost(self) -> int:
        """How many terms stand in no example."""
        return sum(len(each.terms) for each in self.unheard)


def coverage(ruleset: RuleSet, ids: Collection[str] = ()) -> Coverage:
    """What the examples that must match show of the rules that ``ids`` name (ids or globs; none: all)."""
    rules = [rule for rule in ruleset.rules if not ids or any(fnmatchcase(rule.id, glob) for glob in ids)]
    unfired: list[Unfired] = []
    heard: dict[Place, list[str]] = {}
    for rule in rules:
        texts = [example.text for example in rule.examples if example.expect == "match"]
        for pattern in rule.patterns:
            found = _fired(pattern, texts)
            if not found:
                unfired.append(Unfired(rule.id, pattern))
            lists = ruleset.lists_of(pattern.place.path) if pattern.vocabularies else {}
            for name in pattern.vocabularies:
                if name in lists:
                    heard.setdefault(lists[name].place, []).extend(found)
    used = [one for one in ruleset.vocabularies if one.place in heard]
    unheard = [Unheard(one, lost) for one in used if (lost := _lost(one, heard[one.place]))]
    return Coverage(
        sum(len(rule.patterns) for rule in rules),
        sum(len(one.terms) for one in used),
        tuple(unfired),
        tuple(unheard),
    )


def _fired(pattern: Pattern, texts: Sequence[str]) -> list[str]:
    """The words that a pattern by itself matches in the texts."""
    import regex

    compiled = regex.compile(pattern.regex)
    found: list[str] = []
    for text in texts:
        try:
            found.extend(match.group() for match in compiled.finditer(text, timeout=MATCH_SECONDS))
        except TimeoutError:
            # Too slow on its own example: the test of the examples says so.
            continue
    return [text for text in found if text]


def _lost(vocabulary: Vocabulary, texts: Sequence[str]) -> tuple[str, ...]:
    every = _worded("\n".join(texts))
    return tuple(term for term in vocabulary.terms if _worded(term) not in every)


def _worded(text: str) -> str:
    """The words of a text in small letters, each between blanks: what stands in it stands whole."""
    return f" {' '.join(_WORD.findall(plain(text).casefold()))} "
