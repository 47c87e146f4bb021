"""A reviewer's acts as events: judge, clear, note, undo, redo, and what drafts.py words.

    acts = Acts(log, state, reviewer, anchor_of)
    acts.judge(claims, verdict, kind=None, evidence=(), note=None) -> Done
    acts.clear(claims) -> Done          acts.note(claim, text) -> Done
    acts.switch_rule(detail) -> Done    acts.undo() -> Done          acts.redo() -> Done
    acts.do(drafts) -> Done             acts that drafts.py words

Each call is one batch: it is on disk when the call returns, the state has taken it in, and one undo
takes all of it back. A call that would change nothing writes nothing and returns an empty ``Done``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from factcheck.model import (
    KINDS_OF_VERDICT,
    Analysis,
    Anchor,
    Event,
    EventType,
    Evidence,
    VerdictKind,
    VerdictName,
)
from factcheck.records import dataclass
from factcheck.review.anchoring.anchors import make_anchor
from factcheck.review.drafts import draft

if TYPE_CHECKING:
    from factcheck.review.state import State


class Log(Protocol):
    """Where events are kept. The store's is on disk; ``MemoryLog`` forgets."""

    def append(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Keep the events and return them as they were kept: all of them or, on an error, none.

        An event whose ``clock`` is empty gets the clock and the time of this moment, later than
        every event already there.
        """
        ...

    def events(self, after: str | None = None) -> tuple[Event, ...]:
        """The events in replay order, all of them or those whose clock is later than ``after``."""
        ...

    def since(self, number: int) -> tuple[tuple[Event, ...], int]:
        """The events kept after the first ``number``, whatever their clock, and how far the log reaches."""
        ...


@dataclass(frozen=True, slots=True)
class Done:
    """What one act did. All fields are empty where there was nothing to do."""

    events: tuple[Event, ...] = ()
    """The events that were appended, as the log keeps them."""
    claims: tuple[str, ...] = ()
    """The claims that were touched, in the order of the act: undo returns to the first."""
    acts: tuple[Event, ...] = ()
    """For undo and redo: the events taken back or put back; a rule switch stands only here."""

    def __bool__(self) -> bool:
        return bool(self.events)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on one claim that is to be set together with others."""

    claim: str
    verdict: VerdictName
    kind: VerdictKind | None
    evidence: tuple[Evidence | str, ...]


AnchorOf = Callable[[str], Anchor | None]
"""The anchor of a claim by its id; None where the claim is not in the session."""


def claim_anchors(analysis: Analysis) -> AnchorOf:
    """Anchors of the analysis's claims, made when they are asked for."""
    articles = {article.id: article for article in analysis.articles}
    claims = {claim.id: claim for claim in analysis.claims}

    def anchor_of(claim_id: str) -> Anchor | None:
        claim = claims.get(claim_id)
        return make_anchor(articles[claim.article], claim.start, claim.end) if claim else None

    return anchor_of


class Acts:
    """What one reviewer does to one session."""

    def __init__(self, log: Log, state: State, reviewer: str, anchor_of: AnchorOf) -> None:
        self._log = log
        self._state = state
        self._reviewer = reviewer
        self._anchor_of = anchor_of

    @property
    def state(self) -> State:
        return self._state

    @property
    def reviewer(self) -> str:
        return self._reviewer

    def judge(
        self,
        claims: Sequence[str],
        verdict: VerdictName,
        kind: VerdictKind | None = None,
        evidence: Sequence[Evidence | str] = (),
        note: str | None = None,
    ) -> Done:
        """Set one verdict on all the claims; ``evidence`` may name claims by id.

        A claim is no evidence for itself, so it is left out of its own. ``note`` replaces the note
        of each claim, None leaves it alone. To change kind or evidence, judge again.
        """
        if kind is not None and kind not in KINDS_OF_VERDICT[verdict]:
            raise ValueError(f"{kind!r} is no kind of {verdict!r}")
        return self._do(self._judged(uuid4().hex, claims, verdict, kind, evidence, note))

    def accept(self, found: Sequence[Judgement]) -> Done:
        """Set a verdict of its own on each of several claims, as one act."""
        batch = uuid4().hex
        events: list[Event] = []
        for each in found:
            events += self._judged(batch, [each.claim], each.verdict, each.kind, each.evidence)
        return self._do(events)

    def _judged(
        self,
        batch: str,
        claims: Sequence[str],
        verdict: VerdictName,
        kind: VerdictKind | None,
        evidence: Sequence[Evidence | str],
        note: str | None = None,
    ) -> list[Event]:
        linked = tuple(self._evidence(each) for each in evidence)
        events: list[Event] = []
        for claim in dict.fromkeys(claims):
            own = tuple(each for each in linked if each.claim != claim)
            events += self._verdict(batch, claim, verdict, kind, own)
            if note is not None:
                events += self._note(batch, claim, note)
        return events

    def clear(self, claims: Sequence[str]) -> Done:
        """Take the verdicts (with kind and evidence) off the claims; their notes stay."""
        batch = uuid4().hex
        events: list[Event] = []
        for claim in dict.fromkeys(claims):
            mark = self._state.mark(self._reviewer, claim)
            if mark is not None and mark.verdict is not None:
                fields = {"replaces": mark.event, "anchor": self._anchor(claim)}
                events.append(draft(self._reviewer, "clear", batch, claim, **fields))
        return self._do(events)

    def note(self, claim: str, text: str) -> Done:
        """Write the claim's note; an empty text removes it."""
        return self._do(self._note(uuid4().hex, claim, text))

    def switch_rule(self, detail: str) -> Done:
        """Log a change of rules in session.yaml, where their truth is; ``detail`` says what was changed.

        Undo and redo give the event back in ``Done.acts``: the caller writes session.yaml.
        """
        return self._do([draft(self._reviewer, "rules", uuid4().hex, detail=detail)])

    def do(self, drafts: Sequence[Event]) -> Done:
        """Write drafted events of this reviewer, as one act."""
        batch = uuid4().hex
        return self._do([replace(event, batch=batch) for event in drafts])

    def undo(self) -> Done:
        """Take this reviewer's last act back."""
        return self._turn("undo", self._state.undoable(self._reviewer))

    def redo(self) -> Done:
        """Do again what this reviewer undid last."""
        return self._turn("redo", self._state.redoable(self._reviewer))

    # --- making events --------------------------------------------------------------------

    def _verdict(
        self,
        batch: str,
        claim: str,
        verdict: VerdictName,
        kind: VerdictKind | None,
        evidence: tuple[Evidence, ...],
    ) -> list[Event]:
        mark = self._state.mark(self._reviewer, claim)
        same = mark is not None and (mark.verdict, mark.kind, mark.evidence) == (verdict, kind, evidence)
        if mark is not None and same and not mark.stale:
            return []
        replaced = self._state.standing(self._reviewer, claim, "verdict")
        return [
            draft(
                self._reviewer,
                "verdict",
                batch,
                claim,
                verdict=verdict,
                kind=kind,
                evidence=evidence,
                anchor=self._anchor(claim),
                replaces=replaced.id if replaced else None,
            )
        ]

    def _note(self, batch: str, claim: str, text: str) -> list[Event]:
        mark = self._state.mark(self._reviewer, claim)
        if text == (mark.note if mark else ""):
            return []
        replaced = self._state.standing(self._reviewer, claim, "note")
        fields = {"anchor": self._anchor(claim), "replaces": replaced.id if replaced else None}
        return [draft(self._reviewer, "note", batch, claim, note=text, **fields)]

    def _turn(self, type: EventType, target: str | None) -> Done:  # noqa: A002
        if target is None:
            return Done()
        turned = self._state.batch(self._reviewer, target)
        event = draft(self._reviewer, type, uuid4().hex, target=target)
        done = self._do([event])
        places = [self._state.place(self._reviewer, claim) for claim in _claims(turned)]
        return replace(done, claims=tuple(dict.fromkeys(places)), acts=turned)

    def _anchor(self, claim: str) -> Anchor:
        """The claim's anchor now; of a claim that has left the session, the one it was judged with."""
        anchor = self._anchor_of(claim)
        mark = self._state.mark(self._reviewer, claim)
        if anchor is None and mark is not None:
            anchor = mark.anchor
        if anchor is None:
            raise KeyError(claim)
        return anchor

    def _evidence(self, evidence: Evidence | str) -> Evidence:
        if isinstance(evidence, str):
            evidence = Evidence(claim=evidence)
        if evidence.claim is None or evidence.anchor is not None:
            return evidence
        anchor = self._anchor_of(evidence.claim)
        if anchor is None:
            raise KeyError(evidence.claim)
        return replace(evidence, anchor=anchor)

    def _do(self, events: Sequence[Event]) -> Done:
        if not events:
            return Done()
        kept = self._log.append(events)
        for event in kept:
            self._state.apply(event)
        return Done(events=kept, claims=_claims(kept))


def _claims(events: Sequence[Event]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(event.claim for event in events if event.claim is not None))
