"""The sign-off: what is hashed, whether a signature still holds, and how a report says so.

What is hashed is the JSON export of the whole report, unfiltered and with nobody blinded, as canonical
JSON (keys sorted, no blanks, ASCII). Left out of it is

- what differs between two exports of the same thing: ``exported_at``, the program's version, and the
  list of reviewers, in which a person stands who has only signed;
- the signatures themselves, and that the report is a draft without them;
- events that decide nothing: sign, blind, reveal, import and merge.

All else is in: the articles' texts and hashes, claims, groups, suggestions, verdicts with notes and
evidence, what is orphaned, the event log, the rules' hash and the packs. So a later act of anybody
makes a signature stale, also one that was undone again, for the log in the report has grown. Another
version of the program does not, unless it finds other claims or other reasons. Whoever holds the
JSON export can compute the digest again with :func:`digest_of`.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from factcheck.report.json_ import export_json
from factcheck.report.words import is_draft
from factcheck.wording.words import flat, reached

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model import SessionInfo, Signature
    from factcheck.report.rows import Report

UNHASHED = frozenset({"sign", "blind", "reveal", "import", "merge"})
"""Types of events that are not part of what is signed."""
_PASSING = ("exported_at", "reviewers", "draft", "signatures")
SHOWN = 12
"""Hexadecimal digits of the digest in the report's first lines; the method section has all 64."""


def digest(report: Report) -> str:
    """The SHA-256 of the report in hexadecimal digits. Give it the whole report of the session."""
    return digest_of(export_json(report))


def digest_of(export: Mapping[str, Any]) -> str:
    """The digest of an exported report, from the object that ``export --format json`` prints."""
    kept = {name: value for name, value in export.items() if name != "factcheck"}
    kept["session"] = {name: value for name, value in export["session"].items() if name not in _PASSING}
    kept["events"] = [event for event in export["events"] if event["type"] not in UNHASHED]
    taken = sha256()
    for part in _canonical(kept):
        taken.update(part.encode("ascii"))
    return taken.hexdigest()


def _canonical(export: Mapping[str, Any]) -> Iterator[str]:
    """The canonical JSON in parts: made at once, 100 MB hold up every other thread of an app for seconds."""
    encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False).encode
    for at, (name, value) in enumerate(sorted(export.items())):
        yield f"{',' if at else '{'}{encode(name)}:"
        if isinstance(value, list) and value:
            yield from (f"{',' if index else '['}{encode(each)}" for index, each in enumerate(value))
            yield "]"
        else:
            yield encode(value)
    yield "}"


# --- in words -------------------------------------------------------------------------------


def is_partial(info: SessionInfo) -> bool:
    """Whether the report leaves out what its filter, or a reviewer's blindness, hides."""
    return info.filter != "all"


def label(info: SessionInfo) -> str:
    """One word or two for a stamp and a spreadsheet: "draft", "signed", "draft, partial"."""
    return ("draft" if is_draft(info) else "signed") + (", partial" if is_partial(info) else "")


def lines(info: SessionInfo) -> tuple[str, ...]:
    """Whether the report is signed, by whom and when: a line for each signer's latest sign-off."""
    latest = {each.reviewer: each for each in sorted(info.signatures, key=lambda each: each.at)}
    draft = is_draft(info)
    found = [_line(each, draft) for each in latest.values()] or ["DRAFT, not signed off"]
    if is_partial(info):
        covers = "" if draft else "; the signature is for the whole"
        found.append(f"PARTIAL, shows only: {flat(info.filter)}{covers}")
    return tuple(found)


def _line(signature: Signature, draft: bool) -> str:
    by, at = flat(signature.reviewer), minute(signature.at)
    if not signature.stale:
        return f"Signed off by {by}, {at}; {_reached(signature)}; report SHA-256 {signature.sha256[:SHOWN]}…"
    opening = "DRAFT: signed off" if draft else "Signed off before"
    return f"{opening} by {by} on {at}, changed since"


def _reached(signature: Signature) -> str:
    return reached(signature.to_a_verdict, signature.open, signature.left)


def minute(at: str) -> str:
    """ "2025-01-02 10:11 UTC" of an ISO-8601 time in UTC; any other text as it is."""
    text = flat(at)
    if len(text) < 16 or text[10] != "T" or not text.endswith(("Z", "+00:00")):
        return text
    return f"{text[:10]} {text[11:16]} UTC"


def second(at: str) -> str:
    """ "2025-01-02 10:11:12 UTC"; any other text as it is."""
    day = minute(at)
    return f"{day[:16]}{flat(at)[16:19]} UTC" if day != flat(at) else day


def told(signature: Signature) -> str:
    """All that a sign-off says, for the method section."""
    stale = "; the report has changed since" if signature.stale else ""
    note = f"; {flat(signature.note)}" if signature.note else ""
    said = f"{flat(signature.reviewer)}, {minute(signature.at)}: {_reached(signature)}"
    return f"{said}; report SHA-256 {flat(signature.sha256) or 'not given'}{note}{stale}"
