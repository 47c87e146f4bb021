"""What two claims about one fact (or one event told of another number) are to each other.

The order of the questions is that of what a reader would notice first: copied words, a denial, a
drifted quotation, the figures, the number of actors, the dates; who meet in all of it agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.clocks import same_time
from factcheck.compare.aspects.counts import Count, CountVerdict, compare_counts
from factcheck.compare.aspects.dates import compare_dates
from factcheck.compare.aspects.figure_pairs import best_comparison, details_apart, shown_beside, standing
from factcheck.compare.aspects.ledgers import other_ledger
from factcheck.compare.aspects.once import one_deed
from factcheck.compare.aspects.people import persons, same_person
from factcheck.compare.aspects.plans import planned
from factcheck.compare.aspects.quantities import Outcome
from factcheck.compare.aspects.quotes import word_diff
from factcheck.compare.aspects.sole import same_deed, two_authors
from factcheck.compare.aspects.stance import figure_ahead
from factcheck.compare.aspects.unread import unread
from factcheck.compare.facts.contrary import against, denier, worded_as_denial
from factcheck.compare.facts.gates import counted_apart, dated_apart, meant_not_told, one_event, other_heads
from factcheck.compare.facts.kinship import THRESHOLD, Judge
from factcheck.compare.facts.where import two_places
from factcheck.compare.relating.found import Found, size
from factcheck.compare.relating.representatives import pairs_of, representatives
from factcheck.compare.relating.siblings import Siblings
from factcheck.model import Article, Relation

if TYPE_CHECKING:
    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.relating.tolls import Tolls

LEAST_CONFLICT = 0.2
"""Two figures whose texts are further apart than this are in one group for the others' sake."""
LEAST_KIN = 0.12
"""Two claims of two groups of one event that are further apart than this are not set against each other."""
ALL_BUT_WHO = 0.6
"""What share of the telling two clauses have in common that may differ in the word for the actors."""
LEAST_SAID = 3
"""How many words of content a quotation has that two persons are not likely to have said alike."""
AGREES_FROM = 0.8 * THRESHOLD
"""Two claims of one group that are further apart than this are in it for the others' sake."""

Twins = Mapping[tuple[int, int], str]
"""Pairs of claims in copied sentences (lower index first) and the shared words."""


class Relator:
    """Relates pairs of profiles."""

    def __init__(
        self,
        articles: Sequence[Article],
        profiles: Sequence[Profile],
        judge: Judge,
        origins: Sequence[str | None],
        twins: Twins,
        tolls: Tolls,
    ) -> None:
        self._articles = articles
        self._profiles = profiles
        self._judge = judge
        self._origins = origins
        self._twins = twins
        self._first: dict[int, int] = {}
        """The first claim that a copied one is a copy of."""
        for i, j in twins:
            self._first[j] = min(i, self._first.get(j, i))
        self._siblings = Siblings(profiles, origins)
        self._tolls = tolls
        self._persons = persons(profiles)

    def within(self, group: Sequence[int], pairs: Iterable[tuple[int, int]] | None = None) -> Iterator[Found]:
        """The relations among the claims of one fact; ``pairs`` of them where they are chosen already."""
        for i, j in pairs_of(group, self._profiles, self._origins) if pairs is None else pairs:
            if self._siblings.nearer(i, j) or self._siblings.nearer(j, i):
                continue
            found = self._relate(i, j, group)
            if found is not None and self._speaks(found):
                yield found

    def between(self, a: Sequence[int], b: Sequence[int]) -> Iterator[Found]:
        """The relations of two groups that tell one event with different numbers of actors."""
        pairs = {(min(i, j), max(i, j)) for i in a for j in self._standing_for(b)}
        pairs |= {(min(i, j), max(i, j)) for i in self._standing_for(a) for j in b}
        for i, j in sorted(pairs):
            told = self._counts(self._profiles[i], self._profiles[j])
            if told is None or told[0] != "different" or self._judge.kin(i, j).score < LEAST_KIN:
                continue
            found = self._by_count(i, j, only_apart=True)
            if found is not None and self._speaks(found):
                yield found

    def _standing_for(self, group: Sequence[int]) -> list[int]:
        return representatives(group, self._profiles, self._origins)

    def _speaks(self, found: Found) -> bool:
        """In one article only a contradiction of its own is said, in a digest nothing."""
        a, b = self._profiles[found.i], self._profiles[found.j]
        if a.article != b.article:
            return True
        if a.digest or found.relation.kind != "conflicts":
            return False
        first, second = self._origins[found.i], self._origins[found.j]
        if found.relation.on == "quantity" and first and second and first != second:
            return True
        return not (a.earlier or b.earlier)

    # --- the questions in their order -------------------------------------------------------

    def _relate(self, i: int, j: int, group: Sequence[int]) -> Found | None:
        found = self._first_told(i, j, group)
        if (
            found is None
            or found.relation.kind not in ("agrees", "copies")
            or found.relation.on == "quantity"
        ):
            return found
        same = unread(self._profiles[i].claim) == unread(self._profiles[j].claim)
        return found if same else None

    def _first_told(self, i: int, j: int, group: Sequence[int]) -> Found | None:
        return (
            self._by_speaker(i, j)
            or self._by_copy(i, j)
            or self._by_polarity(i, j)
            or self._by_author(i, j)
            or self._by_place(i, j)
            or self._by_once(i, j)
            or self._by_drift(i, j)
            or self._by_figures(i, j, group)
            or self._by_quotes(i, j)
            or self._by_dates(i, j, only_apart=True)
            or self._by_clocks(i, j, only_apart=True)
            or self._by_details(i, j)
            or self._by_count(i, j)
            or self._by_clocks(i, j)
            or self._by_dates(i, j)
            or self._by_telling(i, j)
        )

    def _found(
        self,
        i: int,
        j: int,
        kind: str,
        on: str,
        why: str,
        values: tuple[str, str],
        *,
        weight: float = 0.0,
        shared: str | None = None,
        score: float | None = None,
        newer: int | None = None,
    ) -> Found:
        a, b = self._profiles[i].claim, self._profiles[j].claim
        same = self._origins[i] is not None and self._origins[i] == self._origins[j]
        sure = self._judge.kin(i, j).score if score is None else score
        relation = Relation(a.id, b.id, kind, on, why, round(sure, 3), same, shared)  # type: ignore[arg-type]
        return Found(i, j, relation, values, weight, newer)

    def _by_copy(self, i: int, j: int) -> Found | None:
        p, q = self._profiles[i], self._profiles[j]
        shared = self._twins.get((i, j))
        if shared is None and p.text == q.text:
            # Of many copies not every pair is a twin; all are twins of the first.
            first = self._first.get(i, i)
            shared = self._twins.get((first, j)) if self._first.get(j) == first else None
        if shared is None:
            return None
        if two_places(p, q, self._judge.telling) or two_authors(p.sole, q.sole):
            return None
        if one_deed(p.once, q.once) == "conflicts":
            return None
        if p.denied != q.denied or details_apart(p.details, q.details):
            return None
        best = best_comparison(p.figures, q.figures)
        if best is not None and best[2].kind != "agrees":
            return None
        # The same words printed on another day: their "Monday" is the Monday of the first print.
        reprinted = p.claim.text == q.claim.text
        if not reprinted and (
            self._by_dates(i, j, only_apart=True) or self._by_clocks(i, j, only_apart=True)
        ):
            return None
        told = self._counts(p, q)
        if told is not None and told[0] == "different" and not (told[1].open or told[2].open):
            return None
        values = (p.claim.text, q.claim.text)
        if best is not None:
            values = (best[0].shown, best[1].shown)
        elif told is not None:
            values = (told[1].words, told[2].words)
        return self._found(i, j, "copies", "quote", wording.copied(shared), values, shared=shared)

    def _by_polarity(self, i: int, j: int) -> Found | None:
        p, q = self._profiles[i], self._profiles[j]
        a, b = p.claim, q.claim
        if not against(p, q) or self._judge.kin(i, j).score < THRESHOLD:
            return None
        best = best_comparison(p.figures, q.figures)
        if (best is not None and best[2].kind == "conflicts") or self._one_statement(i, j):
            return None
        denied, asserted = (i, j) if denier(p, q) is p else (j, i)
        if self._tolls.happened_since(denied, asserted):
            told = {i: a.text, j: b.text}
            why = wording.since_then(self._pair(denied, asserted, told[denied], told[asserted], "then"))
            return self._found(i, j, "differs", "polarity", why, (a.text, b.text))
        why = wording.denial(
            *self._said(denied), *self._said(asserted), negated=worded_as_denial(self._profiles[denied])
        )
        return self._found(i, j, "conflicts", "polarity", why, (a.text, b.text), weight=0.6)

    def _one_statement(self, i: int, j: int) -> bool:
        """Two wordings of what one speaker said: however they are put, they deny or tell the same."""
        a, b = self._profiles[i], self._profiles[j]
        pair = self._judge.quote_pair(a, b) if a.quotes and b.quotes else None
        if pair is None or pair[2] == "different":
            return False
        speakers = a.quotes[pair[0]].speaker, b.quotes[pair[1]].speaker
        return speakers[0] is not None and speakers[0] == speakers[1]

    def _by_author(self, i: int, j: int) -> Found | None:
        """One deed that has room for one author, and two authors."""
        p, q = self._profiles[i], self._profiles[j]
        if p.sole is None or q.sole is None or p.ahead or q.ahead or p.denied or q.denied:
            return None
        shown = (p.sole.shown, q.sole.shown)
        if two_authors(p.sole, q.sole):
            why = wording.authors(self._pair(i, j, *shown, "against"))
            return self._found(i, j, "conflicts", "actor", why, shown, weight=0.55)
        if same_deed(p.sole, q.sole):
            return self._found(i, j, "agrees", "actor", wording.same_told(*shown), shown)
        return None

    def _by_place(self, i: int, j: int) -> Found | None:
        """One deed that ends in one place, and two places."""
        shown = two_places(self._profiles[i], self._profiles[j], self._judge.telling)
        if shown is None:
            return None
        why = wording.places(self._pair(i, j, *shown, "against"))
        return self._found(i, j, "conflicts", "place", why, shown, weight=0.5)

    def _by_speaker(self, i: int, j: int) -> Found | None:
        """The same words, given to two persons."""
        a, b = self._profiles[i], self._profiles[j]
        pair = self._judge.quote_pair(a, b) if a.quotes and b.quotes else None
        if pair is None or pair[2] != "same" or len(a.quotes[pair[0]].said.content) < LEAST_SAID:
            return None
        first, second = a.quotes[pair[0]].speaker, b.quotes[pair[1]].speaker
        if not first or not second or same_person(first, second) or not {first, second} <= self._persons:
            return None
        why = wording.speakers(a.quotes[pair[0]].said.words, first, second)
        found = self._found(i, j, "conflicts", "actor", why, (first, second), weight=0.5)
        return replace(found, between=False)

    def _by_once(self, i: int, j: int) -> Found | None:
        """When the one thing was built or founded that both speak of."""
        p, q = self._profiles[i].once, self._profiles[j].once
        told = one_deed(p, q)
        if told is None or p is None or q is None:
            return None
        agree, shown = told == "agrees", (p.date.text, q.date.text)
        why = wording.dates(self._pair(i, j, *shown, "and" if agree else "against"), agree=agree)
        return self._found(i, j, told, "date", why, shown, weight=0.0 if agree else 0.45)

    def _said(self, i: int) -> tuple[str, str | None]:
        return self._profiles[i].text, self._origins[i]

    def _pair(self, i: int, j: int, a: str, b: str, how: str = "and") -> str:
        return wording.pair((a, self._origins[i]), (b, self._origins[j]), how)

    def _by_figures(self, i: int, j: int, group: Sequence[int]) -> Found | None:
        a, b = self._profiles[i], self._profiles[j]
        best = best_comparison(a.figures, b.figures)
        if best is None:
            return None
        left, right, outcome = best
        if outcome.kind == "conflicts" and self._judge.kin(i, j).score < LEAST_CONFLICT:
            return None
        if left.interval.dimension == "money" and other_ledger(a, b):
            return None
        shown = shown_beside(left, right)
        ahead = (figure_ahead(self._text(a), a, left.start), figure_ahead(self._text(b), b, right.start))
        if any(ahead) and outcome.kind != "agrees" and not self._comparable_plans(i, j, both=all(ahead)):
            why = wording.forecast(self._pair(i, j, *shown, "beside"))
            return self._found(i, j, "differs", "quantity", why, shown)
        if outcome.kind == "conflicts" or outcome.reason == "bound holds":
            newer = self._tolls.newer(i, j, (left, right), group)
            if newer is not None:
                first, then = (j, i) if newer == i else (i, j)
                said = shown[::-1] if newer == i else shown
                why = wording.updated(self._pair(first, then, *said, "then"))
                return self._found(
                    i, j, "updates", "quantity", why, shown, weight=outcome.gap / 3, newer=newer
                )
        share = left.interval.dimension == "percent"
        part = self._judge.scopes.part_of(a, b, share=share) if outcome.kind == "conflicts" else None
        if part is not None and (share or _smaller(left, right) == part):
            outcome = Outcome("differs", "part", outcome.gap)
        weak = standing(left, right) == "alike"
        why = wording.quantity(outcome, self._sides(i, j, shown, outcome.kind), weak=weak)
        weight = size(outcome) if outcome.kind == "conflicts" else 0.0
        return self._found(i, j, outcome.kind, "quantity", why, shown, weight=weight)

    def _text(self, profile: Profile) -> str:
        return self._articles[profile.article].text

    def _comparable_plans(self, i: int, j: int, *, both: bool) -> bool:
        """Two forecasts of one source are held against each other; those of two are two opinions.

        What will be done by a plan is no opinion, and what was announced is a plan.
        """
        if both and self._origins[i] is not None and self._origins[i] == self._origins[j]:
            return True
        return all(planned(self._text(self._profiles[n]), self._profiles[n]) for n in (i, j))

    def _sides(self, i: int, j: int, shown: tuple[str, str], kind: str) -> str:
        return self._pair(i, j, *shown, "and" if kind == "agrees" else "against")

    def _by_details(self, i: int, j: int) -> Found | None:
        """An age or another number that only says who is meant, told in two ways."""
        best = details_apart(self._profiles[i].details, self._profiles[j].details)
        if best is None or self._judge.kin(i, j).score < THRESHOLD:
            return None
        shown = (best[0].shown, best[1].shown)
        why = wording.quantity(best[2], self._sides(i, j, shown, "conflicts"))
        return self._found(i, j, "conflicts", "quantity", why, shown, weight=size(best[2]) / 2)

    def _by_drift(self, i: int, j: int) -> Found | None:
        """Two wordings of one statement, unless they differ in a figure: that says more."""
        found = self._by_quotes(i, j)
        if found is None or found.relation.kind != "conflicts":
            return None
        best = best_comparison(self._profiles[i].figures, self._profiles[j].figures)
        return None if best is not None and best[2].kind == "conflicts" else found

    def _by_quotes(self, i: int, j: int) -> Found | None:
        a, b = self._profiles[i], self._profiles[j]
        pair = self._judge.quote_pair(a, b) if a.quotes and b.quotes else None
        if pair is None or pair[2] == "different":
            return None
        left, right = a.quotes[pair[0]], b.quotes[pair[1]]
        shown = (left.said.words, right.said.words)
        if pair[2] == "drift":
            why = wording.drifted(word_diff(*shown), translated=True)
            return self._found(i, j, "conflicts", "quote", why, shown, weight=0.5, score=pair[3])
        why = wording.same_quote(*shown, abridged=pair[2] == "abridged")
        return self._found(i, j, "agrees", "quote", why, shown)

    def _counts(self, a: Profile, b: Profile) -> tuple[CountVerdict, Count, Count] | None:
        """How many actors two clauses tell of; "several people" and "one man" too where all else is one."""
        told = compare_counts(a.counts, b.counts, a.counted | b.counted)
        telling = self._judge.telling
        if told is None and telling.covered(telling.of(a), telling.of(b)) >= ALL_BUT_WHO:
            told = other_heads(a, b)
        return told

    def _by_count(self, i: int, j: int, *, only_apart: bool = False) -> Found | None:
        a, b = self._profiles[i], self._profiles[j]
        told = self._counts(a, b)
        if told is None or counted_apart(a, b):
            return None
        verdict, left, right = told
        shown = (left.words, right.words)
        if verdict == "different":
            if a.ahead or b.ahead:
                why = wording.forecast(self._pair(i, j, *shown, "beside"))
                return self._found(i, j, "differs", "count", why, shown)
            why = wording.count_apart(self._pair(i, j, *shown, "against"))
            if left.open or right.open:
                return self._found(i, j, "differs", "count", why, shown)
            return self._found(i, j, "conflicts", "count", why, shown, weight=0.55)
        if only_apart or left.definite or right.definite or self._judge.kin(i, j).score < AGREES_FROM:
            return None
        why = wording.count_same(self._pair(i, j, *shown), one=left.high == right.high == 1)
        return self._found(i, j, "agrees", "count", why, shown)

    def _by_dates(self, i: int, j: int, *, only_apart: bool = False) -> Found | None:
        a, b = self._profiles[i], self._profiles[j]
        if len(a.dates) != 1 or len(b.dates) != 1 or not a.main & b.main:
            return None
        told = compare_dates(a.dates[0], b.dates[0])
        if told is None or self._judge.kin(i, j).score < AGREES_FROM:
            return None
        agree = told[0] == "agrees"
        if only_apart == agree or not (agree or one_event(a, b)):
            return None
        shown = (a.dates[0].text, b.dates[0].text)
        why = wording.dates(self._pair(i, j, *shown, "and" if agree else "against"), agree=agree)
        return self._found(i, j, told[0], "date", why, shown, weight=0.0 if agree else 0.45)

    def _by_clocks(self, i: int, j: int, *, only_apart: bool = False) -> Found | None:
        """When on the day one event happened, as far as both tell the event itself."""
        a, b = self._profiles[i], self._profiles[j]
        told = same_time(a, b)
        if told is None or (only_apart and told[0] == "agrees"):
            return None
        if self._judge.kin(i, j).score < THRESHOLD or not one_event(a, b):
            return None
        agree = told[0] == "agrees"
        shown = (told[1].text, told[2].text)
        why = wording.clocks(self._pair(i, j, *shown, "and" if agree else "against"), agree=agree)
        return self._found(i, j, told[0], "date", why, shown, weight=0.0 if agree else 0.4)

    def _by_telling(self, i: int, j: int) -> Found | None:
        if self._judge.kin(i, j).score < AGREES_FROM:
            return None
        p, q = self._profiles[i], self._profiles[j]
        if p.denied != q.denied or dated_apart(p, q) or meant_not_told(p, q):
            return None
        if p.ahead != q.ahead:
            why = wording.forecast(self._pair(i, j, p.text, q.text, "beside"))
            return self._found(i, j, "differs", "polarity", why, (p.text, q.text))
        return self._found(i, j, "agrees", "polarity", wording.same_told(p.text, q.text), (p.text, q.text))


def _smaller(left: Figure, right: Figure) -> int:
    return 0 if left.interval.headline < right.interval.headline else 1
