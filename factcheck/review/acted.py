"""What one reviewer has done, and the marks that it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from factcheck.model import Event, EventType, Mark

if TYPE_CHECKING:
    from collections.abc import Container

MOVES: frozenset[EventType] = frozenset({"span", "carry"})
"""The events that say where a judged claim stands instead."""

Sort = Literal["verdict", "note", "adjudicate"]


@dataclass(slots=True)
class Judged:
    """One reviewer's events on one claim, and the last of each sort that is in force."""

    events: list[Event] = field(default_factory=list)
    last: dict[Sort, Event] = field(default_factory=dict)
    move: Event | None = None
    """Where this reviewer says that the claim stands instead."""

    def take(self, event: Event) -> None:
        if event.type in MOVES:
            self.move = event
        elif event.type in ("verdict", "clear"):
            self.last["verdict"] = event
        elif event.type == "note" or event.type == "adjudicate":
            self.last[event.type] = event

    def settle(self, done: Container[str]) -> None:
        self.last, self.move = {}, None
        for event in self.events:
            if event.batch in done:
                self.take(event)


@dataclass(slots=True)
class ReviewersActs:
    """One reviewer's acts: the batches in force and those undone, as ordered sets, the latest last."""

    batches: dict[str, list[Event]] = field(default_factory=dict)
    done: dict[str, None] = field(default_factory=dict)
    undone: dict[str, None] = field(default_factory=dict)
    claims: dict[str, Judged] = field(default_factory=dict)
    """By the id that the claim was judged under."""
    places: dict[str, str] = field(default_factory=dict)
    """From that id to the id of the claim that stands there now."""
    here: dict[str, set[str]] = field(default_factory=dict)
    """The other way round."""
    carried: set[str] = field(default_factory=set)
    """Ids that stand where they do because this reviewer confirmed it."""
    marks: dict[str, Mark] = field(default_factory=dict)

    def last(self, claim: str, sort: Sort) -> Event | None:
        """The latest event of a sort among all that count for the claim."""
        events = [
            event
            for judged in self.here.get(claim, ())
            if (event := self.claims[judged].last.get(sort)) is not None
        ]
        return max(events, key=lambda event: event.order, default=None)

    def derive(self, claim: str, stale: Container[str]) -> None:
        """Set the mark of a claim as its events give it, or take it away."""
        verdict = self.last(claim, "verdict")
        verdict = verdict if verdict and verdict.type == "verdict" else None
        note = self.last(claim, "note")
        note = note if note and note.note else None
        source = verdict or note
        if source is None:
            self.marks.pop(claim, None)
        else:
            is_stale = source.claim in stale or source.claim in self.carried
            self.marks[claim] = mark_of(claim, verdict, note, stale=is_stale)


def mark_of(claim: str, verdict: Event | None, note: Event | None, *, stale: bool = False) -> Mark:
    """A verdict and a note live side by side; the mark's time and anchor are the verdict's, if any."""
    source = verdict or note
    assert source is not None
    return Mark(
        claim=claim,
        reviewer=source.reviewer,
        verdict=verdict.verdict if verdict else None,
        kind=verdict.kind if verdict else None,
        note=(note.note or "") if note else (verdict.note or "") if verdict else "",
        evidence=verdict.evidence if verdict else (),
        at=source.at,
        event=source.id,
        anchor=source.anchor,
        stale=stale,
    )
