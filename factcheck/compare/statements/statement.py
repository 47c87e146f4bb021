"""One statement that somebody types, held against articles: what backs it, contradicts it, comes near.

The statement is made a claim of an article of its own and goes through the same comparison as the claims
of the articles. What that ties it to stands first. Sentences in which no rule found a claim, or which the
comparison did not tie to it, are held against it one by one (:mod:`factcheck.compare.statements.pairs`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from factcheck.compare import compare, wording
from factcheck.compare.facts.meanings import told as told_words
from factcheck.compare.reading.reader import TYPED
from factcheck.compare.statements import saying as say
from factcheck.compare.statements.bearing import Bearing, bearing, read_words
from factcheck.compare.statements.nearness import Nearness
from factcheck.compare.statements.pairs import BACKS, judge_readings, missing_words, topic_of
from factcheck.compare.statements.readings import STATEMENT, Reading, as_article, read_article, read_text
from factcheck.compare.statements.voices import voices_of
from factcheck.compare.voices.origins import by_frequency
from factcheck.extract.facts import facts, told_by
from factcheck.extract.modality import modality_of
from factcheck.extract.voice import Voices
from factcheck.model import Attribution, Claim, claim_id
from factcheck.segment import segment
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.facts.meanings import Meanings, WordPair
    from factcheck.compare.statements.bearing import Text
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
    statement: str,
    articles: Sequence[Article],
    claims: Sequence[Claim],
    lexicon: Sequence[LexiconEntry],
    meanings: Meanings | None = None,
) -> Answer:
    """What ``articles``, whose ``claims`` are known, say of ``statement``.

    ``meanings`` ranks the sentences that come near; the suggestion and what it rests on are the same
    with it and without.
    """
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
    rest = _sentence_by_sentence(reader, own, articles, sentences, tied, meanings)
    return _answer(statement, articles, claims, found, [*tied, *rest])


def statement_claims(own: Article, sentences: Sequence[Sentence], reader: ValueReader) -> tuple[Claim, ...]:
    """Each sentence of the statement as a claim, whatever the rules would make of it; two facts as two."""
    read = reader.read(own, sentences)
    said = Voices(own.text, sentences, read)
    made = []
    for index, (sentence, values) in enumerate(zip(sentences, read, strict=True)):
        happens = reader.predicates(own.text, sentence.start, sentence.end)
        told = told_by(own.text, values, happens)
        for start, end in facts(own.text, sentence.start, sentence.end, told):
            here = [told for told in happens if start <= told[0] and told[1] <= end]
            inside = tuple(v for v in values if start <= v.start and v.end <= end)
            made.append(
                Claim(
                    id=claim_id(own.text_sha256, start, end),
                    article=own.id,
                    start=start,
                    end=end,
                    text=own.text[start:end],
                    sentence=(sentence.start, sentence.end),
                    rules=(TYPED,),
                    score=1.0,
                    values=inside,
                    context=tuple(v for v in values if v not in inside),
                    attribution=said.of(index, start, end) or _typed(start, end),
                    predicates=tuple(dict.fromkeys(name for _, _, name in here)),
                    modality=modality_of(
                        own.text[start:end], "", [(s - start, e - start) for s, e, _ in here]
                    ),
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
    meanings: Meanings | None,
) -> list[Finding]:
    """What the sentences without a tied claim say, those that tell most of the statement first."""
    statement = read_article(reader, own, sentences[OWN])
    if not statement.words.words:
        return []
    topic = topic_of(statement)
    taken = {(one.article, one.start, one.end) for one in tied}
    free: list[_Free] = []
    for article in articles:
        for sentence in sentences[article.id]:
            inside = (a == article.id and sentence.start < e and s < sentence.end for a, s, e in taken)
            if sentence.kind == "heading" or any(inside):
                continue
            words = read_words(article.text[sentence.start : sentence.end], (), article.lang)
            free.append(_Free(article, sentence, words, bearing(statement.words, words, topic)))
    # Sorting keeps the order of the texts among equals.
    ranked = sorted((one for one in free if one.borne.share >= CLOSE), key=lambda one: -one.borne.share)
    found = {}
    for one in ranked[:LOOKED_AT]:
        text = read_text(reader, one.words.text, one.article.lang)
        found[one.place] = _judged(statement, topic, text, one.article, one.sentence)
    if meanings is not None:
        _raise(found, free, statement, topic, meanings)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Free:
    """A sentence that no claim tied to the statement stands in."""

    article: Article
    sentence: Sentence
    words: Text
    borne: Bearing

    @property
    def place(self) -> tuple[str, int]:
        return self.article.id, self.sentence.start


def _raise(
    found: dict[tuple[str, int], Finding],
    free: Sequence[_Free],
    statement: Reading,
    topic: frozenset[int],
    meanings: Meanings,
) -> None:
    """Have what comes near ranked by meaning, too. What was judged to back or contradict stays as it is."""
    nearness = Nearness(statement.words, [one.words for one in free], meanings)
    for one in free:
        known = found.get(one.place)
        share, pairs = nearness.raised(one.words, one.borne, topic)
        if not pairs or share < CLOSE or (known is not None and known.relation != "near"):
            continue
        found[one.place] = _near(statement, one, share, pairs)


def _near(statement: Reading, one: _Free, share: float, pairs: Sequence[WordPair]) -> Finding:
    why = say.not_told(one.borne.share, missing_words(statement.words, one.borne))
    why = wording.near_words(why, told_words(pairs))
    start, end = one.sentence.start, one.sentence.end
    return Finding(one.article.id, start, end, "near", None, why, round(share, 3))


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
    statement: str,
    articles: Sequence[Article],
    claims: Sequence[Claim],
    found: Comparison,
    evidence: Sequence[Finding],
) -> Answer:
    ordered = sorted(evidence, key=lambda one: (RANK.index(one.relation), -one.score, one.article, one.start))
    near = [one for one in ordered if one.relation == "near"][:NEAR]
    shown = [one for one in ordered if one.relation != "near"][: MOST - NEAR] + near
    against = [one for one in shown if one.relation == "conflicts"]
    backing = [one for one in shown if one.relation == "agrees"]
    digests = {article.id for article in articles if article.kind == "digest"}
    speaking = [one for one in against or backing if one.article not in digests]
    heard = voices_of([(one.article, one.claim) for one in speaking], articles, claims, found)
    named = by_frequency([one.origin for one in speaking])
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
