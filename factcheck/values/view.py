"""A sentence with what is known of each token: its name, whether it is a date or quoted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcheck.values.cues import (
    BE,
    CLAIMANTS,
    HAVE,
    INFERENCES,
    MODALS,
    NOUN_LIKE,
    PLAIN_VERBS,
    REPORT_NOUNS,
    VERBS,
)
from factcheck.values.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import DateValue, Entity
    from factcheck.values.quotes import Quoted
    from factcheck.values.tokens import Line, Token

CLAUSE_WORDS = words(
    "that but while though although as when after before because since if whether where than"
    " until unless so yet who which whom what how why or according amid despite whereas however"
    " then not nor"
)


IN_PHRASE = words("of for in to from at with by")


DETERMINERS = words("the a an this that these those its his her their our my some any no")


BREAKERS = words("while but whereas although though")
JOINERS = BREAKERS | words("and so")


_NO_WORDS = frozenset({"WHO", "IT", "US", "OR"})
"""Letters that would be read as small words in lower case."""


class Phrase(NamedTuple):
    """Tokens [first, last)."""

    first: int
    last: int


@dataclass(frozen=True)
class View:
    """A sentence with what is known of each of its tokens."""

    line: Line
    tokens: Sequence[Token]
    names: Sequence[Entity | None]
    dated: Sequence[bool]
    quoted: Sequence[bool]

    @classmethod
    def of(
        cls, line: Line, names: Iterable[Entity], dates: Iterable[DateValue], quotes: Iterable[Quoted]
    ) -> View:
        tokens = line.tokens
        named: list[Entity | None] = [None] * len(tokens)
        dated = [False] * len(tokens)
        quoted = [False] * len(tokens)
        for name in names:
            for index in range(line.at(name.start), line.at(name.end)):
                named[index] = name
        for date in dates:
            for index in range(line.at(date.start), line.at(date.end)):
                dated[index] = True
        for quote in quotes:
            for index in range(line.at(quote.start), line.at(quote.end)):
                quoted[index] = True
        return cls(line, tokens, named, dated, quoted)

    @cached_property
    def breaks(self) -> list[int]:
        """The tokens that end a clause before another one: ";", "while", ", with"."""
        return [
            index
            for index, token in enumerate(self.tokens)
            if not self.quoted[index]
            and (
                token.low == ";"
                or token.low in BREAKERS
                or (token.low == "with" and self.low(index - 1) == ",")
            )
        ]

    @cached_property
    def joints(self) -> list[int]:
        """The commas before "but", "while", "and"."""
        return [
            index
            for index, token in enumerate(self.tokens)
            if token.text in (",", ";") and self.low(index + 1) in JOINERS and not self.quoted[index]
        ]

    @cached_property
    def remarks(self) -> list[int]:
        """The commas before the writer's own remarks."""
        return [index - 1 for index in range(len(self.tokens)) if self.remark(index)]

    def remark(self, index: int) -> bool:
        """The writer's own remark rather than a claimant's words begins here: ", signalling a shift"."""
        low = self.low(index)
        if not low.endswith("ing") or self.low(index - 1) != "," or self.low(index + 1) == "that":
            return False
        cue = VERBS.get(low)
        return cue is not None and cue.verb in INFERENCES and not self.quoted[index]

    def low(self, index: int) -> str:
        if not 0 <= index < len(self.tokens):
            return ""
        token = self.tokens[index]
        return token.text if token.text in _NO_WORDS else token.low

    def names_in(self, phrase: Phrase) -> list[Entity]:
        found: list[Entity] = []
        for index in range(phrase.first, phrase.last):
            name = self.names[index]
            if name is not None and (not found or found[-1] is not name):
                found.append(name)
        return found

    def capital(self, index: int) -> bool:
        if not 0 <= index < len(self.tokens):
            return False
        return self.names[index] is not None or self.tokens[index].text[0].isupper()

    def informed(self, index: int) -> bool:
        """The "briefed" of "people briefed on the matter"."""
        return self.low(index) == "briefed" and self.low(index + 1) == "on"

    def finite(self, index: int) -> bool:
        """The token looks like a verb of saying in use, or an auxiliary."""
        token = self.tokens[index]
        if token.low in BE and token.low != "'s":
            return True
        if token.low in HAVE or token.low in MODALS:
            return True
        if token.text in PLAIN_VERBS and self.names[index] is None:
            return True
        cue = None if self.informed(index) else VERBS.get(token.low)
        if cue is None or self.names[index] is not None or token.text[0].isupper():
            return False
        return cue.form in ("past", "third") and token.low not in NOUN_LIKE


def claimant_like(view: View, phrase: Phrase) -> bool:
    """Whether somebody who can be asked stands in the phrase."""
    return any(
        view.names[index] is not None
        or view.low(index) in CLAIMANTS
        or view.low(index) in REPORT_NOUNS
        or view.low(index) in ("he", "she", "they", "it")
        for index in range(phrase.first, phrase.last)
    )


def trimmed(view: View, phrase: Phrase) -> Phrase:
    """Behind "reports from", "estimates by": what is left is who gives them."""
    first = phrase.first
    for index in range(phrase.first + 1, phrase.last - 1):
        if view.low(index) in ("from", "by") and view.low(index - 1) in REPORT_NOUNS:
            first = index + 1
    return Phrase(first, phrase.last)


def head_of(view: View, phrase: Phrase) -> str:
    """The noun that a phrase is about: its last word before a preposition."""
    for index in range(phrase.first + 1, phrase.last):
        if view.low(index) in IN_PHRASE and view.names[index] is None:
            return view.low(index - 1)
    return view.low(phrase.last - 1)


def nominal(view: View, first: int, last: int) -> bool:
    return any(
        view.tokens[index].kind == "word" and view.low(index) not in DETERMINERS
        for index in range(first, last)
    )
