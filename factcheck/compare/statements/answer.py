"""What articles say of a statement: the places found, in order, and what is suggested of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from factcheck.compare import wording
from factcheck.compare.statements import saying as say
from factcheck.compare.statements.voices import voices_of
from factcheck.values.together import distinct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Article, Claim, Comparison, RelationOn

Kind = Literal["agrees", "conflicts", "updates", "differs", "near"]
Verdict = Literal["supported", "conflicting", "unsourced"]

RANK: tuple[Kind, ...] = ("conflicts", "agrees", "updates", "differs", "near")
MOST, NEAR = 60, 5
"""Pieces of evidence that are given, and those among them that only come near."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in an article, and what it is to the statement; ``claim`` is its id where it is one."""

    article: str
    start: int
    end: int
    relation: Kind
    on: RelationOn | None
    why: str
    score: float
    claim: str | None = None
    origin: str | None = None
    bears: float = 0.0
    """How much of the statement the sentence tells, 0..1; what tells most stands first."""
    part: str = ""
    """The id of the claim of the statement that it is held against, where it is not the whole of it."""
    lacks: str = ""
    """Of what backs the statement: the date that the statement gives and the place does not."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say of a statement. ``verdict`` None: a single source."""

    claim: str
    verdict: Verdict | None
    why: str
    score: float
    articles: int
    """Articles that speak for the verdict; ``voices`` counts copies and one owner once."""
    voices: int
    origins: tuple[str, ...]
    evidence: tuple[Finding, ...]
    in_part: str = ""
    """What nobody gives of a statement that is told for the rest: its day, or one fact of two."""


def answered(
    statement: str,
    articles: Sequence[Article],
    claims: Sequence[Claim],
    found: Comparison,
    evidence: Sequence[Finding],
    parts: Mapping[str, str],
) -> Answer:
    """The suggestion for a statement, from what every place is to it.

    ``parts`` are the words of the statement's claims by id, one for each fact that it tells.
    """
    ordered = sorted(evidence, key=_place)
    near = [one for one in ordered if one.relation == "near"][:NEAR]
    shown = [one for one in ordered if one.relation != "near"][: MOST - NEAR] + near
    against = [one for one in shown if one.relation == "conflicts"]
    backing = [one for one in shown if one.relation == "agrees"]
    full = [one for one in backing if not one.lacks]
    digests = {article.id for article in articles if article.kind == "digest"}
    speaking = [one for one in against or full or backing if one.article not in digests]
    heard = voices_of([(one.article, one.claim) for one in speaking], articles, claims, found)
    named = distinct([one.origin for one in speaking])
    count = len({one.article for one in speaking})
    score = max((one.score for one in speaking), default=0.0)
    blank = Answer(statement, None, "", score, count, heard, named, tuple(shown))
    if against:
        why = say.contradicted(count, len({one.article for one in backing}), against[0].why)
        return replace(blank, verdict="conflicting", why=why)
    if not heard:
        return replace(blank, verdict="unsourced", why=say.UNSOURCED + _after(shown), score=0.0)
    told = {one.part for one in backing}
    untold = "" if "" in told else next((text for name, text in parts.items() if name not in told), "")
    if untold:
        why = say.one_part(count, untold, named) + _after(shown)
        return replace(blank, why=why, in_part=untold)
    if not full:
        missing = speaking[0].lacks
        return replace(blank, why=say.in_part(count, missing, named) + _after(shown), in_part=missing)
    rest = {one.article for one in backing} - {one.article for one in full}
    more = say.without_date(len(rest), next((one.lacks for one in backing if one.lacks), ""))
    if heard > 1:
        why = say.backed(count, heard, named) + more + _after(shown)
        return replace(blank, verdict="supported", why=why)
    return replace(blank, why=say.single(count, named) + more + _after(shown))


def _place(one: Finding) -> tuple[int, bool, float, float, str, int]:
    """Where a finding stands: by what it is to the statement, then by how much of the statement it tells.

    A figure that may be of another thing never outranks what is told of the statement's own.
    """
    unsure = wording.PERHAPS in one.why
    return RANK.index(one.relation), unsure, -round(one.bears, 1), -one.score, one.article, one.start


def _after(shown: Sequence[Finding]) -> str:
    """What came before or after a state that the statement tells, where a text says so."""
    return next((f"; {one.why}" for one in shown if one.why.startswith(wording.SEQUENCE)), "")
