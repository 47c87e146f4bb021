"""Builds profiles: cuts claims into clauses, reads them with the lexicon's machines, weighs their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.compare.aspects.clocks import clocks
from factcheck.compare.aspects.counted import Counted
from factcheck.compare.aspects.counts import counts, singular
from factcheck.compare.aspects.dates import names_it, of_that_year, when
from factcheck.compare.aspects.figures import (
    Figure,
    Predicate,
    Reading,
    composites,
    figures,
    is_figure,
    only_identifies,
)
from factcheck.compare.aspects.measured import with_subjects
from factcheck.compare.aspects.once import once
from factcheck.compare.aspects.people import nations, rivals
from factcheck.compare.aspects.quantities import dimension
from factcheck.compare.aspects.quotes import said
from factcheck.compare.aspects.sole import sole
from factcheck.compare.aspects.stance import ahead, denied, told_before, withdrawn
from factcheck.compare.aspects.sums import sums_of
from factcheck.compare.facts.similarity import Weights, fold, stem, unit_vector
from factcheck.compare.reading.bags import CONTEXT, claimants, stem_weights
from factcheck.compare.reading.clauses import clauses
from factcheck.compare.reading.heads import main_predicates, only_meant
from factcheck.compare.reading.profiles import Profile, Spoken
from factcheck.compare.reading.tellers import measurer, told_to
from factcheck.model import DateValue, Entity, Quote
from factcheck.values.lexicon import TermIndex
from factcheck.values.tokens import Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Article, Claim, LexiconEntry, Sentence

_RECORD = re.compile(r"\b(?:since|ever|years|decades?|century|history|record)\b", re.I)
TOLD_KINDS = ("superlative",)
"""Kinds of rules that say what is told as a class of the lexicon would."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is read of a claim once, for all its clauses."""

    claim: Claim
    article: Article
    predicates: tuple[Predicate, ...]
    entities: tuple[Entity, ...]
    around: frozenset[str]
    figures: tuple[Figure, ...]
    spans: tuple[tuple[int, int], ...]
    origin: str | None


@dataclass(frozen=True, slots=True)
class _Raw:
    """What is read of one clause before anything is weighed."""

    number: int
    start: int
    end: int
    stems: list[str]
    tf: dict[str, float]
    slots: dict[str, float]
    predicates: tuple[Predicate, ...]
    entities: tuple[Entity, ...]
    counted: frozenset[str]


class Reader:
    """Builds profiles; holds the lexicon's machines so that they are built once a comparison."""

    def __init__(self, lexicon: Sequence[LexiconEntry]) -> None:
        self._predicates = TermIndex([entry for entry in lexicon if entry.role == "predicate"])
        self._units = TermIndex([entry for entry in lexicon if entry.role == "unit"], inflect=True)
        self._parts = composites(lexicon)
        self._counted = Counted(self._units, self._predicates)

    def profiles(
        self,
        articles: Sequence[Article],
        sentences: Mapping[str, Sequence[Sentence]],
        claims: Sequence[Claim],
        *,
        cut: bool = False,
    ) -> tuple[Profile, ...]:
        """One profile a claim, in the order of ``claims``; with ``cut`` one for each clause of it.

        Claims of unknown articles are an error.
        """
        place = {article.id: n for n, article in enumerate(articles)}
        beside: defaultdict[tuple[str, int, int], list[int]] = defaultdict(list)
        for n, claim in enumerate(claims):
            beside[(claim.article, *claim.sentence)].append(n)
        known = nations(claims)
        wholes = [self._whole(articles[place[c.article]], c, known(_origin(c)), cut=cut) for c in claims]
        added = {at: self._sums(wholes, row) for at, row in beside.items()}
        raws = [
            self._raw(
                n, whole, span, [claims[m] for m in beside[(whole.claim.article, *whole.claim.sentence)]]
            )
            for n, whole in enumerate(wholes)
            for span in whole.spans
        ]
        stem_idf = Weights(raw.tf for raw in raws)
        slot_idf = Weights(raw.slots for raw in raws)
        starts = {name: [s.start for s in row] for name, row in sentences.items()}
        found = []
        for index, raw in enumerate(raws):
            whole = wholes[raw.number]
            sums, summed = added[(whole.claim.article, *whole.claim.sentence)]
            at = bisect_right(starts.get(whole.claim.article, []), whole.claim.start) - 1
            vectors = (
                unit_vector({s: tf * stem_idf[s] for s, tf in raw.tf.items()}),
                unit_vector({s: w * slot_idf[s] for s, w in raw.slots.items()}),
            )
            found.append(_profile(index, raw, whole, (place[whole.claim.article], at), vectors, sums, summed))
        return with_subjects(rivals(found), articles)

    def _whole(self, article: Article, claim: Claim, nation: str | None, *, cut: bool) -> _Whole:
        line = Line(article.text, claim.start, claim.end)
        predicates = (
            *((f.start, f.end, f.entry.name) for f in self._predicates.find(line)),
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
        quantities = self._counted.quantities(article, claim)
        nouns = self._counted.nouns(article, claim)
        spans = [(claim.start, claim.end)]
        if cut:
            numbers = [q for q in quantities if is_figure(q) and not only_identifies(article.text, q)]
            spans = clauses(article.text, claim, [(q.start, q.end) for q in numbers], predicates)
        read = Reading(claim, predicates, inside, self._parts, nouns, nation, spans)
        found = figures(article.text, quantities, read)
        around = frozenset(e.name for e in (*inside, *outside))
        origin = _origin(claim) or (who.name if who else None)
        return _Whole(claim, article, predicates, inside, around, found, tuple(spans), origin)

    def _sums(
        self, wholes: Sequence[_Whole], row: Sequence[int]
    ) -> tuple[tuple[Figure, ...], frozenset[int]]:
        figures_of = [f for n in row for f in wholes[n].figures if not f.detail]
        return sums_of(wholes[row[0]].article.text, figures_of, self._parts)

    def _raw(self, number: int, whole: _Whole, span: tuple[int, int], row: Sequence[Claim]) -> _Raw:
        claim, article = whole.claim, whole.article
        start, end = span
        own, tf = stem_weights(article, claim, span, row)
        own_figures = [f for f in whole.figures if start <= f.start < end]
        predicates = tuple(p for p in whole.predicates if start <= p[0] and p[1] <= end)
        if not predicates and len(whole.spans) > 1:
            told = {name for f in own_figures for name in f.of}
            predicates = tuple(p for p in whole.predicates if p[2] in told)
        entities = tuple(e for e in whole.entities if start <= e.start and e.end <= end)
        slots = {f"e:{name}": CONTEXT for name in whole.around}
        slots.update((f"e:{entity.name}", 1.0) for entity in entities)
        told_here = {p[2] for p in predicates}
        if len(whole.spans) == 1:
            told_here |= set(claim.predicates)
        slots.update((f"p:{name}", 1.0) for name in told_here)
        units = self._units.find(Line(article.text, start, end))
        slots.update((f"u:{found.entry.name}", 1.0) for found in units)
        for figure in own_figures:
            slots[f"u:{dimension(figure.interval.unit)[0] or 'number'}"] = 1.0
            slots[f"n:{figure.interval.headline:g}"] = 0.5
        for date in _dates(whole, span):
            slots[f"d:{date.month_day or date.earliest or date.weekday}"] = 0.7
        last = (article.text[found.start : found.end].split()[-1] for found in units)
        counted = frozenset(stem(singular(fold(word)), article.lang) for word in last)
        return _Raw(number, start, end, own, tf, slots, predicates, entities, counted)


def _profile(
    index: int,
    raw: _Raw,
    whole: _Whole,
    place: tuple[int, int],
    vectors: tuple[dict[str, float], dict[str, float]],
    sums: Sequence[Figure],
    summed: frozenset[int],
) -> Profile:
    claim, text, lang = whole.claim, whole.article.text, whole.article.lang
    own = [
        replace(f, part=True) if f.start in summed else f
        for f in whole.figures
        if raw.start <= f.start < raw.end
    ]
    figures_here = [f for f in own if not f.detail]
    figures_here += [f for f in sums if f.start < raw.end and raw.start < f.end]
    here = _dates(whole, (raw.start, raw.end))
    day = (whole.article.published or "")[:10]
    main = main_predicates(text, raw.start, raw.end, raw.predicates)
    return Profile(
        index=index,
        number=raw.number,
        claim=claim,
        start=raw.start,
        end=raw.end,
        text=text[raw.start : raw.end],
        article=place[0],
        sentence=place[1],
        digest=whole.article.kind == "digest",
        stems=" ".join(raw.stems),
        own=frozenset(raw.stems),
        vector=vectors[0],
        slots=vectors[1],
        predicates=frozenset(name for _, _, name in raw.predicates),
        main=main | _told(figures_here, raw) | _kinds(claim),
        figures=tuple(figures_here),
        details=tuple(f for f in own if f.detail),
        counts=counts(text[raw.start : raw.end], lang),
        counted=raw.counted,
        quotes=_quotes(claim, (raw.start, raw.end), lang),
        dates=tuple(date for date in here if not names_it(text, date)),
        when=when(text, claim.start, here or _dates(whole, (claim.start, claim.end)), claim.sentence[0]),
        published=(day, day) if day else None,
        names=frozenset(e.name for e in raw.entities),
        around=whole.around,
        origin=whole.origin,
        ahead=ahead(text, claim),
        denied=denied(text, claim, whole.predicates),
        earlier=told_before(text, claim),
        withdrawn=withdrawn(text, claim),
        sole=sole(text, raw.start, raw.end, raw.entities, lang),
        once=once(text, raw.start, raw.end, here, raw.entities, lang),
        aside=only_meant(text, raw.start, raw.end, raw.predicates),
        clocks=clocks(text[raw.start : raw.end]),
    )


def _told(figures_here: Sequence[Figure], raw: _Raw) -> frozenset[str]:
    """What the clause's figures count is told, whatever else is ("the number of *dead* climbed to 15")."""
    counted = {name for f in figures_here if not f.sum for name in f.of}
    return frozenset(counted & {name for _, _, name in raw.predicates})


def _kinds(claim: Claim) -> frozenset[str]:
    """ "The worst since 1974" tells the same as "the bloodiest in 50 years", whatever the adjective."""
    told = [kind for kind in claim.kinds if kind in TOLD_KINDS]
    return frozenset(told) if told and _RECORD.search(claim.text) else frozenset()


def _within(value: Entity, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= value.start and value.end <= end for start, end in spans)


def _dates(whole: _Whole, span: tuple[int, int]) -> tuple[DateValue, ...]:
    inside = (v for v in whole.claim.values if isinstance(v, DateValue) and span[0] <= v.start < span[1])
    return tuple(of_that_year(whole.article.text, value) for value in inside)


def _quotes(claim: Claim, span: tuple[int, int], lang: str) -> tuple[Spoken, ...]:
    speaker = claim.attribution.origin if claim.attribution and not claim.attribution.vague else None
    return tuple(
        Spoken(said(v.words, lang), v.speaker or speaker)
        for v in claim.values
        if isinstance(v, Quote) and v.words and span[0] <= v.start < span[1]
    )


def _origin(claim: Claim) -> str | None:
    found = claim.attribution
    return found.origin if found is not None and not found.vague else None
