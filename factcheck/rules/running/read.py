"""An article read by an engine: which sentences the rules see, and what stands about each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Article, Hit, Sentence
    from factcheck.rules.running.compile import Engine


def hits_in(
    engine: Engine, article: Article, sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, list[Hit]]]:
    """Each sentence of an article with its hits, in reading order.

    In a heading look only the rules whose scope is ``heading``; in the first one of an article that begins
    with it also those whose scope is ``title``.
    """
    above = {rule.id: rule.scope for rule in engine.rules if rule.scope in ("heading", "title")}
    body = tuple((one.start, one.end) for one in sentences if one.kind == "body")
    document = body if engine.looks_through else ()
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        around = [(one.start, one.end) for one in paragraph] if engine.looks_around else []
        for sentence in paragraph:
            if sentence.kind == "heading" and not above:
                yield sentence, []
                continue
            hits = engine.hits(
                article.text,
                sentence.start,
                sentence.end,
                kind=sentence.kind,
                lang=article.lang,
                paragraph=around,
                document=document,
            )
            if sentence.kind == "heading":
                allowed = {"heading", "title"} if sentence is sentences[0] else {"heading"}
                hits = [hit for hit in hits if above.get(hit.rule) in allowed]
            yield sentence, hits
