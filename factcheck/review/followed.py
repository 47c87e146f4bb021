"""What came of comparing again beside what somebody had just said: facts, suggestions, own verdicts.

Whoever brings in one claim, or joins two, sees those; that others left or joined a fact for it is told here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.review.filters import DIFFERS
from factcheck.wording.words import WORDS, count, suggested_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.model import Claim, Mark, VerdictName
    from factcheck.review.facts import Facts
    from factcheck.review.regroup import Word
    from factcheck.review.speakers import Speaker

    Cite = Callable[[Claim], str]

NAMED = 6
"""Claims that are named of those that one thing is told of."""
TOLD = 3
"""Moves between facts that are told one by one."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A session in which nothing waits to be compared; ``differing`` are own verdicts against suggestions."""

    facts: Facts
    said: frozenset[Word]
    speakers: frozenset[Speaker]
    differing: tuple[str, ...]


def followed(before: Settled, now: Settled, marks: Mapping[str, Mark], cite: Cite) -> str:
    """What changed for claims that nobody has said anything of meanwhile; empty where nothing did."""
    touched = {claim for a, b, _ in before.said ^ now.said for claim in (a, b)}
    touched |= {claim for claim, _ in before.speakers ^ now.speakers}
    others = [c for c in now.facts.in_text if c.id in before.facts.claims and c.id not in touched]
    turned = [c for c in now.differing if c not in before.differing and c not in touched]
    told = [turned_words(turned, now.facts, marks, cite), *_moves(others, before.facts, now.facts, cite)]
    fresh = [c for c in others if _suggested(c, before.facts) != _suggested(c, now.facts)]
    if fresh:
        told.append(f"{count(len(fresh), 'suggestion')} changed: {_cites(fresh, cite)}")
    return "; ".join(filter(None, told))


def turned_words(turned: Sequence[str], facts: Facts, marks: Mapping[str, Mark], cite: Cite) -> str:
    """That own verdicts differ from their suggestions now, and did not before; empty where there are none."""
    claims = [facts.claims[claim] for claim in turned]
    if len(claims) == 1 and (verdict := marks[turned[0]].verdict) and (to := _suggested(claims[0], facts)):
        return f"{cite(claims[0])} is judged {WORDS[verdict]}, suggested {WORDS[to]} now"
    if not claims:
        return ""
    verdicts = count(len(claims), "verdict of yours now differs", "verdicts of yours now differ")
    return f"{verdicts} from what is suggested ({_cites(claims, cite)}; f: {DIFFERS})"


def _moves(others: Sequence[Claim], before: Facts, now: Facts, cite: Cite) -> list[str]:
    """Which claims left or joined the most of a fact, in the order of the texts."""
    pieces: dict[tuple[str, str], list[Claim]] = {}
    for claim in others:
        way = before.fact_of[claim.id].id, now.fact_of[claim.id].id
        pieces.setdefault(way, []).append(claim)
    # Of what was one fact, and of what is one now, the largest piece stays; of two like ones the first.
    stays: dict[str, list[Claim]] = {}
    gets: dict[str, list[Claim]] = {}
    for (old, new), piece in pieces.items():
        stays[old] = max(stays.get(old, piece), piece, key=len)
        gets[new] = max(gets.get(new, piece), piece, key=len)
    told = []
    for (old, new), piece in pieces.items():
        left, joined = stays[old] is not piece, gets[new] is not piece
        one, source, target = len(piece) == 1, cite(stays[old][0]), cite(gets[new][0])
        if left and joined:
            how = f"left {source} and joined {target}"
        elif left:
            how = f"now {'stands' if one else 'stand'} apart from {source}"
        elif joined:
            how = f"joined {target}"
        else:
            continue
        told.append(f"{_cites(piece, cite)} {how}")
    more = [f"{len(told) - TOLD} more changes of facts"] if len(told) > TOLD + 1 else []
    return [*told[: TOLD + (not more)], *more]


def _suggested(claim: Claim, facts: Facts) -> VerdictName | None:
    return suggested_name(facts.suggestions.get(claim.id))


def _cites(claims: Sequence[Claim], cite: Cite) -> str:
    return " ".join([*map(cite, claims[:NAMED]), *["…"] * (len(claims) > NAMED)])
