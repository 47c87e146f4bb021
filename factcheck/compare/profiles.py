"""A claim made ready for comparison: everything the pairwise judgement needs, computed once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.compare.counted import Counted
from factcheck.compare.counts import Count, counts, singular
from factcheck.compare.figures import Figure, Predicate, composites, figures, sums_of
from factcheck.compare.heads import main_predicates
from factcheck.compare.quantities import dimension
from factcheck.compare.quotes import Said, said
from factcheck.compare.similarity import STOPWORDS, Weights, fold, stem, unit_vector, words
from factcheck.model import (
    Article,
    Attribution,
    Claim,
    DateValue,
    Entity,
    LexiconEntry,
    Quantity,
    Quote,
    Sentence,
)
from factcheck.values.lexicon import TermIndex
from factcheck.values.tokens import Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CONTEXT = 0.2
"""What a word of the sentence outside the claim weighs beside one inside it."""
ELSEWHERE = 0.08
"""The same where the word stands in another claim of the sentence."""
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|earlier|initial(?:ly)?|at first|had (?:put|said|estimated|reported)"
    r"|before that|until then|originally)\b",
    re.I,
)


MODAL = re.compile(
    r"\b(?:could|may|might|would|will|shall|should|possibly|perhaps|likely|expected|expects?|plans?|planned"
    r"|forecasts?|predict\w*|fears?|feared|if|set to|about to|risk)\b",
    re.I,
)
"""Words that make a statement a possibility."""
_NOT_BEHIND = re.compile(r"\s*(?:not|n['’]t)\b", re.I)
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|neither|nor|\w+n['’]t)\b", re.I)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation inside a claim, with its speaker's canonical name where it is known."""

    said: Said
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim as the comparison sees it; ``index`` is its place among all claims."""

    index: int
    claim: Claim
    article: int
    sentence: int
    digest: bool
    stems: str
    own: frozenset[str]
    """The claim's own stems, without those of its sentence."""
    vector: Mapping[str, float]
    slots: Mapping[str, float]
    predicates: frozenset[str]
    main: frozenset[str]
    figures: tuple[Figure, ...]
    counts: Mapping[str, Count]
    counted: frozenset[str]
    """Stems of the lexicon's unit words in the claim: what may be counted in it."""
    quotes: tuple[Spoken, ...]
    dates: tuple[DateValue, ...]
    names: frozenset[str]
    """Canonical names in the claim, those of the claimant left out."""
    around: frozenset[str]
    """Canonical names in the claim or its sentence."""
    origin: str | None
    ahead: bool
    """A forecast or a possibility; that something "could not be done" is neither."""
    denied: bool
    """The claim is a denial, not merely worded with a negation ("could not be saved")."""
    earlier: bool
    """The sentence says that it reports something told before."""


@dataclass(slots=True)
class _Raw:
    """What one pass over a claim's sentence finds, before anything is weighed."""

    stems: list[str]
    tf: dict[str, float]
    slots: dict[str, float]
    predicates: list[Predicate]
    entities: list[Entity]
    around: frozenset[str]
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
    ) -> tuple[Profile, ...]:
        """One profile a claim, in the order of ``claims``; claims of unknown articles are an error."""
        place = {article.id: n for n, article in enumerate(articles)}
        starts = {name: [s.start for s in row] for name, row in sentences.items()}
        beside: defaultdict[tuple[str, int, int], list[Claim]] = defaultdict(list)
        for claim in claims:
            beside[(claim.article, *claim.sentence)].append(claim)
        raws = [self._raw(articles[place[c.article]], c, beside[(c.article, *c.sentence)]) for c in claims]
        stem_weights = Weights(raw.tf for raw in raws)
        slot_weights = Weights(raw.slots for raw in raws)
        own = [
            figures(
                articles[place[c.article]].text,
                self._counted.quantities(articles[place[c.article]], c),
                raw.predicates,
                raw.entities,
                self._parts,
                self._counted.nouns(articles[place[c.article]], c),
            )
            for c, raw in zip(claims, raws, strict=True)
        ]
        by_id = {claim.id: figs for claim, figs in zip(claims, own, strict=True)}
        found = []
        for n, (claim, raw) in enumerate(zip(claims, raws, strict=True)):
            article = articles[place[claim.article]]
            row = [f for c in beside[(claim.article, *claim.sentence)] for f in by_id[c.id]]
            added, summed = sums_of(article.text, row, self._parts)
            sums = [f for f in added if f.start < claim.end and claim.start < f.end]
            mine = [replace(f, part=True) if f.start in summed else f for f in own[n]]
            found.append(
                Profile(
                    index=n,
                    claim=claim,
                    article=place[claim.article],
                    sentence=bisect_right(starts.get(claim.article, []), claim.start) - 1,
                    digest=article.kind == "digest",
                    stems=" ".join(raw.stems),
                    own=frozenset(raw.stems),
                    vector=unit_vector({s: tf * stem_weights[s] for s, tf in raw.tf.items()}),
                    slots=unit_vector({s: w * slot_weights[s] for s, w in raw.slots.items()}),
                    predicates=frozenset(name for _, _, name in raw.predicates),
                    main=main_predicates(article.text, claim.start, claim.end, raw.predicates),
                    figures=(*mine, *sums),
                    counts=counts(claim.text, article.lang),
                    counted=raw.counted,
                    quotes=_quotes(claim, article.lang),
                    dates=tuple(v for v in claim.values if isinstance(v, DateValue)),
                    names=frozenset(e.name for e in raw.entities),
                    around=raw.around,
                    origin=_origin(claim),
                    ahead=_ahead(article.text, claim),
                    denied=claim.modality == "denied" and _negated(article.text, claim, raw.predicates),
                    earlier=bool(_EARLIER.search(article.text[claim.sentence[0] : claim.sentence[1]])),
                )
            )
        return tuple(found)

    def _raw(self, article: Article, claim: Claim, row: Sequence[Claim]) -> _Raw:
        said_by = _claimants(claim)
        stems, tf = _stems(article, claim, row, said_by)
        line = Line(article.text, claim.start, claim.end)
        predicates = [(f.start, f.end, f.entry.name) for f in self._predicates.find(line)]
        inside = [v for v in claim.values if isinstance(v, Entity) and not _within(v, said_by)]
        outside = [v for v in claim.context if isinstance(v, Entity) and not _within(v, said_by)]
        slots: dict[str, float] = {}
        for weight, entities in ((1.0, inside), (CONTEXT, outside)):
            for entity in entities:
                slots[f"e:{entity.name}"] = max(weight, slots.get(f"e:{entity.name}", 0.0))
        for name in {p[2] for p in predicates} | set(claim.predicates):
            slots[f"p:{name}"] = 1.0
        units = self._units.find(line)
        for found in units:
            slots[f"u:{found.entry.name}"] = 1.0
        for value in claim.values:
            if isinstance(value, Quantity):
                family = dimension(value.unit)[0] or "number"
                slots[f"u:{family}"] = 1.0
                if value.value is not None:
                    slots[f"n:{value.value:g}"] = 0.5
            elif isinstance(value, DateValue):
                slots[f"d:{value.month_day or value.earliest or value.weekday}"] = 0.7
        around = frozenset(e.name for e in (*inside, *outside))
        last = (article.text[found.start : found.end].split()[-1] for found in units)
        counted = frozenset(stem(singular(fold(word)), article.lang) for word in last)
        return _Raw(stems, tf, slots, predicates, inside, around, counted)


def _ahead(text: str, claim: Claim) -> bool:
    if claim.modality not in ("forecast", "possible"):
        return False
    modals = list(MODAL.finditer(text, claim.start, claim.end))
    return not modals or any(not _NOT_BEHIND.match(text, m.end()) for m in modals)


def _negated(text: str, claim: Claim, predicates: Sequence[Predicate]) -> bool:
    """Whether a denial stands outside the words of the lexicon classes themselves."""
    found = _NEGATION.finditer(text, claim.start, claim.end)
    inside = [(start, end) for start, end, _ in predicates]
    marks = [m for m in found if not any(s <= m.start() and m.end() <= e for s, e in inside)]
    return bool(marks) or not _NEGATION.search(text, claim.start, claim.end)


def _claimants(claim: Claim) -> list[tuple[int, int]]:
    found = [v for v in (*claim.values, *claim.context) if isinstance(v, Attribution)]
    if claim.attribution is not None:
        found.append(claim.attribution)
    return [(a.start, a.end) for a in found]


def _within(value: Entity, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= value.start and value.end <= end for start, end in spans)


def _stems(
    article: Article, claim: Claim, row: Sequence[Claim], said_by: Sequence[tuple[int, int]]
) -> tuple[list[str], dict[str, float]]:
    """The claim's own stems in order, and the weight of each stem of the sentence."""
    own: list[str] = []
    tf: dict[str, float] = {}
    start, end = claim.sentence
    for word, begin, stop in words(article.text[start:end]):
        if word in STOPWORDS:
            continue
        at, to = start + begin, start + stop
        if any(s <= at and to <= e for s, e in said_by):
            continue
        base = stem(word, article.lang)
        weight = CONTEXT
        if claim.start <= at and to <= claim.end:
            own.append(base)
            weight = 1.0
        elif any(c.start <= at and to <= c.end for c in row):
            weight = ELSEWHERE
        tf[base] = max(weight, tf.get(base, 0.0))
    return own, tf


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
