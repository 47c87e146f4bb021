"""Figures that whoever gave them has taken back: "his list had included people who were later found alive".

A paper's own corrections are in ``corrections``. Here a source says of its own count that it was wrong; the
figure is then told in the sentence as one given before, or it is the one of the sentence before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare.hints import hinted
from factcheck.model import Quantity

if TYPE_CHECKING:
    from factcheck.model import Claim

_COUNT = (
    r"(?:lists?|counts?|figures?|numbers?|tolls?|tally|tallies|estimates?|totals?|statements?|claims?|statistics"
    r"|records?|reports?)"
)
_OWN = rf"\b(?:his|her|its|their|our|my)\s+(?:[\w-]+\s+){{0,2}}?{_COUNT}(?:\s+of\s+[^,;.]{{1,40}}?)?"
_HAVE = r"(?:had|has|have)"
_FALSE = (
    r"(?:wrong|mistaken|incorrect|inaccurate|false|exaggerated|overstated|understated|premature"
    r"|too\s+(?:high|low)|an?\s+(?:error|mistake|misunderstanding))"
)
_WRONG = re.compile(
    rf"{_OWN}\s+{_HAVE}\s+(?:\w+ly\s+)?(?:included|contained|counted)\s"
    r"(?=[^;.]{0,80}?\b(?:later|since|in\s+fact|twice|not|never|wrongly|mistakenly|by\s+mistake|in\s+error"
    r"|already|also)\b)"
    rf"|{_OWN}\s+(?:was|were|is|are|{_HAVE}\s+been)\s+(?:(?!not\b|never\b)\w+\s+){{0,2}}?{_FALSE}\b"
    rf"|\b(?:he|she|it|they|we|I)\s+{_HAVE}\s+(?:been\s+(?:wrong|mistaken)|miscounted|misspoken|made\s+a\s+mistake"
    r"|double[\s-]counted|counted\s+[^,;.]{1,40}?\stwice)\b(?!\s+(?:to|that|in)\b)"
    r"|\b(?:he|she|they|we|I)\s+(?:was|were)\s+(?:wrong|mistaken)\b(?!\s+(?:to|that|in)\b)"
    r"|\b(?:had|have|were)\s+been\s+(?:(?:double[\s-])?counted\s+(?:twice|double|more\s+than\s+once)|double[\s-]counted"
    r"|included\s+(?:by\s+mistake|in\s+error|twice))"
    rf"|\b(?:withdrew|withdrawn|(?:took|takes|taken)\s+back|retract(?:s|ed)|disown(?:s|ed))\s+{_OWN}",
    re.I,
)
_WRONG_WORDS = (
    "includ", "contain", "counted", "wrong", "mistake", "incorrect", "inaccurate", "false", "exaggerat",
    "stated", "premature", "too ", "error", "misunder", "misspoken", "withdr", "back", "retract", "disown",
)  # fmt: skip
"""Of these a sentence has one at least where :data:`_WRONG` matches."""
_GIVEN_BEFORE = re.compile(
    rf",\s+(?:who|which)\s[^,;]{{0,60}}\Z|\b{_COUNT}\s+of\s+\Z"
    r"|\b(?:earlier|previous(?:ly)?|initial(?:ly)?|first|original(?:ly)?|had)\s[^,;.]{0,60}\Z",
    re.I,
)
"""Before a figure: it is what was given before, not what is right now."""
_OF = re.compile(r"\s*(?:of\s+)?")
_OTHER_COUNT = re.compile(r"\b(?:first|earlier|previous|initial|original|old)\b", re.I)
""" "Its *first* list": not the figure of the sentence before."""


def recants(text: str, claim: Claim) -> tuple[Quantity, ...] | None:
    """The figures which a claim says its own source has got wrong; None where it says nothing of the kind.

    None in it is named where the sentence has none: what is meant is then the figure right before.
    """
    start, end = claim.sentence
    said = text[start:end]
    if not hinted(said.casefold(), _WRONG_WORDS):
        return None
    wrong = _WRONG.search(said)
    if wrong is None or claim.end <= start + wrong.start() or start + wrong.end() <= claim.start:
        return None
    numbers = [v for v in (*claim.values, *claim.context) if isinstance(v, Quantity)]
    told = tuple(
        v
        for v in numbers
        if _GIVEN_BEFORE.search(text, start, v.start)
        and (v.start < start + wrong.end() or _OF.fullmatch(text, start + wrong.end(), v.start))
    )
    if told:
        return told
    return None if numbers or _OTHER_COUNT.search(wrong.group()) else ()
