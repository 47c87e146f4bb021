"""Facts against articles: one row a fact, a disputed figure split by origin.

Rows are made fact by fact, for those in sight: a session may have tens of thousands of facts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.model import Quantity, Quote
from factcheck.review.facts import SUGGESTED_AT
from factcheck.review.filters import judged
from factcheck.review.same import origin_of
from factcheck.review.stands import denies
from factcheck.review.tallies import weightiest
from factcheck.values.proper import is_figure, only_identifies
from factcheck.wording.brief import in_few_words
from factcheck.wording.printed import compared_value, is_inside, reasons, telling, topic, whole, words_named
from factcheck.wording.words import NOBODY, RELATION_SIGNS, SIGNS, UNSEEN, flat

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.model import Claim, Relation, RelationOn, VerdictName
    from factcheck.review.cursor import Cursor
    from factcheck.review.facts import Fact, Facts

_QUOTES = "\"“”'‘’"
FIGURES: frozenset[RelationOn] = frozenset({"quantity", "count", "date"})


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says of one fact; no claims where it is silent.

    ``forms`` are its words, the fullest first and each whole in itself; ``value`` is the fullest.
    """

    sign: str
    forms: tuple[str, ...] = ("",)
    claims: tuple[str, ...] = ()
    judged: bool = False
    """Every mention in it has a verdict of this reviewer."""

    @property
    def value(self) -> str:
        return self.forms[0]

    @property
    def more(self) -> int:
        """How many mentions more the article has than the one whose words stand here."""
        return max(len(self.claims) - 1, 0)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """``depth`` 0 is a fact, 1 one origin of a disputed figure. ``verdict`` gives sign and colour."""

    fact: str
    label: str
    depth: int
    sign: str
    verdict: VerdictName | None
    judged: bool
    cells: tuple[Cell, ...]
    articles: int
    origins: int
    kind: str
    mixed: bool = False
    """Judged, but not every mention alike."""


SILENT_CELL = Cell(".")


def rows_of(desk: Cursor, fact: Fact) -> list[MatrixRow]:
    """The row of a fact, and below it those of its origins where it is a disputed figure."""
    members = [desk.facts.claims[claim] for claim in fact.claims]
    relations = _inside(desk, fact)
    on = topic(relations)
    parts = _by_origin(members, desk.facts) if _split(fact, relations, on) else {}
    cells = [SILENT_CELL] * len(desk.articles) if parts else _cells(desk, members, on, named=True)
    below = [_origin_row(desk, fact, origin, part, on) for origin, part in parts.items()]
    return [_fact_row(desk, fact, members, cells), *below]


def _inside(desk: Cursor, fact: Fact) -> list[Relation]:
    """The relations between mentions of one fact; what other facts say of it stands in their rows."""
    own = set(fact.claims)
    return [r for claim in fact.claims for other, r in desk.facts.relations(claim).items() if other in own]


def _split(fact: Fact, relations: Sequence[Relation], on: RelationOn | None) -> bool:
    disputed = any(relation.kind == "conflicts" for relation in relations)
    return disputed and on in FIGURES and len(fact.origins) > 1


def _by_origin(members: Sequence[Claim], facts: Facts) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in members:
        found.setdefault(origin_of(claim, facts) or NOBODY, []).append(claim)
    return found


def _fact_row(desk: Cursor, fact: Fact, members: Sequence[Claim], cells: Sequence[Cell]) -> MatrixRow:
    verdict, judged, mixed = _verdict(desk, fact, members)
    kinds = [s.kind for claim in members if (s := desk.facts.suggestions.get(claim.id)) and s.kind]
    mark = next((m for c in members if (m := desk.mark(c.id)) and m.verdict == verdict and m.kind), None)
    kind = mark.kind if judged and mark else kinds[0] if kinds else None
    return MatrixRow(
        fact=fact.id,
        label=fact.label,
        depth=0,
        sign=SIGNS[verdict] if verdict else UNSEEN,
        verdict=verdict,
        judged=judged,
        cells=tuple(cells),
        articles=fact.articles,
        origins=len(fact.origins),
        kind=kind or "",
        mixed=mixed,
    )


def _verdict(desk: Cursor, fact: Fact, members: Sequence[Claim]) -> tuple[VerdictName | None, bool, bool]:
    """The reviewer's verdict where all mentions have one, else the weightiest suggestion.

    Also whether it is the reviewer's, and whether their verdicts differ: then it is the weightiest.
    """
    marks = [desk.mark(claim.id) for claim in members]
    given = {mark.verdict for mark in marks if mark and mark.verdict}
    if all(mark and mark.verdict for mark in marks):
        return weightiest(given), True, len(given) > 1
    return SUGGESTED_AT[fact.rank], False, False


def _origin_row(
    desk: Cursor, fact: Fact, origin: str, members: Sequence[Claim], on: RelationOn | None
) -> MatrixRow:
    return MatrixRow(
        fact=fact.id,
        label=origin if origin == NOBODY else f"per {origin}",
        depth=1,
        sign=UNSEEN,
        verdict=None,
        judged=False,
        cells=tuple(_cells(desk, members, on, named=False)),
        articles=len({claim.article for claim in members}),
        origins=0 if origin == NOBODY else 1,
        kind="",
    )


def _cells(desk: Cursor, members: Sequence[Claim], on: RelationOn | None, *, named: bool) -> list[Cell]:
    """One cell an article, each against the mention that most others agree with.

    ``named`` gives the origin where there is no value; in the row of one origin that says nothing.
    """
    ids = {claim.id for claim in members}
    by_article: dict[str, list[Claim]] = {}
    for claim in members:
        by_article.setdefault(claim.article, []).append(claim)
    pivot = max(members, key=lambda claim: _agreeing(desk, claim, ids))
    cells: list[Cell] = []
    for article in desk.articles:
        own = by_article.get(article.id)
        if not own:
            cells.append(SILENT_CELL)
            continue
        # What came before or after what is told ("alive", then dead) is no other version of it.
        telling = [claim for claim in own if not _in_sequence(desk, claim, pivot)] or own
        signs = [_sign(desk, claim, pivot, ids, alone=named) for claim in telling]
        worst = next((sign for sign in "!~=%" if sign in signs), signs[0])
        first = telling[signs.index(worst)]
        claims = (first.id, *(claim.id for claim in own if claim is not first))
        against = desk.facts.relations(first.id).values()
        about = topic(against) if len(members) == 1 else on
        why = reasons(against, about)
        # A claim that is compared on nothing of what its fact is about has no value to show for it.
        forms = cell_forms(first, about, why) if why else () if against else _lone_forms(first)
        # "per Ott" is short for the same as the others say, which nothing says of what was not compared.
        by_name = named and worst != " "
        words = forms or _in_words(desk, first, ids, named=by_name)
        cells.append(Cell(worst, words, claims, all(judged(desk.mark(claim)) for claim in claims)))
    return cells


def _agreeing(desk: Cursor, claim: Claim, members: Collection[str]) -> int:
    """How many of the members agree with a claim."""
    relations = desk.facts.relations(claim.id).items()
    return sum(relation.kind in ("agrees", "copies") and other in members for other, relation in relations)


def _in_sequence(desk: Cursor, claim: Claim, pivot: Claim) -> bool:
    """Whether two claims tell one thing at two times: one after the other, no contradiction."""
    relation = desk.facts.relations(claim.id).get(pivot.id)
    return relation is not None and relation.of_another_time


def _sign(desk: Cursor, claim: Claim, pivot: Claim, members: Collection[str], *, alone: bool) -> str:
    """How a mention stands to what most say. ``alone``: the only one has its verdict's sign, since no side
    of a dispute is left to which it could stand.
    """
    if claim is not pivot:
        relation = desk.facts.relations(claim.id).get(pivot.id)
        return RELATION_SIGNS[relation.kind] if relation else " "
    if len(members) == 1:
        if not alone:
            return "="
        return desk.look(claim.id).sign if desk.look(claim.id).verdict else "="
    relations = desk.facts.relations(pivot.id)
    told_otherwise = any(
        relation.kind == "conflicts" and other in members for other, relation in relations.items()
    )
    return "!" if told_otherwise and not _agreeing(desk, pivot, members) else "="


def cell_forms(claim: Claim, on: RelationOn | None, why: str = "") -> tuple[str, ...]:
    """The compared value alone, in fewer and fewer words; empty where it is the whole claim that is compared.

    Of several values it is the one that the reasons ``why`` name.
    """
    value = compared_value(claim, on, why)
    if value is None or not is_inside(value, claim):
        named = words_named(claim, why) if on in FIGURES else ""
        return (named,) if named else ()
    if value.kind == "quote":
        return (flat(value.text).strip(_QUOTES).rstrip(",").strip(_QUOTES),)
    return in_few_words(value, claim)


def _lone_forms(claim: Claim) -> tuple[str, ...]:
    """The figure in a claim that nothing is held against, unless it is what somebody is quoted with."""
    if any(isinstance(value, Quote) for value in claim.values):
        return ()
    numbers = [
        v
        for v in claim.values
        if isinstance(v, Quantity) and is_figure(v) and not only_identifies(claim.text, _inside_of(claim, v))
    ]
    value = min(numbers, key=telling, default=None)
    return in_few_words(value, claim) if value is not None and is_inside(value, claim) else ()


def _inside_of(claim: Claim, value: Quantity) -> Quantity:
    """The value with the offsets that it has in the claim's own text."""
    return replace(value, start=value.start - claim.start, end=value.end - claim.start)


def _in_words(desk: Cursor, claim: Claim, ids: Collection[str], *, named: bool) -> tuple[str, ...]:
    """A claim without a value: who says it where all tell the same, else its words."""
    against = [r for r in desk.facts.relations(claim.id).values() if r.kind in ("conflicts", "differs")]
    origin = origin_of(claim, desk.facts) if named and not against else None
    # The mentions of a hot fact have thousands of relations: they are gone through last.
    if origin and not any(_contradicted(desk, each) for each in ids):
        return (f"per {origin}",)
    sides = {denies(claim, r.why) for r in against if r.kind == "conflicts" and r.on == "polarity"}
    side = sides.pop() if len(sides) == 1 else None
    if side is None:
        return (whole(claim.text),)
    return (whole(claim.text), *(("denies it", "denies") if side else ("says so",)))


def _contradicted(desk: Cursor, claim: str) -> bool:
    return any(relation.kind == "conflicts" for relation in desk.facts.relations(claim).values())
