"""Quoted words: curly and straight double quotes, guillemets, single quotes that quote.

A quotation may run over sentences of one paragraph; one that never closes ends with its sentence,
or with its paragraph if the next paragraph opens with a quotation mark again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Quote, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‹": "›"}
_OPENING = re.compile("[“„«‹‘'\"]")
_TRIM = " \t\n\u00a0,;"
_LONGEST = 4_000
"""Code points of one quotation; an unclosed mark never swallows more."""
_SINGLE = 400


class Quoted(NamedTuple):
    """A quotation with its marks; ``inner_end`` is where its words end."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def quoted(text: str, sentences: Sequence[Sentence]) -> list[Quoted]:
    """The outermost quotations of an article's sentences, in order."""
    found: list[Quoted] = []
    blocks = list(_paragraphs(sentences))
    for number, block in enumerate(blocks):
        following = blocks[number + 1][0].start if number + 1 < len(blocks) else None
        goes_on = following is not None and text[following : following + 1] in ("“", '"', "«")
        found.extend(_in_paragraph(text, block, goes_on))
    return found


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    block: list[Sentence] = []
    for sentence in sentences:
        if block and block[-1].paragraph != sentence.paragraph:
            yield block
            block = []
        block.append(sentence)
    if block:
        yield block


def _in_paragraph(text: str, block: Sequence[Sentence], goes_on: bool) -> Iterator[Quoted]:
    start, end = block[0].start, block[-1].end
    at = start
    dead: set[str] = set()
    """Closing marks that do not stand anywhere behind: looking once is enough."""
    clear = start
    """Up to here no single mark closes anything."""
    while (mark := _OPENING.search(text, at, end)) is not None:
        at = mark.start()
        sign = text[at]
        closing = _closing(text, at, start, end, sign, clear) if sign not in dead else None
        if closing is None:
            at += 1
            continue
        if closing:
            yield Quoted(at, closing, at + 1, closing - 1)
            at = closing
            continue
        if sign in "‘'":
            clear = min(end, at + _SINGLE)
            at += 1
            continue
        dead.add(sign)
        stop = end if goes_on and at + _LONGEST > end else _sentence_end(block, at)
        yield Quoted(at, min(stop, at + _LONGEST), at + 1, min(stop, at + _LONGEST))
        at = stop


def _sentence_end(block: Sequence[Sentence], at: int) -> int:
    return next((sentence.end for sentence in block if sentence.end > at), block[-1].end)


def _closing(text: str, at: int, start: int, end: int, sign: str, clear: int) -> int | None:
    """The offset behind the closing mark; 0 if it opens and never closes; None if it opens nothing."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if sign in ("“", "„", "«", "‹"):
        return _find_closing(text, at + 1, min(end, at + _LONGEST), _PAIRS[sign], sign)
    if sign == '"':
        if not _opens(before) or after.isspace():
            return None
        return text.find('"', at + 1, min(end, at + _LONGEST)) + 1
    if sign in "‘'":
        if not _opens(before) or not after.isalnum() or after.isdigit():
            return None
        return _find_single(text, max(at + 1, clear), min(end, at + _SINGLE))
    return None


def _opens(before: str) -> bool:
    return before.isspace() or before in "([{—–-:,/“‘"


def _find_closing(text: str, at: int, end: int, closers: str, opener: str) -> int:
    """The matching mark, quotations of the same kind inside counted."""
    depth = 1
    for index in range(at, end):
        sign = text[index]
        if sign in closers:
            depth -= 1
            if depth == 0:
                return index + 1
        elif sign == opener:
            depth += 1
    return 0 if depth == 1 else _find_first(text, at, end, closers)


def _find_first(text: str, at: int, end: int, closers: str) -> int:
    return next((index + 1 for index in range(at, end) if text[index] in closers), 0)


def _find_single(text: str, at: int, end: int) -> int:
    for index in range(at, end):
        if text[index] in "’'" and not text[index - 1].isspace():
            after = text[index + 1] if index + 1 < len(text) else " "
            if not (after.isalnum() or after == "_"):
                return index + 1
    return 0


def in_sentence(text: str, sentence: Sentence, found: Sequence[Quoted]) -> list[Quote]:
    """The parts of quotations that stand in a sentence, the marks included where they do."""
    quotes: list[Quote] = []
    for quote in found:
        start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
        if start >= end:
            continue
        words = text[max(start, quote.inner_start) : min(end, quote.inner_end)].strip(_TRIM)
        if any(sign.isalnum() for sign in words):
            quotes.append(Quote(start, end, text[start:end], words))
    return quotes
