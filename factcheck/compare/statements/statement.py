"""One statement that somebody types, held against articles: what backs it, contradicts it, comes near.

The statement is made a claim of an article of its own and goes through the same comparison as the claims
of the articles. What that ties it to stands first. Sentences in which no rule found a claim, or which the
comparison did not tie to it, are held against it one by one (:mod:`factcheck.compare.statements.pairs`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.compare import compare
from factcheck.compare.facts.states import States
from factcheck.compare.reading.claims import TYPED
from factcheck.compare.statements import saying as say
from factcheck.compare.statements.answer import RANK, Answer, Finding, answered
from factcheck.compare.statements.lacking import day_not_given
from factcheck.compare.statements.readings import STATEMENT, as_article, read_article
from factcheck.compare.statements.sentences import Sentences
from factcheck.extract.facts import facts, told_by
from factcheck.extract.modality import modality_of
from factcheck.extract.voice import Voices
from factcheck.model import Attribution, Claim, DateValue, claim_id
from factcheck.segment import segment
from factcheck.values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.compare.facts.meanings import Meanings
    from factcheck.compare.statements.answer import Kind
    from factcheck.compare.statements.readings import Reading
    from factcheck.model import Article, Comparison, LexiconEntry, Sentence

OWN = "statement"
"""Id of the article that the statement is made."""
ASKER = "the claim"
"""Who says it, in reasons. The word must tell something: names of nothing but stopwords meet each other."""
_STOP = ".!…"


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
    read = read_article(reader, own, sentences[OWN])
    single = Sentences(reader, States(lexicon), read)
    texts = {article.id: article for article in articles}
    tied = [
        replace(one, bears=single.share(texts[one.article], sentences[one.article], one.start))
        for one in _tied(found, claims, mine, read)
    ]
    rest = single.held_against(articles, sentences, tied, meanings)
    parts = {claim.id: claim.text for claim in mine}
    return answered(statement, articles, claims, found, [*tied, *rest], parts)


def statement_claims(own: Article, sentences: Sequence[Sentence], reader: ValueReader) -> tuple[Claim, ...]:
    """Each sentence of the statement as a claim, whatever the rules would make of it; two facts as two."""
    read = reader.read(own, sentences)
    said = Voices(own.text, sentences, read)
    made = []
    for index, (sentence, values) in enumerate(zip(sentences, read, strict=True)):
        happens = reader.predicates(own.text, sentence.start, sentence.end)
        told = told_by(own.text, values, happens)
        for start, stop in facts(own.text, sentence.start, sentence.end, told):
            end = start + len(own.text[start:stop].rstrip(_STOP))
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


def _tied(
    found: Comparison, claims: Sequence[Claim], mine: Sequence[Claim], statement: Reading
) -> list[Finding]:
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
            lacks = day_not_given(statement, _dates(claim)) if kind == "agrees" else ""
            one = Finding(
                claim.article,
                claim.start,
                claim.end,
                kind,
                relation.on,
                say.day_missing(relation.why, lacks),
                relation.score,
                other,
                origin.get(other),
                part=this,
                lacks=lacks,
            )
            known = best.get(other)
            if known is None or RANK.index(kind) < RANK.index(known.relation):
                best[other] = one
    return list(best.values())


def _dates(claim: Claim) -> list[DateValue]:
    return [v for v in (*claim.values, *claim.context) if isinstance(v, DateValue)]
