"""Who does not mention a fact: what was looked for, and the nearest thing that stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.facts.similarity import Weights, cosine, stems, unit_vector
from factcheck.model import Article, Claim, Comparison, Entity, Group

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING_NEAR = 0.08


@dataclass(frozen=True, slots=True)
class Silence:
    """An article without a claim in a group. ``nearest`` is None where nothing comes near."""

    article: str
    looked_for: tuple[str, ...]
    nearest: Claim | None
    score: float
    why: str


def silent(
    comparison: Comparison, claims: Sequence[Claim], articles: Sequence[Article], group: Group
) -> tuple[Silence, ...]:
    """The articles that are silent on ``group``, in their order, each with its nearest miss."""
    members = {claim.id: claim for claim in claims if claim.id in set(group.claims)}
    spoken = {claim.article for claim in members.values()}
    lang = {article.id: article.lang for article in articles}
    bags = {claim.id: _bag(claim, lang.get(claim.article, "en")) for claim in claims}
    weights = Weights(bags.values())
    vectors = {name: unit_vector({f: weights[f] for f in bag}) for name, bag in bags.items()}
    looked_for = _looked_for(list(members.values()), weights)
    found = []
    for article in articles:
        if article.id in spoken:
            continue
        best: tuple[float, Claim | None] = (NOTHING_NEAR, None)
        for claim in claims:
            if claim.article == article.id:
                score = max((cosine(vectors[claim.id], vectors[m]) for m in members), default=0.0)
                if score > best[0]:
                    best = (score, claim)
        score, nearest = best
        why = wording.nearest_miss(", ".join(looked_for), nearest.text if nearest else None)
        found.append(Silence(article.id, looked_for, nearest, round(score if nearest else 0.0, 3), why))
    return tuple(found)


def _bag(claim: Claim, lang: str) -> list[str]:
    return [*stems(claim.text, lang), *(f"p:{name}" for name in claim.predicates)]


def _looked_for(members: Sequence[Claim], weights: Weights) -> tuple[str, ...]:
    """The classes and names the members have in common, most frequent first, at most five."""
    counts: dict[str, int] = {}
    for claim in members:
        names = {v.name for v in claim.values if isinstance(v, Entity)} | set(claim.predicates)
        for name in sorted(names):
            counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    if ranked:
        return tuple(ranked[:5])
    words = {stem for claim in members for stem in stems(claim.text)}
    return tuple(sorted(words, key=lambda stem: -weights[stem])[:5])
