"""Which articles speak with one voice on a fact: copied text, one owner, whole copied articles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.facts.groups import Union
from factcheck.compare.relating.carried import prints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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


class Copied:
    """Whether what two articles have in common on a fact is copied, value by value.

    An article may copy a sentence and tell another thing of the fact in its own words: a figure that is in no
    copied sentence of the two is not copied. ``linked`` joins the articles of a fact on all other grounds.
    """

    def __init__(
        self,
        profiles: Sequence[Profile],
        groups: Sequence[Sequence[int]],
        twins: Mapping[int, Sequence[int]],
        linked: Callable[[int], Mapping[int, int]],
    ) -> None:
        """``twins`` are copied claims, by claim; ``linked`` gives by group its articles with their voice."""
        self._profiles = profiles
        self._groups = groups
        self._twins = twins
        self._linked = lru_cache(maxsize=None)(linked)
        self._copying = lru_cache(maxsize=20_000)(self._in_copied_words)

    def __call__(self, group: int, article: int, other: int, value: str) -> bool:
        """Whether ``value`` is copied, or the two articles are one voice whatever they tell."""
        voice = self._linked(group)
        if voice[article] == voice[other]:
            return True
        return {article, other} <= self._copying(group, value)

    def _in_copied_words(self, group: int, value: str) -> frozenset[int]:
        """The articles of a fact that give a value in words copied by one that gives it, too."""
        told = {n for n in self._groups[group] if prints(self._profiles[n].text, value)}
        copying = (n for n in told if any(twin in told for twin in self._twins.get(n, ())))
        return frozenset(self._profiles[n].article for n in copying)


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
