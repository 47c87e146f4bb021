"""The claims of one fact by their article: a hot fact has thousands, and an article tells it a few times."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile


class Neighbours:
    """Finds the claims of a fact in one article; the fact that was asked for last is kept sorted."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._group: Sequence[int] = ()
        self._rows: Mapping[int, Sequence[int]] = {}

    def of(self, article: int, group: Sequence[int]) -> Sequence[int]:
        """Those of ``group`` that stand in ``article``, in the order of the group."""
        if group is not self._group:
            rows: defaultdict[int, list[int]] = defaultdict(list)
            for index in group:
                rows[self._profiles[index].article].append(index)
            self._group, self._rows = group, rows
        return self._rows.get(article, ())
