"""Searching all articles for words: plain text, case ignored, offsets kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article

MOST_HITS = 5_000
LONGEST_QUERY = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the searched words stand: an article and a half-open range of its text."""

    article: str
    start: int
    end: int


def search(articles: Sequence[Article], query: str) -> tuple[Hit, ...]:
    """Hits in the order of the articles, at most ``MOST_HITS``. Blanks in the query match any blanks."""
    words = query[:LONGEST_QUERY].split()
    if not words:
        return ()
    # Only escaped words and \\s+ between them: nothing a user types is read as a pattern.
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
    hits: list[Hit] = []
    for article in articles:
        for match in pattern.finditer(article.text):
            hits.append(Hit(article.id, match.start(), match.end()))
            if len(hits) == MOST_HITS:
                return tuple(hits)
    return tuple(hits)


def first_from(hits: Sequence[Hit], articles: Sequence[Article], article: str, offset: int) -> int:
    """The index of the first hit at or after a place, going round to the first of all."""
    order = {item.id: index for index, item in enumerate(articles)}
    here = (order[article], offset)
    return next((i for i, hit in enumerate(hits) if (order[hit.article], hit.start) >= here), 0)
