"""An analysis as the texts that the database keeps: what is in which column, and back again."""

from __future__ import annotations

import gc
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from factcheck.model import (
    ArticleLink,
    Attribution,
    Claim,
    Comparison,
    DateValue,
    Entity,
    Group,
    Quantity,
    Quote,
    Relation,
    RuleInfo,
    Suggestion,
    Value,
)
from factcheck.store.columns import Table, pack, shape, unpack, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

VALUES: tuple[type[Value], ...] = (Quantity, DateValue, Entity, Quote, Attribution)
IN_TABLE = ("id", "article", "start", "end", "text", "score", "rules")
"""The fields of a claim that the table ``claim`` has columns for, and the quote, cut from the article."""

COMPARED = (Group, Relation, Suggestion, ArticleLink)
SHAPE = shape(*VALUES, Claim, *COMPARED, RuleInfo)
"""A stored analysis of another shape was written by another version; it is made again, not misread."""


dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@contextmanager
def no_gc() -> Iterator[None]:
    """Hold the garbage collector: what is built here lives, and 100,000 new objects would wake it often."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


# --- the claims of one article --------------------------------------------------------------


def encode_claims(claims: Sequence[Claim], text: str) -> str:
    """The claims of one article but for their ``IN_TABLE`` fields; each shared value is written once."""
    found: dict[int, Value] = {}
    for claim in claims:
        for value in _values(claim):
            found.setdefault(id(value), value)
    ordered = [value for cls in VALUES for value in found.values() if type(value) is cls]
    place = {id(value): number for number, value in enumerate(ordered)}
    tables = [_pack_values([value for value in ordered if type(value) is cls], text) for cls in VALUES]
    parts = ("values", "context", "attribution")
    return dumps(
        {
            "values": tables,
            "claims": pack(claims, without=(*IN_TABLE, *parts)),
            "in": [[place[id(value)] for value in claim.values] for claim in claims],
            "near": [[place[id(value)] for value in claim.context] for claim in claims],
            "from": [place[id(claim.attribution)] if claim.attribution else -1 for claim in claims],
        }
    )


def decode_claims(body: str, text: str, given: Mapping[str, Sequence[Any]]) -> list[Claim]:
    """The claims of one article; ``given`` are the columns of the table ``claim``, in its order."""
    page = json.loads(body)
    values: list[Value] = []
    for cls, table in zip(VALUES, page["values"], strict=True):
        values += _unpack_values(cls, table, text)
    take = values.__getitem__
    spans = zip(given["start"], given["end"], strict=True)
    return unpack(
        Claim,
        page["claims"],
        {
            **given,
            "text": [text[start:end] for start, end in spans],
            "values": [tuple(map(take, places)) for places in page["in"]],
            "context": [tuple(map(take, places)) for places in page["near"]],
            "attribution": [values[place] if place >= 0 else None for place in page["from"]],
        },
    )


def _values(claim: Claim) -> Iterator[Value]:
    yield from claim.values
    yield from claim.context
    if claim.attribution is not None:
        yield claim.attribution


def _pack_values(values: Sequence[Value], text: str) -> Table:
    """Values of one class. Their text is the article's at their place; what differs is written out."""
    table = pack(values, without=("text",))
    table["said"] = {
        number: value.text
        for number, value in enumerate(values)
        if value.text != text[value.start : value.end]
    }
    return table


def _unpack_values(cls: type[Value], table: Table, text: str) -> Sequence[Value]:
    count = int(table["n"])
    if not count:
        return ()
    starts, ends = (values_of(table["c"][name], count) for name in ("start", "end"))
    said = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    for number, words in table["said"].items():
        said[int(number)] = words
    return unpack(cls, table, {"start": starts, "end": ends, "text": said})


# --- their comparison -----------------------------------------------------------------------


def encode_comparison(comparison: Comparison, claims: Sequence[Claim]) -> dict[str, str]:
    """The parts of a comparison, in which a claim is its number: 16 letters of hash each add up."""
    number = {claim.id: at for at, claim in enumerate(claims)}

    def numbers(ids: Sequence[str]) -> tuple[int, ...]:
        return tuple(number[each] for each in ids)

    groups = pack(comparison.groups, without=("claims",))
    groups["claims"] = [numbers(group.claims) for group in comparison.groups]
    relations = pack(comparison.relations, without=("a", "b"))
    relations["a"] = numbers([relation.a for relation in comparison.relations])
    relations["b"] = numbers([relation.b for relation in comparison.relations])
    suggestions = pack(comparison.suggestions, without=("claim", "evidence"))
    suggestions["claim"] = numbers([suggestion.claim for suggestion in comparison.suggestions])
    suggestions["evidence"] = [numbers(suggestion.evidence) for suggestion in comparison.suggestions]
    parts = {"groups": groups, "relations": relations, "suggestions": suggestions}
    return {name: dumps(table) for name, table in (*parts.items(), ("links", pack(comparison.links)))}


def decode_comparison(parts: Mapping[str, str], ids: Sequence[str]) -> Comparison:
    """A comparison from its parts and the claims' ids, in the order of the table ``claim``."""
    take = ids.__getitem__
    groups, relations, suggestions, links = (
        json.loads(parts[name]) for name in ("groups", "relations", "suggestions", "links")
    )
    return Comparison(
        groups=tuple(
            unpack(Group, groups, {"claims": [tuple(map(take, each)) for each in groups["claims"]]})
        ),
        relations=tuple(
            unpack(
                Relation,
                relations,
                {"a": list(map(take, relations["a"])), "b": list(map(take, relations["b"]))},
            )
        ),
        suggestions=tuple(
            unpack(
                Suggestion,
                suggestions,
                {
                    "claim": list(map(take, suggestions["claim"])),
                    "evidence": [tuple(map(take, each)) for each in suggestions["evidence"]],
                },
            )
        ),
        links=tuple(unpack(ArticleLink, links)),
    )
