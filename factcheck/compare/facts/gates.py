"""Questions that are asked of two claims before anything of them is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.aspects.clocks import compare_clocks
from factcheck.compare.aspects.counts import counts_apart
from factcheck.compare.aspects.dates import OTHER_EVENT, compare_dates, days, days_apart, other_times
from factcheck.compare.aspects.people import same_people
from factcheck.compare.aspects.stance import NOBODY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from factcheck.compare.aspects.counts import Count, CountVerdict
    from factcheck.compare.reading.profiles import Profile

BARE = 3
"""Stems of a clause that tells nothing but that something happened to nobody, and in what."""
MONTH = 28
"""Days: what is dated no nearer than this is likely told of the past."""
NEIGHBOURS = 2
"""How many sentences on an answer to "nobody" may stand."""


def told_together(a: Profile, b: Profile) -> bool:
    """Two claims of one sentence and one speaker: nobody tells one fact twice in a breath."""
    return a.article == b.article and a.sentence == b.sentence and a.origin == b.origin


def counted_apart(a: Profile, b: Profile) -> bool:
    """Figures of one dimension that count two peoples, or two things, have said it already."""
    units = [{f.interval.dimension for f in p.figures} - {None} for p in (a, b)]
    return not units[0].isdisjoint(units[1])


def other_heads(a: Profile, b: Profile) -> tuple[CountVerdict, Count, Count] | None:
    """ "Several people were held" and "one man was held": each counts one sort, and both are persons."""
    left, right = ([c for head, c in p.counts.items() if _is_person(p, head, c)] for p in (a, b))
    if len(left) != 1 or len(right) != 1 or a.counts.keys() & b.counts.keys() & (a.counted | b.counted):
        return None
    if counts_apart(left[0], right[0]):
        return "different", left[0], right[0]
    return None


def _is_person(profile: Profile, head: str, count: Count) -> bool:
    return head in profile.counted and not count.definite and "u:person" in profile.slots


def one_event(a: Profile, b: Profile) -> bool:
    """Near enough in time, and with no two towns or people named: told alike is not yet the same."""
    if a.ahead != b.ahead or a.denied != b.denied:
        return False
    if a.names and b.names and not same_people(a.names, b.names):
        return False
    apart = days_apart(a.dates[0], b.dates[0]) if a.dates and b.dates else None
    return apart is None or apart < OTHER_EVENT


def dated_apart(a: Profile, b: Profile) -> bool:
    """Each with one date, and two dates that are not one: told alike, they do not bear each other out."""
    if len(a.dates) != 1 or len(b.dates) != 1:
        return False
    told = compare_dates(a.dates[0], b.dates[0])
    return told is not None and told[0] == "conflicts"


def of_two_periods(a: Profile, b: Profile) -> bool:
    """Each of a month or a year, and not of one: another figure is told of either ("4.1 percent in May")."""
    dates = [p.dates[0] for p in (a, b) if len(p.dates) == 1 and p.dates[0].grain in ("month", "year")]
    return len(dates) == 2 and dated_apart(a, b)


def two_days(a: Profile, b: Profile) -> bool:
    """Told of two days: what one clause dates after the day of the other's article, that one has not told."""
    return dated_apart(a, b) or _told_before(a, b) or _told_before(b, a)


def _told_before(a: Profile, b: Profile) -> bool:
    """The article of ``a`` came out before the day of ``b``; a date of its sentence alone says nothing."""
    if a.published is None or b.when is None or not b.dates or a.ahead:
        return False
    return a.published[1] < b.when[0]


def meant_not_told(a: Profile, b: Profile) -> bool:
    """All that both tell only says in one of them who is meant: that one tells something else."""
    told = a.main & b.main
    return bool(told) and all((name in a.aside) != (name in b.aside) for name in told)


def none_against_some(a: Profile, b: Profile, named: Mapping[int, AbstractSet[str]]) -> bool:
    """ "Nobody was hurt" and "four were hurt": the one answers the other in neighbouring sentences.

    Of two articles they do where nothing but that is told of nobody, and nothing says that it was at another
    time or place; ``named`` is what each article names anywhere, by its index.
    """
    near = a.article == b.article and abs(a.sentence - b.sentence) <= NEIGHBOURS
    if a.denied == b.denied or (a.article == b.article and not near):
        return False
    none, some = (a, b) if a.denied else (b, a)
    counted = {name for f in some.figures for name in f.of}
    if not counted & none.main or none.figures or NOBODY.search(none.text) is None:
        return False
    return near or (_tells_only_that(none) and some.names <= named[none.article] and _one_time(none, some))


def _tells_only_that(none: Profile) -> bool:
    """ "Nobody was hurt in the crash"; not "nobody in the second coach of the night train was hurt"."""
    return len(none.own) <= BARE and not none.names


def _one_time(a: Profile, b: Profile) -> bool:
    if a.then != b.then or a.ahead or b.ahead or two_days(a, b) or of_another_day(a, b):
        return False
    # "In 1998 two people were hurt", and no article that could say which year it is now.
    return all(
        (p.when or p.published) or (days(*(q.when or ("", ""))) or 0) < MONTH for p, q in ((a, b), (b, a))
    )


def two_shocks(a: Profile, b: Profile) -> bool:
    """Two strengths of two quakes: of two days, or aftershocks that nothing says are one."""
    first = _shocks(a)
    second = _shocks(b) if first else first
    if not first or not second:
        return False
    told = [found[0] for d in a.dates for e in b.dates if (found := compare_dates(d, e))]
    if told:
        return "agrees" not in told
    times = compare_clocks(a.clocks, b.clocks)
    if times is not None:
        return times[0] != "agrees"
    return "aftershock" in first & second


def _shocks(profile: Profile) -> set[str]:
    return {name for f in profile.figures if f.interval.dimension == "magnitude" for name in f.of}


def of_another_day(a: Profile, b: Profile) -> bool:
    """One is dated to another year than the article in which the other stands undated."""
    if (a.when is None) == (b.when is None):
        return False
    return other_times(a.when or a.published, b.when or b.published)
