"""What the reviewers have decided so far, derived from the event log and from nothing else.

An act is one batch of events by one reviewer: one key press. Undo takes a reviewer's batch out,
redo puts it back in its old place, and a new act empties that reviewer's redo. A claim's mark is
what its events give, in replay order, without the batches that are undone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from factcheck.model import Event, EventType, Mark

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

ACTS: frozenset[EventType] = frozenset({"verdict", "clear", "note", "rules"})
"""The events that undo can take back. An import is not an act: it is undone by nobody's `z`."""


def replay(events: Iterable[Event]) -> State:
    """The state after these events, given in any order; an event that comes twice counts once."""
    state = State()
    for event in sorted(events, key=_order):
        state.apply(event)
    return state


@dataclass(slots=True)
class _Claim:
    """One reviewer's events on one claim, and the last of each sort that is in force."""

    events: list[Event] = field(default_factory=list)
    verdict: Event | None = None
    """A verdict, or the clearing of one."""
    note: Event | None = None

    def take(self, event: Event) -> None:
        if event.type == "note":
            self.note = event
        else:
            self.verdict = event

    def settle(self, done: Container[str]) -> None:
        self.verdict = self.note = None
        for event in self.events:
            if event.batch in done:
                self.take(event)


@dataclass(slots=True)
class _Reviewer:
    """One reviewer's acts: the batches in force and those undone, as ordered sets, the latest last."""

    batches: dict[str, list[Event]] = field(default_factory=dict)
    done: dict[str, None] = field(default_factory=dict)
    undone: dict[str, None] = field(default_factory=dict)
    claims: dict[str, _Claim] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)


class State:
    """The marks of every reviewer, kept up to date event by event."""

    def __init__(self) -> None:
        self._history: list[Event] = []
        self._ids: set[str] = set()
        self._reviewers: dict[str, _Reviewer] = {}

    # --- asking ---------------------------------------------------------------------------

    @property
    def history(self) -> Sequence[Event]:
        """Every event, undone ones too, in replay order. Not a copy: do not change it."""
        return self._history

    def mark(self, reviewer: str, claim: str) -> Mark | None:
        """What this reviewer has decided of this claim; None where there is neither verdict nor note."""
        acts = self._reviewers.get(reviewer)
        return acts.marks.get(claim) if acts else None

    def marks(self, reviewer: str) -> Mapping[str, Mark]:
        """This reviewer's marks by claim: a live view, in no promised order."""
        acts = self._reviewers.get(reviewer)
        return MappingProxyType(acts.marks if acts else {})

    def marks_of(self, claim: str) -> tuple[Mark, ...]:
        """What each reviewer has decided of one claim, by the reviewer's name."""
        return tuple(
            mark for _, acts in sorted(self._reviewers.items()) if (mark := acts.marks.get(claim)) is not None
        )

    def all_marks(self) -> tuple[Mark, ...]:
        """Every mark of everybody, by claim and then by reviewer."""
        marks = [mark for acts in self._reviewers.values() for mark in acts.marks.values()]
        return tuple(sorted(marks, key=lambda mark: (mark.claim, mark.reviewer)))

    def reviewers(self) -> tuple[str, ...]:
        """Everybody who has acted, by name."""
        return tuple(sorted(name for name, acts in self._reviewers.items() if acts.batches))

    def undoable(self, reviewer: str) -> str | None:
        """The batch that this reviewer's next undo takes back."""
        acts = self._reviewers.get(reviewer)
        return next(reversed(acts.done)) if acts and acts.done else None

    def redoable(self, reviewer: str) -> str | None:
        """The batch that this reviewer's next redo puts back."""
        acts = self._reviewers.get(reviewer)
        return next(reversed(acts.undone)) if acts and acts.undone else None

    def batch(self, reviewer: str, batch: str) -> tuple[Event, ...]:
        """The events of one act."""
        acts = self._reviewers.get(reviewer)
        return tuple(acts.batches.get(batch, ())) if acts else ()

    def standing(self, reviewer: str, claim: str, sort: Literal["verdict", "note"]) -> Event | None:
        """The verdict (or its clearing) or the note in force on a claim: what a new one replaces."""
        acts = self._reviewers.get(reviewer)
        judged = acts.claims.get(claim) if acts else None
        if judged is None:
            return None
        return judged.verdict if sort == "verdict" else judged.note

    # --- changing -------------------------------------------------------------------------

    def apply(self, event: Event) -> frozenset[str]:
        """Take in one more event and return the claims whose marks may have changed.

        An event that belongs before ones already applied (another machine's, merged in) is put in
        its place, which costs a replay; the usual event, the latest, costs only its own claims.
        """
        if event.id in self._ids:
            return frozenset()
        self._ids.add(event.id)
        if self._history and _order(event) < _order(self._history[-1]):
            return self._insert(event)
        self._history.append(event)
        return self._take(event)

    def _insert(self, event: Event) -> frozenset[str]:
        before = {(mark.claim, mark.reviewer): mark for mark in self.all_marks()}
        self._history.append(event)
        self._history.sort(key=_order)
        self._reviewers = {}
        for each in self._history:
            self._take(each)
        after = {(mark.claim, mark.reviewer): mark for mark in self.all_marks()}
        return frozenset(key[0] for key in before.keys() | after.keys() if before.get(key) != after.get(key))

    def _take(self, event: Event) -> frozenset[str]:
        acts = self._reviewers.setdefault(event.reviewer, _Reviewer())
        if event.type == "undo":
            return self._move(acts, event, acts.done, acts.undone)
        if event.type == "redo":
            return self._move(acts, event, acts.undone, acts.done)
        if event.type not in ACTS:
            return frozenset()
        if event.batch not in acts.batches:
            acts.batches[event.batch] = []
            acts.done[event.batch] = None
            acts.undone.clear()
        acts.batches[event.batch].append(event)
        if event.claim is None:
            return frozenset()
        claim = acts.claims.setdefault(event.claim, _Claim())
        claim.events.append(event)
        if event.batch in acts.done:
            claim.take(event)
        _derive(acts, event.claim)
        return frozenset({event.claim})

    def _move(
        self, acts: _Reviewer, event: Event, source: dict[str, None], target: dict[str, None]
    ) -> frozenset[str]:
        """Undo or redo: of two terminals that undo the same act at once, the second changes nothing."""
        if event.target is None or event.target not in source:
            return frozenset()
        del source[event.target]
        target[event.target] = None
        claims = frozenset(each.claim for each in acts.batches[event.target] if each.claim is not None)
        for claim in claims:
            acts.claims[claim].settle(acts.done)
            _derive(acts, claim)
        return claims


def _order(event: Event) -> tuple[str, str]:
    return event.clock, event.id


def _derive(acts: _Reviewer, claim: str) -> None:
    judged = acts.claims[claim]
    verdict = judged.verdict if judged.verdict and judged.verdict.type == "verdict" else None
    note = judged.note if judged.note and judged.note.note else None
    mark = _mark(verdict, note)
    if mark is None:
        acts.marks.pop(claim, None)
    else:
        acts.marks[claim] = mark


def _mark(verdict: Event | None, note: Event | None) -> Mark | None:
    """A verdict and a note live side by side; the mark's time and anchor are the verdict's, if any."""
    source = verdict or note
    if source is None or source.claim is None:
        return None
    return Mark(
        claim=source.claim,
        reviewer=source.reviewer,
        verdict=verdict.verdict if verdict else None,
        kind=verdict.kind if verdict else None,
        note=(note.note or "") if note else "",
        evidence=verdict.evidence if verdict else (),
        at=source.at,
        event=source.id,
        anchor=source.anchor,
    )
