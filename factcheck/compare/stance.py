"""How a claim stands to what it tells: as a forecast, as a denial, as something told before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.figures import Predicate
    from factcheck.model import Claim

MODAL = re.compile(
    r"\b(?:could|may|might|would|will|shall|should|possibly|perhaps|likely|expected|expects?|plans?|planned"
    r"|forecasts?|predict\w*|fears?|feared|if|set to|about to|risk)\b",
    re.I,
)
"""Words that make a statement a possibility."""
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|earlier|initial(?:ly)?|at first|had (?:put|said|estimated|reported)"
    r"|before that|until then|originally|so far|to date|until now)\b",
    re.I,
)
_NOT_BEHIND = re.compile(r"\s*(?:not|n['’]t)\b", re.I)
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|neither|nor|\w+n['’]t)\b", re.I)
_HOLDS_ON = re.compile(
    r"\b(?:not|never|\w+n['’]t)\s+(?:\w+ly\s+)?(?:budged?|changed?|wavered?|moved?\s+from|retract(?:ed)?"
    r"|abandon(?:ed)?|given\s+up|backed\s+down)\b",
    re.I,
)
"""Who has not changed a statement denies nothing."""
_CLAUSE = re.compile(r"[,;:](?=\s)")


def ahead(text: str, claim: Claim) -> bool:
    """A forecast or a possibility; that something "could not be done" is neither."""
    if claim.modality not in ("forecast", "possible"):
        return False
    modals = list(MODAL.finditer(text, claim.start, claim.end))
    return not modals or any(not _NOT_BEHIND.match(text, m.end()) for m in modals)


def denied(text: str, claim: Claim, predicates: Sequence[Predicate]) -> bool:
    """A denial, not merely words with a negation in them ("could not be saved", "a figure nobody believes").

    The negation must stand outside the words of the lexicon classes themselves, and in a clause that
    tells one of them where another clause does.
    """
    if claim.modality != "denied":
        return False
    marks = list(_NEGATION.finditer(text, claim.start, claim.end))
    if not marks:
        return True
    holds_on = [m.span() for m in _HOLDS_ON.finditer(text, claim.start, claim.end)]
    inside = [(start, end) for start, end, _ in predicates] + holds_on
    marks = [m for m in marks if not any(s <= m.start() and m.end() <= e for s, e in inside)]
    return any(_in_told_clause(text, claim, m.start(), predicates) for m in marks)


def _in_told_clause(text: str, claim: Claim, at: int, predicates: Sequence[Predicate]) -> bool:
    start, end = clause_around(text, claim.start, claim.end, at)
    here = any(start <= begin and stop <= end for begin, stop, _ in predicates)
    return here or not predicates


def clause_around(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The stretch of ``text[start:end]`` between commas, semicolons or colons in which ``at`` stands."""
    borders = [m.end() for m in _CLAUSE.finditer(text, start, end)]
    left = max((b for b in borders if b <= at), default=start)
    right = min((b for b in borders if b > at), default=end)
    return left, right


def told_before(text: str, claim: Claim) -> bool:
    """The sentence says that it reports something told before, or known only up to a point."""
    return bool(_EARLIER.search(text[claim.sentence[0] : claim.sentence[1]]))
