"""Clauses that nothing pairwise could tell apart: the same words with the same values, told alike.

In a large session they are judged once: the first of each class stands for the others wherever pairs
are looked for and scored. What differs between them (article, day, who says it) is asked later, when
claims of one fact are related.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile

LARGE = 1_000
"""From so many clauses on a session is compared class by class; below it every clause stands for itself."""
YEAR_MONTH = 7
"""How much of an ISO date says of what time an undated telling is."""
_WORD = re.compile(r"\w+")


def classes(profiles: Sequence[Profile], apart: Collection[int] = ()) -> list[list[int]]:
    """The indices ``0..n-1`` by class, each class in order, the classes in the order of their first.

    Those in ``apart`` (clauses with a bond of their own) stand alone, and so does a class of one claim.
    """
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for profile in profiles:
        key: Hashable = profile.index if profile.index in apart else told(profile)
        found[key].append(profile.index)
    return list(found.values())


def told(profile: Profile) -> Hashable:
    """What a clause tells, in its words and values; equal for clauses that are judged alike."""
    p = profile
    return (
        " ".join(_WORD.findall(p.text.casefold())),
        tuple(map(value, p.figures)),
        p.names,
        p.around,
        p.main,
        p.aside,
        p.ahead,
        p.denied,
        p.withdrawn,
        p.digest,
        p.subject,
        p.when,
        None if p.published is None else p.published[0][:YEAR_MONTH],
        tuple(spoken.speaker for spoken in p.quotes),
        tuple((d.earliest, d.latest, d.weekday, d.month_day) for d in p.dates),
    )


def value(figure: Figure) -> Hashable:
    """What a figure says and of whom, wherever it stands."""
    f = figure
    return (
        f.text.casefold(),
        f.interval.headline,
        f.interval.unit,
        f.of,
        f.actors,
        f.noun,
        f.part,
        f.sum,
        f.rivals,
        f.more,
        f.reach,
        f.withdrawn,
        f.outdated,
    )
