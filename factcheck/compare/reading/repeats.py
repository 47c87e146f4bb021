"""Sentences that stand in several articles word for word are read once.

A sentence with the same words, the same claims in it and the same values read from it tells the same
wherever it stands; only its place differs. What a reader looks up outside the sentence ("May of *that
year*") keeps it from being shared.
"""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.model import Attribution, DateValue, Entity, Quantity, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from factcheck.compare.aspects.figures import Figure
    from factcheck.compare.reading.profiles import Profile
    from factcheck.model import Article, Claim, Value

_OUTSIDE = re.compile(r"\b(?:that|same)\s+year\b", re.I)
_SET_APART = re.compile(r"(?:\A|[.!?;:”\"’')\]])\s*\Z")
"""What may stand before a sentence that is read by itself: no word that runs on into it."""
BEFORE = 8
_FIELDS: dict[type, attrgetter[tuple[object, ...]]] = {
    Quantity: attrgetter(
        "kind", "text", "value", "low", "high", "bound", "unit", "of", "hedge", "whose", "more"
    ),
    DateValue: attrgetter("kind", "text", "earliest", "latest", "grain", "weekday", "month_day"),
    Entity: attrgetter("text", "name", "kind"),
    Quote: attrgetter("kind", "text", "words", "speaker"),
    Attribution: attrgetter("kind", "text", "cue", "origin", "vague", "side", "by"),
}


def repeats(
    articles: Mapping[str, Article],
    claims: Sequence[Claim],
    rows: Mapping[tuple[str, int, int], Sequence[int]],
    nation: Callable[[Claim], str | None],
) -> dict[int, int]:
    """For each claim of a sentence that was met before, the claim at the same place of the first one.

    ``rows`` are the claims (their places in ``claims``) of each sentence, ``nation`` what else is known
    of a claim.
    """
    first: dict[Hashable, Sequence[int]] = {}
    found: dict[int, int] = {}
    for (name, start, end), row in rows.items():
        article = articles[name]
        before = article.text[max(0, start - BEFORE) : start]
        if not _SET_APART.search(before) or _OUTSIDE.search(article.text, start, end):
            continue
        told = tuple([(_told(claims[n], start), nation(claims[n])) for n in row])
        key = (article.text[start:end], article.text[end : end + 1], article.lang, article.kind, told)
        known = first.setdefault(key, row)
        if known is not row and all(m < n for m, n in zip(known, row, strict=True)):
            found.update(zip(row, known, strict=True))
    return found


def _told(claim: Claim, start: int) -> Hashable:
    said = claim.attribution
    return (
        claim.start - start,
        claim.end - start,
        claim.kinds,
        claim.predicates,
        claim.modality,
        claim.cut,
        _values(claim.values, start),
        _values(claim.context, start),
        None if said is None else _values((said,), start),
    )


def _values(values: Sequence[Value], start: int) -> Hashable:
    return tuple([(v.start - start, v.end - start, _FIELDS[type(v)](v)) for v in values])


def moved(profile: Profile, claim: Claim, index: int, place: tuple[int, int], day: str) -> Profile:
    """The same profile where ``claim`` stands; ``place`` is its article's and its sentence's."""
    by = claim.start - profile.claim.start
    return replace(
        profile,
        index=index,
        claim=claim,
        article=place[0],
        sentence=place[1],
        published=(day, day) if day else None,
        figures=_moved(profile.figures, by),
        details=_moved(profile.details, by),
        dates=tuple([_at(date, by) for date in profile.dates]),
        once=profile.once and replace(profile.once, date=_at(profile.once.date, by)),
    )


def _at(date: DateValue, by: int) -> DateValue:
    return replace(date, start=date.start + by, end=date.end + by)


def _moved(figures: Sequence[Figure], by: int) -> tuple[Figure, ...]:
    return tuple([replace(f, start=f.start + by, end=f.end + by) for f in figures])
