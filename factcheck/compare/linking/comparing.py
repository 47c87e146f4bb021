"""What linked claims are to each other by their figures, and what is proposed for each of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.aspects.quantities import compare_intervals, interval
from factcheck.compare.linking.linker import Linker
from factcheck.compare.linking.proposing import Proposer
from factcheck.compare.linking.slots import Reading, figure_of
from factcheck.memory import no_search_for_cycles
from factcheck.model import Comparison, Group, Relation
from factcheck.values.together import distinct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.compare.aspects.quantities import Interval, Outcome
    from factcheck.model import Article, Claim, Quantity

STANDING = 6
"""How many values of a fact, those told most, every other value is held against."""
_FIELDS = attrgetter("value", "low", "high", "bound", "hedge", "unit", "of", "whose")
SURE = 0.5
"""The score of every relation: the words of the two were counted, and not weighed."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact: the claims that give it, who says so, and in which articles."""

    shown: str
    interval: Interval | None
    of: str | None
    whose: str | None
    modality: str
    claims: tuple[int, ...]
    origins: tuple[str, ...]
    articles: frozenset[int]
    voices: frozenset[int]
    """One article of each set that repeats the very words or has one owner; no digests."""


@no_search_for_cycles()
def linked(articles: Sequence[Article], claims: Sequence[Claim]) -> Comparison:
    """Groups, relations and suggestions for very many claims, in one pass and a few numbers a claim."""
    place = {article.id: n for n, article in enumerate(articles)}
    linker, reading = Linker(), Reading()
    voices: list[int] = []
    said: dict[int, int] = {}
    owners: dict[str, int] = {}
    for claim in claims:
        at = place[claim.article]
        article = articles[at]
        if linker.copy_of((claim.text, claim.predicates, article.kind)) is None:
            linker.add(reading.slots(claim))
        first = said.setdefault(hash(claim.text), at)
        voices.append(owners.setdefault(article.owner, first) if article.owner else first)
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for n, root in enumerate(linker.groups()):
        rows[root].append(n)
    proposer = Proposer(articles, claims, place)
    groups: list[Group] = []
    relations: list[Relation] = []
    for members in rows.values():
        values = _values(members, articles, claims, place, voices)
        found = list(_related(values)) if len(members) > 1 else []
        relations.extend(_relation(values, claims, *each) for each in found)
        proposer.propose(values, found)
        groups.append(_group(len(groups) + 1, values, claims, members))
    return Comparison(tuple(groups), tuple(relations), proposer.suggestions())


def _values(
    members: Sequence[int],
    articles: Sequence[Article],
    claims: Sequence[Claim],
    place: dict[str, int],
    voices: Sequence[int],
) -> list[Value]:
    """The distinct values of a fact, those told most first."""
    held: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    told: dict[tuple[object, ...], Quantity | None] = {}
    for n in members:
        claim = claims[n]
        number = figure_of(claim, articles[place[claim.article]].text)
        key: tuple[object, ...] = (number and _FIELDS(number), claim.modality)
        told.setdefault(key, number)
        held[key].append(n)
    found = []
    for key, own in held.items():
        number = told[key]
        first = claims[own[0]]
        named = (claims[n].attribution for n in own)
        at = [place[claims[n].article] for n in own]
        found.append(
            Value(
                number.text if number else first.text,
                interval(number) if number else None,
                number.of if number else None,
                number.whose if number else None,
                first.modality,
                tuple(own),
                distinct([a.origin if a is not None and not a.vague else None for a in named]),
                frozenset(at),
                frozenset(voices[n] for n, a in zip(own, at, strict=True) if articles[a].kind != "digest"),
            )
        )
    return sorted(found, key=lambda value: (-len(value.claims), value.claims[0]))


def _related(values: Sequence[Value]) -> Iterator[tuple[int, int, Outcome | None]]:
    """Pairs of values (by place) with what the interval table says; a value told twice beside itself."""
    for n, value in enumerate(values):
        if len(value.voices) > 1:
            yield n, n, None
        for m in range(min(n, STANDING)):
            other = values[m]
            if value.interval is None or other.interval is None or value.modality != other.modality:
                continue
            if (value.of and other.of and value.of != other.of) or (
                value.whose and other.whose and value.whose != other.whose
            ):
                continue
            outcome = compare_intervals(other.interval, value.interval)
            if outcome is not None and len(value.articles | other.articles) > 1:
                yield m, n, outcome


def _relation(
    values: Sequence[Value], claims: Sequence[Claim], m: int, n: int, outcome: Outcome | None
) -> Relation:
    first = claims[values[m].claims[0]]
    others = (claims[k] for k in values[n].claims if claims[k].article != first.article)
    other = next(others, claims[values[n].claims[0]])
    named = [
        c.attribution.origin if c.attribution and not c.attribution.vague else None for c in (first, other)
    ]
    same = named[0] is not None and named[0] == named[1]
    if outcome is None and values[n].interval is None:
        why = wording.same_told(first.text, other.text)
        return Relation(first.id, other.id, "agrees", "polarity", why, SURE, same)
    kind = outcome.kind if outcome else "agrees"
    sides = wording.pair(
        (values[m].shown, named[0]), (values[n].shown, named[1]), "against" if kind == "conflicts" else "and"
    )
    why = wording.quantity(outcome, sides) if outcome else f"the same figure: {sides}"
    return Relation(first.id, other.id, kind, "quantity", why, SURE, same)


def _group(number: int, values: Sequence[Value], claims: Sequence[Claim], members: Iterable[int]) -> Group:
    ids = tuple(claims[n].id for n in members)
    shortest = min((claims[value.claims[0]].text for value in values), key=len)
    return Group(
        f"g{number}",
        wording.short(shortest),
        ids,
        len(frozenset[int]().union(*(value.articles for value in values))),
        len(frozenset[int]().union(*(value.voices for value in values))),
        tuple(dict.fromkeys(origin for value in values for origin in value.origins)),
    )
