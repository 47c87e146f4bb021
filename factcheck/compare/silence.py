"""Who does not mention a fact: what was looked for, and the nearest thing that stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.facts.meanings import WordPair, told
from factcheck.compare.facts.nearest import Nearest
from factcheck.compare.facts.passages import unclaimed
from factcheck.compare.looking import looked_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.facts.meanings import Meanings
    from factcheck.model import Article, Claim, Comparison, Group

NOTHING_NEAR = 0.08
"""Below this likeness nothing is near; nor is what shares but one word with the fact."""


@dataclass(frozen=True, slots=True)
class Silence:
    """An article without a claim in a group. ``nearest`` is None where nothing comes near.

    It may be a passage in which no rule found a claim: its id is ``NO_CLAIM`` then.

    ``pairs`` are words of the fact and of the nearest miss that are near in meaning, where a model of
    meanings was asked.
    """

    article: str
    looked_for: tuple[str, ...]
    nearest: Claim | None
    score: float
    why: str
    pairs: tuple[WordPair, ...] = ()
    shared: tuple[str, ...] = ()
    """What the nearest miss has in common with the fact, as it prints it."""


def silent(
    claims: Sequence[Claim],
    articles: Sequence[Article],
    group: Group,
    meanings: Meanings | None = None,
    nearest: Nearest | None = None,
) -> tuple[Silence, ...]:
    """The articles that are silent on ``group``, in their order, each with its nearest miss.

    ``nearest`` holds these very claims, and what stands in none, ready where several facts are asked for;
    else it is made here.
    """
    named = set(group.claims)
    members = {claim.id: claim for claim in claims if claim.id in named}
    spoken = {claim.article for claim in members.values()}
    quiet = [article for article in articles if article.id not in spoken]
    if not quiet:
        return ()
    ready = nearest or Nearest(claims, articles, meanings, unclaimed(claims, articles))
    wanted = looked_for(list(members.values()), ready.weights, {a.id: a.lang for a in articles})
    place = {article.id: n for n, article in enumerate(articles)}
    misses = ready.misses(members, {article.id for article in quiet}, NOTHING_NEAR, telling=True)
    found = []
    for article in quiet:
        miss = misses.get(article.id)
        why = wording.nearest_miss(
            ", ".join(wanted),
            miss.claim.text if miss else None,
            told(miss.pairs) if miss else "",
            wording.letter(place[article.id]),
            miss.shared if miss else (),
        )
        if miss is None:
            found.append(Silence(article.id, wanted, None, 0.0, why))
        else:
            found.append(
                Silence(article.id, wanted, miss.claim, round(miss.score, 3), why, miss.pairs, miss.shared)
            )
    return tuple(found)


def silences(
    comparison: Comparison,
    claims: Sequence[Claim],
    articles: Sequence[Article],
    meanings: Meanings | None = None,
) -> dict[str, tuple[Silence, ...]]:
    """By group, of each that more than one article tells: the articles that are silent on it."""
    nearest = Nearest(claims, articles, meanings, unclaimed(claims, articles))
    shared = [group for group in comparison.groups if group.articles > 1]
    found = {group.id: silent(claims, articles, group, nearest=nearest) for group in shared}
    return {group: quiet for group, quiet in found.items() if quiet}
