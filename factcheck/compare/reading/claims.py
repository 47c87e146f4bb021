"""A claim as it is read, and the profile that it has once its words are weighed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.aspects.aged import aged
from factcheck.compare.aspects.clocks import clocks
from factcheck.compare.aspects.counts import counts
from factcheck.compare.aspects.dates import names_it, of_that_year, when
from factcheck.compare.aspects.once import once
from factcheck.compare.aspects.quotes import said
from factcheck.compare.aspects.recanted import recants
from factcheck.compare.aspects.sole import sole
from factcheck.compare.aspects.stance import ahead, denied, told_before, withdrawn
from factcheck.compare.aspects.terms import term
from factcheck.compare.facts.contrary import plan
from factcheck.compare.facts.scopes import another_time
from factcheck.compare.facts.similarity import stem, words
from factcheck.compare.facts.where import taken
from factcheck.compare.reading.dated import undated
from factcheck.compare.reading.heads import main_predicates
from factcheck.compare.reading.presupposed import done, only_meant
from factcheck.compare.reading.profiles import Profile, Spoken
from factcheck.compare.reading.subjects import NOBODY_MEANT
from factcheck.model import DateValue, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.classes import Predicate
    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.facts.states import State
    from factcheck.compare.reading.subjects import Meant
    from factcheck.model import Article, Claim, Entity

_RECORD = re.compile(r"\b(?:since|ever|years|decades?|century|history|record)\b", re.I)
TYPED = "statement"
"""The one rule of a claim that somebody typed."""
TOLD_KINDS = ("superlative",)
"""Kinds of rules that say what is told as a class of the lexicon would."""


@dataclass(frozen=True, slots=True)
class Read:
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

    @property
    def classes(self) -> frozenset[str]:
        """What it tells; where it has no word for that, what is told of it in the words beside it."""
        return frozenset(name for _, _, name in self.predicates) or frozenset(self.claim.predicates)

    @property
    def dates(self) -> tuple[DateValue, ...]:
        inside = (v for v in self.claim.values if isinstance(v, DateValue))
        return tuple(of_that_year(self.article.text, value) for value in inside)

    @property
    def beside(self) -> tuple[DateValue, ...]:
        """The dates of the sentence outside it: "In 1974, a blast there killed 31 and maimed hundreds"."""
        return tuple(v for v in self.claim.context if isinstance(v, DateValue))


@dataclass(frozen=True, slots=True)
class Bags:
    """The words of a claim, and the classes, names and numbers among them, with their weights."""

    stems: list[str]
    tf: dict[str, float]
    slots: dict[str, float]
    counted: frozenset[str]


def profile_of(
    index: int,
    one: Read,
    bag: Bags,
    place: tuple[int, int],
    vectors: tuple[dict[str, float], dict[str, float]],
) -> Profile:
    """``place`` is that of its article and of its sentence there; ``vectors`` of its stems and its slots."""
    claim, text, lang = one.claim, one.article.text, one.article.lang
    told = [f for f in one.figures if not f.detail and not f.withdrawn]
    dates = one.dates
    day = (one.article.published or "")[:10]
    taken_back = withdrawn(text, claim) or (not told and any(f.withdrawn for f in one.figures))
    classes = one.classes
    main = main_predicates(text, claim.start, one.predicates)
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
        when=when(text, claim.start, dates or one.beside, claim.sentence[0]),
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
        term=term(text, claim.start, dates),
        undated=undated(text, claim.start, claim.end, dates, one.predicates, lang),
    )


def _stems_in(text: str, spans: Sequence[tuple[int, int]], lang: str) -> frozenset[str]:
    return frozenset(stem(word, lang) for start, end in spans for word, _, _ in words(text[start:end]))


def _told(figures_here: Sequence[Figure]) -> frozenset[str]:
    """What figures count is told, whatever else is ("the number of *dead* climbed to 15")."""
    return frozenset(name for f in figures_here if not f.sum for name in f.of)


def _kinds(claim: Claim) -> frozenset[str]:
    """ "The worst since 1974" tells the same as "the bloodiest in 50 years", whatever the adjective."""
    told = [kind for kind in claim.kinds if kind in TOLD_KINDS]
    return frozenset(told) if told and _RECORD.search(claim.text) else frozenset()


def _quotes(claim: Claim, lang: str) -> tuple[Spoken, ...]:
    speaker = origin_of(claim)
    return tuple(
        Spoken(said(v.words, lang), v.speaker or speaker)
        for v in claim.values
        if isinstance(v, Quote) and v.words
    )


def origin_of(claim: Claim) -> str | None:
    """Who is named as saying it."""
    found = claim.attribution
    return found.origin if found is not None and not found.vague else None
