"""Which of several states is the one right before a claim's, or right behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.relating.moments import part_of_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.sides import Side

END_OF_DAY = 24.0
"""The hour of what is told of a day and of no part of it: so it was when the day was over."""


def nearest(own: Profile, sides: Sequence[Side], profiles: Sequence[Profile]) -> Side | None:
    """Of what came before the claim the last, else of what came after it the first; None where neither did.

    A price that fell in the morning and was lower still at the close rose on the next day from the close.
    """
    here = _moment(own)
    told = [
        (_moment(profiles[s.other]), -n, s)
        for n, s in enumerate(sides)
        if wording.SEQUENCE in s.found.relation.why
    ]
    before = [row for row in told if row[0] < here]
    after = [row for row in told if row[0] > here]
    if before:
        return max(before, key=lambda row: row[:2])[2]
    return min(after, key=lambda row: (row[0], -row[1]))[2] if after else None


def _moment(profile: Profile) -> tuple[str, float]:
    day = profile.when or profile.published or ("", "")
    hour = part_of_day(profile.text)
    return day[1], END_OF_DAY if hour is None else hour
