"""Verdicts that took the place of others: what an honest report says it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.rows import Correction
from factcheck.wording.words import verdict_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.model import Event
    from factcheck.report.rows import Mention


def corrections(events: Iterable[Event], mentions: Mapping[str, Mention]) -> tuple[Correction, ...]:
    """Each change of a verdict, oldest first. A slip that was taken back by undo is no correction."""
    standing: dict[tuple[str, str], Event] = {}
    found: list[Correction] = []
    for event in _in_force(events):
        if event.claim is None:
            continue
        old = standing.get((event.reviewer, event.claim))
        standing[event.reviewer, event.claim] = event
        if old is not None and _said(old) != _said(event):
            found.append(_correction(old, event, mentions.get(event.claim)))
    return tuple(found)


def _in_force(events: Iterable[Event]) -> Iterator[Event]:
    """The events that set or clear a verdict, in replay order, without the batches that are undone."""
    ordered = sorted(events, key=lambda event: (event.clock, event.id))
    undone: set[tuple[str, str]] = set()
    for event in ordered:
        batch = (event.reviewer, event.target or "")
        if event.type == "undo":
            undone.add(batch)
        elif event.type == "redo":
            undone.discard(batch)
    for event in ordered:
        judges = event.type in ("verdict", "clear") or (event.type == "import" and event.verdict is not None)
        if judges and (event.reviewer, event.batch) not in undone:
            yield event


def _said(event: Event) -> str:
    return verdict_words(event.verdict, event.kind) if event.verdict else "no verdict"


def _correction(old: Event, new: Event, mention: Mention | None) -> Correction:
    anchor = new.anchor or old.anchor
    return Correction(
        at=new.at,
        reviewer=new.reviewer,
        claim=new.claim or "",
        cite=mention.cite if mention else "",
        quote=mention.quote if mention else (anchor.exact if anchor else ""),
        old=_said(old),
        new=_said(new),
        note=new.note or "",
    )
