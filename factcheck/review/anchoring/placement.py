"""Where what was judged stands now: in place, moved for certain, proposed, or gone.

A verdict hangs on words in a text. While that text is compared it stands; when another version
of the same source took its place, its words are looked for there; a rival article that prints the
same sentence is never looked at.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.records import dataclass
from factcheck.review.anchoring.anchors import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Anchor, Article, Version

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
    made = Made()
    moving: defaultdict[str, dict[str, Anchor]] = defaultdict(dict)
    for claim, anchor in judged.items():
        article = current.get(anchor.text_sha256)
        if article is None:
            moving[anchor.text_sha256][claim] = anchor
        elif holds(anchor, article.text):
            made.anchors[claim] = anchor
        else:
            made.orphans.add(claim)
    if moving:
        # A session in which nothing moved opens without what looks for words.
        from factcheck.review.anchoring.moves import take_all

        take_all(moving, _successors(moving, articles, versions, replaced_by), made)
    return made.placement()


@dataclass(slots=True)
class Made:
    """What becomes a Placement, while it is gathered."""

    alias: dict[str, str] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    orphans: set[str] = field(default_factory=set)

    def placement(self) -> Placement:
        return Placement(
            self.alias, frozenset(self.stale), self.anchors, self.proposals, frozenset(self.orphans)
        )


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
