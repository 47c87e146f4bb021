"""Whether an event that came from elsewhere is one that this program could have made.

A file that somebody sends back may have been edited, damaged or made by a script. Whatever is let
into the log stays there for good, so nothing is let in that a later replay or report stumbles over.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, get_args

from factcheck.model import KINDS_OF_VERDICT, Anchor, Event, EventType, Evidence, claim_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_NOTE = 100_000
MOST_NAME = 200
MOST_ADDRESS = 10_000
MOST_EVIDENCE = 1_000
YEARS_AHEAD = 10
"""A clock further ahead is a mistake, and would drag every later clock of the session with it."""
_YEAR_MS = 366 * 24 * 3600 * 1000
_CLOCK = re.compile(r"([0-9]{13})-[0-9]{5}")
_AT = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\.[0-9]{1,6})?(Z|\+00:00)")
_CLAIM = re.compile(r"[0-9a-f]{16}")
_JUDGES = ("verdict", "clear", "note", "adjudicate", "claim", "speaker")
"""Types whose anchor is the place of ``claim``."""
_MOVES = ("span", "carry")
"""Types whose anchor is the place of ``target``."""
_PERHAPS = ("claim", "verdict", "kind", "note", "target", "replaces", "detail")
_PERHAPS_OF_EVIDENCE = ("claim", "url", "archived", "seen", "text")
_SIGNED = {"sha256": str, "claims": int, "judged": int, "left": int, "note": str}


def unsound(event: Event, now_ms: int) -> str:
    """Why an event cannot be let in, in plain words; empty where its form is right.

    ``now_ms`` is the wall clock in milliseconds since 1970. Whether its quotes stand in the texts is
    another question: ``misplaced``.
    """
    checks = (_names(event), _clock(event, now_ms), _texts(event), _sort(event), _places(event))
    return next(filter(None, checks), "")


def mistyped(event: Event) -> bool:
    """Whether a field holds a value of another type than the model's, as a file from elsewhere may."""
    needed = (event.id, event.clock, event.at, event.reviewer, event.type, event.batch)
    perhaps = [getattr(event, name) for name in _PERHAPS]
    perhaps += [getattr(each, name) for each in event.evidence for name in _PERHAPS_OF_EVIDENCE]
    found = [event.anchor, *(each.anchor for each in event.evidence)]
    return not (
        all(isinstance(each, str) for each in needed)
        and all(each is None or isinstance(each, str) for each in perhaps)
        and all(each is None or _is_anchor(each) for each in found)
    )


def _is_anchor(anchor: object) -> bool:
    return (
        isinstance(anchor, Anchor)
        and all(
            isinstance(getattr(anchor, name), str) for name in ("text_sha256", "exact", "prefix", "suffix")
        )
        and type(anchor.start) is int
        and type(anchor.end) is int
    )


def anchors(event: Event) -> Iterator[Anchor]:
    """The event's own anchor and those of its evidence."""
    if event.anchor is not None:
        yield event.anchor
    yield from (each.anchor for each in event.evidence if each.anchor is not None)


def misplaced(anchor: Anchor, texts: Mapping[str, str]) -> bool:
    """Whether a quote does not stand word for word at its place in the text it names, or that is unknown."""
    text = texts.get(anchor.text_sha256)
    return text is None or not (
        text[anchor.start : anchor.end] == anchor.exact
        and text[max(0, anchor.start - len(anchor.prefix)) : anchor.start] == anchor.prefix
        and text.startswith(anchor.suffix, anchor.end)
    )


def _names(event: Event) -> str:
    for name in (event.id, event.batch, event.reviewer):
        if not 0 < len(name) <= MOST_NAME or not name.isprintable() or name != name.strip():
            return "its id, its batch or its reviewer's name is none"
    if event.type not in get_args(EventType):
        return f"no act is called {event.type[:40]!r}"
    return ""


def _clock(event: Event, now_ms: int) -> str:
    clock = _CLOCK.fullmatch(event.clock)
    if clock is None or not _AT.fullmatch(event.at):
        return "its clock or its time is none"
    if int(clock[1]) > now_ms + YEARS_AHEAD * _YEAR_MS:
        return f"its clock is more than {YEARS_AHEAD} years ahead"
    return ""


def _texts(event: Event) -> str:
    if len(event.evidence) > MOST_EVIDENCE:
        return f"it rests on more than {MOST_EVIDENCE:,} things"
    for text, most in _strings(event):
        if text is not None and len(text) > most:
            return f"a text of it is longer than {most:,} characters"
        if text is not None and not _is_text(text):
            return "a text of it holds half a character"
    return ""


def _strings(event: Event) -> Iterator[tuple[str | None, int]]:
    yield from ((event.note, MOST_NOTE), (event.detail, MOST_NOTE))
    yield from ((each, MOST_NAME) for each in (event.claim, event.target, event.replaces))
    for link in event.evidence:
        yield link.text, MOST_NOTE
        yield from ((each, MOST_ADDRESS) for each in (link.claim, link.url, link.archived, link.seen))


def _is_text(text: str) -> bool:
    """Whether it can be written as UTF-8: half of a surrogate pair, which JSON allows, cannot."""
    return text.isascii() or not re.search("[\ud800-\udfff]", text)


def _sort(event: Event) -> str:
    """What each type of act must say."""
    if event.verdict is not None and event.verdict not in KINDS_OF_VERDICT:
        return f"no verdict is called {event.verdict[:40]!r}"
    if event.kind is not None and event.kind not in KINDS_OF_VERDICT.get(event.verdict or "not-a-claim", ()):
        return f"{event.kind[:40]!r} is no kind of {event.verdict!r}"
    wants = {
        "verdict": event.verdict is not None,
        "note": event.note is not None,
        "undo": event.target is not None,
        "redo": event.target is not None,
        "speaker": event.detail is not None and len(event.detail) <= MOST_NAME,
        "tie": event.detail in ("same", "apart") and event.target is not None,
        "blind": event.detail in (None, "suggestions"),
        "sign": _is_signature(event.detail),
    }
    return "" if wants.get(event.type, True) else f"it is no whole act of the sort {event.type!r}"


def _is_signature(detail: str | None) -> bool:
    try:
        said = json.loads(detail or "")
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and all(type(said.get(key)) is kind for key, kind in _SIGNED.items())


def _places(event: Event) -> str:
    """A claim is known by its place: id and anchor must name the same one."""
    claims = [event.claim, *(link.claim for link in event.evidence)]
    if event.type not in ("undo", "redo"):
        claims.append(event.target)
    if any(each is not None and not _CLAIM.fullmatch(each) for each in claims):
        return "a claim's id is none"
    if any(not 0 <= each.start < each.end for each in anchors(event)):
        return "a place of it is none"
    anchor = event.anchor
    judged = event.type in _JUDGES and (anchor is None or event.claim != _id_of(anchor))
    if event.type == "adjudicate" and anchor is None:  # of a claim that stood nowhere any more
        judged = event.claim is None
    moved = event.type in _MOVES and (anchor is None or event.claim is None or event.target != _id_of(anchor))
    tied = event.type in ("tie", "refuse") and event.claim is None
    if judged or moved or tied or not all(map(_fits, event.evidence)):
        return "its claim is not the one at its place"
    return ""


def _fits(evidence: Evidence) -> bool:
    return evidence.claim is None or (
        evidence.anchor is not None and evidence.claim == _id_of(evidence.anchor)
    )


def _id_of(anchor: Anchor) -> str:
    return claim_id(anchor.text_sha256, anchor.start, anchor.end)
