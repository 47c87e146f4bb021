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

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare.aspects.dates import compare_dates, days
from factcheck.compare.aspects.figure_pairs import compare_figures
from factcheck.compare.aspects.figures import rises
from factcheck.compare.aspects.people import same_person
from factcheck.compare.aspects.quantities import MEASURES, compare_intervals
from factcheck.compare.aspects.stance import NOT_YET
from factcheck.compare.relating.moments import Moment, hours_between, moment
from factcheck.compare.relating.neighbours import Neighbours

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Article, LexiconEntry

_UNKNOWN = ("missing", "unaccounted for", "trapped", "stranded")
_HELPED = ("without power", "without running water", "in hospital")
UNKNOWN_FATE = frozenset({*_UNKNOWN, *_HELPED})
"""Terms of the lexicon classes of those who are found, helped or sent home as days go by."""
_AGAIN = re.compile(
    r"\b(?:after|since)\s+(?:the|a|an)\s+(?:[\w-]+\s+)?(?:recount|correction|revision|review|audit|check|inspection)\b"
    r"|\b(?:corrected|revised|recounted|updated)\b",
    re.I,
)
"""One source has counted again."""
_SO_FAR = re.compile(
    r"\b(?:so\s+far|to\s+date|already|since|now|by\s+(?:now|noon|midday|midnight|the\s+end\s+of|(?:early|late)\s+\w+"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)|counts|stands\s+at"
    r"|(?:number|total|tally)\s+of\s+(?:\w+\s+){1,2}(?:is|stands))\b",
    re.I,
)
"""What one source has counted up to a day, or counts today, grows with the days."""
_STATE_OF_DAY = re.compile(
    r"\b(?:was|were|remained)\s+(?:still\s+|also\s+)?(?:(?:at|in|without|on)\s+\w+|\w+ing)\b[^.;,]{0,30}?"
    r"\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.I,
)
"""How many were at work or without power on a day: another day has another number."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
CONTEMPORARY = 3 * 24
"""Hours within which two named origins speak of the same state of things."""


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
        self._moments: dict[int, Moment] = {}
        self._neighbours = Neighbours(profiles)
        self._fact: Sequence[int] = ()
        self._rising: Sequence[int] = ()
        """Of the fact that was asked for last: claims of a named voice that say that the toll has risen."""
        self._by_sentence: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for profile in profiles:
            self._by_sentence[profile.article, profile.sentence].append(profile.index)

    def dated(self, profile: Profile) -> bool:
        """Whether it matters on which day the clause was told: its figures move, or it says that they did."""
        moving = self._growing | self._falling
        return any(f.of & moving for f in profile.figures) or rises(profile.text)

    def newer(self, i: int, j: int, figures: tuple[Figure, Figure], group: Sequence[int]) -> int | None:
        """The one of two profiles that brings the other's figure up to date; ``group`` tells the fact."""
        if not self._two_voices(i, j):
            stale = figures[0].outdated or self._moved_on(j, figures[0])
            if stale != (figures[1].outdated or self._moved_on(i, figures[1])):
                return j if stale else i
        apart = hours_between(self._moment(i), self._moment(j))
        if apart == 0:
            return self._within_the_day(i, j, figures)
        if not apart:
            return None
        old, new = (i, j) if apart > 0 else (j, i)
        older, newer = figures if apart > 0 else figures[::-1]
        if self._of_old(old) and self._of_old(new):
            return None
        one = bool(self._origins[old]) and not self._two_voices(old, new) and bool(self._origins[new])
        if one and _AGAIN.search(self._profiles[new].text):
            return new
        if newer.interval.headline < older.interval.headline:
            return new if self._found_since(old, new, older, newer) else None
        if newer.interval.headline == older.interval.headline:
            return None
        if self._risen(new) or self._risen_elsewhere(old, new, newer, group):
            return new
        counted = any(_SO_FAR.search(self._profiles[index].text) for index in (old, new))
        counted = counted or _STATE_OF_DAY.search(self._profiles[old].text) is not None
        if one and counted and not self._one_day(old, new):
            return new
        if not newer.of & self._growing:
            return None
        if self._two_voices(old, new) and (abs(apart) <= CONTEMPORARY or self._still_told(new, older, group)):
            return None
        return new

    def _moment(self, index: int) -> Moment:
        found = self._moments.get(index)
        if found is None:
            profile = self._profiles[index]
            falls = any(f.of & self._falling for f in profile.figures)
            article = self._articles[profile.article]
            found = moment(article, profile.claim, falls=falls)
            if found.hour is None:
                before = (self._moment(n) for n in self._told_before(index)[:1])
                hours = [m.hour for m in before if m.day == found.day and m.weekday == found.weekday]
                found = replace(found, hour=hours[0]) if hours else found
            self._moments[index] = found
        return found

    def _told_before(self, index: int) -> list[int]:
        """The toll that the same voice gives in the sentence before: what follows it is of the same hour."""
        own = self._profiles[index]
        if not self._origins[index] or not self.dated(own):
            return []
        before = self._by_sentence[own.article, own.sentence - 1]
        return [
            n for n in before if self._origins[n] == self._origins[index] and self.dated(self._profiles[n])
        ]

    def _risen(self, index: int) -> bool:
        """It says that the toll has risen, or goes on from a sentence of the same voice that says so."""
        if rises(self._profiles[index].text):
            return True
        return any(self._risen(n) for n in self._told_before(index)[:1])

    def _risen_elsewhere(self, old: int, new: int, newer: Figure, group: Sequence[int]) -> bool:
        """Another claim of the same voice gives the newer figure and says that it has risen to it."""
        if group is not self._fact:
            self._fact, self._rising = group, [n for n in group if self._origins[n] and self._risen(n)]
        for index in self._rising:
            if index in (old, new) or self._two_voices(index, old):
                continue
            later = (days(self._published(old), self._published(index)) or 0) > 0
            if later and self._gives(index, newer):
                return True
        return False

    def _gives(self, index: int, figure: Figure) -> bool:
        found = (compare_figures(own, figure) for own in self._profiles[index].figures)
        return any(one is not None and one.kind == "agrees" for one in found)

    def _moved_on(self, index: int, older: Figure) -> bool:
        """ "Raised its estimate from 40 million to 46 million": the 40 million are out of date."""
        left = (f for f in self._profiles[index].figures if f.reach.move == "from")
        outcomes = (compare_intervals(f.interval, older.interval) for f in left)
        return any(outcome is not None and outcome.kind == "agrees" for outcome in outcomes)

    def later_of_one_voice(self, i: int, j: int, figures: tuple[Figure, Figure]) -> int | None:
        """The one of two profiles that counts more on a later day, unless two voices are named.

        What is measured does not grow from day to day, nor what only one of the two has from somebody.
        """
        apart = hours_between(self._moment(i), self._moment(j))
        if not apart or self._two_voices(i, j) or bool(self._origins[i]) != bool(self._origins[j]):
            return None
        older, newer = figures if apart > 0 else figures[::-1]
        counted = older.interval.dimension not in MEASURES
        return (
            (j if apart > 0 else i) if counted and newer.interval.headline > older.interval.headline else None
        )

    def _one_day(self, i: int, j: int) -> bool:
        """Both are counted up to one day: then they contradict each other."""
        return any(
            (told := compare_dates(d, e)) is not None and told[0] == "agrees"
            for d in self._profiles[i].dates
            for e in self._profiles[j].dates
        )

    def _of_old(self, index: int) -> bool:
        """Told of a year before that of its article: what that year's dead were rises no more."""
        published = (self._published(index) or "")[:4]
        return any(year < published for year in _YEAR.findall(self._profiles[index].text))

    def happened_since(self, denied: int, asserted: int) -> bool:
        """What had not happened may have happened a day later, where one voice or none tells both."""
        if self._origins[denied] is not None and self._origins[denied] != self._origins[asserted]:
            return False
        return self.later_day(denied, asserted) and NOT_YET.search(self._profiles[denied].text) is not None

    def later_day(self, first: int, then: int) -> bool:
        """Whether the article of ``then`` came out on a later day than that of ``first``."""
        return (days(self._published(first), self._published(then)) or 0) > 0

    def _within_the_day(self, i: int, j: int, figures: tuple[Figure, Figure]) -> int | None:
        """Two articles of one day and one source: the missing are fewer later, and a toll "has risen"."""
        if self._profiles[i].article == self._profiles[j].article or self._two_voices(i, j):
            return None
        if not self._origins[i] or not self._origins[j]:
            return None
        low, high = (i, j) if figures[0].interval.headline < figures[1].interval.headline else (j, i)
        if figures[0].of & figures[1].of & self._falling:
            return low
        return high if self._risen(high) else None

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
        for index in self._neighbours.of(self._profiles[new].article, group):
            if self._two_voices(index, new) and self._gives(index, older):
                return True
        return False
