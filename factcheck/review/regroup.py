"""Same fact, or not the same: what reviewers said of pairs of claims, applied to the groups.

The program's groups are the start; a tie joins the two claims' groups, a parting takes the first of
the two out, with what is nearer to it. The latest word on a pair counts, whoever said it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Group
from factcheck.parting import leaving
from factcheck.values.together import distinct
from factcheck.wording.words import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Analysis, Claim
    from factcheck.review.speakers import Speaker
    from factcheck.review.state import State


Word = tuple[str, str, bool]
"""Two claims by id, and whether they tell one fact. Of two that do not the first leaves the other's."""
SAID = 2.0
"""What a person's word that two claims tell one fact links them by: more than any relation, at most 1."""


def words_on_pairs(analysis: Analysis, state: State) -> tuple[Word, ...]:
    """What people said of pairs of the claims that are there, the latest word on each pair, in its order."""
    claims = {claim.id for claim in analysis.claims}
    said: dict[frozenset[str], tuple[str, str, bool]] = {}
    for event in state.in_force("tie"):
        a, b = (state.place(event.reviewer, claim or "") for claim in (event.claim, event.target))
        if a in claims and b in claims and a != b:
            said.pop(frozenset((a, b)), None)
            said[frozenset((a, b))] = (a, b, event.detail == "same")
    return tuple(said.values())


def regrouped(analysis: Analysis, said: Sequence[Word], speakers: Sequence[Speaker] = ()) -> Analysis:
    """The analysis with its groups as people tied and parted them; its relations stay as they were.

    The origins of a group are counted again where people named who says one of its claims.
    """
    if not said and not speakers:
        return analysis
    claims = {claim.id: claim for claim in analysis.claims}
    groups = {group.id: group for group in analysis.comparison.groups}
    of = {claim: group.id for group in groups.values() for claim in group.claims}
    changed = {of[claim] for claim, _ in speakers if claim in of}
    links = {frozenset((each.a, each.b)): each.score for each in analysis.comparison.relations}
    links |= {frozenset((a, b)): SAID for a, b, same in said if same}
    for a, b, same in said:
        changed |= _tie(groups, of, claims, a, b) if same else _part(groups, of, claims, a, b, links)
    order = {claim.id: index for index, claim in enumerate(analysis.claims)}
    counted = tuple(
        _counted(group, analysis, claims, order) if group.id in changed else group
        for group in groups.values()
        if group.claims
    )
    return replace(analysis, comparison=replace(analysis.comparison, groups=counted))


def _tie(
    groups: dict[str, Group], of: dict[str, str], claims: Mapping[str, Claim], a: str, b: str
) -> set[str]:
    into, other = _own(groups, of, claims, a), _own(groups, of, claims, b)
    if into == other:
        return set()
    moved = groups[other].claims
    groups[into] = replace(groups[into], claims=(*groups[into].claims, *moved))
    groups[other] = replace(groups[other], claims=())
    of.update(dict.fromkeys(moved, into))
    return {into}


def _part(
    groups: dict[str, Group],
    of: dict[str, str],
    claims: Mapping[str, Claim],
    a: str,
    b: str,
    links: Mapping[frozenset[str], float],
) -> set[str]:
    if a not in of or of[a] != of.get(b):
        return set()
    left = of[a]
    members = groups[left].claims
    gone = leaving(members, a, b, lambda m, n: links.get(frozenset((m, n)), 0.0))
    groups[left] = replace(groups[left], claims=tuple(c for c in members if c not in gone))
    for claim in gone:
        del of[claim]
    new = _own(groups, of, claims, a)
    groups[new] = replace(groups[new], claims=tuple(c for c in members if c in gone))
    of.update(dict.fromkeys(gone, new))
    return {left, new}


def _own(groups: dict[str, Group], of: dict[str, str], claims: Mapping[str, Claim], claim: str) -> str:
    """The group of a claim; a new one of its own where it has none."""
    if claim not in of:
        name = f"h{claim}"
        groups[name] = Group(name, short(claims[claim].text, 40), (claim,), 1, 1)
        of[claim] = name
    return of[claim]


def _counted(
    group: Group, analysis: Analysis, claims: Mapping[str, Claim], order: Mapping[str, int]
) -> Group:
    members = sorted((c for c in group.claims if c in claims), key=order.__getitem__)
    articles = dict.fromkeys(claims[c].article for c in members)
    by_claim = {suggestion.claim: suggestion.origin for suggestion in analysis.comparison.suggestions}
    origins = distinct([by_claim.get(c) or _origin(claims[c]) for c in members])
    digests = {article.id for article in analysis.articles if article.kind == "digest"}
    return replace(
        group,
        claims=tuple(members),
        articles=len(articles),
        independent=_independent([a for a in articles if a not in digests], analysis),
        origins=origins,
    )


def _origin(claim: Claim) -> str | None:
    return claim.attribution.origin if claim.attribution and not claim.attribution.vague else None


def _independent(articles: Iterable[str], analysis: Analysis) -> int:
    """How many of the articles neither share text with another of them nor its owner."""
    cluster = {article: article for article in articles}
    for link in analysis.comparison.links:
        if link.of in cluster and link.to in cluster:
            old, new = cluster[link.of], cluster[link.to]
            cluster = {article: new if name == old else name for article, name in cluster.items()}
    return len(set(cluster.values()))
