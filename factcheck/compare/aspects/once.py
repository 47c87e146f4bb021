"""What happens once to one thing: a ship is built, somebody takes over a post, an engine is *last* inspected.

Two such dates are no two events that are told alike, however far apart they lie.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.aspects.dates import compare_dates
from factcheck.compare.aspects.people import same_people
from factcheck.compare.facts.similarity import STOPWORDS, stem, words
from factcheck.compare.reading.subjects import NOBODY_MEANT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.compare.aspects.dates import DateVerdict
    from factcheck.compare.reading.subjects import Meant
    from factcheck.model import DateValue, Entity

_DEEDS = (
    (
        "build",
        re.compile(
            r"\b(?:built|constructed|made|painted|written|composed|designed)(?=\s+in\s+[12]\d{3}\b)|\b(?:built|constructed)\b",
            re.I,
        ),
    ),
    (
        "found",
        re.compile(
            r"\b(?:founded|established|set\s+up|first\s+(?:held|run|staged|played|awarded|published)"
            r"|(?:has|have)\s+(?:existed|been\s+(?:held|run|staged|played|awarded|published|around))(?=\s+since\b))",
            re.I,
        ),
    ),
    (
        "own",
        re.compile(
            r"\b(?:bought|acquired|(?:has|have|had)\s+(?:belonged\s+to|been\s+owned\s+by|owned))\b", re.I
        ),
    ),
    ("bear", re.compile(r"\bborn\b", re.I)),
    (
        "lead",
        re.compile(
            r"\b(?:took\s+(?:over|office)|(?:has|had|have)\s+(?:led|run|headed|chaired|governed|ruled|managed|directed"
            r"|presided\s+over|edited|coached|captained|commanded)|been\s+in\s+(?:office|charge|power)"
            r"|(?:has|had|have)\s+been\s+(?:its\s+|the\s+)?(?:head|director|manager|mayor|minister|president|chief|chair\w*|coach"
            r"|captain|editor)(?=\s+(?:\w+\s+){0,4}?since\b))\b",
            re.I,
        ),
    ),
)
_ENDMOST = re.compile(
    r"\b(?:was|were|is|are|has|have|had|been)\s+(?P<end>last|first|most\s+recently)\s+(?:been\s+)?(?P<verb>[a-z]{3,})\b"
    r"|(?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)(?<!\ba\s)(?<!['’]s\s)"
    r"\b(?P<only>last|first)\s+(?P<deed>[a-z]{2,}ed)\b"
    r"|\b(?P<did>[a-z]{3,})\s+for\s+the\s+(?P<time>last|first)\s+time\b",
    re.I,
)
"""Whatever it is, it is done a first and a last time: "was last inspected", "opened for the first time"."""
_OF_TWO = frozenset({"own"})
"""Deeds that join an owner and a thing: both must be one."""
_DEED_WORDS = frozenset(
    map(stem, ("bought", "acquired", "belonged", "owned", "million", "billion", "company", "group", "firm"))
)
_TO_DATE = re.compile(
    r"(?:\s+(?!and\b|but\b|when\b|after\b)[\w'’-]+){0,6}?\s+(?:in|on|since)\s+(?:\w+\s+){0,2}\Z", re.I
)
"""What stands between the deed and its date."""
_ONE_OF_MANY = re.compile(r"\b(?:an?|another|some|many|most|several|other|both|houses|buildings)\b", re.I)
NEAREST = 60
"""How far behind the deed (in code points) its date may begin."""


@dataclass(frozen=True, slots=True)
class Once:
    """A deed with one date, and to whom or what: by name, and by the stems of the other words before it."""

    deed: str
    names: frozenset[str]
    nouns: frozenset[str]
    date: DateValue


def once(
    text: str,
    start: int,
    end: int,
    dates: Sequence[DateValue],
    entities: Sequence[Entity],
    lang: str = "en",
    meant: Meant = NOBODY_MEANT,
) -> Once | None:
    """The deed that the clause ``text[start:end]`` dates; None where it tells none, or of one of many.

    ``meant`` is what the pronoun stands for with which the clause opens.
    """
    for deed, match in _deeds(text, start, end, lang) if dates else ():
        date = next((d for d in dates if _belongs(text, match.end(), d)), None)
        # Who buys a thing stands before the verb and what is bought behind it, or the other way round.
        border = end if deed in _OF_TWO else match.start()
        subject = text[start:border]
        names = frozenset(e.name for e in entities if e.end <= border) | meant.names
        if date is None or (not names and _ONE_OF_MANY.search(subject)):
            continue
        small = deed in _OF_TWO  # of two things that lie in one town the town is no thing
        told = (
            word
            for word, at, _ in words(subject)
            if word not in STOPWORDS and not (small and subject[at].isupper())
        )
        nouns = frozenset(stem(word, lang) for word in told) | meant.stems
        if names or nouns:
            return Once(deed, names, nouns, date)
    return None


def _deeds(text: str, start: int, end: int, lang: str) -> Iterator[tuple[str, re.Match[str]]]:
    """What is done once in the clause, by a name for the deed."""
    for deed, pattern in _DEEDS:
        if match := pattern.search(text, start, end):
            yield deed, match
    if match := _ENDMOST.search(text, start, end):
        verb = match["verb"] or match["deed"] or match["did"]
        which = (match["end"] or match["only"] or match["time"]).casefold()
        yield f"{'first' if which == 'first' else 'last'} {stem(verb.casefold(), lang)}", match


def _things(one: Once) -> frozenset[str]:
    """The stems that belong to no name and to no date."""
    named = {stem(word) for name in one.names for word, _, _ in words(name)}
    return frozenset(n for n in one.nouns - named - _DEED_WORDS if not n[0].isdigit())


def _belongs(text: str, behind: int, date: DateValue) -> bool:
    return behind < date.start <= behind + NEAREST and bool(_TO_DATE.match(text[behind : date.start]))


def one_deed(a: Once | None, b: Once | None) -> DateVerdict | None:
    """What the dates of one deed are to each other; None where nothing says that it is one."""
    if a is None or b is None or a.deed != b.deed:
        return None
    same = same_people(a.names, b.names) if a.names and b.names else bool(a.nouns & b.nouns)
    if a.deed in _OF_TWO:
        same = same_people(a.names, b.names) and bool(_things(a) & _things(b))
    if " " in a.deed:  # done a last time to many things: the one must be named in the words of the other
        left, right = _things(a), _things(b)
        same = (left <= right or right <= left) and (same if a.names and b.names else bool(left & right))
    told = compare_dates(a.date, b.date) if same else None
    return told[0] if told else None
