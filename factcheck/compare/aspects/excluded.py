"""Who is said not to have been it: "police arrested the driver's assistant, not the driver".

Who tells that the driver was arrested is contradicted, though both tell of one arrest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.compare.facts.similarity import STOPWORDS, stem, words

if TYPE_CHECKING:
    from factcheck.compare.reading.profiles import Profile

_NOT = re.compile(
    r"(?:,\s+(?=not\s)|\s(?=rather\s+than\s)|\A\W*(?=not\s)|\s(?=not\s(?:[\w'’-]+\s){1,4}but\s))", re.I
)
_MARK = re.compile(r"(?:not|rather\s+than)\s+(?:by\s+)?", re.I)
_SOMEBODY = re.compile(r"(?:the|an?|his|her|its|their)\s(?!same\b|first\b|last\b|next\b)|[A-Z](?!\w*day\b)")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_ENDS = re.compile(
    r"[,.;:“”\"]|\s(?:on|in|at|by|for|after|before|from|to|with|over|but|and|or|as|who|that|which|was|were|is|are|had|has"
    r"|have|been|because|when|while|during)\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being|got)\s+(?:\w+ly\s+)?\Z", re.I)
_GROUP = re.compile(
    r"(?:\s+(?:was|were|is|are|be|been|being|got|had|has|have|also|\w+ly|who|that|which))*\s*\Z", re.I
)
FAR, NEAR = 200, 40
"""Code points: a verb further on has no plain subject; where the auxiliary before it stands."""
_SHORT = 4
"""Words in which somebody is named."""


def denied_role(a: Profile, b: Profile) -> tuple[str, str] | None:
    """What the two say of who did or underwent it, where one denies it of whom the other tells it."""
    if a.ahead or b.ahead or a.denied or b.denied or not (a.done & b.done or a.main & b.main):
        return None
    verbs = (a.done | b.done) - STOPWORDS
    found = _against(a.text, b.text, verbs)
    if found is not None:
        return found
    back = _against(b.text, a.text, verbs)
    return (back[1], back[0]) if back else None


@lru_cache(maxsize=20_000)
def _against(text: str, other: str, verbs: frozenset[str]) -> tuple[str, str] | None:
    mark = _NOT.search(text)
    verb, done = _verb(text, verbs), _verb(other, verbs)
    if mark is None or verb is None or done is None or _NOT.search(other):
        return None
    lead = _MARK.match(text, mark.end())
    if lead is None or not _SOMEBODY.match(text, lead.end()) or _MONTH.match(text, lead.end()):
        return None
    end = _ENDS.search(text, lead.end())
    stop = min(end.start() if end else len(text), verb[0] if lead.end() < verb[0] else len(text))
    who = text[lead.end() : stop].strip()
    passive, told = _passive(text, verb[0]), _passive(other, done[0])
    undergoes = passive == (lead.end() < verb[0])
    phrase = _before(other, done[0]) if undergoes == told else _behind(other, done[1])
    if len(who.split()) > _SHORT or not phrase or not _one(who, phrase):
        return None
    return text[mark.end() : stop].strip(), phrase


def _verb(text: str, verbs: frozenset[str]) -> tuple[int, int] | None:
    return next(((start, end) for word, start, end in words(text) if stem(word) in verbs), None)


def _passive(text: str, verb: int) -> bool:
    return bool(_PASSIVE.search(text[max(0, verb - NEAR) : verb]))


def _before(text: str, verb: int) -> str:
    """The subject, without what is set in behind it: "The driver, Tomas Reiter, was"."""
    return _GROUP.sub("", text[:verb]).split(",")[0].strip() if verb <= FAR else ""


def _behind(text: str, verb: int) -> str:
    end = _ENDS.search(text, verb)
    return text[verb : end.start() if end else len(text)].strip()


def _one(who: str, phrase: str) -> bool:
    """One is the other but for names: "the mayor" is "Mayor Ada Holm", and not "the deputy mayor"."""
    own, there = _stems(who), _stems(phrase)
    named = {stem(word) for word, start, _ in words(phrase) if phrase[start].isupper()}
    return bool(own) and own <= there and there - own <= named


def _stems(text: str) -> set[str]:
    return {stem(word) for word, _, _ in words(text) if word not in STOPWORDS}
