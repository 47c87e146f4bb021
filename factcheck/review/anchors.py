"""Anchors: enough of a span to find it again when the text around it has changed.

Only two answers are given: the span stands where it stood, or it stands in one other place and
nowhere else with the same words before and after it. Anything less is for a person to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from factcheck.model import Anchor, Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CONTEXT = 32
"""Code points of text kept on each side of the quote."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchored span stands now: a half-open range in the article with this display id."""

    article: str
    text_sha256: str
    start: int
    end: int
    how: Literal["in place", "elsewhere"]


def make_anchor(article: Article, start: int, end: int) -> Anchor:
    """The anchor of ``article.text[start:end]``; the range must be inside the text and not empty."""
    if not 0 <= start < end <= len(article.text):
        raise ValueError(f"no span {start}:{end} in a text of {len(article.text)} code points")
    return Anchor(
        text_sha256=article.text_sha256,
        start=start,
        end=end,
        exact=article.text[start:end],
        prefix=article.text[max(0, start - CONTEXT) : start],
        suffix=article.text[end : end + CONTEXT],
    )


def find(anchor: Anchor, articles: Iterable[Article]) -> Found | None:
    """The anchored span in ``articles``, or None where it is gone or not certain.

    ``articles`` are the texts that may be the anchor's own source: the session's articles while the
    anchored text is among them, else the versions of that one source. A rival article that prints
    the same sentence is another place, and this function cannot know that.
    """
    candidates = tuple(articles)
    for article in candidates:
        if article.text_sha256 == anchor.text_sha256:
            same = article.text[anchor.start : anchor.end] == anchor.exact
            return _found(article, anchor, anchor.start) if same else None
    places = [(article, at) for article in candidates for at in _places(anchor, article.text)]
    # One place only, even where one of several is the old position: of two look-alikes, the
    # deleted one's twin may well have moved to exactly that offset.
    if len(places) != 1:
        return None
    article, at = places[0]
    return _found(article, anchor, at)


def _places(anchor: Anchor, text: str) -> Iterator[int]:
    """Every offset at which the quote stands between the words that stood around it."""
    needle = anchor.prefix + anchor.exact + anchor.suffix
    at = text.find(needle)
    while at >= 0:
        yield at + len(anchor.prefix)
        at = text.find(needle, at + 1)


def _found(article: Article, anchor: Anchor, start: int) -> Found:
    how: Literal["in place", "elsewhere"] = "in place" if start == anchor.start else "elsewhere"
    return Found(article.id, article.text_sha256, start, start + len(anchor.exact), how)
