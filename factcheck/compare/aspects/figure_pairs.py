"""Two figures of two claims: what the interval table says of them."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from factcheck.compare.aspects.figures import NARROW
from factcheck.compare.aspects.people import same_people
from factcheck.compare.aspects.quantities import MEASURES, NEAR, Interval, Outcome, compare_intervals
from factcheck.compare.aspects.reach import converted, never_meet, other_rate
from factcheck.compare.aspects.remembered import Remembered
from factcheck.compare.aspects.standing import RANK, comparable, is_part, meeting, standing
from factcheck.compare.facts.similarity import stem
from factcheck.wording.scales import IMPERIAL, SCALED, dimension, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.aspects.remembered import Best
    from factcheck.compare.aspects.standing import Standing
    from factcheck.compare.reading.profiles import Profile

_ORDER = {"agrees": 0, "differs": 1, "conflicts": 2}
TELLING = 30
"""From here on the same number of the same things is hardly that of two facts."""
LOOSE = 1.5
"""How many times larger one of two rates may be, laid on one stretch of time, without contradicting."""
_Met = tuple[int, "Figure", "Figure", Outcome]
"""Two figures of two claims that can be laid side by side: the rank of their standing, and the outcome."""


def compare_figures(a: Figure, b: Figure) -> Outcome | None:
    """The interval table for two comparable figures.

    A part is no contradiction of the whole unless it is the larger of the two; and a figure that
    names nobody, beside those of two peoples, may be for both of them or for the other.
    """
    return _compared_as(a, b, standing(a, b)) if comparable(a, b) else None


def _compared_as(a: Figure, b: Figure, stands: Standing) -> Outcome | None:
    if stands == "other":
        return None
    dimension = a.interval.dimension or b.interval.dimension
    outcome = compare_intervals(_measured_in(a.interval, dimension), _measured_in(b.interval, dimension))
    if outcome is not None and outcome.kind == "conflicts":
        rated = _by_rates(a, b, outcome.gap)
        if rated is not None:
            return rated
        if "by" in (a.reach.move, b.reach.move) and a.reach.move != b.reach.move and dimension != "percent":
            return None
    if stands != "part" or outcome is None or (outcome.kind == "agrees" and (a.sum or b.sum)):
        return outcome
    part, whole = _part_and_whole(a, b)
    if outcome.kind == "conflicts" and part.interval.headline > whole.interval.headline:
        return None if bool(a.actors) != bool(b.actors) else outcome
    return Outcome("differs", "part", outcome.gap)


def _by_rates(a: Figure, b: Figure, gap: float) -> Outcome | None:
    """What two figures that lie apart are where one is so much a day, a month or a head.

    A week may be one of five days, and a year one of eleven months.
    """
    first, second = abs(a.interval.headline), abs(b.interval.headline)
    ratio = converted(a.reach, b.reach, first, second)
    if ratio is not None and ratio <= LOOSE:
        return Outcome("agrees", "close", gap) if ratio <= 1 + NEAR else Outcome("differs", "rate", gap)
    small, large = (a, b) if first < second else (b, a)
    times = max(first, second) / min(first, second) if first and second else inf
    return Outcome("differs", "rate", gap) if other_rate(small.reach, large.reach, times) else None


def under_two_names(a: Profile, b: Profile) -> Best | None:
    """The one figure of each that counts things, where no unit of the lexicon has the noun of one of them.

    "Four canvases" and "four paintings" may be one thing; tonnes and hours are not, nor are cars and people.
    None too where the two are laid side by side anyway, and where one clause speaks of both: "the warehouse
    failed two inspections" counts no warehouses.
    """
    left, right = ([f for f in p.figures if not f.sum] for p in (a, b))
    if len(left) != 1 or len(right) != 1:
        return None
    f, g = left[0], right[0]
    if (
        comparable(f, g)
        or f.more != g.more
        or never_meet(f.reach, g.reach)
        or (f.actors and g.actors and not same_people(f.actors, g.actors))
    ):
        return None
    unknown = any(x.noun is None and x.interval.unit == x.interval.dimension for x in (f, g))
    if not unknown or {f.interval.dimension, g.interval.dimension} & MEASURES:
        return None
    if _name_of(f) in b.own or _name_of(g) in a.own:
        return None
    outcome = compare_intervals(_measured_in(f.interval, None), _measured_in(g.interval, None))
    return None if outcome is None else (f, g, outcome)


def _name_of(figure: Figure) -> str:
    """The stem of the noun that is counted."""
    return figure.noun or stem(figure.interval.unit or "")


def one_number(a: Sequence[Figure], b: Sequence[Figure]) -> Best | None:
    """One telling number of one sort of things, whatever else the lexicon knows of them.

    "Valves of 62,000 pumps sold here", "to repair 62,000 pumps": so many are no accident.
    """
    for f in a:
        for g in b:
            counted = f.noun or f.interval.unit
            alike = counted is not None and counted == (g.noun or g.interval.unit) and comparable(f, g)
            harmed = f.harm or g.harm or "person" in (f.interval.dimension, g.interval.dimension)
            if alike and not harmed and f.interval.headline == g.interval.headline >= TELLING:
                return f, g, Outcome("agrees", "same", 0.0)
    return None


def other_measures(a: Sequence[Figure], b: Sequence[Figure]) -> tuple[str, str] | None:
    """What both measure of one dimension, as shown, where no two of the measures agree."""
    alike = [
        (f, g)
        for f in a
        for g in b
        if f.interval.dimension in MEASURES and f.interval.dimension == g.interval.dimension
    ]
    if any((met := compare_figures(f, g)) is not None and met.kind == "agrees" for f, g in alike):
        return None
    return shown_beside(*alike[0]) if alike else None


def _measured_in(interval: Interval, dimension: str | None) -> Interval:
    return interval if interval.dimension == dimension else replace(interval, dimension=dimension)


def _part_and_whole(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    if a.of == b.of and bool(a.actors) != bool(b.actors) and (a.rivals or b.rivals):
        return (a, b) if a.actors else (b, a)
    return (a, b) if a.of < b.of or (a.of == b.of and is_part(a)) else (b, a)


def best_comparison(a: Sequence[Figure], b: Sequence[Figure]) -> tuple[Figure, Figure, Outcome] | None:
    """The pair of figures that says most of how two claims stand to each other.

    Only pairs that best meet in what they count are looked at. For each thing that is counted the
    nearest two figures speak; and where the claims agree on the dead and not on the hurt, the hurt do.
    """
    return _remembered.best(a, b) if a and b else None


def _measure(figure: Figure) -> tuple[str, float] | None:
    """What is measured and how much of it; None for what is counted."""
    interval = figure.interval
    measured = interval.dimension if interval.dimension in MEASURES else None
    return (measured, interval.headline) if measured else None


def forget() -> None:
    """Let go of what was compared: the claims of the next comparison have figures of their own."""
    _remembered.forget()


def _best(a: Sequence[Figure], b: Sequence[Figure]) -> Best | None:
    met: list[_Met] = [
        (RANK[stands], left, right, outcome)
        for left, right, stands in meeting(a, b)
        if (outcome := _compared_as(left, right, stands)) is not None
    ]
    met = _without_conversions(met)
    # "38.4 percent, ahead of the List with 38.1": who gives 38.4 too speaks of the first of them.
    both = {_measure(f) for f in a} & {_measure(f) for f in b} - {None}
    met = [m for m in met if m[3].kind != "conflicts" or both.isdisjoint((_measure(m[1]), _measure(m[2])))]
    closest = min((pair[0] for pair in met), default=0)
    nearest: dict[tuple[frozenset[str], str | None, str | None], tuple[Figure, Figure, Outcome]] = {}
    for stands, left, right, outcome in met:
        measure = left.interval.dimension if left.interval.dimension in MEASURES else None
        counted = (left.of, left.noun if left.noun in NARROW else None, measure)
        known = nearest.get(counted)
        if stands == closest and (known is None or nearness(outcome) < nearness(known[2])):
            nearest[counted] = (left, right, outcome)
    if not nearest:
        return None
    if closest == RANK["part"]:
        return min(nearest.values(), key=lambda pair: nearness(pair[2]))
    return max(nearest.values(), key=lambda pair: (_ORDER[pair[2].kind], not pair[0].sum, pair[2].gap))


_remembered = Remembered(_best)


def whatever_counted(a: Sequence[Figure], b: Sequence[Figure]) -> tuple[Figure, Figure, Outcome] | None:
    """The nearest two figures of one dimension, whatever they count: somebody says that it is one fact."""
    met: list[Best] = []
    for left in a:
        for right in b:
            dimension = left.interval.dimension or right.interval.dimension
            sides = _measured_in(left.interval, dimension), _measured_in(right.interval, dimension)
            if {left.interval.dimension, right.interval.dimension} <= {dimension, None}:
                outcome = compare_intervals(*sides)
                if outcome is not None:
                    met.append((left, right, outcome))
    return min(met, key=lambda pair: nearness(pair[2]), default=None)


def _without_conversions(met: Sequence[_Met]) -> list[_Met]:
    """Without pairs of two currencies where one of the two also meets a figure in its own.

    "£63 million, or about $80 million" beside "£36m": the pounds speak.
    """
    rated = [(left.start, right.start) for _, left, right, outcome in met if outcome.reason != "no rate"]
    lefts, rights = {left for left, _ in rated}, {right for _, right in rated}
    return [
        one
        for one in met
        if one[3].reason != "no rate" or (one[1].start not in lefts and one[2].start not in rights)
    ]


def shown_beside(a: Figure, b: Figure) -> tuple[str, str]:
    """The two figures as a reason prints them; one in miles beside one in kilometres is converted."""
    return _with_conversion(a, b), _with_conversion(b, a)


def _with_conversion(own: Figure, other: Figure) -> str:
    """ "Six miles" beside "14 kilometres": "six miles (9.7 km)"."""
    (family, _), into = dimension(own.interval.unit), other.interval.unit
    imperial = own.interval.unit in IMPERIAL and into not in IMPERIAL
    if own.sum or not imperial or (family, into) == ("temperature", "degree"):
        return own.shown
    common, scale = dimension(into)
    same = family == common and (family in SCALED or family == "temperature")
    return f"{own.shown} ({rounded(own.interval.headline / scale)} {into})" if same else own.shown


def details_apart(a: Sequence[Figure], b: Sequence[Figure]) -> tuple[Figure, Figure, Outcome] | None:
    """Two numbers that only say who or what is meant, and are not one: "a 90-day truce", an age."""
    best = best_comparison(a, b)
    if best is None or best[2].kind != "conflicts":
        return None
    left, right = best[0].interval, best[1].interval
    return best if left.unit == right.unit or left.dimension in MEASURES else None


def nearness(outcome: Outcome) -> tuple[int, float]:
    """Sorts outcomes from the nearest agreement to the widest conflict."""
    return _ORDER[outcome.kind], outcome.gap
