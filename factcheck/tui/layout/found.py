"""What a search has found, as lines: a hit a line with the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.review.search import counted
from factcheck.tui.layout.line import Line, crop, cut, fit, rule
from factcheck.tui.layout.window import window
from factcheck.wording.words import flat

if TYPE_CHECKING:
    from factcheck.review.search import Hit
    from factcheck.review.searching import Searching

BEFORE = 30
"""Characters of the text shown before a hit."""


def found(desk: Searching, width: int, top: int, height: int) -> tuple[list[Line], int]:
    """A ruled title and ``height`` lines of hits, the one in sight among them, and the new top."""
    hits = desk.hits
    top = window(top, desk.hit, height, len(hits))
    shown = range(top, min(top + height, len(hits)))
    seen = f"{top + 1}-{shown.stop} of {len(hits)}: " if len(hits) > height else ""
    said = f"{seen}{counted(hits)}" if hits else f"nothing for “{cut(flat(desk.query), 40)}”"
    lines = [rule((("found", "title"),), width, ((said, "dim"),))]
    where = max([2, *(len(_cite(desk, hits[number])) for number in shown)])
    lines += [_line(desk, hits[number], width, where, chosen=number == desk.hit) for number in shown]
    return lines, top


def _cite(desk: Searching, hit: Hit) -> str:
    return desk.places.cite_at(hit.article, hit.start)


def _line(desk: Searching, hit: Hit, width: int, where: int, *, chosen: bool) -> Line:
    chosen_too = "+chosen" if chosen else ""
    text = desk.articles[desk.facts.order[hit.article]].text
    head = f"{'»' if chosen else ' '}  {fit(_cite(desk, hit), where)} "
    before = text[max(hit.start - BEFORE, 0) : hit.start]
    if len(before) == BEFORE:
        before = before[before.find(" ") + 1 :]  # no half of a word
    words, after = text[hit.start : hit.end], text[hit.end : hit.end + width]
    if hit.where == "note":
        said: Line = ((f"note: {flat(hit.read)}  ", "text"), (flat(words), "dim"))
    else:
        read = f"read as {flat(hit.read)}  " if hit.where == "value" else ""
        said = ((read, "answer"), (_gap(before), "dim"), (flat(words), "text+hit"), (_gap(after), "dim"))
    return crop(tuple((text, f"{tone}{chosen_too}") for text, tone in ((head, "text+bold"), *said)), width)


def _gap(text: str) -> str:
    """Flat text that keeps a blank at either end, where the hit stands."""
    left, right = " " * text[:1].isspace(), " " * text[-1:].isspace()
    said = flat(text)
    return f"{left}{said}{right}" if said else left
