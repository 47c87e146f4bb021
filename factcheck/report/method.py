"""How a report was made, and what was not checked: lines of (name, words)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.report.signing import told
from factcheck.wording.words import count, reached

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Analysis, Mark, SessionInfo
    from factcheck.report.rows import ArticleRow, Mention

LIMITS = "The texts were compared with each other, not with the world."


def method(
    analysis: Analysis,
    info: SessionInfo,
    articles: Sequence[ArticleRow],
    marks: Sequence[Mark],
    set_aside: Sequence[Mention],
) -> tuple[tuple[str, str], ...]:
    """Program, rules, times, reviewers, and everything that was left out; then what the session adds."""
    reviewers = info.reviewers or tuple(dict.fromkeys(mark.reviewer for mark in marks))
    lines = [
        ("What it is", LIMITS),
        ("Program", f"factcheck {__version__}"),
        ("Rules", _rules(analysis)),
        *_semantic(analysis),
        ("Exported", info.exported_at),
        ("Shows", "all claims" if info.filter == "all" else f"only: {info.filter}"),
        ("Reviewers", ", ".join(reviewers) or "nobody yet"),
        *(("Signed off", told(signature)) for signature in info.signatures),
        ("Claims", _reached(articles)),
        ("Not scanned", _furniture(articles)),
        ("Set aside", f"{count(len(set_aside), 'claim')} judged to be no claim"),
        ("Without a date", _undated(articles)),
        *(("Problem", problem) for problem in analysis.problems),
        *info.method.items(),
    ]
    return tuple(lines)


def _rules(analysis: Analysis) -> str:
    packs = ", ".join(analysis.packs) or "no pack"
    return f"{packs}; {count(len(analysis.rules), 'rule')}; SHA-256 {analysis.rules_sha256 or 'none'}"


def _semantic(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    """That a model was asked what comes near, and which; it may have led a reviewer's eye."""
    if not analysis.semantic:
        return ()
    return (("Near misses", f"ranked by meaning too, no suggestion rests on it: {analysis.semantic}"),)


def _furniture(articles: Sequence[ArticleRow]) -> str:
    parts = [
        f"{article.letter}: " + ", ".join(f"{why} ({number})" for why, number in article.furniture)
        for article in articles
        if article.furniture
    ]
    return "; ".join(parts) or "nothing was left out of the scan"


def _undated(articles: Sequence[ArticleRow]) -> str:
    letters = [article.letter for article in articles if not article.published]
    return f"{', '.join(letters)}: their weekdays stay weekdays" if letters else "none"


def _reached(articles: Sequence[ArticleRow]) -> str:
    states = Counter(mention.state for article in articles for mention in article.mentions)
    judged = states.total() - states["left-open"] - states["open"]
    return reached(judged, states["left-open"], states["open"])
