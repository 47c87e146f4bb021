"""What part of the whole a figure is of: one town of the region, the last election, one works of the group.

"Turnout was 58 percent in the town" contradicts no turnout of the region, and "turnout then was 51 percent"
none of this year. A place that most articles name is no part: it is where the story happens.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.aspects.people import root
from factcheck.compare.aspects.reach import part_of_all
from factcheck.model import Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.aspects.reach import Part
    from factcheck.compare.reading.profiles import Profile

_IN = re.compile(
    r"\b(?:in|at|near|outside|around|across|for|from)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}?(?:of\s+)?(?:the\s+)?\Z",
    re.I,
)
LEAST, FURTHEST = 3, 16
"""Where in a sentence (in code points) a place stands that opens it: behind "In" or "In the city of"."""
_THEN = re.compile(
    r"\bthen\s+(?:was|were|stood|came|had)\b|\b(?:was|were|stood|had\s+been)\s+(?:[\w%.]+\s+){0,4}?"
    r"(?:at\s+(?:the|that)\s+time|back\s+then|then)\b"
    r"|\b(?:a|one|the)\s+(?:year|month|week|quarter|season|decade)\s+(?:earlier|before)\b"
    r"|\b(?:two|three|four|five|six|ten)\s+years\s+(?:earlier|ago|before)\b"
    r"|\bin\s+the\s+(?:previous|preceding)\s+\w+|\b(?:in|during)\s+that\s+(?:year|decade|season)\b",
    re.I,
)
"""What is told of another time than the story's."""
_A_WORKS = (
    r"(?:works|plant|factory|mill|branch|division|site|store|campus|ward|district|precinct|constituency|mine|county"
    r"|borough|parish|depot|shipyard|airport|station|office|unit)"
)
_WORKS = re.compile(rf"\s+{_A_WORKS}\b", re.I)
_WORKS_IN = re.compile(rf"\b{_A_WORKS}\s+(?:in|at|near|outside)\s+(?:the\s+)?\Z", re.I)
MOST = 0.8
"""A place that so large a share of the articles name is the story's own; so is what an article names most."""


class Scopes:
    """Knows of which place and of which time the figures of each clause are."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        named: defaultdict[str, set[int]] = defaultdict(set)
        often: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for profile in profiles:
            for place in _places(profile):
                named[root(place.name)].add(profile.article)
                often[profile.article][root(place.name)] += 1
        self._of_article: defaultdict[int, set[str]] = defaultdict(set)
        for profile in profiles:
            told = (*profile.claim.values, *profile.claim.context)
            self._of_article[profile.article] |= {root(v.name) for v in told if isinstance(v, Entity)}
        self._placed = frozenset(often)
        articles = len({profile.article for profile in profiles})
        self._own = {name for name, found in named.items() if len(found) > max(1, MOST * articles - 0.5)}
        self._own |= {max(told, key=lambda name: (told[name], name)) for told in often.values()}
        self._known: dict[int, frozenset[str]] = {}
        self._opened: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        for profile in profiles:
            begin = profile.claim.sentence[0]
            if profile.claim.start == begin:
                near = {root(p.name) for p in _places(profile) if LEAST <= p.start - begin <= FURTHEST}
                self._opened[profile.article, profile.sentence] |= near

    def two_stories(self, a: Profile, b: Profile) -> bool:
        """The articles name each a place, and no name in common: "19 people died" is told of two events."""
        placed = a.article in self._placed and b.article in self._placed and a.article != b.article
        return placed and self._of_article[a.article].isdisjoint(self._of_article[b.article])

    def of(self, profile: Profile) -> frozenset[str]:
        """The roots of the places, other than the story's own, that the clause is restricted to."""
        found = self._known.get(profile.index)
        if found is None:
            found = self._known[profile.index] = _restricted(profile) - self._own
        return found

    def _narrowed(self, profile: Profile, other: Part | None, *, share: bool) -> frozenset[str]:
        """The places that a figure is restricted to, given how far the ``other`` one reaches."""
        found = self.of(profile)
        if other == "everywhere":
            found |= _restricted(profile)
        return found | self.limited(profile) if share or other in ("all", "everywhere") else found

    def limited(self, profile: Profile) -> frozenset[str]:
        """The place that opens the clause's sentence ("In the city of Korvel ...") or whose works it is."""
        text, begin = profile.claim.text, profile.claim.start
        works = (
            p
            for p in (*_places(profile), *_bodies(profile))
            if _WORKS.match(text, p.end - begin) or _WORKS_IN.search(text[: max(0, p.start - begin)])
        )
        opened = self._opened.get((profile.article, profile.sentence), ())
        return frozenset({*opened, *(root(p.name) for p in works)})

    def set_elsewhere(self, a: Profile, b: Profile) -> bool:
        """Whether ``a`` opens with a place, and the sentence of ``b`` names others and not that one."""
        opened = self._opened.get((a.article, a.sentence), ())
        told = (*b.claim.values, *b.claim.context)
        there = {root(v.name) for v in told if isinstance(v, Entity) and v.kind == "place"}
        return bool(opened and there) and there.isdisjoint(opened)

    def part_of(
        self, a: Profile, b: Profile, figures: tuple[Figure, Figure], *, share: bool = False
    ) -> int | None:
        """Which of two clauses (0 or 1) is of a part of what the other is of; None where neither is known.

        A ``share`` is restricted by any place that opens its sentence ("In Korvel, turnout was ...") or
        whose works or branch it is of, be it the story's own; so is a count beside one "in all".
        """
        said = part_of_all(figures[0].reach, figures[1].reach)
        if said is not None:
            return said
        left = self._narrowed(a, figures[1].reach.part, share=share) - _named(b)
        right = self._narrowed(b, figures[0].reach.part, share=share) - _named(a)
        if bool(left) == bool(right):
            return None
        return 0 if left else 1


@lru_cache(maxsize=20_000)
def another_time(text: str) -> bool:
    """Whether a clause tells of another time than the story's."""
    return _THEN.search(text) is not None


def _places(profile: Profile) -> list[Entity]:
    return [v for v in profile.claim.values if isinstance(v, Entity) and v.kind == "place"]


def _bodies(profile: Profile) -> list[Entity]:
    """Names that may be a place's where a works stands behind them: "its Milford factory"."""
    return [v for v in profile.claim.values if isinstance(v, Entity) and v.kind == "organisation"]


def _named(profile: Profile) -> frozenset[str]:
    return frozenset(root(name) for name in profile.names)


def _restricted(profile: Profile) -> frozenset[str]:
    text, begin = profile.claim.text, profile.claim.start
    found = set()
    for place in _places(profile):
        here = profile.start <= place.start and place.end <= profile.end
        before = text[max(0, place.start - begin - 40) : max(0, place.start - begin)]
        if here and _IN.search(before):
            found.add(root(place.name))
    return frozenset(found)
