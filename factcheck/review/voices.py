"""Who says what: one row for each mention of a fact, with how it stands to the claim in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.records import dataclass
from factcheck.review.same import origin_of
from factcheck.review.stands import stands
from factcheck.wording.brief import claimant_forms, shown_values
from factcheck.wording.printed import compared_value, reasons, topic
from factcheck.wording.words import RELATION_SIGNS, SILENT, THIS, flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Relation, RelationOn
    from factcheck.review.facts import Fact, Facts
    from factcheck.wording.places import Places

_SIGN_RANK = {THIS: 0, "=": 1, "~": 2, "!": 3, " ": 4, "%": 5}


@dataclass(frozen=True, slots=True)
class Voice:
    """One row of the table. ``claim`` is None where the articles of ``where`` are silent.

    ``values``, ``speakers`` and ``ways`` (how it stands to the claim in hand) are forms of one text, the
    fullest first and each whole in itself: a table takes the first that fits. ``why`` is the full reason.
    """

    sign: str
    where: str
    values: tuple[str, ...]
    speakers: tuple[str, ...]
    ways: tuple[str, ...]
    claim: str | None = None
    why: str = ""

    @property
    def value(self) -> str:
        """The value as printed."""
        return self.values[0]

    @property
    def said_by(self) -> str:
        """The claimant as the article words it; one that is only inherited stands in brackets; or nobody."""
        return self.speakers[0]

    @property
    def stands(self) -> str:
        return self.ways[0]


def voices(current: Claim, fact: Fact, facts: Facts, places: Places) -> tuple[Voice, ...]:
    """The rows for one claim: itself, then what agrees, differs and conflicts, copies, and who is silent."""
    relations = facts.relations(current.id)
    on = topic(relations.values())
    others = dict.fromkeys((*fact.claims, *relations))
    others.pop(current.id, None)
    told = reasons(relations.values(), on)
    rows = [_own_row(current, on, told, facts, places)]
    heard = [facts.claims[claim] for claim in others]
    rows.extend(_row(claim, current, relations.get(claim.id), on, told, facts, places) for claim in heard)
    rows.sort(key=lambda row: (_SIGN_RANK[row.sign], _place(row, facts)))
    return (*_copies_after_originals(rows, facts), *_silent(current, heard, facts, places))


def _own_row(current: Claim, on: RelationOn | None, told: str, facts: Facts, places: Places) -> Voice:
    return Voice(
        sign=THIS,
        where=places.cite(current),
        values=shown_values(current, on, told),
        speakers=claimant_forms(current, origin_of(current, facts)),
        ways=("this claim",),
        claim=current.id,
    )


def _row(
    claim: Claim,
    current: Claim,
    relation: Relation | None,
    on: RelationOn | None,
    told: str,
    facts: Facts,
    places: Places,
) -> Voice:
    """``told`` is what is said of the claim in hand on what its fact is about, ``on``."""
    why = flat(relation.why) if relation else ""
    own, named = on, why
    if relation is not None and relation.kind == "copies":
        # Copied words name every value in them: the one that is compared is that of the claim in hand.
        named = told
    elif relation is not None and compared_value(claim, relation.on):
        own = relation.on
    return Voice(
        sign=RELATION_SIGNS[relation.kind] if relation else " ",
        where=places.cite(claim),
        values=shown_values(claim, own, named),
        speakers=claimant_forms(claim, origin_of(claim, facts)),
        ways=stands(claim, current, relation, facts),
        claim=claim.id,
        why=why,
    )


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
    return (Voice(SILENT, " ".join(letters), ("silent",), ("",), ("no mention of this fact found",)),)
