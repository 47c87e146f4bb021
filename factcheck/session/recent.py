"""The sessions that were open last, for the picker. A convenience: losing it costs nothing."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from factcheck.problems import BadInput
from factcheck.records import dataclass
from factcheck.session.files import make_folder, write_atomic

MOST = 30
ENVIRONMENT = "FACTCHECK_STATE_DIR"


@dataclass(frozen=True, slots=True)
class Recent:
    """A session's folder, its title then, and when it was opened last (ISO-8601, UTC)."""

    path: str
    title: str
    opened: str
    claim: str | None = None
    """The claim that was in hand when it was left."""
    judged: int | None = None
    """How many of its ``claims`` had a verdict of whoever left it; None before it was left once."""
    claims: int | None = None


def recent_sessions() -> tuple[Recent, ...]:
    """The latest first. A file that somebody spoilt counts as an empty one."""
    try:
        listed = json.loads((state_folder() / "recent.json").read_bytes())["sessions"]
        return tuple(
            Recent(
                str(each["path"]),
                str(each["title"]),
                str(each["opened"]),
                each.get("claim"),
                _count(each.get("judged")),
                _count(each.get("claims")),
            )
            for each in listed[:MOST]
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()


def last_claim(path: Path) -> str | None:
    """The claim that was in hand when the session was left here, if it was ever open here."""
    real = str(path.resolve())
    return next((each.claim for each in recent_sessions() if each.path == real), None)


def _count(said: object) -> int | None:
    return said if isinstance(said, int) and said >= 0 else None


def remember_session(
    path: Path, title: str, claim: str | None = None, progress: tuple[int, int] | None = None
) -> None:
    """Put a session at the head of the list. A state folder that cannot be written is left alone.

    ``progress`` is how many claims are judged, and how many there are; what is not said stays as it was.
    """
    opened = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    real = str(path.resolve())
    listed_now = recent_sessions()
    before = next((each for each in listed_now if each.path == real), Recent(real, title, opened))
    judged, claims = progress or (before.judged, before.claims)
    first = Recent(real, title, opened, claim or before.claim, judged, claims)
    others = [each for each in listed_now if each.path != real]
    listed = {"sessions": [asdict(each) for each in (first, *others)[:MOST]]}
    with suppress(BadInput):
        make_folder(state_folder())
        write_atomic(state_folder() / "recent.json", json.dumps(listed, indent=1).encode())


def state_folder() -> Path:
    """Where this program keeps what it could do without."""
    set_by_hand = os.environ.get(ENVIRONMENT)
    if set_by_hand:
        return Path(set_by_hand)
    from platformdirs import user_state_path

    return user_state_path("factcheck", appauthor=False)
