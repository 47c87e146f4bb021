r"""Turns the tree of a phrase into its regular expression.

A blank beside something that may be missing belongs to it, so that ``[{approx}] {number}`` reads
"3,000" as well as "about 3,000". The edges of a pattern are ``(?<!\w)`` and ``(?!\w)``: ``\b`` would
never match beside a term that ends in a sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.rules.phrases.phrase import Blank, Choice, Gap, Maybe, Phrase, Ref, Text
from factcheck.rules.phrases.words import SPACE, literal
from factcheck.rules.ruleset import PatternError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.rules.phrases.phrase import Item

MAX_REGEX = 400_000
EDGES = (r"(?<!\w)", r"(?!\w)")
_WORD = r"\S{1,60}+"
_LEAVE = r"(?:['’ʼ]s?)?[^\w\s]{0,3}"
_ENTER = r"[\"“„'‘(\[«]{0,2}"


class _Part(NamedTuple):
    """Something between blanks. ``gap`` parts bring their own blanks; ``glued`` follows without one."""

    regex: str
    missing: bool = False
    gap: bool = False
    glued: bool = False


def expand(tree: Phrase, lookup: Callable[[Ref], str], *, whole: bool = True, fold: bool = True) -> str:
    """The expression of a phrase; ``lookup`` gives that of a vocabulary. Raises PatternError.

    ``whole``: it begins and ends at the edge of a word. ``fold``: straight and curly quotation marks are one.
    """
    regex, missing = _Expander(lookup, fold=fold).phrase(tree)
    if missing:
        raise PatternError(0, "the pattern matches the empty string", "everything in it may be missing",
                           "take the [ ] from what must be there")  # fmt: skip
    if len(regex) > MAX_REGEX:
        raise PatternError(0, "the pattern unfolds to too long an expression",
                           f"it has {len(regex):,} signs, at most {MAX_REGEX:,} are run",
                           "name long vocabularies fewer times")  # fmt: skip
    return f"{EDGES[0]}(?:{regex}){EDGES[1]}" if whole else f"(?:{regex})"


class _Expander:
    def __init__(self, lookup: Callable[[Ref], str], *, fold: bool) -> None:
        self.lookup = lookup
        self.fold = fold

    def phrase(self, tree: Phrase) -> tuple[str, bool]:
        """The expression and whether all of it may be missing."""
        parts = self._parts(tree)
        _check_gaps(parts, tree)
        pivot = next((i for i, part in enumerate(parts) if not part.missing and not part.gap), None)
        if pivot is None:
            return _any_part(parts), True
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
            return _Part(_gap(item), False, True, False)
        if isinstance(item, Text):
            return _Part(literal(item.text, fold=self.fold), False, False, glued)
        if isinstance(item, Ref):
            regex = self.lookup(item)
            return _Part(regex if item.slot is None else f"(?P<{item.slot}>{regex})", False, False, glued)
        if isinstance(item, Maybe):
            return _Part(self.phrase(item.body)[0], True, False, glued)
        assert isinstance(item, Choice)
        options = [self.phrase(option) for option in item.options]
        return _Part(f"(?:{'|'.join(r for r, _ in options)})", any(may for _, may in options), glued=glued)


def _check_gaps(parts: list[_Part], tree: Phrase) -> None:
    for i, part in enumerate(parts):
        if part.gap and (i in (0, len(parts) - 1) or parts[i - 1].gap):
            at = next(item.at for item in tree.items if isinstance(item, Gap))
            raise PatternError(at, "a gap must stand between two words", "at an edge it says nothing",
                               "delete it, put it before a [ or after a ], or write {rest} for the rest of "
                               "the clause")  # fmt: skip


def _any_part(parts: list[_Part]) -> str:
    """One or more of the parts in their order."""
    return f"(?:{'|'.join(_chain(parts[i:], 0) for i in range(len(parts)) if not parts[i].gap)})"


def _gap(gap: Gap) -> str:
    """Words of any kind, with the signs that may stand about them; never without a blank or a dash."""
    words = rf"(?:\s+{_WORD}){{{gap.low},{gap.high}}}?" if gap.high else ""
    return rf"{_LEAVE}{words}(?:\s+{_ENTER}|\s?[—–]\s?)"


def _chain(parts: list[_Part], pivot: int) -> str:
    """The parts in a row about ``pivot``, which is there; missing ones take the blank on their far side."""
    regex = parts[pivot].regex
    for i in range(pivot - 1, -1, -1):
        if not parts[i].gap:
            regex = f"(?:{parts[i].regex}{_before(parts[i + 1])})?{regex}"
    lead: str | None = None
    for i in range(pivot + 1, len(parts)):
        if parts[i].gap:
            continue
        before = parts[i - 1].regex if parts[i - 1].gap else _before(parts[i])
        if parts[i].missing and (parts[i - 1].gap or lead == "") and _goes_on(parts, i):
            # The gap stands whether or not what may be missing is there: "sank <0-4> [about] 3 boats".
            regex += f"{before if lead is None else lead}(?:{parts[i].regex}{_before(parts[i + 1])})?"
            lead = ""
            continue
        following = (before if lead is None else lead) + parts[i].regex
        regex += f"(?:{following})?" if parts[i].missing else following
        lead = None
    return regex


def _goes_on(parts: list[_Part], i: int) -> bool:
    """Something that must be there follows part ``i`` without another gap."""
    for part in parts[i + 1 :]:
        if part.gap:
            return False
        if not part.missing:
            return True
    return False


def _before(part: _Part) -> str:
    """What stands before a part that does not follow a gap."""
    return part.regex if part.gap else "" if part.glued else SPACE
