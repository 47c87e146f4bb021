"""Who did it, where it ended, on which day and at what time: what there is one of for one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.clocks import same_time
from factcheck.compare.aspects.dates import compare_dates, is_term, persists
from factcheck.compare.aspects.excluded import denied_role
from factcheck.compare.aspects.figure_pairs import best_comparison
from factcheck.compare.aspects.once import one_deed
from factcheck.compare.aspects.sole import same_deed, two_authors
from factcheck.compare.aspects.terms import ends_of_one
from factcheck.compare.facts.gates import of_two_periods, one_event
from factcheck.compare.facts.kinship import AGREES_FROM, THRESHOLD
from factcheck.compare.facts.where import two_places

if TYPE_CHECKING:
    from factcheck.compare.relating.found import Found
    from factcheck.compare.relating.ground import Ground


def by_author(ground: Ground, i: int, j: int) -> Found | None:
    """One deed that has room for one author, and two authors; or somebody who is said not to have been it."""
    p, q = ground.profiles[i], ground.profiles[j]
    apart = denied_role(p, q)
    if apart is not None:
        why = wording.authors(ground.pair(i, j, *apart, "against"))
        return ground.found(i, j, "conflicts", "actor", why, apart, weight=0.55)
    if p.sole is None or q.sole is None or p.ahead or q.ahead or p.denied or q.denied:
        return None
    shown = (p.sole.shown, q.sole.shown)
    if two_authors(p.sole, q.sole):
        why = wording.authors(ground.pair(i, j, *shown, "against"))
        return ground.found(i, j, "conflicts", "actor", why, shown, weight=0.55)
    if same_deed(p.sole, q.sole):
        return ground.found(i, j, "agrees", "actor", wording.same_told(*shown), shown)
    return None


def by_place(ground: Ground, i: int, j: int) -> Found | None:
    """One deed that ends in one place, and two places."""
    shown = two_places(ground.profiles[i], ground.profiles[j], ground.judge.telling)
    if shown is None:
        return None
    why = wording.places(ground.pair(i, j, *shown, "against"))
    return ground.found(i, j, "conflicts", "place", why, shown, weight=0.5)


def by_once(ground: Ground, i: int, j: int) -> Found | None:
    """When the one thing was built or founded that both speak of."""
    p, q = ground.profiles[i].once, ground.profiles[j].once
    told = one_deed(p, q)
    if told is None or p is None or q is None:
        return None
    agree, shown = told == "agrees", (p.date.text, q.date.text)
    why = wording.dates(ground.pair(i, j, *shown, "and" if agree else "against"), agree=agree)
    return ground.found(i, j, told, "date", why, shown, weight=0.0 if agree else 0.45, equal=_one_word(shown))


def by_terms(ground: Ground, i: int, j: int) -> Found | None:
    """Until when a thing stays shut, and when it is to be open again; one source may think again."""
    a, b = ground.profiles[i], ground.profiles[j]
    told = ends_of_one(a, b)
    if told is None or a.term is None or b.term is None:
        return None
    shown = tuple(f"{'open' if t.opens else 'shut until'} {t.date.text}" for t in (a.term, b.term))
    values = shown[0], shown[1]
    if told == "agrees":
        return ground.found(i, j, told, "date", wording.dates(ground.pair(i, j, *values), agree=True), values)
    one = ground.origins[i] is not None and ground.origins[i] == ground.origins[j]
    if one and (ground.tolls.later_day(i, j) or ground.tolls.later_day(j, i)):
        first, then = (i, j) if ground.tolls.later_day(i, j) else (j, i)
        sides = ground.pair(first, then, values[first == j], values[then == j], "then")
        return ground.found(i, j, "differs", "date", wording.one_after_the_other(sides), values)
    why = wording.dates(ground.pair(i, j, *values, "against"), agree=False)
    return ground.found(i, j, told, "date", why, values, weight=0.45)


def by_dates(ground: Ground, i: int, j: int, *, only_apart: bool = False) -> Found | None:
    a, b = ground.profiles[i], ground.profiles[j]
    if len(a.dates) != 1 or len(b.dates) != 1 or not ground.judge.telling.one_event(a, b):
        return None
    told = compare_dates(a.dates[0], b.dates[0])
    if told is None or ground.kin(i, j) < AGREES_FROM:
        return None
    agree = told[0] == "agrees"
    if only_apart == agree or not (agree or one_event(a, b)):
        return None
    terms = [is_term(ground.articles[p.article].text, p.dates[0]) for p in (a, b)]
    if not agree and (terms[0] != terms[1] or (not terms[0] and (persists(a.text) or persists(b.text)))):
        return None
    best = best_comparison(a.figures, b.figures)
    if best is not None and best[2].kind != "agrees" and of_two_periods(a, b):
        return None
    shown = (a.dates[0].text, b.dates[0].text)
    why = wording.dates(ground.pair(i, j, *shown, "and" if agree else "against"), agree=agree)
    return ground.found(
        i, j, told[0], "date", why, shown, weight=0.0 if agree else 0.45, equal=_one_word(shown)
    )


def by_clocks(ground: Ground, i: int, j: int, *, only_apart: bool = False) -> Found | None:
    """When on the day one event happened, as far as both tell the event itself."""
    a, b = ground.profiles[i], ground.profiles[j]
    told = same_time(a, b) if ground.judge.telling.one_event(a, b) else None
    if told is None or (only_apart and told[0] == "agrees"):
        return None
    if ground.kin(i, j) < THRESHOLD or not one_event(a, b):
        return None
    agree = told[0] == "agrees"
    shown = (told[1].text, told[2].text)
    why = wording.clocks(ground.pair(i, j, *shown, "and" if agree else "against"), agree=agree)
    return ground.found(
        i, j, told[0], "date", why, shown, weight=0.0 if agree else 0.4, equal=_one_word(shown)
    )


def _one_word(shown: tuple[str, str]) -> bool:
    """ "June" and "14 June" fit each other and are two dates."""
    return shown[0].casefold() == shown[1].casefold()
