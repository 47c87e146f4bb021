"""Words that are near in meaning where the letters are not: "jailed" and "sentenced".

What knows meanings is a model behind :class:`Meanings`; none is needed for anything, and none is used
unless it is asked for (the extra ``semantic``, :mod:`factcheck.compare.facts.wordvectors`). It only
*ranks* what comes near: vectors of words put "rose" beside "fell" and cannot tell 3,000 from 1,100, so
they decide no verdict, no group and no relation.

Two texts are matched word by word. The words that one tells and the other lacks, names and numbers
apart, are paired greedily, the nearest first, each once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

NEAR = 0.4
"""Cosine above which two words are near in meaning: "bought" and "acquired" 0.42, "blaze" and "fire" 0.47."""
SOFT = 0.1
"""What a pair of words of one meaning, both as rare as can be, adds to a likeness of 0..1."""
SHOWN = 3
"""Pairs of words that are shown."""


class Meanings(Protocol):
    """A model of what words mean. The same words give the same answer, whatever was asked before."""

    @property
    def stamp(self) -> str:
        """The model's name and the SHA-256 of its weights: what makes a result repeatable."""
        ...

    def near(self, words: Iterable[str], among: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """For each of ``words`` those of ``among`` with a cosine above :data:`NEAR`, and the cosine."""
        ...


@dataclass(frozen=True, slots=True)
class WordPair:
    """A word of the one text, a word of the other, and how near in meaning they are (cosine, 0..1)."""

    one: str
    other: str
    cosine: float
    worth: float
    """What it adds to a likeness, in shares of :data:`SOFT`."""

    def __str__(self) -> str:
        return f"{self.one} ~ {self.other}"


def paired(
    near: Mapping[str, Mapping[str, float]],
    ours: Collection[str],
    theirs: Collection[str],
    worth: Mapping[str, float],
) -> tuple[WordPair, ...]:
    """The words of ``ours`` and ``theirs`` that mean nearly the same, the nearest first, each once.

    ``worth`` of a word is its rarity, 0..1; a pair is worth as much as its commoner word, and the more
    the nearer the two are.
    """
    ranked = sorted(
        (-cosine, a, b)
        for a in ours
        if a in near and a not in theirs
        for b, cosine in near[a].items()
        if b in theirs and b not in ours
    )
    taken: set[tuple[int, str]] = set()
    found = []
    for away, a, b in ranked:
        if (0, a) in taken or (1, b) in taken:
            continue
        taken |= {(0, a), (1, b)}
        found.append(WordPair(a, b, -away, (-away - NEAR) / (1 - NEAR) * min(worth[a], worth[b])))
    return tuple(found)


def added(pairs: Iterable[WordPair]) -> float:
    """What word pairs add to a likeness."""
    return SOFT * sum(pair.worth for pair in pairs)


def told(pairs: Collection[WordPair]) -> str:
    """``jailed ~ sentenced, fled ~ escaped``: what stands in a reason, the weightiest first."""
    ranked = sorted(pairs, key=lambda pair: (-pair.worth, pair.one, pair.other))
    return ", ".join(map(str, ranked[:SHOWN]))
