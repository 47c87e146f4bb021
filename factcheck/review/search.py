"""Searching texts, values in their normal form, and notes.

Case and accents are ignored and offsets kept. Words are found from their beginnings; where nothing begins
so, and in scripts that leave no blanks between words, anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from threading import Lock
from typing import TYPE_CHECKING, Literal, Protocol

from factcheck.model import Attribution, DateValue, Entity, Quantity
from factcheck.records import dataclass
from factcheck.review.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Claim, Value
    from factcheck.review.facts import Facts

MOST_HITS = 5_000
LONGEST_QUERY = 200
_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r"\d[\d,.' \u00a0\u202f]*")
_GROUPS = re.compile(r"[,' \u00a0\u202f](?=\d{3}(?!\d))")
_NO_BLANKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Thai, Lao, Burmese, Khmer, kana and Han: a word has no beginning that a blank would show."""

Where = Literal["text", "value", "note"]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the searched words stand: an article and a half-open range of its text.

    A hit in a note stands at the claim that the note is on. ``read`` is the note, or the value as it was
    read, where the words stand in one of these.
    """

    article: str
    start: int
    end: int
    where: Where = "text"
    read: str = ""


class Index(Protocol):
    """Narrows a search down: the numbers of the texts that may hold some words, or None where any may."""

    def rows(self, words: Sequence[str]) -> Sequence[int] | None: ...


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What is searched: lines of the articles, then the forms of values, numbered in this order."""

    texts: Mapping[str, str]
    """The articles' texts, folded."""
    lines: Sequence[tuple[str, int, int]]
    forms: Sequence[tuple[str, Sequence[tuple[str, int, int]]]]
    """Each normal form with the places of its values."""
    index: Index | None


class Finder:
    """Searches one analysis. ``new_index`` fills an index of texts; without one, all are gone through."""

    def __init__(self, facts: Facts, new_index: Callable[[Iterable[str]], Index] | None) -> None:
        self._facts = facts
        self._new_index = new_index
        self._prepared: _Prepared | None = None
        self._lock = Lock()

    @property
    def ready(self) -> bool:
        """Whether a search begins at once."""
        return self._prepared is not None

    def prepare(self) -> None:
        """Fold the texts and fill the index: half a second for a million words. May run in a thread."""
        with self._lock:
            if self._prepared is None:
                self._prepared = self._prepare()

    def _prepare(self) -> _Prepared:
        texts = {article.id: folded(article.text) for article in self._facts.articles}
        lines = [(name, *line.span()) for name, text in texts.items() for line in _LINE.finditer(text)]
        places: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for claim in self._facts.in_text:
            for form, start, end in _forms(claim):
                places[form].append((claim.article, start, end))
        forms = list(places.items())
        index = None
        if self._new_index is not None:
            rows = [texts[name][start:end] for name, start, end in lines]
            index = self._new_index([*rows, *(folded(form) for form, _ in forms)])
        return _Prepared(texts, lines, forms, index)

    def find(self, query: str, notes: Iterable[tuple[str, str]] = ()) -> tuple[Hit, ...]:
        """Hits in the order of the articles, at most ``MOST_HITS``; ``notes`` are pairs of claim and note.

        Blanks in the query match any blanks, but no end of a paragraph.
        """
        words = folded(query[:LONGEST_QUERY]).split()
        if not words:
            return ()
        self.prepare()
        assert self._prepared is not None
        # Only escaped words and blanks between them: nothing a user types is read as a pattern.
        anywhere = r"[^\S\n]+".join(re.escape(word) for word in words)
        found: tuple[Hit, ...] = ()
        if words[0][0].isalnum() and not _NO_BLANKS.search(query):
            found = self._found(re.compile(rf"(?<!\w){anywhere}"), words, query, notes, self._prepared.index)
        return found or self._found(re.compile(anywhere), words, query, notes, None)

    def _found(
        self,
        pattern: re.Pattern[str],
        words: Sequence[str],
        query: str,
        notes: Iterable[tuple[str, str]],
        index: Index | None,
    ) -> tuple[Hit, ...]:
        known = self._prepared
        assert known is not None
        rows = index.rows(words) if index is not None else None
        hits = list(self._in_texts(known, pattern, rows))
        in_texts: dict[str, list[int]] = defaultdict(list)
        for hit in hits:
            in_texts[hit.article].append(hit.start)
        for hit in self._in_values(known, pattern, rows, query):
            starts = in_texts.get(hit.article, ())
            at = bisect_left(starts, hit.start)
            # Where the text itself has the words, how they were read says nothing new.
            if at == len(starts) or starts[at] >= hit.end:
                hits.append(hit)
        hits += self._in_notes(pattern, notes)
        order = self._facts.order
        return tuple(sorted(hits, key=lambda hit: (order[hit.article], hit.start))[:MOST_HITS])

    def _in_texts(
        self, known: _Prepared, pattern: re.Pattern[str], rows: Sequence[int] | None
    ) -> Iterator[Hit]:
        if rows is None:
            stretches: Iterable[tuple[str, int, int]] = ((n, 0, len(text)) for n, text in known.texts.items())
        else:
            stretches = (known.lines[row] for row in rows if row < len(known.lines))
        left = MOST_HITS
        for name, start, end in stretches:
            for match in pattern.finditer(known.texts[name], start, end):
                yield Hit(name, *match.span())
                left -= 1
                if not left:
                    return

    def _in_values(
        self, known: _Prepared, pattern: re.Pattern[str], rows: Sequence[int] | None, query: str
    ) -> Iterator[Hit]:
        """Values whose normal form has the words; of a number, those of the same number however printed."""
        first = len(known.lines)
        forms = known.forms if rows is None else [known.forms[row - first] for row in rows if row >= first]
        number = _number(query)
        if number:
            same = re.compile(rf"(?<![\w.,]){re.escape(number)}(?![\w.,])")
            forms = [form for form in known.forms if same.search(form[0])]
        for form, places in forms:
            if number or pattern.search(folded(form)):
                for article, start, end in places:
                    yield Hit(article, start, end, "value", form)

    def _in_notes(self, pattern: re.Pattern[str], notes: Iterable[tuple[str, str]]) -> Iterator[Hit]:
        for claim_id, note in notes:
            claim = self._facts.claims.get(claim_id)
            if claim is not None and pattern.search(folded(note)):
                yield Hit(claim.article, claim.start, claim.end, "note", note)


def _number(query: str) -> str:
    """A query that is a number, as normal forms write it: "3,000" is 3000. Empty where it is none."""
    said = query.strip()
    return _GROUPS.sub("", said) if _NUMBER.fullmatch(said) else ""


def _forms(claim: Claim) -> Iterator[tuple[str, int, int]]:
    """The claim's values in words that the text need not have, and the range that each stands on."""
    values: list[Value] = [*claim.values, *([claim.attribution] if claim.attribution else ())]
    for value in values:
        form = _form(value)
        if form and form.casefold() != value.text.casefold():
            yield form, value.start, value.end


def _form(value: Value) -> str:
    if isinstance(value, Quantity):
        # An interval is found by either of its ends, too.
        ends = (value.value, value.low, value.high)
        numbers = dict.fromkeys(f"{end:.15g}" for end in ends if end is not None)
        unit = (value.unit or "").replace("_", " ")  # "person_military": its words are read, and found
        return " ".join(filter(None, (" ".join(numbers), unit, value.of))) if numbers else ""
    if isinstance(value, DateValue):
        return " ".join(dict.fromkeys(filter(None, (value.earliest, value.latest))))
    if isinstance(value, Entity):
        return value.name
    return value.origin if isinstance(value, Attribution) and not value.vague else ""


def counted(hits: Sequence[Hit]) -> str:
    """``12 in texts, 2 in values, 1 in notes``."""
    of = Counter(hit.where for hit in hits)
    where: tuple[Where, ...] = ("text", "value", "note")
    said = ", ".join(f"{of[name]} in {name}s" for name in where if of[name])
    return f"the first {said}" if len(hits) == MOST_HITS else said


def first_from(hits: Sequence[Hit], order: Mapping[str, int], article: str, offset: int) -> int:
    """The index of the first hit at or after a place, going round to the first of all."""
    here = (order[article], offset)
    return next((i for i, hit in enumerate(hits) if (order[hit.article], hit.start) >= here), 0)
