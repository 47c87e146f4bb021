"""Rows of what people decided: verdicts, what they rest on, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.wording.words import flat

if TYPE_CHECKING:
    from factcheck.model import Anchor, VerdictKind
    from factcheck.report.words import State

STALE = "stale: the sentence reads otherwise in this version"
EVIDENCE_LOST = "evidence lost"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """What a verdict rests on. ``claim`` is set where the text still stands in this session."""

    claim: str | None
    cite: str | None
    quote: str
    url: str | None
    archived: str | None
    seen: str | None
    lost: bool
    """The words that it pointed to are gone."""
    outside: bool = False
    """It stands in no article of the session."""

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """What is known of where it stands outside: pairs of a word and an address or a day."""
        found = (("at", self.url), ("archived", self.archived), ("seen", self.seen))
        return tuple((word, value) for word, value in found if value)


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One reviewer's verdict; ``verdict`` is None where there is a note alone."""

    reviewer: str
    verdict: State | None
    kind: VerdictKind | None
    words: str
    note: str
    at: str
    evidence: tuple[EvidenceRow, ...]
    stale: bool = False
    """Its sentence reads otherwise in the version of the article that is compared now."""
    adjudicates: bool = False
    """It is the session's verdict, given beside the reviewers' own."""

    @property
    def headline(self) -> str:
        """ "conflicting, sources disagree"; "adjudicated by X: conflicting, sources disagree"."""
        return f"adjudicated by {flat(self.reviewer)}: {self.words}" if self.adjudicates else self.words

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader must know before leaning on it."""
        lost = any(evidence.lost for evidence in self.evidence)
        return ((STALE,) if self.stale else ()) + ((EVIDENCE_LOST,) if lost else ())


@dataclass(frozen=True, slots=True)
class VerdictBlock:
    """The same verdict with the same note and evidence on several mentions, told once."""

    cites: tuple[str, ...]
    verdict: VerdictRow


@dataclass(frozen=True, slots=True)
class Orphan:
    """A verdict whose claim is gone: kept, and listed."""

    claim: str
    quote: str
    anchor: Anchor | None
    verdicts: tuple[VerdictRow, ...]
    adjudicated: VerdictRow | None = None
    path: str = ""
    """The article that it stood in, as session.yaml had it; empty where that is not known."""
    proposed: bool = False
    """There is a place where it may stand now, which nobody has confirmed."""

    @property
    def decided(self) -> tuple[VerdictRow, ...]:
        return ((self.adjudicated,) if self.adjudicated else ()) + self.verdicts


@dataclass(frozen=True, slots=True)
class Outside:
    """Something outside the session's articles that verdicts rest on, and which ones: (cite, verdict)."""

    evidence: EvidenceRow
    backs: tuple[tuple[str, VerdictRow], ...]
    """The cite is empty where the claim's text is gone."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A verdict that took the place of another, or a reviewer's word on who says the claim."""

    at: str
    reviewer: str
    claim: str
    cite: str
    quote: str
    old: str
    new: str
    note: str
    adjudicates: bool = False
    """The session's verdict was changed, not the reviewer's own."""
