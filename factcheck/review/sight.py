"""What a reviewer sees of the desk: what a pane shows, how a claim is drawn, how far the work is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.records import dataclass

if TYPE_CHECKING:
    from factcheck.model import VerdictName
    from factcheck.review.search import Hit


@dataclass(frozen=True, slots=True)
class View:
    """What one pane shows: an article, and the claim or the search hit that should be in sight."""

    article: str
    claim: str | None = None
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a claim is drawn: the reviewer's verdict where there is one, else what is suggested."""

    sign: str
    verdict: VerdictName | None
    judged: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over all claims of the session: verdicts, left open, and not seen yet."""

    judged: int
    open: int
    left: int
    supported: int
    conflicting: int
    unsourced: int
    shown: int
    total: int
