"""A hot fact is compared value by value: claims that give one value of one origin speak as one cell.

Four hundred claims of one death toll give a dozen values and name a dozen sources. What two cells are
to each other is found once, between two of their claims, and holds for all; so the work and the
relations grow with the distinct values and not with the square of the claims.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare.facts.alike import told, value
from factcheck.compare.relating.found import SEVERITY

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.relating.found import Found
    from factcheck.model import Relation

STANDING = 6
"""How many cells of a fact stand for it: every other cell is related with them."""


class Cells:
    """The cells of every fact of a session; ``cell[index]`` is the first clause of the clause's cell."""

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        profiles: Sequence[Profile],
        origins: Sequence[str | None],
        dated: Callable[[Profile], bool],
    ) -> None:
        """``dated`` says whether it matters on which day a clause's article told it."""
        self._profiles = profiles
        self.cell = list(range(len(profiles)))
        self.members: dict[int, list[int]] = {}
        self._rows: list[list[list[int]]] = []
        for group in groups:
            denied = any(profiles[n].denied for n in group)
            held: defaultdict[Hashable, list[int]] = defaultdict(list)
            for n in group:
                p = profiles[n]
                day = p.published if denied or dated(p) else None
                held[_stance(p), day, origins[n]].append(n)
            row = sorted(held.items(), key=lambda item: (-len(item[1]), item[1][0]))
            for _, members in row:
                self.members[members[0]] = members
                for n in members:
                    self.cell[n] = members[0]
            self._rows.append([members for _, members in row])

    def pairs(self, at: int, twins: Mapping[tuple[int, int], str]) -> Iterator[tuple[int, int]]:
        """The pairs of clauses of group ``at`` to be related, lower index first."""
        row = self._rows[at]
        standing = self._standing(row)
        for n, own in enumerate(row):
            for m in standing:
                if m != n and (n not in standing or n < m):
                    yield self._apart(own, row[m])
            if len(own) > 1:
                yield self._within(own, twins)

    def _standing(self, row: Sequence[Sequence[int]]) -> set[int]:
        """The largest cell of each value, of the values told most; then the largest of the rest."""
        chosen: dict[Hashable, int] = {}
        for n, members in enumerate(row):
            p = self._profiles[members[0]]
            said = tuple(f.interval.headline for f in p.figures), p.denied, p.ahead
            chosen.setdefault(said if p.figures else members[0], n)
        found = list(chosen.values())[:STANDING]
        rest = (n for n in range(len(row)) if n not in set(found))
        return {*found, *(n for n, _ in zip(rest, range(STANDING - len(found)), strict=False))}

    def _apart(self, a: Sequence[int], b: Sequence[int]) -> tuple[int, int]:
        """A clause of each, of two articles where there are such: an article is not its own witness."""
        own = self._profiles[a[0]].article
        other = next((n for n in b if self._profiles[n].article != own), None)
        if other is not None:
            return min(a[0], other), max(a[0], other)
        there = self._profiles[b[0]].article
        mine = next((n for n in a if self._profiles[n].article != there), a[0])
        return min(mine, b[0]), max(mine, b[0])

    def _within(self, members: Sequence[int], twins: Mapping[tuple[int, int], str]) -> tuple[int, int]:
        """Two clauses of one cell, of two articles and not copied from each other where there are such."""
        first = members[0]
        others = [n for n in members[1:] if self._profiles[n].article != self._profiles[first].article]
        told = next((n for n in others if (first, n) not in twins), others[0] if others else members[1])
        return first, told


def _stance(profile: Profile) -> Hashable:
    """What a clause says, as far as it decides what the clause is to others of its fact."""
    p = profile
    if not p.figures or p.quotes or p.denied or p.details:
        return told(p)
    return (
        tuple(map(value, p.figures)),
        p.names,
        p.main,
        p.ahead,
        p.digest,
        p.when,
        p.earlier,
        tuple(d.text for d in p.dates),
    )


def said_of_all(found: Sequence[Found], cells: Cells, profiles: Sequence[Profile]) -> Iterator[Relation]:
    """What was found between two clauses, said of the others of their cells: two relations a clause at most.

    The gravest of a cell and its surest agreement: what a reader of any one claim has to see, in a number
    that grows with the claims.
    """
    gravest: dict[int, Found] = {}
    surest: dict[int, Found] = {}
    told: set[int] = set()
    for f in found:
        told |= {f.i, f.j}
        agrees = f.relation.kind in ("agrees", "copies")
        best = surest if agrees else gravest
        for own in {cells.cell[f.i], cells.cell[f.j]}:
            if own not in best or _weight(best[own]) < _weight(f):
                best[own] = f
    for n, profile in enumerate(profiles):
        if n in told:
            continue
        own = cells.cell[n]
        for f in (best[own] for best in (gravest, surest) if own in best):
            other = profiles[f.j if cells.cell[f.i] == own else f.i]
            if other.article == profile.article:
                continue
            first = cells.cell[f.i] == own
            a, b = (profile, other) if first else (other, profile)
            yield replace(f.relation, a=a.claim.id, b=b.claim.id)


def _weight(found: Found) -> tuple[int, float, float]:
    return -SEVERITY.index(found.relation.kind), found.weight, found.relation.score
