"""Lines in which the page speaks, not the report: to its reader, of itself, of the law.

A line is one when each of its sentences is. A sentence is one when it has the frame of a call ("Sign up for
..."), of a question to the reader or of a notice **and** names a thing that a page has and an event has not
(a newsletter, an account, "this article"): either alone also begins sentences of reporting ("Share prices
fell", "Register offices closed"). What somebody is said to have said, or what is quoted, is text.
"""

from __future__ import annotations

import re

from factcheck.ingest.agencies import REPORTED
from factcheck.ingest.pageframes import FRAMES

LONGEST = 500
"""Code points of a line that is looked at: a notice may have some sentences, a call has one."""
_LONGEST_SENTENCE = 240
_SPLIT = re.compile(r"(?<=[.!?…])\s+(?=\S)")
_OF_THE_PAGE = re.compile(
    r"\b(?:our|this|the \S+(?: \S+){0,2}) (?:newsletter|journalism|website|banner)\b|'s journalism\b",
    re.IGNORECASE,
)
"""Such a sentence is no reason by itself, but in the company of others."""
_NEW_TAB = re.compile(
    r"(?:, opens (?:in )?(?:a )?new (?:tab|window)|\(opens in (?:a )?new (?:tab|window)\))$", re.IGNORECASE
)
_ANSWER = re.compile(
    r"(?:[Cc]all|[Ee]-?mail|[Cc]ontact|[Ww]rite to|[Tt]ell|[Tt]ext|[Rr]ing) "
    r"(?:us|our|the [A-Z])[^,.]{0,60}[.!]?$"
)
"""After a question to the reader ("Got a story?") whoever is to be called is the paper."""
_QUOTED = re.compile(r"[“”«»\"]")
_TOLD = re.compile(
    r"\b(?:warn|urge|demand|order|advise|insist|argue|claim|explain|chant|shout|fear)(?:s|e?d)\b"
    r"|,\s(?:the|an?|one|two|his|her|their|some|many|most)\s(?:[\w’'-]+\s){1,4}\w+(?:ed|s)\b\W*$",
    re.IGNORECASE,
)
"""Somebody else calls: "Leave your views at the door, the judge ordered"."""


def page_talk(line: str) -> str | None:
    """Why a whole line is the page speaking (the reason of its first sentence); None where it is text."""
    if len(line) > LONGEST or _QUOTED.search(line) or is_told(line):
        return None
    first = None
    before = ""
    for sentence in _SPLIT.split(line.strip(" *_>›»→▶")):
        why = _spoken(sentence)
        is_answer = before.endswith("?") and _ANSWER.match(sentence)
        if why is None and not is_answer and _OF_THE_PAGE.search(sentence) is None:
            return None
        first, before = first or why, sentence
    return first


def is_told(line: str) -> bool:
    """Somebody says it, or calls on somebody, in the line."""
    return REPORTED.search(line) is not None or _TOLD.search(line) is not None


def _spoken(sentence: str) -> str | None:
    if len(sentence) > _LONGEST_SENTENCE:
        return None
    plain = _NEW_TAB.sub("", sentence.rstrip(" .!…:>›→▶*_")).rstrip()
    return next((why for why, frame in FRAMES if frame.fullmatch(plain)), None)
