"""Where a span that is not certain may stand now: one place for a person to look at, or none.

Sentences of the newer text that are another old sentence, word for word, are left aside. What is
left is scored by its words, its sentence and its neighbours; the best place is proposed where the
second best is clearly behind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.review.anchoring.alignment import Alignment

LEAST = 62.0
"""Score (0..100) from which on a place is worth a person's look."""
LEAST_WORDS = 50.0
"""Likeness of the span's own words, whatever stands around them."""
MARGIN = 6.0
"""Points by which the best place must lead the second best."""
LONGEST = 5_000
"""Code points of a span that is looked for; comparing longer ones costs the square."""

_WORDS, _SENTENCE, _PLACE = 0.55, 0.30, 0.15
_CANDIDATES = 6
_FLOOR = 45.0
"""Likeness of whole sentences below which the words are not compared."""
_CLEAR = 85.0
"""Likeness of whole sentences from which on nobody asks whether one was split, or joined to the next."""
_TOKEN = re.compile(r"\w+(?:[-‐‑'’.,:/]\w+)*|[^\w\s]")
"""A word or a sign; "forty-four" and "2,300" are one word each, and are never proposed by halves."""


@dataclass(frozen=True, slots=True)
class Place:
    """A range of the newer reading, and how well it fits."""

    start: int
    end: int
    score: float


class Proposer:
    """The proposals for spans of one text in one newer version of it."""

    def __init__(self, texts: Alignment) -> None:
        self._texts = texts
        self._windows: dict[int, dict[range, str]] = {}
        self._nearest = lru_cache(maxsize=256)(self._find_nearest)

    def propose(self, start: int, end: int) -> tuple[Place, float] | None:
        """The best place of ``old.text[start:end]`` and the score of the runner-up (0.0: there is none)."""
        sentences = self._texts.old.covering(start, end)
        if not sentences or end - start > LONGEST:
            return None
        places = sorted(
            filter(None, (self._score(start, end, sentences, at) for at in self._nearest(sentences))),
            key=lambda place: (-place.score, place.start, place.end),
        )
        if not places or places[0].score < LEAST:
            return None
        best = places[0]
        others = (place.score for place in places if place.end <= best.start or place.start >= best.end)
        second = next(others, 0.0)
        return (best, second) if best.score - second >= MARGIN else None

    def _find_nearest(self, sentences: range) -> tuple[range, ...]:
        """The stretches of newer sentences that are most like these; as many, one more, one fewer."""
        texts = self._texts
        whole = _stretch(texts.old.text, texts.old.sentences, sentences).casefold()
        found: dict[range, None] = {}
        for count in dict.fromkeys((len(sentences), len(sentences) + 1, max(1, len(sentences) - 1))):
            windows = self._free(count)
            for own in self._with_partners(count, sentences):
                windows = {**windows, own: _stretch(texts.new.text, texts.new.sentences, own).casefold()}
            near = process.extract(whole, windows, scorer=fuzz.ratio, score_cutoff=_FLOOR, limit=_CANDIDATES)
            found.update((at, None) for _, _, at in near)
            if near and near[0][1] >= _CLEAR:
                break
        return tuple(found)

    def _free(self, count: int) -> dict[range, str]:
        """The stretches of ``count`` newer sentences none of which is an old sentence word for word."""
        if count not in self._windows:
            new, taken = self._texts.new, self._texts.taken
            self._windows[count] = {
                at: _stretch(new.text, new.sentences, at).casefold()
                for at in _runs(len(new.sentences), count)
                if not any(number in taken for number in at)
            }
        return self._windows[count]

    def _with_partners(self, count: int, sentences: range) -> Iterator[range]:
        """The stretches with a sentence in them that is one of these, and none that is another."""
        new, taken = self._texts.new, self._texts.taken
        partners = {self._texts.same[number] for number in sentences if number in self._texts.same}
        for partner in sorted(partners):
            for first in range(max(0, partner - count + 1), min(partner, len(new.sentences) - count) + 1):
                at = range(first, first + count)
                if all(number not in taken or number in partners for number in at):
                    yield at

    def _score(self, start: int, end: int, sentences: range, at: range) -> Place | None:
        old, new = self._texts.old, self._texts.new
        quote = old.text[start:end]
        whole = _stretch(old.text, old.sentences, sentences)
        other = _stretch(new.text, new.sentences, at)
        begin, new_begin = old.sentences[sentences.start][0], new.sentences[at.start][0]
        spans = [_mapped(whole, other, max(0, start - begin), end - begin), _partial(quote, other)]
        scored = [(fuzz.ratio(quote, other[span[0] : span[1]]), span) for span in spans if span]
        if not scored:
            return None
        words, (left, right) = max(scored, key=lambda item: item[0])
        if words < LEAST_WORDS:
            return None
        score = _WORDS * words + _SENTENCE * fuzz.ratio(whole, other) + _PLACE * self._fits(sentences, at)
        return Place(new_begin + left, new_begin + right, score)

    def _fits(self, sentences: range, at: range) -> float:
        """0..100: stands in the order of the certain sentences, with the same sentence before and behind."""
        old, new = self._texts.old, self._texts.new
        (_, left), (_, right) = self._texts.neighbours(sentences)
        in_order = 100.0 if left < at.start and at.stop <= right else 0.0
        beside = 0.0
        for number, new_number in ((sentences.start - 1, at.start - 1), (sentences.stop, at.stop)):
            is_edge, is_new_edge = (
                _is_edge(number, len(old.sentences)),
                _is_edge(new_number, len(new.sentences)),
            )
            if is_edge or is_new_edge:
                beside += 100.0 * (is_edge and is_new_edge)
            else:
                beside += fuzz.ratio(old.sentence(number), new.sentence(new_number))
        return (in_order + beside) / 3


def _is_edge(number: int, count: int) -> bool:
    return not 0 <= number < count


def _runs(size: int, count: int) -> Iterable[range]:
    return (range(first, first + count) for first in range(size - count + 1))


def _stretch(text: str, sentences: tuple[tuple[int, int], ...], at: range) -> str:
    return text[sentences[at.start][0] : sentences[at.stop - 1][1]]


def _mapped(whole: str, other: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words ``whole[start:end]`` come to stand when ``whole`` is changed into ``other``."""
    words, others = list(_TOKEN.finditer(whole)), list(_TOKEN.finditer(other))
    first = next((i for i, word in enumerate(words) if word.end() > start), len(words))
    last = next((i for i, word in enumerate(words) if word.start() >= end), len(words))
    codes = Levenshtein.opcodes([w.group().casefold() for w in words], [w.group().casefold() for w in others])
    hit = []
    for code in codes:
        left, right = max(code.src_start, first), min(code.src_end, last)
        if left >= right:
            continue
        if code.tag == "equal":
            hit += [code.dest_start + left - code.src_start, code.dest_start + right - code.src_start - 1]
        elif code.dest_start < code.dest_end:
            hit += [code.dest_start, code.dest_end - 1]
    return (others[min(hit)].start(), others[max(hit)].end()) if hit else None


def _partial(quote: str, other: str) -> tuple[int, int] | None:
    """The stretch of ``other`` most like the quote, in whole words; None where the quote is the longer."""
    if len(quote) > len(other):
        return None
    found = fuzz.partial_ratio_alignment(quote, other, score_cutoff=LEAST_WORDS)
    if found is None:
        return None
    hit = [
        word
        for word in _TOKEN.finditer(other)
        if found.dest_start < word.end() and word.start() < found.dest_end
    ]
    return (hit[0].start(), hit[-1].end()) if hit else None
