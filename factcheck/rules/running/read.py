"""An article read by an engine: which sentences the rules see, and what stands about each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from factcheck.model import Article, Hit, Sentence
    from factcheck.rules.running.compile import Engine


def hits_in(
    engine: Engine, article: Article, sentences: Sequence[Sentence], only: Container[int] | None = None
) -> Iterator[tuple[Sentence, list[Hit]]]:
    """Each sentence of an article with its hits, in reading order; ``only`` are the numbers of those read.

    In a heading look only the rules whose scope is ``heading``; in the first one of an article that begins
    with it also those whose scope is ``title``.
    """
    above = {rule.id: rule.scope for rule in engine.rules if rule.scope in ("heading", "title")}
    body = tuple((one.start, one.end) for one in sentences if one.kind == "body")
    document = body if engine.looks_through else ()
    for _, group in groupby(enumerate(sentences), key=lambda pair: pair[1].paragraph):
        paragraph = list(group)
        around = [(one.start, one.end) for _, one in paragraph] if engine.looks_around else []
        for number, sentence in paragraph:
            if (only is not None and number not in only) or (sentence.kind == "heading" and not above):
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
