"""An attribution as a cue finds it, before its scope is cut, and the verb group before a cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from factcheck.values.cues import (
    ADVERBS,
    BE,
    HAVE,
    MODALS,
    NEGATIONS,
)

if TYPE_CHECKING:
    from factcheck.values.view import Phrase, View

Side = Literal["right", "left", "both", "self"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A claimant, a cue, and on which side of them the content stands, in tokens."""

    claimant: Phrase | None
    cue: Phrase
    side: Side
    begin: int
    """Where the words of the attribution itself begin."""
    end: int
    """Where they end: right content starts here."""
    like: bool = False
    """The content is that of the attribution before: ", citing X"."""
    same: bool = False
    """The claimant is the one of the attribution before: ", adding that ..."."""
    deed: bool = False
    """The claimant did by its word what is told, and nobody says so: "the board fined the bank"."""


def auxiliaries(view: View, index: int) -> tuple[int, bool]:
    """The first token of the verb group that ends before ``index``, and whether it is negated or modal."""
    first, denied = index, False
    while first > 0 and index - first < 10:
        low = view.low(first - 1)
        if view.quoted[first - 1]:
            break
        if (
            low in BE
            or low in HAVE
            or low in ADVERBS
            or (low.endswith("ly") and view.names[first - 1] is None)
        ):
            first -= 1
        elif low in NEGATIONS or low in MODALS or low == "do" or low == "did" or low == "does":
            denied = denied or low in NEGATIONS or low in MODALS
            first -= 1
        elif view.dated[first - 1] or (low in ("on", "in") and view.dated[first]):
            first -= 1
        else:
            break
    if first < index and view.low(first) == "'s" and not _is_short_for_is(view, first):
        first += 1
    return first, denied


def _is_short_for_is(view: View, index: int) -> bool:
    return view.low(index - 1) in ("it", "he", "she", "that", "what", "there")
