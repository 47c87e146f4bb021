"""Whether one of two figures is of a part of what the other counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare.aspects.dates import persists
from factcheck.compare.aspects.ledgers import stretch
from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.aspects.standing import comparable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.relating.ground import Ground

_STATE = re.compile(
    r"\b(?:without|missing|unaccounted|trapped|stranded|homeless|held|closed|shut|suspended|grounded"
    r"|(?:in|at|under|out\s+of|on)\s+(?:an?\s+|the\s+|intensive\s+|critical\s+)?(?:hospitals?|clinics?|care|custody|condition"
    r"|prison|jail|detention|arrest|quarantine|shelters?|tents|camps?|water|service|work|strike|board))\b",
    re.I,
)
"""How many are in a state, and not how many it befell."""


def left_of(a: Profile, b: Profile, figures: tuple[Figure, Figure]) -> tuple[int, int] | None:
    """0 and 1 in the order of what befell so many and of whom it is *still* so; None where nothing says that.

    "Cut power to 20,000 households", "6,000 are still without power": these are what is left of those.
    """
    small = _smaller(*figures)
    fewer, more = (a, b) if small == 0 else (b, a)
    still = persists(fewer.text) and _STATE.search(fewer.text) is not None
    befell = not persists(more.text) and _STATE.search(more.text) is None
    return (1 - small, small) if still and befell and fewer.article != more.article else None


def of_a_part(ground: Ground, i: int, j: int, figures: tuple[Figure, Figure], group: Sequence[int]) -> bool:
    """One figure is of a part of the other's whole: by its words, or its article tells both."""
    a, b = ground.profiles[i], ground.profiles[j]
    share = figures[0].interval.dimension == "percent"
    small = _smaller(*figures)
    spans = [stretch(profile.text) for profile in (a, b)]
    if figures[0].interval.dimension not in MEASURES and spans[small] == "short" and not spans[1 - small]:
        return True
    part = ground.judge.scopes.part_of(a, b, figures, share=share)
    if part is not None and (share or small == part):
        return True
    return not share and _told_with_all(ground, (i, j)[small], figures[small], figures[1 - small], group)


def _told_with_all(ground: Ground, own: int, figure: Figure, larger: Figure, group: Sequence[int]) -> bool:
    """ "Milford will lose 450 jobs. In all, 1,800 are to go": the article knows the 450 for a part."""
    for index in ground.neighbours.of(ground.profiles[own].article, group):
        other = ground.profiles[index]
        if index == own:
            continue
        if (
            None not in (ground.origins[index], ground.origins[own])
            and ground.origins[index] != ground.origins[own]
        ):
            continue
        for told in other.figures:
            wide = told.reach.part in ("all", "everywhere") and not figure.reach.part
            if wide and comparable(told, figure) and told.interval.headline > figure.interval.headline:
                return larger.interval.headline > figure.interval.headline
    return False


def _smaller(left: Figure, right: Figure) -> int:
    return 0 if left.interval.headline < right.interval.headline else 1
