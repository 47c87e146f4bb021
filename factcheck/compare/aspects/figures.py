"""The figures of a claim: what is counted, and of whom.

A figure's ``of`` is a set of lexicon classes: "killed or wounded" counts both, and "casualties"
stands for both where the lexicon says so.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.aspects.corrections import out_of_date, taken_back
from factcheck.compare.aspects.people import whose
from factcheck.compare.aspects.quantities import MEASURES, Interval, interval
from factcheck.compare.aspects.reach import NOTHING_SAID, Reach, reach
from factcheck.compare.aspects.roles import role
from factcheck.compare.reading.presupposed import only_meant
from factcheck.extract.words import VERB
from factcheck.values.proper import is_figure, only_identifies
from factcheck.wording.counted import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Claim, Entity, LexiconEntry, Quantity

_NARROW = """
    child woman girl boy man babi infant toddler teenag minor adult medic teacher student journalist nurs
    doctor rescuer firefight polic offic civilian bodi corps
"""
NARROW = frozenset(_NARROW.split())
"""Stems of nouns that name some of the people: no figure for them contradicts one for all."""
Predicate = tuple[int, int, str]
"""Where a lexicon class stands in the article, and the class."""

_JOINED = re.compile(r"\W*(?:or|and|and/or|/)\W+(?:\w+\W+){0,2}\Z|\W*/\W*\Z", re.I)
ADDED = re.compile(r"[\w\s'’-]{0,60}(?:,|\band\b|\bplus\b|\bwhile\b)[\w\s'’-]{0,40}\Z", re.I)
_VERBAL = re.compile(
    r"\b(?:to|be|been|being|was|were|is|are|has|have|had|hold\w*|took|take\w*|left|made|sent)\b", re.I
)
"""What stands between two figures that are told two things."""
_ANY_VERB = re.compile(VERB)
_AFTER = re.compile(r"\bafter\s+(?:[\w-]+\s+){0,2}\Z", re.I)
_RISEN = re.compile(
    r"\b(?:risen|rose|rises|rising|climb(?:ed|s|ing)?|increased|grown|grew|raised|revised|updated|jumped"
    r"|mounted|gone\s+up|went\s+up|brought\s+to|now\s+stands?|stands?\s+now|has\s+reached)\b",
    re.I,
)
_AFTERSHOCK = re.compile(r"\b(?:after|fore)shocks?\b|\bsecond (?:earth)?quake\b", re.I)
"""Whose strength is not that of the quake itself."""
_PARTS = re.compile(r"\W+(?:or|and|and/or)\W+", re.I)
_AMONG = re.compile(
    r"\b(?:including|includes?|among (?:them|whom)|of (?:them|whom))\W+(?:\w+\W+){0,2}\Z", re.I
)
_WERE_AMONG = re.compile(r"(?:\s+(?!and\b|or\b)[\w-]+){0,4}?\s+(?:was|were)\s+among\b", re.I)
_OF_THE = re.compile(r"\s+of\s+(?:the|those|these|them|whom)\b", re.I)
_OF_ITS_OWN = re.compile(
    r"\s+of\s+(?:its|their|his|her)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:dead|wounded|injured|missing|victims?|prisoners?|captives?|hostages?|detainees?|casualties)\b",
    re.I,
)
_TALLY = re.compile(r"\b(?:number|toll|count|total|tally|losses|figure)\b", re.I)
_OUT_OF = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|dozens|hundreds|half|most)"
    r"\s+(?:out\s+)?of\s+(?:the|its|their|his|her|our)\s+(?:\w+ly\s+|some\s+)?\Z"
)
_TOOK = re.compile(r"\b(?:took|takes?|taken|needed|needs?|spent|required)\s+(?:[\w-]+\s+){0,3}\Z", re.I)
_TO_DO = re.compile(
    r"\s+(?:hours?|minutes?|days?|weeks?|months?|years?)\s+(?:for\s+(?:[\w-]+\s+){1,3})?to\s+"
)
_THE = re.compile(r"\b(?:the|an?)\s+\Z")
_FROM_TO = re.compile(r"\s+to\s+")
"""In "from 40 million to 46 million crowns" the unit behind the second number is the first one's too."""
SET_IN = 80
"""How far (in code points) behind a figure the part of it that is set in may begin."""
STOCK = re.compile(r"\b(?:its|their)\s+(?:about\s+|some\s+|nearly\s+)?\Z", re.I)
"""What is somebody's ("withdrew *its* 1,500 soldiers") is told by whose it is, not by what is done to it."""
_TO = re.compile(r"\b(?:to|at|from|of|was|is|reached|stands at)\s+(?:[\w-]+\s+){0,2}\Z", re.I)


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
    """Canonical names of those whose people are counted ("3,000 *Ruritanian* soldiers")."""
    noun: str | None = None
    """Stem of the noun that is counted, where a unit of the lexicon stands behind the number."""
    part: bool = False
    """One of several figures that the sentence adds up or takes out of a larger one."""
    sum: bool = False
    harm: bool = False
    """It counts what befell people, by a class that is part of a whole ("dead" of "casualties")."""
    detail: bool = False
    """It only says who or what is meant, and is compared with its like alone."""
    more: bool = False
    """So many on top of others ("three more bodies"): no total."""
    rivals: bool = False
    """The session counts the same of two peoples: a figure that names neither may be for both."""
    words: str = ""
    """The number with its unit or what it counts, as printed."""
    reach: Reach = NOTHING_SAID
    withdrawn: bool = False
    """Its own article says that it is wrong."""
    outdated: bool = False
    """It is told as one that was given before."""
    role: str | None = None
    """The sort of figure, whatever the verb: a pay, a crowd, a height."""

    @property
    def shown(self) -> str:
        """The figure as a reason prints it."""
        words = self.words or self.text
        return words if not self.sum else f"{words} (in all about {self.interval.headline:,.0f})"


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


MOST = 24
"""A claim with more figures is a table or a list; pairing all of two such claims would take for ever."""


def figures(text: str, quantities: Sequence[Quantity], read: Reading) -> tuple[Figure, ...]:
    """The figures among the first ``MOST`` ``quantities`` of one claim, in their order."""
    harms = frozenset[str]().union(*read.parts.values())
    found = []
    quantities = quantities[:MOST]
    starts = [quantity.start for quantity in quantities]
    for quantity in quantities:
        span = interval(quantity) if is_figure(quantity) else None
        if span is None:
            continue
        of = _counted(text, quantity, read, starts)
        if span.dimension == "magnitude":
            of = frozenset({"aftershock" if _AFTERSHOCK.search(read.claim.text) else "magnitude"})
        if of & harms and span.dimension != "person" and _tallied(text, quantity, read):
            # "Killed in the dam disaster has climbed to 23": the nearest noun is not what is counted.
            span = replace(span, dimension=None, unit=None)
        place = (text, quantity.start, quantity.end, read.claim.sentence)
        found.append(
            Figure(
                quantity.start,
                quantity.end,
                quantity.text,
                span,
                of,
                name_of(of, read.parts),
                whose(text, read.claim, quantity, read.entities, read.nation),
                read.nouns.get(quantity.start),
                _taken_out(text, quantity),
                more=quantity.more or _on_top(text, read.claim, quantity),
                words=counted(text, quantity.start, quantity.end, quantity.unit, read.claim.sentence),
                detail=only_identifies(text, quantity) or (not of & harms and _out_of(text, quantity)),
                reach=reach(*place, measured=span.dimension in MEASURES),
                withdrawn=taken_back(*place),
                outdated=out_of_date(*place),
                role=role(text, read.claim.start, read.claim.end, quantity),
            )
        )
    # A length or a weight is nobody hurt: "dead fish on 18 kilometres".
    return tuple(
        replace(f, harm=True) if f.of & harms and f.interval.dimension not in MEASURES else f for f in found
    )


@lru_cache(maxsize=20_000)
def rises(text: str) -> bool:
    """Whether a toll is said to have gone up."""
    return _RISEN.search(text) is not None


def _out_of(text: str, quantity: Quantity) -> bool:
    """ "Will cut 600 of the 3,200 jobs": the larger number is what there was, and nothing is told of it."""
    return bool(_OUT_OF.search(text[max(0, quantity.start - 32) : quantity.start]))


def _on_top(text: str, claim: Claim, quantity: Quantity) -> bool:
    """ "Rose to 15 after two wounded men died": the two are in the 15."""
    before = text[claim.sentence[0] : quantity.start]
    return bool(_AFTER.search(before)) and rises(before)


def carried(text: str, found: Sequence[Figure]) -> list[Figure]:
    """ "Killed 15 civilians and 27 fighters": what is said once of neighbours is said of both.

    ``found`` are the figures of one sentence in order.
    """
    row: list[Figure] = []
    for figure in found:
        if row and not figure.of and row[-1].of and row[-1].interval.dimension == figure.interval.dimension:
            behind = ADDED.match(text[row[-1].end : figure.start]) and not _VERBAL.search(
                text, row[-1].end, figure.start
            )
            figure = _of_the_same(figure, row[-1]) if behind else figure
        if (
            row
            and row[-1].interval.dimension is None
            and _FROM_TO.fullmatch(text[row[-1].end : figure.start])
        ):
            span = replace(row[-1].interval, dimension=figure.interval.dimension, unit=figure.interval.unit)
            row[-1] = replace(row[-1], interval=span, of=row[-1].of or figure.of, noun=figure.noun)
        if (
            row
            and not row[-1].of
            and figure.of
            and (_set_in(text, row[-1], figure) or _one_subject(text, row[-1], figure))
        ):
            row[-1] = _of_the_same(row[-1], figure)
        row.append(figure)
    return row


def _one_subject(text: str, figure: Figure, other: Figure) -> bool:
    """ "Twelve guards and three cooks were killed": the verb behind both tells of both."""
    between = text[figure.end : other.start]
    alike = figure.interval.dimension == other.interval.dimension
    return alike and bool(ADDED.match(between)) and not _ANY_VERB.search(between)


def _of_the_same(figure: Figure, other: Figure) -> Figure:
    return replace(figure, of=other.of, told=other.told, harm=other.harm)


def _set_in(text: str, whole: Figure, part: Figure) -> bool:
    """ "Fifteen people, among them 11 children, were killed": the verb behind the part is the whole's too."""
    between = text[whole.end : part.start]
    alike = whole.interval.dimension == part.interval.dimension
    return part.part and alike and len(between) < SET_IN and not re.search(r"[.;:!?]", between)


def _taken_out(text: str, quantity: Quantity) -> bool:
    """Whether the figure is taken out of a larger one: "including two", "two of the dead"."""
    before = _AMONG.search(text[max(0, quantity.start - 24) : quantity.start])
    before = before or _WERE_AMONG.match(text, quantity.end)
    # Any share is "of the" something; that takes it out of no other figure.
    whole = quantity.unit != "percent" and _OF_THE.match(text, quantity.end)
    return bool(before or whole or _OF_ITS_OWN.match(text, quantity.end))


def _counted(text: str, quantity: Quantity, read: Reading, starts: Sequence[int]) -> frozenset[str]:
    ordered, parts = sorted(read.predicates), read.parts
    told = {name for _, _, name in ordered}
    # A class from outside the claim is another clause's, unless the claim has none of its own.
    named = {quantity.of} if quantity.of and (quantity.of in told or not told) else set()
    named = _befell(text, read, named, told)
    if ended := _taken_to(text, quantity, ordered):
        return frozenset({ended})
    if tallied := _tallied(text, quantity, read):
        named = {tallied}
    elif STOCK.search(text[read.claim.start : quantity.start]):
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


def _tallied(text: str, quantity: Quantity, read: Reading) -> str | None:
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
