"""Numbers that are no figures: names of things, ordinals, times, telephone numbers, scores, cut ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.tokens import Line, Token, glued, low_at
from factcheck.values.units import MEASURES
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.values.numerals import Amount

NUMBERED = words(
    "article articles section sections chapter resolution flight boeing airbus channel route"
    " highway road room page no number phase level group type category stage version model class"
    " grade tier part paragraph clause line gate block building platform unit brigade battalion"
    " area zone day week year season episode volume act bill amendment protocol rule law iphone"
    " windows web covid apollo form exhibit case count psalm verse size formula ps catch top big"
    " mark sector point district precinct ward appendix annex table figure warehouse pier terminal hall dock"
    " hangar berth shaft runway checkpoint camp reactor interstate motorway"
)
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_CLOCK = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "utc", "est", "edt", "cet", "bst", "o'clock", "hrs"})
_AT = frozenset({"at", "around", "about", "before", "after", "by", "until", "since"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening"})
_GAME = words("victory win defeat draw lead loss score tie thrashing aggregate won lost beat beaten")
_CHANGES = words(
    "rise rises rose risen rising increase increased increases fall fell fallen falls drop"
    " dropped drops grow grew grown grows jump jumped climb climbed cut reduced raise raised"
    " lift lifted up down moved changed revised upgraded downgraded expanded shrank went doubled"
    " swelled boosted"
)
_NO_ONE = words("no any every each some the this that another which")
_AFTER_ONE = words("of another 's day thing who which that side hand such by more")
_TIGHT_UNITS = frozenset(
    {
        "m",
        "bn",
        "k",
        "km",
        "kg",
        "mn",
        "mln",
        "tn",
        "cm",
        "mm",
        "ft",
        "mph",
        "kph",
        "kmh",
        "lb",
        "lbs",
        "c",
        "f",
    }
)


def change_before(tokens: Sequence[Token], at: int) -> bool:
    """A verb of change shortly before: "rose from 3 to 5" are two figures and no range."""
    return any(token.low in _CHANGES for token in tokens[max(0, at - 8) : at])


def no_figure(line: Line, amount: Amount) -> int | None:
    """The token to go on from if the amount is no figure, None if it is one."""
    tokens = line.tokens
    first, last = amount.first, amount.last
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if amount.digits:
        return _no_digits(line, amount, before, after)
    word = tokens[first].low
    if word == "one" and last == first + 1:
        if (before is not None and before.low in _NO_ONE) or (after is not None and after.low in _AFTER_ONE):
            return last
        if before is not None and before.low == "at" and after is not None and after.low in _SOME_TIME:
            return last
        if after is not None and after.text == "-" and glued(tokens[first], after):
            return last
    if word in ("a", "an", "half") and after is None and last == first + 1:
        return last
    if before is not None and (before.low == "top" or (before.text == "-" and glued(before, tokens[first]))):
        return last
    if low_at(tokens, last) == "-" and low_at(tokens, last + 1) in ("figure", "digit", "star"):
        return last
    if _hour(before, tokens, last):
        return last
    if after is not None and after.low in _ORDINAL_WORDS:
        return last + 1
    return None


def _hour(before: Token | None, tokens: Sequence[Token], last: int) -> bool:
    """ "Died at four in the morning", "around ten at night", "nine o'clock"."""
    if low_at(tokens, last) == "o'clock":
        return True
    if before is None or before.low not in _AT:
        return False
    behind = [low_at(tokens, last + n) for n in range(3)]
    night, day = behind[:2] == ["at", "night"], behind[:2] == ["in", "the"] and behind[2] in _PARTS_OF_DAY
    return night or day


_SOME_TIME = words("point time stage")
"""At one of these: once."""
_ORDINAL_WORDS = words("first second third fourth fifth sixth seventh eighth ninth th")


_SCALE_WORDS = ("hundred", "thousand", "million", "billion", "trillion", "dozen")


def _goes_on(last: Token) -> bool:
    """Whether the last sign or word of a sentence that breaks off may belong to the number before it."""
    if last.text in ",-–.…" or last.low in ("to", "and", "or", "per"):
        return True
    return any(word.startswith(last.low) and word != last.low for word in _SCALE_WORDS)


def _no_digits(line: Line, amount: Amount, before: Token | None, after: Token | None) -> int | None:
    tokens = line.tokens
    number = next(token for token in tokens[amount.first :] if token.kind == "number")
    last = amount.last
    plain = last == amount.first + 1
    if plain and after is not None and glued(number, after):
        skip = _glued_behind(tokens, last, after)
        if skip is not None:
            return skip
    if line.cut and (after is None or (last + 1 == len(tokens) and _goes_on(after))):
        return len(tokens)
    if plain and last + 1 == len(tokens) and after is not None and after.text == ",":
        return len(tokens)
    if before is not None and glued(before, number):
        if before.kind == "word" or before.text in "#№/_@.:,":
            return last
        if before.text in "-–" and amount.first > 1 and glued(tokens[amount.first - 2], before):
            return None if low_at(tokens, amount.first - 2) == "magnitude" else last
    if after is not None and after.low in _CLOCK:
        return last + 1
    if _hour(before, tokens, last):
        return last
    if plain and _address(tokens, last):
        return last
    if plain and after is not None and after.kind == "number":
        return _run_of_numbers(tokens, last)
    opens = amount.first == 0 or (amount.first == 1 and before is not None and before.text == "(")
    if plain and opens and after is not None and after.text in ".)":
        return last
    if before is not None and before.low in NUMBERED and amount.unit is None and plain:
        return (
            None if before.low in ("number", "point") and after is not None and after.kind == "word" else last
        )
    if plain and before is not None and before.text == "." and low_at(tokens, amount.first - 2) == "no":
        return last
    return last if plain and _year_like(number) and not _counts(after) else None


_STREETS = words("street road avenue lane drive boulevard terrace crescent")


def _address(tokens: Sequence[Token], at: int) -> bool:
    """The 12 of "12 Quay Street" is a house."""
    for index in range(at, min(at + 4, len(tokens))):
        if not tokens[index].text[0].isupper():
            return False
        if tokens[index].low in _STREETS and index > at:
            return True
    return False


def _glued_behind(tokens: Sequence[Token], last: int, after: Token) -> int | None:
    """26th, 4x4, 1990s, 17:30, 24/7, 555-0100, 3-1, a number broken by a comma."""
    if after.low in _ORDINALS or (after.kind == "word" and after.low not in _TIGHT_UNITS):
        return None if after.low in MEASURES else last + 1
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if behind is None or behind.kind != "number" or not glued(after, behind):
        return None
    if after.text in ":/.,":
        return _run_of_numbers(tokens, last)
    if after.text in "-–" and _no_range(tokens, last, behind):
        return _run_of_numbers(tokens, last)
    return None


def _no_range(tokens: Sequence[Token], last: int, behind: Token) -> bool:
    """Of two numbers with a dash between: a score or a telephone number."""
    left = tokens[last - 1]
    if last + 3 < len(tokens) and tokens[last + 2].text in "-–" and tokens[last + 3].kind == "number":
        return glued(tokens[last + 2], tokens[last + 3])
    small, large = _plain(left), _plain(behind)
    if behind.text.startswith("0") and len(behind.text) > 1:
        return True
    if large <= small or left.text == "0":
        return True
    nearby = {token.low for token in tokens[max(0, last - 5) : last + 6]}
    return bool(nearby & _GAME) and large < 200


def _plain(token: Token) -> float:
    digits = "".join(sign for sign in token.text if sign.isdigit() or sign == ".")
    return float(digits) if len(digits) <= 24 else float("inf")


def _run_of_numbers(tokens: Sequence[Token], at: int) -> int:
    """The token behind a run of numbers and the signs glued between them."""
    while at < len(tokens) and (
        tokens[at].kind == "number"
        or (tokens[at].kind == "sign" and tokens[at].text in ":/.,-–" and at + 1 < len(tokens))
    ):
        if tokens[at].kind == "sign" and tokens[at + 1].kind != "number":
            break
        at += 1
    return at


def _year_like(number: Token) -> bool:
    return len(number.text) == 4 and number.text.isdigit() and 1800 <= int(number.text) <= 2100


def _counts(after: Token | None) -> bool:
    return after is not None and (after.low in MEASURES or after.text in "%$€£")
