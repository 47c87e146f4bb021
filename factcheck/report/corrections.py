"""Verdicts that took the place of others: what an honest report says it has changed.

A reviewer's verdict is corrected by that reviewer alone; the session's verdict, the adjudicated one,
by whoever adjudicates next. Notes, and slips that undo took back, are no corrections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.verdicts import Correction
from factcheck.wording.undone import in_order, undone
from factcheck.wording.words import verdict_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.model import Event
    from factcheck.report.rows import Mention

_SESSION = ""
"""Whose verdict an adjudication is: no reviewer has an empty name."""


def corrections(
    events: Iterable[Event], mentions: Mapping[str, Mention], moved: Mapping[str, str] | None = None
) -> tuple[Correction, ...]:
    """Each change of a verdict, oldest first.

    ``moved`` says where claims of other versions of a text certainly stand now; where a reviewer
    trimmed a span or confirmed a place, their own verdicts go there.
    """
    standing: dict[tuple[str, str], Event] = {}
    own: dict[tuple[str, str], str] = {}
    found: list[Correction] = []
    for event in _in_force(events):
        claim = event.claim or ""
        if event.type in ("span", "carry"):
            _follow(standing, event.reviewer, _place(event.reviewer, claim, own, moved or {}), event.target)
            own[event.reviewer, claim] = event.target or claim
            continue
        place = _place(event.reviewer, claim, own, moved or {})
        whose = _SESSION if event.type == "adjudicate" else event.reviewer
        old = standing.get((whose, place))
        standing[whose, place] = event
        if old is not None and _said(old) != _said(event):
            found.append(_correction(old, event, mentions.get(place)))
    return tuple(found)


def _in_force(events: Iterable[Event]) -> Iterator[Event]:
    """The events that set, clear or move a verdict, in replay order, without the acts that are undone."""
    ordered = in_order(events)
    out = undone(ordered)
    for event in ordered:
        tells = event.type in ("verdict", "clear", "adjudicate", "span", "carry")
        if tells and event.claim is not None and (event.reviewer, event.batch) not in out:
            yield event


def _follow(standing: dict[tuple[str, str], Event], whose: str, claim: str, target: str | None) -> None:
    if target is None:
        return
    verdict = standing.get((whose, claim))
    there = standing.get((whose, target))
    if verdict is not None and (there is None or (there.clock, there.id) < (verdict.clock, verdict.id)):
        standing[whose, target] = verdict


def _place(reviewer: str, claim: str, own: Mapping[tuple[str, str], str], moved: Mapping[str, str]) -> str:
    """Where a judged claim stands now, as far as it is known; moves that go in a circle end."""
    seen: set[str] = set()
    while claim not in seen:
        seen.add(claim)
        claim = own.get((reviewer, claim)) or moved.get(claim, claim)
    return claim


def _said(event: Event) -> str:
    return verdict_words(event.verdict, event.kind) if event.verdict else "no verdict"


def _correction(old: Event, new: Event, mention: Mention | None) -> Correction:
    anchor = new.anchor or old.anchor
    return Correction(
        at=new.at,
        reviewer=new.reviewer,
        claim=mention.claim if mention else new.claim or "",
        cite=mention.cite if mention else "",
        quote=mention.quote if mention else (anchor.exact if anchor else ""),
        old=_said(old),
        new=_said(new),
        note=new.note or "",
        adjudicates=new.type == "adjudicate",
    )
