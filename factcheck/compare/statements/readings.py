"""A statement, or a text that is held against it, read once: its words, values and denials."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.compare.statements.bearing import Text, read_words
from factcheck.compare.statements.polarity import negations
from factcheck.model import Article, DateValue, Entity, Quantity
from factcheck.segment import segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Sentence
    from factcheck.values import ValueReader

LONGEST = 20_000
"""Code points of a text that are read."""
STATEMENT = 2_000
"""Code points of a statement that are read."""
MOST_VALUES = 100
"""Values of one kind in a text that are looked at, the first ones."""
_BRACKETS = {"LRB": "(", "RRB": ")", "LSB": "[", "RSB": "]", "LCB": "{", "RCB": "}"}
_TREEBANK = re.compile(r"-([LR][RSC]B)-")
_ENDLESS = re.compile(r"(\S{500})\S+")
"""A word longer than any: its beginning will do."""
_BEFORE_SIGN = re.compile(r"\s+([.,;:!?)\]}%]|['’]s\b|n['’]t\b)")
_BEHIND_SIGN = re.compile(r"([(\[{$€£])\s+")
_QUOTES = re.compile(r"``\s?|\s?''")


@dataclass(frozen=True)
class Reading:
    """What the comparison of a statement with a text needs of either."""

    text: str
    words: Text
    quantities: tuple[Quantity, ...]
    dates: tuple[DateValue, ...]
    names: tuple[Entity, ...]
    negations: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds ``offset``."""
        return min(bisect_right(self.words.sentences, offset), max(0, len(self.sentences) - 1))


def plain_text(text: str) -> str:
    """Running text, as people write it, of text that was cut into tokens (``-LRB- born July 2 , 1978``)."""
    text = text[:LONGEST].encode("utf-8", "replace").decode("utf-8")
    text = _ENDLESS.sub(r"\1", text)
    text = _TREEBANK.sub(lambda found: _BRACKETS[found.group(1)], text)
    text = _QUOTES.sub('"', text)
    return " ".join(_BEHIND_SIGN.sub(r"\1", _BEFORE_SIGN.sub(r"\1", text)).split())


def read_text(reader: ValueReader, text: str, lang: str = "en") -> Reading:
    """Read a text of no article."""
    article = as_article("t", text, lang)
    return read_article(reader, article, segment(article))


def as_article(name: str, text: str, lang: str = "en") -> Article:
    """A text as the stages of the pipeline take it."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(name, "", "", "", text, digest, digest, lang=lang)


def read_article(reader: ValueReader, article: Article, sentences: Sequence[Sentence]) -> Reading:
    """Read an article whose sentences are known."""
    text = article.text
    values = [value for row in reader.read(article, sentences) for value in row]
    return Reading(
        text,
        read_words(text, [sentence.end for sentence in sentences], article.lang),
        tuple(value for value in values if isinstance(value, Quantity))[:MOST_VALUES],
        tuple(value for value in values if isinstance(value, DateValue))[:MOST_VALUES],
        tuple(value for value in values if isinstance(value, Entity))[:MOST_VALUES],
        tuple(negations(text))[:MOST_VALUES],
        tuple((sentence.start, sentence.end) for sentence in sentences),
    )
