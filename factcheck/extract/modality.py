"""How a claim is put: as a fact, a denial, a possibility or something to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.main_clause import main_clause
from factcheck.extract.negation import DOUBTED, denies, leaves_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Modality

_BEFORE = 120
"""Code points before the claim that still bear on it ("denied that", "warned that")."""

_FORETELLING = re.compile(
    r"\b(?:warn(?:s|ed|ing)?|predict(?:s|ed|ing)?|forecast(?:s|ed)?|fear(?:s|ed)?|plans?|threat(?:s|en|ens|ened)?"
    r"|concerns?|promis(?:es?|ed)|vow(?:s|ed)?|pledg(?:es?|ed)|expect(?:s|ed)?)\b"
)
_SUPPOSING = re.compile(
    r"\b(?:believ(?:es?|ed)|suspect(?:s|ed)?|suggest(?:s|ed|ing)?|speculat\w{1,5}|possib\w{1,6}|thinks?|thought|rumou?r(?:s|ed)?)\b"
)
_DENIED = re.compile(
    r"\b(?:(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would)\s+(?:\w+ly\s+|yet\s+)?(?:not|never)\b(?!\s+only)"
    r"|(?:is|are|was|were|has|have|had|do|does|did|ca|could|wo|would)n['’]t\b"
    r"|cannot\b|neither\b|never\b|no\s+evidence\b|no\s+(?:one|group|sign|proof|indication)\b"
    rf"|{DOUBTED}|(?:refus|declin)(?:es?|ed)\s+to\b|fail(?:s|ed)?\s+to\b|den(?:y|ies|ied)\b|without\s+(?:any\s+)?evidence\b)"
)
_NO_SUBJECT = re.compile(
    r"\W*no\s+(?!longer|doubt|wonder|immediate|word|indication|sign|evidence|way|need|question|reason|claim|comment|plans?\b"
    r"|fewer|less|more|later|date|decision|details?|matter|one\b)(?:[\w'’-]+\s+){1,4}?"
    r"(?:(?:was|were|is|are|has|have|had|did|does|do)\b(?!\s+not\b)|ran|went|came|took|gave|got|left|fell|broke|saw|knew|stood"
    r"|[a-z]{3,}ed\b)"
)
""" "No job was cut", "no station ran out of water": what no such thing did was not done."""
_UNKNOWN = re.compile(
    r"\b(?:not|never)\s+(?:\w+ly\s+|yet\s+|been\s+){0,2}(?:known|clear|disclosed|established|released|determined|ruling\s+out|ruled\s+out)\b"
)
_IS_TO = re.compile(
    r"\b(?:is|are)\s+to\s+(?!blame|do\s+with|the\b|an?\b|this|that|these|those|us\b|them|him|her|me\b|you|it\b|what"
    r"|some|many|most|all\b|every|others?\b)[a-z]"
)
""" "Is to close"; not "this crown is to Orvania what a lake is to others"."""
_CHARGED = re.compile(r"\b(?:for|of|by|over)\s+(?:\w+ly\s+)?[a-z]+ing\b.{0,80}?\bthat\b.*", re.S)
""" "Was fined for telling customers that they would save": what somebody is charged with is no forecast."""
_FORECAST = re.compile(
    r"\b(?:will|shall|'ll|would)\b(?!\s+(?:of|have(?!\s+(?:to|no)\b))\b)|\b(?:promis(?:es?|ed)|vow(?:s|ed)|pledg(?:es?|ed))\s+(?:\w+\s+){1,8}?(?:will|would)\b|\b(?:is|are|was|were|been)\s+(?:\w+ly\s+)?(?:expected|due|set|scheduled|forecast|predicted"
    r"|projected|poised|slated|planning|preparing|going)\s+(?:to|that|for)\b"
    r"|\b(?:is|are)\s+(?:\w+ly\s+)?(?:due|scheduled|planned)\s+(?:in|on|at|by|next|before|later|within|this|over|during"
    r"|for|from|tomorrow|tonight|again|back)\b"
    r"|(?<!\bas)(?<!\bthan)(?<!\bwhat)\s(?:is|are)\s+(?:\w+ly\s+)?(?:expected|forecast|predicted|projected)\b(?!\s+of\b)"
    r"|\b(?:expects?|anticipates?|foresees?)\b(?!\s+(?:\w+\s+){0,3}(?:costs?|damages?|charges?|bill)\b)|\bha(?:s|ve)\s+forecast\b|\bshould\s+be\s+(?:\w+\s+){0,3}(?:by|before|within|next)\b"
    r"|\b(?:plans?|planned|aims?|intends?|intended|vow(?:s|ed)|promised|pledged|threatened|hopes?|prepar(?:es?|ing))\s+(?:to|for)\b"
    r"|\b(?:do|does)\s+not\s+(?:think\s+of|plan\s+to|intend\s+to|mean\s+to|want\s+to)\b"
    r"|\b(?:could|may|might)\s+(?:\w+\s+){0,4}(?:next|soon|later|eventually|by\s+20\d\d|within)\b"
)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could(?!\s+(?:not|have\s+(?:easily\s+)?been\s+(?:prevented|avoided|averted|saved|stopped))))\b|\b(?:likely|possibly|probably|perhaps|allegedly|reportedly|purported(?:ly)?|apparently|supposedly)\b"
    r"|\b(?:is|are|was|were|been)\s+(?:\w+ly\s+)?(?:believed|thought|rumou?red|suspected|feared|said|alleged|understood|likely)\s+to\b"
    r"|\b(?:appears?|seems?|appeared|seemed)\s+to\b|\bif\s+confirmed\b"
)
_OPEN = re.compile(r"\b(?:could|may|might|would|up\s+to|additional|more)\b")


def modality_of(claim: str, before: str = "", predicates: Sequence[tuple[int, int]] = ()) -> Modality:
    """The modality of a claim; ``before`` are the words of its sentence in front of it.

    ``predicates`` are the ranges of what happens: a "not" inside one ("could not be saved") denies
    nothing. A possibility that somebody warns of is a forecast; what is not known is not
    denied, and what somebody "never said" is possible.
    """
    low, lead = _lower(claim), _lower(before[-_BEFORE:])
    main = main_clause(low)
    denied = _denied(main, predicates) or _NO_SUBJECT.match(low) is not None
    if leaves_open(lead, main):
        return "possible"
    if denies(lead) and not denied:
        return "denied"
    ahead = _FORECAST.search(_CHARGED.sub("", low)) or _IS_TO.search(claim)
    if ahead or (_FORETELLING.search(lead) and _OPEN.search(low)):
        return "forecast"
    if denied and not _UNKNOWN.search(main):
        return "denied"
    if _POSSIBLE.search(main) or (_SUPPOSING.search(lead) and _OPEN.search(low)):
        return "possible"
    return "asserted"


def _lower(text: str) -> str:
    """Lower case of the same length, the month of May kept apart from "may"."""
    apart = text.replace("May", "M_y")
    low = apart.lower()
    return low if len(low) == len(apart) else apart


def _denied(low: str, predicates: Sequence[tuple[int, int]]) -> bool:
    return any(
        not any(
            start < match.end() and match.start() < end
            for start, end in predicates
            if _holds_not(low[start:end])
        )
        for match in _DENIED.finditer(low)
    )


def _holds_not(predicate: str) -> bool:
    return " not " in predicate
