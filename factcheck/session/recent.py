"""The sessions that were open last, for the picker. A convenience: losing it costs nothing."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.problems import BadInput
from factcheck.records import dataclass
from factcheck.session.files import make_folder, write_atomic

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 30
ENVIRONMENT = "FACTCHECK_STATE_DIR"


@dataclass(frozen=True, slots=True)
class Far:
    """How far whoever left a session last has come in its claims, in the app's own numbers."""

    reviewer: str
    judged: int
    open: int
    """Explicitly left open."""
    left: int
    """Without a verdict."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A session's folder, its title then, and when it was opened last (ISO-8601, UTC)."""

    path: str
    title: str
    opened: str
    places: Mapping[str, str] = field(default_factory=dict)
    """By reviewer the claim that was in hand when they left it."""
    far: Far | None = None
    """None before it was left once."""


def recent_sessions() -> tuple[Recent, ...]:
    """The latest first. A file that somebody spoilt counts as an empty one."""
    try:
        listed = json.loads((state_folder() / "recent.json").read_bytes())["sessions"]
        return tuple(
            Recent(
                str(each["path"]),
                str(each["title"]),
                str(each["opened"]),
                _places(each.get("places")),
                _far(each.get("far")),
            )
            for each in listed[:MOST]
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()


def last_claim(path: Path, reviewer: str) -> str | None:
    """The claim that this reviewer had in hand when they left the session here, if they ever did."""
    real = str(path.resolve())
    return next((each.places.get(reviewer) for each in recent_sessions() if each.path == real), None)


def _places(said: object) -> dict[str, str]:
    known = said if isinstance(said, dict) else {}
    return {str(by): claim for by, claim in known.items() if isinstance(claim, str)}


def _far(said: object) -> Far | None:
    """An older file counted what was left open among the judged claims: that is not repeated."""
    if not isinstance(said, dict):
        return None
    counted = [said.get(name) for name in ("judged", "open", "left")]
    numbers = [each for each in counted if isinstance(each, int) and each >= 0]
    return Far(str(said.get("reviewer", "")), *numbers) if len(numbers) == len(counted) else None


def remember_session(path: Path, title: str, claim: str | None = None, far: Far | None = None) -> None:
    """Put a session at the head of the list. A state folder that cannot be written is left alone.

    ``far`` says who leaves it, at ``claim``; what is not said stays as it was.
    """
    opened = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    real = str(path.resolve())
    listed_now = recent_sessions()
    before = next((each for each in listed_now if each.path == real), Recent(real, title, opened))
    places = {**before.places, far.reviewer: claim} if far and claim else before.places
    first = Recent(real, title, opened, places, far or before.far)
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
