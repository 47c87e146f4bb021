"""The who-says-what table as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.records import dataclass
from factcheck.tui.layout.line import Line, Piece, cells, cut, fit, fitted, rule
from factcheck.tui.layout.window import window
from factcheck.wording.words import NOBODY, RELATION_SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.review.desk import Desk
    from factcheck.review.voices import Voice

TITLED = 100
SHORTEST = 24
"""Of words that have no short form, so many cells are kept before they take what is left."""
POINTED = "»"
"""Before the row that is pointed at; ">" is taken by the claim in hand."""
SIGN_TONES = {"=": "supported", "~": "text", "!": "conflicting", "%": "dim", ">": "text+bold", ".": "dim"}
assert set(RELATION_SIGNS.values()) < set(SIGN_TONES)


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths of the columns in cells; ``where`` holds cites, ``mark`` the verdict and evidence signs."""

    where: int
    mark: int
    value: int
    said_by: int
    stands: int


def columns(width: int, rows: Sequence[Voice]) -> Columns:
    """Share the width: the cites as long as they are, then value, claimant and how it stands."""
    # "where" stands over the cites only where there is a line of column titles.
    where = max([5 if width >= TITLED else 2, *(cells(row.where) for row in rows if row.claim)])
    mark = 5
    room = max(width - 3 - where - 1 - mark - 4, 30)
    mentions = [row for row in rows if row.claim]
    value, said_by, stands = _share(
        room,
        _widths(12, [row.values for row in mentions]),
        _widths(8, [row.speakers for row in mentions]),
        _widths(12, [row.ways for row in mentions]),
    )
    return Columns(where, mark, value, said_by, stands)


def _widths(least: int, column: Sequence[Sequence[str]]) -> tuple[int, int]:
    """The cells that the shortest forms of a column need, at most ``SHORTEST``, and those of the fullest."""
    short = max((cells(forms[-1]) for forms in column), default=0)
    full = max((cells(forms[0]) for forms in column), default=0)
    return max(least, min(short, SHORTEST)), max(least, full)


def _share(room: int, *wanted: tuple[int, int]) -> list[int]:
    """Widths that fill the room: the short forms first, then all grow alike, the rest goes to the last."""
    widths = [short for short, _ in wanted]
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    while sum(widths) < room:
        growing = [at for at, (_, full) in enumerate(wanted) if widths[at] < full]
        at = min(growing, key=widths.__getitem__, default=len(widths) - 1)
        widths[at] += 1
    return widths


def title(desk: Desk, width: int, top: int, height: int) -> Line:
    """The ruled title; where not all rows fit, which of them are in sight."""
    total = len(desk.voices)
    keys = "h/l point at the next, Enter goes there" if width >= TITLED else "h/l next"
    chosen = desk.linkable
    if desk.claim is not None and chosen is not None:
        # What e does is said before it is pressed.
        linked = chosen in desk.links(desk.claim).claims
        cite = desk.places.cite(desk.facts.claims[chosen])
        keys += f", e {'unlinks' if linked else 'links'} {cite}"
    seen = f"{top + 2}-{top + height} of {total}  " if total > height else ""
    return rule((("who says what", "title"),), width, ((seen + keys, "dim"),))


def in_sight(lines: Sequence[Line], row: int, top: int, height: int) -> tuple[list[Line], int]:
    """The lines that are shown, and the new top: the claim's own row stays, the others scroll under it."""
    if len(lines) <= height:
        return list(lines), 0
    top = window(top, max(row - 1, 0), height - 1, len(lines) - 1)
    return [lines[0], *lines[1 + top : top + height]], top


def column_titles(shape: Columns) -> Line:
    text = (
        f"   {fit('where', shape.where)} {' ' * shape.mark}{fit('value as printed', shape.value)}  "
        f"{fit('said by', shape.said_by)}  {fit('how it stands to this claim', shape.stands)}"
    )
    return ((text, "dim"),)


def line(voice: Voice, desk: Desk, shape: Columns, *, chosen: bool, evidence: bool) -> Line:
    """One row: sign, where, verdict and evidence marks, value, claimant, relation."""
    tone = SIGN_TONES.get(voice.sign, "text")
    body = "dim" if voice.sign == "%" else "text"
    assert voice.claim is not None, "silent articles have a line of their own"
    look = desk.look(voice.claim)
    verdict = (f"[{look.sign}]" if look.judged else "   ") + ("*" if evidence else " ")
    nameless = voice.said_by.startswith(NOBODY)
    pieces: list[Piece] = [
        (f"{POINTED if chosen else ' '}{voice.sign} ", f"{tone}+bold"),
        (fit(voice.where, shape.where) + " ", "text+bold"),
        (verdict + " ", look.verdict or "dim" if look.judged else "dim"),
        (fitted(voice.values, shape.value) + "  ", "text" if voice.sign != "%" else body),
        (fitted(voice.speakers, shape.said_by) + "  ", "unsourced" if nameless else body),
        (fitted(voice.ways, shape.stands), "dim" if voice.sign == ">" else body),
    ]
    return tuple((text, f"{tone}+chosen") for text, tone in pieces) if chosen else tuple(pieces)


def silent_line(voice: Voice, width: int, missed: str) -> Line:
    """Silent articles have no value; ``missed`` tells what they say instead, where that is known."""
    said = missed or f"{voice.where} {voice.value}: {voice.stands}"
    return ((f" {voice.sign} ", "dim"), (cut(said, width - 3), "dim"))


def table(desk: Desk, width: int, missed: str = "", shape: Columns | None = None) -> list[Line]:
    """All rows for the claim in hand; ``missed`` is what silent articles say instead."""
    rows = desk.voices
    claim = desk.claim
    linked = desk.links(claim).claims if claim else ()
    shape = shape or columns(width, rows)
    return [
        line(row, desk, shape, chosen=index == desk.row, evidence=row.claim in linked)
        if row.claim
        else silent_line(row, width, missed)
        for index, row in enumerate(rows)
    ]
