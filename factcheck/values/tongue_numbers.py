"""Numbers of a Ukrainian sentence as tokens that the English grammar reads: words, 12 000, 2,5 млн, 3-й."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values import ukrainian as uk
from factcheck.values.calendar import MONTHS
from factcheck.values.tokens import Token, glued

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = {1e3: "thousand", 1e6: "million", 1e9: "billion", 1e12: "trillion"}
_GROUPS = frozenset(_WORDS.values())
_MANY = {"hundreds", "thousands", "millions", "billions"}
_CHANGE_NEAR = 5
Made = tuple[int, list[Token]]


def read(tokens: Sequence[Token], at: int, made: Sequence[Token]) -> Made | None:
    """The tokens of a number that begins at ``at`` and the place behind it; None where none does."""
    token = tokens[at]
    if token.kind == "number":
        return _digits(tokens, at)
    if token.kind != "word":
        return None
    if token.low in uk.PARTS and not (at and tokens[at - 1].low.startswith(uk.WHICH_PART)):
        times = _as_number(made[-1]) if made and made[-1].kind == "number" else None
        if times is None or times == 1:
            return at + 1, _two(token, uk.PARTS[token.low], "percent")
    if token.low in uk.WHOLE:
        value = uk.WHOLE[token.low]
        return at + 1, _two(token, None, "hundred") if value < 0 else [_number(token, token, value)]
    return _worded(tokens, at)


def stop(tokens: Sequence[Token], at: int) -> bool:
    """A full stop glued to an abbreviation."""
    return tokens[at].text == "." and glued(tokens[at - 1], tokens[at])


def fitting(
    tokens: Sequence[Token], at: int, last: int, english: tuple[str, ...], made: Sequence[Token]
) -> tuple[str, ...]:
    """The English words that fit the place: "5 thousand", "tens of thousands", "until 5"."""
    before = made[-1] if made else None
    if english[0] in _MANY and before is not None:
        if before.kind == "number" or before.low == "several":
            return (english[0][:-1],)
        if before.low in ("dozens", "hundreds"):
            return ("of", *english)
    if english == ("dozens",) and before is not None and before.low == "several":
        return ("dozen",)
    after = tokens[last] if last < len(tokens) else None
    if after is not None and after.kind == "number":
        if english == ("to",):
            dated = _dated(tokens, last)
            return ("until",) if dated else ("under",) if _bounds(tokens, at, made) else english
        if english == ("on",) and any(_share(token) for token in tokens[last + 1 : last + 5]):
            return ("by",)
    return english


def _share(token: Token) -> bool:
    return token.text == "%" or token.low.startswith(("відсотк", "відсоток", "процент"))


def _bounds(tokens: Sequence[Token], at: int, made: Sequence[Token]) -> bool:
    """The "до" of "до 20 осіб": not of a range, or of what rises to a figure."""
    near = tokens[max(0, at - _CHANGE_NEAR) : at]
    if any(token.low.startswith(uk.MOVES) for token in near) or any(
        t.low in ("з", "із", "від") for t in near
    ):
        return False
    return not (made and made[-1].kind == "number")


def _dated(tokens: Sequence[Token], last: int) -> bool:
    """The number behind is a day or a year: "до 5 грудня"."""
    behind = [uk.PHRASES.get((token.low,), ("",))[0] for token in tokens[last + 1 : last + 3]]
    return any(word in MONTHS for word in behind[:1]) or "року" in [
        token.low for token in tokens[last + 1 : last + 2]
    ]


def _digits(tokens: Sequence[Token], at: int) -> Made | None:
    """12 000, 2,5 and 12-го; None for a number that is written as in English."""
    text, last = tokens[at].text, at + 1
    while last < len(tokens) and _group(tokens[last - 1], tokens[last]) and "." not in text:
        text, last = text + tokens[last].text, last + 1
    whole = text.replace(",", "") if text.count(",") > 1 else text.replace(",", ".")
    if last + 1 < len(tokens) and tokens[last].text == "," and "." not in whole and _decimal(tokens, last):
        whole, last = f"{whole}.{tokens[last + 1].text}", last + 2
    if _has_tail(tokens, last):
        return last + 2, [_ordinal(tokens[at], tokens[last + 1], whole)]
    plain = "".join(sign for sign in whole if sign.isdigit() or sign == ".")
    return last, [Token(tokens[at].start, tokens[last - 1].end, plain, plain, "number")]


def _has_tail(tokens: Sequence[Token], hyphen: int) -> bool:
    """The -го of "12-го"."""
    if hyphen + 1 >= len(tokens) or tokens[hyphen].text != "-":
        return False
    tail = tokens[hyphen + 1]
    return (
        tail.low in uk.ORDINAL_TAILS
        and glued(tokens[hyphen - 1], tokens[hyphen])
        and glued(tokens[hyphen], tail)
    )


def _ordinal(first: Token, last: Token, text: str) -> Token:
    """A year or a day stays a number, so that dates are read; anything else counts nothing."""
    if text.isdigit() and 1800 <= int(text) <= 2100:
        return Token(first.start, last.end, text, text, "number")
    return Token(first.start, last.end, f"{text}th", f"{text}th", "word")


def _group(before: Token, token: Token) -> bool:
    """The 000 of "12 000"."""
    return (
        token.kind == "number"
        and token.start == before.end + 1
        and len(token.text) == 3
        and token.text.isdigit()
        and before.text.isdigit()
        and len(before.text) <= 3
        and before.text != "0"
    )


def _decimal(tokens: Sequence[Token], comma: int) -> bool:
    after = tokens[comma + 1]
    return (
        after.kind == "number"
        and after.text.isdigit()
        and glued(tokens[comma - 1], tokens[comma])
        and glued(tokens[comma], after)
    )


def _worded(tokens: Sequence[Token], at: int) -> Made | None:
    """двісті тридцять п'ять тисяч; мільйон; півтора мільярда."""
    total, part, smallest, index = 0.0, 0.0, 1e18, at
    seen = False
    while index < len(tokens) and tokens[index].kind == "word":
        word = tokens[index].low
        value, scale = uk.CARDINALS.get(word), uk.SCALES.get(word)
        if value is not None and _fits(value, part, seen):
            part += value
        elif scale is not None and scale < smallest and (part or (word in uk.SINGLE_SCALES and not seen)):
            total, part, smallest = total + (part or 1.0) * scale, 0.0, scale
        else:
            break
        seen, index = True, index + 1
    if not seen or tokens[index - 1].low == "пів":
        return None
    value = total + part
    if value == 1:
        return index, [Token(tokens[at].start, tokens[at].end, tokens[at].text, "one", "word")]
    return index, [_number(tokens[at], tokens[index - 1], value)]


def _fits(value: float, part: float, seen: bool) -> bool:
    """Whether "двадцять" can be followed by "три": not "два" by "три"."""
    if part == 0:
        return not seen or value != 0
    size = 100 if value >= 100 else 10 if value >= 10 else 1
    return part % 1 == 0 and value >= 1 and value % 1 == 0 and part >= 20 and part % (size * 10) == 0


def _as_number(token: Token) -> float | None:
    try:
        return float(token.text)
    except ValueError:
        return None


def _number(first: Token, last: Token, value: float) -> Token:
    text = str(int(value)) if value == int(value) else str(value)
    return Token(first.start, last.end, text, text, "number")


def _two(token: Token, value: float | None, word: str) -> list[Token]:
    """A word that says two things: half is 50 percent, "кількасот" several hundred."""
    first = (
        Token(token.start, token.end, token.text, "several", "word")
        if value is None
        else _number(token, token, value)
    )
    return [first, Token(token.start, token.end, word, word, "word")]
