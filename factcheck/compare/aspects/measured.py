"""Of whom or what a measure is told: two speeds of one ship, not of two.

The subject of a clause is taken from its opening words. "The ferry" is the one name of the session
that is introduced as one ("the ferry Aldona"); where two names are, nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare.aspects.quantities import MEASURES
from factcheck.compare.facts.similarity import STOPWORDS, fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Article

PHYSICAL = frozenset({"speed", "length", "mass", "area"})
"""Dimensions of which one thing has one value, as far as it is told with the same words."""
LEAST_SHARED, ALL_BUT = 3, 0.7
"""How many words, and what share of them, two measures have in common that are told alike."""
_UNIT_WORDS = frozenset({"degre", "celsius", "fahrenheit", "percent", "cent", "million", "billion"})
"""Stems of words that belong to a number as its unit does."""
PRONOUNS = frozenset({"it", "he", "she", "they", "this", "that", "these", "those", "one", "who", "which"})
_INTRODUCED = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?)\s+(?:[a-z][a-z-]{1,20}\s+){0,2}?([a-z][a-z-]{2,20})\s+([A-Z][\w-]{2,30})\b"
)
_DIRECTION = re.compile(
    r"(?:\s*[a-z]+)?\s+(?:to\s+the\s+)?((?:(?:north|south)(?:[\s-]?(?:east|west))?)|east|west)(?:\s+of|\s+from)\s+"
    r"(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?){0,3}([A-Z][\w'’-]+)"
)
"""Behind a length: in which direction, and from where."""
_OPENING = re.compile(
    r"\W*(?:(?P<the>the|its|their|an?)\s+)?"
    r"(?:(?P<phrase>[\w'’-]{1,40}(?:\s+[\w'’-]{1,40}){0,3}?)\s+(?:was|were|is|are|had|has|have)\b|(?P<first>[\w'’-]{1,40}))",
    re.I,
)


def with_subjects(profiles: Sequence[Profile], articles: Iterable[Article]) -> tuple[Profile, ...]:
    """The profiles with the subject of each that tells a physical measure."""
    sorts: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        for noun, name in _INTRODUCED.findall(article.text):
            if noun not in STOPWORDS:
                sorts[stem(noun, article.lang)].add(fold(name))
    return tuple(replace(p, subject=_subject(p, sorts)) if _measures(p) else p for p in profiles)


def same_measured(a: Profile, b: Profile) -> bool | None:
    """Whether two measures are told of one thing with the same words; None where that is not known.

    A pronoun beside a name is taken for another: nothing says that they are one.
    """
    if not a.subject or not b.subject or (a.subject in PRONOUNS and b.subject in PRONOUNS):
        return None
    if a.subject != b.subject:
        return False
    units = {stem(f.interval.unit or "") for p in (a, b) for f in p.figures}
    told = (a.own & b.own) - units - {stem(a.subject), a.subject}
    return True if told else None


def same_words(a: Profile, b: Profile) -> bool:
    """Whether two measures are told with the same words, but for the number and its unit."""
    if not any(f.interval.dimension in MEASURES for p in (a, b) for f in p.figures):
        return False
    units = {word for p in (a, b) for f in p.figures for word in _UNIT_WORDS | {stem(f.interval.unit or "")}}
    left, right = ({s for s in p.own - units if not s[0].isdigit()} for p in (a, b))
    return len(left & right) >= LEAST_SHARED and len(left & right) >= ALL_BUT * max(len(left), len(right))


def same_spot(a: Profile, b: Profile) -> bool:
    """Whether both tell how far in one direction from one place: "nine miles south-west of Sarnek"."""
    return not _spots(a).isdisjoint(_spots(b))


def _spots(profile: Profile) -> set[tuple[str, str]]:
    lengths = (f for f in profile.figures if f.interval.dimension == "length")
    found = (_DIRECTION.match(profile.text, f.end - profile.start) for f in lengths)
    return {(re.sub(r"[\s-]", "", m[1]).casefold(), fold(m[2])) for m in found if m}


def _measures(profile: Profile) -> bool:
    return any(f.interval.dimension in PHYSICAL for f in profile.figures)


def _subject(profile: Profile, sorts: dict[str, set[str]]) -> str | None:
    found = _OPENING.match(profile.text)
    if found is None:
        return None
    words = (found["phrase"] or found["first"]).split()
    last = fold(words[-1])
    if last in PRONOUNS:
        return last
    named = sorts.get(stem(last))
    if named is not None:
        return next(iter(named)) if len(named) == 1 else None
    known = any(last in names for names in sorts.values())
    return last if known else None
