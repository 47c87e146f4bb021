"""The way in which the web annotator Hypothesis finds a quote again, written from its description.

Source: github.com/hypothesis/client, ``src/annotator/anchoring`` (``html.ts``: the stored position,
where the quote stands there; then the quote; ``match-quote.ts``: exact matches, else the approximate
ones with the fewest errors, up to min(256, half the quote's length); the best of them by
(50 quote + 20 prefix + 20 suffix + 2 position) / 92). There is no least score and no margin, and the
answer is taken without a question. The approximate search is Myers' (1999) bit-parallel one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from factcheck.model import Anchor


def find_published(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """The range of ``text`` that it answers with, None where nothing is near enough."""
    if text[anchor.start : anchor.end] == anchor.exact:
        return anchor.start, anchor.end
    size = len(anchor.exact)
    matches = [(at, at + size, 0) for at in _exact(anchor.exact, text)]
    if not matches:
        errors, ends = _nearest(anchor.exact, text, min(256, size // 2))
        matches = [(_begin(anchor.exact, text, end, errors), end, errors) for end in ends]
    matches = [match for match in matches if match[0] < match[1]]
    if not matches:
        return None
    start, end, _ = max(matches, key=lambda match: _score(anchor, text, *match))
    return start, end


def _exact(quote: str, text: str) -> list[int]:
    found = []
    at = text.find(quote)
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


def _score(anchor: Anchor, text: str, start: int, end: int, errors: int) -> float:
    quote = 1 - errors / len(anchor.exact)
    prefix = _alike(anchor.prefix, text[max(0, start - len(anchor.prefix)) : start])
    suffix = _alike(anchor.suffix, text[end : end + len(anchor.suffix)])
    position = 1 - abs(start - anchor.start) / max(1, len(text))
    return (50 * quote + 20 * prefix + 20 * suffix + 2 * position) / 92


def _alike(context: str, there: str) -> float:
    return Levenshtein.normalized_similarity(context, there) if context else 1.0


def _nearest(quote: str, text: str, most: int) -> tuple[int, list[int]]:
    """The fewest errors with which the quote ends anywhere in the text, and where it ends with them."""
    size = len(quote)
    full, high = (1 << size) - 1, 1 << (size - 1)
    where: dict[str, int] = {}
    for number, sign in enumerate(quote):
        where[sign] = where.get(sign, 0) | 1 << number
    plus, minus, errors = full, 0, size
    best, ends = most, list[int]()
    for at, sign in enumerate(text):
        eq = where.get(sign, 0)
        xv = eq | minus
        xh = (((eq & plus) + plus) ^ plus) | eq
        up, down = minus | (full & ~(xh | plus)), plus & xh
        errors += bool(up & high) - bool(down & high)
        up, down = up << 1 & full, down << 1 & full
        plus, minus = down | (full & ~(xv | up)), up & xv
        if errors < best:
            best, ends = errors, []
        if errors <= best:
            ends.append(at + 1)
    return best, ends


def _begin(quote: str, text: str, end: int, errors: int) -> int:
    """Where the match that ends at ``end`` begins: the longest stretch with so few errors."""
    stretch = text[max(0, end - len(quote) - errors) : end]
    for start in range(len(stretch) + 1):
        if Levenshtein.distance(quote, stretch[start:], score_cutoff=errors) <= errors:
            return end - len(stretch) + start
    return end
