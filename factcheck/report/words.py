"""The words and signs of reports, and text made safe to show. Signs are ASCII; never colour alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import RelationKind, SuggestedVerdict, VerdictKind, VerdictName

State = Literal["conflicting", "unresolved", "supported", "unsourced", "left-open", "not-a-claim", "open"]
"""What the reviewers together decided: a verdict; ``unresolved``: they differ; ``open``: none has judged."""

STATES: tuple[State, ...] = (
    "conflicting",
    "unresolved",
    "supported",
    "unsourced",
    "left-open",
    "not-a-claim",
    "open",
)
SIGNS: Mapping[str, str] = {
    "conflicting": "!",
    "unresolved": "/",
    "supported": "+",
    "unsourced": "?",
    "left-open": "o",
    "not-a-claim": "x",
    "open": ".",
}
STATE_WORDS: Mapping[str, str] = {
    "conflicting": "conflicting",
    "unresolved": "reviewers differ",
    "supported": "supported",
    "unsourced": "unsourced",
    "left-open": "left open",
    "not-a-claim": "not a claim",
    "open": "not judged",
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
RELATION_SIGNS: Mapping[RelationKind, str] = {
    "agrees": "=",
    "differs": "~",
    "updates": "~",
    "conflicts": "!",
    "copies": "%",
}
NOBODY = "nobody named"
WITHHELD = "source withheld"

# C0 and C1 controls, and the marks that turn the direction of text around.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OPENING, _CLOSING = frozenset('"“„«‘'), frozenset('"”“»’')
_BLANKS = frozenset("\t\n\r\x0b\x0c\x85")


def verdict_words(verdict: str, kind: VerdictKind | None) -> str:
    """ "conflicting, sources disagree"."""
    said = STATE_WORDS[verdict]
    return f"{said}, {KIND_WORDS[kind]}" if kind else said


def suggested_words(verdict: SuggestedVerdict | None, kind: VerdictKind | None) -> str:
    """ "conflicting, sources disagree"; no verdict suggested is "leave open"."""
    if verdict is None:
        return f"leave open, {KIND_WORDS[kind]}" if kind else "leave open"
    return verdict_words(verdict, kind)


def state_of(verdicts: frozenset[VerdictName]) -> State:
    """The state of one claim from the verdicts that its reviewers gave."""
    if not verdicts:
        return "open"
    return next(iter(verdicts)) if len(verdicts) == 1 else "unresolved"


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 article", "2 articles"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def counts(articles: int, origins: int) -> str:
    """Articles and origins, never one without the other: "5 articles, 1 origin"."""
    named = count(origins, "origin") if origins else "no named origin"
    return f"{count(articles, 'article')}, {named}"


def safe(text: str) -> str:
    """Text for people: control and bidi characters replaced one for one, so that none reaches a terminal."""
    return _UNSAFE.sub(lambda found: " " if found[0] in _BLANKS else "\N{REPLACEMENT CHARACTER}", text)


def flat(text: str) -> str:
    """Safe text on one line, single blanks."""
    return " ".join(safe(text).split())


def in_quotes(text: str) -> str:
    """Text in quotation marks; words that bring their own get no second pair."""
    return text if text[:1] in _OPENING and text.rstrip(".,;")[-1:] in _CLOSING else f"“{text}”"


def short(text: str, length: int) -> str:
    """At most ``length`` code points, cut at a word where one is near, with an ellipsis."""
    text = flat(text)
    if len(text) <= length:
        return text
    cut = text.rfind(" ", length // 2, length)
    return text[: cut if cut > 0 else length - 1].rstrip(" ,;:") + "…"
