"""Two quotations: the same, one abridged, drifted, or simply two different statements."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from factcheck.compare.facts.similarity import STOPWORDS, fold, ratio, stem, token_set, words

QuoteVerdict = Literal["same", "abridged", "drift", "different"]

SAME = 0.95
DRIFT = 0.60
LEAST_SAID, LEAST_WORDS = 3, 6
"""How many words of content, or words at all, a quotation has that two are not likely to have said alike."""
_NEGATIONS = frozenset({"not", "never", "no", "nobody", "nothing", "cannot"})
ABRIDGED_WORDS = 3
"""The shortest quotation that can count as an abridgement of a longer one."""


@dataclass(frozen=True, slots=True)
class Said:
    """Quoted words ready for comparison: as printed, folded, and as stems."""

    words: str
    folded: str
    stems: str
    content: frozenset[str]


def said(quoted: str, lang: str = "en") -> Said:
    folded = [word for word, _, _ in words(quoted)]
    stemmed = [stem(word, lang) for word in folded]
    content = frozenset(s for s, word in zip(stemmed, folded, strict=True) if word not in STOPWORDS)
    return Said(quoted.strip(), " ".join(folded), " ".join(stemmed), content)


def compare_quotes(a: Said, b: Said) -> tuple[QuoteVerdict, float]:
    """What two quotations are to each other by their words alone, and how alike they are (0..1).

    Whether a drift may be one at all (same speaker, same matter, no article that prints both) is
    the caller's to know.
    """
    if not a.folded or not b.folded:
        return "different", 0.0
    alike = ratio(a.folded, b.folded)
    if alike >= SAME:
        return "same", alike
    shorter, longer = sorted((a, b), key=lambda q: len(q.folded))
    if len(shorter.folded.split()) >= ABRIDGED_WORDS and f" {shorter.folded} " in f" {longer.folded} ":
        return "abridged", len(shorter.folded) / len(longer.folded)
    likeness = token_set(a.stems, b.stems)
    if likeness >= DRIFT and a.content & b.content and a.content != b.content:
        return "drift", likeness
    return ("same", likeness) if a.content and a.content == b.content else ("different", likeness)


def one_wording(a: Said, b: Said) -> bool:
    """Nearly the same words, too many for a formula: other little words and endings, at most one word more.

    A number or a "not" that only one of them has is another statement.
    """
    left, right = set(a.folded.split()), set(b.folded.split())
    if any(word[0].isdigit() or word in _NEGATIONS for word in left ^ right):
        return False
    kept = len(a.content & b.content)
    enough = kept >= LEAST_SAID or (kept > 1 and min(len(q.folded.split()) for q in (a, b)) >= LEAST_WORDS)
    return enough and (len(a.content ^ b.content) <= 1 or ratio(a.folded, b.folded) >= SAME)


def word_diff(a: str, b: str) -> str:
    """Both wordings with what differs in brackets: ``as [disposable] units / as [expendable] units``."""
    left, right = a.split(), b.split()
    fold_left = [fold(word.strip(".,;:!?")) for word in left]
    fold_right = [fold(word.strip(".,;:!?")) for word in right]
    out_left: list[str] = []
    out_right: list[str] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, fold_left, fold_right, autojunk=False).get_opcodes():
        if tag == "equal":
            out_left.extend(left[i1:i2])
            out_right.extend(right[j1:j2])
            continue
        if i2 > i1:
            out_left.append(f"[{' '.join(left[i1:i2])}]")
        if j2 > j1:
            out_right.append(f"[{' '.join(right[j1:j2])}]")
    return f"{' '.join(out_left)} / {' '.join(out_right)}"
