"""Figures that their own article takes back, and those that it calls out of date.

"Not 48, as first reported", "an earlier version of this article put it at 48": nobody says 48 any more. "It
had earlier put the toll at 27" is what somebody said before counting again.
"""

from __future__ import annotations

import re

from factcheck.compare.hints import hinted

_VERSION = r"(?:article|story|report|text|piece|headline|page|post)"
_OWN_MISTAKE = re.compile(
    rf"\b(?:earlier|previous|original|first|initial)\s+(?:versions?|editions?)\s+of\s+(?:this|the|our)\s+{_VERSION}\b"
    rf"|\b(?:we|this\s+{_VERSION}|our\s+{_VERSION})\s+(?:\w+\s+){{0,2}}?"
    r"(?:wrongly|incorrectly|mistakenly|erroneously|misstated|misreported)\b"
    rf"|\bthis\s+{_VERSION}\s+(?:\w+\s+){{0,3}}?(?:said|stated|gave|put|reported)\b",
    re.I,
)
_GAVE = r"(?:gave|said|put|stated|reported|wrote|told|quoted|listed)"
_DAY = r"(?:yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|last\s+(?:week|month))"
_OWN_EARLIER = re.compile(
    rf"\b{_DAY}[’']s\s+(?:[^\s.;]+\s+){{1,5}}?{_GAVE}\b"
    rf"|\bwe\s+{_GAVE}\s+(?:(?:on|earlier|here)\s+){{0,2}}{_DAY}\b|\b{_DAY},?\s+we\s+{_GAVE}\b"
    rf"|\b(?:our|an|the)\s+(?:earlier|previous|first|initial)\s+{_VERSION}\s+(?:[^\s.;]+\s+){{0,4}}?{_GAVE}\b",
    re.I,
)
"""What a paper printed before; of itself that is no mistake."""
_MISTAKEN = re.compile(
    r"\b(?:corrections?|clarifications?|correct|wrong|incorrect|mistaken?|error|in\s+fact|should\s+have)\b",
    re.I,
)
_NEXT_SENTENCE = 100
"""How far behind a sentence (in code points) what is right may be told."""
_PUT_RIGHT = re.compile(
    r";|\b(?:correct(?:ed)?|right|actual|true|in\s+fact|should|rather|instead|but|now)\b", re.I
)
"""Behind it the sentence goes on to what is right."""
_NOT = re.compile(
    r"(?:,|\band|\bbut|[—–-])\s*not\s+(?:the\s+)?\Z|\b(?:rather\s+than|instead\s+of)\s+(?:the\s+)?\Z", re.I
)
_NOT_BUT = re.compile(r"\bnot\s+\Z", re.I)
_BUT = re.compile(r"[^.;\d]{0,40}\bbut\s", re.I)
_FIRST_TOLD = re.compile(
    r"[^.;,\d]{0,40}?,?\s+(?:as\s+)?(?:was\s+|were\s+|had\s+been\s+|has\s+been\s+)?"
    r"(?:first|initially|originally|previously|wrongly|mistakenly|incorrectly|erroneously)\s+"
    r"(?:reported|stated|given|said|thought|put|estimated|announced|published|believed)\b",
    re.I,
)
_SAID = r"(?:put|said|reported|estimated|given|gave|counted|spoken?|announced|set|listed)"
_BEFORE_NOW = re.compile(
    rf"\b(?:earlier|previously|initially|originally|at\s+first|first)\s+{_SAID}\b[^.;]{{0,60}}\Z"
    r"|\b(?:earlier|previous|initial|first|original)\s+(?:official\s+)?(?:figure|toll|count|estimate|report|tally|number)s?\b"
    r"[^.;]{0,40}\Z",
    re.I,
)
_OWN_WORDS = ("version", "edition", "we", "this", "our")
_EARLIER_WORDS = ("’s", "'s", "we", "earlier", "previous", "first", "initial")
_NOT_WORDS = ("not", "rather", "instead")
_FIRST_WORDS = ("first", "initial", "original", "previous", "wrongly", "mistakenly", "incorrect", "erroneous")
_BEFORE_WORDS = ("earlier", "previous", "initial", "original", "first")
"""Of these a text has one at least where the patterns of that name match."""
_SINCE_RISEN = re.compile(r"\b(?:but|now|since|risen|rose|raised|revised|updated)\b", re.I)


def taken_back(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether the figure at ``text[start:end]`` is one that its sentence says is wrong."""
    before, behind = text[sentence[0] : start], text[end : sentence[1]]
    said, then = before.casefold(), behind.casefold()
    for mistake in _OWN_MISTAKE.finditer(before) if hinted(said, _OWN_WORDS) else ():
        if not _PUT_RIGHT.search(before, mistake.end()):
            return True
    for told in _OWN_EARLIER.finditer(before) if hinted(said, _EARLIER_WORDS) else ():
        said_wrong = _MISTAKEN.search(text, sentence[0], sentence[1] + _NEXT_SENTENCE)
        if said_wrong and not _PUT_RIGHT.search(before, told.end()):
            return True
    if not hinted(said, _NOT_WORDS):
        return _first_told(behind, then) and bool(re.search(r"\bfrom\b", before[-24:], re.I))
    if _NOT.search(before) or (_NOT_BUT.search(before) and _BUT.match(behind)):
        return True
    return _first_told(behind, then) and bool(re.search(r"\bnot\b|\bfrom\b", before[-24:], re.I))


def own_frame(text: str) -> str:
    """The words with which a clause says that it tells what was printed before: "yesterday's Post gave"."""
    ends = [m.end() for pattern in (_OWN_MISTAKE, _OWN_EARLIER) for m in pattern.finditer(text)]
    return text[: max(ends, default=0)]


def out_of_date(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether the figure is told as one given before: "had earlier put the toll at 27"."""
    before, behind = text[sentence[0] : start], text[end : sentence[1]]
    told = _BEFORE_NOW.search(before) if hinted(before.casefold(), _BEFORE_WORDS) else None
    if told:
        return not _SINCE_RISEN.search(told.group())
    return _first_told(behind, behind.casefold())


def _first_told(behind: str, low: str) -> bool:
    return hinted(low, _FIRST_WORDS) and bool(_FIRST_TOLD.match(behind))
