"""Documents that speak: "a copy of the letter seen by X says" is the letter's word, not X's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.values.bodynames import MOST_WORDS
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from factcheck.values.view import Phrase, View

_DOCUMENTS = words("copy copies draft text transcript")
_SHOWN = words("seen obtained reviewed viewed read published shared leaked circulated")


def shown_document(view: View, phrase: Phrase) -> str:
    """A copy, a draft, a text: what was seen speaks, not who saw it; "" where it is none."""
    for index in range(phrase.first, phrase.last):
        if view.low(index) not in _DOCUMENTS:
            continue
        if view.low(index + 1) in _SHOWN:
            return f"{view.low(index)} of the {_under(view)}"
        if view.low(index + 1) == "of":
            behind = range(index, min(len(view.tokens), index + MOST_WORDS))
            stop = next(
                (at for at in behind if view.low(at) in _SHOWN or view.low(at) in (",", ".")), behind.stop
            )
            return view.line.slice(index, stop)
    return ""


def _under(view: View) -> str:
    """The deal of "Under the deal, ..." at the head of the sentence."""
    if view.low(0) in ("under", "in") and view.low(1) == "the" and view.low(3) == ",":
        return view.low(2)
    return "document"
