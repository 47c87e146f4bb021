"""A made-up session of any size: articles of nonsense words, claims, groups, relations, suggestions."""

from __future__ import annotations

import random
from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.model import (
    Analysis,
    Article,
    Claim,
    Comparison,
    Group,
    Relation,
    SuggestedVerdict,
    Suggestion,
    claim_id,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

SPAN = 50
"""About how many characters a claim has."""


def texts(articles: int, words: int, seed: int = 7) -> list[str]:
    """Plain prose-like texts: paragraphs of 40 to 110 words in sentences of 14."""
    rng = random.Random(seed)
    lexicon = ["".join(rng.choices("aeioubcdfglmnprst", k=rng.randint(2, 9))) for _ in range(3_000)]
    return [_text(rng, lexicon, words) for _ in range(articles)]


def _text(rng: random.Random, lexicon: Sequence[str], words: int) -> str:
    paragraphs: list[str] = []
    while words > 0:
        size = min(rng.randint(40, 110), words)
        chosen = rng.choices(lexicon, k=size)
        for at in range(0, size, 14):
            chosen[at] = chosen[at].capitalize()
        for at in range(13, size, 14):
            chosen[at] += "."
        paragraphs.append(" ".join(chosen) + ".")
        words -= size
    return "\n\n".join(paragraphs) + "\n"


def make_article(index: int, text: str) -> Article:
    digest = sha256(text.encode()).hexdigest()
    return Article(f"a{index + 1}", f"{index}.txt", f"Title {index}", f"Source {index}", text, digest, digest)


def analysis_of(articles: Sequence[Article], claims: int, seed: int = 7) -> Analysis:
    """``claims`` claims in each article; those at like places make up a fact, with relations."""
    rng = random.Random(seed)
    places: dict[int, list[Claim]] = defaultdict(list)
    found: list[Claim] = []
    for article in articles:
        step = len(article.text) // claims
        for number in range(claims):
            claim = _claim(article, number * step)
            if claim is not None:
                found.append(claim)
                places[number // 3].append(claim)
    return Analysis(tuple(articles), tuple(found), _comparison(rng, list(places.values())))


def _claim(article: Article, near: int) -> Claim | None:
    start = article.text.find(" ", near) + 1
    end = article.text.find(" ", start + SPAN)
    text = article.text[start:end]
    if start <= 0 or end < 0 or "\n" in text:
        return None
    identity = claim_id(article.text_sha256, start, end)
    return Claim(identity, article.id, start, end, text, (start, end), ("made-up",), 0.5)


def _comparison(rng: random.Random, facts: Sequence[Sequence[Claim]]) -> Comparison:
    groups: list[Group] = []
    relations: list[Relation] = []
    suggestions: list[Suggestion] = []
    verdicts: list[SuggestedVerdict | None] = ["supported", "conflicting", "unsourced", None]
    for number, members in enumerate(facts):
        articles = len({claim.article for claim in members})
        ids = tuple(claim.id for claim in members)
        groups.append(Group(f"g{number}", f"fact {number}", ids, articles, 2, ("one", "two")))
        verdict = rng.choice(verdicts)
        for other in members[1:8]:
            kind = rng.choice(("agrees", "conflicts"))
            why = "this (one) against that (two)"
            relations.append(
                Relation(
                    members[0].id, other.id, "agrees" if kind == "agrees" else "conflicts", "count", why, 0.9
                )
            )
        suggestions += [Suggestion(claim, verdict, "a made-up reason", ids[1:3], 0.8) for claim in ids]
    return Comparison(tuple(groups), tuple(relations), tuple(suggestions))
