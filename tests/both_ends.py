"""What a comparison tells of a dispute from one end only: read from the printed reasons alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.wording.places import Places

if TYPE_CHECKING:
    from factcheck.model import Analysis, Suggestion

_LETTERS = re.compile(r"\(((?:(?:, )?(?:digest )?[A-Z]+ ?)+)\)")
_BEHIND = re.compile(r"; (?:perhaps of one thing: )?a later figure.*|; [A-Z]+ has withdrawn.*")
"""What a reason adds behind the sides of a dispute."""


def named(why: str) -> set[str]:
    """The letters of the articles that a reason, or a part of it, names."""
    told = " ".join(_LETTERS.findall(why)).replace(",", " ").replace("digest", "")
    return set(told.split())


def sides(why: str) -> list[set[str]]:
    """The articles of each side, the claim's own first."""
    return [named(side) for side in re.split(r" \| |; likewise ", _BEHIND.sub("", why))]


def told_from_one_end(found: Analysis) -> list[str]:
    """Every conflict and update of which one of the two claims says nothing, or names other articles."""
    places = Places(found.articles)
    letter = {claim.id: places.letter(claim.article) for claim in found.claims}
    said: dict[str, Suggestion] = {s.claim: s for s in found.comparison.suggestions}
    faults = []
    for relation in found.comparison.relations:
        if relation.kind not in ("conflicts", "updates"):
            continue
        for own, other in ((relation.a, relation.b), (relation.b, relation.a)):
            why = said[own].why
            if relation.kind == "conflicts" and said[own].verdict != "conflicting":
                faults.append(f"not called conflicting: {why} / {relation.why}")
            if letter[other] not in named(why):
                faults.append(f"{letter[other]} is not named: {why} / {relation.why}")
            if relation.kind == "conflicts" and relation.on in ("quantity", "count", "date"):
                there = set[str]().union(*sides(said[other].why))
                if not sides(why)[0] <= there:
                    faults.append(f"another side: {why} / {said[other].why}")
    return faults
