"""How much a run of tokens says: digits, number words, dozens, "several hundred", "half a million"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import numeric

from factcheck.values.currencies import CURRENCIES
from factcheck.values.numberwords import SMALL, TENS
from factcheck.values.shares import share_of
from factcheck.values.tokens import Token, glued
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Bound

LIMIT = 1e18
"""Larger numbers are nobody's figures; they are read as no number at all."""

_SCALES = {"thousand": 1e3, "lakh": 1e5, "crore": 1e7, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES = {"k": 1e3, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
_GROUPS = {"dozen": 12.0, "hundred": 1e2, **_SCALES}
_VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2_000.0, 99_999.0),
    "millions": (2e6, 99_999_999.0),
    "billions": (2e9, 99_999_999_999.0),
}
_FRACTIONS = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "tenth": 10,
    "tenths": 10,
}

STARTERS = (
    frozenset(SMALL)
    | frozenset(TENS)
    | frozenset(_VAGUE)
    | frozenset({"a", "an", "several", "half", "tens", "few", "hundred", "thousand", "million"})
)
"""The words a number can begin with."""


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


def _exact(first: int, last: int, value: float, **more: object) -> Amount | None:
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


def read_amount(tokens: Sequence[Token], at: int) -> Amount | None:
    """The amount that begins at token ``at``, None where none does."""
    token = tokens[at]
    share = share_of(tokens, at, SMALL | TENS)
    if share is not None:
        return _exact(at, share[0], share[1], unit="percent")
    if token.kind == "number":
        return _numeral(tokens, at, at, None)
    if token.low in CURRENCIES:
        return _money(tokens, at, at + 1, CURRENCIES[token.low])
    if token.kind != "word":
        return None
    if at + 2 < len(tokens) and token.low in ("us", "a", "c") and tokens[at + 1].text == "$":
        of_country = token.text.isupper() and glued(token, tokens[at + 1])
        return _money(tokens, at, at + 2, CURRENCIES[token.low + "$"]) if of_country else None
    if token.low not in STARTERS:
        return None
    return _vague(tokens, at) or _fraction(tokens, at) or _worded(tokens, at)


def _money(tokens: Sequence[Token], first: int, at: int, currency: str) -> Amount | None:
    if at < len(tokens) and tokens[at].kind == "number":
        return _numeral(tokens, first, at, currency)
    return None


def _numeral(tokens: Sequence[Token], first: int, at: int, currency: str | None) -> Amount | None:
    value = _digits(tokens[at])
    if value is None:
        return None
    last, scale, bound = at + 1, 1.0, "exact"
    if last < len(tokens):
        word = tokens[last].low
        tight = glued(tokens[at], tokens[last])
        hyphen = word == "-" and tight and last + 1 < len(tokens) and tokens[last + 1].low in _SCALES
        if hyphen:
            last, word = last + 1, tokens[last + 1].low
        if word in _GROUPS:
            scale, last = _GROUPS[word], last + 1
            bound = "about" if word == "dozen" else bound
        elif word in _SHORT_SCALES and (tight or currency or word != "k"):
            scale, last = _SHORT_SCALES[word], last + 1
        elif word == "m" and currency:
            scale, last = 1e6, last + 1
    number = value * scale
    if not number <= LIMIT:
        return None
    return Amount(first, last, number, number, number, "exact", currency, scale, digits=True)


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""


def _vague(tokens: Sequence[Token], at: int) -> Amount | None:
    """several hundred, tens of thousands, dozens, a few."""
    word, after = tokens[at].low, _low(tokens, at + 1)
    if word == "a" and after in _SETS and _low(tokens, at + 2) == "of" and _counts(tokens, at + 3):
        value, low, high = _SETS[after]
        return Amount(at, at + 2, value, low, high, "exact" if low == high else "about")
    if word in _VAGUE or word == "tens":
        low, high = _VAGUE.get(word, (20.0, 99.0))
        if after == "of" and _low(tokens, at + 2) in ("thousands", "millions", "billions"):
            scale = _GROUPS[_low(tokens, at + 2)[:-1]]
            return Amount(at, at + 3, None, low * scale, (high + 1) * scale - 1, "vague", scale=scale)
        if after in ("upon", "and", "on") and _low(tokens, at + 2) == word:
            return Amount(at, at + 3, None, low, high, "vague")
        return None if word == "tens" else Amount(at, at + 1, None, low, high, "vague")
    if word == "a" and after in ("few", "handful", "couple"):
        low, high, last = (2.0, 3.0, at + 2) if after == "couple" else (3.0, 9.0, at + 2)
    elif word in ("several", "few") and (word == "several" or after in _GROUPS):
        low, high, last = 3.0, 9.0, at + 1
    else:
        return None
    if _low(tokens, last) == "of" and _low(tokens, last + 1) in _GROUPS:
        last += 1
    if _low(tokens, last) in _GROUPS:
        scale = _GROUPS[_low(tokens, last)]
        return Amount(at, last + 1, None, 2.0 * scale, 9.0 * scale, "vague", scale=scale)
    return Amount(at, last, None, low, high, "vague")


_SETS = {"pair": (2.0, 2.0, 2.0), "score": (20.0, 18.0, 22.0)}
"""Of these so many are one: value, least, most."""


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether things follow that can be counted: a score of witnesses, not a score of 40 or of two."""
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].low not in _NUMBER_WORDS


def _fraction(tokens: Sequence[Token], at: int) -> Amount | None:
    """half a million; two-thirds of, a quarter of: shares are per cent."""
    word, after = tokens[at].low, _low(tokens, at + 1)
    if word == "half" and after in ("a", "an") and _low(tokens, at + 2) in _GROUPS:
        return _exact(at, at + 3, 0.5 * _GROUPS[_low(tokens, at + 2)])
    if word == "half" and after in ("a", "an") and _low(tokens, at + 2) in _SPANS:
        return _exact(at, at + 2, 0.5)
    if word in ("a", "half") and _low(tokens, at + 1) == "quarter" and _low(tokens, at + 2) == "of":
        scale = _GROUPS.get(_low(tokens, at + 4), 0.0) if _low(tokens, at + 3) == "a" else 0.0
        if scale:
            return _exact(at, at + 5, 0.25 * scale)
        if _low(tokens, at + 3) == "an" and _low(tokens, at + 4) in _SPANS:
            return _exact(at, at + 4, 0.25)
    top = 1 if word in ("a", "an", "one", "half") else SMALL.get(word, 0)
    part = at if word == "half" else at + 1
    if _low(tokens, part) == "-":
        part += 1
    bottom = _FRACTIONS.get(_low(tokens, part), 0)
    if (
        top
        and bottom
        and (_low(tokens, part + 1) in ("of", "the", "majority") or _changed_by(tokens, at, part + 1))
    ):
        last = part + 1
        return _exact(at, last, round(100.0 * top / bottom, 1), unit="percent")
    return None


_SPANS = words("hour day week month year decade century mile tonne")
"""Of half of one: "half an hour" is a length of time, "half a day" too."""


def _changed_by(tokens: Sequence[Token], at: int, behind: int) -> bool:
    """ "Fell by a third last year", "cut by more than half": no noun stands behind the fraction."""
    while at and _low(tokens, at - 1) in _ABOUT_A_PART:
        at -= 1
    if not at or _low(tokens, at - 1) not in ("by", "fell", "dropped", "down"):
        return False
    return behind >= len(tokens) or tokens[behind].kind == "sign" or tokens[behind].low in _NO_PART_OF


_ABOUT_A_PART = words("about around almost nearly over more than some roughly less at least just")
_NO_PART_OF = words(
    "in on at to from since last this after before between during over and but while as year compared"
)


def _worded(tokens: Sequence[Token], at: int) -> Amount | None:
    """twenty-three thousand four hundred and two; a dozen; two and a half million."""
    total, part, index, seen, about = 0.0, 0.0, at, False, False
    scale, plain = 1.0, 0
    if tokens[at].low in ("a", "an"):
        if _single_measure(tokens, at):
            return _exact(at, at + 1, 1.0)
        if _low(tokens, at + 1) not in _GROUPS:
            return None
        part, index = 1.0, at + 1
    while index < len(tokens):
        word = tokens[index].low
        if word == "-" and seen and _low(tokens, index + 1) in _NUMBER_WORDS:
            if not (glued(tokens[index - 1], tokens[index]) and glued(tokens[index], tokens[index + 1])):
                break
            index += 1
            continue
        if word in SMALL or word in TENS:
            value = float(SMALL.get(word, TENS.get(word, 0)))
            if seen and not _fits(part, value):
                break
            part += value
            scale, plain = 1.0, plain + 1
        elif word in _GROUPS and (part or seen):
            about = about or word == "dozen"
            scale = scale * _GROUPS[word]
            if word in _SCALES:
                total, part = total + (part or 1.0) * _GROUPS[word], 0.0
            else:
                part = (part or 1.0) * _GROUPS[word]
        elif seen and [_low(tokens, index + n) for n in range(6)] == _AND_A_HALF:
            part += 0.5
            index += 5
        elif word == "and" and seen and _low(tokens, index + 1) == "a" and _low(tokens, index + 2) == "half":
            part += 0.5
            index += 2
        elif word == "and" and seen and _joins(tokens, index):
            pass
        else:
            break
        seen = True
        index += 1
    if not seen:
        return None
    value = total + part
    if not value <= LIMIT:
        return None
    scale = scale if plain == 1 else 1.0
    if about:
        return Amount(at, index, value, value * 90 / 100, value * 110 / 100, "about", scale=scale)
    return Amount(at, index, value, value, value, scale=scale)


_LENGTHS = words("kilometre kilometer km mile metre meter tonne ton kilo kilogram hectare acre litre liter")
_TIMES = words("second minute hour day week month year decade")
_FOR_A_TIME = words("within almost nearly about than under over for took takes take lasted lasts last")


def _single_measure(tokens: Sequence[Token], at: int) -> bool:
    """ "A kilometre more", "within a day": one of a measure. "40 euros a tonne" is a rate."""
    before, unit = tokens[at - 1] if at else None, _low(tokens, at + 1)
    if unit in _TIMES:
        return before is not None and before.low in _FOR_A_TIME
    rate = before is not None and (
        before.kind != "word" or before.low.endswith("s") or before.low in CURRENCIES
    )
    return unit in _LENGTHS and not rate


_NUMBER_WORDS = frozenset(SMALL) | frozenset(_GROUPS)
_AND_A_HALF = ["-", "and", "-", "a", "-", "half"]
"""Of "three-and-a-half-year"."""


def _fits(part: float, value: float) -> bool:
    """Whether "twenty" can be followed by "three": not "two" by "three"."""
    room = part % 100
    return part == 0 or (room == 0 and value < 100) or (value < 10 and room >= 20 and room % 10 == 0)


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """The "and" of "two hundred and five", not of "two and five"."""
    before, after = tokens[index - 1].low, _low(tokens, index + 1)
    return before in _GROUPS and before != "dozen" and (after in SMALL or after in TENS)
