"""Quotations: the same words, drifted words, and the same words given to two persons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.figure_pairs import best_comparison
from factcheck.compare.aspects.people import same_person
from factcheck.compare.aspects.quotes import one_wording, word_diff

if TYPE_CHECKING:
    from factcheck.compare.relating.found import Found
    from factcheck.compare.relating.ground import Ground


def by_speaker(ground: Ground, i: int, j: int) -> Found | None:
    """The same words, or all but the same, given to two persons."""
    a, b = ground.profiles[i], ground.profiles[j]
    pair = ground.judge.quote_pair(a, b) if a.quotes and b.quotes else None
    if pair is None or not one_wording(a.quotes[pair[0]].said, b.quotes[pair[1]].said):
        return None
    first, second = a.quotes[pair[0]].speaker, b.quotes[pair[1]].speaker
    if not first or not second or same_person(first, second) or not {first, second} <= ground.persons:
        return None
    why = wording.speakers(a.quotes[pair[0]].said.words, first, second)
    found = ground.found(i, j, "conflicts", "actor", why, (first, second), weight=0.5)
    return replace(found, between=False)


def by_drift(ground: Ground, i: int, j: int) -> Found | None:
    """Two wordings of one statement, unless they differ in a figure: that says more."""
    found = by_quotes(ground, i, j)
    if found is None or found.relation.kind != "conflicts":
        return None
    best = best_comparison(ground.profiles[i].figures, ground.profiles[j].figures)
    return None if best is not None and best[2].kind == "conflicts" else found


def by_quotes(ground: Ground, i: int, j: int) -> Found | None:
    a, b = ground.profiles[i], ground.profiles[j]
    pair = ground.judge.quote_pair(a, b) if a.quotes and b.quotes else None
    if pair is None or pair[2] == "different":
        return None
    left, right = a.quotes[pair[0]], b.quotes[pair[1]]
    shown = (left.said.words, right.said.words)
    if pair[2] == "drift":
        why = wording.drifted(word_diff(*shown))
        return ground.found(i, j, "conflicts", "quote", why, shown, weight=0.5, score=pair[3])
    why = wording.same_quote(*shown, abridged=pair[2] == "abridged")
    return ground.found(i, j, "agrees", "quote", why, shown)
