"""Comparing claims: one fact or not, what the difference is, who copies whom, what to propose.

:func:`compare` is pure: articles, their sentences, claims and a lexicon in, a
:class:`~factcheck.model.Comparison` out. Its steps, one module each:

``reader`` (claims cut into clauses and made ready) → ``candidates`` (pairs worth judging) →
``kinship`` (one fact?) → ``groups`` (verified union-find) → ``copies``, ``origins``,
``independence`` (who is a voice of its own) → ``relations`` (what two clauses are to each
other) → ``suggestions`` (claim by claim) → ``homes`` (one fact for each claim).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.compare.aspects.figures import composites
from factcheck.compare.facts.candidates import candidates
from factcheck.compare.facts.denials import rebuttals
from factcheck.compare.facts.groups import facts
from factcheck.compare.facts.homes import homes
from factcheck.compare.facts.kinship import THRESHOLD, Judge
from factcheck.compare.facts.similarity import ratio
from factcheck.compare.labels import label
from factcheck.compare.reading.reader import Reader
from factcheck.compare.relating.found import Found, one_each
from factcheck.compare.relating.relations import Relator
from factcheck.compare.relating.tolls import Tolls, falling
from factcheck.compare.silence import Silence, silent
from factcheck.compare.suggestions import Suggester
from factcheck.compare.voices.copies import CopiedSentence, article_links, copied_sentences
from factcheck.compare.voices.independence import clusters, independent
from factcheck.compare.voices.origins import Bodies, by_frequency, origins
from factcheck.model import Article, Claim, Comparison, Group, LexiconEntry, Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile

__all__ = ["Silence", "compare", "silent"]

TWINS = 0.55
"""How alike two claims in copied sentences must be to be the same copied words."""


def compare(
    articles: Sequence[Article],
    sentences: Mapping[str, Sequence[Sentence]],
    claims: Sequence[Claim],
    lexicon: Sequence[LexiconEntry],
) -> Comparison:
    """Group the claims by fact, relate them, and suggest a verdict for each.

    ``sentences`` is by article id. The result names claims by id and articles by their display id;
    groups stand with the largest dispute first.
    """
    place = {n: sentences.get(article.id, ()) for n, article in enumerate(articles)}
    profiles = Reader(lexicon).profiles(articles, sentences, claims, cut=True)
    judge = Judge(profiles, rebuttals(articles, place, profiles))
    pairs = list(candidates(profiles, judge.rebuttals))
    grouped = facts(len(profiles), pairs, judge.kin)
    copied = copied_sentences(articles, sentences)
    twins = _twins(profiles, articles, copied)
    group_of = _group_of(grouped, len(profiles))
    links = article_links(articles, sentences, copied, _order_of_facts(articles, profiles, group_of))
    named = origins(profiles, grouped, _by_claim(twins), Bodies(lexicon))
    growing = frozenset().union(*composites(lexicon).values())
    relator = Relator(
        articles, profiles, judge, named, twins, Tolls(articles, profiles, named, growing, falling(lexicon))
    )
    found = [f for members in grouped if len(members) > 1 for f in relator.within(members)]
    for a, b in _told_of_others(pairs, judge, group_of):
        found.extend(relator.between(grouped[a], grouped[b]))
    found = one_each(found, profiles)
    voices = {n: clusters(members, profiles, articles, twins, links) for n, members in enumerate(grouped)}
    suggester = Suggester(profiles, named, found, voices, group_of)
    ordered = homes([grouped[at] for at in _by_dispute(grouped, found, group_of)], profiles)
    return Comparison(
        groups=tuple(
            _group(n, members, profiles, named, clusters(members, profiles, articles, twins, links), articles)
            for n, members in enumerate(ordered, 1)
        ),
        relations=tuple(f.relation for f in found),
        suggestions=tuple(suggester.suggestion(number) for number in range(len(claims))),
        links=links,
    )


def _group(
    number: int,
    members: Sequence[int],
    profiles: Sequence[Profile],
    named: Sequence[str | None],
    cluster_of: Mapping[int, int],
    articles: Sequence[Article],
) -> Group:
    return Group(
        id=f"g{number}",
        label=label([profiles[n] for n in members]),
        claims=tuple(dict.fromkeys(profiles[n].claim.id for n in members)),
        articles=len({profiles[n].article for n in members}),
        independent=independent(cluster_of, articles),
        origins=by_frequency([named[n] for n in members]),
    )


def _group_of(grouped: Sequence[Sequence[int]], size: int) -> list[int]:
    found = [0] * size
    for at, members in enumerate(grouped):
        for n in members:
            found[n] = at
    return found


def _twins(
    profiles: Sequence[Profile], articles: Sequence[Article], copied: Sequence[CopiedSentence]
) -> dict[tuple[int, int], str]:
    """The pairs of claims that stand in copied sentences and are themselves the copied words."""
    place = {article.id: n for n, article in enumerate(articles)}
    held: defaultdict[tuple[int, int], list[Profile]] = defaultdict(list)
    for profile in profiles:
        held[profile.article, profile.sentence].append(profile)
    found = {}
    for pair in copied:
        for a in held[place[pair.a[0]], pair.a[1]]:
            for b in held[place[pair.b[0]], pair.b[1]]:
                if _same_words(a, b):
                    found[min(a.index, b.index), max(a.index, b.index)] = pair.shared
    return found


def _same_words(a: Profile, b: Profile) -> bool:
    """Like words, and the same figures where both have some: "nine … and four …" has two clauses alike."""
    told = [sorted(f.interval.headline for f in p.figures if not f.sum) for p in (a, b)]
    if told[0] and told[1] and told[0] != told[1] and (a.text != a.claim.text or b.text != b.claim.text):
        return False
    return ratio(a.stems, b.stems) >= TWINS


def _by_claim(twins: Mapping[tuple[int, int], str]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in twins:
        found[i].append(j)
        found[j].append(i)
    return found


def _order_of_facts(
    articles: Sequence[Article], profiles: Sequence[Profile], group_of: Sequence[int]
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {article.id: [] for article in articles}
    for profile in sorted(profiles, key=lambda p: (p.article, p.claim.start)):
        found[articles[profile.article].id].append(str(group_of[profile.index]))
    return found


def _told_of_others(
    pairs: Sequence[tuple[int, int]], judge: Judge, group_of: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs of groups that tell one event with another number of actors."""
    met: dict[tuple[int, int], None] = {}
    for i, j in pairs:
        kin = judge.kin(i, j)
        a, b = sorted((group_of[i], group_of[j]))
        if kin.bond == "count" and kin.score >= THRESHOLD and a != b:
            met[a, b] = None
    return sorted(met)


def _by_dispute(
    grouped: Sequence[Sequence[int]], found: Sequence[Found], group_of: Sequence[int]
) -> list[int]:
    """The groups in the order of their largest dispute, then of how many claims they have."""
    worst = [0.0] * len(grouped)
    for f in found:
        for n in (f.i, f.j):
            worst[group_of[n]] = max(worst[group_of[n]], f.weight if f.relation.kind == "conflicts" else 0.0)
    return sorted(range(len(grouped)), key=lambda at: (-worst[at], -len(grouped[at]), at))
