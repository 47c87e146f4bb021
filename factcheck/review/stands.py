"""How a mention stands to the claim in hand, in few words and in fewer: gap, difference, origin, article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Quantity
from factcheck.review.same import origin_of
from factcheck.wording.printed import names
from factcheck.wording.relations import FORMS, IF_ONE, Form, forms, opening
from factcheck.wording.scales import SCALED, converted, dimension, rounded
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Claim, Relation, RelationOn
    from factcheck.review.facts import Facts

SAME_ORIGIN, OTHER_ORIGIN = Form("same origin", "same origin"), Form("other origin", "other origin")
SAME_ARTICLE = Form("same article", "same article")
NOT_COMPARED = Form("same fact, not compared", "not compared")
_PLAIN = {"agrees": "agrees", "conflicts": "differs"}
_OTHER: Mapping[RelationOn, Form] = {
    "quantity": Form("another figure", "other figure"),
    "count": Form("another number of them", "other number"),
    "date": Form("another date", "other date"),
    "place": Form("another place", "other place"),
    "actor": Form("somebody else", "other actor"),
    "quote": Form("quoted in other words", "other words"),
    "polarity": Form("contradicts it", "contradicts it"),
}
"""What conflicts, where neither the reason nor a gap says how."""
_LATER, _EARLIER = Form("a later figure", "later"), Form("an earlier figure", "earlier")
_PART, _WHOLE = Form("a part of this figure", "a part of it"), Form("this is a part of it", "the whole")
_AHEAD, _TOLD = (
    Form("a forecast, no conflict", "a forecast"),
    Form("this claim is a forecast", "this: forecast"),
)
_DENIES, _SAYS = Form("denies it", "denies it"), Form("says that it is so", "says so")
_QUOTED = re.compile("“(.+?)”")
_MILLION = 1e6


def stands(claim: Claim, current: Claim, relation: Relation | None, facts: Facts) -> tuple[str, ...]:
    """``("6 more; other origin", "6 more")``: what matters most stands first, and in every form."""
    here = [SAME_ARTICLE] if claim.article == current.article else []
    if relation is None:
        return forms((NOT_COMPARED, *here))
    origin = []
    if relation.same_origin:
        origin = [SAME_ORIGIN]
    elif origin_of(claim, facts) and origin_of(current, facts) and relation.kind != "copies":
        origin = [OTHER_ORIGIN]
    found, apart = _found(claim, current, relation), gap(claim, current, relation)
    # Whether an agreement is independent matters more than how it was found; of a conflict, how wide it is.
    if relation.kind == "conflicts" and not apart and found in ((), (IF_ONE,)):
        apart = (_OTHER[relation.on],)
    parts = (*origin, *found, *here) if relation.kind == "agrees" else (*apart, *found, *origin, *here)
    return forms(parts) or (_PLAIN.get(relation.kind, "close"),)


def _found(claim: Claim, current: Claim, relation: Relation) -> tuple[Form, ...]:
    """What the reason opens with, as seen from the claim in hand: which of the two is later, or the part."""
    known = opening(relation.why)
    turned = {
        FORMS["a later figure"]: _in_time,
        FORMS["forecast, contradicts nothing"]: _ahead,
        FORMS["one counts a part of the other"]: _part,
    }
    turn = turned.get(known[0]) if known else None
    if known and turn is not None:
        return (turn(claim, current, flat(relation.why)) or known[0], *known[1:])
    if (
        relation.on == "polarity"
        and relation.kind == "conflicts"
        and (side := denies(claim, relation.why)) is not None
    ):
        return (_DENIES if side else _SAYS, *known[1:])
    return known


def _in_time(claim: Claim, current: Claim, why: str) -> Form | None:
    head, _, tail = why.partition(", then ")
    if _tells(claim, tail) and _tells(current, head):
        return _LATER
    return _EARLIER if _tells(claim, head) and _tells(current, tail) else None


def _ahead(claim: Claim, current: Claim, _why: str) -> Form | None:
    ahead = [each.modality in ("forecast", "possible") for each in (claim, current)]
    return None if ahead[0] == ahead[1] else _AHEAD if ahead[0] else _TOLD


def _part(claim: Claim, current: Claim, why: str) -> Form | None:
    theirs, ours = _named(claim, why), _named(current, why)
    if (
        theirs is None
        or ours is None
        or theirs.value is None
        or ours.value is None
        or theirs.value == ours.value
    ):
        return None
    return _PART if theirs.value < ours.value else _WHOLE


def denies(claim: Claim, why: str) -> bool | None:
    """Whether a claim denies what a reason sets against a denial; None where its words stand in neither part.

    The reason quotes who says so before who denies.
    """
    quoted = [part.rstrip("….").casefold() for part in _QUOTED.findall(flat(why))]
    text = flat(claim.text).casefold()
    sides = [part in text or text in part for part in quoted]
    return sides[1] if len(sides) == 2 and sides[0] != sides[1] else None


def gap(claim: Claim, current: Claim, relation: Relation) -> tuple[Form, ...]:
    """How much more or less than the claim in hand, in its unit, where two conflicting figures share one."""
    if relation.kind != "conflicts" or relation.on != "quantity":
        return ()
    ours, theirs = _named(current, relation.why), _named(claim, relation.why)
    if ours is None or theirs is None or ours.value is None or theirs.value is None:
        return ()
    one = theirs.unit is None or _one_thing(theirs.unit, ours.unit)
    other = theirs.value if one else converted(theirs.value, theirs.unit, ours.unit)
    if other is None or other == ours.value:
        return ()
    apart, more = abs(ours.value - other), "more" if other > ours.value else "less"
    if not one:
        unit = ours.unit or ""
        many = "s" if len(unit) > len("mph") and not unit.endswith("s") else ""
        said = f"{rounded(apart)} {unit}{many} {more}"
        return (Form(said, said),)
    if apart >= _MILLION:
        return (Form(f"{apart / _MILLION:,.4g} million {more}", f"{apart / _MILLION:,.4g}m {more}"),)
    said = f"{apart:,.10g} {more}"
    return (Form(said, said),)


def _one_thing(a: str, b: str | None) -> bool:
    """Whether two units count alike: one, or two kinds of what has no scale ("person", "person_military")."""
    family = dimension(a)[0]
    return a == b or (family == dimension(b)[0] and family not in (*SCALED, "money", "temperature"))


def _named(claim: Claim, why: str) -> Quantity | None:
    """The one figure of a claim that a reason names; None where it names several, which were added up."""
    values = [v for v in claim.values if isinstance(v, Quantity) and names(why, v)]
    return values[0] if len(values) == 1 else None


def _tells(claim: Claim, part: str) -> bool:
    return any(isinstance(v, Quantity) and names(part, v) for v in claim.values)
