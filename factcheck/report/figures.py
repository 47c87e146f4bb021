"""Figures of one fact side by side on a scale."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from factcheck.model import Quantity
from factcheck.report.rows import Bar, Scale, ScaleRow
from factcheck.wording.printed import telling
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Claim, RelationOn
    from factcheck.report.rows import Mention

WIDE = 10.0
"""Times: figures further apart than this are drawn on a logarithmic scale."""


def scale_of(mentions: Sequence[Mention], claims: Mapping[str, Claim], on: RelationOn | None) -> Scale | None:
    """The figures of a fact by origin; None where fewer than two figures of one unit can be drawn."""
    if on not in ("quantity", "count"):
        return None
    found = [
        (mention, value)
        for mention in mentions
        for value in _drawable(claims[mention.claim])
        if _extent(value)
    ]
    units = [unit for _, value in found if (unit := _family(value))]
    unit = max(dict.fromkeys(units), key=units.count, default=None)
    drawn = [(mention, value) for mention, value in found if _family(value) in (unit, None)]
    ends = [end for _, value in drawn if (extent := _extent(value)) for end in extent]
    if len(drawn) < 2 or min(ends) == max(ends):
        return None
    return _scale(drawn, claims, unit, min(ends), max(ends))


def _drawable(claim: Claim) -> list[Quantity]:
    """The figures that count something ("100 dead and 1,000 hurt" are two), else the telling one."""
    found = [value for value in claim.values if isinstance(value, Quantity)]
    return [value for value in found if value.of] or sorted(found, key=telling)[:1]


def _family(value: Quantity) -> str | None:
    """The unit without its sort: "person" of "person_military". A bare figure has none, and fits any."""
    return value.unit.split("_")[0] if value.unit else None


def _extent(value: Quantity) -> tuple[float, float] | None:
    """Where to draw a figure, in its own unit: as far as is known, an open end is marked by a sign alone."""
    known = [end for end in (value.low, value.high, value.value) if end is not None]
    if not known or not all(math.isfinite(end) for end in known):
        return None
    return min(known), max(known)


def _scale(
    drawn: Sequence[tuple[Mention, Quantity]],
    claims: Mapping[str, Claim],
    unit: str | None,
    low: float,
    high: float,
) -> Scale:
    log = low > 0 and high / low > WIDE
    edge = math.log10 if log else float
    first, last = edge(low), edge(high)
    margin = (last - first) * 0.06

    def place(number: float) -> float:
        share = (edge(number) - first + margin) / (last - first + 2 * margin)
        return round(min(1.0, max(0.0, share)), 4)

    rows: dict[str, list[Bar]] = {}
    for mention, value in drawn:
        extent = _extent(value)
        if extent is not None:
            ahead = claims[mention.claim].modality in ("forecast", "possible")
            rows.setdefault(mention.origin, []).append(_bar(mention, value, ahead, *map(place, extent)))
    ticks = tuple((place(tick), f"{tick:,.10g}") for tick in _ticks(low, high, log))
    return Scale(
        unit or "", log, ticks, tuple(ScaleRow(origin, tuple(bars)) for origin, bars in rows.items())
    )


def _bar(mention: Mention, value: Quantity, ahead: bool, low: float, high: float) -> Bar:
    return Bar(
        low=low,
        high=high,
        open_low=value.low is None,
        open_high=value.high is None,
        hedged=value.bound != "exact",
        cite=mention.cite,
        claim=mention.claim,
        text=flat(value.text) + " (forecast)" * ahead,
        forecast=ahead,
    )


def _ticks(low: float, high: float, log: bool) -> list[float]:
    """A few round numbers within the range: powers of ten and their threefold, or even steps."""
    if log:
        first = math.floor(math.log10(low))
        steps = [factor * 10.0**power for power in range(first, first + 20) for factor in (1, 3)]
        inside = [step for step in steps if low <= step <= high]
        return inside if len(inside) <= 7 else inside[::2][:7]
    step = 10.0 ** math.floor(math.log10(high - low))
    while (high - low) / step > 5:
        step *= 2
    return [step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1)]
