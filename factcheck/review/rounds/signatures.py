"""How far all reviewers together have come, and sign-offs as the log keeps them, read back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.model import Signature
from factcheck.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.model import Event
    from factcheck.review.state import State


@dataclass(frozen=True, slots=True)
class Reached:
    """Claims judged to a verdict, explicitly left open, and without a verdict of anybody."""

    judged: int
    open: int
    left: int

    @property
    def claims(self) -> int:
        return self.judged + self.open + self.left


def reached(state: State, claims: Collection[str]) -> Reached:
    """A claim is left open where that is all that anybody gave it; the session's verdict goes first."""
    said: dict[str, set[str]] = {}
    for mark in state.all_marks():
        if mark.verdict and mark.claim in claims:
            said.setdefault(mark.claim, set()).add(mark.verdict)
    for claim, mark in state.adjudicated().items():
        if mark.verdict and claim in claims:
            said[claim] = {mark.verdict}
    left_open = sum(verdicts == {"left-open"} for verdicts in said.values())
    return Reached(len(said) - left_open, left_open, len(claims) - len(said))


def signature_of(event: Event, now: str) -> Signature:
    """The sign-off that an event of type ``sign`` records; ``now`` is the digest of the report today.

    An event that another program wrote badly signs nothing: its digest is empty, and so it is stale.
    """
    try:
        said = json.loads(event.detail or "")
    except (ValueError, RecursionError):
        said = {}
    said = said if isinstance(said, dict) else {}
    sha256 = str(said.get("sha256", ""))
    return Signature(
        reviewer=event.reviewer,
        at=event.at,
        sha256=sha256,
        claims=_count(said.get("claims")),
        judged=_count(said.get("judged")),
        left=_count(said.get("left")),
        stale=sha256 != now,
        note=str(said.get("note", "")),
        open=_count(said["open"]) if "open" in said else None,
    )


def _count(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0
