"""Two states of one thing that exclude each other: a contradiction, or one after the other.

"The bridge is closed" and "the bridge has reopened" contradict each other where nothing says that they are
told of two times. What was once so and then came to an end is a sequence: "two men were arrested", "the two
have been released".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcheck.compare.aspects.dates import compare_dates, days
from factcheck.compare.aspects.people import same_people
from factcheck.compare.facts.states import contrary as contrary_states
from factcheck.compare.facts.states import excludes
from factcheck.compare.statements.wordkin import akin, contrary

if TYPE_CHECKING:
    from factcheck.compare.facts.states import State, Thing
    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import DateValue


NOWHERE = ("", "")
"""Of nobody it is said in what state he was met."""


class Told(NamedTuple):
    """What a clause tells of states, of whom, and when."""

    states: tuple[State, ...]
    names: frozenset[str]
    dates: tuple[DateValue, ...]
    when: tuple[str, str] | None
    """First and last day (ISO) of what it tells, where it is dated."""
    day: str | None
    """The day on which it was told; None where nobody knows."""
    ahead: bool = False
    met: tuple[str, str] = NOWHERE
    """How and in what state somebody or something was met: "was *found alive*"."""


_MET = re.compile(
    r"\b(found|discovered|recovered|located|pulled|brought|washed|returned|left|arrived|came)\b"
    r"(?:\s+(?:out|back|home|ashore|up|in|there|still|quite|again))?\s+(alive|dead|lifeless|safe|well|unhurt|unharmed"
    r"|uninjured|injured|wounded|hurt|conscious|unconscious|drowned|open|closed|shut|locked|unlocked|intact|damaged"
    r"|empty|full|loaded|unloaded)\b",
    re.I,
)


def met_in(text: str) -> tuple[str, str]:
    """The verb of ``text`` that says in what state somebody or something was met, and the state."""
    found = _MET.search(text)
    return (found[1].casefold(), found[2].casefold()) if found else NOWHERE


class Opposed(NamedTuple):
    """``later`` is 0 or 1 where the one came after the other, None where both cannot be true."""

    states: tuple[State, State]
    later: Literal[0, 1] | None


def tells(profile: Profile) -> Told:
    """What a claim tells of states. What somebody typed is of no known day."""
    published = None if profile.typed or profile.published is None else profile.published[0]
    met = met_in(profile.text)
    return Told(profile.states, profile.names, profile.dates, profile.when, published, profile.ahead, met)


def exclusive(a: Told, b: Told) -> bool:
    """Whether they tell states that exclude each other, of whatever things: they do not say the same."""
    return any(excludes(s, t) for s in a.states for t in b.states)


def of_two_things(a: Told, b: Told) -> bool:
    """Whether both tell one state, each of another thing: closed schools bear out no closed road."""
    met = [
        (s.thing, t.thing) for s in a.states for t in b.states if s.name == t.name and s.negated == t.negated
    ]
    return bool(met) and not any(_named_alike(s, t) for s, t in met)


def denied_alike(a: Told, b: Told) -> bool:
    """ "Closed" and "not open": one of them is worded as a denial, and both tell the same."""
    return any(s.negated != t.negated and contrary_states(s, t) for s in a.states for t in b.states)


def opposed(a: Told, b: Told) -> Opposed | None:
    """The first two states of one thing that exclude each other; None where there are none."""
    if not a.states or not b.states or a.ahead or b.ahead:
        return None
    for s in a.states:
        for t in b.states:
            if excludes(s, t) and one_thing(a, s, b, t):
                return Opposed((s, t), _later(a, s, b, t))
    return None


def one_thing(a: Told, s: State, b: Told, t: State) -> bool:
    """Whether two states are said of one thing, in one place."""
    if not _one(s.thing, t.thing):
        return False
    if s.agent and t.agent and not (s.ends or t.ends) and not _one(s.agent, t.agent):
        return False
    if s.about and t.about and not s.about & t.about:
        return False
    return not (a.names and b.names) or same_people(a.names, b.names)


def _one(s: Thing, t: Thing) -> bool:
    if s.part or t.part or _other_number(s, t):
        return False
    if not _named_alike(s, t):
        return False
    rest = [s.words - t.words, t.words - s.words]
    if akin(s.head, t.head):
        rest = [own - {s.head, t.head} for own in rest]
    if all(rest) or any(contrary(x, y) for x in s.words | s.behind for y in t.words | t.behind if x != y):
        return False
    return not (s.behind and t.behind) or bool(s.behind & t.behind)


def _named_alike(s: Thing, t: Thing) -> bool:
    return s.head == t.head or akin(s.head, t.head) or s.head in t.words or t.head in s.words


def _other_number(s: Thing, t: Thing) -> bool:
    if s.numbers and t.numbers:
        return s.numbers != t.numbers
    return bool(s.numbers or t.numbers) and not (s.definite or t.definite)


def _later(a: Told, s: State, b: Told, t: State) -> Literal[0, 1] | None:
    """Which of the two came after the other; None where they are told of one time, or of no known one."""
    order = _order(a, b)
    if order is not None:
        after, before = (t, s) if order else (s, t)
        # What is *still* so has not come to an end before.
        return None if after.still and before.name not in after.ends else order
    if a.met[0] == b.met[0] and a.met[1] != b.met[1]:
        # Found alive and found dead: she was found once. Who was found alive may die later.
        return None
    if (s.name in t.ends and not s.now) or (t.later and not s.later and not s.now):
        return 1
    if (t.name in s.ends and not t.now) or (s.later and not t.later and not t.now):
        return 0
    return None


def _order(a: Told, b: Told) -> Literal[0, 1] | None:
    """Which is told of the later time, by the dates of both and the days on which they were told."""
    if any(_one_time(d, e) is True for d in a.dates for e in b.dates):
        return None
    if any(_one_time(d, e) is False for d in a.dates for e in b.dates):
        first, second = a.when, b.when
        return 0 if first and second and first[0] > second[0] else 1
    first, second = _span(a), _span(b)
    if first is None or second is None:
        return None
    if (days(first[1], second[0]) or 0) > 0:
        return 1
    return 0 if (days(second[1], first[0]) or 0) > 0 else None


def _one_time(d: DateValue, e: DateValue) -> bool | None:
    if d.weekday is not None and e.weekday is not None and not (d.earliest and e.earliest):
        return d.weekday == e.weekday
    found = compare_dates(d, e)
    return None if found is None else found[0] == "agrees"


def _span(told: Told) -> tuple[str, str] | None:
    return told.when or (None if told.day is None else (told.day, told.day))
