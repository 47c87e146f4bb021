"""Which part of a list is in sight."""

from __future__ import annotations


def window(top: int, row: int, height: int, total: int) -> int:
    """The first line in sight so that ``row`` is among ``height`` lines, moved as little as possible."""
    top = min(max(top, row - height + 1), row)
    return max(0, min(top, total - height))
