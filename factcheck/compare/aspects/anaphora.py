"""Those who were counted right before: "several soldiers have died. The soldiers could not be saved".

"The soldiers" are as many as the sentence before says; and where both clauses tell one class of event, the
second goes on about the first.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.compare.aspects.counts import Count
    from factcheck.compare.reading.profiles import Profile

BEFORE = 2
"""How many sentences back they may have been counted."""


def counted_before(profiles: Sequence[Profile]) -> list[Profile]:
    """The profiles, each "the" before a plural with the count that the sentences before give of it."""
    of = _meant(profiles)
    return [_counted(p, of[p.index]) if p.index in of else p for p in profiles]


def taken_up(profiles: Sequence[Profile]) -> frozenset[tuple[int, int]]:
    """Pairs of claims (lower index first) of which one says of "the soldiers" what the other has told."""
    return frozenset(
        (min(n, other.index), max(n, other.index))
        for n, meant in _meant(profiles).items()
        for other in meant.values()
        if profiles[n].main & other.main and profiles[n].denied == other.denied
    )


def _meant(profiles: Sequence[Profile]) -> dict[int, dict[str, Profile]]:
    """For each claim that speaks of such, by its index, the claim that counts them, by the noun's stem."""
    told: defaultdict[tuple[int, int], list[Profile]] = defaultdict(list)
    for p in profiles:
        if p.sentence >= 0 and any(map(_counts, p.counts.values())):
            told[p.article, p.sentence].append(p)
    found: dict[int, dict[str, Profile]] = {}
    for p in profiles:
        for head in (head for head, count in p.counts.items() if count.definite and count.low > 1):
            nearest = next(
                (q for q in _before(p, told) if head in q.counts and _counts(q.counts[head])), None
            )
            if nearest is not None and head in p.counted:
                found.setdefault(p.index, {})[head] = nearest
    return found


def _before(profile: Profile, told: defaultdict[tuple[int, int], list[Profile]]) -> Iterator[Profile]:
    for back in range(1, BEFORE + 1):
        yield from told.get((profile.article, profile.sentence - back), ())


def _counts(count: Count) -> bool:
    return count.low > 1 and not count.definite


def _counted(profile: Profile, meant: dict[str, Profile]) -> Profile:
    counts = dict(profile.counts)
    for head, other in meant.items():
        there = other.counts[head]
        counts[head] = replace(counts[head], low=there.low, high=there.high, open=False)
    return replace(profile, counts=counts)
