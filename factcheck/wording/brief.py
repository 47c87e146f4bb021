"""A value in fewer and fewer words, for a cell of a table: "At least 11 people killed", "at least 11", "11+".

The number stands first in the short forms and is never cut; what it measures stands in the fact's title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import DateValue, Quantity
from factcheck.wording.printed import (
    DENIED_BY,
    NOBODY_DENIES,
    as_printed,
    claimant_words,
    compared_value,
    figure,
    is_inside,
)
from factcheck.wording.words import BY_HAND, NOBODY, flat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Claim, RelationOn, Value

_MONTH = re.compile(
    r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)\b"
)
_WEEKDAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)\b")
_ANYBODY = re.compile(r"(?<! of) (?:people|persons?)(?= )")
_TOLL = re.compile(r"death toll (.+)")
_LEADING = re.compile(r"(?:magnitude|toll) (.+)")
_UNITS: Mapping[str, str] = {
    "kilometres": "km", "kilometers": "km", "metres": "m", "meters": "m", "centimetres": "cm",
    "kilograms": "kg", "tonnes": "t", "per cent": "%", "percent": "%",
}  # fmt: skip
_UNIT = re.compile(rf" ({'|'.join(_UNITS)})\b")
_SIGNS: Mapping[str, str] = {"EUR": "€", "GBP": "£", "USD": "$"}
_AT_MOST = re.compile(r"(?:up to|at most|no more than|as many as)\b", re.I)
ONE = "one"
_SCALES = ((1e9, "bn"), (1e6, "m"))
_BOUNDS: Mapping[str, str] = {"about": "c. {}", "below": "<{}", "above": "{}+"}


def in_few_words(value: Value, claim: Claim) -> tuple[str, ...]:
    """The value as printed with what it counts, then shorter and shorter, each whole in itself."""
    full = figure(value, claim)
    if isinstance(value, DateValue):
        months = _MONTH.sub(r"\1", full)
        return _distinct(full, months, _WEEKDAY.sub(r"\1", months))
    if not isinstance(value, Quantity):
        return (full,)
    own = _plain(flat(value.text))
    said = _plain(full)
    toll = _TOLL.fullmatch(said)
    shorter = f"{toll[1]} dead" if toll else _ANYBODY.sub("", said)
    digits = _number(value)
    bare = _LEADING.sub(r"\1", own) if digits or value.value != 1 else ONE
    # A currency's sign says what the words behind the number say.
    counted = _short_unit(shorter.replace(own, digits)) if digits and not _SIGNS.get(value.unit or "") else ""
    return _distinct(said, shorter, counted, bare, _short_unit(bare), digits)


def shown_values(claim: Claim, on: RelationOn | None, why: str) -> tuple[str, ...]:
    """What a claim is compared by, as the article prints it, and in few words where there is a value."""
    printed, value = as_printed(claim, on, why), compared_value(claim, on, why)
    if value is None or value.kind not in ("quantity", "date") or not is_inside(value, claim):
        return (printed,)
    # "The first North Korean soldier" is no "one" where it stands beside other words.
    return _distinct(printed, *(form for form in in_few_words(value, claim) if form != ONE))


def claimant_forms(claim: Claim, inherited: str | None) -> tuple[str, ...]:
    """The claimant as the article words it, then by name alone: "union leader Marek Dahl", "Marek Dahl"."""
    words, said = claimant_words(claim, inherited), claim.attribution
    if words.startswith(NOBODY):
        return _distinct(words, NOBODY_DENIES if words.startswith(NOBODY_DENIES[:-1]) else NOBODY)
    if said is None or said.vague:
        return (words,)
    if words.startswith(DENIED_BY):
        return _distinct(words, f"{DENIED_BY}{flat(said.origin)}")
    if said.cue == BY_HAND:
        return _distinct(words, flat(said.text))
    by = said.by if said.by and said.by in words else ""
    return _distinct(words, words.removeprefix("The ").removeprefix("the "), by or flat(said.origin))


def _number(value: Quantity) -> str:
    """ "11+", "c. 120", "€400-450m"; empty for what is no number ("dozens", "several hundred")."""
    sign = _SIGNS.get(value.unit or "", "")
    if value.bound == "vague" or value.unit in ("age", "ordinal"):
        return ""
    percent = "%" if value.unit == "percent" else ""
    if value.bound == "range" and value.low is not None and value.high is not None:
        low, high = _digits(value.low), _digits(value.high)
        scale = high.lstrip("0123456789.,")
        low = low.removesuffix(scale) if scale and low.endswith(scale) else low
        return f"{sign}{low}-{high}{percent}"
    if value.value is None or (value.value == 1 and not any(map(str.isdigit, value.text))):
        return ""  # "a soldier", "one": a word, no number
    bound = "≤{}" if _AT_MOST.match(value.text) else _BOUNDS.get(value.bound, "{}")
    return bound.format(f"{sign}{_digits(value.value)}{percent}")


def _digits(number: float) -> str:
    for scale, name in _SCALES:
        short = f"{number / scale:.4g}"
        if number >= scale and float(short) * scale == number:
            return f"{short}{name}"
    return f"{number:,.10g}"


def _short_unit(text: str) -> str:
    return _UNIT.sub(lambda found: _UNITS[found[1]] if "per" in found[1] else f" {_UNITS[found[1]]}", text)


def _plain(text: str) -> str:
    """Without the capital that only the start of a sentence asked for: a number has none of its own."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _distinct(*forms: str) -> tuple[str, ...]:
    """The forms that are there, the longest first: a later one must be shorter to be worth having."""
    found: list[str] = []
    for form in forms:
        if form and (not found or len(form) < len(found[-1])):
            found.append(form)
    return tuple(found)
