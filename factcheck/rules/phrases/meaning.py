"""What the names in a pattern stand for, in a line each: some terms of a vocabulary, a built-in's sense."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.rules.phrases import phrase
from factcheck.rules.phrases.phrase import Choice, Maybe, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.rules.phrases.phrase import Phrase
    from factcheck.rules.ruleset import Pattern, Vocabulary

MOST_TERMS = 8
BUILTIN = {
    "approx": "a word of caution: about, nearly, at least, more than",
    "date": "a day or a span of time: Monday, 26 December 2024, last week",
    "money": "an amount of money: $3.5 billion, two million pounds",
    "name": "a run of words with capitals: Anna Berg, Bank of Norway",
    "number": "a number: 3,000, two dozen, several hundred, 10,000 to 12,000",
    "org": "an organisation: Ministry of Fisheries, NATO, any known alias",
    "percent": "a share: 12%, 10-15 per cent",
    "place": "a place: any known alias, else any name",
    "quote": "words in quotation marks",
    "rest": "the rest of the clause",
}


def meanings(pattern: Pattern, vocabularies: Mapping[str, Vocabulary]) -> tuple[tuple[str, str], ...]:
    """Each name of a phrase once, with what it stands for; nothing for a regular expression."""
    if pattern.is_regex:
        return ()
    found: dict[str, str] = {}
    for ref in refs_in(pattern.text):
        for name in ref.names:
            if name not in found:
                found[name] = BUILTIN[name] if name in BUILTIN else _terms(vocabularies[name])
    return tuple(found.items())


def _terms(one: Vocabulary) -> str:
    """The first terms and how many there are."""
    said = ", ".join(one.terms[:MOST_TERMS])
    count = f"{len(one.terms):,} {'term' if len(one.terms) == 1 else 'terms'}"
    case = ", capitals matter" if one.case == "exact" else ""
    return f"{said}{', …' if len(one.terms) > MOST_TERMS else ''} ({count}{case})"


@lru_cache(8_192)
def refs_in(text: str) -> tuple[Ref, ...]:
    """The names in curly brackets of a phrase, kept, since files are read again. Raises PatternError."""
    return tuple(refs_of(phrase.parse(text)))


def refs_of(tree: Phrase) -> Iterator[Ref]:
    """The names in curly brackets, in their order."""
    for item in tree.items:
        if isinstance(item, Ref):
            yield item
        elif isinstance(item, Maybe):
            yield from refs_of(item.body)
        elif isinstance(item, Choice):
            for option in item.options:
                yield from refs_of(option)
