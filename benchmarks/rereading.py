"""A story read once, compared again with a part of the engine taken away.

The claims stay the same spans, found by the same rules; what was read *in* them (values, classes,
claimants) is read anew with another lexicon.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

from factcheck.compare import compare, comparing
from factcheck.extract.modality import modality_of
from factcheck.extract.voice import Voices
from factcheck.segment import segment
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.truth import Story
    from factcheck.model import Analysis, Article, Claim, LexiconEntry, Sentence, Value


def with_lexicon(story: Story, lexicon: Sequence[LexiconEntry]) -> Story:
    """The story as the comparison sees it with this lexicon."""
    analysis = story.analysis
    sentences = {article.id: segment(article) for article in analysis.articles}
    reader = ValueReader(lexicon)
    for article in analysis.articles:
        reader.learn(article, sentences[article.id])
    claims = tuple(
        claim
        for article in analysis.articles
        for claim in _read_anew(article, sentences[article.id], analysis.claims, reader)
    )
    found = compare(analysis.articles, sentences, claims, lexicon)
    return replace(story, analysis=replace(analysis, claims=claims, comparison=found))


def _read_anew(
    article: Article, sentences: Sequence[Sentence], claims: Sequence[Claim], reader: ValueReader
) -> Iterator[Claim]:
    read = reader.read(article, sentences)
    voices = Voices(article.text, sentences, read)
    place = {(sentence.start, sentence.end): n for n, sentence in enumerate(sentences)}
    own = [claim for claim in claims if claim.article == article.id]
    for claim in own:
        index = place[claim.sentence]
        others = [c for c in own if c.sentence == claim.sentence]
        happens = reader.predicates(article.text, claim.start, claim.end)
        yield replace(
            claim,
            values=tuple(v for v in read[index] if claim.start <= v.start and v.end <= claim.end),
            context=tuple(v for v in read[index] if not any(_meet(c, v) for c in others)),
            attribution=voices.of(index, claim.start, claim.end),
            predicates=tuple(dict.fromkeys(name for _, _, name in happens)),
            modality=modality_of(
                claim.text,
                article.text[claim.sentence[0] : claim.start],
                [(start - claim.start, end - claim.start) for start, end, _ in happens],
            ),
        )


def _meet(claim: Claim, value: Value) -> bool:
    return claim.start < value.end and value.start < claim.end


def compared_again(story: Story, lexicon: Sequence[LexiconEntry]) -> Story:
    """The same claims through the comparison once more: what a patch has taken away is gone."""
    analysis: Analysis = story.analysis
    sentences = {article.id: segment(article) for article in analysis.articles}
    found = compare(analysis.articles, sentences, analysis.claims, lexicon)
    return replace(story, analysis=replace(analysis, comparison=found))


@contextmanager
def no_copies() -> Iterator[None]:
    """Copied sentences and rewritten articles go unnoticed: each article is a voice of its own."""
    with (
        patch.object(comparing, "copied_sentences", lambda *_: ()),
        patch.object(comparing, "article_links", lambda *_: ()),
    ):
        yield
