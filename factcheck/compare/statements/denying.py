"""Whether a text denies what a statement says, or tells the contrary of a word of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare.statements import saying as say
from factcheck.compare.statements.bearing import SUPERLATIVE
from factcheck.compare.statements.differing import Difference
from factcheck.compare.statements.polarity import clause_of, denies
from factcheck.compare.statements.wordkin import contrary

if TYPE_CHECKING:
    from factcheck.compare.statements.bearing import Bearing, Word
    from factcheck.compare.statements.readings import Reading

ASKED = 0.5
"""The least share of what a statement tells in a question that asks for it."""
_NO = re.compile(r"\s*(?:no|nope|not)\b", re.I)


def denied(statement: Reading) -> bool:
    """Whether the statement denies what it is mainly about: "nobody was hurt" may be an aside of it."""
    words = statement.words.words
    whole = sum(word.weight for word in words)
    odd = 0
    for start, end in statement.negations:
        left, right = clause_of(statement.text, start, end)
        odd += sum(w.weight for w in words if left <= w.start < right) * 2 >= whole
    return odd % 2 == 1


def polarity(statement: Reading, text: Reading, borne: Bearing) -> Difference | None:
    """One says that it is so, the other that it is not."""
    mine = denied(statement)
    first, last = borne.sentences
    marks = [m for m in text.negations if first <= text.sentence_at(m[0]) <= last]
    against = _answered_no(text, borne)
    for place, word in zip(borne.places, statement.words.words, strict=True):
        if place is None or word.name:
            continue
        there = text.words.words[place]
        if denies(text.text, there.start, [m for m in marks if text.sentence_at(m[0]) == there.sentence]):
            against = there
    if mine == (against is not None):
        return None
    if against is None:
        why = say.denial(_around(statement.text, statement.negations[0]), text_denies=False)
        return Difference("polarity", why, 0.7, _fullest(borne), denial=True)
    mark = min(text.negations, key=lambda m: abs(m[0] - against.start))
    return Difference(
        "polarity", say.denial(_around(text.text, mark), text_denies=True), 0.7, against.sentence, denial=True
    )


def _answered_no(text: Reading, borne: Bearing) -> Word | None:
    """ "Does it have a solid surface? No.": what the question asks is denied."""
    for place in borne.places:
        if place is None:
            continue
        word = text.words.words[place]
        end = text.sentences[word.sentence][1] if word.sentence < len(text.sentences) else 0
        asked = text.text[max(0, end - 2) : end].rstrip().endswith("?")
        if asked and _NO.match(text.text, end) and borne.by_sentence.get(word.sentence, 0.0) >= ASKED:
            return word
    return None


def _fullest(borne: Bearing) -> int:
    """The sentence that tells most of the statement."""
    return max(borne.by_sentence, key=lambda n: (borne.by_sentence[n], -n), default=0)


def _around(text: str, place: tuple[int, int]) -> str:
    return text[max(0, place[0] - 10) : place[1] + 30]


def opposite(statement: Reading, text: Reading, borne: Bearing) -> Difference | None:
    """A word of the statement is not told, and its contrary is."""
    first, last = borne.sentences
    there = [w for w in text.words.words if first <= w.sentence <= last]
    said = {w.stem for w in statement.words.words}
    for credit, word in zip(borne.found, statement.words.words, strict=True):
        if credit or word.name or word.number:
            continue
        for other in there:
            if other.stem not in said and contrary(word.stem, other.stem):
                return Difference("polarity", say.contrary(word.low, other.low), 0.7, other.sentence)
    return None


def superlative(statement: Reading, borne: Bearing) -> Difference | None:
    """The text tells the rest, and not that it is the largest, the first or the only one."""
    for credit, word in zip(borne.found, statement.words.words, strict=True):
        if not credit and SUPERLATIVE.match(word.low) and not word.name:
            return Difference("actor", say.not_the(word.low), 0.5, _fullest(borne))
    return None
