"""Which patterns are worth trying on a sentence: the first and cheap of the two steps.

Phrases are looked up by the words they need. Regular expressions have no words that could be read
off them, so RE2 looks for a superset of each, all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.rules.phrases.tokens import START, tokens_of
from factcheck.rules.running.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.rules.phrases.tokens import Keys, Sketch
    from factcheck.rules.ruleset import Pattern
    from factcheck.rules.running.words import Spot

_FILTER_MEMORY = 256 << 20
_PROBES = ("It was so.", "Nine words stand here and each is quite plain.", "Они там были", "Up 12 to 7")
_LONGEST_KEPT, _MOST_KEPT = 40, 10_000
"""Signs of a stretch whose words are kept for the next time it is met, and how many such are kept."""
_NO_BLANKS = str.maketrans(dict.fromkeys("\x1c\x1d\x1e\x1f", "."))
"""Blanks to ``str.split`` and to nobody else."""


def with_plain_blanks(sentence: str) -> str:
    """The sentence as ``str.split`` must see it to find the same stretches as everybody else."""
    return sentence if sentence.isprintable() else sentence.translate(_NO_BLANKS)


Followers = dict[str, tuple[str | None, "Followers"]]
"""By the next word: the key that ends there, if one does, and what may follow."""


class Token(NamedTuple):
    """A word or sign of a stretch: where it begins in it, its keys that are asked for, what may follow."""

    at: int
    word: str
    keys: tuple[str, ...]
    followers: Followers | None


def _asked(sketch: Sketch) -> tuple[Keys, ...]:
    """The sets of words that a phrase asks for."""
    return (sketch.first or frozenset(), *(link.first for link in sketch.chain), *sketch.needs)


class WordGate:
    """Finds the phrases all of whose needed words are there.

    Each phrase has a row of bits in one long number, one bit for each set of words that it needs. The
    words of a sentence set bits; where all of a row are set, adding one at its lower end carries into
    the bit above it.
    """

    def __init__(self, patterns: Sequence[tuple[int, Pattern]]) -> None:
        self.always = [number for number, pattern in patterns if not pattern.sketch.needs]
        self._bits: dict[str, int] = {START: 0}
        self._low = self._guards = 0
        self._numbers: dict[int, int] = {}
        """Which pattern the guard above a row belongs to."""
        self._kept: dict[str, tuple[Token, ...]] = {}
        self._expressions: dict[str, Any] = {}
        self._asks = bool(patterns)
        masks: dict[Keys, int] = {}  # long lists stand in many patterns: each is gone through once
        at = 0
        for number, pattern in patterns:
            for keys in _asked(pattern.sketch):
                masks.setdefault(keys, 0)
            if pattern.sketch.needs:
                self._low |= 1 << at
                for need in pattern.sketch.needs:
                    masks[need] |= 1 << at
                    at += 1
                self._guards |= 1 << at
                at += 1
                self._numbers[at] = number
        for keys, mask in masks.items():
            for key in keys:
                self._bits[key] = self._bits.get(key, 0) | mask
        self._followers: Followers = {}
        for key in self._bits:
            if " " in key:
                self._follow(key)

    def _follow(self, key: str) -> None:
        """Files a key of several words under each of them in turn."""
        at = self._followers
        *words, last = key.split(" ")
        for word in words:
            at = at.setdefault(word, (None, {}))[1]
        at[last] = (key, at.get(last, (None, {}))[1])

    def read(self, sentence: str) -> tuple[Words, list[int]]:
        """The words of a sentence, and the phrases that may be in it."""
        sentence = with_plain_blanks(sentence)
        spots = {START: [(0, -1)]}
        bits = self._bits
        present = bits[START]
        begun: list[tuple[Spot, Followers]] = []
        for number, stretch in enumerate(sentence.split() if self._asks else ()):
            for at, word, keys, followers in self._kept.get(stretch) or self._read(stretch):
                spot = (number, at)
                for key in keys:
                    if key in spots:
                        spots[key].append(spot)
                    else:
                        spots[key] = [spot]
                        present |= bits[key]
                if begun:
                    known = [(where, more[word]) for where, more in begun if word in more]
                    for where, (whole, _) in known:
                        if whole is not None:
                            spots.setdefault(whole, []).append(where)
                            present |= bits[whole]
                    begun = [(where, more) for where, (_, more) in known if more]
                if followers:
                    begun.append((spot, followers))
        return Words(sentence, spots, self._expressions), self._rows(present)

    def _read(self, stretch: str) -> tuple[Token, ...]:
        """The words of a stretch."""
        known = tuple(
            Token(
                at,
                keys[0],
                tuple(key for key in keys if key in self._bits),
                self._followers.get(keys[0], (None, None))[1],
            )
            for at, keys in tokens_of(stretch)
        )
        if len(stretch) <= _LONGEST_KEPT:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[stretch] = known
        return known

    def _rows(self, present: int) -> list[int]:
        full = (present + self._low) & self._guards
        found = list(self.always)
        while full:
            lowest = full & -full
            full ^= lowest
            found.append(self._numbers[lowest.bit_length()])
        return found


class RegexGate:
    """Finds the regular expressions whose superset matches, by RE2. Those it cannot take always pass."""

    def __init__(self, patterns: Sequence[tuple[int, Pattern]]) -> None:
        import re2

        options = re2.Options()
        options.log_errors = False
        options.never_capture = True
        options.max_mem = _FILTER_MEMORY
        self._filter = re2.Filter()
        self._numbers: list[list[int]] = []
        self.always: list[int] = []
        alike: dict[str, list[int]] = {}
        for number, pattern in patterns:
            alike.setdefault(pattern.relaxed or "", []).append(number)
        for relaxed, numbers in alike.items():
            try:
                self._filter.Add(relaxed, options)
                self._numbers.append(numbers)
            except re2.error:
                self.always.extend(numbers)
        if self._numbers:
            self._filter.Compile()

    def candidates(self, sentence: str) -> list[int]:
        if not self._numbers:
            return self.always
        hit = self._filter.Match(sentence.encode("utf-8", "replace"), False)
        return [*(number for i in hit or () for number in self._numbers[i]), *self.always]

    def slow(self) -> set[int]:
        """Those that pass whatever the sentence says."""
        return set.intersection(*(set(self.candidates(probe)) for probe in _PROBES))
