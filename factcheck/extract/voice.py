"""Whose words a claim is: the attribution whose scope holds it, or the speaker who plainly goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Sentence, Value

_GOES_ON = re.compile(r"[“\"]")
_AND = re.compile(r"(?:\s[a-z]+)?(?:\s(?:on|in|at|late|early|earlier)\s[^,.;]{1,30})?,\s+and\s+(?:that\s+)?")


class Voices:
    """The attributions of an article's sentences."""

    def __init__(self, text: str, sentences: Sequence[Sentence], values: Sequence[Sequence[Value]]) -> None:
        self._text = text
        self._sentences = sentences
        self._said = [[v for v in row if isinstance(v, Attribution)] for row in values]

    def of(self, index: int, start: int, end: int) -> Attribution | None:
        """The attribution of the range ``start..end`` in sentence ``index``, None where nobody is named."""
        best: tuple[float, int] | None = None
        chosen: Attribution | None = None
        for one in self._said[index]:
            shared = min(end, one.scope_end) - max(start, one.scope_start)
            if shared <= 0 and not (start <= one.start and one.end <= end):
                continue
            rank = (shared / (end - start), -(one.scope_end - one.scope_start))
            if best is None or rank > best:
                best, chosen = rank, one
        return chosen or self._carried_on(index, start) or self._continued(index)

    def _carried_on(self, index: int, start: int) -> Attribution | None:
        """ "Forty men were sent, the brigade said, and it took them a day": who is set in says both."""
        for one in self._said[index]:
            set_in = one.scope_end <= one.start and self._text[
                max(0, one.start - 2) : one.start
            ].rstrip().endswith(",")
            if one.end <= start and set_in and _AND.fullmatch(self._text, one.end, start):
                return one
        return None

    def _continued(self, index: int) -> Attribution | None:
        """The speaker of the sentence before, where this one is all quotation and names nobody."""
        sentence = self._sentences[index]
        text = self._text[sentence.start : sentence.end].strip()
        if index == 0 or self._said[index] or not _GOES_ON.match(text) or text[-1] not in '”"':
            return None
        before = self._sentences[index - 1]
        if sentence.paragraph - before.paragraph > 1 or not self._said[index - 1]:
            return None
        return self._said[index - 1][-1]
