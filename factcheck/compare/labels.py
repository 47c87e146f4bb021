"""A short name for a fact, in neutral words taken from the texts themselves."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.compare.similarity import STOPWORDS
from factcheck.compare.wording import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.profiles import Profile

LONGEST = 48
_LEADING = re.compile(
    r"^(?:(?:the|a|an|that|this|its|their|and|or|but|of|to|by|have|has|had|been|was|were|is|are|with|in)\b|[^\w“‘\"'])\s*",
    re.I,
)
_TRAILING = re.compile(
    r"(?:\s+(?:the|a|an|that|and|or|of|to|by|in|on|for|with|from|have|has|had|been|was|were|is|are)|[\s,;:.–—-]+)$",
    re.I,
)
_BEHIND = re.compile(r"\s+((?:[\w’'-]+\s+){0,2}[\w’'-]+)")


def label(members: Sequence[Profile], text_of: Sequence[str]) -> str:
    """The label of a group: what is counted for figures, else its shortest full clause.

    ``text_of`` is the text of each article by its index.
    """
    counted = [p for p in members if p.figures]
    if counted and 2 * len(counted) >= len(members):
        name = _counted(counted, text_of)
        if name:
            return _tidy(name)
    quoted = [p for p in members if p.quotes]
    if quoted and 2 * len(quoted) > len(members):
        said = sorted({q.said.words.strip(" .,;") for p in quoted for q in p.quotes}, key=len)
        if len(said) > 1 and len(said[0]) + len(said[1]) <= LONGEST:
            return f"“{said[0]}” / “{said[1]}”"
        return f"“{short(said[0], LONGEST - 2)}”"
    telling = [p for p in members if not p.claim.cut] or list(members)
    best = min(telling, key=lambda p: (not 3 <= len(p.stems.split()) <= 7, len(p.claim.text)))
    return _tidy(best.claim.text)


def _counted(members: Sequence[Profile], text_of: Sequence[str]) -> str:
    """The commonest words behind the number, and what happened to them."""
    behind: Counter[str] = Counter()
    classes: Counter[str] = Counter()
    for profile in members:
        for figure in profile.figures:
            match = _BEHIND.match(text_of[profile.article], figure.end)
            kept = []
            for word in match.group(1).split() if match else ():
                if word.casefold() in STOPWORDS or not word[0].isalpha():
                    break
                kept.append(word)
            if kept:
                behind[" ".join(kept)] += 1
            if figure.told:
                classes[figure.told.replace("_", " ").replace("-", " ")] += 1
    if not behind:
        return ""
    words, _ = min(behind.most_common(), key=lambda item: (-item[1], -len(item[0])))
    told = classes.most_common(1)[0][0] if classes else ""
    return words if not told or told.casefold() in words.casefold() else f"{words}: {told}"


def _tidy(text: str) -> str:
    flat = " ".join(text.split())
    previous = ""
    while flat != previous:
        previous = flat
        flat = _LEADING.sub("", flat, count=1)
    flat = short(flat, LONGEST)
    if not flat.endswith("…"):
        while flat != (cut := _TRAILING.sub("", flat)):
            flat = cut
    return flat or short(text, LONGEST)
