"""Which mentions of a fact are one voice: the same value from the same origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Claim, DateValue, Quantity

if TYPE_CHECKING:
    from factcheck.review.facts import Fact, Facts

Key = tuple[object, ...]
SAME_FIGURE = "the same figure: "
"""How a reason begins that found two claims to give one figure (see ``wording.relations``)."""


def value_key(claim: Claim) -> Key:
    """The claim's quantities and dates in normal form; empty where it has none."""
    keys: list[Key] = []
    for value in claim.values:
        if isinstance(value, Quantity):
            keys.append((value.low, value.high, value.value, value.unit))
        elif isinstance(value, DateValue):
            keys.append((value.earliest, value.latest, value.weekday, value.month_day))
    return tuple(keys)


def origin_of(claim: Claim, facts: Facts) -> str | None:
    """Who says it first: as the comparison counts it, else the claimant the article names."""
    suggestion = facts.suggestions.get(claim.id)
    if suggestion is not None and suggestion.origin:
        return suggestion.origin
    said = claim.attribution
    return said.origin if said and not said.vague else None


def same_voice(claim: Claim, fact: Fact, facts: Facts) -> list[Claim]:
    """The claim and the fact's other mentions of the same value by the same origin; copies are among them.

    The value is the same where it reads so, and where the comparison found the figures of both to be one:
    beside the figure a mention may have others ("1,800 jobs, or one in 13"). Where no value was read, the
    comparison must have found that the two agree.
    """
    relations = facts.relations(claim.id)
    found = [claim]
    for other in (facts.claims[member] for member in fact.claims if member != claim.id):
        relation = relations.get(other.id)
        kind = relation.kind if relation else None
        if kind in ("conflicts", "updates"):
            continue
        same_origin = origin_of(other, facts) == origin_of(claim, facts) or bool(
            relation and relation.same_origin
        )
        same_value = value_key(other) == value_key(claim) if value_key(claim) else kind == "agrees"
        same_value = same_value or bool(relation and relation.why.startswith(SAME_FIGURE))
        if kind == "copies" or (same_origin and same_value):
            found.append(other)
    return found
