"""A small world for the tests of the comparison: articles written line by line, claims by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256

from factcheck.compare import compare
from factcheck.model import (
    Article,
    Attribution,
    Bound,
    Claim,
    Comparison,
    DateValue,
    Entity,
    LexiconEntry,
    Modality,
    Quantity,
    Quote,
    Relation,
    Sentence,
    Suggestion,
    Value,
    claim_id,
)

LEXICON = (
    LexiconEntry("predicate", "die", ("died", "dies", "killed", "dead", "deaths", "death", "fatalities")),
    LexiconEntry("predicate", "wound", ("injured", "wounded", "injuries", "hurt")),
    LexiconEntry("predicate", "casualties", ("casualties", "killed or wounded", "dead or injured")),
    LexiconEntry("predicate", "capture", ("captured", "seized", "arrested", "detained")),
    LexiconEntry("predicate", "deploy", ("deployed", "sent", "dispatched")),
    LexiconEntry("unit", "person", ("sailor", "people", "miner", "guard", "troops")),
)


def quantity(
    text: str,
    value: float | None,
    *,
    bound: Bound = "exact",
    low: float | None = None,
    high: float | None = None,
    unit: str | None = "person",
    of: str | None = None,
    hedge: str | None = None,
    whose: str | None = None,
    more: bool = False,
) -> Quantity:
    """A quantity without a place; :meth:`World.claim` finds ``text`` in the claim."""
    if bound == "exact":
        low = high = value
    return Quantity(0, 0, text, value, low, high, bound, unit, of, hedge, whose=whose, more=more)


def about(text: str, value: float, **more: str | None) -> Quantity:
    unit, of = more.get("unit", "person"), more.get("of")
    return quantity(
        text, value, bound="about", low=value * 0.9, high=value * 1.1, unit=unit, of=of, hedge="about"
    )


def nearly(text: str, value: float, of: str | None = None) -> Quantity:
    return quantity(text, value, bound="below", low=value * 0.9, high=value, of=of, hedge="nearly")


def over(text: str, value: float, of: str | None = None) -> Quantity:
    return quantity(text, value, bound="above", low=value, of=of, hedge="over")


def up_to(text: str, value: float, of: str | None = None) -> Quantity:
    return quantity(text, value, bound="below", low=0, high=value, of=of, hedge="up to")


def vague(text: str, low: float, high: float, of: str | None = None) -> Quantity:
    return quantity(text, None, bound="vague", low=low, high=high, of=of)


@dataclass
class World:
    """Articles and claims under construction; every sentence is one paragraph."""

    articles: list[Article] = field(default_factory=list)
    sentences: dict[str, list[Sentence]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    lexicon: tuple[LexiconEntry, ...] = LEXICON

    def article(self, *lines: str, published: str | None = None, owner: str | None = None) -> str:
        """Adds an article whose sentences are ``lines``; gives its id."""
        name = f"a{len(self.articles) + 1}"
        text = "\n".join(lines)
        digest = sha256(text.encode()).hexdigest()
        at, row = 0, []
        for number, line in enumerate(lines, 1):
            row.append(Sentence(at, at + len(line), number))
            at += len(line) + 1
        self.articles.append(
            Article(name, f"{name}.txt", name, name, text, digest, digest, published=published, owner=owner)
        )
        self.sentences[name] = row
        return name

    def digest(self, *lines: str) -> str:
        name = self.article(*lines)
        old = self.articles[-1]
        self.articles[-1] = Article(
            old.id, old.path, old.title, old.source, old.text, old.sha256, old.text_sha256, kind="digest"
        )
        return name

    def claim(
        self,
        article: str,
        text: str,
        *values: Quantity | DateValue,
        by: str | None = None,
        vaguely: bool = False,
        names: tuple[str, ...] = (),
        around: tuple[str, ...] = (),
        modality: Modality = "asserted",
        cut: bool = False,
    ) -> str:
        """Adds the claim ``text`` of ``article``; its quotations are found in it. Gives its id."""
        home = next(a for a in self.articles if a.id == article)
        start = home.text.index(text)
        end = start + len(text)
        sentence = next(s for s in self.sentences[article] if s.start <= start < s.end)
        found: list[Value] = []
        for value in values:
            at = home.text.index(value.text, start)
            found.append(_moved(value, at))
        found.extend(_entity(home.text, name, start) for name in names)
        for match in re.finditer(r"[“\"]([^”\"]+)[”\"]", text):
            found.append(Quote(start + match.start(), start + match.end(), match.group(), match.group(1)))
        said_by = None
        if by:
            at = home.text.find(by, sentence.start)
            at = sentence.start if at < 0 else at
            said_by = Attribution(at, at + len(by), by, "said", by, sentence.start, sentence.end, vaguely)
        self.claims.append(
            Claim(
                claim_id(home.text_sha256, start, end),
                article,
                start,
                end,
                text,
                (sentence.start, sentence.end),
                ("test.rule",),
                0.5,
                tuple(found),
                tuple(_entity(home.text, name, sentence.start) for name in around),
                said_by,
                ("event",),
                (),
                modality,
                cut,
            )
        )
        return self.claims[-1].id

    def compared(self) -> Compared:
        result = compare(self.articles, self.sentences, self.claims, self.lexicon)
        return Compared(result)


@dataclass
class Compared:
    """A comparison with the questions the tests ask of it."""

    result: Comparison

    def together(self, *claims: str) -> bool:
        return any(set(claims) <= set(group.claims) for group in self.result.groups)

    def group(self, claim: str) -> tuple[int, int, tuple[str, ...]]:
        """Articles, independent voices and origins of the claim's group."""
        found = next(group for group in self.result.groups if claim in group.claims)
        return found.articles, found.independent, found.origins

    def relation(self, a: str, b: str) -> Relation | None:
        return next((r for r in self.result.relations if {r.a, r.b} == {a, b}), None)

    def kind(self, a: str, b: str) -> str | None:
        found = self.relation(a, b)
        return f"{found.kind} on {found.on}" if found else None

    def suggestion(self, claim: str) -> Suggestion:
        return next(s for s in self.result.suggestions if s.claim == claim)

    def suggested(self, claim: str) -> tuple[str | None, str | None]:
        found = self.suggestion(claim)
        return found.verdict, found.kind


def _entity(text: str, name: str, start: int) -> Entity:
    at = max(text.find(name, start), start)
    return Entity(at, at + len(name), name, name, "place")


def _moved(value: Quantity | DateValue, at: int) -> Quantity | DateValue:
    from dataclasses import replace

    return replace(value, start=at, end=at + len(value.text))
