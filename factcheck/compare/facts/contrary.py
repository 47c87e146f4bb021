"""What a short denial is about: the words behind its "not".

"He did not concede" shares one word with "Brandt conceded in a call before midnight", and that word is all
that it tells. Of a plan the same holds: "will not appeal", "there will be no appeal".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.aspects.people import same_people
from factcheck.compare.aspects.stance import firm
from factcheck.compare.facts.similarity import STOPWORDS, stem, words

if TYPE_CHECKING:
    from factcheck.compare.facts.telling import Telling
    from factcheck.compare.reading.profiles import Profile

_NOT = re.compile(
    r"\b(?:not(?:\s+(?:a|one|any))?|never|no|none\s+of|nobody|nothing|neither|cannot|\w+n['’]t)\b", re.I
)
_REACH = re.compile(r"(?:\s+[\w'’-]+){1,6}")
"""How far behind its "not" a denial is looked at, in words."""
_WILL_NOT = re.compile(
    r"\b(?:will|shall)\s+(?:not|never|be\s+no)\b|\bwould\s+(?:not|never)\s+(?!have\b|be\s+able\b)|\bwon['’]t\b|\bno\s+(?:plans?|intention)\b"
    r"|\b(?:rule[sd]?\s+out|refuse[sd]?\s+to)\b",
    re.I,
)
_WILL = re.compile(
    r"\b(?:will|shall|is\s+to|are\s+to|going\s+to|plan(?:s|ned)?\s+to|intend(?:s|ed)?\s+to|decided\s+to"
    r"|(?:is|are)\s+(?:ready|willing|prepared)\s+to)\b",
    re.I,
)
_WE = re.compile(r"\W*(?:we|I)\s")
_VERB = re.compile(r"\b(?:will|shall)\s+(?:not\s+|never\s+|also\s+|now\s+|then\s+)*([a-z]{3,})\b", re.I)
_WEAK = frozenset(
    {"have", "make", "take", "give", "get", "come", "continu", "remain", "becom", "the", "there"}
)
"""Verbs that say little of what will be done."""
_HELD = frozenset({"think", "believ", "believe", "suspect", "expect", "accept"})
"""Stems of what is not done where a thing is "not believed": what is denied stands behind them."""
NEAR = 2
"""How many sentences before or behind what it denies a short denial may stand."""


@lru_cache(maxsize=20_000)
def plan(text: str) -> bool | None:
    """Whether the clause announces that something will be done or that it will not; None for no plan."""
    if _WILL_NOT.search(text):
        return False
    return True if _WILL.search(text) and firm(text) else None


def against(a: Profile, b: Profile) -> bool:
    """One denies or refuses, and the other tells or announces it."""
    if a.plan is not None and b.plan is not None:
        return a.plan != b.plan
    return a.denied != b.denied and not a.ahead and not b.ahead


def core(profile: Profile, telling: Telling) -> frozenset[str]:
    """The stems that stand behind the denial's "not", out of what the clause tells."""
    found: set[str] = set()
    for mark in _NOT.finditer(profile.text):
        reach = _REACH.match(profile.text, mark.end())
        if reach:
            found |= telling.stems(profile, reach.start(), reach.end())
    return frozenset(found) - _HELD


def about_one_deed(a: Profile, b: Profile, telling: Telling) -> bool:
    """Whether the other tells the first thing behind the denial's "not": "nobody claimed the reward" is no
    denial that one was offered. True for a denial that says no "not".
    """
    denial, other = (a, b) if denier(a, b) is a else (b, a)
    for mark in _NOT.finditer(denial.text):
        reach = _REACH.match(denial.text, mark.end())
        told = (
            [(at, stem(word)) for word, at, _ in words(reach[0]) if word not in STOPWORDS | _HELD]
            if reach
            else []
        )
        deeds = [base for _, base in sorted(told) if base in telling.of(denial)]
        if deeds and deeds[0] not in telling.of(other):
            return False
    return True


def contradicts(a: Profile, b: Profile, telling: Telling) -> bool:
    """Whether one of the two denies just what the other tells, in words that few clauses have.

    In one article within three sentences, or where nothing else is told, the words behind the "not" are
    enough; else something more must be common.
    """
    if not against(a, b):
        return False
    denial, other = (a, b) if denier(a, b) is a else (b, a)
    if None not in (a.plan, b.plan) and _announced(a) & _announced(b):
        who, other_who = _who(a), _who(b)
        return not (who and other_who) or same_people(who, other_who)
    meant, told = core(denial, telling), telling.of(other)
    near = a.article == b.article and abs(a.sentence - b.sentence) <= NEAR
    if near and a.origin and b.origin and a.origin != b.origin and a.main & b.main:
        return not (a.names and b.names) or bool(a.names & b.names)
    if not near and bool(a.figures) != bool(b.figures):
        return False
    if near and not meant and told <= telling.of(denial):
        meant = told
    elif not meant and not worded_as_denial(denial) and len(telling.of(denial)) > 1:
        meant = telling.of(denial)  # "does not believe that the signal failed": all of it is denied
    if not meant or not meant <= told or not any(map(telling.rare, meant)):
        return False
    if a.names and b.names and not a.names & b.names:
        return False
    return near or telling.of(denial) <= told or bool(a.names & b.names) or len(meant) > 1


def _who(profile: Profile) -> frozenset[str]:
    """Whom a plan is about: the names in it, and the speaker where he says "we" or "I"."""
    if profile.names or not profile.origin or not _WE.match(profile.text):
        return profile.names
    return frozenset((profile.origin,))


def _announced(profile: Profile) -> frozenset[str]:
    """The stem of the verb right behind "will" or "will not"."""
    found = _VERB.search(profile.text)
    return frozenset({stem(found[1].casefold())}) - _WEAK if found else frozenset()


def denier(a: Profile, b: Profile) -> Profile:
    """Of two claims :func:`against` each other the one that denies, or says that it will not be done.

    Two plans go by what they announce; else that one of them is worded as a plan ("nobody has been hurt,
    and nobody will be") says nothing of who denies.
    """
    if a.plan is not None and b.plan is not None:
        return b if a.plan else a
    return a if a.denied else b


def worded_as_denial(profile: Profile) -> bool:
    """Whether its own words say no ("nobody was hurt"), and not only who reports them ("denied that")."""
    return bool(_NOT.search(profile.text)) or profile.plan is False
