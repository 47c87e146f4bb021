"""Word lists written as running text."""

from __future__ import annotations


def word_set(block: str) -> frozenset[str]:
    """The words of a block, parted by white space."""
    return frozenset(block.split())


def phrase_set(block: str) -> frozenset[str]:
    """The phrases of a block, parted by bars and line ends."""
    return frozenset(
        phrase for line in block.splitlines() for phrase in map(str.strip, line.split("|")) if phrase
    )
