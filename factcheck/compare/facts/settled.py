"""What was not known and what somebody tells of it: "the cause is not yet clear", "a spark caused the fire".

Two questions are read, from the order of the words alone: a noun with what it is of ("the cause of the fire",
"the owner of the ship") and "who" or "what" before a verb ("who ordered the raid"). An answer has that verb
with a subject, or says what the noun is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.aspects.people import same_people
from factcheck.compare.aspects.stance import says_unknown
from factcheck.compare.facts.similarity import STOPWORDS, stem, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.compare.reading.profiles import Profile

_ASKED = re.compile(
    r"\b(?:the|its|their)\s+(?:(?:exact|precise|actual|real)\s+)?(?P<noun>[a-z]{4,})\s+(?:of|for|behind)\s+(?P<of>[^,;]+)"
    r"|\b(?:who|what)\s+(?:had\s+|has\s+|have\s+)?(?P<verb>[a-z]{2,}ed)\s+(?P<object>[^,;]+)",
    re.I,
)
_DONE = re.compile(r"(?<!\bthe )(?<!\ban )(?<!\ba )\b[a-z]{2,}ed\b", re.I)
_ASKS = re.compile(r"\b(?:what|whether|looking|searching|question\s+of)\b", re.I)
"""Who is still looking for an answer gives none."""
_IS = re.compile(
    r"\b(?P<noun>[a-z]{4,})\s+(?:of|for|behind)\s[^,;]{3,60}?\s(?:is|was|were|had\s+been)\s+(?:an?|the)\s",
    re.I,
)


class Question(NamedTuple):
    """What is not known, as two stems: the deed or noun asked for, and what it is of."""

    asked: str
    of: str


def settled(profiles: Sequence[Profile]) -> frozenset[tuple[int, int]]:
    """Pairs of claims (lower index first): what is said not to be known, and what answers it."""
    open_ = [(p, question) for p in profiles if not p.digest and (question := question_of(p.text))]
    if not open_:
        return frozenset()
    told: defaultdict[str, list[Profile]] = defaultdict(list)
    for p in profiles:
        if not (p.ahead or p.denied or p.digest or says_unknown(p.text) or _ASKS.search(p.text)):
            for base in frozenset(_answers(p.text)):
                told[base].append(p)
    return frozenset(
        (min(p.index, q.index), max(p.index, q.index))
        for p, question in open_
        for q in told.get(question.asked, ())
        if q.article != p.article
        and question.of in q.own
        and not (p.names and q.names and not same_people(p.names, q.names))
    )


def question_of(text: str) -> Question | None:
    """What a clause says is not known; None where it says no such thing, or not of what."""
    found = _ASKED.search(text) if says_unknown(text) else None
    if found is None:
        return None
    of = next((word for word, _, _ in words(found["of"] or found["object"]) if word not in STOPWORDS), None)
    return Question(stem((found["noun"] or found["verb"]).casefold()), stem(of)) if of else None


def _answers(text: str) -> Iterator[str]:
    """The stems of what a clause may answer: the verbs it has a subject for, and the noun it explains."""
    yield from (stem(found.group().casefold()) for found in _DONE.finditer(text))
    yield from (stem(found["noun"].casefold()) for found in _IS.finditer(text))
