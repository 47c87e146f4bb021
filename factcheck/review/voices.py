"""Who says what: one row for each mention of a fact, with how it stands to the claim in hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Quantity
from factcheck.review.same import origin_of
from factcheck.wording.printed import as_printed, claimant_words, compared_value, names, reasons, topic
from factcheck.wording.scales import converted, rounded
from factcheck.wording.words import RELATION_SIGNS, SILENT, THIS, flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Relation, RelationOn
    from factcheck.review.facts import Fact, Facts
    from factcheck.wording.places import Places

_VALUE_SIGNS = "(“/|"
_SIGN_RANK = {THIS: 0, "=": 1, "~": 2, "!": 3, " ": 4, "%": 5}


@dataclass(frozen=True, slots=True)
class Voice:
    """One row of the table. ``claim`` is None where the articles of ``where`` are silent.

    ``stands`` says in a few words how it stands to the claim in hand, ``why`` with the values.
    """

    sign: str
    where: str
    value: str
    said_by: str
    stands: str
    claim: str | None = None
    why: str = ""


def said_by(claim: Claim, facts: Facts) -> str:
    """The claimant as the article words it; one that is only inherited stands in brackets; or nobody."""
    return claimant_words(claim, origin_of(claim, facts))


def voices(current: Claim, fact: Fact, facts: Facts, places: Places) -> tuple[Voice, ...]:
    """The rows for one claim: itself, then what agrees, differs and conflicts, copies, and who is silent."""
    relations = facts.relations(current.id)
    on = topic(relations.values())
    others = dict.fromkeys((*fact.claims, *relations))
    others.pop(current.id, None)
    printed = as_printed(current, on, reasons(relations.values(), on))
    rows = [Voice(THIS, places.cite(current), printed, said_by(current, facts), "this claim", current.id)]
    heard = [facts.claims[claim] for claim in others]
    rows.extend(_row(claim, current, relations.get(claim.id), on, facts, places) for claim in heard)
    rows.sort(key=lambda row: (_SIGN_RANK[row.sign], _place(row, facts)))
    return (*_copies_after_originals(rows, facts), *_silent(current, heard, facts, places))


def _row(
    claim: Claim,
    current: Claim,
    relation: Relation | None,
    on: RelationOn | None,
    facts: Facts,
    places: Places,
) -> Voice:
    own = relation.on if relation and compared_value(claim, relation.on) else on
    why = flat(relation.why) if relation else ""
    return Voice(
        sign=RELATION_SIGNS[relation.kind] if relation else " ",
        where=places.cite(claim),
        value=as_printed(claim, own, why),
        said_by=said_by(claim, facts),
        stands=_stands(claim, current, relation, facts),
        claim=claim.id,
        why=why,
    )


def _stands(claim: Claim, current: Claim, relation: Relation | None, facts: Facts) -> str:
    """``gap 1,900; other origin``, ``same origin; fits``: what matters most stands first."""
    here = "same article" if claim.article == current.article else ""
    if relation is None:
        return "; ".join(filter(None, ("same fact, nothing compared", here)))
    origin = ""
    if relation.same_origin:
        origin = "same origin"
    elif origin_of(claim, facts) and origin_of(current, facts) and relation.kind != "copies":
        origin = "other origin"
    gap, brief = _gap(claim, current, relation), _brief(relation.why)
    # Whether an agreement is independent matters more than how it was found; of a conflict, how wide it is.
    parts = (origin, brief, here) if relation.kind == "agrees" else (gap, brief, origin, here)
    said = "; ".join(filter(None, parts))
    return said or {"agrees": "agrees", "conflicts": "differs"}.get(relation.kind, "close")


def _gap(claim: Claim, current: Claim, relation: Relation) -> str:
    """How far apart two conflicting figures are, in the unit of the claim in hand, where they share one."""
    if relation.kind != "conflicts" or relation.on != "quantity":
        return ""
    ours, theirs = _named(current, relation.why), _named(claim, relation.why)
    if ours is None or theirs is None or ours.value is None or theirs.value is None:
        return ""
    other = theirs.value if theirs.unit is None else converted(theirs.value, theirs.unit, ours.unit)
    if other is None or other == ours.value:
        return ""
    gap = abs(ours.value - other)
    if theirs.unit in (None, ours.unit):
        return f"gap {gap:,.10g}"
    return f"gap {rounded(gap)} {ours.unit}"


def _named(claim: Claim, why: str) -> Quantity | None:
    """The one figure of a claim that a reason names; None where it names several, which were added up."""
    values = [v for v in claim.values if isinstance(v, Quantity) and names(why, v)]
    return values[0] if len(values) == 1 else None


def _brief(why: str) -> str:
    """The part of a reason that holds no values: they stand in columns of their own."""
    head, _, tail = flat(why).partition(": ")
    parts = (part for part in (head, tail) if part and not any(sign in part for sign in _VALUE_SIGNS))
    return next(parts, "")


def _place(row: Voice, facts: Facts) -> tuple[int, int]:
    return facts.place(facts.claims[row.claim]) if row.claim else (0, 0)


def _copies_after_originals(rows: Sequence[Voice], facts: Facts) -> list[Voice]:
    """A copy of another row stands right below it, so that one voice reads as one block."""
    by_claim = {row.claim: row for row in rows}
    below: dict[str | None, list[Voice]] = {}
    moved: set[str | None] = set()
    for row in rows:
        if row.sign in (THIS, "%") or row.claim is None or row.claim in moved:
            continue
        for other, relation in facts.relations(row.claim).items():
            original = by_claim.get(other)
            if relation.kind != "copies" or original is None or other in moved or original.sign == THIS:
                continue
            if _place(original, facts) < _place(row, facts) and original.sign == row.sign:
                below.setdefault(other, []).append(row)
                moved.add(row.claim)
                break
    return [line for row in rows if row.claim not in moved for line in (row, *below.get(row.claim, ()))]


def _silent(current: Claim, heard: Sequence[Claim], facts: Facts, places: Places) -> tuple[Voice, ...]:
    telling = {current.article, *(claim.article for claim in heard)}
    letters = [places.letter(article.id) for article in facts.articles if article.id not in telling]
    if not letters or not facts.comparison.groups:
        return ()
    return (Voice(SILENT, " ".join(letters), "silent", "", "no mention of this fact found"),)
