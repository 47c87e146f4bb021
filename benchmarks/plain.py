"""What a plain program would make of a story: the baseline of the answer keys.

Claims of two articles are one fact where the idf-weighted cosine of their stems reaches a threshold;
facts are what hangs together by such pairs. Two claims of one fact conflict where each has a figure and
they share none. The threshold is the best of a few on these very stories, in the baseline's favour.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare.facts.similarity import Weights, cosine, stems, unit_vector
from factcheck.model import Comparison, Group, Quantity, Relation, Suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.truth import Story
    from factcheck.model import Claim

THRESHOLDS = (0.2, 0.3, 0.4, 0.5)


def plain(story: Story, threshold: float) -> Story:
    """The story with the baseline's comparison."""
    claims = story.analysis.claims
    bags = [stems(claim.text) for claim in claims]
    weights = Weights(bags)
    vectors = [unit_vector({stem: weights[stem] for stem in bag}) for bag in bags]
    pairs = [
        (i, j)
        for i in range(len(claims))
        for j in range(i)
        if claims[i].article != claims[j].article and cosine(vectors[i], vectors[j]) >= threshold
    ]
    apart = [(i, j) for i, j in pairs if _differ(claims[i], claims[j])]
    relations = tuple(
        Relation(claims[i].id, claims[j].id, "conflicts", "quantity", "another figure", 1.0) for i, j in apart
    )
    disputed = {n for pair in apart for n in pair}
    suggestions = tuple(
        Suggestion(claims[n].id, "conflicting", "another figure", (), 1.0, "sources")
        for n in sorted(disputed)
    )
    groups = tuple(_group(n, [claims[at] for at in row]) for n, row in enumerate(_joined(len(claims), pairs)))
    return replace(
        story, analysis=replace(story.analysis, comparison=Comparison(groups, relations, suggestions))
    )


def _differ(a: Claim, b: Claim) -> bool:
    ours, theirs = ({v.value for v in claim.values if isinstance(v, Quantity)} for claim in (a, b))
    return bool(ours and theirs and not ours & theirs)


def _joined(size: int, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    parent = list(range(size))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = n = parent[parent[n]]
        return n

    for i, j in pairs:
        parent[root(i)] = root(j)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for n in range(size):
        found[root(n)].append(n)
    return list(found.values())


def _group(number: int, claims: Sequence[Claim]) -> Group:
    articles = len({claim.article for claim in claims})
    said = tuple(
        dict.fromkeys(c.attribution.origin for c in claims if c.attribution and not c.attribution.vague)
    )
    named = tuple(name for name in said if name)
    return Group(f"g{number}", claims[0].text, tuple(c.id for c in claims), articles, articles, named)
