"""What every question about two claims may look at, and the relation that an answer becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.people import persons
from factcheck.compare.relating.found import Found
from factcheck.compare.relating.neighbours import Neighbours
from factcheck.model import Relation

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.compare.facts.kinship import Judge
    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.relating.tolls import Tolls
    from factcheck.model import Article, RelationKind, RelationOn

    Twins = Mapping[tuple[int, int], str]
    """Pairs of claims in copied sentences (lower index first) and the shared words."""


class Ground:
    """The articles, the claims made ready, how near they are, who says them, and what was copied."""

    def __init__(
        self,
        articles: Sequence[Article],
        profiles: Sequence[Profile],
        judge: Judge,
        origins: Sequence[str | None],
        twins: Twins,
        tolls: Tolls,
        settled: Collection[tuple[int, int]] = (),
    ) -> None:
        """``settled``: pairs (lower index first) of what was not known, and an answer to it."""
        self.articles = articles
        self.profiles = profiles
        self.judge = judge
        self.origins = origins
        self.tolls = tolls
        self.settled = settled
        self.persons = persons(profiles)
        self.neighbours = Neighbours(profiles)
        self._twins = twins
        self._first: dict[int, int] = {}
        """The first claim that a copied one is a copy of."""
        for i, j in twins:
            self._first[j] = min(i, self._first.get(j, i))

    def shared(self, i: int, j: int) -> str | None:
        """The copied words of two claims, lower index first; None where nothing is copied."""
        shared = self._twins.get((i, j))
        if shared is None and self.profiles[i].text == self.profiles[j].text:
            # Of many copies not every pair is a twin; all are twins of the first.
            first = self._first.get(i, i)
            shared = self._twins.get((first, j)) if self._first.get(j) == first else None
        return shared

    def kin(self, i: int, j: int) -> float:
        """How near two claims are to telling one fact."""
        return self.judge.kin(i, j).score

    def text(self, profile: Profile) -> str:
        """The text of the article in which a claim stands."""
        return self.articles[profile.article].text

    def found(
        self,
        i: int,
        j: int,
        kind: RelationKind,
        on: RelationOn,
        why: str,
        values: tuple[str, str],
        *,
        weight: float = 0.0,
        shared: str | None = None,
        score: float | None = None,
        newer: int | None = None,
        equal: bool = False,
    ) -> Found:
        a, b = self.profiles[i].claim, self.profiles[j].claim
        same = self.origins[i] is not None and self.origins[i] == self.origins[j]
        sure = self.kin(i, j) if score is None else score
        weak = self.judge.kin(i, j).weak
        why = wording.perhaps(why) if weak else why
        relation = Relation(a.id, b.id, kind, on, why, round(sure, 3), same, shared)
        return Found(i, j, relation, values, weight, newer, weak=weak, equal=equal)

    def said(self, i: int) -> tuple[str, str | None]:
        """The words of a claim and who says them, for a reason."""
        return self.profiles[i].text, self.origins[i]

    def pair(self, i: int, j: int, a: str, b: str, how: str = "and") -> str:
        """Two values and who gives them, for a reason."""
        return wording.pair((a, self.origins[i]), (b, self.origins[j]), how)
