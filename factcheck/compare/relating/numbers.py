"""Figures, and how many actors two claims tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.counts import compare_counts
from factcheck.compare.aspects.figure_pairs import (
    best_comparison,
    details_apart,
    one_number,
    shown_beside,
    under_two_names,
    whatever_counted,
)
from factcheck.compare.aspects.ledgers import other_ledger, other_payer
from factcheck.compare.aspects.people import same_people
from factcheck.compare.aspects.plans import planned
from factcheck.compare.aspects.quantities import Outcome
from factcheck.compare.aspects.stance import figure_ahead
from factcheck.compare.aspects.standing import standing
from factcheck.compare.facts.deeds import one_deed_told
from factcheck.compare.facts.gates import counted_apart, meant_not_told, of_two_periods, other_heads, two_days
from factcheck.compare.facts.kinship import AGREES_FROM, THRESHOLD
from factcheck.compare.phrasing import tells
from factcheck.compare.relating.found import size
from factcheck.compare.relating.parts import left_of, of_a_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.aspects.counts import Count, CountVerdict
    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.relating.found import Found
    from factcheck.compare.relating.ground import Ground

LEAST_CONFLICT = 0.2
"""Two figures whose texts are further apart than this are in one group for the others' sake."""
BOTH_HOLD = ("bound holds", "part", "rate", "no rate")
"""Why two figures that are not one can both be right: none of them stands against the other."""
ALL_BUT_WHO = 0.6
"""What share of the telling two clauses have in common that may differ in the word for the actors."""


def by_figures(
    ground: Ground, i: int, j: int, group: Sequence[int], *, least: float = LEAST_CONFLICT
) -> Found | None:
    """How two figures stand to each other; ``least`` is how near claims are that may conflict."""
    a, b = ground.profiles[i], ground.profiles[j]
    best = best_comparison(a.figures, b.figures)
    if best is None and ground.judge.tied(i, j):
        best = whatever_counted(a.figures, b.figures)
    if best is None and ground.kin(i, j) >= THRESHOLD:
        best = under_two_names(a, b) or one_number(a.figures, b.figures)
    if best is None:
        return None
    left, right, outcome = best
    if outcome.kind == "conflicts" and (ground.kin(i, j) < least or _of_others(ground, a, b)):
        return None
    if left.interval.dimension == "money" and other_ledger(a, b):
        return None
    if outcome.kind == "conflicts" and (other_payer(a, b) or of_two_periods(a, b)):
        return None
    if outcome.reason == "no rate" and not one_deed_told(a, b, ground.judge.telling):
        return None
    shown = shown_beside(left, right)
    ahead = (figure_ahead(ground.text(a), a, left.start), figure_ahead(ground.text(b), b, right.start))
    if any(ahead) and outcome.kind != "agrees" and not _comparable_plans(ground, i, j, both=all(ahead)):
        why = wording.forecast(ground.pair(i, j, *shown, "beside"))
        return ground.found(i, j, "differs", "quantity", why, shown)
    left_over = left_of(a, b, (left, right)) if outcome.kind == "conflicts" else None
    if left_over is not None:
        before, still = left_over
        sides = ground.pair((i, j)[before], (i, j)[still], shown[before], shown[still], "then still")
        why = wording.one_after_the_other(sides)
        return ground.found(i, j, "differs", "quantity", why, shown)
    if outcome.kind == "conflicts" and of_a_part(ground, i, j, (left, right), group):
        outcome = Outcome("differs", "part", outcome.gap)
    if outcome.kind == "conflicts" or outcome.reason == "bound holds":
        newer = (
            None
            if _held_by_another(ground, i, j, outcome)
            else ground.tolls.newer(i, j, (left, right), group)
        )
        if newer is None and ground.judge.kin(i, j).weak:
            newer = ground.tolls.later_of_one_voice(i, j, (left, right))
        if newer is not None:
            first, then = (j, i) if newer == i else (i, j)
            said = shown[::-1] if newer == i else shown
            why = wording.updated(ground.pair(first, then, *said, "then"))
            return ground.found(i, j, "updates", "quantity", why, shown, weight=outcome.gap / 3, newer=newer)
    crowds = left.interval.dimension == right.interval.dimension == "person" and not (left.harm or right.harm)
    if outcome.kind == "conflicts" and crowds and _of_two_crowds(ground, a, b):
        return None
    weak = standing(left, right) == "alike"
    why = wording.quantity(outcome, _sides(ground, i, j, shown, outcome), weak=weak)
    weight = size(outcome) if outcome.kind == "conflicts" else 0.0
    equal = outcome.reason == "same"
    return ground.found(i, j, outcome.kind, "quantity", why, shown, weight=weight, equal=equal)


def _of_others(ground: Ground, a: Profile, b: Profile) -> bool:
    """A bare figure ("and eight seats") is its sentence's subject's; another sentence may be of others."""
    bare = any(not tells(p.text) and len(ground.judge.telling.of(p)) <= 1 for p in (a, b))
    return bare and bool(a.around and b.around) and not same_people(a.around, b.around)


def _of_two_crowds(ground: Ground, a: Profile, b: Profile) -> bool:
    """How many came on one day, or at one place, says nothing of those of another.

    A place that opens a sentence ("In Milford, ...") is set against those that the other sentence names.
    """
    scopes = ground.judge.scopes
    return two_days(a, b) or scopes.set_elsewhere(a, b) or scopes.set_elsewhere(b, a)


def _held_by_another(ground: Ground, i: int, j: int, outcome: Outcome) -> bool:
    """What another source left open it has said already: nothing of it is out of date."""
    first, second = ground.origins[i], ground.origins[j]
    return outcome.reason == "bound holds" and bool(first and second) and first != second


def _comparable_plans(ground: Ground, i: int, j: int, *, both: bool) -> bool:
    """Two forecasts of one source are held against each other; those of two are two opinions.

    What will be done by a plan is no opinion, and what was announced is a plan.
    """
    if both and ground.origins[i] is not None and ground.origins[i] == ground.origins[j]:
        return True
    return all(planned(ground.text(ground.profiles[n]), ground.profiles[n]) for n in (i, j))


def _sides(ground: Ground, i: int, j: int, shown: tuple[str, str], outcome: Outcome) -> str:
    how = "and" if outcome.kind == "agrees" else "beside" if outcome.reason in BOTH_HOLD else "against"
    return ground.pair(i, j, *shown, how)


def by_details(ground: Ground, i: int, j: int) -> Found | None:
    """An age or another number that only says who is meant, told in two ways."""
    best = details_apart(ground.profiles[i].details, ground.profiles[j].details)
    if best is None or ground.kin(i, j) < THRESHOLD:
        return None
    shown = (best[0].shown, best[1].shown)
    why = wording.quantity(best[2], _sides(ground, i, j, shown, best[2]))
    return ground.found(i, j, "conflicts", "quantity", why, shown, weight=size(best[2]) / 2)


def by_count(ground: Ground, i: int, j: int, *, only_apart: bool = False) -> Found | None:
    a, b = ground.profiles[i], ground.profiles[j]
    told = counts(ground, a, b)
    if told is None or counted_apart(a, b) or meant_not_told(a, b):
        return None
    verdict, left, right = told
    shown = (left.words, right.words)
    if verdict == "different":
        if a.ahead or b.ahead:
            why = wording.forecast(ground.pair(i, j, *shown, "beside"))
            return ground.found(i, j, "differs", "count", why, shown)
        why = wording.count_apart(ground.pair(i, j, *shown, "against"))
        if left.open or right.open:
            return ground.found(i, j, "differs", "count", why, shown)
        return ground.found(i, j, "conflicts", "count", why, shown, weight=0.55)
    if only_apart or left.definite or right.definite or ground.kin(i, j) < AGREES_FROM:
        return None
    why = wording.count_same(ground.pair(i, j, *shown), one=left.high == right.high == 1)
    return ground.found(i, j, "agrees", "count", why, shown, equal=left.high == right.high == 1)


def counts(ground: Ground, a: Profile, b: Profile) -> tuple[CountVerdict, Count, Count] | None:
    """How many actors two clauses tell of; "several people" and "one man" too where all else is one."""
    told = compare_counts(a.counts, b.counts, a.counted | b.counted)
    telling = ground.judge.telling
    if told is None and telling.covered(telling.of(a), telling.of(b)) >= ALL_BUT_WHO:
        told = other_heads(a, b)
    return told
