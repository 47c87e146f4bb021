"""Shares told as so many of so many: "one in five", "seven out of ten", "1 in 13"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.tokens import low_at
from factcheck.values.units import MEASURES
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.values.tokens import Token

_MOST = 1_000
_ROUND = frozenset({2, 3, 4, 5, 8, 10, 20, 100, 1_000})
"""Of these "seven out of ten" is a share; "nine out of 14" counts fourteen things."""
_NO_SHARE = words("january february march april may june july august september october november december")


def share_of(tokens: Sequence[Token], at: int, small: Mapping[str, int]) -> tuple[int, float] | None:
    """The token behind a share that begins at ``at``, and the share in per cent; None for none.

    "Two in five days" is a count and a time.
    """
    top = _number(tokens, at, small)
    if top is None or not top:
        return None
    behind = at + 1
    link = low_at(tokens, behind)
    if link == "out" and low_at(tokens, behind + 1) == "of":
        behind += 1
    elif link != "in":
        return None
    every = low_at(tokens, behind + 1) == "every"
    behind += 1 + every
    bottom = _number(tokens, behind, small)
    if bottom is None or not top < bottom <= _MOST:
        return None
    after = low_at(tokens, behind + 1)
    if link == "out" and bottom not in _ROUND:
        return None
    if link == "in" and not every and top > 1 and bottom not in _ROUND:
        return None
    if (
        after in MEASURES
        or after in _NO_SHARE
        or (after in ("-", ":", ".", "/") and _digit(tokens, behind + 2))
    ):
        return None
    return behind + 1, round(100.0 * top / bottom, 1)


def _number(tokens: Sequence[Token], at: int, small: Mapping[str, int]) -> int | None:
    if not 0 <= at < len(tokens):
        return None
    token = tokens[at]
    if token.kind == "number":
        return int(token.text) if token.text.isdigit() and len(token.text) <= 4 else None
    return small.get(token.low)


def _digit(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "number"
