"""Which pairs of claims are worth judging: typed blocks and the rarest words, never all pairs.

Each claim is filed under a few keys: its lexicon classes with its units, its dates, its quotations,
its names with its classes, and its heaviest stems. Two claims that meet under keys gather weight;
each keeps its heaviest partners. A key that everybody shares chains its claims to the last ones
filed there, so that the work grows with the number of claims and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from factcheck.compare.aspects.people import root
from factcheck.compare.facts.alike import LARGE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factcheck.compare.reading.profiles import Profile

STEMS = 14
"""How many of a claim's heaviest stems it is filed under."""
CHAIN = 120
"""How many earlier claims under one key a claim meets."""
COMMON = 8
"""The same in a large session for a single sign that more than ``CHAIN`` claims have: it tells little."""
PARTNERS, FEWER = 16, 6
"""How many earlier claims a claim is judged against; the latter in a large session, where each of them is
another wording or another value."""
EVERYBODY = 140
"""Up to so many claims every pair that shares a key is judged."""


def candidates(
    profiles: Sequence[Profile], known: Collection[tuple[int, int]] = ()
) -> Iterator[tuple[int, int]]:
    """Pairs of indices (earlier, later), each once; the ``known`` ones, whatever they share, come first.

    ``profiles`` may be a part of all, in order: one for each class of clauses that tell the same.
    """
    yield from sorted(known)
    told = frozenset(known)
    filed: defaultdict[str, list[int]] = defaultdict(list)
    large = len(profiles) >= LARGE
    partners = EVERYBODY if len(profiles) <= EVERYBODY else FEWER if large else PARTNERS
    for profile in profiles:
        met: defaultdict[int, float] = defaultdict(float)
        for key, weight in chain(keys(profile), named(profile) if large else ()):
            holders = filed[key]
            lone = large and len(holders) > CHAIN and " " not in key
            for other in holders[-COMMON:] if lone else holders[-CHAIN:]:
                met[other] += weight
            holders.append(profile.index)
        likely = met if len(met) <= partners else nlargest(partners, met, key=met.__getitem__)
        for other in sorted(likely):
            if (other, profile.index) not in told:
                yield other, profile.index


def named(profile: Profile) -> Iterator[tuple[str, float]]:
    """What is measured or counted at one place or of one body: few enough even where all else is common."""
    for family in _families(profile):
        for name in sorted(profile.names):
            yield f"unit:{family} name:{name}", 0.3


def keys(profile: Profile) -> Iterator[tuple[str, float]]:
    """The keys a claim is filed under, and what meeting under each is worth; in an order of their own.

    Of partners that weigh the same those are kept that were met first.
    """
    dimensions = _families(profile)
    if profile.sole is not None:
        yield from ((f"sole:{stem}", 0.4) for stem in sorted(profile.sole.deed))
    if profile.once is not None:
        yield f"once:{profile.once.deed}", 0.4
    for name, _ in profile.aged:
        yield f"aged:{name}", 0.4
    if profile.term is not None:
        yield from ((f"term:{thing}", 0.3) for thing in sorted(profile.term.things))
    for figure in profile.figures:
        for name in sorted(figure.actors):
            yield f"unit:{figure.interval.dimension or 'number'} of:{root(name)}", 0.5
    for name in sorted(profile.main):
        yield f"class:{name}", 0.1
        for family in dimensions:
            yield f"class:{name} unit:{family}", 0.5
        for actor in sorted(profile.names):
            yield f"class:{name} name:{actor}", 0.3
    for family in dimensions:
        yield f"unit:{family}", 0.15
    for date in profile.dates:
        yield f"date:{date.month_day or date.earliest or date.weekday}", 0.15
    for spoken in profile.quotes:
        yield from ((f"quoted:{word}", 0.3) for word in sorted(spoken.said.content))
    heaviest = sorted(profile.vector.items(), key=itemgetter(1), reverse=True)[:STEMS]
    yield from [(f"stem:{stem}", weight * weight) for stem, weight in heaviest]


def _families(profile: Profile) -> list[str]:
    """The dimensions of the figures of a claim."""
    return sorted({figure.interval.dimension or "number" for figure in profile.figures})
