"""Reviewers' names: who acts, what is shown, and what leaves the program.

A name that somebody chose is used everywhere. A login's is kept with a mark, shown at home, and
exported as a number, until whoever works under it signs off with a name: that name then stands for
all acts of the login, and the acts themselves stay as they are in the log.
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from factcheck.session import reviewer_is_chosen, reviewer_name
from factcheck.session.settings import Settings
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Event, Mark
    from factcheck.session import SessionFolder

LOGIN_MARK = "~"
"""Stands before a reviewer's name that is only a login's: such a name is never exported."""
NEVER_EXPORTED = frozenset({"import", "merge"})
"""What only this copy of the session has been through."""


def reviewer_for(folder: SessionFolder, explicit: str | None) -> str:
    """The name under which acts are kept: one that was chosen, or the login's, marked as such."""
    name = reviewer_name(explicit, folder.config)
    if reviewer_is_chosen(explicit, folder.config):
        return name.lstrip(LOGIN_MARK) or "reviewer"
    return LOGIN_MARK + name


def login_of() -> str:
    """The name under which the acts of this machine's user are kept who has chosen none."""
    return LOGIN_MARK + reviewer_name(None, None, Settings())


def shown_name(reviewer: str) -> str:
    return reviewer.removeprefix(LOGIN_MARK)


def aliases(reviewers: Iterable[str]) -> dict[str, str]:
    """What each reviewer is called outside this program: chosen names as they are, logins by number."""
    known = tuple(dict.fromkeys(reviewers))
    chosen = {name for name in known if not name.startswith(LOGIN_MARK)}
    free = (name for number in count(1) if (name := f"reviewer {number}") not in chosen)
    return {name: name if name in chosen else next(free) for name in known}


def chosen_names(history: Iterable[Event]) -> dict[str, str]:
    """What logins have signed off as, the latest name of each."""
    found: dict[str, str] = {}
    for event in history:
        if event.type == "sign" and event.reviewer.startswith(LOGIN_MARK) and (name := _signed_as(event)):
            found[event.reviewer] = name
    return found


def _signed_as(event: Event) -> str:
    try:
        said = json.loads(event.detail or "")
    except (ValueError, RecursionError):
        return ""
    name = said.get("name") if isinstance(said, dict) else None
    return flat(name).lstrip(LOGIN_MARK) if isinstance(name, str) else ""


def same_person(reviewer: str, login: str, history: Sequence[Event]) -> str:
    """Under whom acts are kept: a login that has signed off as ``reviewer`` goes on as itself.

    Somebody who has acted under the name itself is that reviewer, whatever a login calls itself.
    """
    known = any(event.reviewer == reviewer for event in history)
    return login if not known and chosen_names(history).get(login) == reviewer else reviewer


def exported_names(history: Iterable[Event]) -> dict[str, str]:
    """What each reviewer of this history is called outside this program, the same in every export."""
    acts = [event for event in history if event.type not in NEVER_EXPORTED]
    return aliases(event.reviewer for event in acts) | chosen_names(acts)


def renamed_mark(mark: Mark, names: dict[str, str]) -> Mark:
    return replace(mark, reviewer=names.get(mark.reviewer, "reviewer"))


def renamed_event(event: Event, names: dict[str, str]) -> Event:
    return replace(event, reviewer=names.get(event.reviewer, "reviewer"))
