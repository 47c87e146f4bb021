"""Until when a thing stays shut, and when it is to be open again: two ends of one stretch of days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from factcheck.compare.facts.similarity import STOPWORDS, stem, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import DateValue

_SHUT = re.compile(
    r"\b(?:closed|shut|suspended|halted|grounded|blocked|sealed\s+off|out\s+of\s+service"
    r"|(?:not|never)\s+(?:be\s+)?(?:re-?open(?:ed)?|resumed?))\b[^.;]{0,40}?"
    r"\b(?:until|till|before)\s+(?:(?:at\s+least|early|late)\s+)?\Z",
    re.I,
)
_OPEN = re.compile(
    r"(?<!not )(?<!not be )\b(?:re-?open(?:s|ed)?|resumed?|resumes|restart(?:s|ed)?"
    r"|(?:open|run|operate)s?\s+again|(?:expected|due|set|scheduled)\s+to\s+open)\b[^.;]{0,40}?(?:\b(?:on|from|by|early|as\s+early\s+as)\s+)?\Z",
    re.I,
)
SUBJECT = 6
"""Words before the verb in which the thing is looked for."""
_NO_THING = frozenset(
    map(
        stem,
        ("stay", "stays", "remain", "remains", "remained", "keep", "kept", "expected", "due", "able", "said"),
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """``opens``: open again on the date; else shut until it. ``things`` are stems of what it is told of."""

    opens: bool
    things: frozenset[str]
    date: DateValue


def term(text: str, start: int, dates: Sequence[DateValue]) -> Term | None:
    """What a clause that begins at ``start`` says of the end of a closing; None where it says nothing."""
    for date in dates:
        before = text[start : date.start]
        found = _SHUT.search(before)
        opens = None if found else _OPEN.search(before)
        verb = found or opens
        if verb is not None:
            subject = [word for word, _, _ in words(before[: verb.start()]) if word not in STOPWORDS]
            things = frozenset(map(stem, subject[-SUBJECT:])) - _NO_THING
            return Term(opens is not None, things, date) if things else None
    return None


def ends_of_one(a: Profile, b: Profile) -> Literal["agrees", "conflicts"] | None:
    """Whether the day on which a thing is to open fits that until which it stays shut.

    It conflicts where it lies before; what opens some days after it may have stayed shut for longer.
    """
    if a.term is None or b.term is None or a.term.opens == b.term.opens or not a.term.things & b.term.things:
        return None
    opening, shut = (a, b) if a.term.opens else (b, a)
    assert opening.term is not None
    assert shut.term is not None
    if not opening.ahead:
        return None
    first, last = opening.term.date, shut.term.date
    if not (first.earliest and first.latest and last.earliest and last.latest):
        return None
    if first.latest < last.earliest:
        return "conflicts"
    return "agrees" if (first.earliest, first.latest) == (last.earliest, last.latest) else None
