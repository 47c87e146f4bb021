"""One statement against one text: does the text back it, contradict it, or not bear on it?

First what the statement is about, then whether the text tells it otherwise. A line's answer hangs on
nothing but the line and the lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from factcheck.compare.statements import saying as say
from factcheck.compare.statements.bearing import bearing
from factcheck.compare.statements.denying import denied, opposite, polarity, superlative
from factcheck.compare.statements.differing import Difference, date_differs, figures
from factcheck.compare.statements.mentions import judge_mentions
from factcheck.compare.statements.naming import name_differs, swapped
from factcheck.compare.statements.readings import LONGEST, STATEMENT, plain_text, read_text
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.compare.statements.bearing import Bearing, Text
    from factcheck.compare.statements.readings import Reading
    from factcheck.model import LexiconEntry, RelationOn

Label = Literal["supported", "conflicting", "unsourced"]

TOPIC = 0.5
"""The least share of the words that say what a statement is about that a text on it has."""
BEARS = 0.55
"""The least share of all words at which a difference is one of the same matter."""
BACKS = 0.61
"""The least share of all words that backs a statement."""
TELLS = 0.4
"""The least share of what is told of the topic that backs a statement: a text on it may tell other things."""
THERE, DENIED = 0.3, 0.5
"""The least share of what is told of the topic in the sentence of a long text that tells it otherwise, and
in the one that denies it or dates it: a text has many dates."""
SHORT = 60
"""Words of a text that says one thing."""
SAME = 0.65
"""The least share of what is told of the topic at which a short text tells the same."""
LITTLE = 0.3
"""The least share of what is told at which a short text that has not the topic's name may be on it."""
_STOP = re.compile(r"[.!?][\"”’')\]]*\s*\Z")
_GOES_ON = re.compile(r"\b(?:he|she|it|they|his|her|its|their|him)\b|^the\b", re.I)
"""A text of one sentence that speaks of somebody named before."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """``score`` says how sure the label is, 0..1; ``on`` in what the two differ."""

    label: Label
    why: str
    score: float
    on: RelationOn | None = None
    denial: bool = False
    """One of the two says that it is not so."""


class PairJudge:
    """Holds the lexicon's machines, so that they are built once for all pairs."""

    def __init__(self, lexicon: Sequence[LexiconEntry] = ()) -> None:
        self._reader = ValueReader(lexicon)

    def judge(
        self,
        claim: str,
        evidence: str,
        claim_mention: str | None = None,
        evidence_mention: str | None = None,
    ) -> PairVerdict:
        """The label of one pair; with both mentions, whether these two values are one."""
        statement, text = self._read(claim[:STATEMENT]), self._read(evidence[:LONGEST])
        if claim_mention and evidence_mention:
            return judge_mentions(
                self._reader, statement, text, plain_text(claim_mention), plain_text(evidence_mention)
            )
        return judge_readings(statement, text)

    def _read(self, text: str) -> Reading:
        return read_text(self._reader, plain_text(text))


def judge_readings(statement: Reading, text: Reading) -> PairVerdict:
    """The label of a statement and a text that are read."""
    if not statement.words.words:
        return PairVerdict("unsourced", say.NOTHING_SAID, 0.0)
    if not text.words.words:
        return PairVerdict("unsourced", say.NO_TEXT, 1.0)
    topic = topic_of(statement)
    borne = bearing(statement.words, text.words, topic)
    found = differences(statement, text, borne, topic)
    return _short(statement, text, borne, found) if is_short(text) else _long(statement, borne, found)


def _long(statement: Reading, borne: Bearing, found: Sequence[Difference]) -> PairVerdict:
    """Of a text that tells many things: it must tell this one."""
    missing = missing_words(statement.words, borne)
    near = [d for d in found if borne.by_sentence.get(d.sentence, 0.0) >= _least(d)]
    if near and borne.share >= BEARS and _on_topic(borne):
        return _differs(near[0], borne)
    if borne.share >= BACKS and borne.told >= TELLS and _on_topic(borne):
        lost = _lost_number(statement.words, borne)
        if lost is None:
            return PairVerdict("supported", say.told(borne.share, missing), round(borne.share, 3))
        return PairVerdict("unsourced", say.no_number(lost), 0.5)
    return PairVerdict("unsourced", say.not_told(borne.share, missing), round(1 - borne.share, 3))


def _least(difference: Difference) -> float:
    return DENIED if difference.denial or difference.on == "date" else THERE


def _short(statement: Reading, text: Reading, borne: Bearing, found: Sequence[Difference]) -> PairVerdict:
    """Of a text of one sentence: on the same topic it tells the same, or something else of it."""
    missing = missing_words(statement.words, borne)
    if not _speaks_of_it(text, borne):
        return PairVerdict("unsourced", say.not_told(borne.share, missing), round(1 - borne.share, 3))
    parity = next((d for d in found if d.on == "polarity" and d.denial), None)
    others = [d for d in found if d is not parity]
    denial = denied(statement)
    if others:
        if denial:
            return PairVerdict("supported", say.denied_rightly(others[0].why), round(0.8 * others[0].sure, 3))
        return _differs(others[0], borne)
    if borne.told >= SAME:
        if parity:
            return _differs(parity, borne)
        return PairVerdict("supported", say.told(borne.share, missing), round(0.3 + 0.7 * borne.told, 3))
    if denial:
        return PairVerdict("supported", say.denied_rightly(say.otherwise(missing)), 0.4)
    return PairVerdict("conflicting", say.otherwise(missing), round(0.5 * (1 - borne.told), 3))


def _speaks_of_it(text: Reading, borne: Bearing) -> bool:
    """Whether a text of one sentence is about what the statement is about."""
    if borne.told >= SAME or (borne.topic is not None and borne.topic >= TOPIC):
        return True
    # What has no full stop is a heading or a list, and tells nothing else of anybody.
    return bool(_STOP.search(text.text)) and bool(_GOES_ON.search(text.text) or borne.told >= LITTLE)


def _differs(worst: Difference, borne: Bearing) -> PairVerdict:
    score = round(worst.sure * min(1.0, 0.4 + borne.share), 3)
    return PairVerdict("conflicting", worst.why, score, worst.on, worst.denial)


def differences(statement: Reading, text: Reading, borne: Bearing, topic: frozenset[int]) -> list[Difference]:
    """In what the text differs, the surest first."""
    number = figures(statement, text, borne.sentences)
    date = date_differs(statement, text, borne.sentences)
    rest = (
        polarity(statement, text, borne),
        opposite(statement, text, borne),
        name_differs(statement, text, borne, topic),
        superlative(statement, borne),
        swapped(statement, text),
    )
    return sorted((d for d in (number, date, *rest) if d is not None), key=lambda d: -d.sure)


def _on_topic(borne: Bearing) -> bool:
    return borne.topic is None or borne.topic >= TOPIC


def is_short(text: Reading) -> bool:
    """A text that says one thing."""
    return len(text.words.words) <= SHORT and len(text.sentences) <= 1


def topic_of(statement: Reading) -> frozenset[int]:
    """The places of the words that say what a statement is about: the first name in it."""
    found: list[int] = []
    for at, word in enumerate(statement.words.words):
        if word.name and (
            not found or _joined(statement.text, statement.words.words[at - 1].end, word.start)
        ):
            found.append(at)
        elif found:
            break
    return frozenset(found)


def _joined(text: str, end: int, start: int) -> bool:
    return len(text[end:start].split()) <= 1 and "," not in text[end:start]


def _lost_number(statement: Text, borne: Bearing) -> str | None:
    """A number of the statement that the text has not: what is said of it is not backed."""
    for word, credit in zip(statement.words, borne.found, strict=True):
        if word.number and not credit:
            return statement.text[word.start : word.end]
    return None


def missing_words(statement: Text, borne: Bearing, first: Collection[int] = ()) -> str:
    """The words of the statement that a text has not; those at ``first`` before the others."""
    places = [n for n, credit in enumerate(borne.found) if not credit]
    lost = [statement.words[n] for n in sorted(places, key=lambda n: (n not in first, n))]
    shown = [statement.text[word.start : word.end] for word in lost[:SHOWN]]
    return ", ".join(shown) + (" …" if len(lost) > SHOWN else "")
