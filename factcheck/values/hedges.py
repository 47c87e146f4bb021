"""What stands around a number and bends it: "nearly", "more than", "up to", "or so"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.values.tokens import Token, glued
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Bound
    from factcheck.values.numerals import Amount

Effect = Literal["about", "nearly", "just over", "over", "below"]

_BEFORE: dict[Effect, str] = {
    "about": "about; around; approximately; approx; approx .; some; roughly; circa; an estimated;"
    " estimated; in the region of; in the order of; on the order of; more or less; close to;"
    " somewhere around; ~; ≈; the estimated; closer to; nearer to; nearer; somewhere near",
    "nearly": "nearly; almost; just under; approaching; nearing; not quite; a little under; slightly under;"
    " slightly less than; slightly fewer than; just short of; just below; a little less than",
    "just over": "just over; slightly more than; slightly over; a little over; a little more than;"
    " just above",
    "over": "over; more than; at least; upwards of; upward of; above; in excess of; exceeding; greater"
    " than; higher than; larger than; no fewer than; no less than; not less than; not fewer"
    " than; a minimum of; minimum of; well over; well above; far more than; much more than;"
    " considerably more than; topped; surpassing; as few as; as little as; >; ≥",
    "below": "fewer than; less than; up to; at most; no more than; not more than; under; below; as many as;"
    " as much as; a maximum of; maximum of; at the most; well under; well below; far fewer than;"
    " far less than; lower than; smaller than; no greater than; <; ≤; anything up to",
}
_PHRASES: dict[tuple[str, ...], Effect] = {
    tuple(phrase.split()): effect for effect, row in _BEFORE.items() for phrase in row.split(";")
}
_LONGEST = max(map(len, _PHRASES))
_AFTER: dict[tuple[str, ...], Effect] = {
    ("or", "more"): "over",
    ("or", "above"): "over",
    ("or", "so"): "about",
    ("or", "thereabouts"): "about",
    ("or", "fewer"): "below",
    ("or", "less"): "below",
    ("or", "under"): "below",
    ("and", "counting"): "over",
    ("and", "above"): "over",
    ("+",): "over",
    ("-", "plus"): "over",
    ("plus",): "over",
    ("-", "odd"): "about",
    ("odd",): "about",
}
_WITH_OVER = words(
    "hand hands handed handing turn turns turned turning sign signs signed signing pass passes passed"
    " passing knock knocks knocked knocking run runs ran mull mulled hold holds held"
)
"""Verbs of which "over" is a part."""


def hedges_before(tokens: Sequence[Token], first: int) -> tuple[int, Effect | None]:
    """The token where the hedges before ``first`` begin, and what they come to.

    The outer of two hedges decides ("up to about 3,000" is a bound), but for one that says less.
    """
    effect: Effect | None = None
    while first:
        for length in range(min(_LONGEST, first), 0, -1):
            found = _PHRASES.get(tuple(token.low for token in tokens[first - length : first]))
            if found is not None and not _particle(tokens, first):
                break
        else:
            break
        if effect is None or found != "about":
            effect = found
        first -= length
    return first, effect


def _particle(tokens: Sequence[Token], first: int) -> bool:
    """The over of "handed over five" belongs to its verb."""
    return first > 1 and tokens[first - 1].low == "over" and tokens[first - 2].low in _WITH_OVER


def hedge_after(tokens: Sequence[Token], last: int) -> tuple[int, Effect | None]:
    """The token behind a hedge that follows the number, and what it says."""
    for length in (2, 1):
        if last + length > len(tokens):
            continue
        found = _AFTER.get(tuple(token.low for token in tokens[last : last + length]))
        if found is None or (tokens[last].text in "+-" and not glued(tokens[last - 1], tokens[last])):
            continue
        if length == 1 and tokens[last].low == "plus" and tokens[last - 1].kind != "number":
            continue
        return last + length, found
    return last, None


def bend(amount: Amount, effect: Effect | None) -> tuple[float | None, float | None, Bound]:
    """The interval (low, high) and the bound of an amount under its hedge."""
    low, high = amount.low, amount.high
    if effect is None:
        return low, high, amount.bound
    if effect == "over":
        return (low if amount.value is None else amount.value), None, "above"
    if effect == "below":
        return None, (high if amount.value is None else amount.value), "below"
    if amount.bound in ("range", "vague"):
        return low, high, amount.bound
    if effect == "nearly":
        top = high if amount.value is None else amount.value
        return top * 90 / 100, top, "below"
    if effect == "just over":
        return low, low * 110 / 100, "above"
    return low * 90 / 100, high * 110 / 100, "about"
