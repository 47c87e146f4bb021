"""Claims that a person marked: any words of a sentence, read as a rule's claim is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.extract.modality import modality_of
from factcheck.extract.voice import Voices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Article, Claim, Sentence
    from factcheck.values import ValueReader


def read_marked(
    article: Article, sentences: Sequence[Sentence], claims: Sequence[Claim], reader: ValueReader
) -> tuple[Claim, ...]:
    """The claims of one article with the values, the attribution and the modality of their words.

    Score, rules and kinds stay as they are: no rule found these claims. A claim over several sentences
    has the attribution of the one it begins in.
    """
    read = reader.read(article, sentences)
    values = [value for row in read for value in row]
    voices = Voices(article.text, sentences, read)
    found = []
    for claim in claims:
        index = next((n for n, each in enumerate(sentences) if claim.start < each.end), len(sentences) - 1)
        happens = reader.predicates(article.text, claim.start, claim.end)
        around = read[index] if sentences else ()
        found.append(
            replace(
                claim,
                values=tuple(v for v in values if claim.start <= v.start and v.end <= claim.end),
                context=tuple(v for v in around if v.end <= claim.start or claim.end <= v.start),
                attribution=voices.of(index, claim.start, claim.end) if sentences else None,
                predicates=tuple(dict.fromkeys(name for _, _, name in happens)),
                modality=modality_of(
                    claim.text,
                    article.text[claim.sentence[0] : claim.start],
                    [(start - claim.start, end - claim.start) for start, end, _ in happens],
                ),
            )
        )
    return tuple(found)
