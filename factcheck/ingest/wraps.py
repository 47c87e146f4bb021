"""Hard wraps: lines broken at a fixed width are joined again, one blank for one newline."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass

from factcheck.ingest.datelines import is_date_line
from factcheck.ingest.headers import header_end
from factcheck.ingest.shape import ends_sentence, heading_mark, is_list_item

WIDEST = 132
"""No program wraps wider than this; a longer line (code points) is a paragraph of its own."""
NARROWEST = 40
"""Shorter lines are no evidence of a wrap: a list of buttons or names has such lines too."""
_PASSES = 12
_OPENERS = "\"'“‘«(["


@dataclass(frozen=True, slots=True)
class _Break:
    """A newline between two lines that could be a wrap: where it is, and what speaks for it."""

    at: int
    length: int
    """Length of the line before it."""
    room: int
    """Length the line would have with the next line's first word on it."""
    small: bool
    """The line is unfinished and the next begins with a small letter."""
    finished: bool


def join_wraps(text: str) -> str:
    """Join hard-wrapped lines. Repeats until nothing changes, so that the result is stable."""
    for _ in range(_PASSES):
        joined = _join_once(text)
        if joined == text:
            break
        text = joined
    return text


def _join_once(text: str) -> str:
    breaks = _breaks(text, header_end(text))
    unfinished = [place for place in breaks if not place.finished and place.length >= NARROWEST]
    small = [place for place in unfinished if place.small]
    # Titles, list entries and cut-off snippets begin with capitals; wrapped prose mostly does not.
    if not small or len(small) < 0.4 * len(unfinished):
        return text
    width = max(place.length for place in small)
    wraps = [place.at for place in breaks if _is_wrap(place, width)]
    pieces = []
    start = 0
    for at in wraps:
        pieces.append(text[start:at])
        start = at + 1
    pieces.append(text[start:])
    return " ".join(pieces)


def _is_wrap(place: _Break, width: int) -> bool:
    if place.finished:
        return place.room > width
    return place.room > 0.8 * width or (place.small and place.length >= 0.5 * width)


def _breaks(text: str, begin: int) -> list[_Break]:
    spans = _line_spans(text, begin)
    indent = _common_indent(text, spans)
    return [
        found
        for (start, end), (next_start, next_end) in itertools.pairwise(spans)
        if end - start <= WIDEST and next_end - next_start <= WIDEST
        if (found := _break(text[start:end], text[next_start:next_end], end, indent)) is not None
    ]


def _break(line: str, after: str, at: int, indent: int) -> _Break | None:
    """The break between two lines, or None where it is surely a border."""
    length = len(line.strip())
    body = after.strip()
    if not length or not body:
        return None
    further_in = len(after) - len(after.lstrip())
    is_same = further_in == len(line) - len(line.lstrip())
    if further_in > indent and not (is_same and not ends_sentence(line)):
        return None
    if heading_mark(line.lstrip()) or heading_mark(body) or is_list_item(body) or _stands_alone(body):
        return None
    finished = ends_sentence(line)
    first = body.lstrip(_OPENERS)[:1]
    return _Break(
        at=at,
        length=length,
        room=length + 1 + len(body.split(None, 1)[0]),
        small=first.islower() and not finished,
        finished=finished,
    )


def _stands_alone(line: str) -> bool:
    return line.startswith(("http://", "https://", "www.", "|", ">")) or is_date_line(line)


def _line_spans(text: str, begin: int) -> list[tuple[int, int]]:
    spans = []
    start = begin
    for line in text[begin:].split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _common_indent(text: str, spans: list[tuple[int, int]]) -> int:
    """The indent most lines have; a line further in begins a paragraph."""
    indents = Counter(
        len(line) - len(line.lstrip())
        for start, end in spans
        if end - start <= WIDEST and (line := text[start:end]).strip()
    )
    if not indents:
        return 0
    most = max(indents.values())
    return min(indent for indent, count in indents.items() if count == most)
