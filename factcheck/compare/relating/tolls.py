"""Is a higher figure of a later day the newer one, or another source's?

It is an update where the later article says that the toll has risen. Without such words only the toll
of the dead and hurt grows by itself (what the lexicon has a whole for), where one origin gives both
figures or nobody is named for one: how many were rescued or sent is over and done. Two named origins
within a few days hold on to their figures; so does an article that still carries the older figure as
somebody else's, and a source that gave its figure already when the older one was told.

The number of the missing goes the other way: the found are no longer among them. A lower figure of a
later day is the newer one where one origin gives both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.aspects.dates import days
from factcheck.compare.aspects.figure_pairs import compare_figures
from factcheck.compare.aspects.figures import RISEN
from factcheck.compare.aspects.people import same_person
from factcheck.compare.aspects.stance import NOT_YET

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Article, LexiconEntry

UNKNOWN_FATE = frozenset({"missing", "unaccounted for", "trapped", "stranded"})
"""Terms of the lexicon classes of those of whom nothing is known yet."""
CONTEMPORARY = 3
"""Days within which two named origins speak of the same state of things."""


def falling(lexicon: Sequence[LexiconEntry]) -> frozenset[str]:
    """The predicate classes whose figures fall as people are found."""
    return frozenset(
        entry.name
        for entry in lexicon
        if entry.role == "predicate" and not UNKNOWN_FATE.isdisjoint(map(str.casefold, entry.terms))
    )


class Tolls:
    """Knows the days of the articles and who says what, and tells the newer of two figures.

    ``growing`` are the classes whose figures rise by themselves, ``falling`` those whose figures fall.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        profiles: Sequence[Profile],
        origins: Sequence[str | None],
        growing: Collection[str],
        falling: Collection[str] = (),
    ) -> None:
        self._growing = frozenset(growing)
        self._falling = frozenset(falling)
        self._articles = articles
        self._profiles = profiles
        self._origins = origins

    def newer(self, i: int, j: int, figures: tuple[Figure, Figure], group: Sequence[int]) -> int | None:
        """The one of two profiles that brings the other's figure up to date; ``group`` tells the fact."""
        apart = days(self._published(i), self._published(j))
        if not apart:
            return None
        old, new = (i, j) if apart > 0 else (j, i)
        older, newer = figures if apart > 0 else figures[::-1]
        if newer.interval.headline < older.interval.headline:
            return new if self._found_since(old, new, older, newer) else None
        if newer.interval.headline == older.interval.headline:
            return None
        if RISEN.search(self._profiles[new].text):
            return new
        if not newer.of & self._growing:
            return None
        if self._two_voices(old, new) and (abs(apart) <= CONTEMPORARY or self._still_told(new, older, group)):
            return None
        return new

    def happened_since(self, denied: int, asserted: int) -> bool:
        """What had not happened may have happened a day later, where one voice or none tells both."""
        if self._origins[denied] is not None and self._origins[denied] != self._origins[asserted]:
            return False
        later = (days(self._published(denied), self._published(asserted)) or 0) > 0
        return later and NOT_YET.search(self._profiles[denied].text) is not None

    def _found_since(self, old: int, new: int, older: Figure, newer: Figure) -> bool:
        """Fewer are missing than one source had said before."""
        named = self._origins[old] and self._origins[new] and not self._two_voices(old, new)
        return bool(named and older.of & newer.of & self._falling)

    def _published(self, index: int) -> str | None:
        return self._articles[self._profiles[index].article].published

    def _two_voices(self, i: int, j: int) -> bool:
        first, second = self._origins[i], self._origins[j]
        return bool(first and second) and not same_person(str(first), str(second))

    def _still_told(self, new: int, older: Figure, group: Sequence[int]) -> bool:
        """Whether the later article gives the older figure too, as another's."""
        article = self._profiles[new].article
        for index in group:
            if self._profiles[index].article == article and self._two_voices(index, new):
                for figure in self._profiles[index].figures:
                    found = compare_figures(figure, older)
                    if found is not None and found.kind == "agrees":
                        return True
        return False

    def _told_already(self, new: int, newer: Figure, day: str | None, group: Sequence[int]) -> bool:
        """Whether the later article's source gave its figure when the older one was told."""
        for index in group:
            before = days(self._published(index), day)
            if before is None or before < 0 or self._two_voices(index, new) or not self._origins[index]:
                continue
            for figure in self._profiles[index].figures:
                found = compare_figures(figure, newer)
                if found is not None and found.kind == "agrees":
                    return True
        return False
