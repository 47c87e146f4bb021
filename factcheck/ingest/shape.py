"""What a line of text looks like: where it ends, whether it is a title, a heading, a list item.

Every pattern here is run on lines of bounded length, so that the cost stays linear in the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.ingest.wordlists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_SHAPED = 3000
"""Longer lines (code points) are prose whatever they look like; no pattern is tried on them."""

CLOSERS = "\"'”’»)]}›*_"
_END = re.compile(r"[.!?…。！？][" + re.escape(CLOSERS) + r"\s]*$")
_ELLIPSIS_END = re.compile(
    r"(?:\.\s?\.\s?\.|…|\[(?:\.{3}|…|\+\d+ chars?)\])[" + re.escape(CLOSERS) + r"\s]*$"
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")

# Words on which no sentence and no headline ends.
_OPEN_WORDS = word_set(
    """a an the of to in on at by for with from into over under about and or but nor that which who whom
    whose as than between through against during despite because while if is are was were be been has
    have had will would can could may might must shall should its their his her our your my this these
    those no not very more most some any each every such both either neither including according mr mrs
    ms dr"""
)
# Words that headlines write small.
_SMALL_WORDS = _OPEN_WORDS | word_set("up out off vs via after before amid near per so yet")

_LIST_ITEM = re.compile(r"(?:[-*•‣·▪◦–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_SENTENCE_INSIDE = re.compile(r"[a-z]{4}[.!?][\"”’)]{0,2}\s+[A-Z\"“]")
_HEADING_MARK = re.compile(r"#{1,6}\s")


def lines(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the lines that are not blank, white space trimmed, in order."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        trimmed = trim(text, start, end)
        if trimmed[0] < trimmed[1]:
            yield trimmed
        start = end + 1


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its edges; an empty range where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def words(line: str) -> list[str]:
    return _WORD.findall(line)


def ends_sentence(line: str) -> bool:
    """Ends in final punctuation, closing quotation marks and brackets aside."""
    return _END.search(line[-20:]) is not None


def ends_cut(line: str) -> bool:
    """Ends as a snippet does: an ellipsis, a comma, a word that needs another, no final punctuation."""
    tail = line[-40:]
    if _ELLIPSIS_END.search(tail):
        return True
    return not ends_sentence(tail) and not tail.rstrip(CLOSERS + " ").endswith((":", ";", "|"))


def ends_open(line: str) -> bool:
    """Ends so that more must follow: on a comma, a dash, a possessive or a word such as "the"."""
    tail = line[-60:].rstrip()
    if not tail or tail.endswith((",", "-", "–", "—", "(", "/", "&")):
        return True
    if ends_sentence(tail):
        return False
    found = words(tail)
    last = found[-1].lower() if found else ""
    return last in _OPEN_WORDS or last.endswith(("'s", "’s")) or tail.endswith(("s'", "s’"))


def is_list_item(line: str) -> bool:
    return _LIST_ITEM.match(line) is not None


def heading_mark(line: str) -> int:
    """How many code points of Markdown's heading sign the line begins with."""
    match = _HEADING_MARK.match(line)
    return match.end() if match else 0


def is_title_case(line: str) -> bool:
    """Most words that headlines write large are written large."""
    large = [word for word in words(line) if word.lower() not in _SMALL_WORDS]
    if len(large) < 2:
        return False
    return sum(not word[0].islower() for word in large) >= 0.8 * len(large)


def is_title_like(line: str) -> bool:
    """Short, begins large, no final full stop: a headline or a heading, as far as its shape says."""
    if len(line) > 160 or ends_open(line) or is_list_item(line) or line.startswith("|"):
        return False
    if _SENTENCE_INSIDE.search(line):
        return False
    first = line.lstrip("\"'“‘«([#* ")[:1]
    if not first or first.islower() or not words(line):
        return False
    return not line.rstrip(CLOSERS + " ").endswith((".", "!", "…", ":", ";"))
