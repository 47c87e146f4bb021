"""From judged pairs to facts: a union-find that verifies before it joins two groups.

Single links chain: three like sentences in a row and half the story is one fact. So two groups are
joined only when their claims, not just the one pair, are near each other on the whole; and a group
that still grows beyond all measure is cut again at a higher threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.compare.facts.kinship import THRESHOLD, Kin

WHOLE = 0.8
"""Share of the threshold that two groups must reach on average to be joined."""
WEAK = 1.1
"""How much more that is where only a best match would join them."""
SAMPLE = 5
"""How many claims of each group stand for it."""
LARGEST = 400
STRICTER = 0.1

Judgement = Callable[[int, int], Kin]


class Union:
    """Disjoint sets of claim indices, each with its members in order."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self.members: dict[int, list[int]] = {n: [n] for n in range(size)}

    def find(self, n: int) -> int:
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n

    def join(self, a: int, b: int) -> None:
        a, b = self.find(a), self.find(b)
        if a == b:
            return
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        self._parent[b] = a
        self.members[a].extend(self.members.pop(b))

    def sets(self) -> list[list[int]]:
        """The sets, each sorted, in the order of their first members."""
        return sorted((sorted(members) for members in self.members.values()), key=lambda m: m[0])


def facts(
    size: int, pairs: Iterable[tuple[int, int]], kin: Judgement, threshold: float = THRESHOLD
) -> list[list[int]]:
    """The claims ``0..size-1`` grouped by fact, given the candidate pairs and the judge; weak pairs last."""
    linked = []
    for i, j in pairs:
        found = kin(i, j)
        if found.bond == "same" and found.score >= threshold:
            linked.append((found.weak, -found.score, i, j))
    linked.sort()
    union = Union(size)
    for weak, _, i, j in linked:
        a, b = union.find(i), union.find(j)
        if a == b:
            continue
        least = threshold * (WEAK if weak else 1.0)
        if _near(union.members[a], union.members[b], kin, least):
            union.join(a, b)
    cut = []
    for members in union.sets():
        cut.extend(_recut(members, linked, kin, threshold) if len(members) > LARGEST else [members])
    return sorted(cut, key=lambda members: members[0])


def _near(a: Sequence[int], b: Sequence[int], kin: Judgement, threshold: float) -> bool:
    if len(a) == 1 and len(b) == 1:
        return True
    scores = []
    apart = 0
    for i in _some(a):
        for j in _some(b):
            found = kin(i, j)
            if found.bond == "sum":
                continue
            apart += found.bond == "count"
            scores.append(found.score if found.bond == "same" else 0.0)
    return sum(scores) >= WHOLE * threshold * len(scores) and apart * 3 <= len(scores)


def _some(members: Sequence[int]) -> Sequence[int]:
    """A few members spread evenly over the group."""
    if len(members) <= SAMPLE:
        return members
    step = len(members) / SAMPLE
    return [members[int(n * step)] for n in range(SAMPLE)]


def _recut(
    members: Sequence[int], linked: Sequence[tuple[bool, float, int, int]], kin: Judgement, threshold: float
) -> list[list[int]]:
    inside = {n: at for at, n in enumerate(members)}
    pairs = [(inside[i], inside[j]) for _, _, i, j in linked if i in inside and j in inside]
    if threshold + STRICTER >= 0.95:
        return [list(members)]
    parts = facts(len(members), pairs, lambda i, j: kin(members[i], members[j]), threshold + STRICTER)
    return [[members[n] for n in part] for part in parts]
