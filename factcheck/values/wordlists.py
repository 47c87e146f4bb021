"""Word lists written as rows of words, the way a person reads and extends them."""

from __future__ import annotations


def words(*rows: str) -> frozenset[str]:
    """The words of all rows."""
    return frozenset(word for row in rows for word in row.split())
