"""Copied text: sentences of different articles that share most of their word 4-grams.

Containment, not Jaccard: a sentence lengthened by a clause is still a copy. What is found here is
evidence that two articles have one voice, so it is kept strict: at least eight words on both sides.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcheck.compare.facts.similarity import folded, words
from factcheck.model import Article, ArticleLink, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

GRAM = 4
CONTAINED = 0.4
LEAST_WORDS = 8
COMMON = 60
"""A 4-gram in more sentences than this is an idiom of the story, or the text is copied many times over."""
FEW = 8
"""Of such a 4-gram the first holders are still looked at: a hundredth copy is a copy of the first."""
ARTICLE_COPIES = 0.5
"""Share of an article's sentences that must be copied before the article is called a copy."""
LEAST_SHARED = 3
"""How many sentences two articles must share before anything is said of the articles."""
LEAST_IN_ORDER, IN_ORDER = 4, 0.4
"""How many facts, and what share of those of the shorter, a rewrite tells in the other's order."""
CROWD = 12
"""How many places of one text are paired each with each."""
_At = tuple[int, int]
"""The place of an article among the articles, and of a sentence in it."""

Place = tuple[str, int]
"""An article's id and the index of a sentence in it."""


class CopiedSentence(NamedTuple):
    """Two sentences of two articles with the same words; ``shared`` is their longest common run."""

    a: Place
    b: Place
    containment: float
    shared: str


def copied_sentences(
    articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]]
) -> tuple[CopiedSentence, ...]:
    """Every pair of sentences of different articles that is copied, in the order of the articles.

    Sentences of the same words are laid beside others once, however many articles print them; where
    more than ``CROWD`` print one, each is paired with the first of them and the nearest.
    """
    told: dict[str, list[_At]] = {}
    number: dict[str, int] = {}
    for n, article in enumerate(articles):
        for at, sentence in enumerate(sentences.get(article.id, ())):
            spoken = folded(article.text[sentence.start : sentence.end])
            if len(spoken) >= LEAST_WORDS:
                told.setdefault(_as_signs(spoken, number), []).append((n, at))
    texts = list(told)
    pairs: list[tuple[_At, _At, float, int, int]] = []
    for signs, places in told.items():
        pairs += [(one, two, 1.0, 0, len(signs)) for one, two in _among(places) if one[0] != two[0]]
    for i, j, contained in _near_copies(texts):
        runs: dict[bool, tuple[int, int]] = {}
        for one, two in _between(told[texts[i]], told[texts[j]]):
            if one[0] != two[0]:
                ahead = one < two
                if ahead not in runs:
                    runs[ahead] = _longest_run(*((texts[i], texts[j]) if ahead else (texts[j], texts[i])))
                pairs.append(
                    (one, two, contained, *runs[ahead]) if ahead else (two, one, contained, *runs[ahead])
                )
    pairs.sort()
    place = {at: (articles[at[0]].id, at[1]) for row in told.values() for at in row}
    printed: dict[_At, _Printed] = {}
    stretches: dict[tuple[str, int, int], str] = {}
    found = []
    for one, two, contained, first, end in pairs:
        here = printed.get(one)
        if here is None:
            article = articles[one[0]]
            sentence = sentences[article.id][one[1]]
            here = printed[one] = _Printed(article.text[sentence.start : sentence.end])
        shared = stretches.get((here.text, first, end))
        if shared is None:
            shared = stretches[here.text, first, end] = here.stretch(first, end)
        found.append(CopiedSentence(place[one], place[two], contained, shared))
    return tuple(found)


class _Printed:
    """A sentence as it is printed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _words(self) -> Sequence[tuple[str, int, int]]:
        return words(self.text)

    def stretch(self, first: int, end: int) -> str:
        """Its words ``first`` to ``end``, on one line."""
        places = self._words[first:end]
        return " ".join(self.text[places[0][1] : places[-1][2]].split()) if places else ""


def _as_signs(spoken: Sequence[str], number: dict[str, int]) -> str:
    """The words as a string, each as one sign: runs of words are looked for as text.

    ``number`` grows with the words of the session; of more than a million words two may share a sign.
    """
    return "".join([chr(number.setdefault(word, len(number)) % sys.maxunicode) for word in spoken])


def _among(places: Sequence[_At]) -> Iterator[tuple[_At, _At]]:
    for n, place in enumerate(places):
        if n > CROWD:
            yield places[0], place
        yield from ((other, place) for other in places[max(0, n - CROWD) : n])


def _between(a: Sequence[_At], b: Sequence[_At]) -> Iterator[tuple[_At, _At]]:
    if len(a) * len(b) <= CROWD * CROWD:
        yield from ((one, two) for one in a for two in b)
        return
    yield from ((one, b[0]) for one in a)
    yield from ((a[0], two) for two in b[1:])


def _near_copies(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts (earlier first) of which the shorter has most of its word 4-grams in the other."""
    held: defaultdict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for n, signs in enumerate(texts):
        own = {signs[at : at + GRAM] for at in range(len(signs) - GRAM + 1)}
        size = len(own)
        sizes.append(size)
        met: list[int] = []
        for gram in own:
            holders = held[gram]
            met += holders if len(holders) <= COMMON else holders[:FEW]
            holders.append(n)
        for other, count in Counter(met).items():
            contained = count / (size if size < sizes[other] else sizes[other])
            if contained >= CONTAINED:
                yield other, n, round(contained, 3)


def _longest_run(a: str, b: str) -> tuple[int, int]:
    """Where in ``a`` the first of the longest runs of words stands that both have."""
    best, end = 0, 0
    for stop in range(1, len(a) + 1):
        # What ends at this word is longer by one word at most than what ended before it.
        if a[stop - best - 1 : stop] in b:
            best, end = best + 1, stop
    return end - best, end


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
    told = {name: dict.fromkeys(row) for name, row in facts.items()}
    for n, first in enumerate(articles):
        for second in articles[n + 1 :]:
            owner = first.owner or ""
            if owner and owner == second.owner:
                links.append(ArticleLink(second.id, first.id, "same owner", f"both belong to {owner}"))
            if "digest" in (first.kind, second.kind):
                continue
            both = shared[first.id, second.id] + shared[second.id, first.id]
            link = _text_link(first, second, both, sentences, told)
            if link:
                links.append(link)
    return tuple(links)


def _text_link(
    first: Article,
    second: Article,
    both: int,
    sentences: Mapping[str, Sequence[Sentence]],
    told: Mapping[str, Mapping[str, None]],
) -> ArticleLink | None:
    """``told`` are the facts of each article, each once, in order."""
    shorter, longer = sorted((second, first), key=lambda a: len(sentences.get(a.id, ())))
    size = len(sentences.get(shorter.id, ()))
    if both >= LEAST_SHARED and both >= ARTICLE_COPIES * size:
        return ArticleLink(
            shorter.id, longer.id, "copies", f"{both} of its {size} sentences stand there in the same words"
        )
    if not both:
        return None
    mine, theirs = told.get(first.id, {}), told.get(second.id, {})
    enough = max(LEAST_IN_ORDER, IN_ORDER * min(len(mine), len(theirs)))
    if len(mine.keys() & theirs.keys()) < enough:
        return None
    run = in_order(list(mine), list(theirs))
    if run >= enough:
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
