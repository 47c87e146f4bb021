"""Whether two claims tell the same, or one denies what the other tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.figure_pairs import best_comparison, other_measures
from factcheck.compare.aspects.ledgers import other_payer
from factcheck.compare.aspects.stance import says_unknown
from factcheck.compare.facts.contrary import about_one_deed, against, denier, worded_as_denial
from factcheck.compare.facts.deeds import one_deed_told
from factcheck.compare.facts.gates import counted_apart, dated_apart
from factcheck.compare.facts.kinship import AGREES_FROM, THRESHOLD
from factcheck.compare.facts.opposed import denied_alike, of_two_things, opposed, tells

if TYPE_CHECKING:
    from factcheck.compare.reading.profiles import Profile
    from factcheck.compare.relating.found import Found
    from factcheck.compare.relating.ground import Ground


def by_state(ground: Ground, i: int, j: int) -> Found | None:
    """One thing in two states that exclude each other, or first in the one and then in the other."""
    p, q = ground.profiles[i], ground.profiles[j]
    met = opposed(tells(p), tells(q)) if p.states and q.states else None
    if met is None or p.denied != q.denied:
        return None
    values = (p.text, q.text)
    if met.later is None:
        why = wording.states(ground.pair(i, j, *values, "against"))
        return ground.found(i, j, "conflicts", "polarity", why, values, weight=0.6)
    first, then = (i, j) if met.later else (j, i)
    why = wording.one_after_the_other(
        ground.pair(first, then, ground.profiles[first].text, ground.profiles[then].text, "then")
    )
    return ground.found(i, j, "differs", "polarity", why, values)


def by_polarity(ground: Ground, i: int, j: int) -> Found | None:
    p, q = ground.profiles[i], ground.profiles[j]
    a, b = p.claim, q.claim
    if not against(p, q) or ground.kin(i, j) < THRESHOLD or denied_alike(tells(p), tells(q)):
        return None
    if not (p.main & q.main or ground.judge.certain(i, j) or about_one_deed(p, q, ground.judge.telling)):
        return None
    best = best_comparison(p.figures, q.figures)
    if (best is not None and best[2].kind == "conflicts") or _one_statement(ground, i, j):
        return None
    denied, asserted = (i, j) if denier(p, q) is p else (j, i)
    if ground.tolls.happened_since(denied, asserted):
        told = {i: a.text, j: b.text}
        why = wording.since_then(ground.pair(denied, asserted, told[denied], told[asserted], "then"))
        return ground.found(i, j, "differs", "polarity", why, (a.text, b.text))
    why = wording.denial(
        *ground.said(denied), *ground.said(asserted), negated=worded_as_denial(ground.profiles[denied])
    )
    return ground.found(i, j, "conflicts", "polarity", why, (a.text, b.text), weight=0.6)


def _one_statement(ground: Ground, i: int, j: int) -> bool:
    """Two wordings of what one speaker said: however they are put, they deny or tell the same."""
    a, b = ground.profiles[i], ground.profiles[j]
    pair = ground.judge.quote_pair(a, b) if a.quotes and b.quotes else None
    if pair is None or pair[2] == "different":
        return False
    speakers = a.quotes[pair[0]].speaker, b.quotes[pair[1]].speaker
    return speakers[0] is not None and speakers[0] == speakers[1]


def by_telling(ground: Ground, i: int, j: int) -> Found | None:
    if ground.kin(i, j) < AGREES_FROM:
        return None
    p, q = ground.profiles[i], ground.profiles[j]
    if p.denied != q.denied or p.then != q.then or dated_apart(p, q) or other_payer(p, q):
        return None
    if (p.plan is False) != (q.plan is False) and not p.denied:
        return None  # "would not resign" does not bear out "resigned"
    if not ground.judge.tied(i, j) and (of_two_things(tells(p), tells(q)) or _other_figures(p, q)):
        return None
    if not ground.judge.certain(i, j) and not one_deed_told(p, q, ground.judge.telling):
        return None
    apart = other_measures(p.figures, q.figures)
    if apart is not None:
        why = wording.not_laid_side_by_side(ground.pair(i, j, *apart, "beside"))
        tied = ground.judge.tied(i, j)
        return ground.found(i, j, "differs", "quantity", why, apart) if tied else None
    if p.ahead != q.ahead:
        why = wording.forecast(ground.pair(i, j, p.text, q.text, "beside"))
        return ground.found(i, j, "differs", "polarity", why, (p.text, q.text))
    deeds = (p.done, q.done) if p.main & q.main else ((), ())
    why = wording.same_told(p.text, q.text, deeds=deeds, denied=p.denied, ahead=p.ahead)
    return ground.found(i, j, "agrees", "polarity", why, (p.text, q.text))


def by_knowledge(ground: Ground, i: int, j: int) -> Found | None:
    """One says that a thing is not known, which the other tells: neither bears the other out.

    An answer of a later day has been found since.
    """
    p, q = ground.profiles[i], ground.profiles[j]
    if says_unknown(p.text) == says_unknown(q.text):
        return None
    unknown, told = (i, j) if says_unknown(p.text) else (j, i)
    texts = ground.profiles[unknown].text, ground.profiles[told].text
    why = wording.not_known(*texts)
    if _settles(ground, i, j) and ground.tolls.later_day(unknown, told):
        why = wording.since_given(ground.pair(unknown, told, *texts, "then"))
    return ground.found(i, j, "differs", "polarity", why, (p.text, q.text))


def by_answer(ground: Ground, i: int, j: int) -> Found | None:
    """The same, whatever else the two have in common, where the one answers the other."""
    return by_knowledge(ground, i, j) if _settles(ground, i, j) else None


def _settles(ground: Ground, i: int, j: int) -> bool:
    return ((i, j) if i < j else (j, i)) in ground.settled


def _other_figures(p: Profile, q: Profile) -> bool:
    """Both tell figures of one dimension, of which no two can be laid side by side: they tell two things."""
    if not p.figures or not q.figures or best_comparison(p.figures, q.figures) is not None:
        return False
    # "Four paintings were stolen", "four paintings vanished": other verbs, and still the same four.
    same = any(
        f.noun is not None and f.noun == g.noun and f.interval.headline == g.interval.headline
        for f in p.figures
        for g in q.figures
    )
    return not same and counted_apart(p, q)
