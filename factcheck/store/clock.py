"""The hybrid logical clock that orders events: wall time, and a counter where that does not move on.

``1735689600000-00042``: 13 digits of milliseconds since 1970 and 5 of a counter, so that clocks sort
as text. A clock made here is later than the one before it even where the wall clock was set back.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from time import time_ns

_MOST = 99_999
_FORM = re.compile(r"([0-9]{13})-([0-9]{5})")


def now_ms() -> int:
    return time_ns() // 1_000_000


def next_clock(last: str | None, ms: int) -> str:
    """The clock that follows ``last`` at the wall time ``ms``; ValueError where ``last`` is no clock."""
    counter = 0
    if last is not None:
        form = _FORM.fullmatch(last)
        if form is None:
            raise ValueError(f"{last!r} is no clock")
        last_ms, last_counter = int(form[1]), int(form[2])
        if last_ms >= ms:
            ms, counter = (last_ms, last_counter + 1) if last_counter < _MOST else (last_ms + 1, 0)
    return f"{ms:013d}-{counter:05d}"


def as_utc(ms: int) -> str:
    """ISO-8601 in UTC with milliseconds: 2025-01-01T00:00:00.000Z."""
    return datetime.fromtimestamp(ms / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{ms % 1000:03d}Z"
