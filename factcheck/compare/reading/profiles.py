"""A claim as the comparison sees it: everything the pairwise judgement needs, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.compare.aspects.clocks import Clock
    from factcheck.compare.aspects.counts import Count
    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.aspects.once import Once
    from factcheck.compare.aspects.quotes import Said
    from factcheck.compare.aspects.sole import Sole
    from factcheck.compare.aspects.terms import Term
    from factcheck.compare.facts.states import State
    from factcheck.compare.facts.where import Taken
    from factcheck.compare.reading.dated import Undated
    from factcheck.model import Claim, DateValue, Quantity


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation inside a claim, with its speaker's canonical name where it is known."""

    said: Said
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Profile:
    """``index`` is the place of the claim among all claims."""

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
    details: tuple[Figure, ...]
    """Numbers that only say who or what is meant: an age, "a three-month war"."""
    counts: Mapping[str, Count]
    counted: frozenset[str]
    """Stems of the lexicon's unit words in the claim: what may be counted in it."""
    quotes: tuple[Spoken, ...]
    dates: tuple[DateValue, ...]
    when: tuple[str, str] | None
    """First and last day (ISO) of what it tells, where it is dated."""
    published: tuple[str, str] | None
    """The day of its article, twice: what an undated telling is of, as a rule."""
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
    sole: Sole | None
    """What it tells that has one author only: who fired first, what caused the fire."""
    once: Once | None = None
    """What it tells and dates that happens once: when the ferry was built."""
    withdrawn: bool = False
    """It tells what an earlier version of the article itself had said."""
    wrong: tuple[Figure, ...] = ()
    """The figures in it that its own article takes back."""
    recants: tuple[Quantity, ...] | None = None
    """The figures that it says its own source got wrong; empty for the one told right before."""
    corrects: str = ""
    """The words of the claim whose figure it puts right: "the correct figure is 41" does not say of what."""
    aside: frozenset[str] = frozenset()
    """Classes that only say who or what is meant: "the ferry that *sank* had been checked in March"."""
    done: frozenset[str] = frozenset()
    """Stems of the verbs with which it says what is done, out of those of its classes."""
    clocks: tuple[Clock, ...] = ()
    """The times of day at which what it tells happened."""
    states: tuple[State, ...] = ()
    """In what state it says that something is: closed, released, up."""
    typed: bool = False
    """A statement that somebody typed: of what day it is, nobody has said."""
    then: bool = False
    """It tells of another time than the story's ("a year earlier")."""
    plan: bool | None = None
    """Whether it announces that something will be done or that it will not; None for no plan."""
    taken: Taken | None = None
    """Where somebody was taken or caught, where it says so of one place."""
    aged: tuple[tuple[str, float], ...] = ()
    """The persons whose age it gives, by name, and the age in years."""
    meant: frozenset[str] = frozenset()
    """Stems of what the pronoun means with which the claim opens."""
    term: Term | None = None
    """Until when it says that a thing stays shut, or when it is to be open again."""
    undated: Undated | None = None
    """What it tells beside the date of something it takes for known; None where its date dates all."""
    subject: str | None = None
    """Of a claim with a physical measure: the folded name or pronoun it is told of, where known."""

    @property
    def text(self) -> str:
        return self.claim.text

    @property
    def start(self) -> int:
        return self.claim.start

    @property
    def end(self) -> int:
        return self.claim.end
