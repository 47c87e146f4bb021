"""A phrase pattern proposed from a claim: its values become built-in names, its plain words stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import DateValue, Entity, Quantity
from factcheck.problems import BadInput
from factcheck.rules.trying.typed import typed_engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Value
    from factcheck.rules.ruleset import RuleSet

MOST = 8
"""Parts of a proposal: what is longer finds nothing but its own sentence."""
WIDEST = 5
"""Words that a gap may skip at most."""
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d,.]*[^\W_]*|[^\s\w]")
"""A word, an abbreviation with its dots (a.m.), a figure with what is written to it (450m), or a sign."""
_SIGN = ","
"""Stands for any sign between two words: they do not follow each other by a blank alone."""
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "but",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "it",
        "its",
        "their",
        "his",
        "her",
        "they",
        "he",
        "she",
        "this",
        "that",
        "these",
        "those",
        "than",
        "then",
        "there",
        "which",
        "who",
        "whom",
        "whose",
        "what",
        "when",
        "where",
        "while",
        "also",
        "very",
        "more",
        "most",
        "some",
        "any",
        "each",
        "other",
        "into",
        "over",
        "under",
        "after",
        "before",
        "about",
        "between",
        "through",
        "during",
        "up",
        "down",
        "out",
        "off",
        "again",
        "further",
        "once",
        "not",
        "no",
        "nor",
        "so",
        "too",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
    ]
)
_MONEY = re.compile(r"[A-Z]{3}")


def propose(text: str, start: int, values: Sequence[Value], ruleset: RuleSet) -> str:
    """A pattern that finds ``text``, the claim that begins at ``start`` and holds these values.

    Numbers, dates and names are replaced by what they are, what stands between the words that carry
    the statement by gaps. Empty where nothing can be proposed: no word of it carries anything.
    """
    inside = sorted((v.start - start, v.end - start, name) for v in values if (name := _name(v)))
    for named in (inside, [(a, b, "number" if n in ("money", "percent") else n) for a, b, n in inside], []):
        pattern = " ".join(_parts(text, named))
        if pattern and _finds(pattern, text, ruleset):
            return pattern
    return ""


def _name(value: Value) -> str:
    if isinstance(value, Quantity):
        if value.unit == "percent":
            return "percent"
        return "money" if value.unit and _MONEY.fullmatch(value.unit) else "number"
    if isinstance(value, DateValue):
        return "date"
    if isinstance(value, Entity) and value.text[:1].isupper():
        return "place" if value.kind == "place" else "name"
    return ""


def _parts(text: str, named: Sequence[tuple[int, int, str]]) -> list[str]:
    """Words, names of values and gaps; none at the ends are gaps, and values alone are no pattern."""
    parts: list[str] = []
    gap = words = 0
    signs = False
    for piece in _pieces(text, named):
        if piece in ("", _SIGN):
            gap += not piece
            signs |= piece == _SIGN
            continue
        if parts and (gap or signs):
            parts.append(f"<0-{min(gap + 1, WIDEST)}>")
        gap, signs = 0, False
        parts.append(piece)
        words += not piece.startswith("{")
        if len(parts) >= MOST:
            break
    return parts if words else []


def _pieces(text: str, named: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    """A word, ``{name}`` of a value, "" for a word that carries nothing, or a sign between words."""
    at = 0
    for start, end, name in [*named, (len(text), len(text), "")]:
        if start < at:
            continue
        for word in _WORD.findall(text[at:start]):
            plain = word[0].isalpha() and word.casefold() not in _SMALL
            if not word[0].isalnum():
                yield _SIGN
            else:
                yield word.casefold() if plain else ""
        if name:
            yield "{" + name + "}"
        at = end


def _finds(pattern: str, text: str, ruleset: RuleSet) -> bool:
    try:
        return bool(typed_engine(pattern, ruleset).hits(text, 0, len(text)))
    except BadInput:
        return False
