"""Which sentence of an older text is which of a newer one, and of which of them that is certain.

Sentences that read the same, once in each text, are pairs; changed ones are paired where each is
the other's best. A pair is certain when it is part of every longest way to read both texts in the
same order (as in patience diff): of two sentences that changed places neither is certain, since
nobody can tell which of them was moved, or copied and then deleted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.review.anchoring.readings import Reading

CHANGED = 60.0
"""Least likeness (0..100, of characters in order) of a sentence and what it was changed into."""
ALIKE = 70.0
"""From this likeness on two sentences can be taken for one another."""
FAR = 6
"""Sentences. What passed by so many certain ones was moved itself; nearer by, they may have been."""
MOST_PAIRS = 4_000_000
"""Comparisons of changed sentences; two texts that have nothing in common are not worth more."""


class Alignment:
    """The sentences of ``old`` and ``new`` by number. ``pairs`` and ``same`` (pairs that read the same)
    go from old to new; ``certain`` holds the old numbers whose pair is certain, in order."""

    def __init__(self, old: Reading, new: Reading) -> None:
        self.old, self.new = old, new
        self._before = [old.sentence(i).casefold() for i in range(len(old.sentences))]
        self._after = [new.sentence(i).casefold() for i in range(len(new.sentences))]
        self.same = _same(_texts(old), _texts(new))
        self.pairs = {**self.same, **self._changed()}
        self.certain = _in_order(self.pairs)
        self._fill()
        self.certain = self._not_passed()
        self.taken = {new_number: number for number, new_number in self.same.items()}
        """By new number: the old sentence that reads the same."""

    def _changed(self) -> dict[int, int]:
        """Old and new sentences without a pair of which each is most like the other."""
        before, after = self._counts
        kept = set(self.same.values())
        went = {i: text for i, text in enumerate(self._before) if i not in self.same and before[text] == 1}
        came = {i: text for i, text in enumerate(self._after) if i not in kept and after[text] == 1}
        if len(went) * len(came) <= MOST_PAIRS:
            return _likest(went, came)
        # Very long texts with many changes: each is looked for only between what stands around it.
        pairs: dict[int, int] = {}
        left = MOST_PAIRS
        for numbers, new_numbers in self._gaps(self.same, _in_order(self.same)):
            gone = {i: went[i] for i in numbers if i in went}
            new = {i: came[i] for i in new_numbers if i in came}
            if len(gone) * len(new) <= left:
                left -= len(gone) * len(new)
                pairs.update(_likest(gone, new))
        return pairs

    def _gaps(self, pairs: dict[int, int], certain: Sequence[int]) -> Iterator[tuple[range, range]]:
        """The sentences, old and new, between one certain pair and the next."""
        edges = [(-1, -1), *((i, pairs[i]) for i in certain), (len(self._before), len(self._after))]
        for (left, new_left), (right, new_right) in pairwise(edges):
            yield range(left + 1, right), range(new_left + 1, new_right)

    def _fill(self) -> None:
        """Sentences that stand more than once are pairs where all that stands around them is the same."""
        before, after = _texts(self.old), _texts(self.new)
        for numbers, new_numbers in list(self._gaps(self.same, [i for i in self.certain if i in self.same])):
            if [before[i] for i in numbers] == [after[i] for i in new_numbers]:
                self.same.update(zip(numbers, new_numbers, strict=True))
        kept = set(self.same.values())
        changed = {i: new for i, new in self.pairs.items() if i not in self.same and new not in kept}
        self.pairs = {**self.same, **changed}
        self.certain = _in_order(self.pairs)

    def _not_passed(self) -> list[int]:
        """The certain pairs without those that a pair out of order passed by on a short way.

        Three sentences in a row that one other seems to have passed may as well be three that were
        moved past that one, or copied there and deleted here.
        """
        places = [self.pairs[number] for number in self.certain]
        passed: set[int] = set()
        for number in self.pairs.keys() - set(self.certain):
            at, new_at = bisect_left(self.certain, number), bisect_left(places, self.pairs[number])
            if abs(at - new_at) < FAR:
                passed.update(range(min(at, new_at), max(at, new_at)))
        return [number for i, number in enumerate(self.certain) if i not in passed]

    @cached_property
    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        return Counter(self._before), Counter(self._after)

    @cached_property
    def _unsettled(self) -> tuple[dict[int, str], dict[int, str]]:
        settled = {i for i in self.certain if i in self.same}
        kept = {self.same[i] for i in settled}
        return (
            {i: text for i, text in enumerate(self._before) if i not in settled},
            {i: text for i, text in enumerate(self._after) if i not in kept},
        )

    def is_certain(self, number: int) -> bool:
        at = bisect_left(self.certain, number)
        return at < len(self.certain) and self.certain[at] == number

    def neighbours(self, sentences: range) -> tuple[tuple[int, int], tuple[int, int]]:
        """The certain pairs next to these old sentences, before and behind: (old, new) each.

        Where there is none it is the edge of the texts: (-1, -1), or the numbers of sentences.
        """
        before = bisect_left(self.certain, sentences.start) - 1
        behind = bisect_right(self.certain, sentences.stop - 1)
        left = self.certain[before] if before >= 0 else -1
        right = self.certain[behind] if behind < len(self.certain) else len(self._before)
        return (
            (left, self.pairs.get(left, -1)),
            (right, self.pairs.get(right, len(self._after))),
        )

    def among_copies(self, partners: range) -> bool:
        """Next to these newer ones is a copy, and something copied stands near by on both sides.

        Then they may be copied with it, and on which side they stand of what was copied says nothing.
        """
        left = self._after[max(0, partners.start - FAR) : partners.start]
        right = self._after[partners.stop : partners.stop + FAR]
        if not any(map(self._is_repeated, [*left[-1:], *right[:1]])):
            return False
        return any(text in left and self._is_repeated(text) for text in right)

    def _is_repeated(self, text: str) -> bool:
        before, after = self._counts
        return after[text] > max(1, before[text])

    def has_rival(self, quote: str, sentences: range, partners: range, *, beside: bool) -> bool:
        """Among what came, went, moved or changed, a sentence could be taken for one of these.

        Those apart, it is like one of them, or has the ``quote`` in it. ``beside``: only what stands
        between these and the certain sentences next to them, or a few sentences away, is looked at.
        """
        went, came = self._unsettled
        (left, new_left), (right, new_right) = self.neighbours(sentences)
        words = quote.casefold()
        for unsettled, own, near in (
            (went, sentences, _around(sentences, left, right)),
            (came, partners, _around(partners, new_left, new_right)),
        ):
            numbers = near if beside else unsettled
            others = {i: unsettled[i] for i in numbers if i not in own and i in unsettled}
            if any(words in text for text in others.values()):
                return True
            if any(_is_like(self._before[i], others) for i in sentences):
                return True
        # Right beside them it may be their rewritten original, and they the copy of it.
        next_to = [came[i] for i in (partners.start - 1, partners.stop) if i in came]
        return any(_is_rewritten(self._before[i], text) for i in sentences for text in next_to)


def _around(sentences: range, left: int, right: int) -> range:
    return range(min(left + 1, sentences.start - FAR), max(right, sentences.stop + FAR))


def _texts(reading: Reading) -> list[str]:
    return [reading.sentence(number) for number in range(len(reading.sentences))]


def _same(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Sentences that stand once in each text, word for word."""
    once, again = Counter(before), Counter(after)
    where = {text: number for number, text in enumerate(after)}
    return {i: where[text] for i, text in enumerate(before) if once[text] == again[text] == 1}


def _likest(went: dict[int, str], came: dict[int, str]) -> dict[int, int]:
    """The pairs, by number, of which each is most like the other."""
    pairs = {}
    for number, text in went.items():
        best = process.extractOne(text, came, scorer=fuzz.ratio, score_cutoff=CHANGED)
        if best is not None:
            back = process.extractOne(best[0], went, scorer=fuzz.ratio, score_cutoff=CHANGED)
            if back is not None and back[2] == number:
                pairs[number] = best[2]
    return _one_to_one(pairs)


def _one_to_one(pairs: dict[int, int]) -> dict[int, int]:
    """Without the pairs that share a new sentence."""
    uses = Counter(pairs.values())
    return {number: new for number, new in pairs.items() if uses[new] == 1}


def _is_like(text: str, others: dict[int, str]) -> bool:
    return process.extractOne(text, others, scorer=fuzz.ratio, score_cutoff=ALIKE) is not None


def _is_rewritten(text: str, other: str) -> bool:
    """A third of its words are left, in their order."""
    words = text.split()
    return 3 * LCSseq.similarity(words, other.split()) >= len(words)


def _in_order(pairs: dict[int, int]) -> list[int]:
    """The old numbers that are part of every longest run of pairs in which both numbers rise."""
    numbers = sorted(pairs)
    up_to = _lengths(pairs[number] for number in numbers)
    from_on = _lengths(-pairs[number] for number in reversed(numbers))[::-1]
    longest = max(up_to, default=0)
    on_the_way = [i for i in range(len(numbers)) if up_to[i] + from_on[i] == longest + 1]
    alone = Counter(up_to[i] for i in on_the_way)
    return [numbers[i] for i in on_the_way if alone[up_to[i]] == 1]


def _lengths(values: Iterable[int]) -> list[int]:
    """For each value, the length of the longest rising run that ends with it."""
    tails: list[int] = []
    lengths = []
    for value in values:
        at = bisect_left(tails, value)
        tails[at : at + 1] = [value]
        lengths.append(at + 1)
    return lengths
