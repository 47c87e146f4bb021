"""Articles that do not mention a fact, as ``scan`` prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.wording.words import SILENT, flat, short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.report.rows import Mention

QUOTED = 60
"""Code points of a nearest miss that are quoted."""
SHOWN = 3
"""Words looked for, and pairs of words, that are shown."""


@dataclass(frozen=True, slots=True)
class PassageRow:
    """Words of an article in which no rule found a claim; half-open offsets, in code points."""

    cite: str
    start: int
    end: int
    quote: str

    def plain(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "quote": self.quote}


@dataclass(frozen=True, slots=True)
class SilentRow:
    """One article (display id) without a claim in one group, and the claim there that comes nearest.

    ``near`` are (a word of the fact, a word of that claim, their cosine): words near in meaning, where
    a model of meanings was asked.
    """

    group: str
    article: str
    looked_for: tuple[str, ...]
    nearest: str | None
    """The id of that claim."""
    score: float
    near: tuple[tuple[str, str, float], ...] = ()
    shared: tuple[str, ...] = ()
    """What that claim has in common with the fact, as it prints it."""
    passage: PassageRow | None = None
    """What comes nearest where that is no claim; ``nearest`` is None then."""

    def plain(self) -> dict[str, Any]:
        return {
            "group": self.group,
            "article": self.article,
            "looked_for": list(self.looked_for),
            "nearest": self.nearest,
            "passage": self.passage.plain() if self.passage else None,
            "score": self.score,
            "shared": list(self.shared),
            "near": [{"one": a, "other": b, "cosine": cosine} for a, b, cosine in self.near],
        }


def line(row: SilentRow, letter: str, mentions: Mapping[str, Mention]) -> str:
    """``. C silent: looked for died, Korvel; nearest (jailed ~ sentenced): C4 “…”``, to be cut to width."""
    opening = f"  {SILENT} {letter} silent: looked for {flat(', '.join(row.looked_for[:SHOWN]))}; nearest"
    found = (mentions.get(row.nearest) if row.nearest else None) or row.passage
    if found is None:
        return f"{opening}: nothing near it"
    return f"{opening}{_words(row)}: {found.cite} “{short(found.quote, QUOTED)}”"


def _words(row: SilentRow) -> str:
    """What the two have in common, and their words that are near in meaning, in brackets."""
    said = ["no claim"] if row.passage else []
    said += [f"shares {flat(', '.join(row.shared[:SHOWN]))}"] if row.shared else []
    said += [f"{flat(a)} ~ {flat(b)}" for a, b, _ in row.near[:SHOWN]]
    return f" ({', '.join(said)})" if said else ""
