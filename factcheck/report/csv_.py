"""CSV: one line for each claim and reviewer, for a spreadsheet or a script.

UTF-8, comma, CRLF, as RFC 4180 has it. A cell that a spreadsheet would run as a formula begins with
an apostrophe. Offsets are half-open ranges of code points; times are ISO-8601.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from factcheck.report.signing import label
from factcheck.report.words import in_quotes
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.report.rows import ArticleRow, Fact, Mention, Report
    from factcheck.report.verdicts import EvidenceRow, VerdictRow

COLUMNS = {
    "claim": "the claim's id; joins with the JSON",
    "cite": "article letter and paragraph",
    "article": "the article's display id",
    "source": "who published it",
    "title": "the article's title",
    "published": "ISO date of the article, empty where it is not known",
    "start": "first code point of the claim in the article's cleaned text",
    "end": "the code point after its last",
    "quote": "the claim, word for word; [...] where text in between is not part of the article",
    "value": "the part that is compared",
    "said_by": "the claimant as the article words it; one that a reviewer named is marked by hand",
    "origin": "who says it first",
    "fact": "the fact's id",
    "fact_label": "the fact in words",
    "fact_articles": "how many articles tell the fact",
    "fact_origins": "how many origins say it",
    "state": "what the reviewers together decided; open where nobody has",
    "reviewer": "whose verdict this line holds; empty where nobody has judged",
    "verdict": "supported, conflicting, unsourced, left-open or not-a-claim",
    "kind": "the kind of verdict",
    "note": "the reviewer's note",
    "evidence": "cites or addresses of what the verdict rests on",
    "at": "when, ISO-8601 in UTC",
    "suggested": "what the program proposes; no verdict",
    "why": "its reason",
    "score": "check-worthiness, 0 to 1",
    "orphan": "yes where the claim's text is gone",
    "how": "rule; hand: marked by a reviewer; kept: judged once, and found by no rule of today",
    "stale": "yes where the sentence reads otherwise in this version than when it was judged",
    "adjudicated": "the session's verdict where somebody adjudicated; `verdict` is the reviewer's own",
    "adjudicated_kind": "its kind",
    "adjudicated_by": "who adjudicated",
    "adjudicated_note": "their note",
    "outside": "evidence outside the articles: address, archive link, day seen, quoted words",
    "path": "the article's file in the session",
    "sign_off": "draft or signed, and partial where the report leaves claims out; the same on every line",
}
"""Each column and what stands in it."""

# Spreadsheets also read the full-width forms, and skip leading blanks.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠|")


def guarded(cell: str) -> str:
    """The cell so that no spreadsheet runs it."""
    risky = cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)
    return f"'{cell}" if risky else cell


def to_csv(report: Report) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(COLUMNS), restval="")
    writer.writeheader()
    for line in _lines(report):
        line["sign_off"] = label(report.info)
        writer.writerow({name: guarded(value) for name, value in line.items()})
    return out.getvalue()


def _lines(report: Report) -> Iterator[dict[str, str]]:
    articles = {article.id: article for article in report.articles}
    for fact in report.facts:
        for mention in fact.mentions:
            base = _mention(mention, fact, articles[mention.article]) | _adjudicated(mention.adjudicated)
            for verdict in mention.verdicts or (None,):
                yield base | _verdict(verdict)
    for orphan in report.orphans:
        base = {"claim": orphan.claim, "quote": orphan.quote, "orphan": "yes", "path": flat(orphan.path)}
        for row in orphan.verdicts or (None,):
            yield base | _adjudicated(orphan.adjudicated) | _verdict(row)


def _mention(mention: Mention, fact: Fact, article: ArticleRow) -> dict[str, str]:
    suggestion = mention.suggestion
    return {
        "claim": mention.claim,
        "cite": mention.cite,
        "article": article.id,
        "source": flat(article.source),
        "title": flat(article.title),
        "published": article.published or "",
        "start": str(mention.start),
        "end": str(mention.end),
        "quote": mention.quote,
        "value": mention.value,
        "said_by": mention.said_by,
        "origin": mention.origin,
        "fact": fact.id,
        "fact_label": fact.label,
        "fact_articles": str(fact.articles),
        "fact_origins": str(len(fact.origins)),
        "state": mention.state,
        "suggested": suggestion.words if suggestion else "",
        "why": suggestion.why if suggestion else "",
        "score": f"{mention.score:.3f}",
        "how": mention.how,
        "path": flat(article.path),
    }


def _adjudicated(row: VerdictRow | None) -> dict[str, str]:
    if row is None:
        return {}
    return {
        "adjudicated": row.verdict or "",
        "adjudicated_kind": row.kind or "",
        "adjudicated_by": flat(row.reviewer),
        "adjudicated_note": row.note,
    }


def _verdict(verdict: VerdictRow | None) -> dict[str, str]:
    if verdict is None:
        return {}
    evidence = [
        e.cite or e.url or e.archived or ("lost: " if e.lost else "") + flat(e.quote)
        for e in verdict.evidence
    ]
    return {
        "reviewer": flat(verdict.reviewer),
        "verdict": verdict.verdict or "",
        "kind": verdict.kind or "",
        "note": verdict.note,
        "evidence": "; ".join(evidence),
        "at": verdict.at,
        "stale": "yes" if verdict.stale else "",
        "outside": "; ".join(_outside(e) for e in verdict.evidence if e.outside),
    }


def _outside(evidence: EvidenceRow) -> str:
    words = [f"{name} {flat(value)}" for name, value in evidence.parts]
    return " ".join([*words, in_quotes(flat(evidence.quote))] if evidence.quote else words)
