"""Sign-offs as the log keeps them, read back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.model import Signature

if TYPE_CHECKING:
    from factcheck.model import Event


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
    )


def _count(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0
