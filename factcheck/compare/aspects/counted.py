"""What a number counts, by the words behind it: the noun, or that it is no noun at all."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.compare.aspects.counts import singular
from factcheck.compare.facts.similarity import STOPWORDS, fold, stem, words
from factcheck.model import Entity, Quantity
from factcheck.values.tokens import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.compare.aspects.classes import Predicate
    from factcheck.model import Article, Claim
    from factcheck.values.lexicon import Found, TermIndex

_STATE = re.compile(r"(?:ed|dead|hurt|missing)\Z")
"""Words for what became of people; as a unit they count the people."""
_VERB_BEHIND = re.compile(r",?\s+(?:and\s+)?[a-zA-Z]+s\s+\d")
"""In "kills 3, wounds 20" the word behind the 3 is the next verb."""
_NO_NOUN = re.compile(r"(?:ed|ly|ing)\Z|\A\d")
_WORD_BEFORE = re.compile(r"\b([^\W\d_]+)\s+\Z")
_WORD_BEHIND = re.compile(r"\s+(?:more\s+)?([^\W\d_]+)\b")
_PHRASE_BEHIND = re.compile(r"(?:\s+(?:of\s+)?[\w'’-]+){1,3}")
_NUMBER_OF = re.compile(r"\b(?:numbers?|total|count|tally)\s+of((?:\s+[\w'’-]+){1,4})", re.I)
OCCASION = "occasion"
"""The unit of how often a thing was done."""
_TIMES = re.compile(
    r"\s+times\b(?!\s+(?:as|the|more|less|larger|higher|bigger|smaller|lower|that|its|their)\b)", re.I
)
_TWICE = re.compile(
    r"\b(?:twice|thrice)\b(?!\s+(?:as|the|an?|that|those|what|its|their|his|her|this|last|per|every|each|over|daily|weekly"
    r"|monthly|yearly)\b)",
    re.I,
)
"""How often a thing was done; not "twice as many", "twice the size", "twice a week"."""
NEAR = 90
"""How far before a number (in code points) "the number of" may stand."""


class Counted:
    """Reads the words behind the numbers of claims, with the lexicon's units and classes at hand."""

    def __init__(self, units: TermIndex, predicates: TermIndex) -> None:
        self._units = units
        self._predicates = predicates

    def quantities(self, article: Article, claim: Claim) -> list[Quantity]:
        """The claim's quantities with units that can be held against each other.

        "50 injured" counts no unit called "injured"; "two villages" counts villages even where the
        lexicon does not know them; "twice" is two times.
        """
        found = list(_twice(article.text, claim))
        for value in claim.values:
            if isinstance(value, Quantity):
                unit = value.unit
                if unit is None:
                    unit = self._unknown_unit(article, value, claim.end)
                    unit = unit or self._tallied_unit(article, claim, value)
                    if _TIMES.match(article.text, value.end):
                        unit = OCCASION
                elif self._predicates.exact(unit) and (
                    _STATE.search(unit) or _VERB_BEHIND.match(article.text, value.end)
                ):
                    unit = None
                of = self._told(article, claim, value.of)
                same = unit == value.unit and of == value.of
                found.append(value if same else replace(value, unit=unit, of=of))
        return found

    def _told(self, article: Article, claim: Claim, of: str | None) -> str | None:
        """None for a class that the sentence has in names alone: an "Election Mission" elects nobody."""
        if of is None:
            return None
        names = [
            (v.start, v.end)
            for v in (*claim.values, *claim.context)
            if isinstance(v, Entity) and v.kind != "place"
        ]
        if not names:
            return of
        hits = [f for f in self._predicates.find(Line(article.text, *claim.sentence)) if f.entry.name == of]
        named = bool(hits) and all(any(s <= f.start and f.end <= e for s, e in names) for f in hits)
        return None if named else of

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
                units = self._units.find(Line(article.text, *stretch)) or self._tallied(article, claim, value)
                if units:
                    last = article.text[units[0].start : units[0].end].split(" of ")[0].split()[-1]
                    found[value.start] = stem(singular(fold(last)), article.lang)
        return found

    def _tallied_unit(self, article: Article, claim: Claim, value: Quantity) -> str | None:
        """The same where it stands before: "the number of *wells* stands at 31"."""
        tally = _NUMBER_OF.search(article.text, max(claim.start, value.start - NEAR), value.start)
        if tally is None or value.text[-1:] == "%":
            return None
        if self._predicates.find(Line(article.text, *tally.span(1))):
            return None
        kept = list(takewhile(lambda word: word not in STOPWORDS, (w for w, _, _ in words(tally[1]))))
        return stem(singular(kept[-1]), article.lang) if kept and not _NO_NOUN.search(kept[-1]) else None

    def _tallied(self, article: Article, claim: Claim, value: Quantity) -> list[Found]:
        """ "Put the number of damaged *houses* at 45": what is counted stands before its number."""
        start = max(claim.start, value.start - NEAR)
        tally = _NUMBER_OF.search(article.text, start, value.start)
        return self._units.find(Line(article.text, *tally.span(1)))[:1] if tally else []


def _twice(text: str, claim: Claim) -> Iterator[Quantity]:
    """What "twice" and "thrice" say in a claim, as "two times" does."""
    for found in _TWICE.finditer(text, claim.start, claim.end):
        often = 2.0 if found[0].casefold() == "twice" else 3.0
        yield Quantity(*found.span(), found[0], often, often, often, "exact", OCCASION)
