"""What the reviewers have decided so far, derived from the event log and from nothing else.

An act is one batch of events by one reviewer: one key press. Undo takes a reviewer's batch out,
redo puts it back in its old place, and a new act empties that reviewer's redo. A claim's mark is
what its events give, in replay order, without the batches that are undone.

A text changes, and a judged claim stands elsewhere: then its events count for the claim that stands
there now. Where that is certain the placement says it for everybody; where a person confirmed it or
trimmed the span, it holds for that person's marks alone. The events keep the id they were made with.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.review.acted import MOVES, Judged, ReviewersActs, mark_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from factcheck.model import Event, EventType, Mark
    from factcheck.review.acted import Sort

ACTS: frozenset[EventType] = frozenset(
    {"verdict", "clear", "note", "adjudicate", "claim", "span", "speaker", "tie", "carry", "refuse", "rules"}
)
"""The events that undo can take back. What only records that something happened is undone by nobody's `z`."""


def replay(
    events: Iterable[Event], stands: Mapping[str, str] | None = None, stale: Collection[str] = ()
) -> State:
    """The state after these events, given in any order; an event that comes twice counts once."""
    state = State(stands, stale)
    for event in sorted(events, key=lambda event: event.order):
        state.apply(event)
    return state


class State:
    """The marks of every reviewer, kept up to date event by event.

    ``stands`` maps the ids of judged claims that certainly stand somewhere to the id they have there
    (their own, where nothing moved); ``stale`` are those whose sentence reads otherwise there.
    """

    def __init__(self, stands: Mapping[str, str] | None = None, stale: Collection[str] = ()) -> None:
        self._stands = stands or {}
        self._stale = frozenset(stale)
        self._history: list[Event] = []
        self._ids: set[str] = set()
        self._types: set[EventType] = set()
        self._reviewers: dict[str, ReviewersActs] = {}

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

    def standing(self, reviewer: str, claim: str, sort: Sort) -> Event | None:
        """The verdict (or its clearing), note or adjudication in force on a claim: a new one replaces it."""
        acts = self._reviewers.get(reviewer)
        return acts.last(claim, sort) if acts else None

    def place(self, reviewer: str, claim: str) -> str:
        """The id of the claim at which what this reviewer judged as ``claim`` counts now."""
        acts = self._reviewers.get(reviewer)
        return acts.places.get(claim) or self._place(acts, claim)[0] if acts else claim

    def adjudicated(self) -> dict[str, Mark]:
        """The session's verdict on each claim that was adjudicated, by whoever did so last."""
        latest: dict[str, Event] = {}
        for acts in self._reviewers.values():
            for claim in acts.here:
                event = acts.last(claim, "adjudicate")
                if event and (claim not in latest or event.order > latest[claim].order):
                    latest[claim] = event
        return {claim: mark_of(claim, event, None) for claim, event in latest.items() if event.verdict}

    def in_force(self, *types: EventType) -> tuple[Event, ...]:
        """The events of these types that nobody has undone, in replay order."""
        if self._types.isdisjoint(types):
            return ()
        return tuple(
            event
            for event in self._history
            if event.type in types
            and (event.type not in ACTS or event.batch in self._reviewers[event.reviewer].done)
        )

    # --- changing -------------------------------------------------------------------------

    def apply(self, event: Event) -> frozenset[str]:
        """Take in one more event and return the claims whose marks may have changed.

        An event that belongs before ones already applied (another machine's, merged in) is put in
        its place, which costs a replay; the usual event, the latest, costs only its own claims.
        """
        if event.id in self._ids:
            return frozenset()
        self._ids.add(event.id)
        self._types.add(event.type)
        if self._history and event.order < self._history[-1].order:
            return self._insert(event)
        self._history.append(event)
        return self._take(event)

    def _insert(self, event: Event) -> frozenset[str]:
        before = {(mark.claim, mark.reviewer): mark for mark in self.all_marks()}
        self._history.append(event)
        self._history.sort(key=lambda event: event.order)
        self._reviewers = {}
        for each in self._history:
            self._take(each)
        after = {(mark.claim, mark.reviewer): mark for mark in self.all_marks()}
        return frozenset(key[0] for key in before.keys() | after.keys() if before.get(key) != after.get(key))

    def _take(self, event: Event) -> frozenset[str]:
        acts = self._reviewers.setdefault(event.reviewer, ReviewersActs())
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
        claim = acts.claims.setdefault(event.claim, Judged())
        claim.events.append(event)
        if event.batch in acts.done:
            claim.take(event)
        return self._settle(acts, [event])

    def _move(
        self, acts: ReviewersActs, event: Event, source: dict[str, None], target: dict[str, None]
    ) -> frozenset[str]:
        """Undo or redo: of two terminals that undo the same act at once, the second changes nothing."""
        if event.target is None or event.target not in source:
            return frozenset()
        del source[event.target]
        target[event.target] = None
        turned = [each for each in acts.batches[event.target] if each.claim is not None]
        for each in turned:
            acts.claims[each.claim or ""].settle(acts.done)
        return self._settle(acts, turned)

    def _settle(self, acts: ReviewersActs, events: Sequence[Event]) -> frozenset[str]:
        """Derive the marks that these events touch; where one moves a claim, see first where all stand."""
        touched = {event.claim for event in events if event.claim is not None}
        if any(event.type in MOVES for event in events):
            touched = set(acts.claims)
        changed = {place for place in map(acts.places.get, touched) if place is not None}
        for claim in touched:
            changed.add(self._stand(acts, claim))
        for place in changed:
            acts.derive(place, self._stale)
        return frozenset(changed)

    def _stand(self, acts: ReviewersActs, claim: str) -> str:
        old = acts.places.get(claim)
        place, carried = self._place(acts, claim)
        if old is not None and old != place:
            acts.here[old].discard(claim)
        acts.places[claim] = place
        acts.here.setdefault(place, set()).add(claim)
        (acts.carried.add if carried else acts.carried.discard)(claim)
        return place

    def _place(self, acts: ReviewersActs, claim: str) -> tuple[str, bool]:
        """Follow a claim to where it stands now, and whether a confirmed proposal was on the way."""
        carried = False
        seen: set[str] = set()
        while claim not in seen:
            seen.add(claim)
            own = acts.claims.get(claim)
            move = own.move if own else None
            if move is not None and move.target and move.type == "span":
                claim = move.target
            elif claim in self._stands:
                claim = self._stands[claim]
            elif move is not None and move.target:
                claim, carried = move.target, True
        return claim, carried
