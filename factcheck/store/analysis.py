"""The analysis that was made last, kept so that reopening a session costs no scan.

It can always be made again from the articles and the rules: what cannot be read of it (another
version's, a damaged page) is answered with None, and the caller scans.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from factcheck.model import Analysis, Article, Claim, Comparison, Furniture, RuleInfo
from factcheck.store import ledger
from factcheck.store.clock import as_utc, now_ms
from factcheck.store.columns import pack, unpack
from factcheck.store.encoding import (
    SHAPE,
    decode_claims,
    decode_comparison,
    dumps,
    encode_claims,
    encode_comparison,
    no_gc,
)
from factcheck.store.schema import ANALYSIS_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from sqlite3 import Connection

_UNREADABLE = (ValueError, KeyError, IndexError, TypeError, RecursionError)
_ARTICLE_COLUMNS = ("number", *(field.name for field in fields(Article)))
_ARTICLES = f"SELECT {', '.join(_ARTICLE_COLUMNS)} FROM article ORDER BY number"


def key(connection: Connection) -> str | None:
    """The key of the analysis kept, None where there is none that this version can read."""
    row = connection.execute("SELECT key, shape FROM analysis").fetchone()
    return row[0] if row and row[1] == SHAPE else None


def save(connection: Connection, name: str, analysis: Analysis) -> None:
    """Replace the analysis, inside an open write transaction; its texts go into the ledger.

    No event is touched, and no text that the ledger has.
    """
    from sqlite_utils import Database

    db = Database(connection, execute_plugins=False)
    for table in ANALYSIS_TABLES:
        db.table(table).delete_where()
    numbers = {article.id: number for number, article in enumerate(analysis.articles)}
    by_article: dict[str, list[Claim]] = {article.id: [] for article in analysis.articles}
    for claim in analysis.claims:
        by_article[claim.article].append(claim)
    db.table("analysis").insert(_head(name, analysis))
    db.table("article").insert_all(_article_row(numbers[each.id], each) for each in analysis.articles)
    db.table("claim").insert_all(
        _claim_row(at, numbers[each.article], each) for at, each in enumerate(analysis.claims)
    )
    db.table("claim_detail").insert_all(
        {"article": numbers[each.id], "body": encode_claims(by_article[each.id], each.text)}
        for each in analysis.articles
    )
    parts = encode_comparison(analysis.comparison, analysis.claims)
    ledger.record(connection, analysis.articles)
    db.table("comparison").insert_all({"part": part, "body": body} for part, body in parts.items())


def load_claims(connection: Connection, name: str) -> Analysis | None:
    """Articles, claims and rules, with a comparison that is still empty."""
    if key(connection) != name:
        return None
    head = connection.execute("SELECT rules, rules_sha256, packs, problems FROM analysis").fetchone()
    try:
        with no_gc():
            articles = {row[0]: _article(row) for row in connection.execute(_ARTICLES)}
            claims = dict(_claims(connection, articles))
            return Analysis(
                articles=tuple(articles.values()),
                claims=tuple(claims[number] for number in sorted(claims)),
                comparison=Comparison(),
                rules=tuple(unpack(RuleInfo, json.loads(head[0]))),
                rules_sha256=head[1],
                packs=tuple(json.loads(head[2])),
                problems=tuple(json.loads(head[3])),
            )
    except _UNREADABLE:
        return None


def load_comparison(connection: Connection, name: str) -> Comparison | None:
    """The comparison of the claims that ``load_claims`` gives."""
    if key(connection) != name:
        return None
    ids = [row[0] for row in connection.execute("SELECT id FROM claim ORDER BY number")]
    parts = dict(connection.execute("SELECT part, body FROM comparison").fetchall())
    try:
        with no_gc():
            return decode_comparison(parts, ids)
    except _UNREADABLE:
        return None


def _head(name: str, analysis: Analysis) -> dict[str, Any]:
    return {
        "id": 1,
        "key": name,
        "shape": SHAPE,
        "saved_at": as_utc(now_ms()),
        "rules_sha256": analysis.rules_sha256,
        "packs": dumps(analysis.packs),
        "rules": dumps(pack(analysis.rules)),
        "problems": dumps(analysis.problems),
    }


def _article_row(number: int, article: Article) -> dict[str, Any]:
    row = {"number": number, **asdict(article)}
    row["redact"] = int(article.redact)
    row["furniture"] = dumps([(each.start, each.end, each.why) for each in article.furniture])
    return row


def _article(row: tuple[Any, ...]) -> Article:
    cells = dict(zip(_ARTICLE_COLUMNS, row, strict=True))
    del cells["number"]
    cells["redact"] = bool(cells["redact"])
    cells["furniture"] = tuple(Furniture(*each) for each in json.loads(cells["furniture"]))
    return Article(**cells)


def _claim_row(number: int, article: int, claim: Claim) -> dict[str, Any]:
    return {
        "number": number,
        "id": claim.id,
        "article": article,
        "start": claim.start,
        "end": claim.end,
        "score": claim.score,
        "rules": dumps(claim.rules),
    }


def _claims(connection: Connection, articles: Mapping[int, Article]) -> Iterator[tuple[int, Claim]]:
    """Every claim with its number, article by article."""
    rules: dict[str, tuple[str, ...]] = {}
    details = dict(connection.execute("SELECT article, body FROM claim_detail").fetchall())
    for place, article in articles.items():
        rows = connection.execute(
            'SELECT number, id, start, "end", score, rules FROM claim WHERE article = ? ORDER BY number',
            (place,),
        ).fetchall()
        if not rows:
            continue
        numbers, ids, starts, ends, scores, said = zip(*rows, strict=True)
        for text in set(said) - rules.keys():
            rules[text] = tuple(json.loads(text))
        given = {
            "id": ids,
            "article": [article.id] * len(ids),
            "start": starts,
            "end": ends,
            "score": scores,
            "rules": [rules[text] for text in said],
        }
        yield from zip(numbers, decode_claims(details[place], article.text, given), strict=True)
