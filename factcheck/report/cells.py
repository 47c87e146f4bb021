"""What one article says of one fact, short enough for a cell of the matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.wording.words import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.report.rows import Mention

LONGEST, MOST = 40, 2
"""Code points of a value, and how many values of one article are shown."""
_GRAVEST = "!~=% "


@dataclass(frozen=True, slots=True)
class Told:
    """A value as it is shown and the mention that it is taken from."""

    value: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Cell:
    """``more`` counts the other values that the article has; all quotes stand below the matrix."""

    told: tuple[Told, ...]
    more: int


def cell(mentions: Sequence[Mention], article: str) -> Cell:
    """Each value once, what contradicts first; no values where the article is silent."""
    own = [mention for mention in mentions if mention.article == article]
    own.sort(key=lambda mention: _GRAVEST.find(mention.relation))
    told: dict[str, Told] = {}
    for mention in own:
        value = short(mention.brief, LONGEST)
        told.setdefault(value.casefold(), Told(value, mention))
    return Cell(tuple(told.values())[:MOST], max(len(told) - MOST, 0))
