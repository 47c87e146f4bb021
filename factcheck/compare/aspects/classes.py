"""What a figure counts: the classes of the lexicon that are told of what it counts.

They are a set: "killed or wounded" counts both, and "casualties" stands for both where the lexicon says so.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.reading.presupposed import only_meant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Claim, Entity, LexiconEntry, Quantity

Predicate = tuple[int, int, str]
"""Where a lexicon class stands in the article, and the class."""

_JOINED = re.compile(r"\W*(?:or|and|and/or|/)\W+(?:\w+\W+){0,2}\Z|\W*/\W*\Z", re.I)
_PARTS = re.compile(r"\W+(?:or|and|and/or)\W+", re.I)
_TALLY = re.compile(r"\b(?:number|toll|count|total|tally|losses|figure)\b", re.I)
_TO = re.compile(r"\b(?:to|at|from|of|was|is|reached|stands at)\s+(?:[\w-]+\s+){0,2}\Z", re.I)
_TOOK = re.compile(r"\b(?:took|takes?|taken|needed|needs?|spent|required)\s+(?:[\w-]+\s+){0,3}\Z", re.I)
_TO_DO = re.compile(
    r"\s+(?:hours?|minutes?|days?|weeks?|months?|years?)\s+(?:for\s+(?:[\w-]+\s+){1,3})?to\s+"
)
_THE = re.compile(r"\b(?:the|an?)\s+\Z")
_STOCK = re.compile(r"\b(?:its|their)\s+(?:about\s+|some\s+|nearly\s+)?\Z", re.I)
"""What is somebody's ("withdrew *its* 1,500 soldiers") is told by whose it is, not by what is done to it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a claim's figures are read with: ``nouns`` gives the stem of what is counted by the start of
    the quantity, ``nation`` that of the speaker's people."""

    claim: Claim
    predicates: Sequence[Predicate]
    entities: Sequence[Entity]
    parts: Mapping[str, frozenset[str]]
    nouns: Mapping[int, str]
    nation: str | None = None


def composites(lexicon: Sequence[LexiconEntry]) -> Mapping[str, frozenset[str]]:
    """Which predicate classes stand for several: those with a term that joins terms of others by "or".

    A class "casualties" with the term "killed or wounded" is made of the classes of "killed" and
    of "wounded", without its author having to say so; what only a stray term joins is no part.
    """
    classes: dict[str, str] = {}
    predicates = [entry for entry in lexicon if entry.role == "predicate"]
    for entry in predicates:
        for term in entry.terms:
            if not _PARTS.search(term):
                classes.setdefault(term.casefold(), entry.name)
    found: dict[str, frozenset[str]] = {}
    for entry in predicates:
        joined: Counter[str] = Counter()
        terms = 0
        for term in entry.terms:
            parts = [part.split()[-1] for part in _PARTS.split(term.casefold()) if part.split()]
            named = {classes[part] for part in parts if part in classes and classes[part] != entry.name}
            if len(named) > 1:
                terms += 1
                joined.update(named)
        if terms:
            found[entry.name] = frozenset(name for name, count in joined.items() if 3 * count >= terms)
    return found


def classes_counted(text: str, quantity: Quantity, read: Reading, starts: Sequence[int]) -> frozenset[str]:
    """The classes that are told of what a quantity counts; ``starts`` are those of the claim's quantities."""
    ordered, parts = sorted(read.predicates), read.parts
    told = {name for _, _, name in ordered}
    # A class from outside the claim is another clause's, unless the claim has none of its own.
    named = {quantity.of} if quantity.of and (quantity.of in told or not told) else set()
    named = _befell(text, read, named, told)
    if ended := _taken_to(text, quantity, ordered):
        return frozenset({ended})
    if tally := tallied(text, quantity, read):
        named = {tally}
    elif _STOCK.search(text[read.claim.start : quantity.start]):
        return frozenset()
    for left, right in itertools.pairwise(ordered):
        counted_between = any(left[1] <= start < right[0] for start in starts)
        joined = left[1] <= right[0] and not counted_between and _JOINED.match(text[left[1] : right[0]])
        if joined and ({left[2], right[2]} & named or not named):
            named |= {left[2], right[2]}
    for whole in {name for _, _, name in ordered if name in parts}:
        if named and named <= parts[whole]:
            named = {whole}
    if not named and len(starts) == 1 and len(told) == 1:
        named = told
    return frozenset(atom for name in named for atom in parts.get(name, (name,)))


def _befell(text: str, read: Reading, named: set[str], told: set[str]) -> set[str]:
    """ "Two wounded soldiers died": they are two dead; that they were wounded says who is meant."""
    harms = frozenset[str]().union(*read.parts.values())
    if not named or not named <= harms:
        return named
    aside = only_meant(text, read.claim.start, read.claim.end, read.predicates)
    happened = (told & harms) - aside
    return set(happened) if named <= aside and len(happened) == 1 else named


def tallied(text: str, quantity: Quantity, read: Reading) -> str | None:
    """ "The number of dead had climbed to 15": the tally says what is counted, the verb how it moved."""
    if not _TO.search(text[read.claim.start : quantity.start]):
        return None
    tally = _TALLY.search(text, read.claim.start, quantity.start)
    behind = [p for p in sorted(read.predicates) if tally and p[1] >= tally.end() and p[1] <= quantity.start]
    return behind[0][2] if len(behind) > 1 else None


def _taken_to(text: str, quantity: Quantity, ordered: Sequence[Predicate]) -> str | None:
    """ "It took them nine hours to bring the blaze under control": the class of what took so long."""
    behind = _TO_DO.match(text, quantity.end)
    if behind is None or not _TOOK.search(text[max(0, quantity.start - 40) : quantity.start]):
        return None
    return next((n for at, _, n in ordered if at >= behind.end() and not _THE.search(text[:at][-5:])), None)


def name_of(of: frozenset[str], parts: Mapping[str, frozenset[str]]) -> str | None:
    """The one class that says what is counted: the whole where all its parts are."""
    if len(of) == 1:
        return next(iter(of))
    return next((name for name, atoms in parts.items() if atoms == of), None)
