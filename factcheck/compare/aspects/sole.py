"""What only one can have done or been: who fired first, what caused it.

Two claims that name two who "fired first" contradict each other, and so do two causes of one fire;
two who merely fired do not. So nothing else is compared by its actor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.aspects.people import same_people
from factcheck.compare.facts.similarity import STOPWORDS, stems, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Entity

_FIRST = re.compile(
    r"((?:\w+\s+)?\w+)\s+(?:the\s+)?first(?:\s+(?!time\b|to\b|of\b|in\b|on\b|and\b)(\w+))?\b", re.I
)
_CAUSED = r"(?:caused|triggered|sparked|set\s+off)"
_ACTIVE = re.compile(
    rf"(?P<cause>.{{3,160}}?)\s+(?:had\s+|has\s+|have\s+)?{_CAUSED}\s+(?!by\b)(?P<effect>.{{3,160}})"
)
_PASSIVE = re.compile(
    rf"(?P<effect>.{{3,160}}?)\s+(?:was|were|is|are|been)\s+(?:\w+ly\s+)?{_CAUSED}\s+by\s+(?P<cause>.{{3,160}})"
)


_BY = re.compile(
    r"(?P<subject>.{3,120}?)\s+(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?"
    r"(?P<verb>\w{3,}(?:ed|en|wn|ut|ught|ld|nt|de|ilt|ung|ot))\b(?P<rest>(?:\s+(?!by\b|and\b|but\b|that\b|which\b|who\b)[\w'’-]+){0,8}?)\s+by\s+"
    r"(?P<agent>(?:an?\s|one\s|[A-Z](?!\w*day\b))[^,;.]{2,80})"
)
"""A deed told in the passive, by one who did it: "the virus was brought in by a cook"."""
_NOT_BY_WHOM = re.compile(
    r"(?:an?|one)\s+(?:[\w-]+\s+)?(?:third|half|quarter|fifth|percent|hour|day|week|month|year|margin|vote|factor"
    r"|majority|number|series|wave|lot|few|total)\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b",
    re.I,
)
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Sole:
    """A deed or an effect that has one author: its stems, and who or what that is said to be."""

    deed: frozenset[str]
    names: frozenset[str] = frozenset()
    """Who did it, by name."""
    cause: frozenset[str] = frozenset()
    """What caused it: the stems of its words."""
    shown: str = ""
    verb: str | None = None
    """Of a deed told in the passive, the stem of its verb: two agents of it are two authors."""


def sole(text: str, start: int, end: int, entities: Sequence[Entity], lang: str = "en") -> Sole | None:
    """The deed with one author that the clause ``text[start:end]`` tells; None where it tells none."""
    clause = text[start:end]
    low = clause.casefold()
    for match in _FIRST.finditer(clause) if "first" in low else ():
        last = words(match.group(1))[-1:]
        if not last or last[0][0] in STOPWORDS:
            continue
        before = [e for e in entities if start <= e.start and e.end <= start + match.start(1) + 1]
        if before:
            deed = frozenset(stems(f"{match.group(1)} {match.group(2) or ''}", lang))
            return Sole(deed, names=frozenset({before[-1].name}), shown=clause)
    caused = any(word in low for word in ("caused", "triggered", "sparked", "set off"))
    found = (_PASSIVE.search(clause) or _ACTIVE.search(clause)) if caused else None
    if found is not None:
        # Before any other "by": "caused by a short circuit" and "caused by arson" are told alike.
        cause, effect = (frozenset(stems(found.group(part), lang)) for part in ("cause", "effect"))
        shown = " ".join(found.group("cause").split())
        return Sole(effect, cause=cause, shown=shown) if cause and effect else None
    by = _BY.search(clause) if " by " in low else None
    if by is None or _NOT_BY_WHOM.match(by["agent"]):
        return None
    done, verb = frozenset(stems(by["subject"], lang)), stems(by["verb"], lang)
    agent = frozenset(stems(by["agent"].split(" who ")[0], lang))
    if not (done and verb and agent):
        return None
    return Sole(done, cause=agent, shown=" ".join(by["agent"].split()), verb=verb[0])


def two_authors(a: Sole | None, b: Sole | None) -> bool:
    """One deed and two authors."""
    if a is None or b is None or not a.deed & b.deed:
        return False
    if a.verb != b.verb:
        return False
    if a.verb and len(a.deed & b.deed) < HALF * max(len(a.deed), len(b.deed)):
        return False
    if a.names and b.names:
        return not same_people(a.names, b.names)
    return bool(a.cause and b.cause) and not a.cause & b.cause


def same_deed(a: Sole | None, b: Sole | None) -> bool:
    """One deed and one author, by name."""
    if a is None or b is None or not a.deed & b.deed:
        return False
    return bool(a.names and b.names) and same_people(a.names, b.names)
