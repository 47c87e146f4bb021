"""Which claims of a large fact stand for the others, so that the work does not grow with the square."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.compare.reading.profiles import Profile

ALL_PAIRS = 40
"""Up to so many claims of a group every pair is related; above it only with representatives."""
REPRESENTATIVES = 12


def pairs_of(
    group: Sequence[int], profiles: Sequence[Profile], origins: Sequence[str | None]
) -> Iterator[tuple[int, int]]:
    """The pairs of a group that are related: all, or each claim with the representatives."""
    if len(group) <= ALL_PAIRS:
        yield from ((i, j) for n, i in enumerate(group) for j in group[n + 1 :])
        return
    chosen = representatives(group, profiles, origins)
    for i in group:
        yield from ((min(i, j), max(i, j)) for j in chosen if j != i and (i not in chosen or i < j))


def representatives(
    group: Sequence[int], profiles: Sequence[Profile], origins: Sequence[str | None]
) -> list[int]:
    """One claim for each distinct value and origin; the commonest first, then the rest."""
    if len(group) <= REPRESENTATIVES:
        return list(group)
    cells: defaultdict[object, list[int]] = defaultdict(list)
    for i in group:
        p = profiles[i]
        shown = (tuple(f.interval.headline for f in p.figures), tuple(q.said.folded for q in p.quotes))
        cells[shown, origins[i]].append(i)
    largest = sorted(cells.values(), key=lambda cell: (-len(cell), cell[0]))
    return [cell[0] for cell in largest[:REPRESENTATIVES]]
