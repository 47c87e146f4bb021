"""Who rejects what: a denial that follows an accusation is about it, whatever its words.

"None of our troops set foot there" shares no word with "their commandos crossed the river"; that the
ministry *rejects the accusation* in the next sentence says what is denied.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Article, Sentence

_REJECTS = re.compile(
    r"\b(?:reject\w*|den(?:y|ies|ied|ying)|dismiss\w*|refut\w*|rebut\w*|disput\w*)\s+"
    r"(?:(?:the|this|that|these|those|such|any|all|it|them|both)\b|(?:[\w’']+\s+){0,2}"
    r"(?:accusations?|allegations?|claims?|charges?|reports?)\b)",
    re.I,
)
_ANAPHORIC = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|contradict\w*|disput\w*|refut\w*)\s+(?:this|that|it|these|those"
    r"|(?:that\s+)?[\w'’.-]+(?:\s+[\w'’.-]+)?\s+(?:had|has|have|did|was|were)\s+(?:ever\s+)?(?:done\s+)?so"
    r"|having\s+done\s+so|doing\s+so|(?:that\s+)?(?:this|that|it)\s+(?:was|is|were)\s+(?:so|true|the\s+case))"
    r"\s*(?:[.,;:!?”\"’]|\Z|(?:on|in|at)\s)",
    re.I,
)
"""Denies in a pronoun what was said right before: "her office denied this", "denied that she had done so"."""
_ACCUSES = re.compile(r"\b(?:accus\w*|alleg\w*|blam\w*|claim(?:s|ed)?|charg(?:e|es|ed)\s+that)\b", re.I)
NEAR = 2
"""How many sentences before a rejection the accusation may stand."""


def rebuttals(
    articles: Sequence[Article], sentences: dict[int, Sequence[Sentence]], profiles: Sequence[Profile]
) -> frozenset[tuple[int, int]]:
    """Pairs of profiles (lower index first): an accusation, and the denial that rejects it in its article.

    ``sentences`` is by the index of the article.
    """
    held: defaultdict[tuple[int, int], list[Profile]] = defaultdict(list)
    for profile in profiles:
        held[profile.article, profile.sentence].append(profile)
    found: set[tuple[int, int]] = set()
    for profile in profiles:
        if not profile.denied or profile.digest or profile.sentence < 0:
            continue
        row = sentences[profile.article]
        text = articles[profile.article].text
        here = row[profile.sentence]
        if _ANAPHORIC.search(text, here.start, here.end):
            said = _said_before(profile, held)
            found.update((min(p.index, profile.index), max(p.index, profile.index)) for p in said)
            continue
        if not _REJECTS.search(text, here.start, here.end):
            continue
        for back in range(profile.sentence - 1, max(-1, profile.sentence - 1 - NEAR), -1):
            accused = [
                p
                for p in held[profile.article, back]
                if not p.denied and not p.ahead and p.origin and p.origin != profile.origin
            ]
            if accused and _ACCUSES.search(text, row[back].start, row[back].end):
                found.update((min(p.index, profile.index), max(p.index, profile.index)) for p in accused)
                break
    return frozenset(found)


def _said_before(denial: Profile, held: Mapping[tuple[int, int], Sequence[Profile]]) -> list[Profile]:
    """The last statement before a denial that has no words of its own, where somebody else makes it."""
    for back in range(NEAR + 1):
        row = [
            p
            for p in held.get((denial.article, denial.sentence - back), ())
            if p.end <= denial.start and not p.denied and (p.origin is None or p.origin != denial.origin)
        ]
        if row:
            return [max(row, key=lambda p: p.start)]
    return []
