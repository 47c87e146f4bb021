"""How far reviewers agree on nominal categories: four coefficients, each with its interval or the reason
why there is none.

Percent is the observed agreement: the share of agreeing pairs of verdicts on a unit, averaged over units.
Cohen's kappa (Cohen 1960) is for two reviewers, Fleiss' kappa (Fleiss 1971) for units with one number of
verdicts each, Krippendorff's alpha (nominal; Krippendorff 2011, "Computing Krippendorff's
Alpha-Reliability") for any number on each. The intervals are percentile intervals of the bootstrap
(Efron 1979) over units.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from operator import add, mul
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

RESAMPLES, SEED = 1000, 1979
FEWEST = 10
"""Units below which an interval by resampling would say more than is known."""
MOST_UNDEFINED = RESAMPLES // 20
"""Resamples in which a coefficient may be undefined before its interval is not given."""

Unit = tuple[str, ...]
"""The verdicts on one claim: by reviewer where there are two reviewers, else sorted."""
Found = tuple[float | None, str]
"""A coefficient, or None and the reason in words."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A coefficient, 1 at most. ``low`` and ``high`` bound its 95 % interval.

    Where ``value`` is None, ``why`` says why it is undefined; where only the interval is missing,
    ``no_interval`` says why.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    why: str = ""
    no_interval: str = ""


@dataclass(frozen=True, slots=True)
class Measures:
    """``raters`` is the number of verdicts on each of the ``fleiss_units`` units of Fleiss' kappa."""

    units: int
    percent: Figure
    cohen: Figure
    fleiss: Figure
    alpha: Figure
    raters: int
    fleiss_units: int


def tabulate(units: Iterable[Unit], *, two: bool) -> Counter[Unit]:
    """How many units have which verdicts; those with fewer than two verdicts are passed over.

    ``two``: the units are pairs of verdicts of the same two reviewers in the same order. Units with the
    same verdicts are interchangeable, so what follows grows with the entries of this table alone.
    """
    return Counter(tuple(unit) if two else tuple(sorted(unit)) for unit in units if len(unit) > 1)


def measure(table: Counter[Unit], *, two: bool, no_interval: str = "") -> Measures:
    """The coefficients of a table of ``tabulate``; ``no_interval`` says why no intervals are wanted."""
    units = _Table(table, two)
    asked: dict[str, Callable[[_Sums], Found]] = {"percent": _percent, "fleiss": _fleiss, "alpha": _alpha}
    if two:
        asked["cohen"] = _cohen
    first = units.sums(units.weights)
    found = {name: coefficient(first) for name, coefficient in asked.items()}
    again: dict[str, list[float | None]] = {name: [] for name in asked}
    if first.units >= FEWEST and not no_interval:
        rng = Random(SEED)
        for _ in range(RESAMPLES):
            sums = units.sums(_resample(units.weights, rng))
            for name, coefficient in asked.items():
                again[name].append(coefficient(sums)[0])
    few = no_interval or f"an interval needs at least {FEWEST} claims"
    figures = {name: _figure(found[name], again[name], few) for name in asked}
    only_two = Figure(None, why="Cohen's kappa compares exactly two reviewers")
    return Measures(
        first.units,
        figures["percent"],
        figures.get("cohen", only_two),
        figures["fleiss"],
        figures["alpha"],
        units.raters,
        first.usual_units,
    )


# --- sums over units ------------------------------------------------------------------------


@dataclass(slots=True)
class _Sums:
    """What the coefficients are made of.

    ``agree`` adds up the shares of agreeing pairs, ``apart`` Krippendorff's disagreement (ordered pairs
    that differ, over the unit's verdicts less one), ``said`` how often each verdict was given; ``one`` and
    ``other`` the same of each of two reviewers. ``usual_*`` are those of the units that Fleiss counts.
    """

    units: int
    agree: float
    apart: float
    said: list[int]
    one: list[int]
    other: list[int]
    usual_units: int
    usual_agree: float
    usual_said: list[int]


class _Table:
    """Units by pattern of verdicts, and what one unit of each pattern adds to the sums."""

    def __init__(self, table: Counter[Unit], two: bool) -> None:
        patterns = sorted(table)
        self.weights = [table[pattern] for pattern in patterns]
        self.raters = _usual_raters(table)
        verdicts = sorted({verdict for pattern in patterns for verdict in pattern})
        counts = [Counter(pattern) for pattern in patterns]
        sizes = [len(pattern) for pattern in patterns]
        apart = [n * n - sum(c * c for c in count.values()) for n, count in zip(sizes, counts, strict=True)]
        self._agree = [1 - d / (n * (n - 1)) for n, d in zip(sizes, apart, strict=True)]
        self._apart = [d / (n - 1) for n, d in zip(sizes, apart, strict=True)]
        self._said = [[count[verdict] for count in counts] for verdict in verdicts]
        halves = (0, 1) if two else ()
        self._by = [
            [[int(unit[at] == verdict) for unit in patterns] for verdict in verdicts] for at in halves
        ]
        self._usual = [int(n == self.raters) for n in sizes] if len(set(sizes)) > 1 else None

    def sums(self, weights: Sequence[int]) -> _Sums:
        units = sum(weights)
        agree, apart = sum(map(mul, self._agree, weights)), sum(map(mul, self._apart, weights))
        one: list[int] = []
        other: list[int] = []
        if self._by:
            one, other = ([sum(map(mul, column, weights)) for column in half] for half in self._by)
            said = list(map(add, one, other))
        else:
            said = [sum(map(mul, column, weights)) for column in self._said]
        if self._usual is None:
            return _Sums(units, agree, apart, said, one, other, units, agree, said)
        usual = list(map(mul, self._usual, weights))
        return _Sums(
            units, agree, apart, said, one, other,
            sum(usual),
            sum(map(mul, self._agree, usual)),
            [sum(map(mul, column, usual)) for column in self._said],
        )  # fmt: skip


def _usual_raters(table: Counter[Unit]) -> int:
    """The number of verdicts that most units have, the larger of equals: Fleiss' kappa needs one number."""
    sizes: Counter[int] = Counter()
    for pattern, count in table.items():
        sizes[len(pattern)] += count
    return max(sizes, key=lambda size: (sizes[size], size), default=0)


# --- the coefficients -----------------------------------------------------------------------

_NOTHING = "no claim has verdicts of two reviewers"
_ONE = (
    "every verdict is the same one, so chance alone would agree as often, "
    "and there is nothing to tell agreement from chance by"
)


def _expected(said: Sequence[int], others: Sequence[int]) -> float:
    """The agreement that chance gives, where verdicts come in these shares."""
    together = sum(one * other for one, other in zip(said, others, strict=True))
    return together / (sum(said) * sum(others))


def _percent(sums: _Sums) -> Found:
    return (sums.agree / sums.units, "") if sums.units else (None, _NOTHING)


def _cohen(sums: _Sums) -> Found:
    """(observed - expected) / (1 - expected), chance as each reviewer's own shares give it (Cohen 1960)."""
    if sum(map(bool, sums.said)) < 2:
        return None, _ONE if sums.units else _NOTHING
    expected = _expected(sums.one, sums.other)
    return (sums.agree / sums.units - expected) / (1 - expected), ""


def _fleiss(sums: _Sums) -> Found:
    """(observed - expected) / (1 - expected), chance as the shares of all verdicts give it (Fleiss 1971)."""
    if sum(map(bool, sums.usual_said)) < 2:
        return None, _ONE if sums.usual_units else _NOTHING
    expected = _expected(sums.usual_said, sums.usual_said)
    return (sums.usual_agree / sums.usual_units - expected) / (1 - expected), ""


def _alpha(sums: _Sums) -> Found:
    """1 - observed / expected disagreement, nominal, missing verdicts allowed (Krippendorff 2011)."""
    if sum(map(bool, sums.said)) < 2:
        return None, _ONE if sums.units else _NOTHING
    verdicts = sum(sums.said)
    expected = verdicts * verdicts - sum(count * count for count in sums.said)
    return 1 - (verdicts - 1) * sums.apart / expected, ""


# --- the interval ---------------------------------------------------------------------------


def _resample(weights: Sequence[int], rng: Random) -> list[int]:
    """How often each pattern comes up when as many units are drawn again, with replacement.

    A multinomial draw: the draws are parted between two halves of the patterns, and so on down. Its cost
    grows with the patterns, of which there are few, and hardly with the claims.
    """
    drawn = [0] * len(weights)
    below = [0, *accumulate(weights)]
    parts = [(0, len(weights), below[-1])]
    while parts:
        start, end, draws = parts.pop()
        if end - start == 1:
            drawn[start] = draws
        elif draws:
            middle = (start + end) // 2
            first = _binomial(draws, below[middle] - below[start], below[end] - below[start], rng)
            parts += (start, middle, first), (middle, end, draws - first)
    return drawn


def _binomial(trials: int, part: int, whole: int, rng: Random) -> int:
    """Successes in ``trials`` of probability part/whole, exactly.

    Each trial draws a number below 1 bit by bit and succeeds if it is below part/whole; all trials draw
    their next bit at once, and one is decided at the first bit in which it differs from the probability.
    """
    hits = 0
    while trials and part:
        part *= 2
        ones = rng.getrandbits(trials).bit_count()
        if part >= whole:
            part -= whole
            hits += trials - ones
            trials = ones
        else:
            trials -= ones
    return hits


def _figure(found: Found, again: list[float | None], few: str) -> Figure:
    value, why = found
    if value is None:
        return Figure(None, why=why)
    values = sorted(each for each in again if each is not None)
    if not again:
        return Figure(value, no_interval=few)
    missing = len(again) - len(values)
    if missing > MOST_UNDEFINED:
        return Figure(
            value,
            no_interval=f"it is undefined in {missing:,} of {RESAMPLES:,} resamples: one verdict is almost "
            "the only one",
        )
    if values[-1] - values[0] < 1e-9:
        return Figure(value, no_interval="every resample gives the same, so none shows how far off it is")
    cut = len(values) // 40
    return Figure(value, values[cut], values[-1 - cut])
