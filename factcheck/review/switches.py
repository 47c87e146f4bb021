"""Rules and rule files switched in session.yaml, where their truth is; in the log for the audit and for undo.

    off count.things    on own.rule_1    drop 0 core    use 3 crime

A file is logged with its place in ``use``, from 0: it comes back to where a person had written it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.review.drafts import draft

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Event


class Switch(NamedTuple):
    """``place`` is that of a file in ``use``; None where it is a rule that is switched."""

    name: str
    on: bool
    place: int | None = None


def switched(reviewer: str, rule: str, *, on: bool) -> Event:
    """A rule was switched."""
    return draft(reviewer, "rules", detail=f"{'on' if on else 'off'} {rule}")


def used(reviewer: str, name: str, place: int, *, on: bool) -> Event:
    """A shipped pack or a rule file was put to use at this place of ``use``, or taken from it."""
    return draft(reviewer, "rules", detail=f"{'use' if on else 'drop'} {place} {name}")


def switch_of(event: Event) -> Switch | None:
    """What an event of type ``rules`` switched; None where it does not say."""
    state, _, name = (event.detail or "").partition(" ")
    if state in ("on", "off"):
        return Switch(name, state == "on") if name else None
    place, _, name = name.partition(" ")
    if state in ("use", "drop") and place.isdecimal() and len(place) < 6 and name:
        return Switch(name, state == "use", int(place))
    return None


def last_place(history: Iterable[Event], name: str) -> int | None:
    """Where a file stood in ``use`` when somebody last took it away; None where nobody did."""
    places = [
        switch.place
        for event in history
        if event.type == "rules" and (switch := switch_of(event)) and switch.name == name and not switch.on
    ]
    return places[-1] if places else None


def words(event: Event) -> str:
    """What was switched, and how."""
    switch = switch_of(event)
    if switch is None:
        return f"rules: {event.detail or ''}"
    if switch.place is None:
        return f"rule {'on' if switch.on else 'off'} {switch.name}"
    return f"{switch.name} {'used' if switch.on else 'not used any more'}"
