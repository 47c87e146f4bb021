"""The words of a rule's slot in a normal form, so that ``two dozen`` and ``24`` can be held to be one."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from factcheck.model import Article, DateValue, Entity, Quantity, Sentence
from factcheck.values.reader import ValueReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import LexiconEntry

V = TypeVar("V", Quantity, DateValue, Entity)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OPEN = ".."
"""Between the two ends of a range; an end that is open is left out."""


class Normaliser:
    """Reads words as the pipeline does, by themselves: what stands about them is not known here."""

    def __init__(self, lexicon: Sequence[LexiconEntry]) -> None:
        self._reader = ValueReader(lexicon)
        self._countries = {
            word.casefold(): entry.name
            for entry in lexicon
            if entry.role == "alias" and entry.kind == "place"
            for word in (entry.name, *entry.terms)
        }

    def __call__(self, form: str, words: str, lang: str = "en") -> str:
        """``number``: 3000; ``range``: 2700..3000, an open end left out; ``date``: an ISO day, or two days
        with .. between, or what is known of one (--12-26, Monday); ``country``: the name under which its
        aliases meet. Words that are none of that stay as they are, in single blanks.
        """
        words = " ".join(words.split())
        if form in ("number", "range"):
            # A bare 2024 is a year, 2024 people are a number.
            found = self._first(Quantity, words, lang) or self._first(Quantity, f"{words} people", lang)
            said = None if found is None else _figure(found) if form == "number" else _range(found)
        elif form == "date":
            day = self._first(DateValue, words, lang)
            said = None if day is None else _date(day)
        elif form == "country":
            place = self._first(Entity, words, lang)
            said = self._countries.get(words.casefold()) or (None if place is None else place.name)
        else:
            said = None
        return said or words

    def _first(self, kind: type[V], words: str, lang: str) -> V | None:
        digest = sha256(words.encode("utf-8", "replace")).hexdigest()
        article = Article("a1", "WORDS", "", "", words, digest, digest, lang=lang)
        (read,) = self._reader.read(article, [Sentence(0, len(words), 1)])
        return next((value for value in read if isinstance(value, kind)), None)


def _figure(found: Quantity) -> str:
    return _range(found) if found.value is None else f"{found.value:.12g}"


def _range(found: Quantity) -> str:
    low, high = ("" if end is None else f"{end:.12g}" for end in (found.low, found.high))
    return low if low == high else f"{low}{OPEN}{high}"


def _date(day: DateValue) -> str | None:
    if day.earliest is not None and day.latest is not None:
        return day.earliest if day.earliest == day.latest else f"{day.earliest}{OPEN}{day.latest}"
    if day.month_day is not None:
        return f"--{day.month_day}"
    return None if day.weekday is None else _DAYS[day.weekday]
