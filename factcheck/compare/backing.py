"""Who bears a claim out: the voices apart from its own that tell the same, and with which values.

Copied text, articles of one owner and reports passed on are no second voice; a digest is told of and not
counted.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.compare import reasons, wording
from factcheck.compare.aspects.dates import compare_dates
from factcheck.model import DateValue
from factcheck.values.together import distinct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.compare.parties import Parties
    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.sides import Side
    from factcheck.compare.voices.independence import Copied
    from factcheck.model import VerdictKind


class Backing:
    """Finds what supports a claim among the claims that agree with it, and words it."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        origins: Sequence[str | None],
        clusters: Callable[[int], Mapping[int, int]],
        parties: Parties,
        group_of: Sequence[int],
        copied: Copied,
    ) -> None:
        """``clusters`` gives, for a clause, the voices of its fact by article."""
        self._dated: defaultdict[tuple[int, int], list[DateValue]] = defaultdict(list)
        """By article and sentence, the dates of its claims."""
        for profile in profiles:
            self._dated[profile.article, profile.sentence] += profile.dates
        self._group_of = group_of
        self._copied = copied
        self._profiles = profiles
        self._origins = origins
        self._clusters = clusters
        self._parties = parties

    def found(self, index: int, agrees: Sequence[Side]) -> tuple[VerdictKind, str, list[Side]] | None:
        """The kind of support, its reason, and all that tell the same; None where no second voice does."""
        apart = [
            s
            for s in agrees
            if s.found.relation.kind == "agrees" and not self._profiles[s.other].digest and self._apart(s)
        ]
        if not apart:
            return None  # text that was only copied is no second source
        copied = [s for s in agrees if not self._profiles[s.other].digest]
        surest = max(apart, key=lambda s: s.found.relation.score).found.relation.on
        # The same figure says more than one that fits.
        best = max(
            (s for s in apart if s.found.relation.on == surest),
            key=lambda s: (s.found.equal, s.found.relation.score),
        )
        whole = [s for s in apart if self._of_one_value(s, best)]
        rest = [s for s in apart if s not in whole]
        # Who repeats the claim is no second voice, and may yet name the one whose word it is.
        telling = [s for s in copied if s in whole or self._of_one_value(s, best)]
        behind = [self._origins[number] for number in (index, *(s.other for s in telling))]
        named = distinct(behind)
        kind: VerdictKind = "origins" if len(named) > 1 else "one origin" if named else "background"
        articles = frozenset[int]().union(*map(self._apart, whole))
        without = frozenset[int]().union(*map(self._apart, rest)) - articles
        told = frozenset[int]().union(*(s.articles for s in copied))
        same_text = told - articles - without - {self._profiles[index].article}
        copied_in = frozenset[int]().union(*(s.articles for s in copied if s.found.relation.kind == "copies"))
        why = reasons.supported(
            kind,
            articles,
            named,
            best.found.relation.why,
            same_text=same_text & copied_in,
            one_voice=same_text - copied_in,
            nameless=None in behind,
            inside=f"{named[0]} source" in behind if named else False,
        )
        why += self._fitting(whole, best)
        why += reasons.told_without(without)
        why += reasons.without_date(self._date_not_given(self._profiles[index], self._others(copied)))
        why += reasons.not_counted(
            {p.article for p in self._others(agrees) if p.digest and self._tells(p, index)}
        )
        why = wording.perhaps(why) if all(s.found.weak for s in apart) else why
        return kind, why, copied

    def _others(self, sides: Sequence[Side]) -> Iterator[Profile]:
        return (self._profiles[s.other] for s in sides)

    def _date_not_given(self, own: Profile, backing: Iterable[Profile]) -> str:
        """The one date in a claim, in its words, that nobody gives who tells the same; "" where it is given.

        It may stand in the sentence before: "a strike is called for Friday. It expects 2,000 people".
        """
        date = own.dates[0] if len(own.dates) == 1 else None
        if date is None or not own.start <= date.start < own.end:
            return ""
        for other in backing:
            here = (other.article, other.sentence), (other.article, other.sentence - 1)
            for value in itertools.chain(_dates(other), *(self._dated.get(place, ()) for place in here)):
                met = compare_dates(date, value)
                if met is not None and met[0] == "agrees":
                    return ""
            first, last = other.when or ("", "")
            if date.earliest and date.latest and first <= date.latest and date.earliest <= last:
                return ""
        return date.text

    def _tells(self, other: Profile, index: int) -> bool:
        """Whether a claim is told whole, and no more as to come than the one it stands beside."""
        return not other.claim.cut and other.ahead == self._profiles[index].ahead

    def _of_one_value(self, side: Side, best: Side) -> bool:
        """Whether a side that agrees tells the value which the reason gives.

        Who says only that it was on Tuesday does not say that it was at 2 a.m.
        """
        on = best.found.relation.on
        if on not in ("date", "quantity"):
            return True
        if side.found.relation.on == on and side.own_value == best.own_value:
            return True
        return best.own_value.casefold() in self._profiles[side.other].claim.text.casefold()

    def _fitting(self, whole: Sequence[Side], best: Side) -> str:
        """Other figures that fit the one which the reason gives; who gives them has not given that one."""
        shown = {value.casefold() for value in (best.own_value, best.other_value)}
        fit = [
            s
            for s in whole
            if s.found.relation.on == best.found.relation.on == "quantity"
            and not s.found.equal
            and s.other_value.casefold() not in shown
        ]
        return reasons.fits(self._parties.values(fit)) if fit else ""

    def _apart(self, side: Side) -> frozenset[int]:
        """The articles of the other side that do not speak with the one voice of the claim's own.

        Of a value both have to give it in copied words: who copied the sentence before it has not copied it.
        """
        clusters, article = self._clusters(side.own), self._profiles[side.own].article
        own, group = clusters.get(article), self._group_of[side.own]
        if own is None:
            return side.articles
        apart = frozenset(other for other in side.articles if clusters.get(other) != own)
        if side.found.relation.kind == "copies" or side.found.relation.on not in ("quantity", "date"):
            return apart
        more = side.articles - apart - {article}
        return apart | {other for other in more if not self._copied(group, article, other, side.own_value)}


def _dates(profile: Profile) -> list[DateValue]:
    return [v for v in (*profile.claim.values, *profile.claim.context) if isinstance(v, DateValue)]
