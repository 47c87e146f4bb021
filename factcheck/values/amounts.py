"""How much a run of tokens says: digits, number words, dozens, "several hundred", "half a million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.currencies import CURRENCIES
from factcheck.values.numberwords import SMALL, TENS
from factcheck.values.numerals import exact, money, numeral
from factcheck.values.shares import share_of
from factcheck.values.tokens import Token, glued
from factcheck.values.worded_amounts import VAGUE, fraction, vague, worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.values.numerals import Amount

STARTERS = (
    frozenset(SMALL)
    | frozenset(TENS)
    | frozenset(VAGUE)
    | frozenset({"a", "an", "several", "half", "tens", "few", "hundred", "thousand", "million"})
)
"""The words a number can begin with."""


def read_amount(tokens: Sequence[Token], at: int) -> Amount | None:
    """The amount that begins at token ``at``, None where none does."""
    token = tokens[at]
    share = share_of(tokens, at, SMALL | TENS)
    if share is not None:
        return exact(at, share[0], share[1], unit="percent")
    if token.kind == "number":
        return numeral(tokens, at, at, None)
    if token.low in CURRENCIES:
        return money(tokens, at, at + 1, CURRENCIES[token.low])
    if token.kind != "word":
        return None
    if at + 2 < len(tokens) and token.low in ("us", "a", "c") and tokens[at + 1].text == "$":
        of_country = token.text.isupper() and glued(token, tokens[at + 1])
        return money(tokens, at, at + 2, CURRENCIES[token.low + "$"]) if of_country else None
    if token.low not in STARTERS:
        return None
    return vague(tokens, at) or fraction(tokens, at) or worded(tokens, at)
