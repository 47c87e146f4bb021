"""The sentences in which no claim was tied to a statement, held against it one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.compare import wording
from factcheck.compare.facts.meanings import told as told_words
from factcheck.compare.facts.opposed import Told, exclusive, met_in, opposed
from factcheck.compare.statements import saying as say
from factcheck.compare.statements.answer import Finding
from factcheck.compare.statements.bearing import Bearing, bearing, read_words
from factcheck.compare.statements.lacking import day_not_given
from factcheck.compare.statements.nearness import Nearness
from factcheck.compare.statements.pairs import BACKS, judge_readings, missing_words, topic_of
from factcheck.compare.statements.readings import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.compare.facts.meanings import Meanings, WordPair
    from factcheck.compare.facts.opposed import Opposed
    from factcheck.compare.facts.states import States
    from factcheck.compare.statements.bearing import Text
    from factcheck.compare.statements.pairs import PairVerdict
    from factcheck.compare.statements.readings import Reading
    from factcheck.model import Article, Sentence
    from factcheck.values import ValueReader

LOOKED_AT = 24
"""Sentences that are held against the statement one by one."""
SURE, CLOSE = 0.75, 0.35
"""The least share of the statement that a sentence tells which backs it, and which comes near it."""
BRIEF = 2.5
"""How many times the words of the statement a sentence may have that backs it."""


class Sentences:
    """Holds the sentences of articles against one statement."""

    def __init__(self, reader: ValueReader, states: States, statement: Reading) -> None:
        self._reader = reader
        self._states = states
        self._statement = statement
        self._topic = topic_of(statement)
        self._told = self._tells(statement, None)
        self._matters = self._what_happens(statement)

    def share(self, article: Article, sentences: Sequence[Sentence], at: int) -> float:
        """How much of the statement the sentence at ``at`` tells."""
        held = next((s for s in sentences if s.start <= at < s.end), None)
        if held is None or not self._statement.words.words:
            return 0.0
        words = read_words(article.text[held.start : held.end], (), article.lang)
        return bearing(self._statement.words, words, self._topic).share

    def held_against(
        self,
        articles: Sequence[Article],
        sentences: Mapping[str, Sequence[Sentence]],
        tied: Sequence[Finding],
        meanings: Meanings | None,
    ) -> list[Finding]:
        """What the sentences without a ``tied`` claim say, those that tell most of the statement first."""
        statement = self._statement
        if not statement.words.words:
            return []
        taken = {(one.article, one.start, one.end) for one in tied}
        free: list[_Free] = []
        for article in articles:
            for sentence in sentences[article.id]:
                inside = (a == article.id and sentence.start < e and s < sentence.end for a, s, e in taken)
                if sentence.kind == "heading" or any(inside):
                    continue
                words = read_words(article.text[sentence.start : sentence.end], (), article.lang)
                borne = bearing(statement.words, words, self._topic)
                free.append(_Free(article, sentence, words, borne))
        # Sorting keeps the order of the texts among equals.
        ranked = sorted((one for one in free if one.borne.share >= CLOSE), key=lambda one: -one.borne.share)
        found = {}
        for one in ranked[:LOOKED_AT]:
            text = read_text(self._reader, one.words.text, one.article.lang)
            found[one.place] = self._judged(text, one.article, one.sentence)
        if meanings is not None:
            self._raise(found, free, meanings)
        return list(found.values())

    def _raise(
        self, found: dict[tuple[str, int], Finding], free: Sequence[_Free], meanings: Meanings
    ) -> None:
        """Have what comes near ranked by meaning, too. What was judged to back or contradict stays."""
        nearness = Nearness(self._statement.words, [one.words for one in free], meanings)
        for one in free:
            known = found.get(one.place)
            share, pairs = nearness.raised(one.words, one.borne, self._topic)
            if not pairs or share < CLOSE or (known is not None and known.relation != "near"):
                continue
            found[one.place] = self._near(one, share, pairs)

    def _near(self, one: _Free, share: float, pairs: Sequence[WordPair]) -> Finding:
        why = say.not_told(one.borne.share, missing_words(self._statement.words, one.borne, self._matters))
        why = wording.near_words(why, told_words(pairs))
        start, end = one.sentence.start, one.sentence.end
        return Finding(one.article.id, start, end, "near", None, why, round(share, 3), bears=share)

    def _judged(self, text: Reading, article: Article, sentence: Sentence) -> Finding:
        statement = self._statement
        borne = bearing(statement.words, text.words, self._topic)
        place = (article.id, sentence.start, sentence.end)
        tells = self._tells(text, article.published)
        met = opposed(self._told, tells)
        if met is not None:
            return _by_state(place, (statement.text, text.text), met, borne.share)
        verdict = judge_readings(statement, text)
        brief = len(text.words.words) <= BRIEF * len(statement.words.words) and borne.share >= BACKS
        told = self._tells_what_happens(text, borne)
        same = told and not exclusive(self._told, tells)
        if verdict.label == "supported" and borne.told >= SURE and brief and same:
            lacks = day_not_given(statement, text.dates)
            share = round(borne.share, 3)
            why = say.day_missing(verdict.why, lacks)
            return Finding(*place, "agrees", verdict.on, why, share, bears=share, lacks=lacks)
        apart = verdict.label == "conflicting" and (told or verdict.on != "date")
        if apart and borne.told >= CLOSE and _contradicts(verdict, statement):
            return Finding(
                *place, "conflicts", verdict.on, verdict.why, round(borne.share, 3), bears=borne.share
            )
        why = say.not_told(borne.share, missing_words(statement.words, borne, self._matters))
        return Finding(*place, "near", verdict.on, why, round(borne.share, 3), bears=borne.share)

    def _tells(self, text: Reading, day: str | None) -> Told:
        names = frozenset(name.name for name in text.names)
        dated = [(d.earliest, d.latest) for d in text.dates if d.earliest and d.latest]
        told = self._states.told(text.text)
        return Told(
            told, names, text.dates, dated[0] if dated else None, day and day[:10], met=met_in(text.text)
        )

    def _what_happens(self, statement: Reading) -> frozenset[int]:
        """The places of the statement's words that say what happens, as far as the lexicon knows them."""
        spans = self._reader.predicates(statement.text, 0, len(statement.text))
        told = enumerate(statement.words.words)
        return frozenset(n for n, w in told if any(s <= w.start and w.end <= e for s, e, _ in spans))

    def _tells_what_happens(self, text: Reading, borne: Bearing) -> bool:
        """Every number of the statement, and what happens in it: by the same words or by others for it."""
        days = [(date.start, date.end) for date in self._statement.dates]
        for word, credit in zip(self._statement.words.words, borne.found, strict=True):
            if word.number and not credit and not any(s <= word.start < e for s, e in days):
                return False
        if all(borne.found[n] for n in self._matters):
            return True
        own = self._reader.predicates(self._statement.text, 0, len(self._statement.text))
        there = {name for _, _, name in self._reader.predicates(text.text, 0, len(text.text))}
        return all(name in there for _, _, name in own)


def _by_state(place: tuple[str, int, int], texts: tuple[str, str], met: Opposed, share: float) -> Finding:
    """The statement puts a thing into one state, and the sentence into one that excludes it."""
    mine, other = texts
    score = round(share, 3)
    if met.later is None:
        return Finding(
            *place, "conflicts", "polarity", wording.states(say.against(mine, other)), score, bears=score
        )
    first, then = texts if met.later else (other, mine)
    why = wording.one_after_the_other(say.then(first, then))
    return Finding(*place, "differs", "polarity", why, score, bears=score)


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


def _contradicts(verdict: PairVerdict, statement: Reading) -> bool:
    """A denial, another date or another measure. How many people: that the comparison has asked already."""
    if verdict.on == "quantity":
        return all(quantity.unit != "person" for quantity in statement.quantities)
    return verdict.denial or verdict.on == "date"
