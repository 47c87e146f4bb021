"""What a number counts, by the words behind it: the noun, or that it is no noun at all."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.compare.aspects.counts import singular
from factcheck.compare.facts.similarity import STOPWORDS, fold, stem, words
from factcheck.model import Quantity
from factcheck.values.tokens import Line

if TYPE_CHECKING:
    from factcheck.compare.aspects.figures import Predicate
    from factcheck.model import Article, Claim
    from factcheck.values.lexicon import TermIndex

_STATE = re.compile(r"(?:ed|dead|hurt|missing)\Z")
"""Words for what became of people; as a unit they count the people."""
_VERB_BEHIND = re.compile(r",?\s+(?:and\s+)?[a-zA-Z]+s\s+\d")
"""In "kills 3, wounds 20" the word behind the 3 is the next verb."""
_NO_NOUN = re.compile(r"(?:ed|ly|ing)\Z|\A\d")
_WORD_BEFORE = re.compile(r"\b([^\W\d_]+)\s+\Z")
_WORD_BEHIND = re.compile(r"\s+(?:more\s+)?([^\W\d_]+)\b")
_PHRASE_BEHIND = re.compile(r"(?:\s+(?:of\s+)?[\w'’-]+){1,3}")


class Counted:
    """Reads the words behind the numbers of claims, with the lexicon's units and classes at hand."""

    def __init__(self, units: TermIndex, predicates: TermIndex) -> None:
        self._units = units
        self._predicates = predicates

    def quantities(self, article: Article, claim: Claim) -> list[Quantity]:
        """The claim's quantities with units that can be held against each other.

        "50 injured" counts no unit called "injured"; "two villages" counts villages even where the
        lexicon does not know them.
        """
        found = []
        for value in claim.values:
            if isinstance(value, Quantity):
                unit = value.unit
                if unit is None:
                    unit = self._unknown_unit(article, value, claim.end)
                elif self._predicates.exact(unit) and (
                    _STATE.search(unit) or _VERB_BEHIND.match(article.text, value.end)
                ):
                    unit = None
                found.append(replace(value, unit=unit))
        return found

    def parted(self, article: Article, claim: Claim) -> list[Predicate]:
        """The classes whose two words stand around a number: "cut 1,400 jobs" is the class of "cut jobs"."""
        found = []
        for value in claim.values:
            if not isinstance(value, Quantity):
                continue
            verb = _WORD_BEFORE.search(article.text, max(claim.start, value.start - 24), value.start)
            noun = _WORD_BEHIND.match(article.text, value.end, claim.end)
            entry = self._predicates.exact(f"{verb[1]} {noun[1]}".casefold()) if verb and noun else None
            if verb and noun and entry:
                found.append((verb.start(1), noun.end(1), entry.name))
        return found

    def _unknown_unit(self, article: Article, value: Quantity, end: int) -> str | None:
        """The stem of the noun behind a number, where neither units nor classes of the lexicon have it."""
        behind = _PHRASE_BEHIND.match(article.text, value.end, end)
        if behind is None or value.text[-1:] == "%":
            return None
        line = Line(article.text, behind.start(), behind.end())
        if self._units.find(line):
            return None
        classes = self._predicates.find(line)
        stretch = article.text[behind.start() : classes[0].start if classes else behind.end()]
        kept = list(takewhile(lambda word: word not in STOPWORDS, (word for word, _, _ in words(stretch))))
        if not kept or _NO_NOUN.search(kept[-1]):
            return None
        return stem(singular(kept[-1]), article.lang)

    def nouns(self, article: Article, claim: Claim) -> dict[int, str]:
        """What each quantity of the claim counts by name: the stem of the unit word behind it."""
        found = {}
        for value in claim.values:
            if isinstance(value, Quantity):
                behind = _PHRASE_BEHIND.match(article.text, value.end, claim.end)
                stretch = (value.start, behind.end() if behind else value.end)
                units = self._units.find(Line(article.text, *stretch))
                if units:
                    last = article.text[units[0].start : units[0].end].split()[-1]
                    found[value.start] = stem(singular(fold(last)), article.lang)
        return found
