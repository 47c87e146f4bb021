"""Two values that somebody has pointed at: are they one, do they conflict, or are they of two things?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare.aspects.quantities import MEASURES, compare_intervals, interval
from factcheck.compare.statements import saying as say
from factcheck.compare.statements.differing import figures_differ, meet, one_thing
from factcheck.compare.statements.readings import read_text
from factcheck.model import DateValue, Quantity
from factcheck.wording.scales import dimension

if TYPE_CHECKING:
    from factcheck.compare.statements.pairs import PairVerdict
    from factcheck.compare.statements.readings import Reading
    from factcheck.values import ValueReader

SCALES = frozenset({"magnitude"})
"""Measures that are often told with no word for them."""
_AGO = re.compile(r"\b(?:ago|earlier|before|later|previously)\b", re.I)
_DECIMAL = re.compile(r"\d\.\d")


def judge_mentions(
    reader: ValueReader, statement: Reading, text: Reading, mine: str, other: str
) -> PairVerdict:
    """Compare the value at ``mine`` in the statement with the one at ``other`` in the text."""
    from factcheck.compare.statements.pairs import PairVerdict

    a, b = value_at(reader, statement, mine), value_at(reader, text, other)
    if mine.casefold() == other.casefold():
        return PairVerdict("supported", say.same_figure(mine, other), 1.0)
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        verdict = meet(a, b)
        if verdict is None:
            return PairVerdict("unsourced", say.OPEN_DATES, 0.3)
        if verdict == "agrees":
            return PairVerdict("supported", say.same_figure(mine, other), 0.8, "date")
        return PairVerdict("conflicting", say.dates(mine, other), 0.7, "date")
    a, b = _span(reader, a, mine, b), _span(reader, b, other, a)
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return PairVerdict("unsourced", say.OTHER_KINDS, 0.6)
    if not one_thing(statement.text, a, text.text, b) and not _one_scale(a, b):
        return PairVerdict("unsourced", say.OTHER_THINGS, 0.6)
    if _one_scale(a, b):
        a = replace(a, unit=b.unit)
    first, second = interval(a), interval(b)
    outcome = compare_intervals(first, second) if first and second else None
    if first is None or second is None or outcome is None:
        return PairVerdict("unsourced", say.OTHER_KINDS, 0.6)
    if outcome.reason == "no rate":
        return PairVerdict("unsourced", say.NO_RATE, 0.3, "quantity")
    if figures_differ(outcome, first, second):
        return PairVerdict(
            "conflicting", say.figures(a.text, b.text), round(0.7 + 0.3 * outcome.gap, 3), "quantity"
        )
    return PairVerdict("supported", say.same_figure(a.text, b.text), round(1 - outcome.gap, 3), "quantity")


def _span(
    reader: ValueReader, value: Quantity | DateValue | None, mention: str, other: Quantity | DateValue | None
) -> Quantity | DateValue | None:
    """ "Three weeks ago", which no calendar resolves, beside "nine days": a span of time like the other."""
    open_date = isinstance(value, DateValue) and not (value.earliest or value.month_day)
    if not open_date or not isinstance(other, Quantity) or dimension(other.unit)[0] != "time":
        return value
    spans = read_text(reader, _AGO.sub("", mention)).quantities
    return next((q for q in spans if dimension(q.unit)[0] == "time"), value)


def _one_scale(a: Quantity, b: Quantity) -> bool:
    """Two readings with a decimal that count nobody and are no measure of a known sort: one scale.

    Who points at both means one; and "5.9 earthquake" counts no earthquakes.
    """
    if not all(_DECIMAL.search(q.text) for q in (a, b)):
        return False
    return not any(dimension(q.unit)[0] in MEASURES - SCALES for q in (a, b))


def value_at(reader: ValueReader, text: Reading, mention: str) -> Quantity | DateValue | None:
    """The value that the mention names: the one in the text it overlaps with, else what it says by itself."""
    at = text.text.find(mention)
    if at < 0:
        at = text.text.casefold().find(mention.casefold())
    values: list[Quantity | DateValue] = [*text.quantities, *text.dates]
    if at >= 0:
        end = at + len(mention)
        here: list[Quantity | DateValue] = [v for v in values if v.start < end and at < v.end]
        if here:
            return max(here, key=lambda v: (min(v.end, end) - max(v.start, at), v.kind == "date"))
    alone = read_text(reader, mention)
    found: list[Quantity | DateValue] = [*alone.quantities, *alone.dates]
    return found[0] if found else None
