"""JSON of ``scan`` and of ``export``: everything that the program found, and what people decided."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields
from itertools import islice
from math import isfinite
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.model import Event
from factcheck.report.words import is_draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import (
        Analysis,
        Anchor,
        Article,
        Attribution,
        Claim,
        Evidence,
        Mark,
        Value,
    )
    from factcheck.report.rows import Report
    from factcheck.report.silent import SilentRow
    from factcheck.report.verdicts import Outside

Json = dict[str, Any]
_EVENT = tuple(field.name for field in fields(Event))

_BATCH = 20_000
"""Pieces of JSON that are looked through together."""
# What JSON allows in a string and a terminal obeys: C1 controls, and marks that turn text around.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def scan_json(analysis: Analysis, silent: Sequence[SilentRow] | None = None) -> Json:
    """The object that ``scan --format json`` prints. ``analysis`` is printed as it is: redact it before."""
    return {
        **_head(analysis),
        "articles": list(map(_article, analysis.articles)),
        "claims": list(map(_claim, analysis.claims)),
        **_compared(analysis),
        **({"silent": [row.plain() for row in silent]} if silent is not None else {}),
    }


def scan_lines(analysis: Analysis, silent: Sequence[SilentRow] | None = None) -> Iterator[Json]:
    """The same objects one by one, each with its ``type``; the first says which rules were used."""
    yield {"type": "scan", **_head(analysis)}
    for article in analysis.articles:
        yield {"type": "article", **_article(article)}
    for claim in analysis.claims:
        yield {"type": "claim", **_claim(claim)}
    names = {"groups": "group", "relations": "relation", "suggestions": "suggestion", "links": "link"}
    for name, found in _compared(analysis).items():
        for item in found:
            yield {"type": names[name], **item}
    for row in silent or ():
        yield {"type": "silent", **row.plain()}


def export_json(report: Report) -> Json:
    """The object of ``export --format json``: that of ``scan`` with verdicts, session, orphans and events."""
    analysis = report.analysis
    by_claim: dict[str, list[Mark]] = {}
    for mark in report.marks:
        by_claim.setdefault(mark.claim, []).append(mark)
    claims = {claim.id: claim for claim in analysis.claims}
    articles = {article.text_sha256: article for article in analysis.articles}
    return {
        **_head(analysis),
        "articles": list(map(_article, analysis.articles)),
        "claims": [
            {
                **_claim(claim),
                "verdicts": _verdicts(by_claim.get(claim.id, ()), claims, articles),
                "adjudicated": _adjudicated(report, claim.id, claims, articles),
            }
            for claim in analysis.claims
        ],
        **_compared(analysis),
        "session": {
            "title": report.info.title,
            "exported_at": report.info.exported_at,
            "filter": report.info.filter,
            "reviewers": list(report.info.reviewers),
            "draft": is_draft(report.info),
            "signatures": [asdict(signature) for signature in report.info.signatures],
        },
        "orphans": [
            {
                "claim": orphan.claim,
                "text": orphan.quote,
                "article": orphan.path or None,
                "proposed": orphan.proposed,
                "verdicts": _verdicts(by_claim.get(orphan.claim, ()), claims, articles),
                "adjudicated": _adjudicated(report, orphan.claim, claims, articles),
            }
            for orphan in report.orphans
        ],
        "outside": list(map(_outside, report.outside)),
        "versions": [asdict(each) for each in report.earlier],
        "events": [_event(event) for event in report.events],
    }


def to_json(report: Report) -> str:
    return dumps(export_json(report), indent=1) + "\n"


def dumps(value: Any, *, indent: int | None = None) -> str:
    """Readable UTF-8 in which no character can act on a terminal."""
    encoder = json.JSONEncoder(ensure_ascii=False, indent=indent, allow_nan=False)
    pieces = iter([encoder.encode(value)] if indent is None else encoder.iterencode(value))
    # In batches: 100 MB at a time would hold up every other thread of an app for seconds.
    batches = iter(lambda: "".join(islice(pieces, _BATCH)), "")
    return "".join(_OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) for text in batches)


def _head(analysis: Analysis) -> Json:
    return {
        "factcheck": __version__,
        "rules": {
            "sha256": analysis.rules_sha256,
            "packs": list(analysis.packs),
            "used": [asdict(rule) for rule in analysis.rules],
        },
        # Only where it was asked for: a report without it reads, and is signed, as it always was.
        **({"semantic": analysis.semantic} if analysis.semantic else {}),
    }


def _article(article: Article) -> Json:
    first = ("id", "path", "title", "source", "url", "published", "lang", "owner", "kind", "redact")
    return {
        **{name: getattr(article, name) for name in first},
        "sha256": article.sha256,
        "text_sha256": article.text_sha256,
        "text": article.text,
        "furniture": [asdict(span) for span in article.furniture],
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "article": claim.article,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "sentence": {"start": claim.sentence[0], "end": claim.sentence[1]},
        "rules": list(claim.rules),
        "score": claim.score,
        "values": list(map(_value, claim.values)),
        "context": list(map(_value, claim.context)),
        "attribution": _attribution(claim.attribution),
        "kinds": list(claim.kinds),
        "predicates": list(claim.predicates),
        "modality": claim.modality,
        "cut": claim.cut,
        "caption": claim.caption,
        "how": claim.how,
        "messages": list(claim.messages),
    }


def _value(value: Value) -> Json:
    rest = {
        field.name: _number(getattr(value, field.name)) for field in fields(value) if field.name != "kind"
    }
    return {"kind": value.kind, **rest}


def _number(value: Any) -> Any:
    """Whole numbers without a point: 3000, as the article means it. JSON has no infinity: an open end."""
    if isinstance(value, float) and not isfinite(value):
        return None
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _attribution(said: Attribution | None) -> Json | None:
    return None if said is None else {key: value for key, value in asdict(said).items() if key != "kind"}


def _compared(analysis: Analysis) -> dict[str, list[Json]]:
    found = analysis.comparison
    return {
        "groups": [_lists(asdict(group)) for group in found.groups],
        "relations": [asdict(relation) for relation in found.relations],
        "suggestions": [_lists(asdict(suggestion)) for suggestion in found.suggestions],
        "links": [asdict(link) for link in found.links],
    }


def _lists(item: Json) -> Json:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in item.items()}


def _verdicts(
    marks: Sequence[Mark], claims: Mapping[str, Claim], articles: Mapping[str, Article]
) -> list[Json]:
    return [_verdict(mark, claims, articles) for mark in sorted(marks, key=lambda mark: mark.reviewer)]


def _adjudicated(
    report: Report, claim: str, claims: Mapping[str, Claim], articles: Mapping[str, Article]
) -> Json | None:
    """The session's verdict beside the reviewers' own; None where nobody adjudicated."""
    mark = report.adjudicated.get(claim)
    return _verdict(mark, claims, articles) if mark else None


def _verdict(mark: Mark, claims: Mapping[str, Claim], articles: Mapping[str, Article]) -> Json:
    return {
        "reviewer": mark.reviewer,
        "verdict": mark.verdict,
        "kind": mark.kind,
        "note": mark.note,
        "evidence": [_evidence(evidence, claims, articles) for evidence in mark.evidence],
        "at": mark.at,
        "event": mark.event,
        "anchor": _anchor(mark.anchor),
        "stale": mark.stale,
    }


def _outside(found: Outside) -> Json:
    evidence = found.evidence
    return {
        "url": evidence.url,
        "archived": evidence.archived,
        "seen": evidence.seen,
        "text": evidence.quote or None,
        "backs": [
            {"cite": cite or None, "reviewer": row.reviewer, "verdict": row.verdict, "kind": row.kind}
            for cite, row in found.backs
        ],
    }


def _evidence(evidence: Evidence, claims: Mapping[str, Claim], articles: Mapping[str, Article]) -> Json:
    """A claim or a span with its place and words, or something outside with its address."""
    claim = claims.get(evidence.claim) if evidence.claim else None
    anchor = evidence.anchor
    found: Json = {}
    if evidence.claim:
        found["claim"] = evidence.claim
    article = articles.get(anchor.text_sha256) if anchor else None
    if article and not evidence.claim:
        found["article"] = article.id
    place = claim or anchor
    if place is not None:
        found |= {"start": place.start, "end": place.end}
        found["text"] = claim.text if claim else anchor.exact if anchor else None
    if evidence.text is not None:
        found["text"] = evidence.text
    for name in ("url", "archived", "seen"):
        if getattr(evidence, name) is not None:
            found[name] = getattr(evidence, name)
    if anchor:
        found["anchor"] = _anchor(anchor)
    return found


def _anchor(anchor: Anchor | None) -> Json | None:
    return None if anchor is None else asdict(anchor)


def _event(event: Event) -> Json:
    # Field by field: `asdict` of a whole log takes longer than all the rest of an export.
    found: Json = {name: getattr(event, name) for name in _EVENT}
    found["evidence"] = [asdict(evidence) for evidence in event.evidence]
    found["anchor"] = _anchor(event.anchor)
    return found
