"""Same fact, or not the same, as people said it: their word over the groups that the comparison made."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from factcheck.parting import leaving

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.facts.kinship import Judge, Kin
    from factcheck.compare.reading.profiles import Profile


class Said(NamedTuple):
    """What was said of two claims, by id. Of two that are not the same the first leaves the fact, and what is
    nearer to it leaves with it."""

    a: str
    b: str
    same: bool


def as_said(
    grouped: Sequence[Sequence[int]], profiles: Sequence[Profile], judge: Judge, said: Sequence[Said]
) -> list[list[int]]:
    """The groups with these words applied in their order; what was joined is one fact for the judge, too."""
    groups = {at: list(members) for at, members in enumerate(grouped)}
    of = {n: at for at, members in groups.items() for n in members}
    clauses: dict[str, list[int]] = {}
    for profile in profiles:
        clauses.setdefault(profile.claim.id, []).append(profile.index)
    for a, b, same in said:
        if a not in clauses or b not in clauses:
            continue
        i, j = max(product(clauses[a], clauses[b]), key=lambda pair: judge.kin(*pair).score)
        if same and of[i] != of[j]:
            moved = groups.pop(of[j])
            judge.tie(product(groups[of[i]], moved), (i, j))
            groups[of[i]] += moved
            of.update(dict.fromkeys(moved, of[i]))
        elif not same and of[i] == of[j]:
            gone = leaving(groups[of[i]], i, j, lambda m, n: _link(judge.kin(m, n)))
            groups[of[j]] = [n for n in groups[of[j]] if n not in gone]
            new = max(groups) + 1
            groups[new] = sorted(gone)
            of.update(dict.fromkeys(gone, new))
    return sorted((sorted(members) for members in groups.values() if members), key=lambda m: m[0])


def _link(kin: Kin) -> float:
    return kin.score if kin.bond == "same" else 0.0
