"""How a claim stands to what it tells: as a forecast, as a denial, as something told before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare.hints import hinted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.classes import Predicate
    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Claim

MODAL = re.compile(
    r"\b(?:could|may|might|would|will|shall|should|possibly|perhaps|likely|expected|expects?|plans?|planned"
    r"|forecasts?|predict\w*|fears?|feared|if|set to|about to|risk)\b",
    re.I,
)
"""Words that make a statement a possibility."""
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|earlier|initial(?:ly)?|at first|had (?:put|said|estimated|reported)"
    r"|before that|until then|originally|so far|to date|until now)\b|\A\W*correction\s*:",
    re.I,
)
_EARLIER_WORDS = (
    "previous", "earlier", "initial", "at first", "had ", "before that", "until", "original", "so far",
    "to date", "correction",
)  # fmt: skip
"""Of these a sentence has one at least where :data:`_EARLIER` matches."""
NOT_YET = re.compile(
    r"\b(?:has|have|had|was|were|is|are)\s*(?:n['’]t|not|never)\b|\b(?:yet|still|so far|no longer)\b", re.I
)
"""A state that may end tomorrow; that somebody "never crossed" or "did not cross" is over and done."""
NOBODY = re.compile(
    r"\b(?:nobody|no[ -]one|none of (?:them|the \w+))\s+(?:was|were|is|has|have|had|died|on board)\b"
    r"|\bthere\s+(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+no\s+"
    r"(?!doubt|longer|immediate|word|indication|sign|evidence|way|need|question|reason|claim|comment|plan)"
    r"|\bno\s+(?:casualties|deaths|injuries|fatalities|victims)\b"
    r"|\bnot\s+(?:one|a\s+single)\s+(?!of\b)\w+"
    r"|\bnothing\s+(?:\w+\s+){0,5}?(?:was|were|is|are|has|had)\b"
    r"|\b(?:received|lodged|filed|issued|signed|ordered|placed|paid|made|took|taken|gave|given|held|sent|caused"
    r"|suffered|left)\s+no\s+(?!doubt|longer|secret|sense|difference|decision|comment|statement|details?|mention"
    r"|reference|bones|one\b|such\b|more\b|fewer\b|less\b)\w+"
    r"|\b(?:no|not\s+(?:a\s+single|one|any))\s+"
    r"(?!doubt|longer|immediate|word|indication|sign|evidence|way|need|question|reason|claim|comment|plan|fewer"
    r"|less|more|later|date|decision|details?|matter|one\b)"
    r"(?:[\w-]+\s+){1,2}?(?:was|were|is|are|has|have|had)\s+(?:ever\s+|been\s+|being\s+){0,2}"
    r"(?:\w+(?:ed|en)|hurt|killed|lost|found|hit|shot|dead|missing|aboard|died)\b",
    re.I,
)
"""What happened to nobody, or to no customer at all, did not happen."""
_DISMISSING = re.compile(
    r"\b(?:dismiss(?:es|ed|ing)?|rebuff(?:s|ed)?|rubbish(?:es|ed))\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|speculation)\s+(?:that\s+)?\Z",
    re.I,
)
_HEARSAY = re.compile(r"\b(?:reported|alleged|purported|apparent|suppose)ly\b", re.I)
"""What has "reportedly" happened is told as having happened."""
_OPEN = re.compile(
    r"\b(?:could|would|may|might|should|possibly|perhaps|likely|expect\w*|forecasts?|predict\w*|fear\w*|if|risk"
    r"|up to|estimat\w*|hope\w*|aim\w*|target\w*|guidance|outlook)\b",
    re.I,
)
_TURN = re.compile(r"\s+(?:that|which|who|because|since|for\s+\w+ing)\s", re.I)
"""Behind it a clause of its own begins: "was fined 36 million for saying that it *would* cost nothing"."""
_NOT_BEHIND = re.compile(r"\s*(?:not|n['’]t)\b", re.I)
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|neither|nor|\w+n['’]t)\b", re.I)
_HOLDS_ON = re.compile(
    r"\b(?:not|never|\w+n['’]t)\s+(?:\w+ly\s+)?(?:budged?|changed?|wavered?|moved?\s+from|retract(?:ed)?"
    r"|abandon(?:ed)?|given\s+up|backed\s+down)\b",
    re.I,
)
"""Who has not changed a statement denies nothing."""
_WITHDRAWN = re.compile(
    r"\b(?:earlier|previous|original|first)\s+versions?\s+of\s+(?:this|the|our)\s+"
    r"(?:article|story|report|text|piece)\b",
    re.I,
)
_SOME_OF = re.compile(
    r"\W*(?!none\b|not\b|neither\b|all\b)[\w,.-]+\s+(?:out\s+)?of\s+(?:the|its|their|his|her|our|those|these)\s",
    re.I,
)
"""What seventy of the 900 did not do, the others did."""
_NOT_KNOWN = re.compile(
    r"\b(?:un(?:known|clear|certain|explained|determined)"
    r"|(?:not|n['’]t)\s+(?:\w+ly\s+|yet\s+|been\s+){0,3}(?:known|clear|certain|established|determined|explained)"
    r"|(?:remains?|remained)\s+(?:open|a\s+mystery)|remains?\s+to\s+be\s+(?:established|determined|clarified))\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;:](?=\s)")


def ahead(text: str, claim: Claim) -> bool:
    """A forecast or a possibility; that something "could not be done" is neither."""
    if claim.modality not in ("forecast", "possible"):
        return False
    modals = list(MODAL.finditer(text, claim.start, claim.end))
    if _nobody_so_far(text, claim):
        return False
    if not modals and _HEARSAY.search(text, claim.start, claim.end):
        return False
    return not modals or any(not _NOT_BEHIND.match(text, m.end()) for m in modals)


def figure_ahead(text: str, profile: Profile, at: int) -> bool:
    """Whether the figure at ``at`` is a possibility: the clause it stands in says so, not a later one."""
    if not profile.ahead:
        return False
    claim = profile.claim
    start, end = clause_around(text, claim.start, claim.end, at)
    turn = _TURN.search(text, at, end)
    end = turn.start() if turn else end
    return bool(MODAL.search(text, start, end)) or not MODAL.search(text, claim.start, claim.end)


def firm(text: str) -> bool:
    """What somebody will do, by a plan: two plans of one thing contradict each other, guesses do not."""
    return _OPEN.search(text) is None


def denied(text: str, claim: Claim, predicates: Sequence[Predicate]) -> bool:
    """A denial, not merely words with a negation in them ("could not be saved", "a figure nobody believes").

    The negation must stand outside the words of the lexicon classes themselves, and in a clause that
    tells one of them where another clause does.
    """
    if _dismissed(text, claim):
        return True
    if _SOME_OF.match(text, claim.start, claim.end):
        return False
    nobody = _speaks_of_none(claim)
    if nobody and _nobody_so_far(text, claim):
        return True
    if claim.modality not in ("denied", "asserted"):
        return False
    if nobody and NOBODY.search(text, claim.start, claim.end):
        return True
    if claim.modality != "denied":
        return False
    marks = list(_NEGATION.finditer(text, claim.start, claim.end))
    if not marks:
        return True
    holds_on = [m.span() for m in _HOLDS_ON.finditer(text, claim.start, claim.end)]
    inside = [(start, end) for start, end, _ in predicates] + holds_on
    marks = [m for m in marks if not any(s <= m.start() and m.end() <= e for s, e in inside)]
    return any(_in_told_clause(text, claim, m.start(), predicates) for m in marks)


def _speaks_of_none(claim: Claim) -> bool:
    """Whether :data:`NOBODY` is worth looking for: every way of saying it has a "no" in it."""
    return "no" in claim.text.casefold()


def _nobody_so_far(text: str, claim: Claim) -> bool:
    """ "Nobody has been hurt, and nobody will be": the first half is no forecast."""
    for match in NOBODY.finditer(text, claim.start, claim.end):
        start, end = clause_around(text, claim.start, claim.end, match.start())
        if not MODAL.search(text, start, end):
            return True
    return False


def _dismissed(text: str, claim: Claim) -> bool:
    """ "Dismissed reports that it was in talks": told by the words before the claim."""
    return bool(_DISMISSING.search(text, claim.sentence[0], claim.start))


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


def withdrawn(text: str, claim: Claim) -> bool:
    """ "An earlier version of this article said that ...": its own author says so no longer."""
    return bool(_WITHDRAWN.search(text[claim.sentence[0] : claim.start]))


def says_unknown(text: str) -> bool:
    """ "The cause is not yet known", "it remains unclear who paid": says that nobody can tell."""
    return _NOT_KNOWN.search(text) is not None


def told_before(text: str, claim: Claim) -> bool:
    """The sentence says that it reports something told before, or known only up to a point."""
    sentence = text[claim.sentence[0] : claim.sentence[1]]
    return hinted(sentence.casefold(), _EARLIER_WORDS) and bool(_EARLIER.search(sentence))
