"""A claim that tells two facts with figures is cut into two.

"Four soldiers were shot dead and 11 wounded" tells two facts; each is judged for itself and may meet
another fact of another article. A claim is cut only between two clauses that both tell something,
and only where a figure stands in one of them: anything finer tears apart what belongs together.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from factcheck.extract.words import VERB
from factcheck.model import Quantity, Quote
from factcheck.values.proper import is_figure, only_identifies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Value

Range = tuple[int, int]
Predicate = tuple[int, int, str]
"""Where a lexicon class stands in the article, and the class."""

_BORDER = re.compile(
    r",?\s+(?:and|but|while|whereas|after)\s+|\s+when\s+|,\s+(?:which|who|where|when)\s+|;\s+"
    r"|\s+that\s+(?=\w+(?:ed|eft|ook|ost)\b)",
    re.I,
)
_OPENED = re.compile(r".*\b(?:after|before|when|while|since|as|because)\s", re.I | re.S)
_VERB = re.compile(VERB)
_ING = re.compile(r"(?:\w{3,12}ly\s+)?\w{2,}ing\b", re.I)
_SPAN = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|feet|foot|inch(?:es)?|pounds?|ounces?|degrees?)"
)
_LESS = re.compile(rf"[\w.,]+\s+{_SPAN}\Z", re.I)
_MORE = re.compile(rf"[\w.,]+\s+{_SPAN}\b", re.I)
"""What follows "four years and" in "four years and six months": one measure in two units."""
_HUNG = re.compile(r"\b\w+\s+(of|with|in|for|from|on|over|under|across|among)\s+(?:the\s+|all\s+)?\Z", re.I)
"""Before a figure that belongs to the noun in front of it: "coolers *in* nine countries"."""
_BACK = 160
"""Code points of a clause that are looked at beside a connecting word."""
LEAST_WORDS = 2
MOST, MOST_LOOKED_AT = 6, 60
"""Into how many claims one is cut at most, of how many places: a list of figures is not a story."""


class Told(NamedTuple):
    """Places in a sentence: of its figures, of all that tells something, of what is never cut."""

    figures: tuple[Range, ...]
    classes: tuple[Range, ...]
    whole: tuple[Range, ...]


def told_by(text: str, values: Sequence[Value], predicates: Sequence[Predicate]) -> Told:
    """What :func:`facts` asks of a sentence; ``predicates`` are the places of the lexicon's classes."""
    numbers = [v for v in values if isinstance(v, Quantity) and is_figure(v) and not only_identifies(text, v)]
    figures = tuple((v.start, v.end) for v in numbers)
    classes = tuple((start, end) for start, end, _ in predicates)
    quoted = tuple((v.start, v.end) for v in values if isinstance(v, (Quantity, Quote)))
    return Told(figures, classes, (*quoted, *classes))


def facts(text: str, start: int, end: int, told: Told) -> list[Range]:
    """The facts that ``text[start:end]`` tells, as ranges in order; one, the whole, where it is not cut."""
    found: list[Range] = []
    begin = start
    borders = islice(_BORDER.finditer(text, start, end), MOST_LOOKED_AT)
    for border in borders if _counts((start, end), told) else ():
        left, right = (begin, border.start()), (border.end(), end)
        torn = any(s < border.end() and border.start() < e for s, e in told.whole)
        if torn or _one_clause(text, left, border, right, told):
            continue
        if _tells(text, left, told) and _tells(text, right, told):
            found.append(left)
            begin = border.end()
        if len(found) == MOST - 1:
            break
    last = (begin, end)
    if found and not _counts(last, told) and not _counts(found[-1], told):
        # A clause without a figure stands alone only beside one with a figure.
        last = (found.pop()[0], end)
    return [*found, last]


def _one_clause(text: str, left: Range, border: re.Match[str], right: Range, told: Told) -> bool:
    """Whether the words on both sides of a connecting word are parts of one clause."""
    word = border.group().strip(" ,\n").casefold()
    if word == "after" and not (_counts_and_tells(right, told) or _happened(text, right)):
        return True
    if word in ("when", "after") and not _counts_and_tells(left, told):
        return True
    if word != "and":
        return False
    if _VERB.search(text, *left) is None and not _counts(right, told):
        return True  # "five boys and girls had to leave": the first has no verb but the one behind both
    if _further_object(text, left, right, told):
        return True
    before = text[max(left[0], left[1] - _BACK) : left[1]]
    if _LESS.search(before) and _MORE.match(text, right[0]):
        return True
    # "After a ferry and a tanker collided": what the last connecting word opened has no verb yet.
    opened = _OPENED.match(before)
    return opened is not None and _VERB.search(before, opened.end()) is None


def _further_object(text: str, left: Range, right: Range, told: Told) -> bool:
    """ "Makes pumps, boilers and coolers in nine countries": the last of what one verb makes is no clause.

    Nor has "and eight in Lower Ort" or "the missing at six" a verb, but there the number itself is told, or
    a deed ("the arrest of 12 people"), or both in one way ("the fall of three and the loss of 40 cows").
    """
    first = min((place for place in told.figures if _in(place, right)), default=None)
    if first is None or _VERB.search(text, *right):
        return False
    hung = _HUNG.search(text, right[0], first[0])
    if hung is None or any(_in(place, (right[0], first[0])) for place in told.classes):
        return False
    alike = (_HUNG.search(text, left[0], start) for start, end in told.figures if _in((start, end), left))
    return not any(other and other.group(1) == hung.group(1) for other in alike)


def _happened(text: str, part: Range) -> bool:
    """Whether the words are a clause with a verb: "after talks of nine hours" is when, not what."""
    return _VERB.search(text, *part) is not None and _ING.match(text, *part) is None


def _tells(text: str, part: Range, told: Told) -> bool:
    opening = text[part[0] : min(part[1], part[0] + _BACK)]
    return len(opening.split()) >= LEAST_WORDS and any(
        _in(place, part) for place in (*told.figures, *told.classes)
    )


def _counts(part: Range, told: Told) -> bool:
    return any(_in(place, part) for place in told.figures)


def _counts_and_tells(part: Range, told: Told) -> bool:
    return _counts(part, told) and any(_in(place, part) for place in told.classes)


def _in(place: Range, part: Range) -> bool:
    return part[0] <= place[0] and place[1] <= part[1]
