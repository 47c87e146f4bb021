"""Where what was judged stands now: in place, moved for certain, proposed, or gone.

A verdict hangs on words in a text. While that text is compared it stands; when another version
of the same source took its place, its words are looked for there; a rival article that prints the
same sentence is never looked at.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.model import Anchor, claim_id
from factcheck.review.anchoring.alignment import Alignment
from factcheck.review.anchoring.anchors import find, holds, make_anchor
from factcheck.review.anchoring.proposals import Proposer
from factcheck.review.anchoring.readings import Reading, reading_of, reading_of_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Article, Version

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A place that a person may confirm or refuse. ``article`` is the display id of the current article.

    ``score`` and ``second``, the score of the runner-up, are 0..100; ``second`` is 0 where there is none.
    """

    claim: str
    was: Anchor
    now: Anchor
    article: str
    score: float
    second: float


@dataclass(frozen=True, slots=True)
class Placement:
    """Every claim as judged is in exactly one of ``anchors``, ``proposals`` and ``orphans``."""

    alias: Mapping[str, str] = field(default_factory=dict)
    """Claim as judged to the id of its claim now, where it moved for certain."""
    stale: frozenset[str] = frozenset()
    """Claims as judged that moved, and whose sentence reads otherwise now."""
    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    """The place of now, for what stands where it stood and what moved."""
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    orphans: frozenset[str] = frozenset()


def place(
    judged: Mapping[str, Anchor],
    articles: Sequence[Article],
    versions: Sequence[Version] = (),
    replaced_by: Mapping[str, str] = _NOTHING,
) -> Placement:
    """Where each of ``judged`` (claim id to its anchor) stands in ``articles``, the current ones.

    ``versions`` are the texts ever analysed here; a version's path, followed through ``replaced_by``
    (path to the path of the newer version's entry), names the article that it became. A text that
    nobody kept, or that became two different articles, has no successor. What is in place costs a
    comparison of its words; texts are read and aligned only where something has to be looked for.
    """
    current = {article.text_sha256: article for article in articles}
    made = _Made()
    moving: defaultdict[str, list[str]] = defaultdict(list)
    for claim, anchor in judged.items():
        article = current.get(anchor.text_sha256)
        if article is None:
            moving[anchor.text_sha256].append(claim)
        elif holds(anchor, article.text):
            made.anchors[claim] = anchor
        else:
            made.orphans.add(claim)
    readings: dict[str, Reading] = {}
    successors = _successors(moving, articles, versions, replaced_by)
    for text_sha256, claims in moving.items():
        if text_sha256 not in successors:
            made.orphans.update(claims)
            continue
        version, article = successors[text_sha256]
        if article.text_sha256 not in readings:
            readings[article.text_sha256] = reading_of(article)
        move = _Move(
            version, article, Alignment(reading_of_text(version.text), readings[article.text_sha256])
        )
        for claim in claims:
            move.take(claim, judged[claim], made)
    return made.placement()


@dataclass(slots=True)
class _Made:
    alias: dict[str, str] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    orphans: set[str] = field(default_factory=set)

    def placement(self) -> Placement:
        return Placement(
            self.alias, frozenset(self.stale), self.anchors, self.proposals, frozenset(self.orphans)
        )


class _Move:
    """From one older text to the article that it became."""

    def __init__(self, version: Version, article: Article, texts: Alignment) -> None:
        self._version, self._article, self._texts = version, article, texts
        self._proposer = Proposer(texts)

    def take(self, claim: str, anchor: Anchor, made: _Made) -> None:
        span = self._texts.old.read(anchor.start, anchor.end) if holds(anchor, self._version.text) else None
        if span is None:
            made.orphans.add(claim)
            return
        found = find(self._texts, *span)
        if found is not None:
            now = self._anchor(found.start, found.end)
            made.anchors[claim] = now
            made.alias[claim] = claim_id(now.text_sha256, now.start, now.end)
            if found.stale:
                made.stale.add(claim)
            return
        proposed = self._proposer.propose(*span)
        if proposed is None:
            made.orphans.add(claim)
            return
        best, second = proposed
        now = self._anchor(best.start, best.end)
        made.proposals[claim] = Proposal(claim, anchor, now, self._article.id, best.score, second)

    def _anchor(self, start: int, end: int) -> Anchor:
        return make_anchor(self._article, *self._texts.new.original(start, end))


def _successors(
    texts: Iterable[str],
    articles: Sequence[Article],
    versions: Sequence[Version],
    replaced_by: Mapping[str, str],
) -> dict[str, tuple[Version, Article]]:
    """By hash of an older text: that text, and the one current article that it became."""
    wanted = set(texts)
    by_path: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_path[article.path].append(article)
    became: defaultdict[str, dict[str, tuple[Version, Article]]] = defaultdict(dict)
    for version in versions:
        if version.text_sha256 in wanted:
            for article in by_path.get(_latest(version.path, replaced_by), ()):
                became[version.text_sha256][article.text_sha256] = (version, article)
    return {text: next(iter(found.values())) for text, found in became.items() if len(found) == 1}


def _latest(path: str, replaced_by: Mapping[str, str]) -> str:
    """The path at the end of the chain; in a ring, the one before it closes."""
    seen = {path}
    while (newer := replaced_by.get(path)) is not None and newer not in seen:
        seen.add(newer)
        path = newer
    return path
