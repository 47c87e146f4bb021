"""Is an article a digest: snippets of many outlets, one under the other, all on the same lead?

Prose moves on; the snippets of a digest begin anew. So a digest shows paragraphs that restate the
same lead, and several that break off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.ingest.pieces import pieces
from factcheck.ingest.shape import ends_cut, is_title_like, words
from factcheck.ingest.wordlists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import ArticleKind, Furniture

MOST_LOOKED_AT = 60
"""Paragraphs from the top; pairs are counted, so there is a limit."""
_SAME_LEAD = 0.5
"""Share of the shorter paragraph's content words that the longer one has too."""
_LEAST_WORDS = 5
_STEM = 5
_COMMON = word_set(
    """about after again against also although among another because been before being between both could
    does doing down during each even ever every first from further have having here into itself just last
    later like made many more most much must near next nearly none only other over same says said since some
    such than that their them then there these they this those through told under until upon very was were
    what when where which while who whom whose will with within without would year years your according
    reported statement"""
)


def kind_of(text: str, furniture: Sequence[Furniture]) -> ArticleKind:
    """ "digest" where the paragraphs restate one lead, "article" else."""
    readable = (text[start:end][:2000] for start, end, why in pieces(text, furniture) if why is None)
    looked_at = []
    for paragraph in readable:
        content = _content(paragraph)
        if len(content) >= _LEAST_WORDS:
            looked_at.append((paragraph, content))
            if len(looked_at) == MOST_LOOKED_AT:
                break
    if len(looked_at) < 5:
        return "article"
    restating = _largest_restating([content for _, content in looked_at]) / len(looked_at)
    cut = sum(ends_cut(paragraph) and not is_title_like(paragraph) for paragraph, _ in looked_at)
    return "digest" if restating >= 0.6 or (restating >= 0.35 and cut >= 2) else "article"


def _content(paragraph: str) -> frozenset[str]:
    found: Iterable[str] = (word.lower() for word in words(paragraph))
    return frozenset(word[:_STEM] for word in found if len(word) > 3 and word not in _COMMON)


def _largest_restating(contents: Sequence[frozenset[str]]) -> int:
    """How many paragraphs restate the lead that most of them restate, itself counted; 0 for fewer than 3."""
    most = 0
    for content in contents:
        same = sum(len(content & other) >= _SAME_LEAD * min(len(content), len(other)) for other in contents)
        most = max(most, same)
    return most if most >= 3 else 0
