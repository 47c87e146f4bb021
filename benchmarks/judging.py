"""How claims are held against an answer key.

A claim matches a statement when they overlap by at least half of the shorter of the two. A claim
that matches no statement is noise; one that touches page furniture is counted apart as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.truth import Entry, Gathering, Pair, Story
    from factcheck.model import Claim

ENOUGH = 0.5
"""Of the shorter of claim and statement."""


@dataclass(frozen=True, slots=True)
class Extraction:
    statements: int
    found: int
    claims: int
    matches: int
    noise: tuple[Claim, ...]
    furniture: tuple[Claim, ...]
    missed: tuple[Entry, ...]
    unmarked: tuple[Entry, ...]
    """Page furniture of the key that is not marked as such."""
    hidden: tuple[Entry, ...]
    """Statements of the key that are marked as furniture."""

    @property
    def recall(self) -> float:
        return self.found / self.statements

    @property
    def claims_per_statement(self) -> float:
        """Mean number of claims that match a statement, over the statements that any claim matches."""
        return self.matches / self.found if self.found else 0.0

    @property
    def noise_share(self) -> float:
        return len(self.noise) / self.claims if self.claims else 0.0


@dataclass(frozen=True, slots=True)
class Held:
    """One expectation of the key, whether it holds, and what was seen instead where it does not.

    ``known`` is the limit under which the key lists it as known not to hold.
    """

    id: str
    label: str
    holds: bool
    seen: str = ""
    known: str | None = None

    @property
    def is_surprise(self) -> bool:
        """It does not hold and nobody said so, or it holds and the key still says that it does not."""
        return self.holds == (self.known is not None)


def overlaps(claim: Claim, entry: Entry) -> bool:
    if claim.article != entry.article:
        return False
    shared = min(claim.end, entry.end) - max(claim.start, entry.start)
    return shared >= ENOUGH * min(claim.end - claim.start, entry.end - entry.start)


def matching(story: Story, statement: str) -> tuple[Claim, ...]:
    entry = story.truth.statements[statement]
    return tuple(claim for claim in story.analysis.claims if overlaps(claim, entry))


def judge_extraction(story: Story) -> Extraction:
    claims, statements = story.analysis.claims, tuple(story.truth.statements.values())
    counts = [sum(overlaps(claim, entry) for claim in claims) for entry in statements]
    return Extraction(
        statements=len(statements),
        found=sum(count > 0 for count in counts),
        claims=len(claims),
        matches=sum(counts),
        noise=tuple(c for c in claims if not any(overlaps(c, entry) for entry in statements)),
        furniture=tuple(claim for claim in claims if _on_furniture(story, claim)),
        missed=tuple(entry for entry, count in zip(statements, counts, strict=True) if not count),
        unmarked=tuple(
            e for e in story.truth.nothing if "furniture" in e.flags and not _is_marked(story, e, e.end)
        ),
        hidden=tuple(entry for entry in statements if _is_marked(story, entry, entry.start + 1)),
    )


def _is_marked(story: Story, entry: Entry, until: int) -> bool:
    """Furniture covers the entry from its beginning to ``until``."""
    return any(
        span.start <= entry.start and until <= span.end
        for article in story.analysis.articles
        if article.id == entry.article
        for span in article.furniture
    )


def _on_furniture(story: Story, claim: Claim) -> bool:
    spans = [
        (span.start, span.end)
        for article in story.analysis.articles
        if article.id == claim.article
        for span in article.furniture
    ]
    spans += [
        (entry.start, entry.end)
        for entry in story.truth.nothing
        if entry.article == claim.article and "furniture" in entry.flags
    ]
    return any(claim.start < end and start < claim.end for start, end in spans)


def judge_comparison(story: Story) -> dict[str, list[Held]]:
    """Every expectation of the key, by sort."""
    truth = story.truth
    return {
        "conflicts": [_conflict(story, pair) for pair in truth.conflicts],
        "same fact": [_gathered(story, gathering) for gathering in truth.same_fact],
        "no conflict": [_peace(story, pair) for pair in truth.no_conflict],
    }


def _relations(story: Story, a: Iterable[Claim], b: Iterable[Claim]) -> list[tuple[str, str, str]]:
    left, right = {claim.id for claim in a}, {claim.id for claim in b}
    return [
        (relation.kind, relation.on, relation.why)
        for relation in story.analysis.comparison.relations
        if (relation.a in left and relation.b in right) or (relation.a in right and relation.b in left)
    ]


def _conflict(story: Story, pair: Pair) -> Held:
    """Holds when a relation says so on the right thing, and both sides are suggested with the kind."""
    a, b = matching(story, pair.a), matching(story, pair.b)
    if not a or not b:
        return Held(pair.id, pair.label, False, "one side is no claim", pair.known)
    found = _relations(story, a, b)
    related = any(kind == "conflicts" and on == pair.on for kind, on, _ in found)
    suggested = [_suggested(story, side, pair.kind) for side in (a, b)]
    seen = "; ".join(f"{kind} on {on}" for kind, on, _ in found) or "no relation"
    if not all(suggested):
        seen += "; suggested: " + " | ".join(_suggestions(story, side) for side in (a, b))
    return Held(pair.id, pair.label, related and all(suggested), seen, pair.known)


def _suggested(story: Story, claims: Iterable[Claim], kind: str | None) -> bool:
    ids = {claim.id for claim in claims}
    return any(
        suggestion.claim in ids and suggestion.verdict == "conflicting" and suggestion.kind == kind
        for suggestion in story.analysis.comparison.suggestions
    )


def _suggestions(story: Story, claims: Iterable[Claim]) -> str:
    ids = {claim.id for claim in claims}
    said = [s for s in story.analysis.comparison.suggestions if s.claim in ids]
    return ", ".join(f"{s.verdict or 'none'}/{s.kind or '-'}" for s in said) or "nothing"


def _gathered(story: Story, gathering: Gathering) -> Held:
    """Holds when one group has a claim of every article of the set, most of the set, and the counts."""
    best, held, articles = None, frozenset[str](), frozenset[str]()
    for group in story.analysis.comparison.groups:
        inside = set(group.claims)
        these = frozenset(
            name
            for name in gathering.statements
            if any(claim.id in inside for claim in matching(story, name))
        )
        if len(these) > len(held):
            best, held = group, these
            articles = frozenset(story.truth.statements[name].article for name in these)
    wanted = {story.truth.statements[name].article for name in gathering.statements}
    if best is None:
        return Held(gathering.id, gathering.label, False, "no group", gathering.known)
    counts = gathering.articles in (None, best.articles) and gathering.origins in (None, len(best.origins))
    seen = f"{len(held)}/{len(gathering.statements)} gathered, {best.articles} articles, "
    seen += f"{len(best.origins)} origins {list(best.origins)}, not in it: "
    seen += " ".join(name for name in gathering.statements if name not in held)
    most = len(held) > len(gathering.statements) / 2
    return Held(gathering.id, gathering.label, articles == wanted and most and counts, seen, gathering.known)


def _peace(story: Story, pair: Pair) -> Held:
    found = _relations(story, matching(story, pair.a), matching(story, pair.b))
    clash = [f"{kind} on {on}: {why}" for kind, on, why in found if kind == "conflicts"]
    return Held(pair.id, pair.label, not clash, "; ".join(clash), pair.known)
