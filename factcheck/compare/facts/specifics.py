"""Particulars that two clauses have in common: a year, a figure of many digits, a rare name, a rare word.

"Four paintings were stolen from the Aldane in 2009" and "vanished from the Aldane in 2009" tell one fact,
whatever the verbs: so many particulars do not meet by chance. One alone proves nothing, and a figure weighs
the more, the more digits it has: 1,412 more than 14, "two" hardly anything.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.compare.aspects.figure_pairs import compare_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.facts.counting import Met
    from factcheck.compare.facts.telling import Telling
    from factcheck.compare.reading.profiles import Profile

YEAR, NAME, KNOWN_NAME, WORD = 1.0, 0.5, 0.25, 0.4
"""What each particular weighs: a year before that of the article, a name that few clauses have or that many
have, a rare word (at most two of them)."""
FEW, DIGIT, LARGE = 0.3, 0.35, 0.4
"""What a figure weighs: of one digit, for each further digit before the noughts, and from a thousand on."""
OFTEN = 4
"""A figure that more clauses have weighs less."""
ENOUGH = 1.6
ROUNDING = 1e-9
JOINED, BEYOND, MOST = 0.4, 0.1, 0.6
"""What enough particulars make of a score, and each further one, at most."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


class Specifics:
    """Weighs the particulars that two clauses share."""

    def __init__(self, profiles: Sequence[Profile], telling: Telling) -> None:
        self._telling = telling
        self._rare_name = max(3, len(profiles) // 12)
        self._told = Counter(key for p in profiles for key in {_key(f) for f in p.figures if not f.sum})
        self._names = Counter(name for p in profiles for name in p.names)
        self._years = [_years(profile) for profile in profiles]
        self._most = [max(map(self._weight, profile.figures), default=0.0) for profile in profiles]

    def score(self, a: Profile, b: Profile, met: Sequence[Met]) -> float:
        """A score from the shared particulars alone; 0 where they are not enough.

        ``met`` are the pairs of their figures that can be laid side by side.
        """
        if a.denied != b.denied:
            return 0.0
        year, name = self._year(a, b), self._name(a, b)
        words = WORD * min(2, len(self._telling.rare_shared(a, b)))
        if year + name + words + self._most[a.index] < ENOUGH - ROUNDING:
            return 0.0  # whatever their figures are to each other
        if a.figures and b.figures and _counts_apart(met):
            return 0.0
        found = year + self._figure(met) + name + words
        return min(MOST, JOINED + BEYOND * (found - ENOUGH)) if found >= ENOUGH else 0.0

    def _year(self, a: Profile, b: Profile) -> float:
        shared = self._years[a.index] & self._years[b.index]
        if not shared:
            return 0.0
        return YEAR if shared - {p.published[0][:4] for p in (a, b) if p.published} else 0.0

    def _figure(self, met: Sequence[Met]) -> float:
        same = [self._weight(f) for f, g, _ in met if not (f.sum or g.sum) and _equal(f, g)]
        return max(same, default=0.0)

    def _weight(self, figure: Figure) -> float:
        return 0.0 if figure.sum else weight_of(figure) * min(1.0, OFTEN / max(1, self._told[_key(figure)]))

    def _name(self, a: Profile, b: Profile) -> float:
        shared = a.names & b.names
        if not shared:
            return 0.0
        return NAME if any(self._names[name] <= self._rare_name for name in shared) else KNOWN_NAME


def _counts_apart(met: Sequence[Met]) -> bool:
    """What befell those counted is not the same, or the figures measure two things."""
    return not met or all(stands == "other" and (f.harm or g.harm) for f, g, stands in met)


def _years(profile: Profile) -> frozenset[str]:
    """The years that the clause names, or to which it is dated."""
    found = {word for word in profile.own if _YEAR.match(word)}
    if profile.when and profile.when[0][:4] == profile.when[1][:4]:
        found.add(profile.when[0][:4])
    return frozenset(found)


def _equal(f: Figure, g: Figure) -> bool:
    if _key(f) == _key(g):
        return True
    outcome = compare_figures(f, g)
    return outcome is not None and outcome.reason in ("same", "rounded")


def _key(figure: Figure) -> tuple[str | None, float]:
    return figure.interval.dimension, round(figure.interval.headline, 6)


def weight_of(figure: Figure) -> float:
    digits = f"{abs(figure.interval.headline):.6g}".replace(".", "").split("e")[0].strip("0")
    large = abs(figure.interval.headline) >= 1000
    return FEW + DIGIT * (len(digits) - 1) + LARGE * large
