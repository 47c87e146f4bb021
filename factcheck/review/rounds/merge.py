"""Bringing another's event log into ours: what is new, what is refused, where the reviewers differ.

Pure: logs in, a plan out. A merged log is the union of two sets of events by id, so the order in which
files are merged does not matter and merging one twice changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from time import time_ns
from typing import TYPE_CHECKING

from factcheck.review.rounds.soundness import anchors, misplaced, mistyped, unsound
from factcheck.review.state import replay

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Anchor, Event, EventType, Mark, VerdictName

LOCAL: frozenset[EventType] = frozenset({"import", "merge"})
"""They tell what came into one log, and are neither exported nor merged on."""
MISTYPED = "a field of it holds something else than it should"
DIFFERS = "the text that it stands on is not in this session"
TAMPERED = "the same act reads otherwise here"
TWICE = "the same act stands twice in the file, and not alike"


@dataclass(frozen=True, slots=True)
class Refused:
    """An event that is not let in. ``text`` is the hash of the text that differs, where that is why."""

    event: Event
    why: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A claim on which reviewers' verdicts differ; (reviewer, verdict) by the reviewer's name."""

    claim: str
    anchor: Anchor | None
    verdicts: tuple[tuple[str, VerdictName], ...]


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging would do. ``new`` is in replay order."""

    new: tuple[Event, ...]
    known: int
    refused: tuple[Refused, ...]
    conflicts: tuple[Conflict, ...]
    """After the merge, on claims that the new events touch or not."""
    namesakes: tuple[str, ...]
    """Reviewers by whose name both sides hold acts that the other side has not: one person or two?"""

    @property
    def mismatched(self) -> frozenset[str]:
        """The hashes of the texts that differ."""
        return frozenset(each.text for each in self.refused if each.text is not None)


def union(a: Iterable[Event], b: Iterable[Event]) -> tuple[Event, ...]:
    """Both logs as one, by id and in replay order.

    Commutative, associative and idempotent, even where one id names two contents: then one of them is
    chosen by its content alone, whichever side it came from.
    """
    found: dict[str, Event] = {}
    for event in (*a, *b):
        other = found.setdefault(event.id, event)
        if other != event:
            found[event.id] = min(other, event, key=repr)
    return _in_order(found.values())


def merge_plan(
    ours: Sequence[Event],
    theirs: Iterable[Event],
    texts: Mapping[str, str],
    *,
    told: Mapping[str, Event] | None = None,
    now_ms: int | None = None,
) -> MergePlan:
    """What of ``theirs`` comes in. ``texts`` are all texts that this session has ever analysed, by hash.

    Each event of theirs is new, known or refused; local audit is passed by. ``told`` are events of ours,
    by id, as an export words them: an act that comes back in those words is known. ``now_ms`` is the
    wall clock, milliseconds since 1970.
    """
    now = time_ns() // 1_000_000 if now_ms is None else now_ms
    have = {event.id: event for event in ours}
    told = told or {}
    new: dict[str, Event] = {}
    refused: list[Refused] = []
    known: set[str] = set()
    for event in theirs:
        if mistyped(event):
            refused.append(Refused(event, MISTYPED))
            continue
        if event.type in LOCAL:
            continue
        own = have.get(event.id)
        if own is not None and (_same(own, event) or (event.id in told and _same(told[event.id], event))):
            known.add(event.id)
        elif why := _why_not(event, own, new.get(event.id), now):
            refused.append(Refused(event, why))
        elif (text := _elsewhere(event, texts)) is not None:
            refused.append(Refused(event, DIFFERS, text))
        else:
            new[event.id] = event
    coming = _in_order(new.values())
    return MergePlan(
        coming,
        len(known),
        tuple(refused),
        conflicts(replay(union(ours, coming)).all_marks()),
        _namesakes(ours, coming, known),
    )


def conflicts(marks: Iterable[Mark]) -> tuple[Conflict, ...]:
    """The claims on which the reviewers' verdicts differ, by text and place."""
    by_claim: dict[str, list[tuple[str, VerdictName]]] = defaultdict(list)
    places: dict[str, Anchor] = {}
    for mark in marks:
        if mark.verdict is not None:
            by_claim[mark.claim].append((mark.reviewer, mark.verdict))
            if mark.anchor is not None:
                places.setdefault(mark.claim, mark.anchor)
    found = [
        Conflict(claim, places.get(claim), tuple(sorted(verdicts)))
        for claim, verdicts in by_claim.items()
        if len({verdict for _, verdict in verdicts}) > 1
    ]
    return tuple(sorted(found, key=_by_place))


def _why_not(event: Event, own: Event | None, twin: Event | None, now: int) -> str:
    if own is not None:
        return TAMPERED
    if twin is not None:
        return TWICE if twin != event else ""
    return unsound(event, now)


def _same(own: Event, event: Event) -> bool:
    """The same act. The name of a login stays at home (``~``), so it comes back under another."""
    return own == event or (own.reviewer.startswith("~") and replace(own, reviewer=event.reviewer) == event)


def _elsewhere(event: Event, texts: Mapping[str, str]) -> str | None:
    """The hash of a text that the event quotes and that reads otherwise here, or is not here."""
    return next((each.text_sha256 for each in anchors(event) if misplaced(each, texts)), None)


def _namesakes(ours: Sequence[Event], new: Sequence[Event], known: set[str]) -> tuple[str, ...]:
    apart = {event.reviewer for event in ours if event.id not in known and event.type not in LOCAL}
    return tuple(sorted(apart & {event.reviewer for event in new}))


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: event.order))


def _by_place(conflict: Conflict) -> tuple[str, int, str]:
    anchor = conflict.anchor
    return (anchor.text_sha256, anchor.start, conflict.claim) if anchor else ("", 0, conflict.claim)
