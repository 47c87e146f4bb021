"""Facts: the groups of a comparison, looked up from any side. A claim in no group is a fact of its own."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.records import dataclass
from factcheck.wording.words import flat, short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article, Claim, Comparison, Relation, Suggestion, VerdictName
    from factcheck.review.voices import Voice

DISPUTE_RANK = {"conflicting": 0, "supported": 1, None: 2, "unsourced": 3}
UNCOMPARED = 4
SUGGESTED_AT: tuple[VerdictName | None, ...] = ("conflicting", "supported", "left-open", "unsourced", None)
"""By rank, what is suggested for a fact: the weightiest of what is suggested for its mentions."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: the claims about it in the order of the texts, counted by article and by origin."""

    id: str
    label: str
    claims: tuple[str, ...]
    articles: int
    independent: int
    origins: tuple[str, ...]
    rank: int
    """0 disputed, 1 supported, 2 left open, 3 unsourced, 4 not compared."""
    score: float
    first: tuple[int, int]
    """Where it is told first: (index of the article, offset)."""


class Facts:
    """Claims, facts, relations and suggestions of one analysis; built once for each comparison."""

    def __init__(self, articles: Sequence[Article], claims: Sequence[Claim], comparison: Comparison) -> None:
        self.articles = tuple(articles)
        self.comparison = comparison
        self.order = {article.id: index for index, article in enumerate(articles)}
        self.claims = {claim.id: claim for claim in claims if claim.article in self.order}
        self.in_text = tuple(sorted(self.claims.values(), key=self.place))
        """All claims, article by article."""
        self.suggestions: dict[str, Suggestion] = {
            suggestion.claim: suggestion for suggestion in comparison.suggestions
        }
        self.facts = self._facts(comparison)
        self.fact_of = {claim: fact for fact in self.facts for claim in fact.claims}
        self.by_id = {fact.id: fact for fact in self.facts}
        self.rows: dict[str, tuple[Voice, ...]] = {}
        """By claim, the rows of its table that were made ahead."""

    def ready(self) -> Facts:
        """The same, with what else is made when it is first asked for: for a thread that has the time."""
        _ = self.by_article, self._relations
        return self

    def place(self, claim: Claim) -> tuple[int, int]:
        return self.order[claim.article], claim.start

    @cached_property
    def by_article(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = {article.id: [] for article in self.articles}
        for claim in self.in_text:
            found[claim.article].append(claim)
        return {article: tuple(claims) for article, claims in found.items()}

    @cached_property
    def _relations(self) -> dict[str, list[Relation]]:
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.comparison.relations:
            found[relation.a].append(relation)
            found[relation.b].append(relation)
        return found

    def relations(self, claim: str) -> dict[str, Relation]:
        """The relations of a claim by the other claim; a conflict outranks what else is said of a pair."""
        found: dict[str, Relation] = {}
        for relation in self._relations.get(claim, ()):
            other = relation.b if relation.a == claim else relation.a
            if other in self.claims and (other not in found or relation.kind == "conflicts"):
                found[other] = relation
        return found

    def _facts(self, comparison: Comparison) -> tuple[Fact, ...]:
        facts: list[Fact] = []
        grouped: set[str] = set()
        for group in comparison.groups:
            members = sorted((self.claims[c] for c in group.claims if c in self.claims), key=self.place)
            if not members:
                continue
            grouped.update(claim.id for claim in members)
            facts.append(
                self._fact(
                    group.id, flat(group.label), members, group.articles, group.independent, group.origins
                )
            )
        facts += [self._lone(claim) for claim in self.in_text if claim.id not in grouped]
        return tuple(sorted(facts, key=attrgetter("first")))

    def _lone(self, claim: Claim) -> Fact:
        """The fact of a claim that stands in no group: before a comparison there are thousands of them."""
        return Fact(
            id=claim.id,
            label=short(claim.text, 40),
            claims=(claim.id,),
            articles=1,
            independent=1,
            origins=(claim.attribution.origin,) if claim.attribution else (),
            rank=self._rank(claim),
            score=claim.score,
            first=self.place(claim),
        )

    def _rank(self, claim: Claim) -> int:
        suggestion = self.suggestions.get(claim.id)
        return UNCOMPARED if suggestion is None else DISPUTE_RANK[suggestion.verdict]

    def _fact(
        self,
        name: str,
        label: str,
        members: Sequence[Claim],
        articles: int,
        independent: int,
        origins: tuple[str, ...],
    ) -> Fact:
        return Fact(
            id=name,
            label=label[:1].upper() + label[1:],
            claims=tuple(claim.id for claim in members),
            articles=articles,
            independent=independent,
            origins=origins,
            rank=min(map(self._rank, members)),
            score=max(claim.score for claim in members),
            first=self.place(members[0]),
        )
