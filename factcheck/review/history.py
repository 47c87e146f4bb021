"""The event log in words: who did what, when, and what it took the place of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.review.rounds.signatures import signature_of
from factcheck.review.switches import words as switched_words
from factcheck.wording.undone import RECORDS, in_order, undone
from factcheck.wording.words import count, in_marks, reached, speaker_words, verdict_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factcheck.model import Event


SPAN = 40
"""Signs of the words of a span."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One event. Texts stand here as they were typed or printed: whoever shows them makes them safe."""

    at: str
    reviewer: str
    what: str
    claim: str
    """The id of the claim as it was judged; empty where the act is about none."""
    quote: str
    note: str
    undone: bool
    """The act is not in force: it was taken back and not done again."""
    was: str
    """What it took the place of, in words; empty where there was nothing."""
    event: str
    batch: str


def rows(events: Iterable[Event]) -> tuple[HistoryRow, ...]:
    """Every event in replay order, each with its words."""
    ordered = in_order(events)
    out = undone(ordered)
    teller = _Teller(ordered)
    return tuple(teller.row(event, (event.reviewer, event.batch) in out) for event in ordered)


class _Teller:
    def __init__(self, events: Sequence[Event]) -> None:
        self._by_id = {event.id: event for event in events}
        self._acts: dict[tuple[str, str], list[Event]] = {}
        self._quotes: dict[str, str] = {}
        for event in events:
            if event.type not in RECORDS:
                self._acts.setdefault((event.reviewer, event.batch), []).append(event)
            place = event.target if event.type in ("span", "carry") else event.claim
            if place and event.anchor and event.type != "refuse":
                self._quotes.setdefault(place, event.anchor.exact)

    def row(self, event: Event, is_undone: bool) -> HistoryRow:
        return HistoryRow(
            at=event.at,
            reviewer=event.reviewer,
            what=self._turned(event) if event.type in ("undo", "redo") else words(event),
            claim=event.claim or "",
            quote=event.anchor.exact if event.anchor else self._quotes.get(event.claim or "", ""),
            note=event.note or "",
            undone=is_undone,
            was=self._was(event),
            event=event.id,
            batch=event.batch,
        )

    def _turned(self, event: Event) -> str:
        """Undo and redo say what they turned, which may be an act of many claims."""
        acts = self._acts.get((event.reviewer, event.target or ""), ())
        said = [words(act) + (f" on {act.claim}" if act.claim else "") for act in acts]
        return f"{event.type} of " + ("; ".join(said) or "an act that is not in this log")

    def _was(self, event: Event) -> str:
        if event.type in ("span", "carry", "refuse"):
            # Where it stood before: the words of the claim as it was judged.
            before = self._quotes.get(event.claim or "", "")
            return f"“{before}”" if before else ""
        old = self._by_id.get(event.replaces or "")
        if old is None:
            return ""
        if event.type == "speaker":
            return speaker_words(old.detail)
        if event.type == "note":
            return f"“{old.note}”" if old.note else "no note"
        return verdict_words(old.verdict, old.kind) if old.verdict else "no verdict"


def words(event: Event) -> str:
    """What one act is called; an act of a sort that this version does not know by its own name."""
    tell = _WORDS.get(event.type)
    return tell(event) if tell else str(event.type)


def _verdict(event: Event) -> str:
    said = verdict_words(event.verdict, event.kind) if event.verdict else "no verdict"
    return said + (f", on {count(len(event.evidence), 'piece')} of evidence" if event.evidence else "")


def _adjudicated(event: Event) -> str:
    return f"adjudicated: {_verdict(event)}" if event.verdict else "adjudication withdrawn"


def _tie(event: Event) -> str:
    return f"{'same fact as' if event.detail == 'same' else 'not the same fact as'} {event.target}"


def _span(event: Event) -> str:
    """By its words: once it is taken back, no claim stands there that could be named."""
    return f"span changed to {in_marks(event.anchor.exact, SPAN)}" if event.anchor else "span changed"


def _blind(event: Event) -> str:
    hidden = ", suggestions hidden too" if event.detail == "suggestions" else ""
    return f"works blind: others' verdicts hidden{hidden}"


def _sign(event: Event) -> str:
    """The numbers of a sign-off; of one that another program wrote badly, no more than that it is one."""
    try:
        said = json.loads(event.detail or "")
    except (ValueError, RecursionError):
        return "signed off"
    if not isinstance(said, dict):
        return "signed off"
    found = signature_of(event, "")
    numbers = reached(found.to_a_verdict, found.open, found.left)
    note = f"; {found.note}" if found.note else ""
    return f"signed off: {numbers}; report SHA-256 {found.sha256}{note}"


def _with_detail(opening: str) -> Callable[[Event], str]:
    return lambda event: f"{opening}: {event.detail}" if event.detail else opening


def _plain(said: str) -> Callable[[Event], str]:
    return lambda event: said


_WORDS: Mapping[str, Callable[[Event], str]] = {
    "verdict": _verdict,
    "clear": _plain("verdict cleared"),
    "note": lambda event: "note" if event.note else "note removed",
    "adjudicate": _adjudicated,
    "claim": _plain("marked by hand"),
    "span": _span,
    "speaker": lambda event: speaker_words(event.detail),
    "tie": _tie,
    "carry": lambda event: f"place confirmed, now {event.target}",
    "refuse": lambda event: f"place refused, not {event.target}",
    "rules": switched_words,
    "import": _with_detail("import"),
    "merge": _with_detail("merge"),
    "blind": _blind,
    "reveal": _plain("revealed: others' verdicts shown"),
    "sign": _sign,
}
