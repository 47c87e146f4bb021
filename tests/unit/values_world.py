"""A small lexicon and one-line readers for the tests of values: a flood and a siege, in our own words."""

from __future__ import annotations

from hashlib import sha256

from factcheck.model import (
    Article,
    Attribution,
    DateValue,
    Entity,
    LexiconEntry,
    Quantity,
    Quote,
    Sentence,
    Value,
)
from factcheck.values import ValueReader

LEXICON = (
    LexiconEntry(
        "unit",
        "person",
        ("people", "person", "civilian", "soldiers", "troops", "rebel", "hostage", "casualties", "injuries"),
    ),
    LexiconEntry("unit", "building", ("house", "building", "homes")),
    LexiconEntry("predicate", "die", ("died", "die", "killed", "killing", "dead", "deaths")),
    LexiconEntry("predicate", "wound", ("wounded", "wounding", "injured", "hurt", "injuries")),
    LexiconEntry("predicate", "casualties", ("casualties", "killed or wounded")),
    LexiconEntry("predicate", "deploy", ("deployed", "sent")),
    LexiconEntry("predicate", "flee", ("fled", "displaced", "evacuated")),
    LexiconEntry("alias", "Norland", ("Norlandic", "Harbour City"), "place"),
    LexiconEntry("alias", "Sudmark", ("Sudmarkian", "South Mark"), "place"),
    LexiconEntry("alias", "United States", ("US", "U.S.", "American", "Washington"), "place"),
    LexiconEntry("alias", "Rescue Service", ("Norland's rescue service", "NRS"), "organisation"),
    LexiconEntry("alias", "Iva Brandt", ("Brandt", "Norland's president"), "person"),
)


def article(text: str, published: str | None = None) -> Article:
    digest = sha256(text.encode()).hexdigest()
    return Article("a1", "a.txt", "", "", text, digest, digest, published=published)


def lines(*texts: str) -> tuple[Article, tuple[Sentence, ...]]:
    """An article, each text one sentence; a text that begins with a newline opens a paragraph."""
    text, sentences, paragraph = "", [], 1
    for part in texts:
        if part.startswith("\n"):
            paragraph += 1
        joint = "\n\n" if part.startswith("\n") else (" " if text else "")
        part = part.strip("\n")
        start = len(text) + len(joint)
        text += joint + part
        sentences.append(Sentence(start, start + len(part), paragraph))
    return article(text), tuple(sentences)


def read(*texts: str, published: str | None = None, cut: bool = False) -> list[tuple[Value, ...]]:
    """The values of a paragraph whose sentences are given."""
    made, sentences = lines(*texts)
    made = article(made.text, published)
    if cut:
        sentences = tuple(Sentence(s.start, s.end, s.paragraph, s.kind, cut=True) for s in sentences)
    return list(ValueReader(LEXICON).read(made, sentences))


def numbers(text: str, *, cut: bool = False) -> list[Quantity]:
    return [value for row in read(text, cut=cut) for value in row if isinstance(value, Quantity)]


def when(text: str, published: str | None = None) -> list[DateValue]:
    return [value for row in read(text, published=published) for value in row if isinstance(value, DateValue)]


def names(*texts: str) -> list[Entity]:
    return [value for row in read(*texts) for value in row if isinstance(value, Entity)]


def quotes(*texts: str) -> list[Quote]:
    return [value for row in read(*texts) for value in row if isinstance(value, Quote)]


def said(*texts: str) -> list[Attribution]:
    return [value for row in read(*texts) for value in row if isinstance(value, Attribution)]


def scope(text: str, one: Attribution) -> str:
    return text[one.scope_start : one.scope_end]
