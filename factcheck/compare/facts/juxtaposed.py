"""Two sources side by side: "the ambulance took 17 minutes, A said. B says that it was there within four".

Newswire copy sets what one source says against what another says in the sentence before. Where both measure
in one dimension, and the second goes on about what the first is about, they are about one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.facts.similarity import stem, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile

_LAG = re.compile(r"\b(?:within|after|took|takes?|lasted|later|waited|needed)\b", re.I)
"""Words of how long something took."""
_NONE = re.compile(r"\W*(?:no|not\s+(?:one|a\s+single)|none\s+of\s+the)\s", re.I)
FAR_APART = 60
"""How many times larger one of two figures of one thing may be."""


def juxtaposed(profiles: Sequence[Profile]) -> frozenset[tuple[int, int]]:
    """Pairs of claims (lower index first) of one article in which two sources speak of one thing in turn."""
    held: defaultdict[tuple[int, int], list[Profile]] = defaultdict(list)
    for profile in profiles:
        if profile.origin and not profile.digest and profile.sentence >= 0:
            held[profile.article, profile.sentence].append(profile)
    return frozenset(
        (min(a.index, b.index), max(a.index, b.index))
        for (article, sentence), row in held.items()
        for a in row
        for b in (*row, *held.get((article, sentence + 1), ()))
        if a.start < b.start and a.origin != b.origin and (_measure_one_thing(a, b) or _counts_none(a, b))
    )


def _measure_one_thing(a: Profile, b: Profile) -> bool:
    first, second = _only(a), _only(b)
    if first is None or second is None or first.interval.dimension != second.interval.dimension:
        return False
    if (
        first.interval.dimension not in MEASURES
        or first.reach.rate != second.reach.rate
        or a.denied
        or b.denied
    ):
        return False
    low, high = sorted(abs(f.interval.headline) for f in (first, second))
    if high > FAR_APART * low:
        return False
    if first.interval.dimension == "time" and _LAG.search(a.text) and _LAG.search(b.text):
        return True
    return bool(_told(a) & _told(b))


def _only(profile: Profile) -> Figure | None:
    """The one figure of a claim that measures something."""
    told = [f for f in profile.figures if not f.sum and not f.outdated]
    return told[0] if len(told) == 1 else None


def _told(profile: Profile) -> frozenset[str]:
    """What a claim speaks of besides names and units, with what its opening pronoun means."""
    named = {stem(word) for name in profile.names for word, _, _ in words(name)}
    units = {stem(f.interval.unit) for f in profile.figures if f.interval.unit}
    return frozenset(s for s in (profile.own | profile.meant) - named - units if not s[0].isdigit())


def _counts_none(a: Profile, b: Profile) -> bool:
    """ "25 posts were axed, A said. No job was cut, B said": what is counted here is told of none there."""
    for some, none in ((a, b), (b, a)):
        counted = {f.interval.dimension for f in some.figures if not f.sum} - MEASURES - {None}
        if none.denied and not some.denied and not none.figures and _NONE.match(none.text):
            return any(f"u:{unit}" in none.slots for unit in counted)
    return False
