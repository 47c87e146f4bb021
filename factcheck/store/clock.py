"""The hybrid logical clock that orders events: wall time, and a counter where that does not move on.

``1735689600000-00042``: 13 digits of milliseconds since 1970 and 5 of a counter, so that clocks sort
as text. A clock made here is later than the one before it even where the wall clock was set back.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from time import time_ns

_MOST = 99_999
_MOST_MS = 9_999_999_999_999
_FORM = re.compile(r"([0-9]{13})-([0-9]{5})")
_AHEAD_MS = 10 * 365 * 86_400_000
LAST_USABLE = "9990000000000-00000"
"""A day in 2286: a clock from here on is nobody's time, and leaves too little room for later ones."""


def now_ms() -> int:
    return time_ns() // 1_000_000


def next_clock(last: str | None, ms: int) -> str:
    """The clock that follows ``last`` at the wall time ``ms``.

    ValueError where ``last`` is no clock, OverflowError where 13 digits cannot say a later time.
    """
    counter = 0
    if last is not None:
        form = _FORM.fullmatch(last)
        if form is None:
            raise ValueError(f"{last!r} is no clock")
        last_ms, last_counter = int(form[1]), int(form[2])
        if last_ms >= ms:
            ms, counter = (last_ms, last_counter + 1) if last_counter < _MOST else (last_ms + 1, 0)
    if ms > _MOST_MS:
        raise OverflowError("this computer's date is too far in the future")
    return f"{ms:013d}-{counter:05d}"


def check_not_ahead(clock: str, now: int) -> None:
    """OverflowError for an event's clock that lies more than ten years after the wall time ``now``.

    Every later event gets a clock after it: one such event would drag all others along, and one at
    the last time of all would leave none.
    """
    form = _FORM.fullmatch(clock)
    if form is not None and int(form[1]) > now + _AHEAD_MS:
        raise OverflowError("an event is dated more than ten years ahead of this computer's date")


def as_utc(ms: int) -> str:
    """ISO-8601 in UTC with milliseconds: 2025-01-01T00:00:00.000Z."""
    return datetime.fromtimestamp(ms / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{ms % 1000:03d}Z"
