"""Numbers that are somebody's age: "the baker, 43,", "a girl of six", "people over 60"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.units import STOPS
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.values.numerals import Amount
    from factcheck.values.tokens import Token

_OF_AGES = words(
    "people children men women boys girls adults voters residents patients those anyone everyone pensioners"
)
_AGED = words("girl boy man woman child baby toddler teenager")


def is_age(tokens: Sequence[Token], amount: Amount, last: int) -> bool:
    """The baker, 43, said; a girl of six was hurt."""
    first = amount.first
    of_age = first > 1 and tokens[first - 1].low == "of" and tokens[first - 2].low in _AGED
    if of_age and (last >= len(tokens) or tokens[last].kind == "sign" or tokens[last].low in STOPS):
        return amount.value is not None and 1 <= amount.value <= 115
    if not amount.digits or amount.value is None or not 1 <= amount.value <= 115 or first < 2:
        return False
    hedged = first > 1 and tokens[first - 1].low in ("over", "under") and tokens[first - 2].low in _OF_AGES
    if hedged and (last >= len(tokens) or tokens[last].kind == "sign" or tokens[last].low in STOPS):
        return True
    between = tokens[first - 1].text == "," and last < len(tokens) and tokens[last].text == ","
    return (
        between
        and tokens[first - 2].kind == "word"
        and last + 1 < len(tokens)
        and tokens[last + 1].kind == "word"
    )
