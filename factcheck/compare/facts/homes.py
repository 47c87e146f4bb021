"""One fact for each claim: a claim of several clauses goes home with the fact it matters most to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.reading.profiles import Profile


def homes(groups: Sequence[Sequence[int]], profiles: Sequence[Profile]) -> list[list[int]]:
    """The groups with each claim left in one of them alone, in the order given.

    A claim stays with the fact of its first clause that another article tells too, else of its first;
    the relations of its other clauses go across groups. Groups that lose all their claims are left out.
    """
    place = {n: at for at, members in enumerate(groups) for n in members}
    met = [len({profiles[n].article for n in members}) > 1 for members in groups]
    home: dict[int, int] = {}
    alone: dict[int, int] = {}
    for profile in profiles:
        at = place[profile.index]
        (home if met[at] else alone).setdefault(profile.number, at)
    kept = (
        [n for n in members if home.get(profiles[n].number, alone.get(profiles[n].number)) == at]
        for at, members in enumerate(groups)
    )
    return [members for members in kept if members]
