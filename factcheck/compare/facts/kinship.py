"""Are two claims about one fact? The generic gates first, then a score that the lexicon may raise.

Hard gates are only what is generic: the dimension of figures, the overlap of actors or of what is
counted, one actor against several. Text similarity on idf-weighted stems always scores; a lexicon
class that both tell raises the score, two classes that differ lower it, and neither decides alone.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.compare.aspects.aged import two_ages
from factcheck.compare.aspects.counts import compare_counts
from factcheck.compare.aspects.dates import compare_dates, other_times
from factcheck.compare.aspects.figure_pairs import best_comparison
from factcheck.compare.aspects.once import one_deed
from factcheck.compare.aspects.people import same_person
from factcheck.compare.aspects.quotes import QuoteVerdict, compare_quotes, one_wording
from factcheck.compare.aspects.sole import same_deed, two_authors
from factcheck.compare.aspects.standing import meeting
from factcheck.compare.aspects.terms import ends_of_one
from factcheck.compare.facts.contrary import contradicts
from factcheck.compare.facts.counting import NOT_TODAY, by_figures, by_the_way, one_against_figure
from factcheck.compare.facts.deeds import one_deed_told
from factcheck.compare.facts.gates import none_against_some, of_another_day, told_together
from factcheck.compare.facts.opposed import opposed, tells
from factcheck.compare.facts.scopes import Scopes
from factcheck.compare.facts.similarity import Weights, cosine, token_set
from factcheck.compare.facts.specifics import Specifics
from factcheck.compare.facts.telling import Telling
from factcheck.compare.facts.where import two_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.compare.reading.profiles import Profile, Spoken

THRESHOLD = 0.40
"""From this score on two claims are about one fact."""
AGREES_FROM = 0.8 * THRESHOLD
"""Two claims of one group that are further apart than this are in it for the others' sake."""
TEXT, SLOTS = 0.6, 0.4
HOPELESS = 0.1
"""Below this the words are not looked at twice."""
SAME_CLASS = 0.14
OTHER_CLASS = 0.5
UNKNOWN_CLASS = 0.9
REBUTTED = 0.6
"""What a rejection right behind an accusation is worth: the two are about one thing."""
ONE_AUTHOR = 0.5
"""The same for a deed that two claims give to two authors and that has room for one."""
DENIED = 0.45
"""The same for a short denial and what it denies."""
OF_THE_SAME = 0.95
"""What is left of an accusation's kinship for the rejection that answers it."""
OTHER_TIME = 0.5
"""What is left of a score where the two are dated most of a year apart."""
MAYBE_TODAY = 0.75
"""The same where one is not dated and the other is dated most of a year before that one's article, and their
figures do not speak against it."""
SAME_DETAIL = 0.08
"""A like number of the same actors, or the same date, beside a class that both tell."""
ONE_AHEAD = 0.75
"""What is to come beside what has come."""
ONE_FIGURE = 0.85
"""A claim with a figure beside one without."""
DEED_AND_TOLL = 0.6
"""The same where the figure counts the dead or hurt, of whom the other says nothing: a raid, and its toll."""
ONE_QUOTED = 0.85
"""A quotation beside a telling in the article's own words."""
FEW_WORDS = {0: 0.7, 1: 0.85}
"""What is left of a score where the claims share no word, or one: a class and its word are one sign."""
SHARED_WORDS = 2
"""How many specific stems or names two quotations must share in their sentences to be drifted."""

Bond = Literal["same", "count", "sum"]
"""The same fact, the same event told with another number of actors, or two parts of one sum."""


class Kin(NamedTuple):
    """How near two claims are (0..1), and whether as one fact or as one event told of another number."""

    score: float
    bond: Bond = "same"
    weak: bool = False
    """Each is the other's best match in its article; their words alone do not say that they are one fact."""

    @property
    def linked(self) -> bool:
        return self.score >= THRESHOLD and self.bond == "same"


class Judge:
    """Scores pairs of profiles; remembers what it has scored."""

    def __init__(
        self,
        profiles: tuple[Profile, ...],
        rebuttals: frozenset[tuple[int, int]] = frozenset(),
        answered: Mapping[int, int] | None = None,
    ) -> None:
        self._profiles = profiles
        self.rebuttals = rebuttals
        self._answered = dict(answered or {})
        rejected = {
            rejection: accusation
            for pair in sorted(rebuttals)
            for accusation, rejection in (pair, pair[::-1])
            if profiles[rejection].denied
        }
        self._answers = self._answered | rejected
        self._stems = Weights(profile.vector for profile in profiles)
        slots = Weights(profile.slots for profile in profiles)
        self._worth = {
            name: SAME_CLASS * slots[f"p:{name}"] / slots.rarest_pair
            for name in frozenset[str]().union(*(profile.main for profile in profiles))
        }
        self.scopes = Scopes(profiles)
        self.telling = Telling(profiles, self._stems)
        self._specifics = Specifics(profiles, self.telling)
        self._named: defaultdict[int, set[str]] = defaultdict(set)
        self._printed: defaultdict[int, set[str]] = defaultdict(set)
        for profile in profiles:
            self._named[profile.article] |= profile.names | profile.around
            self._printed[profile.article].update(quote.said.folded for quote in profile.quotes)
        self._known: dict[tuple[int, int], Kin] = {}
        self._tied: set[tuple[int, int]] = set()

    @cached_property
    def told(self) -> frozenset[tuple[int, int]]:
        """Pairs that the text itself ties: a rejection or a bare figure, and what it answers."""
        return self.rebuttals | {(min(pair), max(pair)) for pair in self._answered.items()}

    def kin(self, i: int, j: int) -> Kin:
        """The kinship of two claims by their indices."""
        key = (i, j) if i < j else (j, i)
        found = self._known.get(key)
        if found is None:
            a, b = self._profiles[key[0]], self._profiles[key[1]]
            found = self._judge(a, b)
            if of_another_day(a, b) and not one_deed(a.once, b.once):
                best = best_comparison(a.figures, b.figures)
                apart = best is not None and (
                    best[2].kind == "conflicts"
                    or (best[2].reason == "no rate" and not one_deed_told(a, b, self.telling))
                )
                found = Kin(found.score * (NOT_TODAY if apart else MAYBE_TODAY), found.bond)
            about = self._about(*key)
            if about is not None and found.bond == "same":
                found = Kin(max(found.score, OF_THE_SAME * self.kin(*about).score))
            self._known[key] = found
        return found

    def _about(self, i: int, j: int) -> tuple[int, int] | None:
        """What only answers is about what it answers: the pair in which that stands in its place."""
        if (i not in self._answers and j not in self._answers) or (i, j) in self.told:
            return None
        for own, other in ((i, j), (j, i)):
            accusation = self._answers.get(own)
            if accusation is not None and accusation != other:
                return accusation, other
        return None

    def tie(self, pairs: Iterable[tuple[int, int]], said: tuple[int, int]) -> None:
        """Take the pairs for claims of one fact: a person said so of ``said``, the rest come with the two."""
        for i, j in pairs:
            key = (i, j) if i < j else (j, i)
            sure = 1.0 if (i, j) == said else max(THRESHOLD, self.kin(i, j).score)
            self._known[key] = Kin(sure)
            self._tied.add(key)

    def tied(self, i: int, j: int) -> bool:
        """Whether a person has said that the two, or the facts in which they stand, are one."""
        return ((i, j) if i < j else (j, i)) in self._tied

    def certain(self, i: int, j: int) -> bool:
        """Whether a person, or the text itself, ties the two or what one of them answers to the other."""
        return self.tied(i, j) or (i, j) in self.told or self._about(i, j) is not None

    def suppose(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Take the pairs (lower index first) for claims that are likely of one fact, whatever their words."""
        for pair in pairs:
            self._known[pair] = Kin(max(THRESHOLD, self.kin(*pair).score), weak=True)

    def quote_pair(self, a: Profile, b: Profile) -> tuple[int, int, QuoteVerdict, float] | None:
        """The nearest two quotations of two claims: their indices, what they are, how alike.

        A drift needs the same speaker or two specific words shared around it, and no article that
        prints both wordings: that one has two quotations.
        """
        best: tuple[int, int, QuoteVerdict, float] | None = None
        order = {"same": 3, "abridged": 2, "drift": 1, "different": 0}
        for m, left in enumerate(a.quotes):
            for n, right in enumerate(b.quotes):
                verdict, likeness = compare_quotes(left.said, right.said)
                if verdict == "drift" and not self._drifts(a, b, left, right):
                    verdict = "different"
                if best is None or (order[verdict], likeness) > (order[best[2]], best[3]):
                    best = (m, n, verdict, likeness)
        return best

    def _prints_both(self, a: Profile, b: Profile, left: Spoken, right: Spoken) -> bool:
        wordings = {left.said.folded, right.said.folded}
        return any(wordings <= self._printed[n] for n in (a.article, b.article))

    def _drifts(self, a: Profile, b: Profile, left: Spoken, right: Spoken) -> bool:
        """One speaker, or enough specific words and names in common around the quotations."""
        if self._prints_both(a, b, left, right):
            return False
        if left.speaker and right.speaker and same_person(left.speaker, right.speaker):
            return True
        if left.speaker and right.speaker and one_wording(left.said, right.said):
            return True
        quoted = left.said.content | right.said.content
        shared = [s for s in a.vector if s in b.vector and s not in quoted and self._stems.rare(s)]
        needed = SHARED_WORDS + 1 if left.speaker and right.speaker else SHARED_WORDS
        return len(shared) + len(a.around & b.around) >= needed

    def _judge(self, a: Profile, b: Profile) -> Kin:
        if told_together(a, b):
            return Kin(0.0, "sum" if any(f.sum and f in b.figures for f in a.figures) else "same")
        if a.withdrawn or b.withdrawn:
            return Kin(0.0)
        base = TEXT * 0.7 * cosine(a.vector, b.vector) + SLOTS * cosine(a.slots, b.slots)
        if base > HOPELESS:
            base += TEXT * 0.3 * max(0.0, 2 * token_set(a.stems, b.stems) - 1)
        score = self._by_class(a, b, base) * FEW_WORDS.get(len(a.own & b.own), 1.0)
        if one_deed(a.once, b.once) or two_ages(a, b) or ends_of_one(a, b):
            return Kin(_clip(max(score, ONE_AUTHOR)))
        if other_times(a.when, b.when):
            return Kin(_clip(OTHER_TIME * score))
        if (a.index, b.index) in self.told:
            return Kin(_clip(max(score, REBUTTED)))
        if two_places(a, b, self.telling) or two_authors(a.sole, b.sole) or same_deed(a.sole, b.sole):
            return Kin(_clip(max(score, ONE_AUTHOR)))
        if none_against_some(a, b, self._named):
            return Kin(_clip(max(score, ONE_AUTHOR)))
        if contradicts(a, b, self.telling) or (a.states and b.states and opposed(tells(a), tells(b))):
            return Kin(_clip(max(score, DENIED)))
        met = meeting(a.figures, b.figures)
        particulars = self._specifics.score(a, b, met)
        score = max(score, particulars)
        if a.figures and b.figures:
            if not by_the_way(a, b, met):
                by_number = by_figures(a, b, met, score, self.telling, self.scopes)
                return Kin(_clip(max(particulars, by_number)))
            score *= ONE_FIGURE
        elif a.figures or b.figures:
            counted, other = (a, b) if a.figures else (b, a)
            if one_against_figure(counted, other):
                return Kin(0.0)
            harmed = {name for f in counted.figures if f.harm for name in f.of}
            score *= DEED_AND_TOLL if harmed and harmed.isdisjoint(other.predicates) else ONE_FIGURE
        if a.quotes and b.quotes:
            score = self._by_quotes(a, b, score)
        elif a.quotes or b.quotes:
            score *= ONE_QUOTED
        told = compare_counts(a.counts, b.counts, a.counted | b.counted)
        if told is not None and told[0] == "different":
            return Kin(_clip(score), "count")
        if a.main & b.main:
            score += SAME_DETAIL * (told is not None) + SAME_DETAIL * _same_date(a, b)
        if a.ahead != b.ahead:
            score *= ONE_AHEAD if bool(a.figures) == bool(b.figures) else ONE_AHEAD**2
        return Kin(_clip(score))

    def _by_class(self, a: Profile, b: Profile, base: float) -> float:
        """A class that both tell is worth the more, the fewer claims of the session tell it."""
        shared = a.main & b.main
        if shared:
            return base + max([self._worth[name] for name in shared])
        if a.main and b.main:
            return base * OTHER_CLASS
        return base * UNKNOWN_CLASS

    def _by_quotes(self, a: Profile, b: Profile, score: float) -> float:
        pair = self.quote_pair(a, b)
        if pair is None:
            return score
        if pair[2] in ("same", "abridged"):
            return max(score, 0.9 * pair[3])
        return max(score, pair[3]) if pair[2] == "drift" else score * 0.6


def _same_date(a: Profile, b: Profile) -> bool:
    return any((told := compare_dates(d, e)) and told[0] == "agrees" for d in a.dates for e in b.dates)


def _clip(score: float) -> float:
    return min(1.0, max(0.0, score))
