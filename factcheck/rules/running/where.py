"""Which sentences of some texts hold which words: where a rule that was edited can have hits at all.

It answers for any rules, so that it is made once for texts that stay. A set of sentences is a number: bit i
stands for sentence i.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.rules.phrases.tokens import START, tokens_of
from factcheck.rules.running.gate import with_plain_blanks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.rules.ruleset import Pattern, Rule


_WITHIN = frozenset({"sentence", "body", "heading", "title", "caption", "quote", "not-quote"})
"""The scopes of rules whose match stands in one sentence."""


class WordIndex:
    """The words of sentences, in the order in which they are given."""

    def __init__(self, sentences: Iterable[str]) -> None:
        keys_of = lru_cache(None)(_keys)
        places: dict[str, list[int]] = {}
        texts = list(sentences)
        for number, sentence in enumerate(texts):
            stretches = with_plain_blanks(sentence).split()
            for key in {key for stretch in stretches for key in keys_of(stretch)}:
                places.setdefault(key, []).append(number)
        self._all = (1 << len(texts)) - 1
        self._holding = {key: _bits(numbers, len(texts)) for key, numbers in places.items()}
        self._holding[START] = self._all

    def may_hit(self, rule: Rule) -> int:
        """The sentences that hold all that a pattern of the rule needs: no other one has a hit of it."""
        if rule.scope not in _WITHIN:
            return self._all
        found = 0
        for pattern in rule.patterns:
            found |= self._may_match(pattern)
        return found

    def _may_match(self, pattern: Pattern) -> int:
        found = self._all
        if pattern.relaxed is None:
            for need in pattern.sketch.needs:
                some = 0
                for key in need:
                    some |= self._with(key)
                found &= some
        return found

    def _with(self, key: str) -> int:
        """The sentences with all the words of a key."""
        found = self._all
        for word in key.split(" "):
            found &= self._holding.get(word, 0)
        return found


def _keys(stretch: str) -> tuple[str, ...]:
    return tuple({key for _, keys in tokens_of(stretch) for key in keys})


def _bits(numbers: list[int], size: int) -> int:
    made = bytearray(size // 8 + 1)
    for number in numbers:
        made[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(made, "little")
