"""Who it is told of: another name in the same place, or two who have changed places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare.facts.similarity import fold, stem
from factcheck.compare.statements import saying as say
from factcheck.compare.statements.differing import Difference

if TYPE_CHECKING:
    from factcheck.compare.statements.bearing import Bearing
    from factcheck.compare.statements.readings import Reading

SWAP_LEAST, SWAP_MOST = 3, 12
"""Content words of a statement in which it is asked who does it to whom."""
_LEAD = re.compile(r"([^\W_]+)\W+(?:(?:the|a|an|its|his|her|their)\W+)?\Z")


def swapped(statement: Reading, text: Reading) -> Difference | None:
    """The text tells it the other way round: "copper displaces iron", "iron displaces copper"."""
    mine = statement.words.words
    if not SWAP_LEAST <= len(mine) <= SWAP_MOST:
        return None
    theirs = text.words.words
    for middle in range(1, len(mine) - 1):
        first, verb, last = mine[middle - 1], mine[middle], mine[middle + 1]
        if verb.name or verb.number or len({first.stem, verb.stem, last.stem}) < SWAP_LEAST:
            continue
        order = _order(first.stem, verb.stem, last.stem, text)
        if order == "other":
            at = next(w.sentence for w in theirs if w.stem == verb.stem)
            return Difference("actor", say.swapped(first.low, verb.low, last.low), 0.6, at)
    return None


def _order(first: str, verb: str, last: str, text: Reading) -> str | None:
    """Whether the text only ever has the two around the verb the other way round."""
    said = None
    theirs = text.words.words
    for at in text.words.by_stem.get(verb, ()):
        if not 0 < at < len(theirs) - 1:
            continue
        before, behind = theirs[at - 1], theirs[at + 1]
        if before.sentence != behind.sentence or _turns(text.text[theirs[at].start : behind.start]):
            continue
        if (before.stem, behind.stem) == (first, last):
            return "same"
        if (before.stem, behind.stem) == (last, first):
            said = "other"
    return said


def _turns(between: str) -> bool:
    """ "Was displaced by": the passive has the two the other way round, and tells the same."""
    return " by " in f"{between} "


def name_differs(
    statement: Reading, text: Reading, borne: Bearing, topic: frozenset[int]
) -> Difference | None:
    """A name the text has not, where the text has another name behind the same word ("by", "in")."""
    mine = statement.words.words
    said = {w.stem for w in mine}
    first, last = borne.sentences
    others = [w for w in text.words.words if w.name and w.stem not in said and first <= w.sentence <= last]
    for at, word in enumerate(mine):
        if not word.name or borne.found[at] or at in topic:
            continue
        if at and mine[at - 1].name and mine[at - 1].end + 1 >= word.start:
            continue
        lead = _lead(statement.text, word.start)
        for other in others:
            if lead and lead == _lead(text.text, other.start):
                return Difference(
                    "actor",
                    say.names(
                        word_text(statement, word.start, word.end), word_text(text, other.start, other.end)
                    ),
                    0.6,
                    other.sentence,
                )
    return None


def word_text(reading: Reading, start: int, end: int) -> str:
    """The whole name where the word at ``start`` is a part of one."""
    for name in reading.names:
        if name.start <= start and end <= name.end:
            return name.text
    return reading.text[start:end]


def _lead(text: str, start: int) -> str:
    found = _LEAD.search(text, max(0, start - 30), start)
    return stem(fold(found.group(1))) if found else ""
