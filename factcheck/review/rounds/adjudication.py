"""Where reviewers differ: the claims that a third look has to settle, and what the session says meanwhile.

An adjudicated verdict stands beside the reviewers' own and never replaces them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Claim, Mark, VerdictKind, VerdictName

How = Literal["adjudicated", "unanimous", "single", "unresolved", "open"]
"""Settled by adjudication; the same from all; from one reviewer alone; they differ; nobody has judged."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim on which reviewers differ.

    ``claim`` is its id; ``article`` and ``text`` are None and the quote as it was judged where it is no
    claim of today. ``share`` is the share of agreeing pairs of verdicts, 0..1. ``same_verdict``: only the
    kinds differ. ``marks`` are by reviewer, each with a verdict.
    """

    claim: str
    article: str | None
    text: str
    marks: tuple[Mark, ...]
    share: float
    same_verdict: bool
    adjudicated: Mark | None

    @property
    def words(self) -> str:
        return "same verdict, other kind" if self.same_verdict else "other verdicts"


def queue(
    marks: Iterable[Mark], adjudicated: Mapping[str, Mark], claims: Sequence[Claim]
) -> tuple[Dispute, ...]:
    """The claims on which verdicts differ, lowest agreement first, then most verdicts, then text order.

    After them come those whose verdicts are the same and only their kinds differ. Claims already
    adjudicated keep their place.
    """
    articles = {article: place for place, article in enumerate(dict.fromkeys(c.article for c in claims))}
    known = {claim.id: claim for claim in claims}
    judged: dict[str, dict[str, Mark]] = {}
    for mark in marks:
        if mark.verdict is not None:
            judged.setdefault(mark.claim, {})[mark.reviewer] = mark
    found: list[tuple[tuple[bool, float, int, int, int, str], Dispute]] = []
    for claim, by in judged.items():
        at = known.get(claim)
        dispute = _dispute(claim, at, [by[reviewer] for reviewer in sorted(by)], adjudicated.get(claim))
        if dispute is not None:
            place = (articles[at.article], at.start) if at else (len(articles), 0)
            found.append(((dispute.same_verdict, dispute.share, -len(by), *place, claim), dispute))
    return tuple(dispute for _, dispute in sorted(found, key=lambda each: each[0]))


def session_verdict(
    marks: Iterable[Mark], adjudicated: Mark | None
) -> tuple[VerdictName | None, VerdictKind | None, How]:
    """What the session says of one claim, given everybody's marks on it: verdict, kind, and how that came.

    The adjudicated verdict, else the one that all who judged share (its kind where they share that too),
    else none.
    """
    if adjudicated is not None and adjudicated.verdict is not None:
        return adjudicated.verdict, adjudicated.kind, "adjudicated"
    said = [mark for mark in marks if mark.verdict is not None]
    if not said:
        return None, None, "open"
    if len({mark.verdict for mark in said}) > 1:
        return None, None, "unresolved"
    kinds = {mark.kind for mark in said}
    reviewers = {mark.reviewer for mark in said}
    kind = said[0].kind if len(kinds) == 1 else None
    return said[0].verdict, kind, "unanimous" if len(reviewers) > 1 else "single"


def _dispute(claim: str, at: Claim | None, marks: Sequence[Mark], adjudicated: Mark | None) -> Dispute | None:
    same = len({mark.verdict for mark in marks}) == 1
    if same and len({mark.kind for mark in marks}) == 1:
        return None
    text = at.text if at else next((mark.anchor.exact for mark in marks if mark.anchor), "")
    return Dispute(claim, at.article if at else None, text, tuple(marks), _share(marks), same, adjudicated)


def _share(marks: Sequence[Mark]) -> float:
    """The share of agreeing pairs; counted by verdict, as a claim may have many reviewers."""
    alike = sum(count * (count - 1) for count in Counter(mark.verdict for mark in marks).values())
    return alike / (len(marks) * (len(marks) - 1)) if len(marks) > 1 else 1.0
