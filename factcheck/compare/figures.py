"""The figures of a claim: what is counted, of whom, and sums that the text leaves to the reader.

A figure's ``of`` is a set of lexicon classes: "killed or wounded" counts both, "casualties" stands
for both where the lexicon says so, and two figures of one sentence that count two parts ("12 dead
and 30 injured") have a third one as their sum.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.compare.quantities import Interval, interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Entity, LexiconEntry, Quantity

_NARROW = """
    child woman girl boy man babi infant toddler teenag minor adult medic teacher student journalist nurs
    doctor rescuer firefight polic offic civilian
"""
NARROW = frozenset(_NARROW.split())
"""Stems of nouns that name some of the people: no figure for them contradicts one for all."""
Predicate = tuple[int, int, str]
"""Where a lexicon class stands in the article, and the class."""

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|dozens?|scores|hundreds?|thousands?|millions?|billions?|trillions?|half|third"
    r"|quarter)\b",
    re.I,
)
_JOINED = re.compile(r"\W*(?:or|and|and/or|/)\W+(?:\w+\W+){0,2}\Z|\W*/\W*\Z", re.I)
_ADDED = re.compile(r"[\w\s'’-]{0,60}(?:,|\band\b|\bplus\b|\bwhile\b)[\w\s'’-]{0,40}\Z", re.I)
_PARTS = re.compile(r"\W+(?:or|and|and/or)\W+", re.I)
_AMONG = re.compile(
    r"\b(?:including|includes?|among (?:them|whom)|of (?:them|whom)|were among)\W+(?:\w+\W+){0,2}\Z", re.I
)
_OF_THE = re.compile(r"\s+of\s+(?:the|those|these|them|whom|its|their)\b", re.I)
_TURNS = re.compile(
    r"[,;:.()]|\b(?:to|by|in|on|at|from|for|with|and|or|as|who|which|that|have|has|had|was|were|is|are|be"
    r"|been|against|after|before|since|during|while)\b",
    re.I,
)
"""Where a noun phrase ends: what is named behind it is not what is counted."""
NEAR_ACTOR = 40
"""How far behind a number (in code points) the name of those counted may stand."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a claim as the comparison sees it."""

    start: int
    end: int
    text: str
    interval: Interval
    of: frozenset[str]
    told: str | None
    """The class that counts, as the lexicon names it."""
    actors: frozenset[str]
    """Canonical names that stand at what is counted ("3,000 *Ruritanian* soldiers")."""
    noun: str | None = None
    """Stem of the noun that is counted, where a unit of the lexicon stands behind the number."""
    part: bool = False
    """One of several figures that the sentence adds up or takes out of a larger one."""
    sum: bool = False

    @property
    def shown(self) -> str:
        """The figure as a reason prints it."""
        if not self.sum:
            return self.text
        return f"{self.text} (in all about {self.interval.headline:,.0f})"


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


def is_figure(quantity: Quantity) -> bool:
    """A number proper: "one", "the" and "several" are counts of actors, not figures."""
    if quantity.value is None and quantity.low is None and quantity.high is None:
        return False
    return bool(_NUMBER.search(quantity.text))


def figures(
    text: str,
    quantities: Sequence[Quantity],
    predicates: Sequence[Predicate],
    entities: Sequence[Entity],
    parts: Mapping[str, frozenset[str]],
    nouns: Mapping[int, str],
) -> tuple[Figure, ...]:
    """The figures among the ``quantities`` of one claim, in their order.

    ``nouns`` gives the stem of what is counted by the place where the quantity starts.
    """
    found = []
    for quantity in quantities:
        span = interval(quantity) if is_figure(quantity) else None
        if span is None:
            continue
        of = _counted(text, quantity, predicates, parts, [q.start for q in quantities])
        found.append(
            Figure(
                quantity.start,
                quantity.end,
                quantity.text,
                span,
                of,
                _name(of, parts),
                _actors(text, quantity, entities),
                nouns.get(quantity.start),
                _taken_out(text, quantity),
            )
        )
    return tuple(_carried(text, found))


def _carried(text: str, found: Sequence[Figure]) -> list[Figure]:
    """ "Killed 15 civilians and 27 fighters": what is said once of neighbours is said of both."""
    row: list[Figure] = []
    for figure in found:
        if row and not figure.of and row[-1].of and row[-1].interval.dimension == figure.interval.dimension:
            behind = _ADDED.match(text[row[-1].end : figure.start])
            figure = replace(figure, of=row[-1].of, told=row[-1].told) if behind else figure
        row.append(figure)
    return row


def _taken_out(text: str, quantity: Quantity) -> bool:
    """Whether the figure is taken out of a larger one: "including two", "two of the dead"."""
    before = _AMONG.search(text[max(0, quantity.start - 24) : quantity.start])
    return bool(before or _OF_THE.match(text, quantity.end))


def _counted(
    text: str,
    quantity: Quantity,
    predicates: Sequence[Predicate],
    parts: Mapping[str, frozenset[str]],
    starts: Sequence[int],
) -> frozenset[str]:
    ordered = sorted(predicates)
    told = {name for _, _, name in ordered}
    # A class from outside the claim is another clause's, unless the claim has none of its own.
    named = {quantity.of} if quantity.of and (quantity.of in told or not told) else set()
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


def _name(of: frozenset[str], parts: Mapping[str, frozenset[str]]) -> str | None:
    """The one class that says what is counted: the whole where all its parts are."""
    if len(of) == 1:
        return next(iter(of))
    return next((name for name, atoms in parts.items() if atoms == of), None)


def _actors(text: str, quantity: Quantity, entities: Sequence[Entity]) -> frozenset[str]:
    """Names right behind the number, before the clause turns: "3,000 Ruritanian soldiers"."""
    near = set()
    for entity in entities:
        ahead = quantity.end <= entity.start <= quantity.end + NEAR_ACTOR
        if (ahead and not _TURNS.search(text, quantity.end, entity.start)) or (
            quantity.start <= entity.start and entity.end <= quantity.end
        ):
            near.add(entity.name)
    return frozenset(near)


def sums_of(
    text: str, found: Sequence[Figure], parts: Mapping[str, frozenset[str]]
) -> tuple[tuple[Figure, ...], frozenset[int]]:
    """The sums that the figures of one sentence leave to the reader, and where their parts start.

    Neighbours are added up when they count two parts of a whole that the lexicon names (the dead and
    the hurt, not the dead and the deployed), or the same of two sorts (22 children and six teachers).
    Only the latter are parts by their place, the former by what they count; and as a third sort may
    follow, the sum of two sorts is itself a part that can agree with a whole and not contradict it.
    """
    sums: list[Figure] = []
    starts: set[int] = set()
    ordered = sorted(found, key=lambda figure: figure.start)
    for left, right in itertools.pairwise(ordered):
        of = left.of | right.of
        harms = (
            left.of and right.of and not left.of & right.of and any(of <= atoms for atoms in parts.values())
        )
        sorts = left.of == right.of and left.noun and right.noun and left.noun != right.noun
        units = {left.interval.dimension, right.interval.dimension} - {None}
        if not (harms or sorts) or len(units) > 1 or not _ADDED.match(text[left.end : right.start]):
            continue
        if left.part or right.part:
            continue
        total = _sum(left, right, of, _name(of, parts), next(iter(units), None))
        sums.append(replace(total, part=True) if sorts else total)
        if sorts:
            starts |= {left.start, right.start}
    return tuple(sums), frozenset(starts)


def _sum(left: Figure, right: Figure, of: frozenset[str], told: str | None, dimension: str | None) -> Figure:
    a, b = left.interval, right.interval
    whole = replace(
        a,
        headline=a.headline + b.headline,
        low=a.low + b.low,
        high=a.high + b.high,
        bound=a.bound if a.bound == b.bound else ("range" if "exact" in (a.bound, b.bound) else "about"),
        hedged=a.hedged or b.hedged,
        dimension=dimension,
        unit=a.unit if a.unit == b.unit else dimension,
    )
    text = f"{left.text} and {right.text}"
    return Figure(left.start, right.end, text, whole, of, told, left.actors | right.actors, sum=True)
