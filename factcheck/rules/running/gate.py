"""Which patterns are worth trying on a sentence: the first and cheap of the two steps.

Phrases are looked up by the words they need. Regular expressions have no words that could be read
off them, so RE2 looks for a superset of each, all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.rules.phrases.tokens import Keys
    from factcheck.rules.ruleset import Pattern

_FILTER_MEMORY = 256 << 20
_PROBES = ("It was so.", "Nine words stand here and each is quite plain.", "Они там были", "Up 12 to 7")


class WordGate:
    """Finds the phrases all of whose needed words are there."""

    def __init__(self, patterns: Sequence[tuple[int, Pattern]]) -> None:
        self.always = [number for number, pattern in patterns if not pattern.sketch.needs]
        self._words: dict[str, int] = {}
        self._waiting: dict[int, list[tuple[int, int]]] = {}
        groups: dict[Keys, int] = {}
        for number, pattern in patterns:
            needs = pattern.sketch.needs
            if needs:
                bits = [1 << groups.setdefault(need, len(groups)) for need in needs]
                rarest = bits[needs.index(min(needs, key=len))]
                self._waiting.setdefault(rarest, []).append((sum(set(bits)), number))
        for need, group in groups.items():
            for key in need:
                self._words[key] = self._words.get(key, 0) | 1 << group

    def candidates(self, keys: Collection[str]) -> list[int]:
        present = 0
        words = self._words
        for key in words.keys() & keys:
            present |= words[key]
        found = list(self.always)
        left = present
        while left:
            bit = left & -left
            left ^= bit
            for needed, number in self._waiting.get(bit, ()):
                if needed & present == needed:
                    found.append(number)
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
        self._numbers: list[int] = []
        self.always: list[int] = []
        for number, pattern in patterns:
            try:
                self._filter.Add(pattern.relaxed or "", options)
                self._numbers.append(number)
            except re2.error:
                self.always.append(number)
        if self._numbers:
            self._filter.Compile()

    def candidates(self, sentence: str) -> list[int]:
        if not self._numbers:
            return self.always
        hit = self._filter.Match(sentence.encode("utf-8", "replace"), False)
        return [*(self._numbers[i] for i in hit or ()), *self.always]

    def slow(self) -> set[int]:
        """Those that pass whatever the sentence says."""
        return set.intersection(*(set(self.candidates(probe)) for probe in _PROBES))
