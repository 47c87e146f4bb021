"""The paragraphs of a cleaned text, as ranges: what a cite such as A5 counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.ingest.kinds import kind_of
from factcheck.ingest.pieces import pieces
from factcheck.model import Paragraph

if TYPE_CHECKING:
    from factcheck.model import Article


def paragraphs(article: Article) -> tuple[Paragraph, ...]:
    """All text in order, white space between paragraphs apart; furniture has number 0 and a reason."""
    found = list(pieces(article.text, article.furniture))
    readable = [i for i, (_, _, why) in enumerate(found) if why is None]
    first, last = (readable[0], readable[-1]) if readable else (-1, -1)
    made = []
    number = 0
    for i, (start, end, why) in enumerate(found):
        if why is not None:
            made.append(Paragraph(start, end, 0, "body", why))
            continue
        number += 1
        kind = kind_of(article.text[start : min(end, start + 1000)], first=i == first, last=i == last)
        made.append(Paragraph(start, end, number, kind))
    return tuple(made)
