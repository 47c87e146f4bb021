"""Verdicts that took the place of others, claimants named by hand: what an honest report says it changed.

A reviewer's verdict is corrected by that reviewer alone; the session's verdict, the adjudicated one,
by whoever adjudicates next. Notes, and slips that undo took back, are no corrections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.verdicts import Correction
from factcheck.wording.undone import in_order, undone
from factcheck.wording.words import speaker_words, verdict_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.model import Event
    from factcheck.report.rows import Mention

AS_READ = "who says it, as the program read it,"
_TELLING = frozenset({"verdict", "clear", "adjudicate", "speaker", "span", "carry"})
_SESSION = ""
"""Whose verdict an adjudication is: no reviewer has an empty name."""


def corrections(
    events: Iterable[Event], mentions: Mapping[str, Mention], moved: Mapping[str, str] | None = None
) -> tuple[Correction, ...]:
    """Each change of a verdict, and each word of a reviewer on who says a claim, oldest first.

    ``moved`` says where claims of other versions of a text certainly stand now; where a reviewer
    trimmed a span or confirmed a place, their own verdicts go there.
    """
    standing: dict[tuple[str, str], Event] = {}
    own: dict[tuple[str, str], str] = {}
    spoken: dict[str, Event] = {}
    """The latest word on who says a claim counts, whoever said it."""
    found: list[Correction] = []
    for event in _in_force(events):
        claim = event.claim or ""
        if event.type in ("span", "carry"):
            _follow(standing, event.reviewer, _place(event.reviewer, claim, own, moved or {}), event.target)
            own[event.reviewer, claim] = event.target or claim
            continue
        place = _place(event.reviewer, claim, own, moved or {})
        if event.type == "speaker":
            found.append(_correction(spoken.get(place), event, mentions.get(place)))
            spoken[place] = event
            continue
        whose = _SESSION if event.type == "adjudicate" else event.reviewer
        old = standing.get((whose, place))
        standing[whose, place] = event
        if old is not None and _said(old) != _said(event):
            found.append(_correction(old, event, mentions.get(place)))
    return tuple(found)


def _in_force(events: Iterable[Event]) -> Iterator[Event]:
    """The events that set, clear or move a verdict or name who says it, in replay order, none undone."""
    ordered = in_order(events)
    out = undone(ordered)
    for event in ordered:
        tells = event.type in _TELLING
        if tells and event.claim is not None and (event.reviewer, event.batch) not in out:
            yield event


def _follow(standing: dict[tuple[str, str], Event], whose: str, claim: str, target: str | None) -> None:
    if target is None:
        return
    verdict = standing.get((whose, claim))
    there = standing.get((whose, target))
    if verdict is not None and (there is None or there.order < verdict.order):
        standing[whose, target] = verdict


def _place(reviewer: str, claim: str, own: Mapping[tuple[str, str], str], moved: Mapping[str, str]) -> str:
    """Where a judged claim stands now, as far as it is known; moves that go in a circle end."""
    seen: set[str] = set()
    while claim not in seen:
        seen.add(claim)
        claim = own.get((reviewer, claim)) or moved.get(claim, claim)
    return claim


def _said(event: Event | None) -> str:
    if event is None:
        return AS_READ
    if event.type == "speaker":
        return speaker_words(event.detail)
    return verdict_words(event.verdict, event.kind) if event.verdict else "no verdict"


def _correction(old: Event | None, new: Event, mention: Mention | None) -> Correction:
    anchor = new.anchor or (old.anchor if old else None)
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
