"""Questions that are asked of two clauses before anything of them is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.dates import OTHER_EVENT, compare_dates, days_apart, other_times
from factcheck.compare.people import same_people

if TYPE_CHECKING:
    from factcheck.compare.profiles import Profile


def counted_apart(a: Profile, b: Profile) -> bool:
    """Figures of one dimension that count two peoples, or two things, have said it already."""
    units = [{f.interval.dimension for f in p.figures} - {None} for p in (a, b)]
    return not units[0].isdisjoint(units[1])


def one_event(a: Profile, b: Profile) -> bool:
    """Near enough in time, and with no two towns or people named: told alike is not yet the same."""
    if a.ahead != b.ahead or a.denied != b.denied:
        return False
    if a.names and b.names and not same_people(a.names, b.names):
        return False
    apart = days_apart(a.dates[0], b.dates[0]) if a.dates and b.dates else None
    return apart is None or apart < OTHER_EVENT


def two_shocks(a: Profile, b: Profile) -> bool:
    """Two strengths of two quakes: of two days, or aftershocks that nothing says are one."""
    shocks = [
        {name for f in p.figures if f.interval.dimension == "magnitude" for name in f.of} for p in (a, b)
    ]
    if not shocks[0] or not shocks[1]:
        return False
    told = [found[0] for d in a.dates for e in b.dates if (found := compare_dates(d, e))]
    if told:
        return "agrees" not in told
    return "aftershock" in shocks[0] & shocks[1]


def of_another_day(a: Profile, b: Profile) -> bool:
    """One is dated to another year than the article in which the other stands undated."""
    if (a.when is None) == (b.when is None):
        return False
    return other_times(a.when or a.published, b.when or b.published)
