"""Sentences that come near a statement by what their words mean, where few of its words stand in them.

They are shown as near and nothing more: what backs or contradicts a statement is decided without a model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.compare.facts.meanings import paired
from factcheck.compare.facts.similarity import STOPWORDS
from factcheck.compare.statements.bearing import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.compare.facts.meanings import Meanings, WordPair
    from factcheck.compare.statements.bearing import Bearing, Text


class Nearness:
    """What a model of meanings says of a statement's words, asked once for all the texts at hand."""

    def __init__(self, statement: Text, texts: Iterable[Text], meanings: Meanings) -> None:
        self._statement = statement
        among = sorted({word for text in texts for word in plain_words(text)})
        self._near: Mapping[str, Mapping[str, float]] = meanings.near(sorted(plain_words(statement)), among)

    def raised(self, text: Text, borne: Bearing, topic: frozenset[int]) -> tuple[float, tuple[WordPair, ...]]:
        """The share of the statement that ``text`` tells, words of near meaning counted in; and these words.

        A pair counts like two words of one root times their cosine.
        """
        rest = [at for at in range(len(borne.found)) if at not in topic]
        whole = sum(self._statement.words[at].weight for at in rest)
        missing = {self._statement.words[at].low for at in rest if not borne.found[at]}
        used = {text.words[at].low for at in borne.places if at is not None}
        ours, theirs = plain_words(self._statement), plain_words(text)
        ours = {word: weight for word, weight in ours.items() if word in missing}
        theirs = {word: weight for word, weight in theirs.items() if word not in used}
        pairs = paired(self._near, ours.keys(), theirs.keys(), theirs | ours)
        if not pairs:
            return borne.share, ()
        credit = sum(ROOT * pair.cosine * ours[pair.one] for pair in pairs)
        told = min(1.0, borne.told + credit / whole)
        return (told if borne.topic is None else (borne.topic + told) / 2), pairs


def plain_words(text: Text) -> dict[str, float]:
    """The words of a text that are neither names nor numbers, each with its weight."""
    return {
        word.low: min(1.0, word.weight)
        for word in text.words
        if not word.name and not word.number and word.low not in STOPWORDS
    }
