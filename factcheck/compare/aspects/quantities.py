"""Do two figures for one thing agree? A small table of rules over intervals with a kind.

The table never asks what is counted; :mod:`factcheck.compare.aspects.figures` brings together only figures
of one thing. In its order:

======================================  ===========================================================
the two figures                         outcome
======================================  ===========================================================
two currencies                          differ: no rate is known
vague ("several hundred") and anything  agree where they overlap, else conflict
both unhedged, with decimals            agree when equal at the coarser one's last place, else
                                        conflict
both unhedged, small or not round       equal or conflict
"nearly x" and "over x"                 differ slightly: the two sides of x
"up to x" and a smaller figure          agree near x, else differ: the bound holds
"over x" and a larger figure            agree within 12 %, differ within 25 %, else conflict: who
                                        writes "over 50" does not mean 80
"at least x" and a larger figure        differ: it is open upward, and gives no figure above x
anything else                           agree where they overlap or within 6 %, differ within 12 %,
                                        else conflict
======================================  ===========================================================
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import inf, isclose
from typing import TYPE_CHECKING, Literal

from factcheck.wording.scales import SCALED, celsius, dimension

if TYPE_CHECKING:
    from factcheck.model import Bound, Quantity

Verdict = Literal["agrees", "differs", "conflicts"]
Reason = Literal[
    "same",
    "rounded",
    "overlap",
    "close",
    "near",
    "two sides",
    "bound holds",
    "no rate",
    "apart",
    "part",
    "rate",
]

CLOSE = 0.06
NEAR = 0.12
SMALL = 100
ABOUT = 0.10
ROUND = 0.05
FRACTION = 0.08
"""How far a share in figures may lie from one in words: 31 to 36 per cent are a third."""
DEGREE = 0.6
"""Degrees Celsius within which a converted temperature is the same."""
LONGEST = 300
"""Digits; a longer number is taken by its value alone."""
BOUND_HOLDS = 0.25
"""How far above "over x" a figure may lie: logic allows any, but who writes "over 50" does not mean 80."""

POINTS = 3.0
"""Percentage points that lie between "67.1 percent" and what is no neighbour of it."""
MEASURES = frozenset({"money", "percent", "temperature", "magnitude", *SCALED})
"""Dimensions whose number measures: it stands before a unit and counts no actors."""
_FLOOR = re.compile(
    r"\b(?:at least|at a minimum|no fewer than|not fewer than|no less than|not less than)\b", re.I
)
_PRINTED = re.compile(r"(\d[\d,\u00a0\u2009\u202f]*)(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the table says of two figures; ``gap`` is the distance of the headlines, 0..1."""

    kind: Verdict
    reason: Reason
    gap: float


@dataclass(frozen=True, slots=True)
class Interval:
    """A quantity ready for comparison, in its dimension's own unit."""

    headline: float
    low: float
    high: float
    bound: Bound
    hedged: bool
    step: float
    """One unit of the last printed place: 0.1 for 5.9, 100,000 for "1.2 million", 1 for 12."""
    decimal: bool
    round: bool
    """Printed with two noughts at its end: it stands for its neighbourhood."""
    dimension: str | None
    unit: str | None
    fraction: bool = False
    """A share in words: "a third" is any share near it."""
    floor: bool = False
    """ "At least x": nothing is said of how many more there are."""

    @property
    def exact(self) -> bool:
        return self.bound == "exact" and not self.hedged


def interval(quantity: Quantity) -> Interval | None:
    """The interval a quantity stands for; None for one that names no number at all."""
    family, scale = dimension(quantity.unit)
    headline = quantity.value
    if headline is None:
        ends = [end for end in (quantity.low, quantity.high) if end is not None]
        if not ends:
            return None
        headline = sum(ends) / len(ends)
    low = -inf if quantity.low is None else quantity.low
    high = inf if quantity.high is None else quantity.high
    if quantity.bound == "about" and low == high:
        low, high = headline * (1 - ABOUT), headline * (1 + ABOUT)
    low, high = min(low, high), max(low, high)
    step, decimal, is_round = _step(quantity.text, abs(headline))
    if quantity.unit == "°F":
        headline, low, high = (celsius(degrees) for degrees in (headline, low, high))
        step *= 5 / 9
    return Interval(
        headline * scale,
        low * scale,
        high * scale,
        quantity.bound,
        quantity.hedge is not None and quantity.bound != "exact",
        step * scale,
        decimal,
        is_round,
        family,
        quantity.unit,
        family == "percent" and not any(sign.isdigit() for sign in quantity.text),
        quantity.bound == "above" and bool(_FLOOR.search(f"{quantity.hedge or ''} {quantity.text}")),
    )


@lru_cache(maxsize=20_000)
def _step(text: str, headline: float) -> tuple[float, bool, bool]:
    """The worth of the last printed place, whether decimals are printed, and whether it is a round number."""
    match = _PRINTED.search(text)
    if not match:
        return 1.0, False, headline >= SMALL and headline % 100 == 0
    whole, decimals = re.sub(r"\D", "", match.group(1)), match.group(2) or ""
    printed = float(f"{whole}.{decimals or 0}") if len(whole) < LONGEST else 0.0
    factor = headline / printed if printed else 1.0
    return max(factor, 1e-12) * 10.0 ** -len(decimals), bool(decimals), not decimals and whole.endswith("00")


def compare_intervals(a: Interval, b: Interval) -> Outcome | None:
    """The table of this module; None where the two are known to measure different things."""
    if a.dimension != b.dimension and None not in (a.dimension, b.dimension):
        return None
    gap = _gap(a.headline, b.headline)
    if a.dimension == "money" and a.unit != b.unit:
        return Outcome("differs", "no rate", gap)
    if a.dimension == "temperature" and a.unit != b.unit:
        return _degrees(a, b)
    if a.headline == b.headline and a.bound == b.bound:
        return Outcome("agrees", "same", 0.0)
    if "vague" in (a.bound, b.bound):
        return _where_they_overlap(a, b, gap)
    if a.exact and b.exact:
        return _exact(a, b, gap)
    return _two_sides(a, b, gap) or _bounds(a, b, gap) or _by_overlap(a, b, gap)


def _degrees(a: Interval, b: Interval) -> Outcome:
    """Two scales, converted: half a degree is lost in it. A scale that is not named may be either."""
    readings = [abs(a.headline - b.headline)]
    for bare, other in ((a, b), (b, a)):
        if bare.unit == "degree":
            readings.append(abs(celsius(bare.headline) - other.headline))
    gap = min(1.0, min(readings) / 10)
    if min(readings) <= DEGREE or _overlap(a, b):
        return Outcome("agrees", "close", gap)
    return _apart(gap)


def _gap(x: float, y: float) -> float:
    top = max(abs(x), abs(y))
    return abs(x - y) / top if top else 0.0


def _overlap(a: Interval, b: Interval) -> bool:
    low_a, high_a = _tolerant(a)
    low_b, high_b = _tolerant(b)
    return low_a <= high_b and low_b <= high_a


def _tolerant(x: Interval) -> tuple[float, float]:
    """A round number that nobody hedged still stands for its neighbourhood."""
    if x.bound == "exact" and x.round:
        return x.headline * (1 - ROUND), x.headline * (1 + ROUND)
    return x.low, x.high


def _where_they_overlap(a: Interval, b: Interval, gap: float) -> Outcome:
    return Outcome("agrees", "overlap", gap) if _overlap(a, b) else _apart(gap)


def _exact(a: Interval, b: Interval, gap: float) -> Outcome:
    if a.fraction != b.fraction:
        return Outcome("agrees", "rounded", gap) if gap <= FRACTION else _apart(gap)
    if a.decimal or b.decimal:
        coarser = max(a.step, b.step)
        within = abs(a.headline - b.headline) <= coarser / 2 * (1 + 1e-9)
        return Outcome("agrees", "rounded", gap) if within else _apart(gap)
    converted = a.unit != b.unit and a.dimension in SCALED
    if isclose(a.headline, b.headline, rel_tol=1e-3 if converted else 1e-12):
        return Outcome("agrees", "same", gap)
    if converted:
        return _by_gap(gap)
    if min(abs(a.headline), abs(b.headline)) < SMALL or not (a.round or b.round):
        return _apart(gap)
    return _by_gap(gap)


def _two_sides(a: Interval, b: Interval, gap: float) -> Outcome | None:
    """ "Nearly 3,000" and "over 3,000"."""
    under, over = (a, b) if a.high <= b.low else (b, a)
    if over.bound == "above" and under.high <= over.low and under.bound != "exact" and gap <= CLOSE:
        return Outcome("differs", "two sides", gap)
    return None


def _bounds(a: Interval, b: Interval, gap: float) -> Outcome | None:
    """One-sided figures: a bound is not broken by what lies on its own side of it."""
    for bound, other in ((a, b), (b, a)):
        if bound.bound == "below" and bound.low <= 0 and other.headline < bound.high:
            return Outcome("agrees", "close", gap) if gap <= NEAR else Outcome("differs", "bound holds", gap)
        below = bound.floor and other.exact and other.headline < min(bound.low, SMALL)
        if below and bound.unit not in MEASURES:
            return _apart(gap)
        if bound.bound == "above" and other.headline > bound.low:
            if bound.floor:
                return Outcome("differs", "bound holds", gap)
            if gap <= NEAR:
                return Outcome("agrees", "overlap", gap)
            return Outcome("differs", "bound holds", gap) if gap <= BOUND_HOLDS else _apart(gap)
    return None


def _by_overlap(a: Interval, b: Interval, gap: float) -> Outcome:
    if _overlap(a, b):
        return Outcome("agrees", "overlap", gap)
    if a.dimension == "percent" and (a.decimal or b.decimal) and abs(a.headline - b.headline) > POINTS:
        return Outcome("conflicts", "apart", gap)
    return _by_gap(gap)


def _apart(gap: float) -> Outcome:
    return Outcome("conflicts", "apart", gap)


def _by_gap(gap: float) -> Outcome:
    if gap <= CLOSE:
        return Outcome("agrees", "close", gap)
    return Outcome("differs", "near", gap) if gap <= NEAR else _apart(gap)
