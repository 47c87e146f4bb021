"""Builds profiles: reads claims with the lexicon's machines, weighs their words."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare.aspects.anaphora import counted_before
from factcheck.compare.aspects.classes import Predicate, Reading, composites
from factcheck.compare.aspects.counted import Counted
from factcheck.compare.aspects.counts import singular
from factcheck.compare.aspects.figures import Figure, carried, figures
from factcheck.compare.aspects.measured import with_subjects
from factcheck.compare.aspects.people import nations, rivals
from factcheck.compare.aspects.sums import beyond_others, sums_of
from factcheck.compare.facts.alike import LARGE
from factcheck.compare.facts.similarity import Weights, fold, stem, unit_vector
from factcheck.compare.facts.states import States
from factcheck.compare.reading.bags import CONTEXT, claimants, spoken, stem_weights
from factcheck.compare.reading.claims import Bags, Read, origin_of, profile_of
from factcheck.compare.reading.repeats import moved, repeats
from factcheck.compare.reading.subjects import subjects_meant
from factcheck.compare.reading.tellers import measurer, told_to
from factcheck.model import Entity
from factcheck.values.lexicon import TermIndex
from factcheck.values.tokens import Line
from factcheck.wording.scales import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.compare.reading.bags import Stems
    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Article, Claim, LexiconEntry, Sentence

_ONE_WORD = re.compile(r"\W*\w*\W*\Z")
MEANT = 0.6
"""What a word weighs that a pronoun stands for."""


class Reader:
    """Builds profiles; holds the lexicon's machines so that they are built once a comparison."""

    def __init__(self, lexicon: Sequence[LexiconEntry]) -> None:
        self._predicates = TermIndex([entry for entry in lexicon if entry.role == "predicate"])
        self._units = TermIndex([entry for entry in lexicon if entry.role == "unit"], inflect=True)
        self._states = States(lexicon)
        self._parts = composites(lexicon)
        self._counted = Counted(self._units, self._predicates)

    def profiles(
        self,
        articles: Sequence[Article],
        sentences: Mapping[str, Sequence[Sentence]],
        claims: Sequence[Claim],
    ) -> tuple[Profile, ...]:
        """One profile a claim, in the order of ``claims``. Claims of unknown articles are an error."""
        place = {article.id: n for n, article in enumerate(articles)}
        beside: defaultdict[tuple[str, int, int], list[int]] = defaultdict(list)
        for n, claim in enumerate(claims):
            beside[(claim.article, *claim.sentence)].append(n)
        known = nations(claims)
        of = {article.id: article for article in articles}
        same = repeats(of, claims, beside, lambda c: known(origin_of(c))) if len(claims) >= LARGE else {}
        read = {
            n: self._read(of[c.article], c, known(origin_of(c)))
            for n, c in enumerate(claims)
            if n not in same
        }
        for n, meant in subjects_meant(articles, sentences, claims).items():
            if n in read:
                read[n] = replace(read[n], meant=meant)
        for row in beside.values():
            if row[0] not in same:
                for n, told in zip(row, self._together([read[n] for n in row]), strict=True):
                    if told != read[n].figures:
                        read[n] = replace(read[n], figures=told)
        bags: dict[int, Bags] = {}
        for (name, start, end), row in beside.items():
            if row[0] not in same:
                sentence, there = spoken(of[name], start, end), [claims[n] for n in row]
                bags.update((n, self._bags(read[n], sentence, there)) for n in row)
        every = [bags[same.get(n, n)] for n in range(len(claims))]
        stem_idf = Weights(bag.tf for bag in every)
        slot_idf = Weights(bag.slots for bag in every)
        starts = {name: [s.start for s in row] for name, row in sentences.items()}
        found: list[Profile] = []
        for n, claim in enumerate(claims):
            at = bisect_right(starts.get(claim.article, []), claim.start) - 1
            here = (place[claim.article], at)
            if n in same:
                day = (of[claim.article].published or "")[:10]
                found.append(moved(found[same[n]], claim, n, here, day))
                continue
            vectors = (
                unit_vector({s: tf * stem_idf[s] for s, tf in bags[n].tf.items()}),
                unit_vector({s: w * slot_idf[s] for s, w in bags[n].slots.items()}),
            )
            found.append(profile_of(n, read[n], bags[n], here, vectors))
        for row in beside.values():
            _date_together(found, row, of[claims[row[0]].article].text)
        return with_subjects(rivals(beyond_others(counted_before(found))), articles)

    def _read(self, article: Article, claim: Claim, nation: str | None) -> Read:
        line = Line(article.text, claim.start, claim.end)
        predicates = (
            *_outside_names(claim, [(f.start, f.end, f.entry.name) for f in self._predicates.find(line)]),
            *self._counted.parted(article, claim),
        )
        said_by = claimants(claim)
        inside = tuple(v for v in claim.values if isinstance(v, Entity) and not _within(v, said_by))
        who = measurer(article.text, claim, inside)
        inside = tuple(e for e in inside if e is not who)
        outside = tuple(
            v
            for v in claim.context
            if isinstance(v, Entity) and not _within(v, said_by) and not told_to(article.text, v)
        )
        reading = Reading(claim, predicates, inside, self._parts, self._counted.nouns(article, claim), nation)
        found = figures(article.text, self._counted.quantities(article, claim), reading)
        around = frozenset(e.name for e in (*inside, *outside))
        origin = origin_of(claim) or (who.name if who else None)
        states = self._states.told(claim.text)
        return Read(claim, article, predicates, inside, around, found, origin, states)

    def _together(self, row: Sequence[Read]) -> Iterator[tuple[Figure, ...]]:
        """The figures of each claim of one sentence, with what they are only together: parts of a sum."""
        text = row[0].article.text
        told = carried(text, sorted((f for one in row for f in one.figures), key=lambda f: f.start))
        sums, summed = sums_of(text, [f for f in told if not (f.detail or f.withdrawn)], self._parts)
        for one in row:
            start, end = one.claim.start, one.claim.end
            own = [
                replace(f, part=True) if f.start in summed and not f.part else f
                for f in told
                if start <= f.start < end
            ]
            yield (*own, *(f for f in sums if f.start < end and start < f.end))

    def _bags(self, one: Read, sentence: Stems, row: Sequence[Claim]) -> Bags:
        claim, article = one.claim, one.article
        own, tf = stem_weights(sentence, claim, row)
        # In an order of their own: how the weights add up must not hang on how sets are kept.
        slots = {f"e:{name}": CONTEXT for name in sorted(one.around)}
        slots.update((f"e:{name}", MEANT) for name in sorted(one.meant.names))
        slots.update((f"e:{entity.name}", 1.0) for entity in one.entities)
        tf.update((base, max(MEANT, tf.get(base, 0.0))) for base in sorted(one.meant.stems))
        slots.update((f"p:{name}", 1.0) for name in (*claim.predicates, *sorted(one.classes)))
        units = self._units.find(Line(article.text, claim.start, claim.end))
        slots.update((f"u:{found.entry.name}", 1.0) for found in units)
        for figure in one.figures:
            if not figure.sum:
                slots[f"u:{dimension(figure.interval.unit)[0] or 'number'}"] = 1.0
                slots[f"n:{figure.interval.headline:g}"] = 0.5
        for date in one.dates:
            slots[f"d:{date.month_day or date.earliest or date.weekday}"] = 0.7
        last = (article.text[found.start : found.end].split()[-1] for found in units)
        counted = frozenset(stem(singular(fold(word)), article.lang) for word in last)
        return Bags(own, tf, slots, counted)


def _date_together(found: list[Profile], row: Sequence[int], text: str) -> None:
    """ "A silo exploded on 4 May and 31 people died": one day for both, where one word stands between them.

    ``row`` are the claims of one sentence in order; their profiles are put in place.
    """
    pairs = list(itertools.pairwise(row))
    for own, other in (*((b, a) for a, b in pairs), *reversed(pairs)):
        left, right = sorted((found[own].claim, found[other].claim), key=lambda claim: claim.start)
        if found[own].when is None and _ONE_WORD.match(text[left.end : right.start]):
            found[own] = replace(found[own], when=found[other].when)


def _outside_names(claim: Claim, found: Sequence[Predicate]) -> Sequence[Predicate]:
    """Without the classes inside a longer name: an "Election Mission" or a "Rescue Board" tells nothing."""
    names = [(v.start, v.end) for v in claim.values if isinstance(v, Entity) and v.kind != "place"]
    return [p for p in found if not any(s <= p[0] and p[1] <= e and e - s > p[1] - p[0] for s, e in names)]


def _within(value: Entity, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= value.start and value.end <= end for start, end in spans)
