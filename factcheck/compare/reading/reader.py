"""Builds profiles: reads claims with the lexicon's machines, weighs their words."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.compare.aspects.aged import aged
from factcheck.compare.aspects.anaphora import counted_before
from factcheck.compare.aspects.clocks import clocks
from factcheck.compare.aspects.counted import Counted
from factcheck.compare.aspects.counts import counts, singular
from factcheck.compare.aspects.dates import names_it, of_that_year, when
from factcheck.compare.aspects.figures import (
    Figure,
    Predicate,
    Reading,
    carried,
    composites,
    figures,
)
from factcheck.compare.aspects.measured import with_subjects
from factcheck.compare.aspects.once import once
from factcheck.compare.aspects.people import nations, rivals
from factcheck.compare.aspects.quotes import said
from factcheck.compare.aspects.recanted import recants
from factcheck.compare.aspects.sole import sole
from factcheck.compare.aspects.stance import ahead, denied, told_before, withdrawn
from factcheck.compare.aspects.sums import beyond_others, sums_of
from factcheck.compare.facts.alike import LARGE
from factcheck.compare.facts.contrary import plan
from factcheck.compare.facts.scopes import another_time
from factcheck.compare.facts.similarity import Weights, fold, stem, unit_vector, words
from factcheck.compare.facts.states import States
from factcheck.compare.facts.where import taken
from factcheck.compare.reading.bags import CONTEXT, claimants, spoken, stem_weights
from factcheck.compare.reading.dated import undated
from factcheck.compare.reading.heads import main_predicates
from factcheck.compare.reading.presupposed import done, only_meant
from factcheck.compare.reading.profiles import Profile, Spoken
from factcheck.compare.reading.repeats import moved, repeats
from factcheck.compare.reading.subjects import NOBODY_MEANT, subjects_meant
from factcheck.compare.reading.tellers import measurer, told_to
from factcheck.model import DateValue, Entity, Quote
from factcheck.values.lexicon import TermIndex
from factcheck.values.tokens import Line
from factcheck.wording.scales import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.compare.facts.states import State
    from factcheck.compare.reading.bags import Stems
    from factcheck.compare.reading.subjects import Meant
    from factcheck.model import Article, Claim, LexiconEntry, Sentence

_ONE_WORD = re.compile(r"\W*\w*\W*\Z")
_RECORD = re.compile(r"\b(?:since|ever|years|decades?|century|history|record)\b", re.I)
MEANT = 0.6
"""What a word weighs that a pronoun stands for."""
TYPED = "statement"
"""The one rule of a claim that somebody typed."""
TOLD_KINDS = ("superlative",)
"""Kinds of rules that say what is told as a class of the lexicon would."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read of a claim before its words are weighed."""

    claim: Claim
    article: Article
    predicates: tuple[Predicate, ...]
    entities: tuple[Entity, ...]
    around: frozenset[str]
    figures: tuple[Figure, ...]
    origin: str | None
    states: tuple[State, ...]
    meant: Meant = NOBODY_MEANT
    """Whom or what the pronoun means with which the claim opens."""


@dataclass(frozen=True, slots=True)
class _Bags:
    """The words of a claim, and the classes, names and numbers among them, with their weights."""

    stems: list[str]
    tf: dict[str, float]
    slots: dict[str, float]
    counted: frozenset[str]


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
        same = repeats(of, claims, beside, lambda c: known(_origin(c))) if len(claims) >= LARGE else {}
        read = {
            n: self._read(of[c.article], c, known(_origin(c))) for n, c in enumerate(claims) if n not in same
        }
        for n, meant in subjects_meant(articles, sentences, claims).items():
            if n in read:
                read[n] = replace(read[n], meant=meant)
        for row in beside.values():
            if row[0] not in same:
                for n, told in zip(row, self._together([read[n] for n in row]), strict=True):
                    if told != read[n].figures:
                        read[n] = replace(read[n], figures=told)
        bags: dict[int, _Bags] = {}
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
            found.append(_profile(n, read[n], bags[n], here, vectors))
        for row in beside.values():
            _date_together(found, row, of[claims[row[0]].article].text)
        return with_subjects(rivals(beyond_others(counted_before(found))), articles)

    def _read(self, article: Article, claim: Claim, nation: str | None) -> _Read:
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
        origin = _origin(claim) or (who.name if who else None)
        states = self._states.told(claim.text)
        return _Read(claim, article, predicates, inside, around, found, origin, states)

    def _together(self, row: Sequence[_Read]) -> Iterator[tuple[Figure, ...]]:
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

    def _bags(self, one: _Read, sentence: Stems, row: Sequence[Claim]) -> _Bags:
        claim, article = one.claim, one.article
        own, tf = stem_weights(sentence, claim, row)
        # In an order of their own: how the weights add up must not hang on how sets are kept.
        slots = {f"e:{name}": CONTEXT for name in sorted(one.around)}
        slots.update((f"e:{name}", MEANT) for name in sorted(one.meant.names))
        slots.update((f"e:{entity.name}", 1.0) for entity in one.entities)
        tf.update((base, max(MEANT, tf.get(base, 0.0))) for base in sorted(one.meant.stems))
        slots.update((f"p:{name}", 1.0) for name in (*claim.predicates, *sorted(_classes(one))))
        units = self._units.find(Line(article.text, claim.start, claim.end))
        slots.update((f"u:{found.entry.name}", 1.0) for found in units)
        for figure in one.figures:
            if not figure.sum:
                slots[f"u:{dimension(figure.interval.unit)[0] or 'number'}"] = 1.0
                slots[f"n:{figure.interval.headline:g}"] = 0.5
        for date in _dates(one):
            slots[f"d:{date.month_day or date.earliest or date.weekday}"] = 0.7
        last = (article.text[found.start : found.end].split()[-1] for found in units)
        counted = frozenset(stem(singular(fold(word)), article.lang) for word in last)
        return _Bags(own, tf, slots, counted)


def _profile(
    index: int,
    one: _Read,
    bag: _Bags,
    place: tuple[int, int],
    vectors: tuple[dict[str, float], dict[str, float]],
) -> Profile:
    claim, text, lang = one.claim, one.article.text, one.article.lang
    told = [f for f in one.figures if not f.detail and not f.withdrawn]
    dates = _dates(one)
    day = (one.article.published or "")[:10]
    taken_back = withdrawn(text, claim) or (not told and any(f.withdrawn for f in one.figures))
    classes = _classes(one)
    main = main_predicates(text, claim.start, claim.end, one.predicates)
    return Profile(
        index=index,
        claim=claim,
        article=place[0],
        sentence=place[1],
        digest=one.article.kind == "digest",
        stems=" ".join(bag.stems),
        own=frozenset(bag.stems) | one.meant.stems,
        vector=vectors[0],
        slots=vectors[1],
        predicates=classes,
        main=main | (_told(told) & classes) | _kinds(claim),
        figures=tuple(told),
        details=tuple(f for f in one.figures if f.detail),
        counts=counts(claim.text, lang),
        counted=bag.counted,
        quotes=_quotes(claim, lang),
        dates=tuple(date for date in dates if not names_it(text, date)),
        when=when(text, claim.start, dates or _beside(one), claim.sentence[0]),
        published=(day, day) if day else None,
        names=frozenset(e.name for e in one.entities),
        around=one.around,
        meant=one.meant.stems,
        origin=None if taken_back else one.origin,
        ahead=ahead(text, claim),
        denied=denied(text, claim, one.predicates),
        earlier=told_before(text, claim),
        withdrawn=taken_back,
        wrong=tuple(f for f in one.figures if f.withdrawn) if taken_back else (),
        recants=recants(text, claim),
        sole=sole(text, claim.start, claim.end, one.entities, lang),
        once=once(text, claim.start, claim.end, dates, one.entities, lang, one.meant),
        aged=aged(text, claim.values, one.figures),
        aside=only_meant(text, claim.start, claim.end, one.predicates),
        done=_stems_in(text, done(text, claim.start, one.predicates), lang),
        clocks=clocks(claim.text),
        states=one.states,
        typed=claim.rules == (TYPED,),
        then=another_time(claim.text),
        plan=plan(claim.text),
        taken=taken(claim),
        undated=undated(text, claim.start, claim.end, dates, one.predicates, lang),
    )


def _stems_in(text: str, spans: Sequence[tuple[int, int]], lang: str) -> frozenset[str]:
    return frozenset(stem(word, lang) for start, end in spans for word, _, _ in words(text[start:end]))


def _date_together(found: list[Profile], row: Sequence[int], text: str) -> None:
    """ "A silo exploded on 4 May and 31 people died": one day for both, where one word stands between them.

    ``row`` are the claims of one sentence in order; their profiles are put in place.
    """
    pairs = list(itertools.pairwise(row))
    for own, other in (*((b, a) for a, b in pairs), *reversed(pairs)):
        left, right = sorted((found[own].claim, found[other].claim), key=lambda claim: claim.start)
        if found[own].when is None and _ONE_WORD.match(text[left.end : right.start]):
            found[own] = replace(found[own], when=found[other].when)


def _classes(one: _Read) -> frozenset[str]:
    """What a claim tells; where it has no word for it, what is told of it in the words beside it."""
    return frozenset(name for _, _, name in one.predicates) or frozenset(one.claim.predicates)


def _told(figures_here: Sequence[Figure]) -> frozenset[str]:
    """What figures count is told, whatever else is ("the number of *dead* climbed to 15")."""
    return frozenset(name for f in figures_here if not f.sum for name in f.of)


def _kinds(claim: Claim) -> frozenset[str]:
    """ "The worst since 1974" tells the same as "the bloodiest in 50 years", whatever the adjective."""
    told = [kind for kind in claim.kinds if kind in TOLD_KINDS]
    return frozenset(told) if told and _RECORD.search(claim.text) else frozenset()


def _outside_names(claim: Claim, found: Sequence[Predicate]) -> Sequence[Predicate]:
    """Without the classes inside a longer name: an "Election Mission" or a "Rescue Board" tells nothing."""
    names = [(v.start, v.end) for v in claim.values if isinstance(v, Entity) and v.kind != "place"]
    return [p for p in found if not any(s <= p[0] and p[1] <= e and e - s > p[1] - p[0] for s, e in names)]


def _within(value: Entity, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= value.start and value.end <= end for start, end in spans)


def _dates(one: _Read) -> tuple[DateValue, ...]:
    inside = (v for v in one.claim.values if isinstance(v, DateValue))
    return tuple(of_that_year(one.article.text, value) for value in inside)


def _beside(one: _Read) -> tuple[DateValue, ...]:
    """The dates of the sentence outside the claim: "In 1974, a blast there killed 31 and maimed hundreds"."""
    return tuple(v for v in one.claim.context if isinstance(v, DateValue))


def _quotes(claim: Claim, lang: str) -> tuple[Spoken, ...]:
    speaker = claim.attribution.origin if claim.attribution and not claim.attribution.vague else None
    return tuple(
        Spoken(said(v.words, lang), v.speaker or speaker)
        for v in claim.values
        if isinstance(v, Quote) and v.words
    )


def _origin(claim: Claim) -> str | None:
    found = claim.attribution
    return found.origin if found is not None and not found.vague else None
