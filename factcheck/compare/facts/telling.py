"""What two clauses tell with the same words, whatever the lexicon knows of them.

"Only 18,000 doses landed" and "80,000 doses of the drug landed at the port" count the same although no
class has the verb: the thing counted is one, and so is what is told of it. On the other hand a class that
both tell is not yet one measure: a turnout and a share of the vote are both of an election.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare.aspects.ledgers import stretch
from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.model import Attribution, DateValue, Entity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.facts.similarity import Weights
    from factcheck.compare.reading.profiles import Profile

_NUMBERS = """
    two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand
    thousands million millions billion billions trillion half third quarter percent cent per euro euros
    dollar dollars pound pounds least most some about around nearly almost roughly approximately exactly
"""
_UNITS = """
    second seconds minute minutes hour hours day days week weeks month months year years metre metres
    meter meters kilometre kilometres kilometer kilometers mile miles foot feet inch inches tonne tonnes
    ton tons kilo kilos kilogram kilograms hectare hectares acre acres square degree degrees celsius
"""
_TALLY = """
    m number numbers total totals tally toll count counts counted figure figures share put puts stood
    stand stands stay stays remained reached rose risen climbed true real actual actually correct exact
    confirmed confirms recorded registered known spoke speaks gave gives given estimated estimate
    estimates least now still far anybody anyone anything anywhere ever yet already all nobody nothing
    never none today yesterday tonight morning afternoon evening night noon midday weekend week day days
"""
_PEOPLE = """
    people person persons man men woman women member members individual individuals other others one ones
    thing things
"""
_SAYS_NOTHING = frozenset(stem(word) for word in f"{_NUMBERS} {_UNITS} {_TALLY}".split())
_ANYBODY = frozenset(stem(word) for word in f"{_PEOPLE} first second last next".split())
"""Stems of what could be counted in any story, or told of anything."""
_PERSONS = frozenset(stem(word) for word in _PEOPLE.split())
_APART = (Entity, DateValue, Attribution)
_PRONOUN = re.compile(r"\W*(?:its?|their|they|his|he|her|she|this|that|these|those)\b", re.I)
FEW, RARE, UNCOMMON = 4, 12, 7
"""A word is rare that so many clauses have, or every so-manieth; uncommon is one of every so many."""
COVERED = 0.5
"""What share of the shorter telling, by weight, two clauses have in common that tell one thing."""


class Telling:
    """Knows what each clause tells besides its names, dates and numbers."""

    def __init__(self, profiles: Sequence[Profile], weights: Weights) -> None:
        self._weights = weights
        self._weighed: dict[frozenset[str], float] = {}
        self._few, self._some = (max(FEW, len(profiles) // share) for share in (RARE, UNCOMMON))
        known: dict[tuple[str, tuple[tuple[int, int], ...]], frozenset[str]] = {}
        self._told = [_told(profile, known) for profile in profiles]
        self._meant = [_meant(profile) for profile in profiles]
        self._rare = [frozenset(filter(self.rare, told)) for told in self._told]

    def of(self, profile: Profile) -> frozenset[str]:
        """The stems of what a clause tells: no names, dates, numbers, or words of tallies."""
        return self._told[profile.index]

    def about(self, profile: Profile) -> frozenset[str]:
        """The same with the words for what its opening pronoun means."""
        return self._told[profile.index] | self._meant[profile.index]

    def stems(self, profile: Profile, start: int, end: int) -> frozenset[str]:
        """The same for a stretch of the clause's text alone."""
        here = {stem(word) for word, _, _ in words(profile.text[start:end])}
        return self.of(profile) & here

    def rare(self, word: str) -> bool:
        """Whether few clauses of the session have the stem."""
        return self._weights.count(word) <= self._few

    def shared(self, a: Profile, b: Profile) -> frozenset[str]:
        return self.of(a) & self.of(b)

    def rare_shared(self, a: Profile, b: Profile) -> frozenset[str]:
        """What both tell and few clauses of the session do."""
        return self._rare[a.index] & self._rare[b.index]

    def said(self, a: Profile, b: Profile) -> frozenset[str]:
        """What they share that says something of what is told: not that it is of people."""
        return (self.about(a) & self.about(b)) - _ANYBODY

    def alike(self, a: Profile, b: Profile) -> bool:
        """Whether they share a word that says something of what is told."""
        return bool(self.said(a, b))

    def anybody(self, word: str) -> bool:
        """Whether the stem could be counted in any story."""
        return word in _ANYBODY

    def one_event(self, a: Profile, b: Profile) -> bool:
        """Whether both tell one class of event, or half of the shorter telling is also in the other."""
        if a.main & b.main:
            return True
        return self.alike(a, b) and self.covered(self.about(a), self.about(b)) >= COVERED

    def covered(self, left: frozenset[str], right: frozenset[str]) -> float:
        """How much of the shorter telling the other has, by weight; 0 where one tells nothing."""
        least = min(self.weight(left), self.weight(right))
        return self.weight(left & right) / least if least else 0.0

    def counts_alike(self, a: Profile, b: Profile, f: Figure, g: Figure) -> bool:
        """Whether two figures count one thing and the same is told of it, by the words alone."""
        if f.part or g.part or (measured(f) and stretch(a.text) != stretch(b.text)):
            return False
        units = {stem(x.interval.unit or "") for x in (f, g)} if measured(f) else set()
        left, right = self.of(a) - _PERSONS - units, self.of(b) - _PERSONS - units
        noun = f.noun or _thing(f)
        if noun is None or noun in _ANYBODY or noun != (g.noun or _thing(g)):
            noun = ""
        left, right = left - {noun}, right - {noun}
        if len(left & right) < 2 and (_PRONOUN.match(a.text) or _PRONOUN.match(b.text)):
            return bool(noun) and not left | right
        if noun:
            return not left or not right or self.covered(left, right) >= COVERED
        return (
            self._one_uncommon(left, right)
            if len(left & right) == 1
            else self.covered(left, right) >= COVERED
        )

    def measures_another(self, a: Profile, b: Profile) -> bool:
        """Two shares or sums of which nothing but a broad class is the same: no word, and no name."""
        return not self.shared(a, b) and not a.names & b.names

    def _one_uncommon(self, left: frozenset[str], right: frozenset[str]) -> bool:
        """One word is all that the shorter tells, and not many clauses have it."""
        return min(len(left), len(right)) == 1 and all(
            self._weights.count(s) <= self._some for s in left & right
        )

    def weight(self, stems: frozenset[str]) -> float:
        """The sum of what the stems tell: the rarer in the session, the more."""
        found = self._weighed.get(stems)
        if found is None:
            found = self._weighed[stems] = sum([self._weights[s] for s in sorted(stems)])
        return found


def measured(figure: Figure) -> bool:
    """Whether the figure has a unit of measurement and counts no things."""
    return figure.interval.dimension in MEASURES


def _thing(figure: Figure) -> str | None:
    """What is counted where no unit of the lexicon has it: the stem of the noun behind the number."""
    unit = figure.interval.unit
    return unit if unit == figure.interval.dimension and not measured(figure) else None


def _meant(profile: Profile) -> frozenset[str]:
    named = {stem(word) for name in profile.names for word, _, _ in words(name)}
    return frozenset(s for s in profile.meant - named if s not in _SAYS_NOTHING and not s[0].isdigit())


def _told(
    profile: Profile, known: dict[tuple[str, tuple[tuple[int, int], ...]], frozenset[str]]
) -> frozenset[str]:
    """``known`` holds what was read of clauses with the same words and their names at the same places."""
    start, end = profile.claim.start, profile.claim.end
    apart = tuple(
        [
            (v.start - start, v.end - start)
            for v in (*profile.claim.values, *profile.claim.context)
            if isinstance(v, _APART) and v.start < end and start < v.end
        ]
    )
    found = known.get((profile.text, apart))
    if found is None:
        found = known[profile.text, apart] = _stems_apart(profile.text, apart)
    return found


def _stems_apart(text: str, apart: Sequence[tuple[int, int]]) -> frozenset[str]:
    found = set()
    for word, at, to in words(text):
        if word in STOPWORDS or word[0].isdigit():
            continue
        base = stem(word)
        if base not in found and base not in _SAYS_NOTHING and not any(s < to and at < e for s, e in apart):
            found.add(base)
    return frozenset(found)
