"""Figures that count what a figure before counted: "the real number was 4,000", "the remaining three"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.values.currencies import CURRENCIES
from factcheck.values.units import MEASURES
from factcheck.values.whose import HARM
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Quantity
    from factcheck.values.tokens import Line

_FIGURES = words("number figure total count tally")
_REST = words("remaining other")
_REACH = 8
_MEASURED = frozenset({"percent", *MEASURES.values(), *CURRENCIES.values()})


@dataclass(slots=True)
class Carried:
    """The last figure of an article that counts things of a lexicon class, and its paragraph."""

    classes: frozenset[str]
    last: Quantity | None = None
    paragraph: int = 0

    def taken_up(self, line: Line, paragraph: int, numbers: Sequence[Quantity]) -> list[Quantity]:
        """The figures of the next sentence, those that take up one before completed from it."""
        found: list[Quantity] = []
        for one in numbers:
            if self.last is not None and paragraph - self.paragraph <= 1 and _takes_up(line, one):
                of = one.of or (self.last.of if self.last.of in HARM else None)
                one = replace(one, unit=self.last.unit, whose=one.whose or self.last.whose, of=of)
            found.append(one)
            if one.unit in self.classes and one.value != 1.0:
                self.last, self.paragraph = one, paragraph
        return found


def _takes_up(line: Line, one: Quantity) -> bool:
    """A figure without a noun behind "the number", "its figure of" or "the remaining"."""
    if one.unit in _MEASURED:
        return False  # "the first count, and turnout was 62 per cent": it says itself what it measures
    tokens = line.tokens
    first, behind = line.at(one.start), line.at(one.end)
    after = tokens[behind].low if behind < len(tokens) and tokens[behind].kind == "word" else ""
    if after and after not in _NO_NOUN and not after.endswith("ed"):
        return False
    if first and tokens[first - 1].low in _REST:
        return True
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if tokens[at].kind == "number" or tokens[at].low in (";", ":"):
            return False
        if tokens[at].low in _FIGURES:
            return tokens[at + 1].low != "of" or at + 2 == first
    return False


_NO_NOUN = words(
    "should would will could may might must is are was were has have had in on at by for if when after before"
    " and or but to from as since until while with"
)
