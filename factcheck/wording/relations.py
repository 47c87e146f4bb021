"""How a claim stands to another in a table's few words: a long form of each relation and a short one.

A reason opens with what was found ("the same figure: ...", see ``compare.wording``). In a table the values
stand in columns of their own, so only the opening is told there, in words that need no sentence around them.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from factcheck.wording.words import flat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Form(NamedTuple):
    """The words of one part of how a claim stands, and the same where there is little room."""

    long: str
    short: str


DOUBT = "perhaps of one thing"
"""How a reason says that two claims may be of two things."""
IF_ONE = Form("if it is the same thing", "if the same")
FORMS: Mapping[str, Form] = {
    "the same figure": Form("the same figure", "same figure"),
    "equal when rounded": Form("the same figure, rounded", "same, rounded"),
    "fits": Form("the figures fit", "figures fit"),
    "differs slightly": Form("slightly different", "nearly equal"),
    "differs slightly, the two sides of one figure": Form("either side of one figure", "either side"),
    "the bound leaves it open": Form("neither rules the other out", "not ruled out"),
    "one counts a part of the other": Form("one counts a part of the other", "part and whole"),
    "one is for each, or for another stretch of time": Form("a rate, or another span of time", "other basis"),
    "two currencies, no rate to compare them by": Form("another currency, not compared", "other currency"),
    "a later figure": Form("an update", "update"),
    "forecast, contradicts nothing": Form("a forecast against a statement", "forecast"),
    "only one of them can be right": Form("only one can be right", "not both"),
    "one deed, two places": Form("another place", "other place"),
    "abridged quotation": Form("the same quotation, shortened", "same, shortened"),
    "same quotation": Form("the same quotation", "same quotation"),
    "same statement, different words": Form("quoted in other words", "other words"),
    "one event, another number of them": Form("another number of them", "other number"),
    "both tell of one": Form("the same number of them", "same number"),
    "both tell of as many": Form("the same number of them", "same number"),
    "same date": Form("the same date", "same date"),
    "different dates": Form("another date", "other date"),
    "same time of day": Form("the same time", "same time"),
    "different times of day": Form("another time of day", "other time"),
    "opposite states of one thing": Form("the opposite", "the opposite"),
    "one after the other, no contradiction": Form("before or after it, no conflict", "before or after"),
    "told later, when it may have happened": Form("told later, it may have happened", "told later"),
    "one says that it is not known, the other tells it": Form("one says it is not known", "one: unknown"),
    "both tell it": Form("tells the same", "tells the same"),
    "both tell it, as possible or to come": Form("the same, as possible or to come", "same, as possible"),
    "both deny it": Form("both deny it", "both deny it"),
    "copied text": Form("copied text", "copied"),
}
_OPENINGS = (
    ("the same words, given to ", Form("the same words, another speaker", "other speaker")),
    ("one tells of ", Form("tells of another thing", "another thing")),
)
"""Openings with names in them."""
_DENIAL = " says so: "


def opening(why: str) -> tuple[Form, ...]:
    """What a reason opens with, as forms; empty where it opens with the values that are compared."""
    head, _, rest = flat(why).partition(": ")
    if head == DOUBT:
        return (*opening(rest), IF_ONE)
    doubtful = head.endswith(f", {DOUBT}")
    known = FORMS.get(head.removesuffix(f", {DOUBT}"))
    if known is None:
        known = next((form for begin, form in _OPENINGS if head.startswith(begin)), None)
    if known is None and _DENIAL in f"{head}: ":
        known = Form("one says so, one denies it", "one denies it")
    return (*([known] if known else []), *([IF_ONE] if doubtful else []))


def forms(parts: Sequence[Form]) -> tuple[str, ...]:
    """The parts as texts, the fullest first: all of them long or short, then without the last ones.

    The first part stands in all, since it says most; no text is cut in the middle.
    """
    found: dict[str, None] = {}
    for many in range(len(parts), 0, -1):
        kept = parts[:many]
        found |= dict.fromkeys(sorted(("; ".join(said) for said in product(*kept)), key=len, reverse=True))
    return tuple(found)
