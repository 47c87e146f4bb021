"""Values of claims as the articles print them, and what a fact is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Quantity
from factcheck.values.tokens import CUT_SHORT
from factcheck.wording.counted import counted
from factcheck.wording.words import BY_HAND, NOBODY, flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model import Attribution, Claim, Relation, RelationOn, Value

KIND_OF: Mapping[str, str] = {
    "quantity": "quantity",
    "count": "quantity",
    "date": "date",
    "quote": "quote",
    "place": "place",
}
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which"})
_PARTS = re.compile(r": | against | and | / ")
_SAID_BY = re.compile(r" \([^()]*\)$")
"""How a reason sets what it compares apart, and who says it."""
DENIED_BY = "denied by "
NOBODY_DENIES = f"{NOBODY} (denied)"
_DENIES = re.compile(r"(?:den(?:y|ie|ying)|disput|reject|refut|dismiss)", re.I)
_SAYS_NO = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|cannot|without|(?:refus|declin|fail)\w*\s+to|den(?:y|ie[sd])"
    r"|doubt(?:s|ed)?|ruled?\s+out)\b|n['’]t\b",
    re.I,
)
_HANGING = re.compile(
    r"\b(?:be|been|being|is|are|was|were|has|have|had|can|could|may|might|will|would|shall|should|must"
    r"|an?|the|to|of|and|or|by|in|at|on|for|from|with|that|which|who)\Z",
    re.I,
)
"""A clause that breaks off before what these words lead to ("15,000 troops could be") is shown without it."""
_OPENING, _CLOSING = '"“„«', ('"', "”", "»")


def topic(relations: Iterable[Relation]) -> RelationOn | None:
    """What relations are mostly about; a conflict decides before agreements, and they before copied words."""
    weight: dict[RelationOn, int] = {}
    for relation in relations:
        weight[relation.on] = weight.get(relation.on, 0) + {"conflicts": 3, "copies": 0}.get(relation.kind, 1)
    return max(weight.items(), key=lambda item: (item[1], item[0]))[0] if weight else None


def compared_value(claim: Claim, on: RelationOn | None, why: str = "") -> Value | None:
    """The value of a claim that a comparison on ``on`` looks at; None where it looks at the whole text.

    Of several it is the one that the reason ``why`` names, else the most telling one of the claim
    itself, else one of its sentence.
    """
    wanted = KIND_OF.get(on or "")
    own = [value for value in claim.values if value.kind == wanted]
    beside = [value for value in claim.context if value.kind == wanted]
    named = [value for value in (*own, *beside) if names(why, value)]
    if named:
        return max(named, key=lambda value: len(value.text))
    if wanted == "place" or (why and wanted != "quote"):
        return None  # what is compared is no value that was read: a time of day
    return min(own or beside, key=telling, default=None)


def names(why: str, value: Value) -> bool:
    """Whether a reason names a value as printed: the 6 of "6 miles", not that of "6.4" or "60"."""
    printed = re.escape(flat(value.text))
    return bool(why) and bool(re.search(rf"(?<![\w.,]){printed}(?![.,]?\w)", why, re.I))


def reasons(relations: Iterable[Relation], on: RelationOn | None) -> str:
    """What is said of a claim on one aspect: it names the value that is compared."""
    return " ".join(relation.why for relation in relations if relation.on == on)


def figure(value: Value, claim: Claim) -> str:
    """A value of a claim as printed, a number with its unit or what it counts."""
    if not isinstance(value, Quantity):
        return flat(value.text)
    start, end = value.start - claim.start, value.end - claim.start
    return counted(claim.text, start, end, value.unit, (0, len(claim.text)))


def telling(value: Value) -> tuple[bool, bool, int]:
    """A figure of something before a bare one, digits before an article ("a US official"), then the order."""
    if not isinstance(value, Quantity):
        return False, False, value.start
    return value.of is None, not any(map(str.isdigit, value.text)), value.start


def as_printed(claim: Claim, on: RelationOn | None, why: str = "") -> str:
    """The compared value as the article prints it, on one line; a number with the words behind it.

    Where none are behind it that say what it counts, those in front of it do.
    """
    value = compared_value(claim, on, why)
    if value is None or not is_inside(value, claim):
        return (words_named(claim, why) if on in KIND_OF and on != "quote" else "") or whole(claim.text)
    if value.kind != "quantity":
        return whole(value.text)
    own = figure(value, claim)
    start = value.start - claim.start
    behind = flat(claim.text[value.end - claim.start :]).strip(' ,;.”"')
    if not behind or not own.startswith(flat(value.text)) or _HANGING.search(behind):
        return own  # what it counts stands in front of it: "a death toll of 12"
    start -= start > 0 and claim.text[start - 1] in _OPENING
    printed = _ended(flat(claim.text[start:]))
    # A quotation mark that closes what began before the value closes nothing here.
    if printed[-1:] in _CLOSING and not any(mark in printed[:-1] for mark in _OPENING):
        printed = _ended(printed[:-1])
    return printed


def whole(text: str) -> str:
    """A text on one line; a word that is cut short keeps the stop that ends the sentence, too ("2 a.m.")."""
    said = flat(text)
    return f"{said}." if CUT_SHORT.search(said) else said


def _ended(text: str) -> str:
    """Without the signs that part a text from the next."""
    return whole(text.rstrip(" ,;."))


def words_named(claim: Claim, why: str) -> str:
    """What a reason compares and the claim has in its words without having been read as a value: "2 a.m."."""
    text = whole(claim.text)
    parts = (_SAID_BY.sub("", part).strip() for part in _PARTS.split(flat(why)))
    # The stop of "2 a.m." at the end of a sentence stands behind the claim.
    sought = [
        re.escape(part.removesuffix(".")) + (r"\.?" if part.endswith(".") else "") for part in parts if part
    ]
    places = [re.search(rf"(?<!\w){part}(?!\w)", text, re.I) for part in sought]
    return max((place[0] for place in places if place), key=len, default="")


def in_brief(claim: Claim, on: RelationOn | None, why: str = "") -> str:
    """A compared figure with what it counts, or a date, alone; else the value as printed."""
    value = compared_value(claim, on, why)
    if value is None or on not in ("quantity", "date") or not is_inside(value, claim):
        return as_printed(claim, on, why)
    return figure(value, claim)


def claimant_words(claim: Claim, inherited: str | None = None) -> str:
    """The claimant as the article words it, or that nobody is named.

    A cue that names nobody ("believed", "reports") stands behind that; a pronoun gives way to the
    name it stands for; an origin that is only inherited stands in brackets, and one that a reviewer
    gave is marked. Of what somebody is only
    said to deny it says so: the words of the claim are not what the claimant holds.
    """
    said = claim.attribution
    if said is None:
        if not _only_denied(claim, None):
            return f"({flat(inherited)})" if inherited else NOBODY
        return f"({DENIED_BY}{flat(inherited)})" if inherited else NOBODY_DENIES
    words = flat(said.text)
    if said.vague:
        denied = DENIED_BY if _only_denied(claim, said) else ""
        return f"{NOBODY} ({denied}“{words}”)" if words else NOBODY
    named = flat(said.origin) if words.casefold() in PRONOUNS else words
    if said.cue == BY_HAND:
        return f"{named} ({BY_HAND})"
    if not _only_denied(claim, said):
        return named
    return f"{DENIED_BY}{'the ' + named[4:] if named.startswith('The ') else named}"


def _only_denied(claim: Claim, said: Attribution | None) -> bool:
    """Whether the denial stands before the claim and not in it: "denied", "do not believe that C"."""
    if claim.modality != "denied" or (said is not None and claim.start <= said.start < claim.end):
        return False
    return (said is not None and _DENIES.match(said.cue) is not None) or _SAYS_NO.search(claim.text) is None


def is_inside(value: Value, claim: Claim) -> bool:
    return claim.start <= value.start < claim.end
