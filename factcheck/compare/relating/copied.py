"""Copied words: what one text has of another backs nothing, unless the copy says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.figure_pairs import best_comparison, details_apart, under_two_names
from factcheck.compare.aspects.once import one_deed
from factcheck.compare.aspects.sole import two_authors
from factcheck.compare.facts.where import two_places
from factcheck.compare.relating.circumstances import by_clocks, by_dates
from factcheck.compare.relating.numbers import counts

if TYPE_CHECKING:
    from factcheck.compare.relating.found import Found
    from factcheck.compare.relating.ground import Ground


def by_copy(ground: Ground, i: int, j: int) -> Found | None:
    p, q = ground.profiles[i], ground.profiles[j]
    shared = ground.shared(i, j)
    if shared is None:
        return None
    if two_places(p, q, ground.judge.telling) or two_authors(p.sole, q.sole):
        return None
    if one_deed(p.once, q.once) == "conflicts":
        return None
    if p.denied != q.denied or details_apart(p.details, q.details):
        return None
    best = best_comparison(p.figures, q.figures) or under_two_names(p, q)
    if best is not None and best[2].kind != "agrees":
        return None
    # The same words printed on another day: their "Monday" is the Monday of the first print.
    reprinted = p.claim.text == q.claim.text
    if not reprinted and (
        by_dates(ground, i, j, only_apart=True) or by_clocks(ground, i, j, only_apart=True)
    ):
        return None
    told = counts(ground, p, q)
    if told is not None and told[0] == "different" and not (told[1].open or told[2].open):
        return None
    values = (p.claim.text, q.claim.text)
    if best is not None:
        values = (best[0].shown, best[1].shown)
    elif told is not None:
        values = (told[1].words, told[2].words)
    return ground.found(i, j, "copies", "quote", wording.copied(shared), values, shared=shared, equal=True)
