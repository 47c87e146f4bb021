r"""Turns the tree of a phrase into its two regular expressions.

A blank beside something that may be missing belongs to it, so that ``[{approx}] {number}`` reads
"3,000" as well as "about 3,000". The edges of a pattern are ``(?<!\w)`` and ``(?!\w)``: ``\b`` would
never match beside a term that ends in a sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.rules.phrase import Blank, Choice, Gap, Maybe, Phrase, PhraseError, Ref, Text
from factcheck.rules.words import RELAXED_SPACE, SPACE, Piece, literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.rules.phrase import Item

MAX_REGEX = 400_000
EDGES = (r"(?<!\w)", r"(?!\w)")
_BLANK = Piece(SPACE, RELAXED_SPACE)
_WORD = r"\S{1,60}"
_LEAVE = r"(?:['’ʼ]s?)?[^\w\s]{0,3}"
_ENTER = r"[\"“„'‘(\[«]{0,2}"


@dataclass(frozen=True, slots=True)
class _Part:
    """Something between blanks. ``gap`` parts bring their own blanks; ``glued`` follows without one."""

    piece: Piece
    missing: bool = False
    gap: bool = False
    glued: bool = False


def expand(tree: Phrase, lookup: Callable[[Ref], Piece]) -> Piece:
    """Both expressions of a phrase; ``lookup`` gives those of a vocabulary. Raises PhraseError."""
    piece, missing = _Expander(lookup).phrase(tree)
    if missing:
        raise PhraseError(0, "the pattern matches the empty string", "everything in it may be missing",
                          "take the [ ] from what must be there")  # fmt: skip
    if len(piece.regex) > MAX_REGEX:
        raise PhraseError(0, "the pattern unfolds to too long an expression",
                          f"it has {len(piece.regex):,} signs, at most {MAX_REGEX:,} are run",
                          "name long vocabularies fewer times")  # fmt: skip
    return Piece(f"{EDGES[0]}(?:{piece.regex}){EDGES[1]}", piece.relaxed)


class _Expander:
    def __init__(self, lookup: Callable[[Ref], Piece]) -> None:
        self.lookup = lookup

    def phrase(self, tree: Phrase) -> tuple[Piece, bool]:
        """The phrase and whether all of it may be missing."""
        parts = self._parts(tree)
        self._check_gaps(parts, tree)
        pivot = next((i for i, part in enumerate(parts) if not part.missing and not part.gap), None)
        if pivot is None:
            return self._all_missing(parts), True
        return _chain(parts, pivot), False

    def _parts(self, tree: Phrase) -> list[_Part]:
        parts: list[_Part] = []
        blank = True
        for item in tree.items:
            if isinstance(item, Blank):
                blank = True
                continue
            parts.append(self._part(item, glued=not blank))
            blank = isinstance(item, Gap)
        return parts

    def _part(self, item: Item, *, glued: bool) -> _Part:
        if isinstance(item, Gap):
            return _Part(_gap(item), gap=True)
        if isinstance(item, Text):
            return _Part(literal(item.text), glued=glued)
        if isinstance(item, Ref):
            piece = self.lookup(item)
            if item.slot is not None:
                piece = Piece(f"(?P<{item.slot}>{piece.regex})", f"(?:{piece.relaxed})")
            return _Part(piece, glued=glued)
        if isinstance(item, Maybe):
            piece, _ = self.phrase(item.body)
            return _Part(piece, missing=True, glued=glued)
        return self._choice(item, glued=glued)

    def _choice(self, item: Item, *, glued: bool) -> _Part:
        assert isinstance(item, Choice)
        options = [self.phrase(option) for option in item.options]
        missing = any(may for _, may in options)
        piece = Piece(
            "(?:" + "|".join(p.regex for p, _ in options) + ")",
            "(?:" + "|".join(p.relaxed for p, _ in options) + ")",
        )
        return _Part(piece, missing=missing, glued=glued)

    def _check_gaps(self, parts: list[_Part], tree: Phrase) -> None:
        for i, part in enumerate(parts):
            if part.gap and (i in (0, len(parts) - 1) or parts[i - 1].gap):
                at = next(item.at for item in tree.items if isinstance(item, Gap))
                raise PhraseError(at, "a gap must stand between two words",
                                  "at an edge, or beside another gap, it says nothing", "delete it")  # fmt: skip

    def _all_missing(self, parts: list[_Part]) -> Piece:
        """One or more of the parts in their order."""
        said = [_chain(parts[i:], 0) for i in range(len(parts)) if not parts[i].gap]
        return Piece(
            "(?:" + "|".join(p.regex for p in said) + ")", "(?:" + "|".join(p.relaxed for p in said) + ")"
        )


def _gap(gap: Gap) -> Piece:
    """Words of any kind, with the signs that may stand about them; never without a blank or a dash."""
    blank = rf"(?:{_LEAVE}\s+{_ENTER}|\s?[—–]\s?)"
    if gap.high == 0:
        return Piece(blank, "(?s:.)+")
    words = rf"(?:{_LEAVE}\s+{_WORD}){{{gap.low},{gap.high}}}?"
    return Piece(words + blank, "(?s:.)+")


def _chain(parts: list[_Part], pivot: int) -> Piece:
    """The parts in a row about ``pivot``, which is there; missing ones take the blank on their far side."""
    piece = parts[pivot].piece
    for i in range(pivot - 1, -1, -1):
        if not parts[i].gap:
            between = _between(parts, i + 1)
            piece = _join(_maybe(_join(parts[i].piece, between)), piece)
    at = pivot + 1
    while at < len(parts):
        if parts[at].gap:
            between, at = parts[at].piece, at + 1
        else:
            between = Piece("", "") if parts[at].glued else _BLANK
        following = _join(between, parts[at].piece)
        piece = _join(piece, _maybe(following) if parts[at].missing else following)
        at += 1
    return piece


def _between(parts: list[_Part], i: int) -> Piece:
    """What stands before part ``i``."""
    if parts[i].gap:
        return parts[i].piece
    return Piece("", "") if parts[i].glued else _BLANK


def _join(left: Piece, right: Piece) -> Piece:
    return Piece(left.regex + right.regex, left.relaxed + right.relaxed)


def _maybe(piece: Piece) -> Piece:
    return Piece(f"(?:{piece.regex})?", f"(?:{piece.relaxed})?")
