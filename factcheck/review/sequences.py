"""Which items of two sequences belong together: the same ones in order, then the likeliest pairs between.

The same ones are a longest common subsequence (Hyyrö's bit-parallel way, in rapidfuzz); where the two
sequences are too long for its table they are parted first at what occurs once in each, as patience
diff does (Bram Cohen, 2010). Everything here is bounded: time grows with the length, not its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Pair = tuple[int, int]
    Words = Sequence[int]

MOST_CELLS = 500_000_000
"""Cells of the table of common subsequences, one bit each: 60 MB, two texts of 22,000 sentences."""
LIKE = 0.5
"""Two sentences that share less of their words than this are two sentences, not one that was changed."""
BAND = 20
"""In a stretch where nothing is the same, sentences are compared with this many on either side."""


def common(old: Sequence[int], new: Sequence[int]) -> list[Pair]:
    """The positions of equal items that stand in the same order in both, as many as can be found."""
    if len(old) * len(new) <= MOST_CELLS:
        return _subsequence(old, new, 0, 0)
    found: list[Pair] = []
    left = right = 0
    for i, j in (*_landmarks(old, new), (len(old), len(new))):
        if (i - left) * (j - right) <= MOST_CELLS:
            found += _subsequence(old[left:i], new[right:j], left, right)
        if i < len(old):
            found.append((i, j))
        left, right = i + 1, j + 1
    return found


def _subsequence(old: Sequence[int], new: Sequence[int], left: int, right: int) -> list[Pair]:
    found: list[Pair] = []
    for step in LCSseq.opcodes(old, new):
        if step.tag == "equal":
            length = step.src_end - step.src_start
            found += [(left + step.src_start + n, right + step.dest_start + n) for n in range(length)]
    return found


def _landmarks(old: Sequence[int], new: Sequence[int]) -> Iterator[Pair]:
    """Items that occur once in each, as many as stand in the same order (longest increasing run)."""
    once_old, once_new = Counter(old), Counter(new)
    where = {item: j for j, item in enumerate(new) if once_new[item] == 1}
    pairs = [(i, where[item]) for i, item in enumerate(old) if once_old[item] == 1 and item in where]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [j]
        last[at : at + 1] = [index]
    chain = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return reversed(chain)


def likeliest(old: Sequence[Words], new: Sequence[Words]) -> list[Pair]:
    """Pairs in order, so that what they share adds up to the most; near the diagonal of long stretches."""
    if not old or not new:
        return []
    slope = len(new) / len(old)
    wide = BAND if max(len(old), len(new)) > 2 * BAND else len(new)
    best = [0.0] * (len(new) + 1)
    taken: list[dict[int, str]] = []
    """For each old item, how the best sum came about: a pair, or the step past an old or a new one."""
    for i, words in enumerate(old):
        centre = int(i * slope)
        steps: dict[int, str] = {}
        diagonal = best[max(0, centre - wide)]
        for j in range(max(0, centre - wide), min(len(new), centre + wide + int(slope) + 1)):
            past_old, past_new = best[j + 1], best[j]
            paired = diagonal + Indel.normalized_similarity(words, new[j], score_cutoff=LIKE)
            diagonal = past_old
            best[j + 1] = max(paired, past_old, past_new)
            steps[j] = "pair" if best[j + 1] == paired > max(past_old, past_new) else (
                "old" if past_old >= past_new else "new"
            )  # fmt: skip
        edge = max(steps) + 1
        for j in range(edge + 1, min(len(best), edge + int(slope) + 3)):
            best[j] = best[edge]  # beyond the band nothing pairs: the sum stands as it was at its edge
        taken.append(steps)
    return _walk(taken, len(old), len(new))


def _walk(taken: Sequence[dict[int, str]], i: int, j: int) -> list[Pair]:
    found: list[Pair] = []
    while i and j:
        step = taken[i - 1].get(j - 1) or ("new" if j - 1 > max(taken[i - 1]) else "old")
        if step == "pair":
            found.append((i - 1, j - 1))
        i -= step != "new"
        j -= step != "old"
    return found[::-1]
