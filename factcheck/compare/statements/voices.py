"""How many voices of their own stand behind claims: copied text and one owner are one voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article, Comparison


def voices_of(
    speaking: Sequence[tuple[str, str | None]], articles: Sequence[Article], found: Comparison
) -> int:
    """The voices among ``(article, claim)`` pairs, the claim None for a sentence that is none.

    Articles are one voice where they have one owner, or where one is a copy of the other as a whole
    or in the claims at hand.
    """
    first = {article: article for article, _ in speaking}

    def of(article: str) -> str:
        while first[article] != article:
            article = first[article]
        return article

    owner_of = {article.id: article.owner for article in articles}
    seen: dict[str, str] = {}
    for article in first:
        owner = owner_of.get(article)
        if owner:
            first[of(article)] = of(seen.setdefault(owner, article))
    by_claim = {claim: article for article, claim in speaking if claim}
    for relation in found.relations:
        if relation.kind == "copies" and relation.a in by_claim and relation.b in by_claim:
            first[of(by_claim[relation.a])] = of(by_claim[relation.b])
    for link in found.links:
        if link.kind in ("copies", "same owner") and link.of in first and link.to in first:
            first[of(link.of)] = of(link.to)
    return len({of(article) for article in first})
