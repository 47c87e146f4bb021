"""Claims: what the rules hit in a sentence, widened to the clause that can be read alone.

A claim is the union of the overlapping hits of claim-making rules inside one sentence. A hit is first
widened to the clause it stands in, so that two hits in one clause are one claim and two clauses by
two claimants stay two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.clauses import Clause, clauses
from factcheck.extract.modality import modality_of
from factcheck.extract.score import score_of
from factcheck.extract.spans import Span, spans
from factcheck.extract.voice import Voices
from factcheck.model import Claim, claim_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Article, RuleInfo, Sentence, Value
    from factcheck.rules import Engine
    from factcheck.values import ValueReader

__all__ = ["Clause", "Span", "clauses", "extract", "spans"]


def extract(
    article: Article,
    sentences: Sequence[Sentence],
    engine: Engine,
    reader: ValueReader,
    rules: Mapping[str, RuleInfo],
) -> tuple[Claim, ...]:
    """The claims of an article in the order of its text. Headings are not scanned."""
    read = reader.read(article, sentences)
    voices = Voices(article.text, sentences, read)
    found: list[Claim] = []
    for index, (sentence, values) in enumerate(zip(sentences, read, strict=True)):
        if sentence.kind == "heading":
            continue
        hits = engine.hits(article.text, sentence.start, sentence.end, kind=sentence.kind)
        places = spans(article.text, sentence, hits, values, rules)
        found.extend(
            _claim(article, sentence, span, places, values, voices, index, reader, rules) for span in places
        )
    return tuple(found)


def _claim(
    article: Article,
    sentence: Sentence,
    span: Span,
    places: Sequence[Span],
    values: Sequence[Value],
    voices: Voices,
    index: int,
    reader: ValueReader,
    rules: Mapping[str, RuleInfo],
) -> Claim:
    text = article.text[span.start : span.end]
    inside = tuple(v for v in values if span.start <= v.start and v.end <= span.end)
    context = tuple(v for v in values if not any(p.start < v.end and v.start < p.end for p in places))
    infos = [rules[rule] for rule in span.rules]
    happens = reader.predicates(article.text, span.start, span.end)
    attribution = voices.of(index, span.start, span.end)
    caption = sentence.kind == "caption"
    return Claim(
        id=claim_id(article.text_sha256, span.start, span.end),
        article=article.id,
        start=span.start,
        end=span.end,
        text=text,
        sentence=(sentence.start, sentence.end),
        rules=span.rules,
        score=score_of(text, infos, inside, attribution, caption=caption),
        values=inside,
        context=context,
        attribution=attribution,
        kinds=tuple(dict.fromkeys(info.kind for info in infos)),
        predicates=tuple(dict.fromkeys(name for _, _, name in happens)),
        modality=modality_of(
            text,
            article.text[sentence.start : span.start],
            [(start - span.start, end - span.start) for start, end, _ in happens],
        ),
        cut=sentence.cut and not article.text[span.end : sentence.end].strip(" \t\n.,;:…”’\"'-–—"),
        caption=caption,
    )
