"""An amount before its hedge, and how much one in digits says: 3,000, 5.2 million, 1.5 x 10^6, $40bn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import numeric

from factcheck.values.tokens import Token, glued

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Bound

LIMIT = 1e18
"""Larger numbers are nobody's figures; they are read as no number at all."""
SCALES = {"thousand": 1e3, "lakh": 1e5, "crore": 1e7, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES = {"k": 1e3, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
GROUPS = {"dozen": 12.0, "hundred": 1e2, **SCALES}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number before its hedge: tokens [first, last), and the interval it stands for."""

    first: int
    last: int
    value: float | None
    low: float
    high: float
    bound: Bound = "exact"
    unit: str | None = None
    scale: float = 1.0
    """The factor of the scale word, which the left end of a range may lack: 5 to 10 million."""
    digits: bool = False


def exact(first: int, last: int, value: float, **more: object) -> Amount | None:
    if not value <= LIMIT:
        return None
    return Amount(first, last, value, value, value, **more)  # type: ignore[arg-type]


def _digits(token: Token) -> float | None:
    plain, _, power = _power(token.text)
    plain, part = _part(plain)
    plain = "".join(sign for sign in plain if sign.isdecimal() or sign == ".")
    return (float(plain) + part) * 10.0 ** int(power or 0) if len(plain) <= 24 else None


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _power(text: str) -> tuple[str, str, str]:
    """The figure of "1.5 x 10^6" and its power of ten; any other figure and no power."""
    head, times, tail = text.replace("×", "x").partition("x")
    power = tail.strip()[2:].lstrip("^").translate(_SUPERSCRIPTS)
    return (head.strip(), times, power) if times else (text, "", "")


def _part(text: str) -> tuple[str, float]:
    """The whole figure of "2 1/2" or "2½" and its fraction."""
    if "/" in text:
        whole, _, part = text.partition(" ")
        top, _, bottom = part.partition("/")
        return whole, int(top) / int(bottom)
    return (text[:-1], numeric(text[-1])) if not text[-1].isdecimal() else (text, 0.0)


def money(tokens: Sequence[Token], first: int, at: int, currency: str) -> Amount | None:
    if at < len(tokens) and tokens[at].kind == "number":
        return numeral(tokens, first, at, currency)
    return None


def numeral(tokens: Sequence[Token], first: int, at: int, currency: str | None) -> Amount | None:
    value = _digits(tokens[at])
    if value is None:
        return None
    last, scale = at + 1, 1.0
    if last < len(tokens):
        word = tokens[last].low
        tight = glued(tokens[at], tokens[last])
        hyphen = word == "-" and tight and last + 1 < len(tokens) and tokens[last + 1].low in SCALES
        if hyphen:
            last, word = last + 1, tokens[last + 1].low
        if word in GROUPS:
            scale, last = GROUPS[word], last + 1
        elif word in _SHORT_SCALES and (tight or currency or word != "k"):
            scale, last = _SHORT_SCALES[word], last + 1
        elif word == "m" and currency:
            scale, last = 1e6, last + 1
    number = value * scale
    if not number <= LIMIT:
        return None
    return Amount(first, last, number, number, number, "exact", currency, scale, digits=True)
