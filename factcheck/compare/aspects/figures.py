"""The figures of a claim: what is counted, and of whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.aspects.classes import classes_counted, name_of, tallied
from factcheck.compare.aspects.corrections import out_of_date, taken_back
from factcheck.compare.aspects.located import only_locates
from factcheck.compare.aspects.people import whose
from factcheck.compare.aspects.quantities import MEASURES, Interval, interval
from factcheck.compare.aspects.reach import NOTHING_SAID, Reach, reach
from factcheck.compare.aspects.roles import role
from factcheck.extract.words import VERB
from factcheck.values.hedges import by_passing
from factcheck.values.proper import is_figure, only_identifies
from factcheck.wording.counted import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.classes import Reading
    from factcheck.model import Claim, Quantity

_NARROW = """
    child woman girl boy man babi infant toddler teenag minor adult medic teacher student journalist nurs
    doctor rescuer firefight polic offic civilian bodi corps
"""
NARROW = frozenset(_NARROW.split())
"""Stems of nouns that name some of the people: no figure for them contradicts one for all."""

ADDED = re.compile(r"[\w\s'’-]{0,60}(?:,|\band\b|\bplus\b|\bwhile\b)[\w\s'’-]{0,40}\Z", re.I)
_VERBAL = re.compile(
    r"\b(?:to|be|been|being|was|were|is|are|has|have|had|hold\w*|took|take\w*|left|made|sent)\b", re.I
)
"""What stands between two figures that are told two things."""
_ANY_VERB = re.compile(VERB)
_SOMEWHERE = re.compile(r"\s+(?:in|at|on|near|outside|off)\s[^,;.]{2,60}")
"""Behind a number that counts what the words before have counted: "and eight in the village of Lower Ort"."""
_AFTER = re.compile(r"\bafter\s+(?:[\w-]+\s+){0,2}\Z", re.I)
_RISEN = re.compile(
    r"\b(?:risen|rose|rises|rising|climb(?:ed|s|ing)?|increased|grown|grew|raised|revised|updated|jumped"
    r"|mounted|gone\s+up|went\s+up|brought\s+to|now\s+stands?|stands?\s+now|has\s+reached)\b",
    re.I,
)
_AFTERSHOCK = re.compile(r"\b(?:after|fore)shocks?\b|\bsecond (?:earth)?quake\b", re.I)
"""Whose strength is not that of the quake itself."""
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
_OUT_OF = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|dozens|hundreds|half|most)"
    r"\s+(?:out\s+)?of\s+(?:the|its|their|his|her|our)\s+(?:\w+ly\s+|some\s+)?\Z"
)
_FROM_TO = re.compile(r"\s+to\s+")
"""In "from 40 million to 46 million crowns" the unit behind the second number is the first one's too."""
SET_IN = 80
"""How far (in code points) behind a figure the part of it that is set in may begin."""


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


def _printed(text: str, quantity: Quantity, claim: Claim) -> str:
    """The number with what it counts: "death toll more than 50" of a toll that "could pass 50".

    Of "and eight in Lower Ort", where the noun is left out, the place is shown.
    """
    words = counted(text, quantity.start, quantity.end, quantity.unit, claim.sentence)
    elliptical = _SOMEWHERE.match(text, quantity.end, claim.end) if words == quantity.text else None
    if elliptical and claim.start == quantity.start and _ANY_VERB.search(claim.text) is None:
        return f"{words}{elliptical.group()}"
    if not by_passing(quantity.hedge) or quantity.text.startswith(quantity.hedge or ""):
        return words
    how = "more than" if quantity.bound == "above" else "at most"
    return words.replace(quantity.text, f"{how} {quantity.text}", 1)


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
        of = classes_counted(text, quantity, read, starts)
        if span.dimension == "magnitude":
            of = frozenset({"aftershock" if _AFTERSHOCK.search(read.claim.text) else "magnitude"})
        if of & harms and span.dimension != "person" and tallied(text, quantity, read):
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
                words=_printed(text, quantity, read.claim),
                detail=only_identifies(text, quantity)
                or only_locates(text, quantity.start, quantity.end)
                or (not of & harms and _out_of(text, quantity)),
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
