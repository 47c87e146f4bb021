"""One statement that somebody types, held against articles: what backs it, contradicts it, comes near.

The statement is made a claim of an article of its own and goes through the same comparison as the claims
of the articles. What that ties it to stands first. Sentences in which no rule found a claim, or which the
comparison did not tie to it, are held against it one by one (:mod:`factcheck.compare.statements.pairs`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from factcheck.compare import compare
from factcheck.compare.statements import saying as say
from factcheck.compare.statements.bearing import Bearing, bearing, read_words
from factcheck.compare.statements.pairs import BACKS, judge_readings, missing_words, topic_of
from factcheck.compare.statements.readings import STATEMENT, Reading, as_article, read_article, read_text
from factcheck.compare.statements.voices import voices_of
from factcheck.extract.modality import modality_of
from factcheck.extract.voice import Voices
from factcheck.model import Attribution, Claim, claim_id
from factcheck.segment import segment
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.statements.pairs import PairVerdict
    from factcheck.model import Article, Comparison, LexiconEntry, RelationOn, Sentence

Kind = Literal["agrees", "conflicts", "updates", "differs", "near"]
Verdict = Literal["supported", "conflicting", "unsourced"]

OWN = "statement"
"""Id of the article that the statement is made."""
ASKER = "the claim"
"""Who says it, in reasons. The word must tell something: names of nothing but stopwords meet each other."""
RANK: tuple[Kind, ...] = ("conflicts", "agrees", "updates", "differs", "near")
MOST, NEAR = 60, 5
"""Pieces of evidence that are given, and those among them that only come near."""
LOOKED_AT = 24
"""Sentences that are held against the statement one by one."""
SURE, CLOSE = 0.75, 0.35
"""The least share of the statement that a sentence tells which backs it, and which comes near it."""
BRIEF = 2.5
"""How many times the words of the statement a sentence may have that backs it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in an article, and what it is to the statement; ``claim`` is its id where it is one."""

    article: str
    start: int
    end: int
    relation: Kind
    on: RelationOn | None
    why: str
    score: float
    claim: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say of a statement. ``verdict`` None: a single source."""

    claim: str
    verdict: Verdict | None
    why: str
    score: float
    articles: int
    """Articles that speak for the verdict; ``voices`` counts copies and one owner once."""
    voices: int
    origins: tuple[str, ...]
    evidence: tuple[Finding, ...]


def held_against(
    statement: str, articles: Sequence[Article], claims: Sequence[Claim], lexicon: Sequence[LexiconEntry]
) -> Answer:
    """What ``articles``, whose ``claims`` are known, say of ``statement``."""
    # An undated statement is of the time of the story: a figure of a later day brings it up to date.
    days = sorted(article.published for article in articles if article.published)
    own = replace(as_article(OWN, statement[:STATEMENT]), published=days[0] if days else None)
    sentences = {article.id: segment(article) for article in (*articles, own)}
    reader = ValueReader(lexicon)
    for article in (*articles, own):
        reader.learn(article, sentences[article.id])
    mine = statement_claims(own, sentences[OWN], reader)
    found = compare((*articles, own), sentences, (*claims, *mine), lexicon)
    tied = _tied(found, claims, mine)
    rest = _sentence_by_sentence(reader, own, articles, sentences, tied)
    return _answer(statement, articles, found, [*tied, *rest])


def statement_claims(own: Article, sentences: Sequence[Sentence], reader: ValueReader) -> tuple[Claim, ...]:
    """Each sentence of the statement as a claim, whatever the rules would make of it."""
    read = reader.read(own, sentences)
    said = Voices(own.text, sentences, read)
    made = []
    for index, (sentence, values) in enumerate(zip(sentences, read, strict=True)):
        start, end = sentence.start, sentence.end
        happens = reader.predicates(own.text, start, end)
        within = [(begin - start, stop - start) for begin, stop, _ in happens]
        made.append(
            Claim(
                id=claim_id(own.text_sha256, start, end),
                article=own.id,
                start=start,
                end=end,
                text=own.text[start:end],
                sentence=(start, end),
                rules=("statement",),
                score=1.0,
                values=values,
                attribution=said.of(index, start, end) or _typed(start, end),
                predicates=tuple(dict.fromkeys(name for _, _, name in happens)),
                modality=modality_of(own.text[start:end], "", within),
            )
        )
    return tuple(made)


def _typed(start: int, end: int) -> Attribution:
    """Who says it where the statement names nobody: else it would inherit the origin of its twins."""
    return Attribution(start, start, "", "", ASKER, start, end)


def _tied(found: Comparison, claims: Sequence[Claim], mine: Sequence[Claim]) -> list[Finding]:
    """The claims that the comparison ties to the statement, the gravest relation of each."""
    by_id = {claim.id: claim for claim in claims}
    own = {claim.id for claim in mine} - by_id.keys()
    origin = {suggestion.claim: suggestion.origin for suggestion in found.suggestions}
    best: dict[str, Finding] = {}
    for relation in found.relations:
        for this, other in ((relation.a, relation.b), (relation.b, relation.a)):
            if this not in own or other not in by_id:
                continue
            claim = by_id[other]
            # What repeats the statement's words backs it: nobody has copied what was typed just now.
            kind: Kind = "agrees" if relation.kind == "copies" else relation.kind
            one = Finding(
                claim.article,
                claim.start,
                claim.end,
                kind,
                relation.on,
                relation.why,
                relation.score,
                other,
                origin.get(other),
            )
            known = best.get(other)
            if known is None or RANK.index(kind) < RANK.index(known.relation):
                best[other] = one
    return list(best.values())


def _sentence_by_sentence(
    reader: ValueReader,
    own: Article,
    articles: Sequence[Article],
    sentences: dict[str, tuple[Sentence, ...]],
    tied: Sequence[Finding],
) -> list[Finding]:
    """What the sentences without a tied claim say, those that tell most of the statement first."""
    statement = read_article(reader, own, sentences[OWN])
    if not statement.words.words:
        return []
    topic = topic_of(statement)
    taken = {(one.article, one.start, one.end) for one in tied}
    ranked: list[tuple[float, int, int, Sentence]] = []
    for place, article in enumerate(articles):
        for number, sentence in enumerate(sentences[article.id]):
            inside = (a == article.id and sentence.start < e and s < sentence.end for a, s, e in taken)
            if sentence.kind == "heading" or any(inside):
                continue
            words = read_words(article.text[sentence.start : sentence.end], (), article.lang)
            share = bearing(statement.words, words, topic).share
            if share >= CLOSE:
                ranked.append((-share, place, number, sentence))
    found = []
    for _, place, _, sentence in sorted(ranked, key=lambda row: row[:3])[:LOOKED_AT]:
        article = articles[place]
        text = read_text(reader, article.text[sentence.start : sentence.end], article.lang)
        found.append(_judged(statement, topic, text, article, sentence))
    return found


def _judged(
    statement: Reading, topic: frozenset[int], text: Reading, article: Article, sentence: Sentence
) -> Finding:
    verdict = judge_readings(statement, text)
    borne = bearing(statement.words, text.words, topic)
    brief = len(text.words.words) <= BRIEF * len(statement.words.words) and borne.share >= BACKS
    kind: Kind = "near"
    why = say.not_told(borne.share, missing_words(statement.words, borne))
    if verdict.label == "supported" and borne.told >= SURE and brief and _all_numbers(statement, borne):
        kind, why = "agrees", verdict.why
    elif verdict.label == "conflicting" and borne.told >= CLOSE and _contradicts(verdict, statement):
        kind, why = "conflicts", verdict.why
    return Finding(article.id, sentence.start, sentence.end, kind, verdict.on, why, round(borne.share, 3))


def _contradicts(verdict: PairVerdict, statement: Reading) -> bool:
    """A denial, another date or another measure. How many people: that the comparison has asked already."""
    if verdict.on == "quantity":
        return all(quantity.unit != "person" for quantity in statement.quantities)
    return verdict.denial or verdict.on == "date"


def _all_numbers(statement: Reading, borne: Bearing) -> bool:
    told = zip(statement.words.words, borne.found, strict=True)
    return all(credit for word, credit in told if word.number)


def _answer(
    statement: str, articles: Sequence[Article], found: Comparison, evidence: Sequence[Finding]
) -> Answer:
    ordered = sorted(evidence, key=lambda one: (RANK.index(one.relation), -one.score, one.article, one.start))
    near = [one for one in ordered if one.relation == "near"][:NEAR]
    shown = [one for one in ordered if one.relation != "near"][: MOST - len(near)] + near
    against = [one for one in shown if one.relation == "conflicts"]
    backing = [one for one in shown if one.relation == "agrees"]
    digests = {article.id for article in articles if article.kind == "digest"}
    speaking = [one for one in against or backing if one.article not in digests]
    heard = voices_of([(one.article, one.claim) for one in speaking], articles, found)
    named = tuple(dict.fromkeys(one.origin for one in speaking if one.origin))
    count = len({one.article for one in speaking})
    blank = Answer(statement, None, "", 0.0, count, heard, named, tuple(shown))
    score = max((one.score for one in speaking), default=0.0)
    if against:
        why = say.contradicted(count, len({one.article for one in backing}), against[0].why)
        return replace(blank, verdict="conflicting", why=why, score=score)
    if heard > 1:
        return replace(blank, verdict="supported", why=say.backed(count, heard, named), score=score)
    if heard == 1:
        return replace(blank, why=say.single(count, named), score=score)
    return replace(blank, verdict="unsourced", why=say.UNSOURCED)
