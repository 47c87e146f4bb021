"""How many voices of their own stand behind claims: copied text, one owner and reports passed on are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.voices.outlets import Outlets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article, Claim, Comparison


def voices_of(
    speaking: Sequence[tuple[str, str | None]],
    articles: Sequence[Article],
    claims: Sequence[Claim],
    found: Comparison,
) -> int:
    """The voices among ``(article, claim)`` pairs, the claim None for a sentence that is none.

    Articles are one voice where they have one owner, or where one is a copy of the other as a whole
    or in the claims at hand, or passes on there what the other reports.
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
    outlets = Outlets(articles, ())
    texts = {article.id: article.text for article in articles}
    for claim in claims:
        if claim.id in by_claim:
            named = outlets.articles(claim.attribution.origin) if claim.attribution else frozenset[int]()
            for n in named or outlets.cited(texts[claim.article][slice(*claim.sentence)]):
                if articles[n].id in first:
                    first[of(claim.article)] = of(articles[n].id)
    return len({of(article) for article in first})
