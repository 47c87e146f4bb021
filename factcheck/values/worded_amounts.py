"""How much a run of words says: number words, dozens, "several hundred", "half a million", "a third of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.currencies import CURRENCIES
from factcheck.values.numberwords import SMALL, TENS
from factcheck.values.numerals import GROUPS, LIMIT, SCALES, Amount, exact
from factcheck.values.tokens import Token, glued, low_at
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

VAGUE = {
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


def vague(tokens: Sequence[Token], at: int) -> Amount | None:
    """several hundred, tens of thousands, dozens, a few."""
    word, after = tokens[at].low, low_at(tokens, at + 1)
    if word == "a" and after in _SETS and low_at(tokens, at + 2) == "of" and _counts(tokens, at + 3):
        value, low, high = _SETS[after]
        return Amount(at, at + 2, value, low, high, "exact" if low == high else "about")
    if word in VAGUE or word == "tens":
        low, high = VAGUE.get(word, (20.0, 99.0))
        if after == "of" and low_at(tokens, at + 2) in ("thousands", "millions", "billions"):
            scale = GROUPS[low_at(tokens, at + 2)[:-1]]
            return Amount(at, at + 3, None, low * scale, (high + 1) * scale - 1, "vague", scale=scale)
        if after in ("upon", "and", "on") and low_at(tokens, at + 2) == word:
            return Amount(at, at + 3, None, low, high, "vague")
        return None if word == "tens" else Amount(at, at + 1, None, low, high, "vague")
    if word == "a" and after in ("few", "handful", "couple"):
        low, high, last = (2.0, 3.0, at + 2) if after == "couple" else (3.0, 9.0, at + 2)
    elif word in ("several", "few") and (word == "several" or after in GROUPS):
        low, high, last = 3.0, 9.0, at + 1
    else:
        return None
    if low_at(tokens, last) == "of" and low_at(tokens, last + 1) in GROUPS:
        last += 1
    if low_at(tokens, last) in GROUPS:
        scale = GROUPS[low_at(tokens, last)]
        return Amount(at, last + 1, None, 2.0 * scale, 9.0 * scale, "vague", scale=scale)
    return Amount(at, last, None, low, high, "vague")


_SETS = {"pair": (2.0, 2.0, 2.0), "score": (20.0, 18.0, 22.0)}
"""Of these so many are one: value, least, most."""


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether things follow that can be counted: a score of witnesses, not a score of 40 or of two."""
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].low not in _NUMBER_WORDS


def fraction(tokens: Sequence[Token], at: int) -> Amount | None:
    """half a million; two-thirds of, a quarter of: shares are per cent."""
    word, after = tokens[at].low, low_at(tokens, at + 1)
    if word == "half" and after in ("a", "an") and low_at(tokens, at + 2) in GROUPS:
        return exact(at, at + 3, 0.5 * GROUPS[low_at(tokens, at + 2)])
    if word == "half" and after in ("a", "an") and low_at(tokens, at + 2) in _SPANS:
        return exact(at, at + 2, 0.5)
    if word in ("a", "half") and low_at(tokens, at + 1) == "quarter" and low_at(tokens, at + 2) == "of":
        scale = GROUPS.get(low_at(tokens, at + 4), 0.0) if low_at(tokens, at + 3) == "a" else 0.0
        if scale:
            return exact(at, at + 5, 0.25 * scale)
        if low_at(tokens, at + 3) == "an" and low_at(tokens, at + 4) in _SPANS:
            return exact(at, at + 4, 0.25)
    top = 1 if word in ("a", "an", "one", "half") else SMALL.get(word, 0)
    part = at if word == "half" else at + 1
    if low_at(tokens, part) == "-":
        part += 1
    bottom = _FRACTIONS.get(low_at(tokens, part), 0)
    if (
        top
        and bottom
        and (low_at(tokens, part + 1) in ("of", "the", "majority") or _changed_by(tokens, at, part + 1))
    ):
        last = part + 1
        return exact(at, last, round(100.0 * top / bottom, 1), unit="percent")
    return None


_SPANS = words("hour day week month year decade century mile tonne")
"""Of half of one: "half an hour" is a length of time, "half a day" too."""


def _changed_by(tokens: Sequence[Token], at: int, behind: int) -> bool:
    """ "Fell by a third last year", "cut by more than half": no noun stands behind the fraction."""
    while at and low_at(tokens, at - 1) in _ABOUT_A_PART:
        at -= 1
    if not at or low_at(tokens, at - 1) not in ("by", "fell", "dropped", "down"):
        return False
    return behind >= len(tokens) or tokens[behind].kind == "sign" or tokens[behind].low in _NO_PART_OF


_ABOUT_A_PART = words("about around almost nearly over more than some roughly less at least just")
_NO_PART_OF = words(
    "in on at to from since last this after before between during over and but while as year compared"
)


def worded(tokens: Sequence[Token], at: int) -> Amount | None:
    """twenty-three thousand four hundred and two; a dozen; two and a half million."""
    total, part, index, seen, about = 0.0, 0.0, at, False, False
    scale, plain = 1.0, 0
    if tokens[at].low in ("a", "an"):
        if _single_measure(tokens, at):
            return exact(at, at + 1, 1.0)
        if low_at(tokens, at + 1) not in GROUPS:
            return None
        part, index = 1.0, at + 1
    while index < len(tokens):
        word = tokens[index].low
        if word == "-" and seen and low_at(tokens, index + 1) in _NUMBER_WORDS:
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
        elif word in GROUPS and (part or seen):
            about = about or word == "dozen"
            scale = scale * GROUPS[word]
            if word in SCALES:
                total, part = total + (part or 1.0) * GROUPS[word], 0.0
            else:
                part = (part or 1.0) * GROUPS[word]
        elif seen and [low_at(tokens, index + n) for n in range(6)] == _AND_A_HALF:
            part += 0.5
            index += 5
        elif (
            word == "and"
            and seen
            and low_at(tokens, index + 1) == "a"
            and low_at(tokens, index + 2) == "half"
        ):
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
    before, unit = tokens[at - 1] if at else None, low_at(tokens, at + 1)
    if unit in _TIMES:
        return before is not None and before.low in _FOR_A_TIME
    rate = before is not None and (
        before.kind != "word" or before.low.endswith("s") or before.low in CURRENCIES
    )
    return unit in _LENGTHS and not rate


_NUMBER_WORDS = frozenset(SMALL) | frozenset(GROUPS)
_AND_A_HALF = ["-", "and", "-", "a", "-", "half"]
"""Of "three-and-a-half-year"."""


def _fits(part: float, value: float) -> bool:
    """Whether "twenty" can be followed by "three": not "two" by "three"."""
    room = part % 100
    return part == 0 or (room == 0 and value < 100) or (value < 10 and room >= 20 and room % 10 == 0)


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """The "and" of "two hundred and five", not of "two and five"."""
    before, after = tokens[index - 1].low, low_at(tokens, index + 1)
    return before in GROUPS and before != "dozen" and (after in SMALL or after in TENS)
