"""Whether a text says that something is so, or that it is not.

Counted are words of negation, and verbs and nouns that deny what hangs on them ("refused to", "lack of");
"not until Tuesday" denies nothing.
"""

from __future__ import annotations

import re

_NOT_UNTIL = r"(?![^.;]{0,80}\buntil\b)"
NEGATION = re.compile(
    rf"\b(?:not(?!\s+(?:only|just|merely|least)){_NOT_UNTIL}|\w+n['’]t{_NOT_UNTIL}|\w*n\s['’]t{_NOT_UNTIL}"
    r"|cannot|never|neither|nobody|nothing|none|nor|without"
    r"|no(?!\s*\.?\s*\d)(?!\s+(?:later|sooner|fewer|less|more|doubt|one\s+knows))"
    r"|(?:ha[sdv]e?|is|are|was|were)\s+yet\s+to|fail(?:s|ed|ing)?\s+to|refus(?:es|ed|ing|e)\s+to"
    r"|declin(?:es|ed|ing|e)\s+to|turned\s+down|unable|incapable|impossible|den(?:y|ies|ied|ying)"
    r"|reject(?:s|ed|ing)?|avoid(?:s|ed|ing)?|lack(?:s|ed|ing)?|absen(?:t|ce)|devoid|prevented\s+from"
    r"|stopped\s+from|prohibited|banned|forbidden|disassociated|(?:any|some)thing\s+other\s+than"
    r"|other\s+than|instead\s+of|rather\s+than|far\s+from|cease[sd]?\s+to|hardly|scarcely|barely|nowhere"
    r"|exclud(?:es|ed|ing|e)|false(?:ly)?|untrue|myth|hoax|debunk(?:s|ed)?|refut(?:es|ed|e)|unrelated"
    r"|no\s+longer)\b",
    re.I,
)
_BORDER = re.compile(
    r"[;:]|,\s+(?:and|but|which|who|while|although|though|whereas)\b|\b(?:but|although|whereas)\b", re.I
)
_JOINT = re.compile(r"[;:]|,(?=\s)|\b(?:and|but|although|though|whereas|while)\b", re.I)
REACH = 30
"""Code points behind a negation, within its clause, that it may deny."""
BEFORE = 12
"""The same in front of it ("the charge was denied")."""


def negations(text: str) -> list[tuple[int, int]]:
    """Where a text denies something."""
    return [m.span() for m in NEGATION.finditer(text)]


def denies(text: str, at: int, marks: list[tuple[int, int]]) -> bool:
    """Whether what stands at ``at`` is denied: an odd number of negations reach it."""
    reach = 0
    for start, end in marks:
        left, right = sorted((end if end <= at else at, at if end <= at else start))
        near = (at >= end and at - end <= REACH) or (at < start and start - at <= BEFORE)
        if near and not _BORDER.search(text, left, right):
            reach += 1
    return reach % 2 == 1


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a negation: between commas, semicolons and the words that join two clauses."""
    left = max((m.end() for m in _JOINT.finditer(text, 0, start)), default=0)
    found = _JOINT.search(text, end)
    return left, found.start() if found else len(text)
