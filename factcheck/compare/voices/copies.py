"""Copied text: sentences of different articles that share most of their word 4-grams.

Containment, not Jaccard: a sentence lengthened by a clause is still a copy. What is found here is
evidence that two articles have one voice, so it is kept strict: at least eight words on both sides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare.facts.similarity import words
from factcheck.model import Article, ArticleLink, Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

GRAM = 4
CONTAINED = 0.4
LEAST_WORDS = 8
COMMON = 60
"""A 4-gram in more sentences than this is an idiom of the story and points at nobody."""
ARTICLE_COPIES = 0.5
"""Share of an article's sentences that must be copied before the article is called a copy."""
LEAST_SHARED = 3
"""How many sentences two articles must share before anything is said of the articles."""

Place = tuple[str, int]
"""An article's id and the index of a sentence in it."""


@dataclass(frozen=True, slots=True)
class CopiedSentence:
    """Two sentences of two articles with the same words; ``shared`` is their longest common run."""

    a: Place
    b: Place
    containment: float
    shared: str


def copied_sentences(
    articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]]
) -> tuple[CopiedSentence, ...]:
    """Every pair of sentences of different articles that is copied, in the order of the articles."""
    printed = {
        (article.id, index): article.text[s.start : s.end]
        for article in articles
        for index, s in enumerate(sentences.get(article.id, ()))
    }
    texts = {place: [w for w, _, _ in words(text)] for place, text in printed.items()}
    grams = {
        place: {tuple(ws[i : i + GRAM]) for i in range(len(ws) - GRAM + 1)}
        for place, ws in texts.items()
        if len(ws) >= LEAST_WORDS
    }
    index: defaultdict[tuple[str, ...], list[Place]] = defaultdict(list)
    found = []
    for place, own in grams.items():
        met: Counter[Place] = Counter()
        for gram in own:
            holders = index[gram]
            if len(holders) <= COMMON:
                met.update(other for other in holders if other[0] != place[0])
            holders.append(place)
        for other, count in met.items():
            contained = count / min(len(own), len(grams[other]))
            if contained >= CONTAINED:
                shared = _longest_run(printed[other], texts[other], texts[place])
                found.append(CopiedSentence(other, place, round(contained, 3), shared))
    order = {article.id: n for n, article in enumerate(articles)}
    return tuple(sorted(found, key=lambda c: (order[c.a[0]], c.a[1], order[c.b[0]], c.b[1])))


def _longest_run(text: str, a: list[str], b: list[str]) -> str:
    """The longest run of words that both have, as ``text`` prints it (``a`` are its words).

    One pass over a table of run lengths.
    """
    if a == b:
        return _stretch(text, 0, len(a))
    best, end = 0, 0
    previous = [0] * (len(b) + 1)
    for i, word in enumerate(a, 1):
        row = [0] * (len(b) + 1)
        for j, other in enumerate(b, 1):
            if word == other:
                row[j] = previous[j - 1] + 1
                if row[j] > best:
                    best, end = row[j], i
        previous = row
    return _stretch(text, end - best, end)


def _stretch(text: str, first: int, end: int) -> str:
    """The words ``first`` to ``end`` of a text as they are printed, on one line."""
    places = words(text)[first:end]
    return " ".join(text[places[0][1] : places[-1][2]].split()) if places else ""


def article_links(
    articles: Sequence[Article],
    sentences: Mapping[str, Sequence[Sentence]],
    copied: Sequence[CopiedSentence],
    facts: Mapping[str, Sequence[str]],
) -> tuple[ArticleLink, ...]:
    """What articles are to each other as texts.

    ``facts`` is, for each article, the groups its claims belong to in the order of the text. A
    rewrite is a proposal: one article tells, in the same order, most of what another tells, and
    they share words besides. A digest copies by its nature, and nothing is said of it.
    """
    links = []
    shared: Counter[tuple[str, str]] = Counter((c.a[0], c.b[0]) for c in copied)
    for n, first in enumerate(articles):
        for second in articles[n + 1 :]:
            owner = first.owner or ""
            if owner and owner == second.owner:
                links.append(ArticleLink(second.id, first.id, "same owner", f"both belong to {owner}"))
            if "digest" in (first.kind, second.kind):
                continue
            both = shared[first.id, second.id] + shared[second.id, first.id]
            link = _text_link(first, second, both, sentences, facts)
            if link:
                links.append(link)
    return tuple(links)


def _text_link(
    first: Article,
    second: Article,
    both: int,
    sentences: Mapping[str, Sequence[Sentence]],
    facts: Mapping[str, Sequence[str]],
) -> ArticleLink | None:
    shorter, longer = sorted((second, first), key=lambda a: len(sentences.get(a.id, ())))
    size = len(sentences.get(shorter.id, ()))
    if both >= LEAST_SHARED and both >= ARTICLE_COPIES * size:
        return ArticleLink(
            shorter.id, longer.id, "copies", f"{both} of its {size} sentences stand there in the same words"
        )
    if not both:
        return None
    run = in_order(facts.get(first.id, ()), facts.get(second.id, ()))
    least = min(len(set(facts.get(first.id, ()))), len(set(facts.get(second.id, ()))))
    if run >= 4 and run >= 0.4 * least:
        later, earlier = (
            (first, second) if (first.published or "") > (second.published or "") else (second, first)
        )
        why = (
            f"it tells {run} of the same facts in the same order and shares {both} sentence{'s' * (both > 1)}"
        )
        return ArticleLink(later.id, earlier.id, "rewrite", why)
    return None


def in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """How many facts two articles tell in the same order (their longest common subsequence)."""
    place = {fact: n for n, fact in enumerate(dict.fromkeys(b))}
    tails: list[int] = []
    for fact in dict.fromkeys(a):
        if fact in place:
            at = bisect_left(tails, place[fact])
            tails[at : at + 1] = [place[fact]]
    return len(tails)
