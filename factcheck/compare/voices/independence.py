"""Which articles speak with one voice on a fact: copied text, one owner, whole copied articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.facts.groups import Union

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Article, ArticleLink


def clusters(
    members: Sequence[int],
    profiles: Sequence[Profile],
    articles: Sequence[Article],
    twins: Mapping[int, Sequence[int]],
    links: Sequence[ArticleLink],
    passed: Mapping[int, frozenset[int]],
) -> dict[int, int]:
    """For each article with a member, the copy cluster it belongs to for this fact; ``twins`` by clause.

    Two articles are one cluster when a claim of the one is copied text of a claim of the other,
    when one is a copy of the other as a whole, when they have one owner, or when all that the one says of
    the fact with a name behind it is passed on from the other (``passed``, by clause). A proposed rewrite
    is a proposal and joins nothing, and a digest that copies two articles does not make them one.
    """
    held = sorted({profiles[n].article for n in members})
    if len(held) == 1:
        return {held[0]: 0}
    union = Union(len(held))
    at = {article: n for n, article in enumerate(held)}
    place = {article.id: n for n, article in enumerate(articles)} if links and len(held) > 1 else {}
    for link in links if place else ():
        of, to = at.get(place[link.of]), at.get(place[link.to])
        if link.kind != "rewrite" and of is not None and to is not None:
            union.join(of, to)
    inside = set(members)
    for i in sorted(members):
        for j in sorted(twins.get(i, ())):
            if i < j and j in inside and not (profiles[i].digest or profiles[j].digest):
                union.join(at[profiles[i].article], at[profiles[j].article])
    for article, others in _passing_on(members, profiles, passed).items():
        for other in others & at.keys():
            union.join(at[article], at[other])
    return {article: union.find(n) for article, n in at.items()}


def _passing_on(
    members: Sequence[int], profiles: Sequence[Profile], passed: Mapping[int, frozenset[int]]
) -> dict[int, frozenset[int]]:
    """The articles that have the fact from others alone, each with those others; digests are no links."""
    found: dict[int, frozenset[int]] = {}
    for n in members:
        if n in passed and not profiles[n].digest:
            found[profiles[n].article] = found.get(profiles[n].article, frozenset()) | passed[n]
    for n in members if found else ():
        if profiles[n].origin is not None and n not in passed:
            found.pop(profiles[n].article, None)
    return found


def independent(cluster_of: Mapping[int, int], articles: Sequence[Article]) -> int:
    """How many voices that is; digests have none of their own."""
    return len({cluster for article, cluster in cluster_of.items() if articles[article].kind != "digest"})
