"""Who says it first: the origin of each claim, inherited where the article names it only once.

A claim's own attribution decides. Where it has none (or only a vague one) it inherits, in this order:

1. from its twin in a copied sentence of another article: the same words have the same origin, even
   where the copy dropped the name;
2. from an attributed claim of its own article in the same group: an article that has named its
   source once restates the fact without naming it again. With two different origins in the article
   the nearer one before it is meant.

A vague attribution ("reports", "officials") names nobody, so it inherits through a copy only: an
article that says "officials" instead of a name has chosen not to say who.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.profiles import Profile


def origins(
    profiles: Sequence[Profile], groups: Sequence[Sequence[int]], twins: Mapping[int, Sequence[int]]
) -> tuple[str | None, ...]:
    """The origin of every claim by index; None where nobody is named. ``twins`` are copied claims."""
    found = [profile.origin for profile in profiles]
    for index in range(len(found)):
        if found[index] is None:
            named = (profiles[twin].origin for twin in twins.get(index, ()))
            found[index] = next((origin for origin in named if origin), None)
    for group in groups:
        for index in group:
            if found[index] is None and profiles[index].claim.attribution is None:
                found[index] = _named_here(profiles, group, index)
    return tuple(found)


def _named_here(profiles: Sequence[Profile], group: Sequence[int], index: int) -> str | None:
    own = profiles[index]
    named = [
        profiles[other]
        for other in group
        if profiles[other].article == own.article and profiles[other].origin is not None
    ]
    if not named:
        return None

    def distance(other: Profile) -> tuple[bool, int]:
        return other.claim.start > own.claim.start, abs(other.claim.start - own.claim.start)

    return min(named, key=distance).origin


def by_frequency(named: Sequence[str | None]) -> tuple[str, ...]:
    """The distinct origins, the most frequent first, ties in the order of the text."""
    counts: dict[str, int] = {}
    for origin in named:
        if origin is not None:
            counts[origin] = counts.get(origin, 0) + 1
    return tuple(sorted(counts, key=lambda origin: -counts[origin]))
