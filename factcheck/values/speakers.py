"""Whose words a quotation is: the attribution of its sentence, or of the sentence beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Attribution, Quote, Sentence, Value
from factcheck.values.quotes import Quoted, in_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOSTLY = 0.6
"""The share of a sentence that is quoted when it has no room for its own claimant."""


def with_speakers(
    text: str,
    sentences: Sequence[Sentence],
    rows: Sequence[tuple[Value, ...]],
    quotations: Sequence[Quoted],
) -> tuple[tuple[Value, ...], ...]:
    """The rows with their quotations put in, each with its speaker.

    A sentence that is all quotation and names nobody gets the attribution of the sentence that
    does: its claimant then stands outside the sentence, its scope inside.
    """
    said = [[value for value in row if isinstance(value, Attribution)] for row in rows]
    made: list[tuple[Value, ...]] = []
    at = 0
    for number, sentence in enumerate(sentences):
        while at < len(quotations) and quotations[at].end <= sentence.start:
            at += 1
        last = at
        while last < len(quotations) and quotations[last].start < sentence.end:
            last += 1
        quotes = in_sentence(text, sentence, quotations[at:last])
        borrowed = None
        if quotes and not said[number] and _mostly_quoted(sentence, quotes):
            borrowed = _neighbour(sentences, said, number, text)
        values: list[Value] = list(rows[number])
        for quote in quotes:
            one = borrowed or _covering(said[number], quote)
            name = (one.by or one.origin) if one and not one.vague else None
            values.append(Quote(quote.start, quote.end, quote.text, quote.words, name))
        if borrowed is not None:
            values.append(_moved(borrowed, quotes))
        made.append(tuple(sorted(values, key=lambda value: (value.start, value.end))))
    return tuple(made)


def _mostly_quoted(sentence: Sentence, quotes: Sequence[Quote]) -> bool:
    inside = sum(quote.end - quote.start for quote in quotes)
    return inside >= _MOSTLY * (sentence.end - sentence.start)


def _covering(said: Sequence[Attribution], quote: Quote) -> Attribution | None:
    """The closest attribution whose content holds the quotation, a named one for choice."""
    holding = [one for one in said if one.scope_start < quote.end and quote.start < one.scope_end]
    return min(holding, key=lambda one: (one.vague, one.scope_end - one.scope_start), default=None)


def _neighbour(
    sentences: Sequence[Sentence], said: Sequence[Sequence[Attribution]], number: int, text: str
) -> Attribution | None:
    """What names the speaker of a sentence that is all quotation: the one before, else the one behind."""
    paragraph = sentences[number].paragraph
    for other in (number - 1, number - 2, number + 1):
        if not 0 <= other < len(sentences) or not said[other]:
            continue
        if sentences[other].paragraph != paragraph and not (other == number - 1 or sentences[number].cut):
            continue
        named = [one for one in said[other] if not one.vague]
        if named and abs(sentences[number].paragraph - sentences[other].paragraph) <= 1:
            if sentences[other].paragraph < paragraph and not _introduces(sentences[other], text):
                continue
            return named[-1] if other < number else named[0]
    return None


def _introduces(sentence: Sentence, text: str) -> bool:
    """A sentence of the paragraph before leads to the quotation: by a colon, or as one of its own."""
    return text[sentence.start : sentence.end].rstrip()[-1:] in (":", "”", '"', ",")


def _moved(one: Attribution, quotes: Sequence[Quote]) -> Attribution:
    return replace(one, scope_start=quotes[0].start, scope_end=quotes[-1].end)
