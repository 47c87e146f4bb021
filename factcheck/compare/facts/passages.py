"""What an article says in no claim: a text that no rule found may tell a fact all the same.

An article is silent on a fact only as far as somebody looked, so the nearest miss is looked for here too.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from factcheck.model import Claim
from factcheck.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Article

NO_CLAIM = ""
"""The id of a passage: it is shaped as a claim, and is none."""
WORDS = 4
"""A passage of fewer words says nothing by itself ("she added")."""
MOST = 400_000
"""Code points of all articles together up to which passages are looked at: each is read for every look."""
_EDGES = " \t\n,;:.-–—"


def unclaimed(claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[Claim, ...]:
    """The sentences of the text itself, and the parts of sentences, that stand in no claim."""
    if sum(len(article.text) for article in articles) > MOST:
        return ()
    spans: dict[str, list[tuple[int, int]]] = {article.id: [] for article in articles}
    for claim in claims:
        spans[claim.article].append((claim.start, claim.end))
    return tuple(passage for article in articles for passage in _in(article, _joined(spans[article.id])))


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap as one, in order."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _in(article: Article, claimed: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    for sentence in segment(article):
        if sentence.kind != "body":
            continue
        around = sentence.start, sentence.end
        for start, end in _between(claimed, around):
            text = article.text[start:end].strip(_EDGES)
            if len(text.split()) >= WORDS:
                opens = article.text.index(text, start)
                yield Claim(NO_CLAIM, article.id, opens, opens + len(text), text, around, (), 0.0)


def _between(claimed: Sequence[tuple[int, int]], around: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """What of a sentence stands before, between and behind its claims."""
    at, last = around
    for start, end in islice(claimed, bisect_right(claimed, at, key=itemgetter(1)), None):
        if start >= last:
            break
        yield at, max(at, start)
        at = end
    yield at, max(at, last)
