"""Comparing claims: one fact or not, what the difference is, who copies whom, what to propose.

:func:`compare` is pure: articles, their sentences, claims and a lexicon in, a
:class:`~factcheck.model.Comparison` out. Its steps, one module each:

``reader`` (claims made ready) → ``candidates`` (pairs worth judging) →
``kinship`` (one fact?) → ``groups`` (verified union-find) → ``aligned`` (best matches) →
``copies``, ``origins``, ``independence`` (who is a voice of its own) → ``relations`` (what two
claims are to each other) → ``suggestions`` (claim by claim).
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.aspects import figure_pairs
from factcheck.compare.aspects.anaphora import taken_up
from factcheck.compare.aspects.classes import composites
from factcheck.compare.facts.alike import LARGE
from factcheck.compare.facts.answers import answers
from factcheck.compare.facts.denials import rebuttals
from factcheck.compare.facts.grouping import group, with_best_matches
from factcheck.compare.facts.juxtaposed import juxtaposed
from factcheck.compare.facts.kinship import THRESHOLD, Judge
from factcheck.compare.facts.said import Said, as_said
from factcheck.compare.facts.settled import settled
from factcheck.compare.facts.similarity import ratio
from factcheck.compare.labels import label
from factcheck.compare.linking.comparing import linked
from factcheck.compare.reading.reader import Reader
from factcheck.compare.relating.carried import carried
from factcheck.compare.relating.cells import Cells, said_of_all
from factcheck.compare.relating.found import Found, one_each
from factcheck.compare.relating.ground import Ground
from factcheck.compare.relating.relations import Relator
from factcheck.compare.relating.tolls import Tolls, falling
from factcheck.compare.suggestions import Suggester
from factcheck.compare.voices.copies import CopiedSentence, article_links, copied_sentences
from factcheck.compare.voices.independence import Copied, clusters, independent
from factcheck.compare.voices.origins import Bodies, origins
from factcheck.compare.voices.outlets import Outlets, credited, passed_on
from factcheck.memory import no_search_for_cycles
from factcheck.model import Article, Claim, Comparison, Group, LexiconEntry, Sentence
from factcheck.values.together import distinct

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile

MANY = 50_000
"""Up to so many claims are compared clause by clause; no session has more, and a scan may."""
READ, JUDGED, MATCHED, RELATED, STEPS = 40, 65, 75, 90, 100
"""How far a comparison is once the claims are read, the pairs judged, the best matches found, the claims of a
fact related, of so many steps in all: shares of the time that the shipped texts took."""
TWINS = 0.55
"""How alike two claims in copied sentences must be to be the same copied words."""


@no_search_for_cycles()
def compare(
    articles: Sequence[Article],
    sentences: Mapping[str, Sequence[Sentence]],
    claims: Sequence[Claim],
    lexicon: Sequence[LexiconEntry],
    said: Sequence[Said] = (),
    nobody: Collection[str] = (),
    tell: Callable[[int, int], None] = lambda _done, _steps: None,
) -> Comparison:
    """Group the claims by fact, relate them, and suggest a verdict for each.

    ``sentences`` is by article id; ``said`` is what people said of pairs of claims, the latest last;
    ``nobody`` are claims that have no origin, not even one of another mention, because people said so.
    ``tell`` hears how many steps of how many are done, and may raise to end it. The result names claims by
    id and articles by their display id; groups stand with the largest dispute first.
    More than ``MANY`` claims of which nobody has said anything are compared by
    :mod:`factcheck.compare.linking`, which leaves out what its docstring says.
    """
    tell(0, STEPS)
    if len(claims) > MANY and not said:
        return linked(articles, claims)
    figure_pairs.forget()
    place = {n: sentences.get(article.id, ()) for n, article in enumerate(articles)}
    profiles, answered = answers(Reader(lexicon).profiles(articles, sentences, claims))
    said_by_text = rebuttals(articles, place, profiles) | juxtaposed(profiles)
    judge = Judge(profiles, said_by_text | taken_up(profiles), answered)
    pairs, grouped = group(
        profiles,
        judge.kin,
        judge.told,
        lambda done, pairs: tell(READ + (JUDGED - READ) * done // pairs, STEPS),
    )
    tell(JUDGED, STEPS)
    grouped = with_best_matches(profiles, judge, pairs, grouped)
    tell(MATCHED, STEPS)
    grouped = as_said(grouped, profiles, judge, said)
    copied = copied_sentences(articles, sentences)
    twins = _twins(profiles, articles, copied)
    group_of = _group_of(grouped, len(profiles))
    outlets = Outlets(articles, lexicon)
    order = _order_of_facts(articles, profiles, group_of)
    links = (*article_links(articles, sentences, copied, order), *credited(articles, outlets))
    copies = _by_claim(twins)
    passed = passed_on(profiles, articles, outlets)
    unsaid = frozenset(profile.index for profile in profiles if profile.claim.id in nobody)
    named = origins(profiles, grouped, copies, Bodies(lexicon), outlets, unsaid, judge.tied)
    growing = frozenset().union(*composites(lexicon).values())
    tolls = Tolls(articles, profiles, named, growing, falling(lexicon))
    relator = Relator(Ground(articles, profiles, judge, named, twins, tolls, settled(profiles)))
    cells = Cells(grouped, profiles, named, tolls.dated) if len(profiles) >= LARGE else None
    found = _related(grouped, relator, cells, twins, _told_of_others(pairs, judge, group_of))
    tell(RELATED, STEPS)
    shown = [f for f in found if relator.speaks(f)]
    voices = [clusters(members, profiles, articles, copies, links, passed) for members in grouped]
    copied_value = Copied(
        profiles, grouped, copies, lambda at: clusters(grouped[at], profiles, articles, {}, links, passed)
    )
    ordered = _by_dispute(grouped, shown, group_of)
    disputed = {(f.i, f.j) for f in shown if (f.relation.kind, f.relation.on) == ("conflicts", "quantity")}
    return Comparison(
        groups=tuple(
            _group(n, grouped[at], profiles, named, voices[at], articles, disputed)
            for n, at in enumerate(ordered, 1)
        ),
        relations=(*(f.relation for f in shown), *(said_of_all(found, cells, profiles) if cells else ())),
        suggestions=Suggester(
            profiles, named, found, voices, group_of, copied_value, cells, judge.tied if said else None
        ).suggestions(),
        links=links,
    )


def _related(
    grouped: Sequence[Sequence[int]],
    relator: Relator,
    cells: Cells | None,
    twins: Mapping[tuple[int, int], str],
    of_others: Sequence[tuple[int, int]],
) -> list[Found]:
    """The relations inside each group, and between the pairs of groups ``of_others``."""
    found = [
        f
        for at, members in enumerate(grouped)
        if len(members) > 1
        for f in relator.within(members, None if cells is None else cells.pairs(at, twins))
    ]
    for a, b in of_others:
        found.extend(relator.between(grouped[a], grouped[b]))
    found.extend(relator.answers())
    if cells is None:
        found.extend([f for members in grouped for f in relator.through_a_third(members, found)])
        return one_each(carried(one_each(found), relator.ground))
    return one_each(found)


def _group(
    number: int,
    members: Sequence[int],
    profiles: Sequence[Profile],
    named: Sequence[str | None],
    cluster_of: Mapping[int, int],
    articles: Sequence[Article],
    disputed: Collection[tuple[int, int]],
) -> Group:
    return Group(
        id=f"g{number}",
        label=label([profiles[n] for n in members], [article.text for article in articles], disputed),
        claims=tuple(profiles[n].claim.id for n in members),
        articles=len({profiles[n].article for n in members}),
        independent=independent(cluster_of, articles),
        origins=distinct([named[n] for n in members]),
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
    held: defaultdict[tuple[str, int], list[Profile]] = defaultdict(list)
    for profile in profiles:
        held[articles[profile.article].id, profile.sentence].append(profile)
    told = {at: ([p.index for p in row], tuple([p.stems for p in row])) for at, row in held.items()}
    found = {}
    for one, two, _, shared in copied:
        row, other = told.get(one), told.get(two)
        if row and other:
            for m, n in _alike(row[1], other[1]):
                i, j = row[0][m], other[0][n]
                found[(i, j) if i < j else (j, i)] = shared
    return found


@lru_cache(maxsize=20_000)
def _alike(row: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Which claims of two sentences, by their stems, are the same copied words."""
    return tuple(
        (m, n)
        for m, a in enumerate(row)
        for n, b in enumerate(other)
        if ratio(a, b) >= TWINS and (_nearest(a, other) == n or _nearest(b, row) == m)
    )


def _nearest(own: str, row: Sequence[str]) -> int:
    """Of the claims of one sentence the one with the likest words: "nine guards and four pilots" has two."""
    return max(range(len(row)), key=lambda n: ratio(own, row[n]))


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
