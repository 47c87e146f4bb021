"""Claims: what the rules hit in a sentence, widened to the clause that can be read alone.

A claim is the union of the overlapping hits of claim-making rules inside one sentence. A hit is first
widened to the clause it stands in, so that two hits in one clause are one claim and two clauses by
two claimants stay two. A claim that tells two facts with figures is cut into two (:mod:`facts`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factcheck.extract.facts import facts, told_by
from factcheck.extract.modality import modality_of
from factcheck.extract.score import USUAL, Worth, score_of
from factcheck.extract.spans import Span, spans
from factcheck.extract.voice import Voices
from factcheck.extract.words import SURE_VERB, VERB
from factcheck.model import Claim, Quantity, claim_id
from factcheck.rules.phrases.message import filled
from factcheck.rules.running.read import hits_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.extract.facts import Predicate
    from factcheck.model import Article, Hit, RuleInfo, Sentence, Value
    from factcheck.rules import Engine
    from factcheck.values import ValueReader

_ANY_VERB = re.compile(VERB)
_OWN_VERB = re.compile(
    rf"(?:is|are|was|were|has|have|had|will|would|did|does)\b|(?:also\s+|then\s+|later\s+)?[^\s]+\s.*?{SURE_VERB}",
    re.S,
)
"""A clause has a finite verb of its own: an auxiliary at its start, or a verb behind a subject."""


def extract(
    article: Article,
    sentences: Sequence[Sentence],
    engine: Engine,
    reader: ValueReader,
    rules: Mapping[str, RuleInfo],
    worth: Worth = USUAL,
) -> tuple[Claim, ...]:
    """The claims of an article in the order of its text. Only rules that name headings look at them."""
    reading = read(article, sentences, reader)
    hit = hits_in(engine, article, sentences)
    return tuple(
        claim
        for index, (_, hits) in enumerate(hit)
        for claim in claims_in(reading, index, hits, reader, rules, worth)
    )


class Reading(NamedTuple):
    """What an article says, whatever the rules are: a row of values for each sentence, and whose words."""

    article: Article
    sentences: Sequence[Sentence]
    values: Sequence[Sequence[Value]]
    voices: Voices


def read(article: Article, sentences: Sequence[Sentence], reader: ValueReader) -> Reading:
    """Read the values of an article; they depend on the lexicon and on what the reader has learned."""
    values = reader.read(article, sentences)
    return Reading(article, sentences, values, Voices(article.text, sentences, values))


def claims_in(
    reading: Reading,
    index: int,
    hits: Sequence[Hit],
    reader: ValueReader,
    rules: Mapping[str, RuleInfo],
    worth: Worth = USUAL,
) -> tuple[Claim, ...]:
    """The claims of the sentence at ``index``, given the hits in it."""
    if not hits:
        return ()
    article, sentence, values = reading.article, reading.sentences[index], reading.values[index]
    wholes = spans(article.text, sentence, hits, values, rules, article.lang)
    scene = _Scene(article, sentence, index, values, wholes, worth, hits)
    found: list[Claim] = []
    for whole in wholes:
        happens = reader.predicates(article.text, whole.start, whole.end)
        told = told_by(article.text, values, happens)
        parts = [
            Span(*place, _rules(place, whole, hits))
            for place in facts(article.text, whole.start, whole.end, told)
        ]
        found.extend(_claims(scene, whole, parts, happens, reading.voices, rules))
    return tuple(found)


class _Scene(NamedTuple):
    """A sentence with its values and with the claims that are not cut yet."""

    article: Article
    sentence: Sentence
    number: int
    values: Sequence[Value]
    wholes: Sequence[Span]
    worth: Worth
    hits: Sequence[Hit]


def _messages(text: str, span: Span, hits: Sequence[Hit], rules: Mapping[str, RuleInfo]) -> tuple[str, ...]:
    """What the rules that hit something of a claim tell of it, each thing once."""
    found = [
        filled(rules[hit.rule].message, text, hit.slots)
        for hit in hits
        if hit.rule in span.rules
        and hit.start < span.end
        and span.start < hit.end
        and rules[hit.rule].message
    ]
    return tuple(dict.fromkeys(found))


def _rules(place: tuple[int, int], whole: Span, hits: Sequence[Hit]) -> tuple[str, ...]:
    """The rules that hit something of a claim's part; all of them where its words were only widened to."""
    touching = {hit.rule for hit in hits if hit.start < place[1] and place[0] < hit.end}
    return tuple(rule for rule in whole.rules if rule in touching) or whole.rules


def _claims(
    scene: _Scene,
    whole: Span,
    parts: Sequence[Span],
    happens: Sequence[Predicate],
    voices: Voices,
    rules: Mapping[str, RuleInfo],
) -> list[Claim]:
    """The claims that ``whole`` is cut into; each keeps what it is told with: voice, doubt, names, verb."""
    made: list[Claim] = []
    for part in parts:
        beside = [other for other in parts if other is not part]
        claim = _claim(scene, whole, part, beside, happens, voices, rules)
        doubted = made and made[-1].modality in ("forecast", "possible")
        if doubted and claim.modality == "asserted" and not _OWN_VERB.match(claim.text):
            # "Could have killed 40 and wounded 100": the second half is no more certain than the first.
            claim = replace(claim, modality=made[-1].modality)
        made.append(claim)
    for at in reversed(range(len(made) - 1)):
        behind = made[at + 1]
        if not made[at].predicates and not _ANY_VERB.search(made[at].text):
            # "Twelve guards and three cooks were killed": one verb, behind both.
            made[at] = replace(made[at], predicates=behind.predicates, modality=behind.modality)
    return made


def _claim(
    scene: _Scene,
    whole: Span,
    span: Span,
    beside: Sequence[Span],
    happens: Sequence[Predicate],
    voices: Voices,
    rules: Mapping[str, RuleInfo],
) -> Claim:
    article, sentence = scene.article, scene.sentence
    text = article.text[span.start : span.end]
    inside = tuple(v for v in scene.values if span.start <= v.start and v.end <= span.end)
    context = tuple(
        v
        for v in scene.values
        if any(p.start <= v.start and v.end <= p.end for p in beside)
        or not any(p.start < v.end and v.start < p.end for p in scene.wholes)
    )
    infos = [rules[rule] for rule in span.rules]
    told = [(start, end, name) for start, end, name in happens if span.start <= start and end <= span.end]
    names = [name for _, _, name in told]
    if not names and beside:
        # "Nine guards and four bystanders were killed": what befell both is said once.
        names = [v.of for v in inside if isinstance(v, Quantity) and v.of]
    attribution = voices.of(scene.number, span.start, span.end) or voices.of(
        scene.number, whole.start, whole.end
    )
    caption = sentence.kind == "caption"
    return Claim(
        id=claim_id(article.text_sha256, span.start, span.end),
        article=article.id,
        start=span.start,
        end=span.end,
        text=text,
        sentence=(sentence.start, sentence.end),
        rules=span.rules,
        score=score_of(text, infos, inside, attribution, caption=caption, worth=scene.worth),
        values=inside,
        context=context,
        attribution=attribution,
        kinds=tuple(dict.fromkeys(info.kind for info in infos)),
        predicates=tuple(dict.fromkeys(names)),
        modality=modality_of(
            text,
            article.text[sentence.start : whole.start],
            [(start - span.start, end - span.start) for start, end, _ in told],
        ),
        cut=sentence.cut and _cut_off(article.text[span.end : sentence.end]),
        caption=caption,
        messages=_messages(article.text, span, scene.hits, rules),
    )


def _cut_off(behind: str) -> bool:
    """Whether a claim of a sentence that breaks off ends where it does; ``behind`` is the sentence's rest.

    "The announcement came on Friday," is a whole clause: what is missing stood behind its comma.
    """
    rest = behind.lstrip("”’\"'")
    return not rest.strip(" \t\n.,;:…”’\"'-–—") and rest[:1] not in (",", ";")
