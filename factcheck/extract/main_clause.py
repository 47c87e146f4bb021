"""The main clause of a claim: what it says, without what is only set in, given as a reason or as a time."""

from __future__ import annotations

import re

from factcheck.extract.words import VERB

_ASIDE = re.compile(
    r"(?<=[\w’'”\")]),\s(?:(?:\w+ly\s|long\s)?(?:believed|thought|said|alleged|feared|suspected|rumou?red|understood|known)\s"
    r"|(?:who|whom|whose|which)\s)[^,;\d]{3,120}(?:,|$)"
)
""" ", believed to be the oldest of its kind,": set in behind a noun, between commas or at the end.

With a figure it is what a claim may be held against others for, and is read as the rest."""
_SURE_REASON = r"because|although|though|whereas|unless|even\s+(?:though|if)|even\s+when"
_REASON = rf"{_SURE_REASON}|since|as|when|while|if|after|before|once|until"
_LEADING = re.compile(rf"\W*(?:{_REASON})\s[^,;]{{3,160}},\s")
_TRAILING = re.compile(
    rf"\b(?:(?:{_SURE_REASON})\s|(?<!\bas\s)(?:when|while|if|after|before|once|until|since)\s"
    r"|(?<!\bsuch\s)(?<!\bwell\s)(?<!\bsame\s)as\s(?=(?:the|an?|its|their|his|her|he|she|it|they|we|no|there|\w+s)\s))"
    r"[^,;]{3,}"
)
_TELLS = re.compile(VERB)


def main_clause(low: str) -> str:
    """``low``, of the same length, with blanks for the asides and subordinate clauses of the claim.

    "The cellar flooded because the pumps did not start" says that it flooded, and denies nothing. A
    claim that is nothing but such a clause keeps its words, for they are what it says.
    """
    bare = _ASIDE.sub(_blank, low)
    lead = _LEADING.match(bare)
    if lead and _TELLS.search(bare, lead.end()):
        bare = " " * lead.end() + bare[lead.end() :]
    found = _TRAILING.search(bare)
    while found:
        if _TELLS.search(found.group()) and _TELLS.search(bare, 0, found.start()):
            bare = bare[: found.start()] + _blank(found) + bare[found.end() :]
        found = _TRAILING.search(bare, found.end())
    return bare if _TELLS.search(bare) else low


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
