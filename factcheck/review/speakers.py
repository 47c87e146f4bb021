"""Who says a claim, where a reviewer has said so: their word over what the program read.

The latest word on a claim counts, whoever said it; an empty name says that nobody is named. The words
need not stand in the text, so the attribution begins and ends where the claim does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Analysis, Attribution
from factcheck.review.same import origin_of
from factcheck.wording.printed import PRONOUNS
from factcheck.wording.words import BY_HAND, flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.model import Claim
    from factcheck.review.facts import Facts
    from factcheck.review.state import State

Speaker = tuple[str, str]
"""A claim by id, and who says it; an empty name for nobody."""
KNOWN = 200
"""How many names are offered while one types."""


def words_on_speakers(analysis: Analysis, state: State) -> tuple[Speaker, ...]:
    """What people said of who says the claims that are there, in the order of the acts."""
    claims = {claim.id for claim in analysis.claims}
    said: dict[str, str] = {}
    for event in state.in_force("speaker"):
        claim = state.place(event.reviewer, event.claim or "")
        if claim in claims:
            said.pop(claim, None)
            said[claim] = flat(event.detail or "")
    return tuple(said.items())


def with_speakers(analysis: Analysis, said: Iterable[Speaker]) -> Analysis:
    """The analysis with these claimants in place of those that were read; it is not compared again."""
    named = dict(said)
    if not named:
        return analysis
    known = _by_name(analysis.claims)
    claims = tuple(
        replace(claim, attribution=_attribution(claim, named[claim.id], known))
        if claim.id in named
        else claim
        for claim in analysis.claims
    )
    origins = {c.id: c.attribution.origin if c.attribution else None for c in claims if c.id in named}
    told = tuple(
        replace(s, origin=origins[s.claim]) if s.claim in origins else s
        for s in analysis.comparison.suggestions
    )
    return replace(analysis, claims=claims, comparison=replace(analysis.comparison, suggestions=told))


def speaker(claim: Claim, facts: Facts) -> str:
    """Who says a claim as a reviewer would type it; empty where nobody is named."""
    said = claim.attribution
    if said is None or said.vague:
        return flat(origin_of(claim, facts) or "")
    words = flat(said.text)
    return words if words and words.casefold() not in PRONOUNS else flat(said.origin)


def known_speakers(facts: Facts) -> tuple[str, ...]:
    """The names that the session has for those who say something, the most frequent first."""
    count: dict[str, int] = {}
    for claim in facts.claims.values():
        for name in _names(claim):
            count[name] = count.get(name, 0) + 1
    return tuple(sorted(count, key=lambda name: -count[name])[:KNOWN])


def _attribution(claim: Claim, name: str, known: Mapping[str, Attribution]) -> Attribution | None:
    """A name that the session has stands for whom it stands there: "Berg" of the port for the port."""
    if not name:
        return None
    like = known.get(name.casefold())
    return Attribution(
        start=claim.start,
        end=claim.start,
        text=name,
        cue=BY_HAND,
        origin=like.origin if like else name,
        scope_start=claim.start,
        scope_end=claim.end,
        side=like.side if like else None,
        by=like.by if like else None,
    )


def _by_name(claims: Iterable[Claim]) -> dict[str, Attribution]:
    found: dict[str, Attribution] = {}
    for claim in claims:
        for name in _names(claim):
            if claim.attribution is not None:
                found.setdefault(name.casefold(), claim.attribution)
    return found


def _names(claim: Claim) -> Iterator[str]:
    said = claim.attribution
    if said is not None and not said.vague:
        names = (said.origin, said.by or "", said.text)
        yield from dict.fromkeys(n for name in names if (n := flat(name)) and n.casefold() not in PRONOUNS)
