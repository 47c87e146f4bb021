"""What is to be done by a plan: "will cut 1,800 jobs", "announced 1,800 job cuts", "2,600 jobs are to go".

Two forecasts are two opinions, but a plan is a fact of today, and what two sources say of it can be
held against each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.compare.aspects.stance import firm

if TYPE_CHECKING:
    from factcheck.compare.reading.profiles import Profile

_ANNOUNCED = re.compile(
    r"\b(?:announc(?:e|es|ed|ing)|unveil(?:s|ed|ing)?|propos(?:e|es|ed|ing)|intend(?:s|ed)?|plan(?:s|ned|ning)?)\b",
    re.I,
)
_WOULD = re.compile(
    r"\bwould\b(?!\s+(?:like|have|probably|possibly|cost|reach|rise|fall|grow|exceed|total|amount|need|require"
    r"|take|last|bring|save|earn|hit|affect|lose|gain|come|see|mean|be\s+worth)\b)",
    re.I,
)
"""In reported speech it is what "will" was: "the union said that 1,400 jobs *would* be cut".
Not before verbs of a guess: what a bridge would cost is one."""
_DONE = re.compile(r"\b(?:has|have|had|was|were)\s+(?:already\s+)?\w+(?:ed|en|t)\b", re.I)


def planned(text: str, profile: Profile) -> bool:
    """Whether the clause tells a plan: firm words for what is to come, or something announced.

    ``text`` is the article's; the words before the claim in its sentence are read too.
    """
    said = _WOULD.sub(" ", profile.text) if profile.claim.attribution else profile.text
    if not firm(said):
        return False
    if profile.ahead:
        return True
    told = _ANNOUNCED.search(text, profile.claim.sentence[0], profile.end)
    return told is not None and _DONE.search(profile.text) is None
