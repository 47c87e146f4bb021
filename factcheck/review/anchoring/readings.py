"""A text as a person reads it: without page furniture, white space as one blank, in sentences.

Spans are looked for in this form, so that an advertisement put into the middle of a sentence, or
a line broken elsewhere, does not hide words that still stand there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.model import Article
from factcheck.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Furniture

_REPEAT = "stands twice"
"""Why a later copy of a paragraph is furniture. It is read all the same: whoever cannot see the copy
takes it, or what it was copied from, for the only one."""
_RUN = re.compile(r"\S+(?: \S+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """``text`` is what is read; every range here counts in it unless it is called original."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    begins: tuple[int, ...]
    """Where each run of words begins in ``text``, and in the original text (``origins``)."""
    origins: tuple[int, ...]

    def sentence(self, number: int) -> str:
        start, end = self.sentences[number]
        return self.text[start:end]

    def covering(self, start: int, end: int) -> range:
        """The numbers of the sentences that share a character with the range."""
        first = bisect_right(self.sentences, start, key=lambda sentence: sentence[1])
        last = first
        while last < len(self.sentences) and self.sentences[last][0] < end:
            last += 1
        return range(first, last)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original range: from the first of its characters to behind the last."""
        return self._origin(start), self._origin(end - 1) + 1

    def read(self, start: int, end: int) -> tuple[int, int] | None:
        """What of an original range is read; None where it is all furniture or white space."""
        left, right = self._place(start), self._place(end)
        while left < right and self.text[left].isspace():
            left += 1
        while left < right and self.text[right - 1].isspace():
            right -= 1
        return (left, right) if left < right else None

    def _origin(self, at: int) -> int:
        run = bisect_right(self.begins, at) - 1
        return self.origins[run] + at - self.begins[run]

    def _place(self, origin: int) -> int:
        """The first read character at or behind an original offset."""
        run = bisect_right(self.origins, origin) - 1
        if run < 0:
            return 0
        after = self.begins[run + 1] if run + 1 < len(self.begins) else len(self.text)
        return min(self.begins[run] + origin - self.origins[run], after)


def reading_of(article: Article) -> Reading:
    """An article of today, its furniture left out."""
    lined, begins, origins = _without(article.text, article.furniture)
    sentences = segment(replace(article, text=lined, furniture=()))
    return Reading(
        lined.replace("\n", " "),
        tuple((sentence.start, sentence.end) for sentence in sentences),
        tuple(begins),
        tuple(origins),
    )


def reading_of_text(text: str) -> Reading:
    """A text of which only the words were kept; its furniture is told as it was when it came in."""
    # Only where a text has changed: opening a session stays fast.
    from factcheck.ingest.furniture import mark
    from factcheck.ingest.headers import read_headers

    furniture = mark(text, read_headers(text))
    return reading_of(Article("", "", "", "", text, "", "", furniture=furniture))


def _without(text: str, furniture: tuple[Furniture, ...]) -> tuple[str, list[int], list[int]]:
    """The text that is read, lines kept, with the place of each run of words in it and in ``text``."""
    made: list[str] = []
    begins: list[int] = []
    origins: list[int] = []
    size, before = 0, 0
    for start, end, is_behind_furniture in _stretches(text, furniture):
        for run in _RUN.finditer(text, start, end):
            between = "\n" if "\n" in text[before : run.start()] else " "
            if begins and is_behind_furniture and _goes_on(made[-1], run.group()):
                between = " "
            is_behind_furniture = False
            if begins:
                made.append(between)
                size += 1
            begins.append(size)
            origins.append(run.start())
            made.append(run.group())
            size += len(run.group())
            before = run.end()
    return "".join(made), begins, origins


def _stretches(text: str, furniture: tuple[Furniture, ...]) -> Iterator[tuple[int, int, bool]]:
    """What stands outside furniture, and whether furniture stands before it."""
    at, is_behind = 0, False
    for part in sorted(furniture, key=lambda part: part.start):
        if part.why.startswith(_REPEAT):
            continue
        if at < part.start:
            yield at, part.start, is_behind
        at, is_behind = max(at, part.end), True
    yield at, len(text), is_behind


def _goes_on(before: str, after: str) -> bool:
    """The furniture stood inside a sentence: its words before end no sentence and those behind go on."""
    from factcheck.ingest.shape import ends_sentence

    return not ends_sentence(before) and not after[:1].isupper()
