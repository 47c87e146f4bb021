"""Which of a claim's lexicon classes is what it tells, and which only says who is meant.

"The captured soldier died" tells a death; that he was captured identifies him. Surface signs are
enough: participles before a noun, relative clauses, participles with a later finite verb. A claim
whose every class looks like an identification keeps them all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.classes import Predicate

WINDOW = 60
_ARTICLE_BEFORE = re.compile(
    r"\b(?:a|an|the|this|that|these|those|one|two|three|several|some|many|first|its|their|his|her|of)"
    r"(?:\s+[\w-]+){0,2}\s+\Z",
    re.I,
)
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:a|an|the|this|that|by|in|on|at|near|to|of|from|with|during|and|or|but|for|as|while|after|before"
    r"|his|her|its|their|who|which|when|where|is|was|were|are|has|have|had|will|alive|dead)\b)[\w-]+",
    re.I,
)
_RELATIVE_BEFORE = re.compile(
    r"\b(?:(?:who|which|that)\s+(?:[\w-]+\s+){0,2}?(?:was|were|is|are|had|has|have|been|be|being|got)(?:\s+been)?"
    r"(?:\s+[\w-]+ly)?|to\s+(?:be|have\s+been|get)|(?:rather\s+than|instead\s+of|avoid|from)(?:\s+(?:be|being))?|(?:after|since|while|when|once|before|of|following|upon)"
    r"(?:\s+(?:being|having\s+been|having|their|his|her|its|the))?|(?:who|which)(?:\s+had|\s+have|\s+has)?)\s+\Z",
    re.I,
)
_PARTICIPLE_AFTER = re.compile(
    r"\s+(?:by|during|in|on|at|near|alive|while|earlier|last|this|after|from|into|to|as|prisoner|captive)\b",
    re.I,
)
_FINITE_BEFORE = re.compile(
    r"\b(?:was|were|is|are|be|been|being|has|have|had|will|would|could|may|might|must|later|also|then|not|to"
    r"|just|since|and|either|or)\s+\Z",
    re.I,
)
_WHO_THEY_ARE = re.compile(
    r",\s+(?:\w+ly\s+)?(?:believed|thought|said|alleged|suspected|understood|known)\s+to\s+(?:be|have\s+been)\s[^,;]*\Z",
    re.I,
)
""" "The men, believed to be the first taken by the guard, could not be saved"."""
_PREPOSITION_LAST = re.compile(r"\s(?:to|by|in|on|at|from|into|as)\Z", re.I)
_CIRCUMSTANCE = re.compile(r"(?:in|on|at|under|without)\s", re.I)
"""A class whose words open with a preposition ("in custody") tells where, not what."""
_PARTICIPLE = re.compile(r"(?:ed|en|un|ot|elt|ught|sent|made|held|hit|lost|left|led)\b", re.I)
_INFINITIVE_BEFORE = re.compile(r"\bto\s+\Z")


def main_predicates(text: str, start: int, predicates: Sequence[Predicate]) -> frozenset[str]:
    """The classes that a claim that begins at ``start`` tells, out of those found in it."""
    classes = frozenset(name for _, _, name in predicates)
    if len(classes) < 2:
        return classes
    ordered = sorted(predicates)
    told: set[str] = set()
    # From the last to the first: a participle identifies only where something is told behind it.
    for index, (begin, stop, name) in reversed(list(enumerate(ordered))):
        purpose = index and _INFINITIVE_BEFORE.search(text, start, begin)
        if not purpose and not _identifies(text, start, begin, stop, told_behind=bool(told)):
            told.add(name)
    return frozenset(told) or classes


def _identifies(text: str, start: int, begin: int, stop: int, *, told_behind: bool) -> bool:
    before = text[max(start, begin - WINDOW) : begin]
    after = text[stop : stop + WINDOW]
    word = text[begin:stop]
    if _CIRCUMSTANCE.match(word) or _RELATIVE_BEFORE.search(before) or _WHO_THEY_ARE.search(before):
        return True
    if _ARTICLE_BEFORE.search(before) and _NOUN_AFTER.match(after) and _PARTICIPLE.search(word):
        return True
    return (
        told_behind
        and bool(_PARTICIPLE_AFTER.match(after) or _PREPOSITION_LAST.search(word))
        and bool(_PARTICIPLE.search(word.split()[0]))
        and not _FINITE_BEFORE.search(before)
        and bool(_ARTICLE_BEFORE.search(before) or re.search(r"[\w-]+\s+\Z", before))
    )
