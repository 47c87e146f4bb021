"""Acts other than judging, drafted as events: ``Acts.do`` writes them, one call is one act.

A claim's id is the hash of its place, so an id and an anchor that stand together name one place.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from factcheck.model import KINDS_OF_VERDICT, Anchor, Event, EventType, VerdictKind, VerdictName, claim_id

if TYPE_CHECKING:
    from factcheck.review.rounds.signatures import Reached
    from factcheck.review.state import State


def draft(
    reviewer: str,
    type: EventType,  # noqa: A002
    batch: str = "",
    claim: str | None = None,
    **fields: Any,
) -> Event:
    """An event with a random id, which gets its clock and time from the log that keeps it."""
    return Event(
        id=uuid4().hex,
        clock="",
        at="",
        reviewer=reviewer,
        type=type,
        batch=batch or uuid4().hex,
        claim=claim,
        **fields,
    )


def id_of(anchor: Anchor) -> str:
    """The id of the claim that stands where the anchor points."""
    return claim_id(anchor.text_sha256, anchor.start, anchor.end)


def hand_marked(reviewer: str, anchor: Anchor) -> Event:
    """A stretch of text that no rule found is a claim."""
    return draft(reviewer, "claim", claim=id_of(anchor), anchor=anchor)


def new_span(reviewer: str, claim: str, anchor: Anchor) -> Event:
    """The claim says what stands at the anchor, not more and not less; the reviewer's marks follow."""
    return draft(reviewer, "span", claim=claim, target=id_of(anchor), anchor=anchor)


def tied(reviewer: str, a: str, b: str, *, same: bool) -> Event:
    """Two claims tell the same fact, or not the same; ValueError for a claim and itself."""
    if a == b:
        raise ValueError("a claim and itself")
    return draft(reviewer, "tie", claim=a, target=b, detail="same" if same else "apart")


def spoken(reviewer: str, state: State, claim: str, anchor: Anchor, name: str) -> Event:
    """Who says the claim that stands at the anchor; an empty name for nobody."""
    earlier = [e for e in state.in_force("speaker") if state.place(e.reviewer, e.claim or "") == claim]
    replaced = earlier[-1].id if earlier else None
    return draft(reviewer, "speaker", claim=claim, anchor=anchor, detail=name, replaces=replaced)


def carried(reviewer: str, claim: str, anchor: Anchor) -> Event:
    """A proposal is confirmed: what was judged as ``claim`` stands at the anchor now."""
    return draft(reviewer, "carry", claim=claim, target=id_of(anchor), anchor=anchor)


def refused(reviewer: str, claim: str, anchor: Anchor) -> Event:
    """A proposal is refused: what was judged as ``claim`` is something else than stands at the anchor."""
    return draft(reviewer, "refuse", claim=claim, target=id_of(anchor), anchor=anchor)


def adjudicated(
    reviewer: str,
    state: State,
    claim: str,
    anchor: Anchor | None,
    verdict: VerdictName | None,
    kind: VerdictKind | None = None,
    note: str | None = None,
) -> Event:
    """The session's verdict, beside the reviewers' own; None withdraws it. ValueError for a wrong kind."""
    if kind is not None and (verdict is None or kind not in KINDS_OF_VERDICT[verdict]):
        raise ValueError(f"{kind!r} is no kind of {verdict!r}")
    before = state.adjudicated().get(claim)
    return draft(
        reviewer,
        "adjudicate",
        claim=claim,
        verdict=verdict,
        kind=kind,
        note=note,
        anchor=anchor,
        replaces=before.event if before else None,
    )


def blinded(reviewer: str, *, suggestions: bool = False) -> Event:
    """From here on this reviewer sees nobody else's verdicts and notes; nor suggestions, if so asked."""
    return draft(reviewer, "blind", detail="suggestions" if suggestions else None)


def revealed(reviewer: str) -> Event:
    return draft(reviewer, "reveal")


def signed(reviewer: str, sha256: str, how_far: Reached, note: str = "", name: str = "") -> Event:
    """A sign-off of the report that has this digest; ``name`` is what a login calls itself from here on."""
    said: dict[str, object] = {
        "sha256": sha256,
        "claims": how_far.claims,
        "judged": how_far.judged + how_far.open,
        "open": how_far.open,
        "left": how_far.left,
        "note": note,
    }
    if name:
        said["name"] = name
    return draft(reviewer, "sign", detail=json.dumps(said, ensure_ascii=False, sort_keys=True))
