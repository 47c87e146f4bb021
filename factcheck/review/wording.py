"""The signs and words for verdicts and relations, in one place. ASCII first, never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import RelationKind, Suggestion, VerdictKind, VerdictName

UNSEEN = " "
SIGNS: Mapping[VerdictName, str] = {
    "supported": "+",
    "conflicting": "!",
    "unsourced": "?",
    "left-open": "o",
    "not-a-claim": "x",
}
WORDS: Mapping[VerdictName, str] = {
    "supported": "supported",
    "conflicting": "conflicting",
    "unsourced": "unsourced",
    "left-open": "left open",
    "not-a-claim": "not a claim",
}
KIND_WORDS: Mapping[VerdictKind, str] = {
    "origins": "several origins",
    "one origin": "one origin",
    "copied": "copied text",
    "background": "background",
    "sources": "sources disagree",
    "reports": "reports disagree",
    "quote": "same statement, different words",
    "later figure": "later figure",
    "nobody": "nobody named",
    "vague": "vague source",
    "single source": "single source",
    "cut off": "cut off",
    "forecast": "forecast",
}

THIS = ">"
SILENT = "."
RELATION_SIGNS: Mapping[RelationKind, str] = {
    "agrees": "=",
    "differs": "~",
    "updates": "~",
    "conflicts": "!",
    "copies": "%",
}


def suggested_name(suggestion: Suggestion | None) -> VerdictName | None:
    """The verdict that accepting a suggestion sets: no verdict suggested means leaving it open."""
    if suggestion is None:
        return None
    return suggestion.verdict or "left-open"


def verdict_words(verdict: VerdictName, kind: VerdictKind | None) -> str:
    """ "conflicting, sources disagree"."""
    return f"{WORDS[verdict]}, {KIND_WORDS[kind]}" if kind else WORDS[verdict]


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 article", "2 articles"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def flat(text: str) -> str:
    """Text on one line, single blanks."""
    return " ".join(text.split())


def short(text: str, length: int) -> str:
    """At most ``length`` code points, cut at a word where one is near, with an ellipsis."""
    text = flat(text)
    if len(text) <= length:
        return text
    cut = text.rfind(" ", length // 2, length)
    return text[: cut if cut > 0 else length - 1].rstrip(" ,;:") + "…"
