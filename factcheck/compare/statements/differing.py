"""In which figures and dates a text that bears on a statement differs from it.

Every test asks first whether the text has the statement's own value too; only where it has not, and has
another of the same kind in its place, the two differ.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.aspects.dates import compare_dates
from factcheck.compare.aspects.quantities import compare_intervals, interval
from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.compare.statements import saying as say

if TYPE_CHECKING:
    from factcheck.compare.aspects.quantities import Interval, Outcome
    from factcheck.compare.statements.readings import Reading
    from factcheck.model import DateValue, Quantity, RelationOn

BEHIND = 40
"""Code points behind a number in which what it counts is looked for."""
FLOOR_HOLDS = 0.25
"""How far above "at least x" a figure may lie before they are two counts."""
_MONTH_DAY = 2
_NEXT_WORD = re.compile(r"[\s-]?[^\W\d_]{1,20}\b")
_NAMED = re.compile(r"\s+(?:[A-Z]|film\b|album\b|song\b|novel\b|series\b|edition\b)")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing told otherwise; ``sure`` is in 0..1."""

    on: RelationOn
    why: str
    sure: float
    sentence: int
    """The sentence of the text that tells it otherwise."""
    denial: bool = False
    """One of the two says that it is not so."""


# --- figures --------------------------------------------------------------------------------


def figures_differ(outcome: Outcome, a: Interval, b: Interval) -> bool:
    """Whether the interval table's answer means two counts; a floor far below another figure is one, too."""
    if outcome.kind == "conflicts":
        return True
    return outcome.reason == "bound holds" and (a.floor or b.floor) and outcome.gap > FLOOR_HOLDS


def figures(statement: Reading, text: Reading, stretch: tuple[int, int]) -> Difference | None:
    """A figure of the statement that no figure of the text fits, beside one of ``stretch``."""
    worst: Difference | None = None
    for mine in statement.quantities:
        if mine.bound == "vague" or (mine.value == 1.0 and not mine.text[:1].isdigit()):
            continue
        others = [
            (q, outcome) for q in text.quantities if (outcome := _held_against(statement, mine, text, q))
        ]
        if any(not differs for _, (_, differs) in others) or _printed(mine, text):
            continue
        near = [
            pair for pair in others if stretch[0] - 1 <= text.sentence_at(pair[0].start) <= stretch[1] + 1
        ]
        if not near:
            continue
        other = min(near, key=lambda pair: pair[1][0].gap)[0]
        found = Difference(
            "quantity",
            say.figures(counted(statement.text, mine), counted(text.text, other)),
            0.85,
            text.sentence_at(other.start),
        )
        worst = worst or found
    return worst


def counted(text: str, quantity: Quantity) -> str:
    """The number with the word behind it: "30 km", "nine people"."""
    behind = _NEXT_WORD.match(text, quantity.end)
    return text[quantity.start : behind.end() if behind else quantity.end]


def _printed(mine: Quantity, text: Reading) -> bool:
    return mine.text.casefold() in text.text.casefold() and any(sign.isdigit() for sign in mine.text)


def _held_against(
    statement: Reading, mine: Quantity, text: Reading, other: Quantity
) -> tuple[Outcome, bool] | None:
    """What the table says of two figures for one thing, and whether they differ; None for two things."""
    a, b = interval(mine), interval(other)
    if a is None or b is None or not one_thing(statement.text, mine, text.text, other):
        return None
    outcome = compare_intervals(a, b)
    if outcome is None:
        return None
    return outcome, figures_differ(outcome, a, b)


def one_thing(text_a: str, a: Quantity, text_b: str, b: Quantity) -> bool:
    """Whether two figures count one thing: a common unit or noun, and nothing else told of those counted."""
    if a.of and b.of and a.of != b.of and "person" in (a.unit or "", b.unit or ""):
        return False
    if a.unit and b.unit and a.unit != b.unit:
        first, second = interval(a), interval(b)
        return first is not None and second is not None and first.dimension == second.dimension
    nouns_a, nouns_b = _nouns(text_a, a), _nouns(text_b, b)
    if a.unit and a.unit == b.unit:
        return a.unit not in ("product", "age") or bool(nouns_a & nouns_b) or a.of == b.of is not None
    return bool(nouns_a & nouns_b) or (a.of is not None and a.of == b.of)


def _nouns(text: str, quantity: Quantity) -> set[str]:
    """The stems right behind a number, up to three: what it counts is among them."""
    behind = [w for w, _, _ in words(text[quantity.start : quantity.end + BEHIND]) if not w[:1].isdigit()]
    return {stem(w) for w in behind[:5] if w not in STOPWORDS and not _amount(w)}


def _amount(word: str) -> bool:
    return word in ("million", "billion", "thousand", "hundred", "trillion", "dozen")


# --- dates ----------------------------------------------------------------------------------


def date_differs(statement: Reading, text: Reading, stretch: tuple[int, int]) -> Difference | None:
    """A date of the statement that no date of the text fits, beside one of ``stretch``."""
    worst: Difference | None = None
    for mine in statement.dates:
        if names_which(statement.text, mine):
            continue
        verdicts = [(other, meet(mine, other)) for other in text.dates]
        if any(v == "agrees" for _, v in verdicts):
            continue
        near = [o for o, v in verdicts if v and stretch[0] - 1 <= text.sentence_at(o.start) <= stretch[1] + 1]
        if near and mine.text.casefold() not in text.text.casefold():
            worst = worst or Difference(
                "date", say.dates(mine.text, near[0].text), 0.7, text.sentence_at(near[0].start)
            )
    return worst


def names_which(text: str, date: DateValue) -> bool:
    """ "The 1932 Grand Prix", "Fantastic Four (2005 film)": which one is meant, and not when."""
    return date.grain == "year" and bool(_NAMED.match(text, date.end))


def meet(a: DateValue, b: DateValue) -> str | None:
    """Whether two dates may be one: "agrees", "conflicts", or None where nothing can be said.

    Unlike the table for claims of one story it takes a month without a year for that month of any year.
    """
    for month, other in ((a, b), (b, a)):
        if month.month_day and len(month.month_day) == _MONTH_DAY:
            there = other.month_day or (other.earliest or "")[5:] if other.grain in ("day", "month") else ""
            return ("agrees" if there[:2] == month.month_day else "conflicts") if there else None
    for day, other in ((a, b), (b, a)):
        if day.month_day and other.earliest and other.grain not in ("day", "month"):
            return None
        if day.month_day and other.earliest and other.grain == "month":
            return "agrees" if other.earliest[5:7] == day.month_day[:2] else "conflicts"
    found = compare_dates(a, b)
    return found[0] if found else None
