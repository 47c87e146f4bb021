"""All values of an article, sentence by sentence: what the other rooms ask for."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.values.attribution import Scene, attributions
from factcheck.values.carried import Carried
from factcheck.values.dates import dates
from factcheck.values.fractions import moved
from factcheck.values.lexicon import TermIndex
from factcheck.values.namebook import NameBook, spelling
from factcheck.values.names import entities, learn
from factcheck.values.numbers import Counted, quantities
from factcheck.values.quotes import Quoted, quoted
from factcheck.values.singles import single_actors
from factcheck.values.speakers import with_speakers
from factcheck.values.ties import Ties, gather
from factcheck.values.tokens import Line
from factcheck.values.tongues import tongue
from factcheck.values.ukrainian_stems import stemmed
from factcheck.values.whose import Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import (
        Article,
        Attribution,
        DateValue,
        Entity,
        LexiconEntry,
        Quantity,
        Sentence,
        Value,
    )


class ValueReader:
    """Reads values with the help of a lexicon, and of the names met in the session's articles.

    ``learn`` every article of a session first, so that a surname means the same person in all of
    them; ``read`` learns its own article in any case and changes nothing.
    """

    def __init__(self, lexicon: Sequence[LexiconEntry] = ()) -> None:
        self._aliases = TermIndex([entry for entry in lexicon if entry.role == "alias"])
        self._units = TermIndex([entry for entry in lexicon if entry.role == "unit"], inflect=True)
        self._classes = frozenset(entry.name for entry in lexicon if entry.role == "unit")
        self._predicates = TermIndex([entry for entry in lexicon if entry.role == "predicate"])
        self._book = NameBook(alone=_known_places(lexicon))
        self._met: dict[str, list[Line]] = {}
        """The sentences of the session's articles, by the hash of their text."""
        self._tied: Ties | None = None
        self._cases: dict[str, str] = {}
        """The first form met of each name that is declined, by its stems."""

    def learn(self, article: Article, sentences: Sequence[Sentence]) -> None:
        """Enter the article's names in the session's book."""
        lines = self._lines(article, sentences)
        _learn(lines, self._aliases, self._book)
        self._declined(lines)
        self._met[article.text_sha256] = lines
        self._tied = None

    def read(self, article: Article, sentences: Sequence[Sentence]) -> tuple[tuple[Value, ...], ...]:
        """One tuple for each sentence: quantities, dates, names, quotes and attributions by start."""
        lines = self._lines(article, sentences)
        book = self._book.copy()
        lows = _learn(lines, self._aliases, book)
        quotations = quoted(article.text, sentences)
        scene = Scene(self._aliases, self._ties(article, lines, book), lines, sentences)
        carried = Carried(self._classes)
        rows: list[tuple[Value, ...]] = []
        at = 0
        for number, (line, sentence) in enumerate(zip(lines, sentences, strict=True)):
            while at < len(quotations) and quotations[at].end <= sentence.start:
                at += 1
            here = _touching(quotations, at, sentence)
            when = dates(line, article.published)
            names = [n for n in entities(line, self._aliases.find(line), book, lows, when) if not _scale(n)]
            if line.lang != "en":
                names = [replace(n, name=self._cases.get(stemmed(n.name), n.name)) for n in names]
            numbers = carried.taken_up(line, sentence.paragraph, self._quantities(line, when, names))
            said = attributions(scene, number, names, when, here)
            numbers = [one for one in numbers if not _claimant(one, said)]
            rows.append(_sorted([*numbers, *when, *names, *said]))
        return with_speakers(article.text, sentences, rows, quotations)

    def _declined(self, lines: Sequence[Line]) -> None:
        """Enter the names of a language with cases, so that all forms of one meet under the first."""
        for line in lines:
            if line.lang != "en":
                for name in entities(line, self._aliases.find(line), self._book):
                    self._cases.setdefault(stemmed(name.name), name.name)

    def _ties(self, article: Article, lines: list[Line], book: NameBook) -> Ties:
        """Who belongs to whom in the session, this article included."""
        if article.text_sha256 not in self._met:
            every = (*chain.from_iterable(self._met.values()), *lines)
            return gather(every, self._aliases, book)
        if self._tied is None:
            self._tied = gather(chain.from_iterable(self._met.values()), self._aliases, self._book)
        return self._tied

    def predicates(self, text: str, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
        """The predicate classes named in ``text[start:end]``: (start, end, class), longest match."""
        found = self._predicates.find(Line(text, start, end))
        return tuple((hit.start, hit.end, hit.entry.name) for hit in found)

    def canonical(self, name: str) -> str:
        """The name under which an alias, or a short form met in the session, meets the others."""
        entry = self._aliases.exact(name)
        if entry is not None:
            return entry.name
        known = self._book.find(name)
        return known.name if known else name

    def _quantities(self, line: Line, when: Sequence[DateValue], names: Sequence[Entity]) -> list[Quantity]:
        taken = sorted([(date.start, date.end) for date in when] + [(name.start, name.end) for name in names])
        units, predicates = self._units.find(line), self._predicates.find(line)
        numbers = quantities(line, taken, units, predicates)
        singles = [single for single in single_actors(line, units) if _apart(single, numbers)]
        nearest = Counted(line, numbers, predicates)
        numbers += [replace(single, of=nearest.of(single)) for single in singles]
        return moved(line.text, Surroundings(line, names, units, predicates).completed(numbers))

    @staticmethod
    def _lines(article: Article, sentences: Sequence[Sentence]) -> list[Line]:
        return [
            Line(
                article.text,
                sentence.start,
                sentence.end,
                sentence.kind == "heading",
                sentence.cut,
                tongue(article.lang),
            )
            for sentence in sentences
        ]


def _known_places(lexicon: Sequence[LexiconEntry]) -> dict[str, str]:
    """The lexicon's places by their names of one word, so that any word made from them is understood."""
    return {
        spelling(term): entry.name
        for entry in lexicon
        if entry.role == "alias" and entry.kind == "place"
        for term in (entry.name, *entry.terms)
        if " " not in term and term.istitle()
    }


def _learn(lines: Sequence[Line], aliases: TermIndex, book: NameBook) -> set[str]:
    """The words that the lines write in lower case, after entering their names."""
    lows = {
        token.text for line in lines for token in line.tokens if token.kind == "word" and token.text.islower()
    }
    for line in lines:
        learn(line, aliases.find(line), book, lows)
    return lows


def _scale(name: Entity) -> bool:
    """The Celsius of "40 degrees Celsius" is nobody's name; nor is the Richter scale's."""
    return name.text in ("Celsius", "Fahrenheit", "Richter")


def _apart(single: Quantity, numbers: Sequence[Quantity]) -> bool:
    return all(
        single.end <= number.start or number.end <= single.start or number.unit == "age" for number in numbers
    )


def _claimant(one: Quantity, said: Sequence[Attribution]) -> bool:
    """The one of "one lawmaker said" counts the speaker, nothing that is told."""
    return one.value == 1.0 and any(who.start <= one.start and one.end <= who.end for who in said)


def _touching(quotations: Sequence[Quoted], at: int, sentence: Sentence) -> list[Quoted]:
    here: list[Quoted] = []
    while at < len(quotations) and quotations[at].start < sentence.end:
        here.append(quotations[at])
        at += 1
    return here


def _sorted(values: Sequence[Value]) -> tuple[Value, ...]:
    return tuple(sorted(values, key=lambda value: (value.start, value.end)))


__all__ = ["ValueReader"]
