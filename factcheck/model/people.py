"""What people decided: events, and what is derived from them; versions, signatures, the session."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from factcheck.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model.kinds import VerdictKind, VerdictName


@dataclass(frozen=True, slots=True)
class Anchor:
    """Enough to find a span again: W3C TextQuoteSelector + TextPositionSelector + hash of the text."""

    text_sha256: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on: a claim of this session, or something outside it."""

    claim: str | None = None
    anchor: Anchor | None = None
    url: str | None = None
    archived: str | None = None
    seen: str | None = None
    text: str | None = None


EventType = Literal[
    "verdict", "clear", "note",
    "adjudicate",  # the session's verdict where reviewers differ, beside theirs
    "claim",  # a claim marked by hand: claim is its id, anchor its place
    "span",  # a claim's span trimmed or extended: target is the new id, anchor the new place
    "speaker",  # who says the claim is detail, empty for nobody named
    "tie",  # claim and target tell the same fact (detail "same") or not (detail "apart")
    "carry",  # a proposal confirmed: what was judged as claim stands at target now, anchor its place
    "refuse",  # a proposal refused: target is the id of the refused place
    "undo", "redo", "rules", "import", "merge",
    "blind",  # detail "suggestions" hides those too
    "reveal", "sign",
]  # fmt: skip
"""Undo takes back what stands above it, and ``rules``; not what only records that something happened."""


@dataclass(frozen=True, slots=True)
class Event:
    """One act of one reviewer; the log of them is the only truth of what reviewers did.

    ``clock`` is a hybrid logical clock. ``batch`` is shared by the events of one key press: undo takes
    a batch back. ``replaces`` is the event whose effect on this claim it took the place of.
    """

    id: str
    clock: str
    at: str
    reviewer: str
    type: EventType
    batch: str
    claim: str | None = None
    verdict: VerdictName | None = None
    kind: VerdictKind | None = None
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()
    anchor: Anchor | None = None
    target: str | None = None
    """For undo and redo: the batch taken back or done again."""
    replaces: str | None = None
    detail: str | None = None

    @property
    def order(self) -> tuple[str, str]:
        """Where it comes in a replay."""
        return self.clock, self.id


@dataclass(frozen=True, slots=True)
class Mark:
    """What one reviewer has decided of one claim so far; derived from the events."""

    claim: str
    reviewer: str
    verdict: VerdictName | None = None
    kind: VerdictKind | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    at: str = ""
    event: str = ""
    anchor: Anchor | None = None
    stale: bool = False
    """Its sentence reads otherwise in the version of the article that is compared now."""


@dataclass(frozen=True, slots=True)
class Version:
    """A text that was analysed in this session under a path of session.yaml; never forgotten."""

    text_sha256: str
    sha256: str
    path: str
    seen_at: str
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A sign-off. ``sha256`` is the digest of the report signed; ``stale``: it reads otherwise now."""

    reviewer: str
    at: str
    sha256: str
    claims: int
    judged: int
    left: int
    """Claims without any verdict when it was signed."""
    stale: bool = False
    note: str = ""
    open: int | None = None
    """Of the judged ones, those that were explicitly left open; None where that was not counted."""

    @property
    def to_a_verdict(self) -> int:
        return self.judged - (self.open or 0)


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """What a report says of the session it is made from."""

    title: str
    exported_at: str
    filter: str = "all"
    reviewers: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    method: Mapping[str, str] = field(default_factory=dict)
