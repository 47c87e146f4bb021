"""The plain table of ``scan``: fact by fact, who says what, and what is suggested."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from textwrap import wrap
from typing import TYPE_CHECKING

from factcheck.report.silent import line as silent_line
from factcheck.report.words import SIGNS, counts
from factcheck.wording.words import SILENT, count, flat, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.report.rows import Fact, Mention, Report
    from factcheck.report.silent import SilentRow

WIDTH = 118
"""Columns; the table is the same whatever the terminal, so that it can be compared and searched."""
_CITE, _VALUE = 7, 54
_ID = 8
"""Signs of a claim's id: enough to name it to ``factcheck mark``."""


def to_table(report: Report, silent: Sequence[SilentRow] = (), semantic: str = "") -> str:
    """Lines of at most ``WIDTH`` columns, free of control characters, each with its sign.

    ``silent`` are articles that do not mention a fact, ``semantic`` the model that ranked what comes near.
    """
    return "\n".join(line.rstrip() for line in _lines(report, silent, semantic)) + "\n"


def _lines(report: Report, silent: Sequence[SilentRow], semantic: str) -> Iterator[str]:
    mentions = sum(len(fact.mentions) for fact in report.facts)
    summary = f"{count(len(report.articles), 'article')}, {count(mentions, 'claim')}, "
    yield summary + count(len(report.facts), "fact")
    for article in report.articles:
        shares = f"  {flat('; '.join(article.shares))}" if article.shares else ""
        title, source = flat(article.title or article.path), flat(article.source or article.path)
        about = f"{article.letter:2} {title}  ({source}, {article.published or 'undated'})"
        yield fit(about + shares, WIDTH)
    yield ""
    letters = {article.id: article.letter for article in report.articles}
    claims = {mention.claim: mention for fact in report.facts for mention in fact.mentions}
    quiet: defaultdict[str, list[str]] = defaultdict(list)
    for row in silent:
        quiet[row.group].append(silent_line(row, letters[row.article], claims))
    for fact in report.facts:
        yield from _fact(fact, quiet[fact.id])
    yield "! conflicting  + supported  ? unsourced  o leave open: suggestions of the program, no verdicts."
    legend = "= agrees  ~ close  ! differs  % copied text  (blank) not compared"
    yield legend + (f"  {SILENT} silent" if silent else "")
    if semantic:
        yield from wrap(f"nearest ranked by meaning, too: {flat(semantic)}", WIDTH)


def _fact(fact: Fact, silent: Sequence[str]) -> Iterator[str]:
    suggestion = fact.suggestion
    sign = SIGNS[suggestion.state if suggestion else "open"]
    words = suggestion.words if suggestion else "not compared"
    yield fit(f"{sign} {short(fact.label, 60)}: {counts(fact.articles, len(fact.origins))}; {words}", WIDTH)
    for mention in fact.mentions:
        yield _mention(mention)
    for line in silent:
        yield fit(line, WIDTH)
    if suggestion and len(fact.mentions) > 1:
        yield fit(f"    {suggestion.why}", WIDTH)
    yield ""


def _mention(mention: Mention) -> str:
    value = _pad(fit(flat(mention.value), _VALUE), _VALUE)
    said = mention.said_by + (f" (copies {mention.copied_from})" if mention.copied_from else "")
    return fit(
        f"  {mention.relation} {_pad(mention.cite, _CITE)}{mention.claim[:_ID]}  {value}  {said}", WIDTH
    )


def fit(text: str, width: int) -> str:
    """At most ``width`` columns, with an ellipsis where something was cut."""
    if columns(text) <= width:
        return text
    kept = ""
    used = 0
    for char in text:
        used += columns(char)
        if used > width - 1:
            break
        kept += char
    return kept.rstrip() + "…"


def _pad(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def columns(text: str) -> int:
    """Terminal columns: two for wide signs, none for combining ones."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
