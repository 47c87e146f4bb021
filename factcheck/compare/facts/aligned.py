"""Claims of two articles that are each other's best match, though their words alone would not join them.

Articles on one event tell each of its facts once, as a rule. So a claim that is nearer to one claim of the
other article than to any other, and that claim to it, may tell the same fact in words that nobody listed:
"about 140 officers are working on the case" and "some 60 officers were searching on Sunday". Such a pair is
only likely; what rests on it says so. Nothing here needs a lexicon: shared words count by their rarity in the
session, and beside them a common date, a common speaker and the place in the text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.aspects.dates import compare_dates, other_times
from factcheck.compare.aspects.figure_pairs import compare_figures, under_two_names
from factcheck.compare.aspects.ledgers import other_ledger
from factcheck.compare.aspects.measured import same_measured
from factcheck.compare.aspects.people import same_person
from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.aspects.standing import comparable, standing
from factcheck.compare.facts.contrary import core
from factcheck.compare.facts.counting import names_meet
from factcheck.compare.facts.gates import of_another_day, two_shocks
from factcheck.compare.facts.specifics import weight_of
from factcheck.compare.facts.statewords import NUMBERS
from factcheck.wording.scales import SCALED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.facts.kinship import Judge
    from factcheck.compare.reading.profiles import Profile

_WHOSE = frozenset(("the", "its", "their", "his", "her", "those", "these"))
LEAST = 0.5
"""The evidence from which a best match is taken for one fact."""
SHARE, COVERED, SUM, RARE = 0.39, 0.3, 0.43, 0.2
"""What shared words weigh: their share of all, of the shorter telling, their sum, and the rare ones."""
ENOUGH_WORDS, ENOUGH_RARE = 12.0, 3
"""The sum of weights, and how many rare words, from which on more add nothing."""
DATE, SPEAKER = 0.18, 0.28
OTHER_DATE, ONE_FIGURE, ONE_AHEAD, ONE_DENIED, FAR = 0.12, 0.28, 0.5, 0.14, 0.53
"""What speaks against a pair; the last for the beginning of one text beside the end of the other."""
SIGNS = 2
"""How many independent signs a pair has at least: one shared word is chance."""
TELLING_VALUE = 0.6
"""A value of this weight (two digits that are no noughts) is a sign more, and stands for a shared word."""

MANY, ALIKE = 1_000, 1.3
"""From which number on two counts, the larger at most so many times the other, are hardly alike by chance."""
MANY_ALIKE = 0.15
CLASS_ALONE = 0.25
"""What speaks for a pair that tells one class with figures, where neither article tells it twice."""
SORT_ALONE = 0.45
"""The same for two figures of one sort of which either article gives one."""
SORT_APART, FEW_OF_A_SORT = 4, 2
"""How many times larger one of them may be, and how many pairs of them two articles may have."""
NOUN_ALONE = 0.4
"""The same for two counts of one noun that either article counts once: 14 schools, at least 23 schools."""
MEASURED = 0.4
"""What speaks for a pair whose dimension either article measures once; the less, the more often it does."""
MEASURED_APART = 20
"""How many times larger one of two measures of one thing may be."""
PHYSICAL = SCALED - {"time"} | {"temperature"}

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Met:
    """The figures of two clauses: those of each, and the pairs that can be laid side by side."""

    left: tuple[Figure, ...]
    right: tuple[Figure, ...]
    pairs: tuple[tuple[Figure, Figure], ...]

    @property
    def value(self) -> float:
        """What the most telling value weighs that both give; 0 where they give none in common."""
        same = (f for f, g in self.pairs if (told := compare_figures(f, g)) and told.kind == "agrees")
        return max(map(weight_of, same), default=0.0)

    @property
    def measured(self) -> bool:
        """Whether one dimension is measured that few things of a story have: a height, a temperature."""
        return any(
            f.interval.dimension in PHYSICAL
            and f.interval.dimension == g.interval.dimension
            and _alike(f.interval.headline, g.interval.headline, MEASURED_APART)
            for f, g in self.pairs
        )

    @property
    def many_alike(self) -> bool:
        """Whether both count thousands of one sort, and about as many: a story has few such numbers."""
        return any(
            f.interval.dimension == g.interval.dimension
            and f.interval.dimension not in MEASURES | {None}
            and min(abs(f.interval.headline), abs(g.interval.headline)) >= MANY
            and _alike(f.interval.headline, g.interval.headline, ALIKE)
            for f, g in self.pairs
        )

    @property
    def noun(self) -> str | None:
        """The noun that both count."""
        return next((f.noun for f, g in self.pairs if f.noun and f.noun == g.noun), None)


class Alignment:
    """Finds best matches among the pairs that were looked at, and no others."""

    def __init__(self, profiles: Sequence[Profile], judge: Judge) -> None:
        self._profiles = profiles
        self._judge = judge
        self._telling = judge.telling
        self._sentences: Counter[int] = Counter()
        given = [(p.article, f) for p in profiles for f in p.figures if not f.sum]
        self._measures = Counter((article, f.interval.dimension) for article, f in given)
        self._roles = Counter((article, f.role) for article, f in given)
        self._nouns = Counter((article, f.noun) for article, f in given)
        self._classes = Counter((p.article, name) for p in profiles for name in p.main)
        for p in profiles:
            self._sentences[p.article] = max(self._sentences[p.article], p.sentence + 1)

    def pairs(self, candidates: Iterable[Pair], grouped: Sequence[Sequence[int]]) -> list[Pair]:
        """The candidates (lower index first) that are of no one group yet and likely of one fact."""
        group_of = {n: at for at, members in enumerate(grouped) for n in members}
        scored: dict[Pair, float] = {}
        best: dict[Pair, tuple[float, int]] = {}
        for i, j in candidates:
            a, b = self._profiles[i], self._profiles[j]
            if a.article == b.article:
                continue
            joined = group_of[i] == group_of[j]
            score = scored[i, j] = 2.0 if joined else self._evidence(a, b)
            for own, article, other in ((i, b.article, j), (j, a.article, i)):
                best[own, article] = max(best.get((own, article), (0.0, 0)), (score, other))
        return [
            (i, j)
            for (i, j), score in scored.items()
            if score >= LEAST
            and group_of[i] != group_of[j]
            and best[i, self._profiles[j].article][1] == j
            and best[j, self._profiles[i].article][1] == i
        ]

    def _evidence(self, a: Profile, b: Profile) -> float:
        """How much speaks for one fact; 0 where a gate is shut."""
        left, right = (tuple(f for f in p.figures if not f.sum) for p in (a, b))
        met = _Met(left, right, tuple((f, g) for f in left for g in right if comparable(f, g)))
        kin = self._judge.kin(a.index, b.index)
        if kin.bond != "same" or self._apart(a, b, met) or self._signs(a, b, met) < SIGNS:
            return 0.0
        score = kin.score + self._by_words(a, b)
        dated = _dated(a, b)
        score += DATE * ("agrees" in dated) - OTHER_DATE * (bool(dated) and "agrees" not in dated)
        score += SPEAKER * bool(a.origin and b.origin and same_person(a.origin, b.origin))
        score += MEASURED * max((self._only_such(a, b, f, g) for f, g in met.pairs), default=0.0)
        score += CLASS_ALONE * self._class_alone(a, b, met) + SORT_ALONE * self._sort_alone(a, b, met)
        score += MANY_ALIKE * met.many_alike + NOUN_ALONE * self._noun_alone(a, b, met)
        score -= ONE_FIGURE * (bool(left) != bool(right))
        score -= ONE_AHEAD * (a.ahead != b.ahead) + ONE_DENIED * (a.denied != b.denied)
        return score - FAR * abs(self._place(a) - self._place(b))

    def _class_alone(self, a: Profile, b: Profile, met: _Met) -> bool:
        """Whether either article tells once what both tell with a figure: one term asked for, one crew."""
        harmed = any(f.harm or g.harm for f, g in met.pairs)  # a toll says by itself what it is of
        told = a.main & b.main if met.pairs and not harmed else ()
        return any(self._classes[a.article, name] == 1 == self._classes[b.article, name] for name in told)

    def _sort_alone(self, a: Profile, b: Profile, met: _Met) -> bool:
        """Whether both give a figure of one sort (a pay, a height), and neither article gives two."""
        return any(
            f.role is not None
            and f.role == g.role
            and f.interval.dimension == g.interval.dimension
            and self._roles[a.article, f.role] * self._roles[b.article, g.role] <= FEW_OF_A_SORT
            and _alike(f.interval.headline, g.interval.headline, SORT_APART)
            for f, g in met.pairs
        )

    def _noun_alone(self, a: Profile, b: Profile, met: _Met) -> bool:
        """Whether both count one noun (schools), and neither article counts it twice."""
        return any(
            f.noun is not None
            and f.noun == g.noun
            and not (f.harm or g.harm or self._telling.anybody(f.noun))
            and self._nouns[a.article, f.noun] == 1 == self._nouns[b.article, g.noun]
            and _alike(f.interval.headline, g.interval.headline, SORT_APART)
            for f, g in met.pairs
        )

    def _only_such(self, a: Profile, b: Profile, f: Figure, g: Figure) -> float:
        """1 where each of two figures is the only one of its physical dimension in its article; else less."""
        of = f.interval.dimension
        if of not in PHYSICAL or of != g.interval.dimension:
            return 0.0
        if not _alike(f.interval.headline, g.interval.headline, MEASURED_APART):
            return 0.0
        return 1.0 / max(1, self._measures[a.article, of] * self._measures[b.article, of])

    def _apart(self, a: Profile, b: Profile, met: _Met) -> bool:
        """Whether something generic says that they are two facts: the time, what is measured, whose, who."""
        if a.withdrawn or b.withdrawn or a.digest or b.digest or (a.quotes and b.quotes):
            return True
        if other_times(a.when, b.when) or of_another_day(a, b) or a.then != b.then or two_shocks(a, b):
            return True
        if same_measured(a, b) is False or (a.denied != b.denied and not self._denies_what_is_told(a, b)):
            return True
        if self._another_deed(a, b, met):
            return True
        if not met.left or not met.right:
            return False
        if any(_of_a_number(f) != _of_a_number(g) for f, g in met.pairs):
            return True
        if met.pairs:
            if all(standing(f, g) == "other" and (f.harm or g.harm) for f, g in met.pairs):
                return True
        elif not self._one_thing_under_two_names(a, b):
            return True
        share = any(f.interval.dimension == "percent" for f in met.left)
        scopes = self._judge.scopes
        part = any(scopes.part_of(a, b, pair, share=share) is not None for pair in met.pairs)
        part |= any((f.reach.part == "region") != (g.reach.part == "region") for f, g in met.pairs)
        return part or not names_meet(a, b) or other_ledger(a, b)

    def _another_deed(self, a: Profile, b: Profile, met: _Met) -> bool:
        """ "Was questioned by the police", "was killed by the police": about one person, and not one deed.

        What is counted or measured may be one thing all the same: the cases that one has confirmed and
        another puts at 44, a temperature that rose or was the highest.
        """
        dated = _dated(a, b)
        if not (a.main or b.main) or a.main & b.main or "agrees" in dated:
            return False
        if met.value and (met.value >= TELLING_VALUE or "conflicts" not in dated):
            return False
        if any(f.harm or g.harm or f.part != g.part for f, g in met.pairs):
            return True
        if self._sort_alone(a, b, met):
            return False
        if met.noun is not None and not self._telling.anybody(met.noun) and not (a.main and b.main):
            return False
        return not (met.measured and self._telling.said(a, b))

    def _denies_what_is_told(self, a: Profile, b: Profile) -> bool:
        denial, other = (a, b) if a.denied else (b, a)
        return bool(core(denial, self._telling) & self._telling.of(other))

    def _one_thing_under_two_names(self, a: Profile, b: Profile) -> bool:
        """ "Four canvases" and "four paintings": one number, or enough words in common."""
        two = under_two_names(a, b)
        if two is None:
            return False
        equal = two[0].interval.headline == two[1].interval.headline
        return equal or len(self._telling.said(a, b)) >= SIGNS

    def _signs(self, a: Profile, b: Profile, met: _Met) -> int:
        """How many things they have in common that do not follow from each other."""
        shared, value = self._telling.said(a, b), met.value
        noun = met.noun is not None and not self._telling.anybody(met.noun)
        dated = "agrees" in _dated(a, b)
        if met.measured and shared:
            return len(shared) + 1 + dated + bool(a.names & b.names)
        alone = self._class_alone(a, b, met) or self._sort_alone(a, b, met) or self._noun_alone(a, b, met)
        if met.many_alike or alone:
            return SIGNS
        if value < TELLING_VALUE and all(_of_the_scene(a, b, word) for word in shared):
            return SIGNS if shared and dated and met.pairs else 0
        return len(shared) + (value > 0) + (value >= TELLING_VALUE) + noun + dated + bool(a.names & b.names)

    def _by_words(self, a: Profile, b: Profile) -> float:
        telling = self._telling
        left, right = telling.about(a), telling.about(b)
        shared, both = telling.weight(left & right), telling.weight(left | right)
        rare = sum(map(telling.rare, left & right))
        return (
            SHARE * (shared / both if both else 0.0)
            + COVERED * telling.covered(left, right)
            + SUM * min(1.0, shared / ENOUGH_WORDS)
            + RARE * min(1.0, rare / ENOUGH_RARE)
        )

    def _place(self, profile: Profile) -> float:
        """How far down its article a claim stands, 0..1."""
        return profile.sentence / self._sentences[profile.article]


def _of_the_scene(a: Profile, b: Profile, word: str) -> bool:
    """ "The coast guard", "the reef": what both take for known says where it is told, and not what.

    A phrase is read up to the next function word, so a verb may stand at its end.
    """
    counts = [p.counts.get(word) for p in (a, b)]
    return all(count is not None and count.definite and count.words[-2:] != "ed" for count in counts)


def _alike(x: float, y: float, times: float) -> bool:
    low, high = sorted((abs(x), abs(y)))
    return high <= times * low


def _dated(a: Profile, b: Profile) -> set[str]:
    return {told[0] for d in a.dates for e in b.dates if (told := compare_dates(d, e))}


def _of_a_number(figure: Figure) -> bool:
    """ "Three of the seven climbers": some of a number that is told, too."""
    behind = figure.words.casefold().partition(" of ")[2].split()
    first = next((word for word in behind if word not in _WHOSE), "")
    return first[:1].isdigit() or first in NUMBERS
