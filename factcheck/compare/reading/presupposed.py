"""Words of a clause that take a deed for known and do not tell it.

"The girl *rescued* in Mill Street is in intensive care" tells where she is; "on the second day after the
*earthquake*", "a photo of the *captured* soldier", "fears of an *escalation*", "a recently *signed* treaty"
speak of a deed and do not report it. Surface signs are enough, as in :mod:`factcheck.compare.reading.heads`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.classes import Predicate

WINDOW = 80
_PARTICIPLE = re.compile(
    r"(?:\w+(?:ed|en|ung|ain|orn|own|ought|aught|elt)|shot|lost|held|made|built|sent|hurt|hit)\b", re.I
)
_DETERMINER = r"(?:an?|the|this|that|these|those|its|their|his|her|our|\w+['’]s?)"
_NOUN_NEXT = re.compile(
    r"\s+(?!(?:an?|the|this|that|its|their|his|her|by|in|on|at|near|to|of|from|with|during|and|or|but|for|as|while"
    r"|after|before|who|which|when|where|is|was|were|are|has|have|had|will|would|alive|dead|so|than)\b)[a-zA-Z]",
)
_SOME = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_ATTRIBUTE_BEFORE = re.compile(
    rf"\b(?:{_DETERMINER}|{_SOME}|of|in|on|before|behind|with|from|to|among|by)\s+(?:\w+ly\s+)?\Z", re.I
)
_WHO_BEFORE = re.compile(
    rf"\b(?:{_DETERMINER}|one|two|three)\s+(?:[\w-]+\s+){{1,3}}?(?:that|which|who|whom)\s+"
    rf"(?:(?:{_DETERMINER}|both|two)\s+(?:[\w-]+\s+){{1,3}}?)?"
    r"(?:(?:had|has|have|was|were|is|are)\s+)?(?:been\s+)?\Z",
    re.I,
)
""" "A ferry that sank", "the agreement that the two sides signed"; not behind a comma, which tells more."""
_FINITE = r"(?:had|has|have|was|were|is|are|will|would|could|must)"
_FINITE_BEFORE = re.compile(rf"\b(?:{_FINITE}|be|been|being|not|never|to|just|also|later|then)\s+\Z", re.I)
_VERB_BEFORE = re.compile(rf"\b{_FINITE}\b", re.I)
_GOES_ON = re.compile(
    r"\s+(?:by|in|on|at|near|during|from|into|to|as|under|last|earlier|this)\s"
    rf"(?:(?!(?:and|but|or|while|when|after|before|as|who|that|which|because)\b)[\w'’-]+\s+){{1,9}}?{_FINITE}\s+\w",
    re.I,
)
"""Behind a participle that opens no clause of its own: the verb of what is told."""
_TIME_BEFORE = re.compile(
    rf"\b(?:after|since|following|before|during|until|amid|despite)\s+{_DETERMINER}\s+(?:[\w-]+\s+){{0,2}}\Z"
    rf"|\b(?:in|from|of|about|over|on|to|into)\s+{_DETERMINER}\s+(?:(?!(?:an?|the)\b)[a-z-]+(?:(?<!s)|(?<=ous))\s+){{0,4}}\Z",
    re.I,
)
"""A noun in a phrase of time, or behind a preposition, no word between that could be a subject."""
_SPOKEN_OF = re.compile(
    r"\b(?:estimat(?:e|es|ion|ions)|assessments?|fears?|concerns?|worr(?:y|ies)|risks?|threats?|dangers?|prospects?"
    r"|chances?|hopes?|talk|questions?|criticism|anniversar(?:y|ies)|photos?|photographs?|pictures?|images?|videos?"
    r"|footage)\s+(?:by\s+(?:[A-Z][\w'’-]*\s+){1,4})?(?:of|about|over|on|showing)\s+(?:[\w'’-]+\s+){0,4}\Z",
)
_SPECIFIED = re.compile(r"\s+(?:that|which|who)\s")
"""A definite thing with a clause that says which: "the safety agreement that the two sides signed"."""
_DEFINITE_BEFORE = re.compile(r"\b(?:the|its|their|his|her|this|that)\s+(?:[\w-]+\s+){0,2}\Z", re.I)
_DOER = re.compile(
    r"(?:thief|thieves|burglars?|robbers?|raiders?|looters?|(?:murder|kill|attack|kidnapp|hijack|smuggl|bomb|hack|swindl)ers?"
    r"|arsonists?|rapists?|gunm[ae]n|assassins?|perpetrators?)\b",
    re.I,
)
""" "The thieves had come at night" tells when they came, and takes for known that they stole."""
_NOUN_BEFORE = re.compile(rf"\b(?:{_DETERMINER}|one|two|three|several|some)\s+(?:[\w-]+\s+){{0,2}}\Z", re.I)
_VERBAL = re.compile(r"\w+(?:ed|ing)\b", re.I)
_STAYS = re.compile(r"(?:stay|remain|keep|continue)(?:s|ed)?\s|kept\s", re.I)
"""A verb in front of a state: "schools in the valley *stay closed*" tells it, whatever stands before."""


def only_meant(text: str, start: int, end: int, predicates: Sequence[Predicate]) -> frozenset[str]:
    """The classes that ``text[start:end]`` has only in words that take the deed for known."""
    if not predicates:
        return frozenset()
    return _only_meant(text[start:end], tuple([(b - start, s - start, name) for b, s, name in predicates]))


@lru_cache(maxsize=20_000)
def _only_meant(clause: str, predicates: tuple[Predicate, ...]) -> frozenset[str]:
    told = {name for begin, stop, name in predicates if not _known(clause, begin, stop)}
    return frozenset([name for _, _, name in predicates]) - told


def done(text: str, start: int, predicates: Sequence[Predicate]) -> Sequence[tuple[int, int]]:
    """Where the clause says what is done with a verb: "was *captured*", not "the *capture* of"."""
    return [
        (begin, stop)
        for begin, stop, _ in predicates
        if _VERBAL.match(text, begin) or not _NOUN_BEFORE.search(text[max(start, begin - WINDOW) : begin])
    ]


def _known(clause: str, begin: int, stop: int) -> bool:
    before, behind = clause[max(0, begin - WINDOW) : begin], clause[stop:]
    if _STAYS.match(clause, begin, stop) and not _WHO_BEFORE.search(before):
        return False
    if _WHO_BEFORE.search(before) or _SPOKEN_OF.search(before):
        return True
    if _DOER.match(clause, begin) and _DEFINITE_BEFORE.search(before):
        return True
    if _PARTICIPLE.match(clause, begin):
        if _ATTRIBUTE_BEFORE.search(before) and _NOUN_NEXT.match(behind):
            return True
        opens = not before.strip() or _FINITE_BEFORE.search(before) or _VERB_BEFORE.search(before)
        return not opens and bool(_GOES_ON.match(behind))
    if _DEFINITE_BEFORE.search(before) and _SPECIFIED.match(behind):
        return True
    return bool(_TIME_BEFORE.search(before))
