"""What each rule does on a set of articles: hits, cost, overlap with others, what reviewers made of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from time import thread_time
from typing import TYPE_CHECKING

from factcheck.rules.running.compile import compile_rules
from factcheck.rules.running.read import hits_in
from factcheck.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.model import Article, Claim, Hit, Mark, RuleInfo, Sentence
    from factcheck.rules.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Sample:
    """A hit and its sentence, at offsets into the text of ``article``."""

    article: Article
    sentence: Sentence
    hit: Hit


@dataclass(slots=True)
class RuleStats:
    """One rule. ``ms`` is CPU time for matching; ``others`` counts its hits that share a letter with
    another rule's, by that rule's id."""

    rule: RuleInfo
    hits: int = 0
    sentences: int = 0
    ms: float = 0.0
    others: Counter[str] = field(default_factory=Counter)
    samples: list[Sample] = field(default_factory=list)
    aside: str = ""

    def overlap(self) -> tuple[str, int] | None:
        """The rule that most of its hits share words with, and how many; None where none does."""
        return min(self.others.items(), key=lambda pair: (-pair[1], pair[0]), default=None)


@dataclass(frozen=True, slots=True)
class Stats:
    """``shared_ms`` is what finding the rules worth trying took: nobody's in particular."""

    rows: tuple[RuleStats, ...]
    articles: int
    characters: int
    sentences: int
    shared_ms: float


def stats(ruleset: RuleSet, articles: Sequence[Article], samples: int = 1) -> Stats:
    """The figures of every live rule, in the order of the files, and the first sentences that it hits."""
    engine = compile_rules(ruleset)
    rows = {rule.id: RuleStats(rule.info) for rule in ruleset.rules}
    sentences = 0
    spent = 0.0
    for article in articles:
        parts = segment(article)
        sentences += len(parts)
        before = thread_time()
        found = [(sentence, hits) for sentence, hits in hits_in(engine, article, parts) if hits]
        spent += thread_time() - before
        for sentence, hits in found:
            _count(rows, article, sentence, hits, samples)
    for rule, seconds in zip(engine.rules, engine.seconds, strict=True):
        rows[rule.id].ms = seconds * 1000
        rows[rule.id].aside = engine.set_aside.get(rule.id, "")
    shared = max(spent - sum(engine.seconds), 0.0) * 1000
    size = sum(len(article.text) for article in articles)
    return Stats(tuple(rows.values()), len(articles), size, sentences, shared)


def _count(
    rows: Mapping[str, RuleStats], article: Article, sentence: Sentence, hits: Sequence[Hit], samples: int
) -> None:
    for rule in {hit.rule for hit in hits}:
        rows[rule].sentences += 1
    for i, hit in enumerate(hits):
        row = rows[hit.rule]
        row.hits += 1
        if len(row.samples) < samples and not any(one.sentence is sentence for one in row.samples):
            row.samples.append(Sample(article, sentence, hit))
        row.others.update(_beside(hits, i))


def _beside(hits: Sequence[Hit], i: int) -> set[str]:
    """Other rules that have a hit which shares a letter with this one; hits stand in reading order."""
    hit = hits[i]
    return {
        other.rule
        for other in hits
        if other.rule != hit.rule and other.start < hit.end and hit.start < other.end
    }


@dataclass(slots=True)
class Judged:
    """Verdicts on the claims of a rule: how many, and how many of them say that it is no claim."""

    verdicts: int = 0
    rejected: int = 0


def judged(claims: Iterable[Claim], marks: Iterable[Mark]) -> dict[str, Judged]:
    """By rule, what reviewers decided of the claims that the rule had a part in.

    A claim that two reviewers judged counts twice; one left open does not count.
    """
    rules = {claim.id: claim.rules for claim in claims}
    found: dict[str, Judged] = {}
    for mark in marks:
        if mark.verdict is None or mark.verdict == "left-open":
            continue
        for rule in rules.get(mark.claim, ()):
            row = found.setdefault(rule, Judged())
            row.verdicts += 1
            row.rejected += mark.verdict == "not-a-claim"
    return found
