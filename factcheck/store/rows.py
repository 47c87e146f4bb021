"""Rows of the log and of the ledger that have to prove themselves: read strictly, or not at all.

What a healthy database gives is read in ``events``. Here nothing is taken on trust: a row comes from
a damaged file, and a field that has not its form means that the row is spoilt.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from hashlib import sha256
from typing import TYPE_CHECKING, Any, cast, get_args

from factcheck.model import (
    Anchor,
    Event,
    EventType,
    Evidence,
    VerdictKind,
    VerdictName,
    Version,
)
from factcheck.store.clock import as_utc
from factcheck.store.events import EVENT_COLUMNS

if TYPE_CHECKING:
    from factcheck.store.carve import Cells

VERSION_COLUMNS = tuple(field.name for field in fields(Version))
_CLOCK = re.compile(r"[0-9]{13}-[0-9]{5}")
_TIME = re.compile(
    r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"
)
_HASH = re.compile(r"[0-9a-f]{64}")
_OWN_ID = re.compile(r"[0-9a-f]{32}")
_WORDS: dict[str, frozenset[str | None]] = {
    "type": frozenset(get_args(EventType)),
    "verdict": frozenset((*get_args(VerdictName), None)),
    "kind": frozenset((*get_args(VerdictKind), None)),
}
_LONGEST_NAME = 1_000
_ANCHOR = {"text_sha256": str, "start": int, "end": int, "exact": str, "prefix": str, "suffix": str}
_EVIDENCE = {field.name for field in fields(Evidence)} - {"anchor"}


def read_event(cells: Cells) -> Event | None:
    """An event from the columns of its row but the first; None where a field has not its form."""
    row: dict[str, Any] = dict(zip(EVENT_COLUMNS, cells, strict=True))
    names = [row[name] or "" for name in ("id", "batch", "reviewer", "claim", "target", "replaces")]
    if (
        not row["id"]
        or any(len(name) > _LONGEST_NAME for name in names)
        or any(row[name] not in known for name, known in _WORDS.items())
        or not _CLOCK.fullmatch(row["clock"] or "")
        or not _TIME.fullmatch(row["at"] or "")
        or row["reviewer"] is None
        or row["batch"] is None
    ):
        return None
    try:
        row["anchor"] = None if row["anchor"] is None else _anchor(json.loads(row["anchor"]))
        row["evidence"] = () if row["evidence"] is None else _evidence(json.loads(row["evidence"]))
    except (ValueError, RecursionError):
        return None
    return Event(**row)


def read_version(cells: Cells) -> Version | None:
    """An entry of the ledger, only where its text is the one that its hash was made of."""
    text_sha256, digest, path, seen_at, text = cells
    if not (text_sha256 and digest and path and seen_at and text is not None):
        return None
    if not _HASH.fullmatch(digest) or not _TIME.fullmatch(seen_at) or len(path) > _LONGEST_NAME:
        return None
    if sha256(text.encode()).hexdigest() != text_sha256:
        return None
    return Version(text_sha256, digest, path, seen_at, text)


def spoilt(event: Event, ids: set[str] | None, clocks: set[str] | None) -> bool:
    """Whether an index says otherwise, and the row cannot show that it is the index that is spoilt.

    The program's own ids are 32 hexadecimal digits; ``at`` is the time of the clock unless the wall
    clock was set back. ``ids`` and ``clocks`` are the indexes' entries with this row's number.
    """
    if ids and event.id not in ids and not _OWN_ID.fullmatch(event.id):
        return True
    return clocks is not None and event.clock not in clocks and event.at != _time(event.clock)


def _time(clock: str) -> str | None:
    try:
        return as_utc(int(clock[:13]))
    except (ValueError, OverflowError, OSError):
        return None


def _anchor(found: object) -> Anchor:
    if not isinstance(found, dict) or set(found) != set(_ANCHOR):
        raise ValueError("no anchor")
    if any(type(found[name]) is not kind for name, kind in _ANCHOR.items()):
        raise ValueError("no anchor")
    anchor = Anchor(**found)
    if not 0 <= anchor.start <= anchor.end:
        raise ValueError("no range")
    return anchor


def _evidence(found: object) -> tuple[Evidence, ...]:
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ValueError("no evidence")
    return tuple(_link(each) for each in cast("list[dict[str, object]]", found))


def _link(found: dict[str, object]) -> Evidence:
    texts = {name: value for name, value in found.items() if name != "anchor"}
    if not texts.keys() <= _EVIDENCE or not all(isinstance(value, str) for value in texts.values()):
        raise ValueError("no evidence")
    anchor = _anchor(found["anchor"]) if "anchor" in found else None
    return Evidence(anchor=anchor, **cast("dict[str, str]", texts))
