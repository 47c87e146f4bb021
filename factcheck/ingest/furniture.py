"""Page furniture in plain text: found, given a plain reason, and left where it stands.

Lines are judged one by one, then in their company: reaction words in a row, the entries of a list
of other posts, paragraphs that stand twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from factcheck.ingest import phrases
from factcheck.ingest.bylines import opens_as_byline
from factcheck.ingest.pieces import pieces
from factcheck.ingest.reasons import POINTER, is_field, is_reaction, notice_tail, reason
from factcheck.ingest.shape import (
    LONGEST_SHAPED,
    ends_sentence,
    is_list_item,
    is_title_case,
    is_title_like,
    lines,
    trim,
    words,
)
from factcheck.model import Furniture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.ingest.headers import Headers

REPEATED_FROM = 40
"""A shorter paragraph (code points) may well stand twice."""
_BUTTONS = frozenset({"share button", "button", "comment form"})


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    """Empty for a line too long to be looked at; it is prose."""
    why: str | None
    is_body: bool


def mark(text: str, headers: Headers) -> tuple[Furniture, ...]:
    """The furniture of a cleaned text, in order, never overlapping."""
    name = "front matter" if headers.front_matter else "header line"
    found = [Furniture(start, end, name) for start, end in headers.spans]
    known = [_line(text, start, end) for start, end in lines(text) if not _inside(found, start)]
    _mark_reactions(known)
    _mark_posts(known)
    _unmark_middle_bylines(known)
    for line in known:
        part = _tail(line) if line.why is None else Furniture(line.start, line.end, line.why)
        if part is not None:
            found.append(part)
    found.sort(key=lambda part: part.start)
    return _with_repeats(text, found)


def _inside(found: Sequence[Furniture], at: int) -> bool:
    return any(part.start <= at < part.end for part in found)


def _line(text: str, start: int, end: int) -> _Line:
    if end - start > LONGEST_SHAPED:
        return _Line(start, end, "", None, is_body=True)
    line = text[start:end]
    why = reason(line)
    is_body = why is None and (len(line) > 160 or (ends_sentence(line) and len(words(line)) >= 5))
    return _Line(start, end, line, why, is_body)


def _mark_reactions(known: Sequence[_Line]) -> None:
    """Reaction words on lines of their own, next to one another or to other buttons."""
    run: list[_Line] = []
    for line in [*known, None]:
        if line is not None and _is_button(line):
            run.append(line)
            continue
        if len(run) >= 2:
            for member in run:
                member.why = member.why or ("comment form" if is_field(member.text) else "reaction button")
        run = []


def _is_button(line: _Line) -> bool:
    return line.why in _BUTTONS or is_reaction(line.text) or is_field(line.text)


def _mark_posts(known: Sequence[_Line]) -> None:
    """Titles of other posts, in runs without a body paragraph, after the article's own text."""
    for run in _runs(known):
        for line, after in zip_longest(run, run[1:]):
            if line.why is None and _is_dated_title(line.text):
                line.why = "post list"
            elif line.why is None and after is not None and phrases.OPEN_HEAD.fullmatch(line.text):
                line.why = POINTER if after.why is not None or _is_post_title(after.text, 3) else None
        listed = any(line.why == "post list" for line in run)
        dates = sum(line.why == "date line" for line in run)
        headed = False
        for line in run:
            # A pointer without a title of its own is the head of a list.
            headed = headed or _is_head(line)
            if (
                line.why is None
                and _is_post_title(line.text, 1 if headed else 3)
                and (listed or dates >= 2 or headed)
            ):
                line.why = "post list"


def _is_head(line: _Line) -> bool:
    return line.why == POINTER and ":" not in line.text[:-1]


def _is_dated_title(line: str) -> bool:
    match = phrases.DATED_TITLE.match(line)
    return match is not None and is_title_like(line) and is_title_case(line[match.end() :])


def _is_post_title(line: str, least: int) -> bool:
    line = line.lstrip("-*•‣·–— ") if is_list_item(line) else line
    return is_title_like(line) and len(words(line)) >= least and not line.startswith("#")


def _runs(known: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Stretches between body paragraphs, but not the one before the first: it holds the headline."""
    run: list[_Line] = []
    seen_body = False
    for line in known:
        # A question is a paragraph of its own, but in a list of titles it is a title.
        if not line.is_body or (
            line.text.endswith("?") and any(map(_is_head, run)) and _is_post_title(line.text, 3)
        ):
            run.append(line)
            continue
        if seen_body and run:
            # The line right before a body paragraph is that paragraph's heading.
            yield run if run[-1].why is not None else run[:-1]
        seen_body, run = True, []
    if seen_body and run:
        yield run


def _unmark_middle_bylines(known: Sequence[_Line]) -> None:
    """Between two body paragraphs "By Land and Sea" is a heading, and above them all stands the headline."""
    body = [i for i, line in enumerate(known) if line.is_body]
    for i, line in enumerate(known):
        if line.why == "byline" and body and body[0] < i < body[-1]:
            line.why = None
    if known and known[0].why == "byline" and not opens_as_byline(known[0].text):
        known[0].why = None


def _tail(line: _Line) -> Furniture | None:
    """Furniture at the end of a line that is text otherwise."""
    if not line.text:
        return None
    for why, begin in (
        (POINTER, _pointer_tail(line.text)),
        ("bare link", _link_tail(line.text)),
        ("cookie notice", notice_tail(line.text)),
    ):
        if begin is not None and begin > 0:
            start, end = trim(line.text, begin, len(line.text))
            return Furniture(line.start + start, line.start + end, why)
    return None


def _pointer_tail(line: str) -> int | None:
    begin = max(len(line) - 60, 0)
    match = phrases.TRAILING_POINTER.search(line, begin)
    return match.start() if match else None


def _link_tail(line: str) -> int | None:
    """Links after the last sentence of a line; a link inside a sentence belongs to it."""
    begin = None
    rest = line
    while True:
        rest, _, word = rest.rpartition(" ")
        if not rest or phrases.LINK.fullmatch(word) is None:
            break
        begin = len(rest) + 1
        rest = rest.rstrip()
    if begin is None or not ends_sentence(line[:begin].rstrip()):
        return None
    return begin


def _with_repeats(text: str, found: list[Furniture]) -> tuple[Furniture, ...]:
    """Add each later copy of a paragraph, with the number of the paragraph it repeats."""
    first: dict[str, int] = {}
    repeats = []
    number = 0
    for start, end, why in pieces(text, found):
        if why is not None:
            continue
        key = " ".join(text[start:end].casefold().split()) if end - start >= REPEATED_FROM else ""
        if key in first:
            repeats.append(Furniture(start, end, f"stands twice: repeats paragraph {first[key]}"))
            continue
        number += 1
        if key:
            first[key] = number
    return tuple(sorted([*found, *repeats], key=lambda part: part.start))
