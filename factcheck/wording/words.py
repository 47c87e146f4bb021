"""Signs and words of verdicts, kinds and relations, and texts made fit for one line.

Signs are ASCII; meaning is never by colour alone.
"""

from __future__ import annotations

import re
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
    "later figure": "overtaken by a later figure",
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
NOBODY = "nobody named"
BY_HAND = "by hand"
"""The cue of a claimant whom a reviewer named."""

# C0 and C1 controls, and the marks that part lines or turn the direction of text around.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_BLANKS = frozenset("\t\n\r\x0b\x0c\x85\u2028\u2029")


def suggested_name(suggestion: Suggestion | None) -> VerdictName | None:
    """The verdict that accepting a suggestion sets: no verdict suggested means leaving it open."""
    if suggestion is None:
        return None
    return suggestion.verdict or "left-open"


def verdict_words(verdict: VerdictName, kind: VerdictKind | None) -> str:
    """ "conflicting, sources disagree"."""
    return with_kind(WORDS[verdict], kind)


def speaker_words(name: str | None) -> str:
    """What a reviewer said of who says a claim."""
    return f"said by {flat(name)}" if name else "nobody is named as saying it"


def with_kind(said: str, kind: VerdictKind | None) -> str:
    return f"{said}, {KIND_WORDS[kind]}" if kind else said


def reached(judged: int, left_open: int | None, without: int, what: str = "claim") -> str:
    """ "66 of 103 claims judged, 37 left open, 0 without a verdict": so wherever it is told how far one is.

    ``left_open`` is None where they were not counted apart from the judged ones.
    """
    apart = "" if left_open is None else f"{left_open} left open, "
    total = judged + (left_open or 0) + without
    return f"{judged} of {count(total, what)} judged, {apart}{without} without a verdict"


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 article", "2 articles"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


_PRINTABLE = bytes(range(0x20, 0x7F))


def is_plain(text: str) -> bool:
    """Whether a text is printable ASCII alone: a quick look at a long one."""
    return text.isascii() and not text.encode("ascii").translate(None, _PRINTABLE)


def safe(text: str) -> str:
    """Text for people: control and bidi characters replaced one for one, so that none reaches a terminal."""
    if _UNSAFE.search(text) is None:
        return text
    return _UNSAFE.sub(lambda found: " " if found[0] in _BLANKS else "\N{REPLACEMENT CHARACTER}", text)


_QUOTES = '"“”„«»'
ASKS = "?"
"""A note that begins with this is a question to somebody: it stands on the list “to ask”."""


def flat(text: str) -> str:
    """Safe text on one line, single blanks."""
    return " ".join(safe(text).split())


def in_marks(text: str, length: int) -> str:
    """The same in quotation marks, which take the place of those that the text begins or ends with."""
    return f"“{short(text.strip(_QUOTES), length)}”"


def short(text: str, length: int) -> str:
    """At most ``length`` code points, cut at a word where one is near, with an ellipsis."""
    text = flat(text)
    if len(text) <= length:
        return text
    cut = text.rfind(" ", length // 2, length)
    return text[: cut if cut > 0 else length - 1].rstrip(" ,;:") + "…"
