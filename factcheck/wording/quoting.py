"""How a span reads when page furniture stands inside it: its parts, joined by ``[...]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Article

JOINT = " [...] "


def parts(article: Article, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The stretches of ``start:end`` outside furniture, in order, without white space at their edges.

    A span with nothing but furniture in it is its own only part, so that it can still be shown.
    """
    found, at = [], start
    for furniture in sorted(article.furniture, key=lambda part: part.start):
        if furniture.end <= at or furniture.start >= end:
            continue
        found.append((at, furniture.start))
        at = furniture.end
    found.append((at, end))
    kept = [_trimmed(article.text, left, right) for left, right in found if left < right]
    return tuple((left, right) for left, right in kept if left < right) or ((start, end),)


def quoted(article: Article, start: int, end: int) -> str:
    """``article.text[start:end]`` with each furniture range inside it shown as ``[...]``.

    Word for word the text where no furniture touches the span; each part stands so in the text.
    """
    if not any(part.start < end and part.end > start for part in article.furniture):
        return article.text[start:end]
    return JOINT.join(article.text[left:right] for left, right in parts(article, start, end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())
