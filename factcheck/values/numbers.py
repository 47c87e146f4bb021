"""Quantities of a sentence as intervals: value, low, high, bound, unit, what is counted, hedge.

Not quantities: years and dates, ordinals, times, telephone numbers, list numbers, designations
(F-16, Article 5), scores, and a number that a cut sentence breaks off.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Quantity
from factcheck.values.ages import is_age
from factcheck.values.amounts import STARTERS, read_amount
from factcheck.values.currencies import CURRENCIES, CURRENCY_CODES
from factcheck.values.designations import change_before, no_figure
from factcheck.values.fractions import parts_of_wholes
from factcheck.values.hedges import bend, hedge_after, hedges_before
from factcheck.values.numerals import Amount
from factcheck.values.tokens import Line, Token, glued
from factcheck.values.units import (
    DURATIONS,
    MEASURES,
    magnitude,
    measure,
    unit_before,
    unit_behind,
)
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Bound
    from factcheck.values.lexicon import Found

_VERBS_OF_STATE = words("is are was were be been has have had remain remained died fled and or others more")
DEGREES = frozenset({"degree", "°C", "°F"})
_DASHES = ("-", "–")
_LINKS = words("from at to was is were are reached hit between of stands stood totalled totaled exceeded")


def quantities(
    line: Line,
    taken: Sequence[tuple[int, int]] = (),
    units: Sequence[Found] = (),
    predicates: Sequence[Found] = (),
) -> list[Quantity]:
    """The quantities of a sentence. ``taken`` are ranges of dates and names, in order; not read."""
    tokens = line.tokens
    begins = [start for start, _ in taken]
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "word" and token.low not in STARTERS and token.low not in ("us", "c", "age", "aged"):
            index += 1
            continue
        if token.kind == "sign" and token.text not in CURRENCIES:
            index += 1
            continue
        place = bisect_right(begins, token.start) - 1
        inside = place >= 0 and taken[place][1] > token.start
        if inside and not (_dollar(tokens, index) or _opens_a_count(line, index, taken[place][1], units)):
            index += 1
            continue
        amount = read_amount(tokens, index)
        if amount is None:
            index += 1
            continue
        skipped = no_figure(line, amount)
        if skipped is not None:
            index = max(skipped, index + 1)
            continue
        amount = _range(tokens, amount) or amount
        quantity = _quantity(line, amount, units)
        if quantity is not None:
            quantity = _elliptic(line, quantity, amount, found, units)
            found.append(quantity)
        index = max(amount.last, index + 1)
    nearest = Counted(line, found, predicates)
    return parts_of_wholes(
        line.text, [replace(quantity, of=nearest.of(quantity)) for quantity in found], predicates
    )


def _dollar(tokens: Sequence[Token], index: int) -> bool:
    """The US of US$: no country."""
    return (
        index + 1 < len(tokens) and tokens[index + 1].text == "$" and glued(tokens[index], tokens[index + 1])
    )


def _opens_a_count(line: Line, index: int, end: int, units: Sequence[Found]) -> bool:
    """The Thirty of "Strikes on Suburb Town Thirty civilians were killed": no part of the name before it."""
    tokens = line.tokens
    if tokens[index].end != end or index + 1 >= len(tokens) or not tokens[index + 1].text.islower():
        return False
    return any(found.start == tokens[index + 1].start for found in units)


def _range(tokens: Sequence[Token], left: Amount) -> Amount | None:
    """10,000 to 12,000; between 3 and 5; 10-12,000; $5-10bn; two or three."""
    at = left.last
    shares = _percent(tokens, at)
    if shares and left.digits:  # "between 10% and 15%", "10% to 15%"
        at += 2 if tokens[at].low == "per" else 1
    if at + 1 >= len(tokens):
        return None
    word = tokens[at].low
    before = tokens[left.first - 1].low if left.first else ""
    far = tokens[max(0, left.first - 4) : left.first]
    between = before == "between" or any(token.low == "between" for token in far)
    dash = word in _DASHES and glued(tokens[at - 1], tokens[at]) and glued(tokens[at], tokens[at + 1])
    if not (word in ("to", "or") or dash or (word == "and" and between)):
        return None
    if before == "from" and word == "to" and change_before(tokens, left.first - 1):
        return None
    start = at + 1
    while start < len(tokens) and word in ("to", "and") and tokens[start].low in ("about", "around", "some"):
        start += 1
    right = read_amount(tokens, start) if start < len(tokens) else None
    if right is None or left.value is None or right.value is None:
        return None
    if shares and not _percent(tokens, right.last):
        return None
    if left.unit == "percent" != right.unit and not _percent(tokens, right.last):
        return None  # "fell by a third to 84 million": two measures
    low, high = _levelled(left, right)
    near = word != "or" or (high <= 2 * low and left.digits == right.digits)
    if not low < high or not near:
        return None
    unit = left.unit or right.unit
    return Amount(left.first, right.last, None, low, high, "range", unit, digits=left.digits)


def _percent(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].low in ("%", "percent") or tokens[at].low == "per")


def _levelled(left: Amount, right: Amount) -> tuple[float, float]:
    """Both ends of a range on the scale that only the right one may carry."""
    low, high = left.low, right.high
    if left.scale == 1.0 and right.scale > 1.0 and low < high / right.scale:
        return low * right.scale, high
    if left.digits and low < high / 1_000 <= 3 * low and high < 1_000_000 and high % 1_000 == 0:
        return low * 1_000, high
    return low, high


def _quantity(line: Line, amount: Amount, units: Sequence[Found]) -> Quantity | None:
    tokens = line.tokens
    amount = _millions(line, amount, units)
    first, effect = hedges_before(tokens, amount.first)
    last, late = hedge_after(tokens, amount.last)
    hedge = line.slice(first, amount.first) or None
    if late is not None and effect is None:
        effect, hedge = late, line.slice(amount.last, last).lstrip("-")
    elif late is None:
        last = amount.last
    low, high, bound = bend(amount, effect)
    unit, behind, needed = _unit(line, amount, last, units)
    if unit is None and needed:
        return None
    end = tokens[last - 1].end
    if behind is not None and (unit == "percent" or (unit in DEGREES and tokens[last].start == end)):
        end = tokens[behind - 1].end
    start = tokens[first].start
    value = amount.value
    if unit in DEGREES and value and _below_zero(tokens, amount.first):
        first, value, low, high = amount.first - 1, -value, _negative(high), _negative(low)
        bound, start = _TURNED.get(bound, bound), min(start, tokens[first].start)
    text = line.text[start:end]
    return Quantity(start, end, text, value, low, high, bound, unit, None, hedge)


def _millions(line: Line, amount: Amount, units: Sequence[Found]) -> Amount:
    """The m of "1m people" and "3m tonnes" is a million, that of "a 3m wall" is not."""
    tokens, last = line.tokens, amount.last
    if amount.value is None or not amount.digits or amount.scale != 1.0 or last + 1 >= len(tokens):
        return amount
    if tokens[last].text != "m" or not glued(tokens[last - 1], tokens[last]):
        return amount
    behind = tokens[last + 1]
    if MEASURES.get(behind.low) in DURATIONS or not (
        behind.low in MEASURES or any(found.start == behind.start for found in units)
    ):
        return amount
    value = amount.value * 1e6
    return replace(amount, last=last + 1, value=value, low=value, high=value, scale=1e6)


_TURNED: dict[Bound, Bound] = {"above": "below", "below": "above"}
"""Of figures below zero: "over 10" is under -10."""


def _below_zero(tokens: Sequence[Token], first: int) -> bool:
    """Minus 12 degrees; -12C, but not the dash of "8-12C"."""
    if not first:
        return False
    sign = tokens[first - 1]
    if sign.low == "minus":
        return True
    dash = sign.text in "-–−" and glued(sign, tokens[first])
    return dash and (first == 1 or not glued(tokens[first - 2], sign))


def _negative(end: float | None) -> float | None:
    return None if end is None else -end


def _elliptic(
    line: Line, one: Quantity, amount: Amount, before: Sequence[Quantity], units: Sequence[Found]
) -> Quantity:
    """Of "45 people were rescued and eight were missing" the eight are people too."""
    last = amount.last
    bare = (
        last >= len(line.tokens)
        or line.tokens[last].kind == "sign"
        or line.tokens[last].low in _VERBS_OF_STATE
    )
    if one.unit is not None or not bare or not before or before[-1].unit is None:
        return one
    known = before[-1].unit in {found.entry.name for found in units}
    return replace(one, unit=before[-1].unit) if known else one


def _unit(
    line: Line, amount: Amount, last: int, units: Sequence[Found]
) -> tuple[str | None, int | None, bool]:
    """The unit, the token behind a measure, and whether the number is no figure without a unit."""
    tokens = line.tokens
    word = tokens[amount.first].low
    if amount.unit is not None:
        return amount.unit, None, False
    before = tokens[amount.first - 1].low if amount.first else ""
    if amount.first and tokens[amount.first - 1].text in CURRENCY_CODES:
        return tokens[amount.first - 1].text, None, False
    if magnitude(tokens, amount.first, last):
        return "magnitude", None, False
    if before == "between" and amount.first > 1:
        before = tokens[amount.first - 2].low
    if before in ("age", "aged", "ages") or is_age(tokens, amount, last):
        return "age", None, False
    if last < len(tokens) and tokens[last].text == "m" and glued(tokens[last - 1], tokens[last]):
        return "m", last + 1, False
    measured = measure(tokens, last)
    if measured is not None and measured[0] not in {found.entry.name for found in units}:
        return measured[0], measured[1], False
    unit, _ = unit_behind(line, last, units, one=amount.value == 1.0)
    if unit is None and (before in _LINKS or last >= len(tokens) or tokens[last].kind != "word"):
        unit = unit_before(line, amount.first, units)
    return unit, None, word in ("one", "scores", "zero") or amount.value == 1.0


class Counted:
    """What each figure of a sentence counts: the predicate class nearest to it in its clause."""

    def __init__(self, line: Line, figures: Sequence[Quantity], predicates: Sequence[Found]) -> None:
        self._starts = sorted(one.start for one in figures)
        self._ends = sorted(one.end for one in figures)
        self._predicates = sorted(predicates, key=lambda found: (found.start, found.end))
        self._begins = [found.start for found in self._predicates]
        breaks = [token for token in line.tokens if token.text in (";", ":") or token.low in _BREAKS]
        self._clause_starts = [line.start] + [token.end for token in breaks]
        self._clause_ends = [token.start for token in breaks] + [line.end]

    def of(self, one: Quantity) -> str | None:
        """The class on the figure's right for choice; another figure stands between it and the rest."""
        left, right = self._reach(one)
        best: tuple[bool, float, str] | None = None
        for index in range(bisect_left(self._begins, left), bisect_right(self._begins, right)):
            found = self._predicates[index]
            if found.end > right:
                continue
            behind = found.start >= one.end
            if behind and best is not None and self._opens_the_next(found):
                continue
            far = found.start - one.end if behind else 2.0 * (one.start - found.end)
            rank = (found.entry.name in _CHANGES, far, found.entry.name)
            if far >= 0 and (best is None or rank[:2] < best[:2]):
                best = rank
        return best[2] if best else None

    def _opens_the_next(self, found: Found) -> bool:
        """The verb of "kills 3, wounds 20" belongs to the figure right behind it."""
        after = bisect_left(self._starts, found.end)
        return after < len(self._starts) and self._starts[after] == found.end + 1

    def _reach(self, one: Quantity) -> tuple[int, int]:
        # A hedge may hold a word that parts clauses: "as many as 300".
        place = bisect_right(self._clause_starts, one.end) - 1
        left, right = self._clause_starts[place], self._clause_ends[place]
        before, after = bisect_right(self._ends, one.start) - 1, bisect_left(self._starts, one.end)
        if before >= 0:
            left = max(left, self._ends[before])
        if after < len(self._starts):
            right = min(right, self._starts[after])
        return left, max(right, one.end)


_CHANGES = frozenset({"rise", "fall"})
"""Classes that tell how a figure moves, not what it counts, where another class stands near."""
_BREAKS = words("while but although though whereas as after before when because that")
